"""What is still missing: every kind of gap is told until it is mended, on the page and by the command alike."""

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from charter.__main__ import main
from charter.clock import today
from charter.gaps import ACTS, Act, gaps
from charter.gaps.gap import Gap
from charter.load import load
from charter.pages import OFFERED
from charter.pages.gaps import FEW
from charter.pages.here import Here
from tests.made_up_answers import epoch
from tests.project import charter
from tests.sample import edit, sample
from tests.site import site

PAGE = "about/gaps/"
DAY = datetime.date(2026, 11, 24)
HERE = Here("../../", "https://riverdale.example/", DAY)

NAMES = "".join(f"  - a{number:031x}\n" for number in range(30))
TALLIES = "".join(
    f"      - pledge: {pledge}\n        yes: 20\n        partly: 0\n        no: 10\n        does_not_apply: 0\n"
    for pledge in ("kindness-1", "kindness-2", "courage-1")
)
ANSWERS = f"""taken:
{NAMES}counts:
  - quarter: 2026-Q1
    occasion: garden-day
    group: children
    copies: 30
    answers:
{TALLIES}"""

# What completes the made-up area: file, what stands there, and what has to.
MEND = [
    ("outcomes.yml", "  query: Is the first word right?\n", ""),
    *((f"pledges/{pledge}.yml", "status: draft", "status: agreed") for pledge in ("kindness-1", "kindness-2", "courage-1")),
    ("pledges/kindness-2.yml", "outcomes: []", "outcomes:\n  - home"),
    ("pledges/courage-1.yml", "outcomes:\n  - health", "outcomes:\n  - health\n  - friends"),
    ("spectrum.yml", "status: proposed", "status: agreed"),
    ("plan.yml", "state: not known\n    note: We don't know yet.", "state: under way\n    note: We do.\n    by: 2027-05-02"),
    ("plan.yml", "text: Dig a pond.", "text: Dig a pond.\n    owner: The diggers"),
    ("plan.yml", "by: 2026-11-23", "by: 2026-11-24"),
    ("plan.yml", "state: not known\n    note: Nobody has seen it.", "state: done\n    note: It was fun."),
    ("said-did/pond.yml", "still_open:\n  - Who feeds the fish?\n", ""),
    ("site.yml", "area: Riverdale", "area: Riverdale\ncontact: hello@riverdale.example"),
    ("did-we.yml", "no_address: There is no address.", "send_to: answers@riverdale.example"),
    ("case-studies/school-garden.yml", "pledges:\n  - kindness-1", "pledges:\n  - kindness-1\n  - kindness-2\n  - courage-1"),
    ("case-studies/school-garden.yml", "status: draft", "status: agreed"),
    ("tracker.yml", "number: 2", "number: 1"),
    ("tracker.yml", "number: 3", "number: 1"),
    ("tracker.yml", "priorities: 2", "priorities: 1"),
    ("tracker.yml", "districts: 1", "districts: 0"),
    ("engagement/village-fair.yml", "- number: 1040", "- group: visitors\n    number: 1040"),
    ("formats.yml", "state: not yet", "state: ready"),
    ("signatures.yml", "status: not signed yet", "status: signed\n  role: The mayor\n  date: 2026-05-01"),
]


@dataclass(frozen=True)
class Plant:
    """One edit of the complete area (`old` becomes `new`), and the one gap that it makes."""

    kind: str
    file: str
    old: str
    new: str
    gap: Gap


