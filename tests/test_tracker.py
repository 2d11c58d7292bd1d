"""The engagement tracker: what is missing is said, counts are those of the data, and the map says
what the list says.
"""

import re
from pathlib import Path

import pytest
import yaml

from a11y.site import site
from charter.answers.tracker import Row, Tracked, tracked
from charter.data.load import load
from tests.drawn import drawn, words
from tests.needs import needs_a_map
from tests.project import ROOT, charter
from tests.sample import DATA, edit, sample
from tests.test_words_of_data import texts

PAGE = "progress/tracker/"
ACTIVITIES = "progress/activities/"


def rows(of: Tracked) -> list[Row]:
    return [*of.groups, *of.terms, *of.priorities, *of.districts]


def row(data: Path, wanted: str) -> Row:
    """One row of the made-up area's tracker."""
    return next(each for each in rows(tracked(load(data))) if each.id == wanted)


def missing() -> str:
    """The words of the page's first part."""
    (section,) = site().page(PAGE).main.xpath(".//section[h2/@id='missing']")
    return words(section)


def recorded(each: Row) -> str:
    said = {0: "none known", 1: "1 activity"}.get(each.count, f"{each.count} activities")
    return f"{each.name}: {said}"


def test_counts_are_those_of_the_files() -> None:
    folder = ROOT / "data"
    files = [yaml.safe_load(file.read_bytes()) for file in (folder / "engagement").glob("*.yml")]
    since = yaml.safe_load((folder / "tracker.yml").read_bytes())["since"]
    assert files
    labels = {it.id: charter().spectrum.label(it.together).id for it in charter().engagement}
    for each in rows(tracked(charter())):
        started = [
            file["started"] if "-" in file["started"] else file["started"] + "-01"
            for file in files
            if each.id in {some.get("group") for some in file["took_part"]}
            or each.id
            in [labels[file["id"]], *file.get("priorities", []), *file.get("districts", [])]
        ]
        new = sum(month >= since for month in started)
        assert (each.count, each.earlier) == (new, len(started) - new), each.id


@pytest.mark.usefixtures("site")
def test_the_page_says_what_this_site_knows_nothing_of_before_anything_else() -> None:
    assert site().page(PAGE).main.xpath(".//h2/@id")[0] == "missing"
    found = tracked(charter())
    others = {group.id for group in charter().groups if group.side == "other"}
    for each in [*found.groups, *found.terms, *found.priorities]:
        said = each.possible == 0 and each.id not in others
        assert (each.name in missing()) is said, each.id
    unknown = f"{len(found.of_unknown_people)} of the {len(found.activities)} activities since"
    assert (unknown in missing()) is bool(found.of_unknown_people)


@pytest.mark.usefixtures("site")
def test_the_tables_say_what_was_counted() -> None:
    found = tracked(charter())
    lines = site().page(PAGE).main.xpath(".//table[@class='counts']/tbody/tr")
    assert {tuple(words(cell) for cell in line) for line in lines} == {
        (each.name, str(each.count or "None known"), str(each.earlier or "None known"))
        for each in [*found.groups, *found.terms, *found.priorities]
    }


@pytest.mark.usefixtures("site")
@needs_a_map
def test_the_map_and_the_list_say_the_same_by_patterns_too() -> None:
    main = site().page(PAGE).main
    districts, neighbours = tracked(charter()).districts, charter().area.neighbours
    links = main.xpath(".//*[@id='art-map']//a")
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        *((f"#{each.id}", recorded(each)) for each in districts),
        *((f"#{place.id}", f"{place.name}, not covered") for place in neighbours),
    ]
    for each in districts:
        (row,) = main.xpath(f".//*[@id='{each.id}']")
        assert words(row).startswith(recorded(each) if each.count else each.name)
        assert each.count or "This site knows of no activities" in words(row.getparent())
        pattern = "fill-2" if each.count else "fill-1"
        assert main.xpath(f".//*[@id='art-{each.id}']/../@class") == [pattern]
    for place in neighbours:
        assert main.xpath(f"string(.//li[@id='{place.id}'])") == f"{place.name}: not covered"
        assert main.xpath(f".//*[@id='art-{place.id}']/../@class") == ["fill-0"]
    caption = main.xpath("string(.//figcaption)")
    assert "Dots mean at least one activity" in caption
    assert "Plain means this site knows of none" in caption


