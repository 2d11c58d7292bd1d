"""No pledge says something new in silence: what it said before is kept, with the day, the version
and the reason.
"""

from pathlib import Path

import pytest

from charter.data import published_wordings
from charter.data.load import load
from charter.problems import ProblemsFound
from tests.sample import edit, sample

OLD, NOW = "We will have a go.", "We will try."
FILE = "pledges/courage-1.yml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The made-up area. One of its pledges has said something else before, and all that was said is
    on the list.
    """
    found = sample(tmp_path)
    assert load(found).pledges["courage-1"].history[0].wording == OLD
    published_wordings.add_new(load(found), found)
    return found


def refused(data: Path) -> str:
    with pytest.raises(ProblemsFound) as told:
        load(data)
    return str(told.value)


def reword(data: Path) -> None:
    edit(data, FILE, f"text: {NOW}", "text: We will dare.")


def test_what_is_new_needs_no_entry_and_is_added_when_the_site_is_published(data: Path) -> None:
    (data / published_wordings.FILE).write_text("courage-1 We will have a go.\n", encoding="utf-8")
    assert published_wordings.add_new(load(data), data) == (3, 4)
    assert load(data)


def test_the_list_has_the_words_oldest_first_and_only_grows(data: Path) -> None:
    assert published_wordings.read(data)["courage-1"] == [OLD, NOW]
    before = (data / published_wordings.FILE).read_text(encoding="utf-8")
    assert published_wordings.add_new(load(data), data) == (0, 4)
    assert (data / published_wordings.FILE).read_text(encoding="utf-8") == before
    (data / "pledges" / "kindness-2.yml").unlink()
    assert published_wordings.add_new(load(data), data) == (0, 4)
    assert (data / published_wordings.FILE).read_text(encoding="utf-8") == before


def test_new_words_without_the_old_ones_are_told_with_what_to_write(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")  # 15 January 2027
    reword(data)
    said = refused(data)
    assert (
        f'data/{FILE}, line 3, text: people know this pledge as "{NOW}". Put these words back.'
        in said
    )
    assert "Write this first under history:" in said
    assert (
        f'    - wording: "{NOW}"\n      until: 2027-01-14\n      version: "draft 2"\n      why: ""'
        in said
    )


def test_even_a_comma_is_a_change(data: Path) -> None:
    edit(data, FILE, f"text: {NOW}", "text: We will, try.")
    assert "people know this pledge as" in refused(data)


def test_how_lines_are_broken_is_no_change(data: Path) -> None:
    edit(data, FILE, f"text: {NOW}", "text: >-\n  We will\n  try.")
    assert load(data).pledges["courage-1"].text == NOW


def test_new_words_with_the_old_ones_are_taken_and_are_the_next_to_be_kept(data: Path) -> None:
    reword(data)
    edit(
        data,
        FILE,
        "history:\n",
        f"history:\n  - wording: {NOW}\n    until: 2026-02-01\n    version: draft 2\n    why: To be"
        " clearer.\n",
    )
    changed = load(data)
    assert (changed.site.version, str(changed.site.draft_date)) == ("draft 2.1", "2026-02-02")
    pledge = changed.pledges["courage-1"]
    assert [earlier.wording for earlier in pledge.history] == [NOW, OLD]
    assert str(pledge.since) == "2026-02-02" and pledge.wordings == 3
    assert published_wordings.add_new(changed, data) == (1, 5)
    assert published_wordings.read(data)["courage-1"] == [OLD, NOW, "We will dare."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (OLD, "We will have a try.",
         f'history: "{OLD}" was published, and its place is empty now.'
         " Put it back under history as it was"),
        (OLD, NOW, "history.wording: the words that came next are the same"),
        ("until: 2026-01-04", "until: long ago",
         "history.until: write a date like this, without quotes: 2026-11-23"),
        ("    version: draft 1\n", "", "history.version: is missing. Add it"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_history_is_told(data: Path, old: str, new: str, said: str) -> None:
    edit(data, FILE, old, new)
    assert said in refused(data)


@pytest.mark.parametrize(
    ("until", "version", "said"),
    [("2026-01-04", "draft 0", "line 38, history.until: the newest words come first"),
     ("2025-12-01", "draft 1", 'line 39, history.version: "draft 1" stands above already')],
)  # fmt: skip
def test_a_history_in_disorder_is_told(data: Path, until: str, version: str, said: str) -> None:
    (data / published_wordings.FILE).unlink()
    with (data / FILE).open("a", encoding="utf-8") as file:
        file.write(
            f"  - wording: We will.\n    until: {until}\n    version: {version}\n    why: Too"
            " short.\n"
        )
    assert said in refused(data)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"courage-1 We will try.\n<<<<<<< HEAD\n",
      "line 2: here two changes could not be joined, and both were kept"),
     (b"courage-1 We will try.\nWe-will-try.\n",
      "line 2: this line does not say a pledge's id and then its words"),
     (b"courage-1 We will try\xff\n", "line 1: the file is not saved as UTF-8")],
)  # fmt: skip
def test_a_damaged_list_is_told_and_stays_as_it_is(data: Path, content: bytes, said: str) -> None:
    charter_before = load(data)
    (data / published_wordings.FILE).write_bytes(content)
    assert (
        f"data/wordings.txt, {said}. A program writes this file: put the last good one back"
        in refused(data)
    )
    with pytest.raises(ProblemsFound):
        published_wordings.add_new(charter_before, data)
    assert (data / published_wordings.FILE).read_bytes() == content