QUESTION = "- id: who\n  question: Who?\n  detail: Nobody said.\n  sources:\n    - meeting\n"
PLANTS = [
    Plant("Questions that are not settled", "open-questions.yml", "[]", QUESTION, Gap("Who?", "open-questions.yml", "about/#who")),
    Plant(
        "Words that the source leaves unclear",
        "pledges/courage-1.yml",
        "question:",
        "query: Is it so?\nquestion:",
        Gap("Courage 1: Try", "pledges/courage-1.yml", "charter/courage-1/", "Is it so?"),
    ),
    Plant(
        "Words that the source leaves unclear",
        "outcomes.yml",
        "  source_words: have friends",
        "  source_words: have friends\n  query: Is it so?",
        Gap("My friends", "outcomes.yml", "outcomes/#friends", "Is it so?"),
    ),
    Plant(
        "Pledges that nobody has agreed yet",
        "pledges/courage-1.yml",
        "status: agreed",
        "status: draft",
        Gap("Courage 1: Try", "pledges/courage-1.yml", "charter/courage-1/"),
    ),
    Plant(
        "Outcomes that no pledge serves",
        "pledges/kindness-2.yml",
        "outcomes:\n  - home",
        "outcomes:\n  - health",
        Gap("My home", "outcomes.yml", "outcomes/#home"),
    ),
    Plant(
        "Pledges that serve no outcome",
        "pledges/kindness-1.yml",
        "outcomes:\n  - friends",
        "outcomes: []",
        Gap("Kindness 1: Be kind", "pledges/kindness-1.yml", "charter/kindness-1/"),
    ),
    Plant(
        "Words that are only proposed",
        "spectrum.yml",
        "status: agreed",
        "status: proposed",
        Gap("The ways of working together, and what each means", "spectrum.yml", "working-together/"),
    ),
    Plant(
        "Actions that need a name or a date",
        "plan.yml",
        "    owner: The diggers\n",
        "",
        Gap("Dig a pond.", "plan.yml", "progress/plan/#dig", "It has no name yet."),
    ),
    Plant(
        "Actions that need a name or a date",
        "plan.yml",
        "    by: 2026-11-24\n",
        "",
        Gap("Dig a pond.", "plan.yml", "progress/plan/#dig", "It has no date yet."),
    ),
    Plant(
        "What was said and done, and is still open",
        "said-did/bench.yml",
        "shown:",
        "still_open:\n  - Who mends it?\n  - Who sits?\nshown:",
        Gap("A bench", "said-did/bench.yml", "progress/said-did/#bench", "Who mends it? Who sits?"),
    ),
    Plant(
        "Addresses that are missing",
        "site.yml",
        "contact: hello@riverdale.example\n",
        "",
        Gap("An address to write to about this website", "site.yml", "have-your-say/"),
    ),
    Plant(
        "Addresses that are missing",
        "did-we.yml",
        "send_to: answers@riverdale.example",
        "no_address: There is none.",
        Gap("An address to send answers to", "did-we.yml", "did-we/"),
    ),
    Plant(
        "Actions that are overdue",
        "plan.yml",
        "by: 2026-11-24",
        "by: 2026-11-23",
        Gap("Dig a pond.", "plan.yml", "progress/plan/#dig", "Its day was 23 November 2026."),
    ),
    Plant(
        "Actions of which we don't know how they stand",
        "plan.yml",
        "state: not started",
        "state: not known",
        Gap("Dig a pond.", "plan.yml", "progress/plan/#dig"),
    ),
    Plant(
        "Pledges that no story shows",
        "case-studies/school-garden.yml",
        "  - courage-1\n",
        "",
        Gap("Courage 1: Try", "pledges/courage-1.yml", "charter/courage-1/"),
    ),
    Plant(
        "Priorities without a story from the area",
        "case-studies/school-garden.yml",
        "where: here",
        "where: elsewhere",
        Gap("Play", "case-studies/", "outcomes/#play"),
    ),
    Plant(
        "Stories that nobody has agreed yet",
        "case-studies/school-garden.yml",
        "status: agreed",
        "status: draft",
        Gap("A garden at school", "case-studies/school-garden.yml", "case-studies/school-garden/"),
    ),
    Plant(
        "Where the tracker shows too little",
        "tracker.yml",
        "number: 1\n    - group: teachers",
        "number: 2\n    - group: teachers",
        Gap("Tracker: Children", "engagement/", "progress/tracker/#missing", "1 recorded, 2 would be enough"),
    ),
    Plant(
        "Where the tracker shows too little",
        "tracker.yml",
        "districts: 0",
        "districts: 1",
        Gap("Tracker: Down Stream", "engagement/", "progress/tracker/#down-stream", "none recorded, 1 would be enough"),
    ),
    Plant(
        "Activities that don't say who took part",
        "engagement/village-fair.yml",
        "- group: visitors\n    number: 1040",
        "- number: 1040",
        Gap("The village fair", "engagement/village-fair.yml", "progress/activities/#village-fair"),
    ),
    Plant("Forms of the charter that are missing", "formats.yml", "ready", "not yet", Gap("This website", "formats.yml", "formats/#web")),
    Plant(
        "Pledges without answers that we can show",
        "answers/counts.yml",
        "quarter: 2026-Q1",
        "quarter: 2026-Q4",
        Gap("All 3 pledges", "answers/counts.yml", "progress/"),
    ),
    Plant(
        "Pledges without answers that we can show",
        "answers/counts.yml",
        "yes: 20\n        partly: 0\n        no: 10",
        "yes: 2\n        partly: 0\n        no: 1",
        Gap("Kindness 1: Be kind", "pledges/kindness-1.yml", "charter/kindness-1/"),
    ),
    Plant(
        "Accessibility that a person has to look at",
        "wcag.yml",
        "by: machine in every state\n    state: met",
        "by: person\n    state: a person has to look",
        Gap("1 of 1 guidelines for web pages", "wcag.yml", "accessibility/criteria/"),
    ),
    Plant(
        "Facts that nobody has checked for a year",
        "sources/stories.yml",
        'checked: "2026-01"',
        'checked: "2025-10"',
        Gap("Source: Our garden", "sources/", "about/#source-garden-page", "Last checked in October 2025."),
    ),
    Plant(
        "Facts that nobody has checked for a year",
        "site.yml",
        'checked: "2026-01"',
        'checked: "2025-10"',
        Gap("The date at the foot of each page", "site.yml", "", "Last checked in October 2025."),
    ),
    Plant(
        "Facts that nobody has checked for a year",
        "listening.yml",
        'checked: "2026-01"',
        'checked: "2025-10"',
        Gap("How often the listening tool is right", "listening.yml", "progress/listening/#accuracy", "Last checked in October 2025."),
    ),
    Plant(
        "Who has not signed",
        "signatures.yml",
        "status: signed\n  role: The mayor\n  date: 2026-05-01",
        "status: not signed yet",
        Gap("Not signed yet: Riverdale Town Hall", "signatures.yml", "signatures/#town-hall"),
    ),
]


