"""What is still missing: every kind of gap is told until it is mended, on the page and by the
command alike.
"""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from a11y.site import site
from charter.__main__ import main
from charter.clock import today
from charter.data.load import load
from charter.site.pages.todo import FEW
from charter.todo import Act, gaps
from charter.todo.table import ACTS, TABLE, Gap
from tests.drawn import DAY, drawn, words
from tests.made_up_answers import epoch
from tests.project import ROOT, charter
from tests.sample import edit, sample

PLANTED: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests/planted_todo.yml").read_text(encoding="utf-8")
)


def complete(folder: Path) -> Path:
    """The data of the made-up area, with every gap mended."""
    data = sample(folder)
    (data / "open-questions.yml").write_text("[]\n", encoding="utf-8")
    (data / "answers" / "counts.yml").write_text(PLANTED["answers"], encoding="utf-8")
    for each in PLANTED["mend"]:
        edit(data, **each)
    return data


def found(acts: list[Act]) -> list[tuple[str, Gap]]:
    """Each gap with its kind."""
    return [(kind.name, gap) for act in acts for kind in act.kinds for gap in kind.gaps]


def on_page(main: html.HtmlElement) -> list[str]:
    """Each line of the page: its act, its kind, what is missing and where the link leads."""
    return [
        f"{section.findtext('h2').upper()} | {kind.text.strip()} | {words(item)} |"
        f" {link.removeprefix('../..')}"
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
    page = drawn(data, "gaps")
    assert page.xpath(".//section/p/text()") == ["Nothing is missing here."] * len(ACTS)
    assert page.xpath(".//section/h2/@id") == list(ACTS)


@pytest.mark.parametrize(
    "plant", PLANTED["planted"], ids=lambda plant: f"{plant['kind']}, {plant['file']}"
)
def test_a_gap_is_told_until_it_is_mended(plant: dict[str, str], tmp_path: Path) -> None:
    data, said = complete(tmp_path), plant.get("said", "")
    gap = Gap(plant["name"], plant.get("in", plant["file"]), plant["page"], said)
    edit(data, plant["file"], plant["old"], plant["new"])
    assert found(gaps(load(data), DAY)) == [(plant["kind"], gap)]
    assert [line.split(" | ")[1:] for line in on_page(drawn(data, "gaps"))] == [
        [plant["kind"], f"{gap.name}: {said}" if said else gap.name, f"/{gap.page}"]
    ]
    if plant["new"]:
        edit(data, plant["file"], plant["new"], plant["old"])
        assert found(gaps(load(data), DAY)) == []


def test_a_gap_of_all_pledges_is_one_line() -> None:
    (kind,) = [it for it in gaps(charter(), today())[0].kinds if it.name.startswith("Pledges nobo")]
    drafts = sum(pledge.status == "draft" for pledge in charter().pledges)
    assert len(kind.gaps) == (1 if drafts == len(charter().pledges) else drafts)


def test_every_kind_of_gap_was_planted() -> None:
    assert {plant["kind"] for plant in PLANTED["planted"]} == {row.kind for row in TABLE}


def test_page_and_command_say_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2026, 11, 24))
    data = sample(tmp_path)
    assert main(["gaps", "--project", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "Riverdale Charter, 24 November 2026" in said
    assert told(said) == on_page(drawn(data, "gaps"))
    assert len(told(said)) > 15


@pytest.mark.usefixtures("site")
def test_the_built_page_lists_every_gap_of_these_data_and_each_leads_somewhere() -> None:
    acts = gaps(charter(), today())
    main = site().page("about/gaps/").main
    lines = on_page(main)
    for kind in [kind for act in acts for kind in act.kinds]:
        for gap in kind.gaps[:FEW]:
            assert any(f"| {kind.name} | {gap.name}" in line for line in lines), gap
    counts = [words(text) for text in main.xpath(".//ul[contains(@class, 'acts')]/li/p[2]")]
    assert counts == [str(act.count or "Nothing is missing") for act in acts]
    pages = {page.path: page for page in site().pages}
    for _, gap in found(acts):
        path, _, place = gap.page.partition("#")
        assert not place or pages[path].main.xpath(f".//*[@id='{place}']"), gap


def test_the_file_of_each_gap_is_there() -> None:
    wanted = {gap.file for _, gap in found(gaps(charter(), today()))}
    assert wanted and {file for file in wanted if not (ROOT / "data" / file).exists()} == set()


def test_a_kind_with_many_gaps_shows_the_first_and_says_how_many_more(tmp_path: Path) -> None:
    data = complete(tmp_path)
    question = (
        "- id: bed-{0}\n  question: Who waters bed {0}?\n  detail: Nobody said.\n"
        "  sources: [garden-page]\n"
    )
    (data / "open-questions.yml").write_text(
        "".join(question.format(number) for number in range(40)), encoding="utf-8"
    )
    assert len(found(gaps(load(data), DAY))) == 40
    page = drawn(data, "gaps")
    assert len(on_page(page)) == FEW
    assert page.xpath(".//section[h2/@id='decide']/p/text()")[-1] == f"And {40 - FEW} more."


def test_sources_that_grow_old_are_one_line_however_many(tmp_path: Path) -> None:
    """It comes by the clock alone, so no name of theirs may stand where words are judged."""
    data, late = complete(tmp_path), datetime.date(2030, 1, 1)
    lines = on_page(drawn(data, "gaps", today=late))
    assert [line for line in lines if "| Sources not" in line] == [
        "TO COMPLETE | Sources not read for a year | 2 of 2 sources | /about/sources/"
    ]


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
            'data/sources/stories.yml, line 6, opened: "Source: Our garden" was last read in'
            " January 2026" in said.err
        )
    else:
        assert said.out == "All 2 sources were read within the last year.\n"
