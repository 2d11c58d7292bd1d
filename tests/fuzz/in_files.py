"""What can go wrong with whole files: cut off, in another encoding, copied, swapped, gone."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.fuzz import hard

# From the folder of data, the file that was chosen in it, and a number, to what was put into it for readers.
Change = Callable[[Path, Path, int], list[str]]

# Names that an editor's program, a file manager or a slip gives to a copy.
COPIES = [
    "-2.yml",
    ".yaml",
    ".YML",
    ".yml.bak",
    ".yml.txt",
    " (1).yml",
    " copy.yml",
    ".json",
    ".md",
    "",
    ".yml.yml",
    "\n.yml",
    "é.yml",
    ".Yaml",
    "<zqx>.yml",
    "2.yml",
]


def _bytes(change: Callable[[bytes, int], bytes]) -> Change:
    def changed(folder: Path, file: Path, way: int) -> list[str]:
        file.write_bytes(change(file.read_bytes(), way))
        return []

    return changed


def cut_off(content: bytes, way: int) -> bytes:
    return content[: way * 7919 % (len(content) + 1)]


def encoded(content: bytes, way: int) -> bytes:
    text = content.decode("utf-8", errors="replace")
    names = [
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "latin-1",
        "cp1252",
        "utf-8-sig",
        "utf-7",
        "cp037",
        "shift_jis",
    ]
    if way % 3 == 0:
        text = text.replace("e", "é", 3)
    spoilt = text.encode(names[way % len(names)], errors="replace")
    return b"\xef\xbb\xbf" + spoilt if way % 11 == 7 else spoilt


def with_tabs(content: bytes, way: int) -> bytes:
    return content.replace(
        [b"\n  ", b": ", b"- ", b"\n"][way % 4],
        [b"\n\t", b":\t", b"-\t", b"\t\n"][way % 4],
        1 + way % 5,
    )


def other_line_ends(content: bytes, way: int) -> bytes:
    return content.replace(
        b"\n", [b"\r\n", b"\r", b"\n\n", b"\xc2\x85", b"\xe2\x80\xa8", b"\n\x0c", b" "][way % 7]
    )


def with_strange_bytes(content: bytes, way: int) -> bytes:
    at = way * 104729 % (len(content) + 1)
    strange = [
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\xc0\x80",
        b"\x1b",
        b"\n---\n",
        b"\n...\n",
        b"%zqx\n",
        b"\xf4\x90\x80\x80",
        b"'",
        b'"',
        b"\n\n\n",
        b":",
        b"}",
        b"-",
        b"\x7f",
    ]
    return content[:at] + strange[way % len(strange)] + content[at:]


def with_other_lines(content: bytes, way: int) -> bytes:
    lines = content.split(b"\n")
    at = way * 31 % len(lines)
    line = lines[at]
    ways = [
        [],
        [line, line],
        [b"  " + line],
        [line[1:]],
        [line, b"zqx"],
        [line, b"---", b"zqx: lost"],
        [line, b"...", b"zqx: lost"],
        [b"%TAG ! zqx", b"---", line],
        [line.strip()],
    ]
    return b"\n".join([*lines[:at], *ways[way % len(ways)], *lines[at + 1 :]])


def other_content(content: bytes, way: int) -> bytes:
    ways = [b"", b" \n", b"\n\n", b"# only a note\n", b"null\n", b"---\n", b"[]\n", b"{}\n", b"just text\n", b"\x89PNG\r\n\x1a\n\x00", bytes(range(256)), b"\x00" * 5000, b"- a\n- b\n",
            b"[" * 50_000, b"<!doctype html><p>zqx", b"a: b\n" * 30_000, b"PK\x03\x04", b"1\n", b"!!zqx\n", b"...\n", b"\xff\xfe", b"\xef\xbb\xbf", b'"' + b"x" * 3_000_000, b"- - - - -\n", b"? a\n"]  # fmt: skip
    return ways[way % len(ways)]


def copied(folder: Path, file: Path, way: int) -> list[str]:
    """A second file beside it, with a text of its own in it."""
    planted = f"{hard.MARK} of a copy {way}"
    end = COPIES[way % len(COPIES)]
    content = file.read_text(encoding="utf-8", errors="replace") + f'\nnote: "{planted}"\n'
    target = (file.parent if way % 2 else folder) / f"{file.stem}{end}"
    if not target.exists():
        target.write_text(content, encoding="utf-8")
        return [planted]
    return []


def swapped(folder: Path, file: Path, way: int) -> list[str]:
    files = sorted(other for other in folder.rglob("*.yml") if other.is_file())
    other = files[way % len(files)]
    one, two = file.read_bytes(), other.read_bytes()
    file.write_bytes(two)
    other.write_bytes(one)
    return []


def removed(folder: Path, file: Path, way: int) -> list[str]:
    file.unlink()
    return []


def folder_instead(folder: Path, file: Path, way: int) -> list[str]:
    content = file.read_bytes()
    file.unlink()
    file.mkdir()
    if way % 2:
        (file / file.name).write_bytes(content)
    return []


def folder_gone(folder: Path, file: Path, way: int) -> list[str]:
    if file.parent == folder:
        return removed(folder, file, way)
    shutil.rmtree(file.parent)
    if way % 2:
        file.parent.write_text(f"- {hard.MARK} where a folder was\n", encoding="utf-8")
        return [f"{hard.MARK} where a folder was"]
    return []


def renamed(folder: Path, file: Path, way: int) -> list[str]:
    new = file.with_name(
        [
            f"{file.stem}-9.yml",
            f"{file.stem}.yaml",
            file.name.upper(),
            f"{file.stem}.YML",
            f"-{file.name}",
            f"{file.stem}..yml",
            "x" * 200 + ".yml",
        ][way % 7]
    )
    if not new.exists():
        file.rename(new)
    return []


def link_to_itself(folder: Path, file: Path, way: int) -> list[str]:
    file.unlink()
    file.symlink_to([file, folder, Path("/nowhere"), Path("/dev/null")][way % 4])
    return []


FILE_CHANGES: dict[str, Change] = {
    "cut off": _bytes(cut_off),
    "another encoding": _bytes(encoded),
    "tabs": _bytes(with_tabs),
    "other line ends": _bytes(other_line_ends),
    "strange bytes": _bytes(with_strange_bytes),
    "other lines": _bytes(with_other_lines),
    "other content": _bytes(other_content),
    "file copied": copied,
    "two files swapped": swapped,
    "file removed": removed,
    "a folder instead": folder_instead,
    "folder gone": folder_gone,
    "file renamed": renamed,
    "a link instead": link_to_itself,
}
