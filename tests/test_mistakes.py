"""An editor's mistakes in data/: each is told with its file, its line, what is wrong and what to
write instead.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from charter.data.load import load
from charter.problems import ProblemsFound
from tests.sample import edit, sample


@dataclass(frozen=True)
class Mistake:
    """One edit that goes wrong, and what must be said of it."""

    name: str
    file: str
    old: str
    new: str
    line: int
    said: str
    # Where the fault is told, if that is another file than the edited one.
    told_in: str = ""


MISTAKES = [
    Mistake("unknown key", "values.yml", "meaning: We are", "meening: We are", 4, 'meening: there is no such field here. Did you mean "meaning"?'),
    Mistake("missing key", "values.yml", "  meaning: We try hard things.\n", "", 5, "meaning: is missing. Add it"),
    Mistake("doubled key", "pledges/courage-1.yml", "status: draft", "status: draft\nstatus: draft", 16, "status: stands here twice"),
    Mistake("pledge without a question", "pledges/courage-1.yml", "question: Did we try?\n", "", 1, "question: is missing. Add it"),
    Mistake("pledge with an empty question", "pledges/courage-1.yml", "question: Did we try?", "question:", 5, "question: is empty. Write something"),
    Mistake("question of blanks", "pledges/courage-1.yml", "question: Did we try?", 'question: "  "', 5, "question: is empty. Write some text here"),
    Mistake("short name that is long", "pledges/courage-1.yml", "short: Try", "short: " + "try " * 20, 18, "short: is 79 characters long. Say it in 40 at most"),
    Mistake("list where text is meant", "values.yml", "meaning: We try hard things.", "meaning:\n    - We try", 8, "write one text here, not a list"),
    Mistake("text where a list is meant", "pledges/courage-1.yml", "outcomes:\n  - health", "outcomes: health", 13, "outcomes: write a list here"),
    Mistake("empty list", "pledges/courage-1.yml", "sources:\n  - meeting", "sources: []", 16, "sources: the list is empty. Write at least one"),
    Mistake("no is false", "pledges/courage-1.yml", "    - You listen.", "    - no", 12, 'in_practice.staff: YAML does not read no as text. Put it in quotes: "no"'),
    Mistake("on is true", "values.yml", "name: Courage", "name: on", 6, 'name: YAML does not read on as text. Put it in quotes: "on"'),
    Mistake("time is a number", "story.yml", "when: 3 May 2025", "when: 08:30", 1, 'when: YAML does not read 08:30 as text. Put it in quotes: "08:30"'),
    Mistake("another time is a number", "story.yml", "when: 3 May 2025", "when: 12:30", 1, 'when: YAML does not read 12:30 as text. Put it in quotes: "12:30"'),
    Mistake("date is not text", "story.yml", "when: 3 May 2025", "when: 2025-05-03", 1, 'YAML does not read 2025-05-03 as text. Put it in quotes: "2025-05-03"'),
    Mistake("number is not text", "glossary.yml", "short: RC", "short: 2030", 2, 'short: YAML does not read 2030 as text. Put it in quotes: "2030"'),
    Mistake("text is not a date", "site.yml", "2026-01-05", "5 January 2026", 4, "draft_date: write a date like this, without quotes"),
    Mistake("day that does not exist", "site.yml", "2026-01-05", "2026-02-31", 4, "draft_date: write a date like this, without quotes"),
    Mistake("month in the wrong form", "site.yml", '"2026-01"', '"Jan 26"', 5, 'checked: "Jan 26" does not have the right form. Write it like this: "2026-11"'),
    Mistake("outcome that does not exist", "pledges/courage-1.yml", "- health", "- heath", 14, 'outcomes: there is no outcome called "heath". Did you mean "health"?'),
    Mistake("value that does not exist", "pledges/courage-1.yml", "value: courage", "value: wisdom", 2, 'there is no value called "wisdom". Write one of: kindness, courage'),
    Mistake("pledge that does not exist", "case-studies/school-garden.yml", "- kindness-1", "- kindnes-1", 16, 'there is no pledge called "kindnes-1". Did you mean "kindness-1"?'),
    Mistake("source that does not exist", "plan.yml", "- meeting", "- minutes", 8, 'sources: there is no source called "minutes". Write one of: meeting, garden-page'),
    Mistake("story that does not exist", "spectrum.yml", "example_story: school-garden", "example_story: garden", 12, 'there is no case study called "garden"'),
    Mistake("organisation that does not exist", "signatures.yml", "organisation: town-hall", "organisation: town", 1, 'there is no organisation called "town"'),
    Mistake("repeated id", "values.yml", "id: courage", "id: kindness", 5, '"kindness" is used already in data/values.yml, line 1. Every id may stand only once'),
    Mistake("repeated address", "sources/stories.yml", "  published", "  published: no date\n- id: x\n  title: X\n  publisher: X\n  address: https://school.example/garden\n  published", 9, "Every address may stand only once"),
    Mistake("address without http", "organisations.yml", "https://riverdale.example/", "riverdale.example", 4, "is not a web address. Write one that starts with https://"),
    Mistake("address of another kind", "organisations.yml", "https://riverdale.example/", "javascript:alert(1)", 4, "is not a web address"),
    Mistake("id that is not the file's name", "pledges/courage-1.yml", "id: courage-1", "id: courage-2", 1, 'the id is "courage-2" but the file is called courage-1.yml. Make them the same'),
    Mistake("id that does not fit the value", "pledges/courage-1.yml", "value: courage", "value: kindness", 1, 'the id "courage-1" does not fit the value "kindness"'),
    Mistake("id with capitals", "outcomes.yml", "id: home", "id: My Home", 22, '"My Home" does not have the right form'),
    Mistake("choice that is not offered", "pledges/courage-1.yml", "status: draft", "status: done", 15, 'status: write one of: "draft" or "agreed"'),
    Mistake("signed by nobody", "signatures.yml", "status: not signed yet", "status: signed", 1, "a signature needs the role of who signed and the date"),
    Mistake("not signed, but with a date", "signatures.yml", "status: not signed yet", "status: not signed yet\n  date: 2026-01-01", 1, "status says not signed yet"),
    Mistake("colon inside text", "values.yml", "meaning: We try hard things.", "meaning: We try: hard things.", 8, "a colon followed by a space stands inside the text. Put the whole text in quotes"),
    Mistake("text that starts with a quotation mark", "values.yml", "meaning: We try hard", 'meaning: "We" try hard', 8, "begins with a quotation mark also ends with one"),
    Mistake("quotation mark never closed", "values.yml", "meaning: We try hard things.", 'meaning: "We try hard things.', 8, "a quotation mark or bracket is opened here and never closed"),
    Mistake("comment that swallows text", "values.yml", "meaning: We try hard things.", "meaning: We are number #1 and # more", 8, 'everything after " #" would be lost'),
    Mistake("tab", "values.yml", "  meaning: We try", "\tmeaning: We try", 8, "there is a tab. Use spaces instead"),
    Mistake("text that starts with @", "values.yml", "meaning: We try hard", "meaning: @ we try hard", 8, 'text that starts with @ must be in quotes'),
    Mistake("text that starts with &", "values.yml", "meaning: We try hard", "meaning: &we try hard", 8, "must be in quotes"),
    Mistake("text that starts with !", "values.yml", "meaning: We try hard", "meaning: !we try hard", 8, "must be in quotes"),
    Mistake("line too far in", "values.yml", "  look: star", "    look: star", 7, "a colon followed by a space stands inside the text"),
    Mistake("no colon", "values.yml", "  look: star", "  look star", 8, "there is no colon and space after the name of the field"),
    Mistake("second document", "values.yml", "- id: courage", "---\n- id: courage", 5, "a line of three hyphens starts a second document"),
    Mistake("invisible character", "values.yml", "We try hard", "We try\u200b hard", 8, "holds an invisible character (U+200B)"),
    Mistake("control character", "values.yml", "We try hard", "We try\x07 hard", 8, "holds an invisible character (U+0007)"),
    Mistake("group that does not exist", "engagement/garden-day.yml", "- group: children", "- group: childen", 10, 'took_part.group: there is no group called "childen". Did you mean "children"?'),
    Mistake("nobody took part", "engagement/garden-day.yml", "number: 12", "number: 0", 11, "took_part.number: write a number that is 1 or more"),
    Mistake("number in words", "engagement/garden-day.yml", "number: 12", "number: twelve", 11, "took_part.number: write a whole number, without quotes"),
    Mistake("nothing said of who took part", "engagement/village-fair.yml", "    note: The notes don't say who they were.\n", "", 10, "took_part: says nothing of who took part. Add group:, or say in note: what the source tells"),
    Mistake("month that does not exist", "engagement/garden-day.yml", '"2025-05"', '"2025-13"', 4, 'started: "2025-13" does not have the right form. Write it like this: "2026-11" or "2026"'),
    Mistake("year without quotes", "engagement/village-fair.yml", 'started: "2025"', "started: 2025", 4, 'started: YAML does not read 2025 as text. Put it in quotes: "2025"'),
    Mistake("threshold of nothing", "tracker.yml", "number: 2", "number: 0", 7, "enough.groups.number: write a number that is 1 or more"),
    Mistake("threshold for nobody", "tracker.yml", "group: teachers", "group: techers", 8, 'there is no group called "techers". Did you mean "teachers"?'),
    Mistake("two thresholds for one group", "tracker.yml", "group: teachers", "group: children", 3, '"children" has two numbers. Leave one of them'),
    Mistake("page that is an address", "said-did/pond.yml", "page: charter/", "page: https://charter.example/", 13, "shown.page:"),
    Mistake("two actions with one id", "plan.yml", "id: dig", "id: ask", 1, 'the id "ask" is used twice in the plan'),
    Mistake("action named like a part of its page", "plan.yml", "id: dig", "id: training", 1, 'the id "training" is the name of a part of the plan'),
    Mistake("date in words", "plan.yml", "by: 2026-11-23", "by: next year", 22, "by: write a date like this, without quotes"),
    Mistake("placeholder that does not exist", "postcode-box.yml", "{place}", "{palce}", 9, "answers.covered: nothing can be put in for {palce}. Here you can use {postcode} and {place}"),
    Mistake("placeholder left out", "postcode-box.yml", "Yes. {postcode} is", "Yes. It is", 9, "answers.covered: does not say {postcode}. Write it where the answer should name it"),
    Mistake("placeholder where there is none", "postcode-box.yml", "Is my postcode", "Is {postcode}", 1, "heading: nothing can be put in for {postcode}. Here you can use no placeholder"),
    Mistake("line of a copy that does not say its day", "offline.yml", "of {date}", "of some day", 1, "line: does not say {date}. Write it where the answer should name it"),
    Mistake("page to keep that is a file", "offline.yml", 'page: ""', 'page: index.html', 4, "pages.page: "),
    Mistake("value without words to listen for", "listening.yml", "  - value: courage\n    words: [brave, had a go]\n", "", 1, 'values: there are no words for the value "courage". Add some'),
    Mistake("value listened for twice", "listening.yml", "value: courage", "value: kindness", 1, 'values: "kindness" stands here twice. Join its two lists'),
    Mistake("words for a value that does not exist", "listening.yml", "value: courage", "value: corage", 4, 'there is no value called "corage". Did you mean "courage"?'),
    Mistake("no word to listen for", "listening.yml", "[brave, had a go]", '["42"]', 5, 'words: "42" holds no word to look for'),
    Mistake("no words to listen for", "listening.yml", "[brave, had a go]", "[]", 5, "words: the list is empty. Write at least one"),
    Mistake("words for no such tone", "listening.yml", "no_tone:", "neutral:", 9, "neutral: there is no such field here"),
    Mistake("more right than a number", "listening.yml", "right: 4", "right: most", 14, "right: "),
    Mistake("words that lead nowhere", "search.yml", "  - pledge: kindness-1\n    say", "  - say", 19, "sayings: write either pledge or page, so that these words lead to one place"),
    Mistake("words that lead to two places", "search.yml", "    name: Why take part", "    name: Why take part\n    pledge: kindness-1", 23, "sayings: write either pledge or page"),
    Mistake("page that the link can't name", "search.yml", "    name: Why take part\n", "", 23, "sayings: a page needs a name beside it, for the link to say"),
    Mistake("words for a pledge that does not exist", "search.yml", "pledge: kindness-1", "pledge: kindnes-1", 19, 'sayings.pledge: there is no pledge called "kindnes-1". Did you mean "kindness-1"?'),
    Mistake("words that stand twice", "search.yml", "- what for", "- Nobody smiles", 18, 'sayings: "Nobody smiles" stands here twice. Leave it where it fits best'),
    Mistake("words that lead to another website", "search.yml", "page: charter/#why", "page: https://charter.example/", 23, "have-your-say/#not-kept (a page of this site, or a place on it)"),
    Mistake("results without their number", "search.yml", '"{number} places"', "some places", 7, "many: does not say {number}"),
    Mistake("question that does not exist", "did-we.yml", "- kindness-1", "- kindness-9", 64, 'occasions.questions: there is no pledge called "kindness-9"'),
    Mistake("progress that does not say how far", "did-we.yml", "{answered} of", "some of", 17, "progress: does not say {answered}. Write it where the answer should name it"),
    Mistake("address to send to, and words that there is none", "did-we.yml", "no_address:", "send_to: us@council.example\nno_address:", 1, "write either send_to, an email address, or no_address"),
    Mistake("address to send to that is none", "did-we.yml", "no_address: There is no address.", "send_to: council.example", 56, 'send_to: "council.example" does not have the right form'),
    Mistake("engine with a number for a version", "evidence.json", '"4.14.1"', "4.14", 6, 'engines.version: YAML does not read 4.14 as text. Put it in quotes: "4.14"'),
    Mistake("commit that is none", "evidence.json", '"commit": "1c0ffee"', '"commit": "main"', 3, 'commit: "main" does not have the right form'),
    Mistake("evidence with a strange field", "evidence.json", '"looks"', '"look"', 7, 'look: there is no such field here. Did you mean "looks"?'),
    Mistake("day that is not in the calendar", "evidence.json", "2026-01-05", "2026-02-30", 2, 'date: "2026-02-30" is no day of the calendar. Write one that is'),
    Mistake("state without words", "evidence.json", "dark-1280", "dark-128", 5, 'states: there is no state called "dark-128". Did you mean "dark-1280"?'),
    Mistake("evidence that is cut off", "evidence.json", '"commit"', '"com', 3, "a quotation mark is missing here, or on a line above. Add it. Or take the file away: make test writes it again"),
    Mistake("criterion without a number", "wcag.yml", "number: 1.4.3", "number: 1.4", 16, "number: YAML does not read 1.4 as text"),
    Mistake("criterion with a strange number", "wcag.yml", "number: 1.4.3", 'number: "1.4"', 16, 'number: "1.4" does not have the right form. Write it like this: 1.4.3'),
    Mistake("criterion below no principle", "wcag.yml", "number: 1.4.3", "number: 4.1.2", 1, 'no principle has the number that "4.1.2" starts with. Add it to principles, or mend the number'),
    Mistake("criterion that stands twice", "wcag.yml", "beyond: []", "beyond:\n  - number: 1.4.3\n    name: X\n    level: AAA\n    how: X\n    by: person\n    state: a person has to look", 1, 'the number "1.4.3" is used twice'),
    Mistake("met though nobody looked", "wcag.yml", "by: machine in every state", "by: person", 16, "only a machine can have found this met so far"),
    Mistake("certainty that does not exist", "wcag.yml", "state: met", "state: nearly met", 21, 'state: write one of: "met", "a person has to look" or "does not apply"'),
    Mistake("addition that does not exist", "accessibility.yml", "adds: evidence", "adds: proof", 7, 'adds: write one of: "criteria", "exemptions" or "evidence"'),
    Mistake("no page looked at", "evidence.json", '["/", "/courage/"]', "[]", 4, "pages: the list is empty. Write at least one"),
    Mistake("text that starts with a number sign", "pledges/courage-1.yml", "question: Did we try?", "question: #1, did we try?", 5, 'question: everything after " #" would be lost'),
    Mistake("text behind a note", "pledges/courage-1.yml", "question: Did we try?", "question: # first\n  Did we try?", 5, 'question: everything after " #" would be lost'),
    Mistake("item behind a note", "glossary.yml", "    - meeting", "    - # first\n      meeting", 8, 'everything after " #" would be lost'),
    Mistake("text that starts with %", "values.yml", "- id: kindness", "%note kind\n---\n- id: kindness", 1, "text that starts with % must be in quotes"),
    Mistake("text that starts with ?", "values.yml", "meaning: We try hard", "meaning: ? we try hard", 8, "text that starts with ? must be in quotes"),
    Mistake("unknown handle of a tag", "values.yml", "meaning: We try hard", "meaning: !e!x we try hard", 8, "text that starts with ! must be in quotes"),
    Mistake("backslash between double quotes", "values.yml", "meaning: We try hard things.", 'meaning: "C:\\data"', 8, "a \\ has a meaning of its own. Put the text in single ones instead"),
    Mistake("half a letter", "values.yml", "meaning: We try hard things.", 'meaning: "\\ud800"', 8, "a \\ has a meaning of its own"),
    Mistake("text on the line of its sign", "values.yml", "meaning: We try hard things.", "meaning: > We try hard things.", 8, "after | or > the text must start on the next line"),
    Mistake("record that does not go on", "values.yml", "- id: courage", "id: courage", 5, "this line"),
    Mistake("mark of another encoding in the middle", "values.yml", "We try hard", "We\ufeff try hard", 8, "holds an invisible character (U+FEFF)"),
    Mistake("name that is a list", "values.yml", "  look: star", "  [look]: star", 7, "the name of a field must be a plain word. Write it like this: name: text"),
    Mistake("very long reference", "pledges/courage-1.yml", "  - meeting", "  - " + "meeting " * 500, 17, "…\". "),
    Mistake("digits of another script in a month", "site.yml", 'checked: "2026-01"', 'checked: "20٢٦-01"', 5, 'checked: "20٢٦-01" does not have the right form'),
    Mistake("number that has to be more than nothing", "evidence.json", '"rules": 100', '"rules": 0', 6, "engines.rules: write a number that is more than 0"),
    Mistake("pledge with two ideas", "easy-read.yml", "      words:\n        - This", "      pledge: kindness-1\n      words:\n        - This", 1, "has two ideas. Leave one of them"),
    Mistake("organisation that stands twice", "signatures.yml", "- organisation: town-hall", "- {organisation: town-hall, group: core, note: It was there., status: not signed yet, sources: [meeting]}\n- organisation: town-hall", 1, "stands here twice. Leave one of them"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name.replace(" ", "-"))
def test_a_mistake_is_told_with_file_line_and_remedy(mistake: Mistake, tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, mistake.file, mistake.old, mistake.new)
    with pytest.raises(ProblemsFound) as found:
        load(data)
    told = str(found.value)
    assert f"data/{mistake.told_in or mistake.file}, line {mistake.line}" in told
    assert mistake.said in told
    assert all(problem.message for problem in found.value.problems)


def test_the_sample_itself_holds_no_mistake() -> None:
    assert load(sample_data()).pledges


def sample_data() -> Path:
    return Path(__file__).parent / "sample" / "data"


def test_all_mistakes_of_a_run_are_told_at_once(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "values.yml", "name: Courage", "name: on")
    edit(data, "pledges/courage-1.yml", "- health", "- heath")
    edit(data, "story.yml", "when: 3 May 2025", "when: [")
    (data / "plan.yml").unlink()
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert {problem.file for problem in found.value.problems} == {
        "data/values.yml",
        "data/pledges/courage-1.yml",
        "data/story.yml",
        "data/plan.yml",
    }


def test_a_file_that_cannot_be_read_is_told_once_and_not_again_by_all_that_refer_to_it(
    tmp_path: Path,
) -> None:
    data = sample(tmp_path)
    edit(data, "outcomes.yml", "- id: friends", "- id: friends: x")
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert {problem.file for problem in found.value.problems} == {"data/outcomes.yml"}


def test_a_file_that_no_page_reads_is_told(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "outcome.yml").write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(
        ProblemsFound,
        match=r"data/outcome.yml, line 1: no page reads this file. Did you mean outcomes.yml\?",
    ):
        load(data)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"---\n", "the file is empty"),
        (b"name: caf\xe9\n", "not saved as UTF-8"),
        (b"[" * 5000, "nested too deep"),
        (b"just text\n", "write fields here"),
    ],
    ids=["empty", "three hyphens", "another encoding", "brackets", "no fields"],
)
def test_a_damaged_file_is_told(content: bytes, said: str, tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "site.yml").write_bytes(content)
    with pytest.raises(ProblemsFound, match=said):
        load(data)


def test_fields_where_a_list_belongs_are_told(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "priorities.yml").write_text("id: play\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"data/priorities.yml, line 1: write a list here"):
        load(data)


def test_a_folder_without_records_is_told(tmp_path: Path) -> None:
    data = sample(tmp_path)
    for file in (data / "pledges").iterdir():
        file.unlink()
    with pytest.raises(ProblemsFound, match=r"data/pledges, line 1: the folder holds no .yml file"):
        load(data)


@pytest.mark.parametrize(
    "name",
    ["values.YML", "values.yaml", "values.yml.txt", "values.yml.bak", "values", "pledges/notes.md"],
)
def test_a_file_with_another_ending_is_not_left_out_without_a_word(
    name: str, tmp_path: Path
) -> None:
    data = sample(tmp_path)
    (data / name).write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=f"data/{name}, line 1: no page reads this file"):
        load(data)


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "values.yml~",
        "#values.yml#",
        ".values.yml.swp",
        "README.md",
        "addresses.txt",
        "schema/notes.json",
    ],
)
def test_files_of_programs_and_for_editors_may_stand_among_the_data(
    name: str, tmp_path: Path
) -> None:
    data = sample(tmp_path)
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).write_text("x", encoding="utf-8")
    assert load(data).pledges


@pytest.mark.parametrize("folder", ["engagement", "pledges"])
def test_a_file_where_a_folder_belongs_is_told(folder: str, tmp_path: Path) -> None:
    data = sample(tmp_path)
    for file in (data / folder).iterdir():
        file.unlink()
    (data / folder).rmdir()
    (data / folder).write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=f"data/{folder}, line 1: no page reads this file"):
        load(data)


@pytest.mark.parametrize(
    "content", [b"x" * 1_000_001, b"[" + b"a," * 100_001 + b"a]"], ids=["bytes", "values"]
)
def test_a_file_that_is_far_too_big_is_told_and_not_read(content: bytes, tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "values.yml").write_bytes(content)
    with pytest.raises(
        ProblemsFound, match=r"data/values.yml, line 1: the file is far too big to be read"
    ):
        load(data)


def test_more_problems_than_anybody_reads_are_counted(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "glossary.yml").write_text("- id: x\n" * 3_000, encoding="utf-8")
    with pytest.raises(
        ProblemsFound,
        match=r"data, line 1: \d+ more things are to mend than are told here. Mend these first",
    ):
        load(data)


def test_counts_of_many_years_are_read(tmp_path: Path) -> None:
    data = sample(tmp_path)
    names = "".join(f'  - "{number:032x}"\n' for number in range(40_000))
    (data / "answers" / "counts.yml").write_text(f"taken:\n{names}counts: []\n", encoding="utf-8")
    with pytest.raises(
        ProblemsFound, match="there are 40000 names under taken:, but 0 copies were counted"
    ):
        load(data)


def test_what_is_no_file_is_told_and_not_read_without_end(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "values.yml").unlink()
    (data / "values.yml").symlink_to("/dev/zero")
    with pytest.raises(
        ProblemsFound, match=r"data/values.yml, line 1: the file is missing or can't be read"
    ):
        load(data)


def test_a_long_list_of_ids_is_not_told_whole(tmp_path: Path) -> None:
    data = sample(tmp_path)
    many = "".join(
        f"- id: source-{number}\n  title: x\n  publisher: x\n  published: x\n  checked: '2026-01'\n"
        for number in range(100)
    )
    (data / "sources" / "more.yml").write_text(many, encoding="utf-8")
    edit(data, "pledges/courage-1.yml", "  - meeting", "  - zzz")
    with pytest.raises(
        ProblemsFound, match=r'no source called "zzz". Write one of: .* or one of \d+ more$'
    ):
        load(data)


def test_a_link_to_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "said-did/pond.yml", "page: charter/", "page: chater/")
    edit(data, "search.yml", "page: charter/#why", "page: nowhere/#why")
    assert load(data).pledges  # who does not know the pages does not judge
    with pytest.raises(ProblemsFound) as found:
        load(data, ["", "charter/", "case-studies/", "glossary/"])
    told = str(found.value)
    assert (
        'data/said-did/pond.yml, line 13, shown.page: there is no page called "chater/". Did you mean "charter/"?'
        in told
    )
    assert 'data/search.yml, line 23, sayings.page: there is no page called "nowhere/"' in told


def test_text_keeps_every_character_that_was_typed(tmp_path: Path) -> None:
    data = sample(tmp_path)
    hard = "Tom & Ana <b>5 | 6</b> {{ x }} {# y `z` 👋🏽 مرحبا Łódź"
    edit(data, "values.yml", "meaning: We try hard things.", f"meaning: '{hard}'")
    assert load(data).values["courage"].meaning == hard


def test_notes_that_are_not_text_are_told_even_where_a_file_may_hold_notes_only(
    tmp_path: Path,
) -> None:
    data = sample(tmp_path)
    (data / "moved.yml").write_bytes(b"# Nothing has moved.\n")
    load(data)
    (data / "moved.yml").write_bytes(b"# Nothing has \xff moved.\n")
    with pytest.raises(
        ProblemsFound, match=r"data/moved\.yml, line 1: the file is not saved as UTF-8"
    ):
        load(data)


def test_a_colon_between_brackets_is_told_in_plain_words(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "said-did" / "pond.yml").write_text("{id: pond, said: [We asked:]}\n", encoding="utf-8")
    with pytest.raises(
        ProblemsFound, match="between brackets, text with a colon in it must be in quotes"
    ):
        load(data)
