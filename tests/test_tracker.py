"""The engagement tracker: what is missing is told, counts are those of the data, and the map says
what the list says.
"""

import datetime
import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from a11y.site import site
from charter.answers.tracker import Row, tracked
from charter.data.load import load
from charter.site.pages.page import Here
from charter.site.pages.progress import activities, tracker
from tests.needs import needs_a_map
from tests.project import ROOT, charter
from tests.sample import edit, sample
from tests.test_words_of_data import texts

PAGE = "progress/tracker/"
ACTIVITIES = "progress/activities/"
HERE = Here("../../", "https://riverdale.example/", datetime.date(2026, 11, 24))


def rows() -> list[Row]:
    """Every row of the tracker of this checkout."""
    found = tracked(charter())
    return [*found.groups, *found.terms, *found.priorities, *found.districts]


def row(data: Path, wanted: str) -> Row:
    """One row of the made-up area's tracker."""
    found = tracked(load(data))
    return next(
        each
        for each in [*found.groups, *found.terms, *found.priorities, *found.districts]
        if each.id == wanted
    )


def part(address: str) -> str:
    """The text of the section of the page that has a heading with this id."""
    (section,) = site().page(PAGE).main.xpath(f".//section[h2/@id='{address}']")
    return " ".join(section.text_content().split())


def test_counts_are_those_of_the_files() -> None:
    files = [
        yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in (ROOT / "data" / "engagement").glob("*.yml")
    ]
    since = yaml.safe_load((ROOT / "data" / "tracker.yml").read_text(encoding="utf-8"))["enough"][
        "since"
    ]
    assert files
    for each in rows():
        named = [
            file["started"]
            for file in files
            if each.id
            in [some.get("group") for some in file["took_part"]]
            + [file["term"]]
            + file.get("priorities", [])
            + file.get("districts", [])
        ]
        new = [
            started
            for started in named
            if (started if "-" in started else started + "-01") >= since
        ]
        assert (each.count, each.earlier) == (len(new), len(named) - len(new)), each.id


def test_the_page_tells_what_is_missing_before_anything_else() -> None:
    main = site().page(PAGE).main
    assert main.xpath(".//h2/@id")[0] == "missing"
    told = part("missing")
    found = tracked(charter())
    short = [each for each in [*found.groups, *found.terms, *found.priorities] if each.missing]
    assert rows()
    for each in short:
        assert (
            f"{each.name}: {each.count or 'none'} recorded, {each.enough} would be enough" in told
        )
    empty = [each for each in found.districts if each.missing]
    names = ", ".join(each.name for each in empty)
    assert (f"in {len(empty)} of {len(found.districts)} districts: {names}." in told) is bool(empty)


def test_the_page_says_how_many_sources_do_not_tell_who_took_part() -> None:
    found = tracked(charter())
    told = (
        f"{len(found.of_unknown_people)} of {len(found.activities)} activities don't say who all"
        " took part"
    )
    assert (told in part("missing")) is bool(found.of_unknown_people)


def test_the_page_says_that_enough_is_a_suggestion() -> None:
    assert all(" ".join(text.split()) in part("missing") for text in charter().tracker.enough_note)


def test_the_tables_say_what_was_counted() -> None:
    cells = {
        tuple(" ".join(cell.text_content().split()) for cell in line)
        for line in site().page(PAGE).main.xpath(".//table[@class='counts']/tbody/tr")
    }
    found = tracked(charter())
    wanted = [*found.groups, *found.terms, *found.priorities]
    assert cells == {
        (each.name, str(each.count or "None"), str(each.earlier or "None")) for each in wanted
    }


@needs_a_map
def test_the_map_and_the_list_say_the_same() -> None:
    main = site().page(PAGE).main
    wanted = [(each.id, each.name, each.count) for each in tracked(charter()).districts]
    neighbours = charter().area.neighbours
    on_map = [
        (link.get("href"), link.get("aria-label")) for link in main.xpath(".//*[@id='art-map']//a")
    ]
    assert on_map == [
        (f"#{id}", f"{name}: {count or 'none'} recorded") for id, name, count in wanted
    ] + [(f"#{place.id}", f"{place.name}, not covered") for place in neighbours]
    for id, name, count in wanted:
        assert f"{name}: {count or 'none'} recorded" in " ".join(
            main.xpath(f"string(.//li[@id='{id}'])").split()
        )
    for place in neighbours:
        assert main.xpath(f"string(.//li[@id='{place.id}'])") == f"{place.name}: not covered"


@needs_a_map
def test_a_district_with_none_has_another_pattern_and_the_caption_says_which() -> None:
    main = site().page(PAGE).main
    for each in tracked(charter()).districts:
        (group,) = main.xpath(f".//*[@id='art-{each.id}']/..")
        assert group.get("class") == ("fill-2" if each.count else "fill-1")
    for place in charter().area.neighbours:
        assert main.xpath(f".//*[@id='art-{place.id}']/../@class") == ["fill-0"]
    caption = main.xpath("string(.//figcaption)")
    assert (
        "Dots mean that something is recorded" in caption and "Plain means none recorded" in caption
    )


@needs_a_map
def test_one_drawing_serves_both_maps() -> None:
    here, there = (
        site().page(path).main.xpath(".//*[@id='art-map']//*[starts-with(@id, 'art-')]/@d")
        for path in (PAGE, "area/")
    )
    assert here and here == there


