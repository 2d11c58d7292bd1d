"""What is still missing: every kind of gap is told until it is mended, on the page and by the
command alike.
"""

import datetime
from pathlib import Path

import pytest
from lxml import html

from a11y.site import site
from charter.__main__ import main
from charter.clock import today
from charter.data.load import load
from charter.site.pages import OFFERED
from charter.site.pages.page import Here
from charter.site.pages.todo import FEW
from charter.todo import ACTS, Act, gaps
from charter.todo.item import Gap
from tests.made_up_answers import epoch
from tests.planted_todo import PLANTS, Plant, complete
from tests.project import charter
from tests.sample import edit, sample

PAGE = "about/gaps/"
DAY = datetime.date(2026, 11, 24)
HERE = Here("../../", "https://riverdale.example/", DAY)


def found(acts: list[Act]) -> list[tuple[str, Gap]]:
    """Each gap with its kind."""
    return [(kind.name, gap) for act in acts for kind in act.kinds for gap in kind.gaps]


def drawn(data: Path, day: datetime.date = DAY) -> html.HtmlElement:
    """The page, as the data of an area draw it on a day."""
    here = Here("../../", "https://riverdale.example/", day)
    return html.fromstring(f"<main>{OFFERED['gaps'](load(data), here)}</main>")


def on_page(main: html.HtmlElement) -> list[str]:
    """Each line of the page: its act, its kind, what is missing and where the link leads."""
    return [
        " | ".join(
            [
                section.findtext("h2").upper(),
                kind.text.strip(),
                " ".join(item.text_content().split()),
                link.removeprefix("../.."),
            ]
        )
        for section in main.xpath(".//div[@class='to-do']/section")
        for kind in section.xpath("h3")
        for item in kind.xpath("following-sibling::ul[1]/li")
        for link in item.xpath("a/@href")
    ]


def told(said: str) -> list[str]:
    """Each line of the command's list, in the same form."""
    rows, act, kind, lines = [], "", "", said.splitlines()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("[ ] "):
            rows.append(f"{act} | {kind} | {line[4:]} | {after.split('page: ')[1]}")
        elif line.startswith("TO "):
            act = line.split(":")[0]
        elif line.endswith(")"):
            kind = line.rsplit(" (", 1)[0]
    return rows


def test_a_complete_area_says_so(tmp_path: Path) -> None:
    data = complete(tmp_path)
    assert found(gaps(load(data), DAY)) == []
    page = drawn(data)
    assert page.xpath(".//section/p/text()") == ["Nothing is missing here."] * len(ACTS)
    assert page.xpath(".//section/h2/@id") == list(ACTS)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.kind}, {plant.file}")
def test_a_gap_is_told_until_it_is_mended(plant: Plant, tmp_path: Path) -> None:
    data = complete(tmp_path)
    edit(data, plant.file, plant.old, plant.new)
    assert found(gaps(load(data), DAY)) == [(plant.kind, plant.gap)]
    said = f"{plant.gap.name}: {plant.gap.said}" if plant.gap.said else plant.gap.name
    assert [line.split(" | ")[1:] for line in on_page(drawn(data))] == [
        [plant.kind, said, f"/{plant.gap.page}"]
    ]
    if plant.new:
        edit(data, plant.file, plant.new, plant.old)
        assert found(gaps(load(data), DAY)) == []


def test_every_kind_of_gap_was_planted() -> None:
    kinds = {kind for _, _, finders in ACTS.values() for kind in finders}
    assert {plant.kind for plant in PLANTS} == kinds


def test_page_and_command_say_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2026, 11, 24))
    data = sample(tmp_path)
    assert main(["sync", "--project", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["gaps", "--project", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "Riverdale Charter, 24 November 2026" in said
    assert told(said) == on_page(drawn(data))
    assert len(told(said)) > 20


@pytest.mark.usefixtures("site")
def test_the_built_page_lists_every_gap_of_these_data_and_each_leads_somewhere() -> None:
    acts = gaps(charter(), today())
    main = site().page(PAGE).main
    lines = on_page(main)
    for kind in [kind for act in acts for kind in act.kinds]:
        for gap in kind.gaps[:FEW]:
            assert any(f"| {kind.name} | {gap.name}" in line for line in lines), gap
    counts = [
        " ".join(text.split())
        for text in main.xpath(".//ul[contains(@class, 'acts')]/li/p[2]/text()")
    ]
    assert counts == [str(act.count or "Nothing is missing") for act in acts]
    pages = {page.path: page for page in site().pages}
    for _, gap in found(acts):
        path, _, place = gap.page.partition("#")
        assert not place or pages[path].main.xpath(f".//*[@id='{place}']"), gap


def test_the_file_of_each_gap_is_there() -> None:
    data = Path(__file__).parent.parent / "data"
    wanted = {gap.file for _, gap in found(gaps(charter(), today()))}
    assert wanted and {file for file in wanted if not (data / file).exists()} == set()


def test_the_page_stays_light_when_all_facts_are_old(tmp_path: Path) -> None:
    data = sample(tmp_path)
    source = (
        "- id: book-{0}\n  title: Book {0}\n  publisher: Us\n  published: no date\n  checked:"
        " '2026-01'\n"
    )
    (data / "sources" / "books.yml").write_text(
        "".join(source.format(number) for number in range(40)), encoding="utf-8"
    )
    page = drawn(data, datetime.date(2030, 1, 1))
    assert "Facts that nobody has checked for a year" in page.xpath(
        "string(.//section[h2/@id='complete'])"
    )
    listed = [line for line in on_page(page) if "| Facts that" in line]
    assert len(listed) == FEW
    assert f"And {44 - FEW} more." in page.xpath(".//section[h2/@id='complete']/p/text()")


@pytest.mark.parametrize(("day", "old"), [((2027, 1, 31), 0), ((2027, 2, 1), 1)])
def test_a_fact_is_old_when_its_month_is_over_for_a_year(
    day: tuple[int, int, int],
    old: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sample(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(*day))
    assert main(["stale", "--project", str(tmp_path)]) == old
    said = capsys.readouterr()
    if old:
        assert (
            'data/sources/stories.yml, line 6, checked: "Source: Our garden" was last checked in'
            " January 2026" in said.err
        )
        assert "data/site.yml, line 5, checked:" in said.err
        assert "data/listening.yml, line 11, tried.checked:" in said.err
    else:
        assert said.out == "All facts were checked within the last year. We looked at 2 sources.\n"