def complete(folder: Path) -> Path:
    """The data of the made-up area, with every gap mended."""
    data = sample(folder)
    (data / "open-questions.yml").write_text("[]\n", encoding="utf-8")
    (data / "answers" / "counts.yml").write_text(ANSWERS, encoding="utf-8")
    for file, old, new in MEND:
        edit(data, file, old, new)
    return data


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
        " | ".join([section.findtext("h2").upper(), kind.text.strip(), " ".join(item.text_content().split()), link.removeprefix("../..")])
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
    assert [line.split(" | ")[1:] for line in on_page(drawn(data))] == [[plant.kind, said, f"/{plant.gap.page}"]]
    if plant.new:
        edit(data, plant.file, plant.new, plant.old)
        assert found(gaps(load(data), DAY)) == []


def test_every_kind_of_gap_was_planted() -> None:
    kinds = {kind for _, _, finders in ACTS.values() for kind in finders}
    assert {plant.kind for plant in PLANTS} == kinds


def test_page_and_command_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(2026, 11, 24))
    data = sample(tmp_path)
    assert main(["sync", "--project", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["gaps", "--project", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "Riverdale Charter, 24 November 2026" in said
    assert told(said) == on_page(drawn(data))
    assert len(told(said)) > 20


def test_the_built_page_lists_every_gap_of_these_data_and_each_leads_somewhere() -> None:
    acts = gaps(charter(), today())
    main = site().page(PAGE).main
    lines = on_page(main)
    for kind, gap in found(acts):
        assert any(f"| {kind} | {gap.name}" in line for line in lines), gap
    counts = [" ".join(text.split()) for text in main.xpath(".//ul[contains(@class, 'acts')]/li/p[2]/text()")]
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
    source = "- id: book-{0}\n  title: Book {0}\n  publisher: Us\n  published: no date\n  checked: '2026-01'\n"
    (data / "sources" / "books.yml").write_text("".join(source.format(number) for number in range(40)), encoding="utf-8")
    page = drawn(data, datetime.date(2030, 1, 1))
    assert "Facts that nobody has checked for a year" in page.xpath("string(.//section[h2/@id='complete'])")
    listed = [line for line in on_page(page) if "| Facts that" in line]
    assert len(listed) == FEW
    assert f"And {44 - FEW} more." in page.xpath(".//section[h2/@id='complete']/p/text()")


@pytest.mark.parametrize(("day", "old"), [((2027, 1, 31), 0), ((2027, 2, 1), 1)])
def test_a_fact_is_old_when_its_month_is_over_for_a_year(
    day: tuple[int, int, int], old: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sample(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(*day))
    assert main(["stale", "--project", str(tmp_path)]) == old
    said = capsys.readouterr()
    if old:
        assert 'data/sources/stories.yml, line 6, checked: "Source: Our garden" was last checked in January 2026' in said.err
        assert "data/site.yml, line 5, checked:" in said.err
        assert "data/listening.yml, line 11, tried.checked:" in said.err
    else:
        assert said.out == "All facts were checked within the last year. We looked at 2 sources.\n"