def test_every_activity_has_a_card_with_its_sources() -> None:
    main = site().page(ACTIVITIES).main
    for activity in charter().engagement:
        (found,) = main.xpath(f".//article[@id='{activity.id}']")
        assert found.xpath("string(h3)") == activity.title
        assert found.xpath(".//*[@class='sources']/a/@href") == [
            f"../../about/#source-{source}" for source in activity.sources
        ]


def test_earlier_activities_stand_apart() -> None:
    main = site().page(ACTIVITIES).main
    found = tracked(charter())
    for address, listed in (("since", found.activities), ("earlier", found.earlier)):
        assert main.xpath(f".//section[h2/@id='{address}']//article/@id") == [
            activity.id for activity in listed
        ]


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text.replace(",", "")))


def test_every_number_on_the_page_stands_in_the_data_or_counts_it() -> None:
    text = " ".join(
        text for page in (PAGE, ACTIVITIES) for text in site().page(page).main.itertext()
    )
    whole, found = charter(), tracked(charter())
    given = " ".join(
        [
            *texts(whole.tracker),
            *(text for activity in whole.engagement for text in texts(activity)),
        ]
    )
    given += " ".join(
        [
            *texts(whole.sources),
            *(story.title for story in whole.case_studies),
            whole.tracker.enough.since,
        ]
    )
    allowed = numbers(given) | {
        str(some.number)
        for activity in whole.engagement
        for some in activity.took_part
        if some.number
    }
    allowed |= {
        str(number) for each in rows() for number in (each.count, each.earlier, each.enough)
    }
    counted = (
        found.activities,
        found.of_no_district,
        found.of_unknown_people,
        found.districts,
        [each for each in found.districts if each.missing],
    )
    allowed |= {str(len(each)) for each in counted}
    assert len(numbers(text)) > 5
    assert numbers(text) <= allowed


def test_a_group_named_twice_in_one_activity_counts_once(tmp_path: Path) -> None:
    assert row(sample(tmp_path), "children").count == 1


@pytest.mark.parametrize(("number", "missing"), [(1, 0), (2, 1)])
def test_as_many_as_would_be_enough_is_enough(number: int, missing: int, tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "tracker.yml", "number: 2", f"number: {number}")
    assert row(data, "children").missing == missing


def test_nothing_is_asked_of_a_group_without_a_number(tmp_path: Path) -> None:
    found = row(sample(tmp_path), "visitors")
    assert (found.count, found.enough, found.missing) == (0, 0, 0)


@pytest.mark.parametrize(("since", "children"), [("2025-05", 1), ("2025-06", 0), ("2024-12", 2)])
def test_the_month_in_which_counting_begins_counts(
    since: str, children: int, tmp_path: Path
) -> None:
    data = sample(tmp_path)
    edit(data, "tracker.yml", "2025-01", since)
    found = row(data, "children")
    assert (found.count, found.earlier) == (children, 2 - children)


@pytest.mark.parametrize(("since", "engagement"), [("2025-01", 2), ("2025-02", 1)])
def test_a_year_alone_counts_as_its_january(since: str, engagement: int, tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "tracker.yml", "2025-01", since)
    assert row(data, "engagement").count == engagement


def test_an_activity_of_the_whole_area_counts_for_no_district(tmp_path: Path) -> None:
    found = tracked(load(sample(tmp_path)))
    assert [activity.id for activity in found.of_no_district] == ["village-fair"]
    assert {each.id: each.count for each in found.districts} == {"upstream": 1, "down-stream": 0}


def test_people_of_whom_nothing_is_known_count_for_no_group(tmp_path: Path) -> None:
    found = tracked(load(sample(tmp_path)))
    assert [activity.id for activity in found.of_unknown_people] == ["village-fair"]
    assert "1 of 2 activities don't say who all took part: The village fair" in drawn(
        tmp_path / "data"
    )
    assert {each.id: each.count for each in found.groups} == {
        "children": 1,
        "teachers": 1,
        "visitors": 0,
    }


def drawn(data: Path) -> str:
    charter = load(data)
    return " ".join(
        html.fromstring(f"<main>{tracker(charter, HERE)}{activities(charter, HERE)}</main>")
        .text_content()
        .split()
    )


def test_numbers_of_people_are_shown_where_a_source_has_them(tmp_path: Path) -> None:
    text = drawn(sample(tmp_path))
    assert "Children, 12" in text and "Not said, 1,040: The notes don't say who they were." in text


def test_nothing_recorded_is_said_of_everything(tmp_path: Path) -> None:
    data = sample(tmp_path)
    for file in (data / "engagement").iterdir():
        file.unlink()
    text = drawn(data)
    for told in (
        "Children: none recorded, 2 would be enough",
        "Play: none recorded, 2 would be enough",
        "in 2 of 2 districts: Upstream, Down Stream.",
    ):
        assert told in text
    assert "Earlier activities" not in text


def test_a_kind_of_which_nothing_is_missing_says_so(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "tracker.yml", "priorities: 2", "priorities: 1")
    assert "Priorities Nothing is missing, by these numbers" in drawn(data)
    edit(data, "tracker.yml", "priorities: 1", "priorities: 0")
    assert "Priorities Nobody has said yet what is enough" in drawn(data)
