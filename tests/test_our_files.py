"""Programs write over and remove what they made themselves, and nothing else (decision 30)."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from charter import our_folders
from charter.our_files import UNMARKED, has_mark, marked, replace, write
from charter.our_folders import LIST, list_all, why_not_folder, write_listed

OURS = marked(f"Ours. {UNMARKED}\n")


def test_a_text_that_was_changed_anywhere_has_lost_its_mark(tmp_path: Path) -> None:
    assert has_mark(tmp_path, OURS)
    for at in range(len(OURS)):
        assert not has_mark(tmp_path, OURS[:at] + "~" + OURS[at + 1 :])
        assert not has_mark(tmp_path, OURS[:at] + "~" + OURS[at:])


def link(file: Path) -> None:
    file.with_name("elsewhere").write_text(OURS, encoding="utf-8")
    file.symlink_to("elsewhere")


def link_to_nothing(file: Path) -> None:
    file.symlink_to("nothing")


def folder_is_a_link(file: Path) -> None:
    file.parent.rename(file.parent.with_name("other"))
    file.parent.symlink_to("other")


def folder_is_a_file(file: Path) -> None:
    file.parent.rmdir()
    file.parent.write_text("mine", encoding="utf-8")


def read_only(file: Path) -> None:
    file.write_text(OURS, encoding="utf-8")
    file.chmod(0o444)


THEIRS: dict[str, tuple[Callable[[Path], object], str]] = {
    "own words": (lambda file: file.write_text("mine", encoding="utf-8"), "own text stands here"),
    "ours and own words": (lambda file: file.write_text(f"{OURS}mine", "utf-8"), "own text stands"),
    "no text": (lambda file: file.write_bytes(b"\xff\xfe"), "own text stands here"),
    "a folder": (Path.mkdir, "no plain file"),
    "a pipe": (os.mkfifo, "no plain file"),
    "other capitals": (lambda file: file.with_name("Page.MD").touch(), "only in capitals"),
    "a link": (link, "this is a link"),
    "a link to nothing": (link_to_nothing, "this is a link"),
    "read only": (read_only, "may not be written to"),
    "its folder a link": (folder_is_a_link, "this is a link"),
    "its folder a file": (folder_is_a_file, "this is no folder"),
}


def look(folder: Path) -> dict[str, object]:
    """Everything in a folder: what it is, and what is in it."""
    found: dict[str, object] = {}
    for path in folder.rglob("*"):
        what = path.readlink() if path.is_symlink() else path.read_bytes() if path.is_file() else ""
        found[str(path)] = (path.lstat().st_mode, what)
    return found


@pytest.mark.parametrize("plant, said", THEIRS.values(), ids=THEIRS)
def test_nothing_is_written_over_that_is_not_ours(
    plant: Callable[[Path], object], said: str, tmp_path: Path
) -> None:
    file = tmp_path / "docs" / "charter" / "page.md"
    file.parent.mkdir(parents=True)
    plant(file)
    before = look(tmp_path)
    written, refused = write({file: marked(f"New. {UNMARKED}\n")}, tmp_path / "docs")
    assert not written and said in refused[0].message
    assert look(tmp_path) == before


def test_a_file_keeps_its_mode_and_a_link_to_it_when_its_text_is_replaced(tmp_path: Path) -> None:
    private, file = tmp_path / "private", tmp_path / "counts.yml"
    private.write_text("old", encoding="utf-8")
    private.chmod(0o600)
    file.symlink_to("private")
    replace(file, "new")
    assert file.is_symlink() and private.read_text(encoding="utf-8") == "new"
    assert private.stat().st_mode & 0o777 == 0o600
    assert len([*tmp_path.iterdir()]) == 2


def test_what_is_listed_and_unchanged_is_written_anew_or_removed(tmp_path: Path) -> None:
    write_listed({"a.md": "A", "b/b.md": "B", "c.md": "C"}, tmp_path)
    (tmp_path / "c.md").write_text("mine", encoding="utf-8")
    (tmp_path / "d.md").write_text("D", encoding="utf-8")
    done = write_listed({"a.md": "new", "d.md": "D"}, tmp_path, remove_others=True)
    assert (done.written, done.removed) == ([tmp_path / "a.md"], [tmp_path / "b" / "b.md"])
    assert (tmp_path / "c.md").read_text(encoding="utf-8") == "mine"
    done = write_listed({"c.md": "C again", "e.md": "E"}, tmp_path)
    assert done.written == [tmp_path / "e.md"]
    assert "c.md, line 1: somebody's own text" in str(*done.refused)


def test_what_a_killed_run_has_written_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    write_listed({"a.md": "A"}, tmp_path)
    calls: Iterator[Callable[..., object]] = iter([our_folders._keep_list, stop])
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(our_folders, "_keep_list", lambda *given: next(calls)(*given))
        write_listed({"a.md": "B"}, tmp_path)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "B"
    write_listed({"a.md": "C"}, tmp_path)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "C"


OTHERS: dict[str, Callable[[Path], object]] = {
    "a file more": lambda site: (site / "CNAME").touch(),
    "a page changed": lambda site: (site / "a" / "index.html").write_text("mine", "utf-8"),
    "an empty folder": lambda site: (site / "new").mkdir(),
    "a link": lambda site: (site / "link").symlink_to("a"),
    "a folder is a link now": lambda site: (site / "a").symlink_to(
        (site / "a").rename(site.with_name("a"))
    ),
    "its list changed": lambda site: (site / LIST).write_text("", encoding="utf-8"),
    "no list": lambda site: (site / LIST).unlink(),
}


@pytest.mark.parametrize("plant", OTHERS.values(), ids=OTHERS)
def test_a_folder_is_ours_only_while_all_in_it_is(
    plant: Callable[[Path], object], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_text("A", encoding="utf-8")
    assert why_not_folder(site)
    list_all(site)
    (site / "a" / ".DS_Store").touch()
    assert not why_not_folder(site)
    plant(site)
    assert why_not_folder(site)


def test_nothing_and_an_empty_folder_may_be_replaced_a_link_or_a_file_may_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("empty")
    assert not why_not_folder(tmp_path / "nothing") and not why_not_folder(tmp_path / "empty")
    assert why_not_folder(tmp_path / "file") and why_not_folder(tmp_path / "link")
    assert why_not_folder(Path("/proc"))
