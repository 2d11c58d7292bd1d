"""`python -m charter new`: a new editor adds each kind of record at a terminal, and nothing is
written that would not be right.
"""

import re
import readline
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from charter.data import yaml_reader
from charter.data.load import load
from charter.editors.asking import yaml_text
from charter.editors.asking.questions import Questions
from charter.editors.asking.talk import Talk
from charter.editors.json_schema import of_file
from charter.model.fields import UNSEEN
from charter.model.witnesses import CaseStudy
from charter.site.check import check
from charter.site.docs_stubs import sync
from tests import project
from tests.sample import edit, sample
from tests.terminal import Terminal

# One answer a line; an empty one ends a longer answer or a list.
SOURCE = [
    "new",
    "fair-report",
    "Report of the fair",
    "",
    "Riverdale",
    "",
    "https://riverdale.example/fair",
    "2025",
    "",
    "2026-01",
    "",
    "1",
]
CASE_STUDY = [
    "swing", "A swing: for 'all' # who like it", "", "Riverdale", "", "1", "", "2025", "", 'They said "yes".', "It helps.", "",
    "Children", "Łucja's 👋🏽 class", "", "They drew it.", "", "1", "Our reading.", "", "", "kindness-1, 3", "", "There is a swing.", "",
    "Nobody knows how long it lasts.", "", *SOURCE, "meeting", "", "yes",
]  # fmt: skip
PLEDGE = [
    "courage", "We will try: again.", "", "Try again", "try again", "", "We will try agian", "", "", "Did we try again?", "",
    "We come back.", "", "You can ask twice.", "", "You call again.", "", "health", "", "meeting", "", "yes",
]  # fmt: skip
ACTIVITY = [
    "bench-day", "The bench day", "", "2025", "", "2025-03", "They painted a bench.", "", "1", "Our reading.", "",
    "1", "12", "They were counted.", "", "yes", "", "", "Neighbours.", "", "no", "", "", "", "It is green.", "", "", "meeting", "", "yes",
]  # fmt: skip
SAID_DID = [
    "swing", "A swing", "", "We want a swing.", "", "We built one.", "", "You can swing.", "", "", "See it", "", "1", "meeting", "", "yes",
]  # fmt: skip
SIGNATURE = ["1", "Mayor", "", "2026-01-04", *SOURCE, "", "yes"]


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up area, with its pages."""
    monkeypatch.setenv("PYTHONPATH", str(project.ROOT))
    sync(load(sample(tmp_path)), tmp_path / "docs")
    return tmp_path


def everything(area: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(area.rglob("*")) if file.is_file()}


def add(area: Path, kind: str, answers: list[str]) -> Terminal:
    """Add a record as an editor does, and look whether all is well afterwards."""
    terminal = Terminal(area, "charter", "new", kind)
    terminal.answer(*answers)
    assert terminal.end() == 0, terminal.shown
    assert check(area)
    return terminal


def test_a_case_study_is_added_with_its_source_and_its_page(area: Path) -> None:
    shown = add(area, "case-study", CASE_STUDY).shown
    story = check(area).case_study("swing")
    assert story.title == "A swing: for 'all' # who like it"
    assert story.summary == 'They said "yes".\nIt helps.'
    assert story.who == ["Children", "Łucja's 👋🏽 class"]
    assert story.pledges == ["kindness-1", "kindness-2"] and story.priorities == []
    assert (
        story.sources == ["fair-report", "meeting"]
        and check(area).source("fair-report").published == "2025"
    )
    assert (area / "docs/case-studies/swing.md").read_text(
        encoding="utf-8"
    ) == '{{ case_study("swing") }}\n'
    assert (
        "Look at the page case-studies/swing/ with: make serve" in shown
        and "make addresses" in shown
    )


def test_a_pledge_gets_the_next_number_of_its_value_that_was_never_used(area: Path) -> None:
    promised = [
        "/charter/#courage-4",
        "/charter/kindness-9/",
        "/charter/#kindness-9",
    ]  # the last two have moved
    (area / "data/addresses.txt").write_text("\n".join(promised) + "\n", encoding="utf-8")
    add(area, "pledge", PLEDGE)
    pledge = check(area).pledge("courage-5")
    assert (
        pledge.text == "We will try: again." and pledge.status == "draft" and pledge.query is None
    )
    assert (
        list(
            yaml_reader.read((area / "data/pledges/courage-5.yml").read_bytes()).value  # type: ignore[call-overload]
        )[:4]
        == [
            "id",
            "value",
            "text",
            "short",
        ]
    )


def test_an_activity_is_added_with_all_who_took_part(area: Path) -> None:
    add(area, "activity", ACTIVITY)
    (activity,) = [activity for activity in check(area).engagement if activity.id == "bench-day"]
    assert [(who.group, who.number, who.note) for who in activity.took_part] == [
        (check(area).groups[0].id, 12, "They were counted."),
        (None, None, "Neighbours."),
    ]


def test_what_was_said_and_done_is_added(area: Path) -> None:
    add(area, "said-did", SAID_DID)
    assert [
        (each.still_open, each.shown.words) for each in check(area).said_did if each.id == "swing"
    ] == [([], "See it")]


def test_a_signature_changes_its_own_lines_and_no_others(area: Path) -> None:
    file = area / "data/signatures.yml"
    file.write_text(
        "# Who signed.\n" + file.read_text(encoding="utf-8") + "# The end.\n", encoding="utf-8"
    )
    before = file.read_text(encoding="utf-8").splitlines()
    add(area, "signature", SIGNATURE)
    (signature,) = check(area).signatures
    assert (signature.role, str(signature.date), signature.sources) == (
        "Mayor",
        "2026-01-04",
        ["meeting", "fair-report"],
    )
    after = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "  status: signed",
        "  role: Mayor",
        "  date: 2026-01-04",
        "    - fair-report",
    ]
    assert [line for line in before if line not in after] == ["  status: not signed yet"]


def test_a_proof_is_added_to_a_list_in_brackets_too(area: Path) -> None:
    edit(area / "data", "signatures.yml", "sources:\n    - meeting", "sources: [meeting]")
    add(area, "signature", SIGNATURE)
    assert check(area).signatures[0].sources == ["meeting", "fair-report"]


def test_two_new_sources_cannot_have_one_id_or_one_address(area: Path) -> None:
    terminal = Terminal(area, "charter", "new", "signature")
    terminal.answer(*SIGNATURE[:-2], *SOURCE[:2])
    terminal.wait_for('"fair-report" is used already. Every id may stand only once')
    terminal.answer("fair-report-2", *SOURCE[2:7])
    terminal.wait_for(
        '"https://riverdale.example/fair" is used already. Every address may stand only once'
    )


def test_an_organisation_that_is_new_comes_to_the_end_of_the_list(area: Path) -> None:
    organisation = ["new", "school", "Riverdale School", "", "It teaches.", "", ""]
    add(
        area,
        "signature",
        [*organisation, "next", "It asked to join.", "", "not signed yet", "meeting", "", "yes"],
    )
    assert [(each.organisation, each.status) for each in check(area).signatures][1:] == [
        ("school", "not signed yet")
    ]


def test_a_signature_needs_a_proof_that_did_not_stand_there_before(area: Path) -> None:
    terminal = Terminal(area, "charter", "new", "signature")
    terminal.answer("1", "Mayor", "", "2026-01-04", "meeting")
    terminal.wait_for("meeting: stands there already, from before it had signed")


WRONG = [
    (
        "case-study",
        ["School Garden"],
        '"School Garden" does not have the right form. Write it like this: my-friends',
    ),
    (
        "case-study",
        ["school-garden"],
        '"school-garden" is used already. Every id may stand only once',
    ),
    ("case-study", ["swing", ""], "is empty. Write some text here"),
    ("case-study", ["swing", "A", "", "B", "", "both"], 'write one of: "here" or "elsewhere"'),
    ("case-study", ["swing", "zero\u200bwidth", ""], "holds an invisible character (U+200B)"),
    ("pledge", ["kindnes"], 'there is no value called "kindnes". Did you mean "kindness"?'),
    ("pledge", ["1", "We will.", "", "x" * 41], "is 41 characters long. Say it in 40 at most"),
    (
        "activity",
        ["a", "A", "", "2025", "", "March"],
        '"March" does not have the right form. Write it like this: "2026-11"',
    ),
    (
        "activity",
        ["a", "A", "", "2025", "", "2025", ""],
        "the list is empty. Write at least one item",
    ),
    (
        "activity",
        ["a", "A", "", "2025", "", "2025", "x", "", "1", "x", "", "1", "many"],
        "write a whole number",
    ),
    (
        "activity",
        ["a", "A", "", "2025", "", "2025", "x", "", "1", "x", "", "", "", ""],
        "says nothing of who took part",
    ),
    (
        "said-did",
        ["s", "S", "", "a", "", "b", "", "c", "", "", "See", "", "nowhere/"],
        'there is no page "nowhere/" on this site',
    ),
    (
        "signature",
        ["1", "Mayor", "", "4 January"],
        "write a date like this, without quotes: 2026-11-23",
    ),
]


@pytest.mark.parametrize(
    ("kind", "answers", "said"), WRONG, ids=[said[:30] for _, _, said in WRONG]
)
def test_an_answer_that_is_not_right_is_told_at_once_and_asked_again(
    kind: str, answers: list[str], said: str, area: Path
) -> None:
    before = everything(area)
    terminal = Terminal(area, "charter", "new", kind)
    terminal.answer(*answers)
    terminal.wait_for(said)
    terminal.wait_for("> ")
    terminal.press("c")
    assert terminal.end() == 1
    assert "Stopped. Nothing was written." in terminal.shown and "Traceback" not in terminal.shown
    assert everything(area) == before


@pytest.mark.parametrize("end", ["d", "c", "no"])
def test_whoever_stops_at_the_end_leaves_nothing_written(end: str, area: Path) -> None:
    before = everything(area)
    terminal = Terminal(area, "charter", "new", "said-did")
    terminal.answer(*SAID_DID[:-1])
    terminal.wait_for("Is this right?")
    terminal.wait_for("> ")
    if end == "no":
        terminal.type(end)
    else:
        terminal.press(end)
    assert terminal.end() == 1
    assert "Stopped. Nothing was written." in terminal.shown and "Traceback" not in terminal.shown
    assert everything(area) == before


def test_answers_may_be_piped_in_and_their_end_is_no_traceback(area: Path) -> None:
    before = everything(area)
    ended = project.run(area, "charter", "new", "said-did", typed="\n".join(SAID_DID[:9]))
    assert (
        ended.status == 1
        and "Stopped. Nothing was written." in ended.said
        and "Traceback" not in ended.said
    )
    assert everything(area) == before
    assert project.run(area, "charter", "new", "said-did", typed="\n".join(SAID_DID)).status == 0
    assert check(area)


def test_bytes_that_are_no_text_are_refused_like_any_other_answer(area: Path) -> None:
    ended = project.run(
        area,
        "charter",
        "new",
        "said-did",
        typed=b"s\nwrong \xff here\n\n".decode("utf-8", "surrogateescape"),
    )
    assert "holds an invisible character" in ended.said and "Traceback" not in ended.said


def test_pasted_lines_are_one_answer(area: Path) -> None:
    if "libedit" in (readline.__doc__ or ""):
        pytest.skip(
            "this Python has another line editor, which does not know where pasted text ends"
        )
    terminal = Terminal(area, "charter", "new", "said-did")
    terminal.answer("swing")
    terminal.paste("A swing\n\nfor all")
    terminal.answer("")
    terminal.wait_for("\r\nsaid: ")
    terminal.paste("First.\nSecond.")
    terminal.answer("", "b", "", "c", "", "", "See it", "", "1", "meeting", "", "yes")
    assert terminal.end() == 0
    (made,) = [each for each in check(area).said_did if each.id == "swing"]
    assert made.title == "A swing\n\nfor all" and made.said == ["First.", "Second."]


def test_data_that_are_not_in_order_are_told_before_any_question(area: Path) -> None:
    edit(area / "data", "values.yml", "name: Courage", "name: on")
    ended = project.run(area, "charter", "new", "pledge", typed="")
    assert (
        ended.status == 1
        and "data/values.yml, line 6, name: YAML does not read on as text" in ended.said
        and ">" not in ended.said
    )


def test_data_that_went_wrong_meanwhile_keep_anything_from_being_written(area: Path) -> None:
    terminal = Terminal(area, "charter", "new", "said-did")
    terminal.answer(*SAID_DID[:-1])
    terminal.wait_for("Is this right?")
    edit(area / "data", "values.yml", "name: Courage", "name: on")
    before = everything(area)
    terminal.answer("yes")
    assert terminal.end() == 1
    assert "Nothing was written" in terminal.shown and "data/values.yml, line 6" in terminal.shown
    assert "We want a swing." in terminal.shown and everything(area) == before


def typed_text() -> st.SearchStrategy[str]:
    hard = st.sampled_from(
        [
            "no",
            "2025",
            "08:30",
            "1e3",
            "~",
            "# x",
            "a: b",
            "- a",
            "'",
            '"',
            "{{ x }}",
            "&a",
            "*a",
            "!t",
            "|",
            ">",
            "?",
            "---",
            "x  y",
        ]
    )
    line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=150) | hard
    return (
        st.lists(line | st.just(""), min_size=1, max_size=4)
        .map("\n".join)
        .map(str.strip)
        .filter(lambda text: text and not UNSEEN.search(text))
    )


@given(typed_text(), st.lists(typed_text(), min_size=1, max_size=3))
def test_whatever_is_typed_is_what_the_file_says(text: str, items: list[str]) -> None:
    fields = {"text": text, "items": items, "inner": {"text": text}}
    document = yaml_reader.read(yaml_text.record(fields).encode())
    assert (document.faults, document.value) == ([], fields)
    document = yaml_reader.read(yaml_text.with_item("- text: x\n", fields).encode())
    assert (document.faults, document.value) == ([], [{"text": "x"}, fields])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_is_typed_ends_in_an_answer_or_in_a_remedy(text: str) -> None:
    said: list[str] = []
    lines = iter([text, "", "a true answer", ""])
    questions = Questions(
        Talk(said.append, lambda: next(lines)), CaseStudy, of_file("case_studies"), {"page": {}}
    )
    answered = questions.record(
        leave=tuple(name for name in CaseStudy.model_fields if name != "title")
    )["title"]
    told = [line for line in said if re.search(r"is empty|invisible", line)]
    assert (answered == text.strip() and not told) or (answered == "a true answer" and told)


def test_what_was_added_is_on_the_pages_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(project.ROOT))
    copied = project.copy(tmp_path)
    pledge = check(copied).pledges_in_order[0].id
    source = check(copied).sources[0].id
    answers = [
        *[
            "a-new-story",
            "A: new # story",
            "",
            "Here",
            "",
            "1",
            "",
            "2025",
            "",
            "In short.",
            "",
            "Some",
            "",
            "Met",
            "",
            "1",
            "So it is.",
            "",
            "",
        ],
        *[pledge, "", "Much", "", "Little", "", source, "", "yes"],
    ]
    add(copied, "case-study", answers)
    assert project.run(copied, "mkdocs", "build", "--strict").status == 0
    page = html.document_fromstring(
        (copied / "site/case-studies/a-new-story/index.html").read_text(encoding="utf-8")
    )
    assert page.xpath("string(//h1)").strip() == "A: new # story"
    assert "In short." in page.text_content()
    listed = html.document_fromstring(
        (copied / "site/case-studies/index.html").read_text(encoding="utf-8")
    )
    assert "A: new # story" in listed.text_content()
