"""Mistakes of editors in data/ (mistakes.yml): each is told with its file, its line, what is wrong
and what to write instead.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import yaml

from charter.data import yaml_reader
from charter.data.load import load
from charter.problems import ProblemsFound
from tests.sample import DATA, edit, sample

MISTAKES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "mistakes.yml").read_text(encoding="utf-8")
)
NO_PAGE = "line 1: no page reads this file"
UNREADABLE = "line 1: the file is missing or can't be read. Put it back"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the made-up area's data."""
    return sample(tmp_path)


def wrong(data: Path, *pages: str) -> ProblemsFound:
    """All that is wrong with data."""
    with pytest.raises(ProblemsFound) as found:
        load(data, pages or None)
    return found.value


def files_told(data: Path) -> set[str]:
    """The files that are told of."""
    return {problem.file for problem in wrong(data).problems}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=[*MISTAKES])
def test_a_mistake_is_told_with_file_line_and_remedy(mistake: dict[str, Any], data: Path) -> None:
    before = (data / mistake["file"]).read_text(encoding="utf-8").partition(mistake["text"])[0]
    edit(data, mistake["file"], mistake["text"], mistake["to"])
    found = wrong(data)
    line = mistake.get("line", before.count("\n") + 1 + mistake.get("below", 0))
    assert f"data/{mistake.get('told_in', mistake['file'])}, line {line}" in str(found)
    assert mistake["message"] in str(found)
    assert all(problem.message for problem in found.problems)
    assert str(found).count("\n") == len(found.problems)


def test_the_sample_itself_holds_no_mistake() -> None:
    assert load(DATA).pledges


def test_all_mistakes_of_a_run_are_told_at_once(data: Path) -> None:
    edit(data, "values.yml", "name: Courage", "name: on")
    edit(data, "pledges/courage-1.yml", "outcome: health", "outcome: heath")
    edit(data, "story.yml", "when: 3 May 2025", "when: [")
    (data / "site.yml").unlink()
    broken = ("values.yml", "pledges/courage-1.yml", "story.yml", "site.yml")
    assert files_told(data) == {f"data/{file}" for file in broken}


def test_an_id_that_stands_twice_is_told_beside_other_mistakes(data: Path) -> None:
    edit(data, "values.yml", "id: courage\n  name: Courage", "id: kindness\n  nam: Courage")
    told = str(wrong(data))
    assert 'line 5, id: "kindness" is used already in data/values.yml, line 1' in told
    assert "line 6, nam: there is no such field here" in told


def test_a_file_that_cannot_be_read_is_told_once_and_not_again_by_all_that_refer_to_it(
    data: Path,
) -> None:
    edit(data, "outcomes.yml", "- id: friends", "- id: friends: x")
    assert files_told(data) == {"data/outcomes.yml"}


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("site.yml", b"", "line 1: the file is empty"),
        ("site.yml", b"---\n", "line 1: the file is empty"),
        ("site.yml", b"name: x\nname: caf\xe9\n", "line 2: the file is not saved as UTF-8"),
        ("site.yml", b"[" * 5000, "nested too deep"),
        ("site.yml", b"just text\n", "line 1: write fields here"),
        ("priorities.yml", b"id: play\n", "line 1: write a list here"),
        ("values.yml", b"x" * 1_000_001, "line 1: the file is far too big to be read"),
        ("values.yml", b"[" + b"a," * 100_001 + b"a]", "line 1: the file is far too big"),
        ("moved.yml", b"# Nothing has \xff moved.\n", "line 1: the file is not saved as UTF-8"),
        ("said-did/pond.yml", b"{id: pond, said: [We asked:]}\n", "a colon in it must be in quot"),
        ("outcome.yml", b"- id: x\n", f"{NO_PAGE}. Did you mean outcomes.yml?"),
        *(
            (name, b"id: x\n", f"{NO_PAGE}. Call it pledges/x.yml")
            for name in ("pledges/x.yaml", "pledges/deep/x.yml", "pledges/X.YML", "pledge/x.yml",
                         "pledges/x.yml.txt")
        ),
        ("pledges/courage-1.yaml", b"id: x\n", f"{NO_PAGE}. Did you mean pledges/courage-1.yml?"),
        ("values.yml", b"{\\rtf1\\ansi We}", "line 1: the file is not plain text"),
        *(
            (name, b"- id: x\n", NO_PAGE)
            for name in ("values.YML", "values.yaml", "values.yml.txt", "values.yml.bak", "values",
                         "pledges/notes.md")
        ),
    ],
)  # fmt: skip
def test_a_damaged_or_strange_file_is_told(
    file: str, content: bytes, message: str, data: Path
) -> None:
    (data / file).parent.mkdir(exist_ok=True)
    (data / file).write_bytes(content)
    (told,) = [problem for problem in wrong(data).problems if problem.file == f"data/{file}"]
    assert message in str(told)


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "values.yml~", "#values.yml#", ".values.yml.swp", "README.md", "wordings.txt~",
     "schema/notes.json", "pledges/._courage-1.yml", "pledges/.#courage-1.yml", ".idea/values.yml",
     "pledges/~$courage-1.yml", "answers/counts.yml.new", "Thumbs.db", "pledges/Desktop.ini"],
)  # fmt: skip
def test_files_of_programs_and_for_editors_may_stand_among_the_data(name: str, data: Path) -> None:
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).write_bytes(b"\x00\x05\x16\x07\xff")
    assert len(load(data).pledges) == 3