@pytest.mark.usefixtures("site")
@needs_a_map
def test_one_drawing_serves_both_maps() -> None:
    path = ".//*[@id='art-map']//*[starts-with(@id, 'art-')]/@d"
    here, there = (site().page(page).main.xpath(path) for page in (PAGE, "area/"))
    assert here and here == there


@pytest.mark.usefixtures("site")
def test_every_activity_has_a_card_with_its_sources_and_earlier_ones_stand_apart() -> None:
    main, found = site().page(ACTIVITIES).main, tracked(charter())
    for address, listed in (("since", found.activities), ("earlier", found.earlier)):
        cards = main.xpath(f".//section[h2/@id='{address}']//article")
        assert [card.get("id") for card in cards] == [activity.id for activity in listed]
        for card, activity in zip(cards, listed, strict=True):
            assert card.xpath("string(h3)") == activity.title
            assert card.xpath("./details[@class='sources']//li/@data-source") == activity.sources
    assert len(found.activities) + len(found.earlier) == len(charter().engagement) > 0


@pytest.mark.usefixtures("site")
def test_every_number_on_the_pages_stands_in_the_data_or_counts_it() -> None:
    whole, found = charter(), tracked(charter())
    given = [*texts(whole.tracker), *texts(whole.sources), whole.tracker.since]
    given += [text for activity in whole.engagement for text in texts(activity)]
    given += [story.title for story in whole.case_studies]
    given += [str(some.number) for each in whole.engagement for some in each.took_part]
    given += [str(n) for each in rows(found) for n in (each.count, each.earlier)]
    lists = (
        found.activities,
        found.may_be_more,
        found.of_no_district,
        found.of_unknown_people,
        found.districts,
    )
    given += [str(len(each)) for each in lists]
    shown = [text for page in (PAGE, ACTIVITIES) for text in site().page(page).main.itertext()]
    numbers, allowed = (
        set(re.findall(r"\d+", " ".join(each).replace(",", ""))) for each in (shown, given)
    )
    assert len(numbers) > 5
    assert numbers <= allowed


@pytest.mark.parametrize(
    ("since", "id", "count", "earlier"),
    [
        pytest.param("2025-05", "children", 1, 1, id="the month in which it began"),
        pytest.param("2025-06", "children", 0, 2, id="the month after"),
        pytest.param("2024-12", "children", 2, 0, id="before all"),
        pytest.param("2025-01", "engagement", 2, 1, id="a year alone is its January"),
        pytest.param("2025-02", "engagement", 1, 2, id="and not its February"),
    ],
)
def test_what_began_in_the_month_in_which_counting_begins_or_later_counts(
    since: str, id: str, count: int, earlier: int, tmp_path: Path
) -> None:
    data = sample(tmp_path)
    edit(data, "tracker.yml", "2025-01", since)
    assert (row(data, id).count, row(data, id).earlier) == (count, earlier)


def test_what_a_source_does_not_say_counts_for_no_group_and_no_district() -> None:
    found = tracked(load(DATA))
    assert [activity.id for activity in found.of_no_district] == ["village-fair"]
    assert [activity.id for activity in found.of_unknown_people] == ["village-fair"]
    counts = {each.id: each.count for each in [*found.districts, *found.groups]}
    assert counts == {"upstream": 1, "down-stream": 0, "children": 1, "teachers": 1, "visitors": 0}


def test_numbers_of_people_and_what_is_not_known_of_them_are_shown() -> None:
    text = words(drawn(DATA, "tracker", "activities"))
    assert "For 1 of the 2 activities since then, no source says who took part" in text
    assert "Children, 12" in text and "1,040: The notes don't say who they were." in text


def test_nothing_recorded_is_said_of_everything(tmp_path: Path) -> None:
    data = sample(tmp_path)
    for file in (data / "engagement").iterdir():
        file.unlink()
    text = words(drawn(data, "tracker", "activities"))
    assert "People: Children, Teachers Ways of working together:" in text
    assert "This site knows of no activities just about Upstream or Down Stream." in text
    assert "Earlier activities" not in text