def test_the_link_to_nowhere_that_emacs_makes_while_it_edits_is_left_out(data: Path) -> None:
    (data / "pledges" / ".#courage-1.yml").symlink_to("someone@example.1234")
    assert len(load(data).pledges) == 3


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_mistake(data: Path) -> None:
    text = (data / "values.yml").read_text(encoding="utf-8")
    (data / "values.yml").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load(data).values == load(DATA).values


@pytest.mark.parametrize("target", ["/dev/zero", "nowhere", "."])
def test_what_is_no_file_is_told_and_not_read_without_end(target: str, data: Path) -> None:
    (data / "values.yml").unlink()
    (data / "values.yml").symlink_to(target)
    assert f"data/values.yml, {UNREADABLE}" in str(wrong(data))


@pytest.mark.parametrize(
    "name", ["values.yml", "pledges/courage-1.yml", "wordings.txt", "addresses.txt", "x.yml",
             "pledges/x.yml", "answers/counts.yml", "area-shapes.geojson", "signatures.yml"]
)  # fmt: skip
def test_a_pipe_that_never_ends_is_told_and_not_waited_for(name: str, data: Path) -> None:
    (data / name).unlink(missing_ok=True)
    (data / name).parent.mkdir(exist_ok=True)
    os.mkfifo(data / name)
    assert f"data/{name}" in files_told(data)


@pytest.mark.parametrize("folder", ["engagement", "pledges"])
def test_a_file_where_a_folder_belongs_is_told(folder: str, data: Path) -> None:
    for file in (data / folder).iterdir():
        file.unlink()
    if folder == "pledges":
        assert "data/pledges, line 1: the folder holds no .yml file" in str(wrong(data))
    (data / folder).rmdir()
    (data / folder).write_text("- id: x\n", encoding="utf-8")
    assert f"data/{folder}, {NO_PAGE}" in str(wrong(data))


def test_a_file_name_with_strange_figures_is_told_and_no_traceback(data: Path) -> None:
    (data / "pledges" / "courage-1.yml").rename(data / "pledges" / "1²3.yml")
    assert "the file is called 1²3.yml. Make them the same" in str(wrong(data))


def test_more_problems_than_anybody_reads_are_counted(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charter.data.load.MOST_PROBLEMS", 200)
    (data / "glossary.yml").write_text("- id: x\n" * 300, encoding="utf-8")
    told = wrong(data)
    assert "more things are to mend than are told here. Mend these first" in str(told)
    assert len(told.problems) < 300


@pytest.mark.slow
def test_counts_of_many_years_are_read(data: Path) -> None:
    names = "".join(
        f'  - {{name: "{number:032x}", mark: "{number:016x}"}}\n' for number in range(40_000)
    )
    (data / "answers" / "counts.yml").write_text(f"taken:\n{names}counts: []\n", encoding="utf-8")
    assert "there are 40000 names under taken:, but 0 copies were counted" in str(wrong(data))


def add_sources(data: Path, count: int) -> None:
    """Many sources in one file."""
    facts = "title: x, publisher: x, published: x, read: 'stored copy, 2026-01'"
    many = "".join(f"- {{id: source-{number}, {facts}}}\n" for number in range(count))
    (data / "sources" / "more.yml").write_text(many, encoding="utf-8")


def test_a_long_list_of_ids_is_not_told_whole(data: Path) -> None:
    add_sources(data, 100)
    edit(data, "pledges/courage-1.yml", "  - meeting", "  - zzz")
    assert 'no source called "zzz". Write one of: meeting' in str(wrong(data))
    assert str(wrong(data)).endswith("or one of 92 more")


def steps(work: Callable[[], object]) -> int:
    """How many lines of our own code run."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "/charter/" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_twice_the_records_are_at_most_twice_the_work(data: Path) -> None:
    load(data)  # what is made once is no part of it
    work = []
    for count in (1, 101, 201):
        add_sources(data, count)
        yaml_reader._read.cache_clear()
        work.append(steps(lambda: load(data)))
    none, once, twice = work
    assert once - none > 100
    assert twice - none < 2.2 * (once - none)


def test_a_link_to_a_page_that_is_not_there_is_told(data: Path) -> None:
    edit(data, "said-did/pond.yml", "page: charter/", "page: chater/")
    edit(data, "search.yml", "page: charter/#why", "page: nowhere/#why")
    assert load(data).pledges  # who does not know the pages does not judge
    told = str(wrong(data, "", "charter/", "case-studies/", "glossary/"))
    assert 'data/said-did/pond.yml, line 13, shown.page: there is no page called "chater/"' in told
    assert 'Did you mean "charter/"?' in told
    assert 'data/search.yml, line 24, sayings.page: there is no page called "nowhere/"' in told


def test_text_keeps_every_character_that_was_typed(data: Path) -> None:
    hard = "Tom & Ana <b>5 | 6</b> {{ x }} {# y `z` 👋🏽 مرحبا Łódź"
    edit(data, "values.yml", "meaning: We try hard things.", f"meaning: '{hard}'")
    assert load(data).values["courage"].meaning == hard


def test_a_file_that_may_hold_notes_only_may_do_so(data: Path) -> None:
    (data / "moved.yml").write_bytes(b"# Nothing has moved.\n\n")
    assert load(data).moved == []
