"""A Word file may come from anywhere: what is damaged, or made to do harm, is told in a clear line,
and nothing is changed.
"""

import shutil
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from charter.problems import ProblemsFound
from charter.translations import word_file
from tests.made_up_translations import area, filled, take, translation
from tests.test_our_files import look

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
COMMENTS = """<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:comment w:id="1"/><w:comment w:id="2"/></w:comments>"""
Spoil = Callable[[Path], object]


def parts(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(file: Path, contents: dict[str, bytes]) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in contents.items():
            made.writestr(name, content)


def change(name: str, old: bytes, new: bytes) -> Spoil:
    """Other content in a part of the file."""

    def spoil(file: Path) -> None:
        inside = parts(file)
        assert old in inside[name]
        packed(file, {**inside, name: inside[name].replace(old, new, 1)})

    return spoil


def whole(content: bytes) -> Spoil:
    return lambda file: file.write_bytes(content)


def without(name: str) -> Spoil:
    return lambda file: packed(file, {k: v for k, v in parts(file).items() if k != name})


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def bomb(file: Path) -> None:
    """A hundred megabytes of blanks, which take a tenth of one in the file."""
    inside = parts(file)
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in inside.items():
            if name != MAIN:
                made.writestr(name, content)
        with made.open(MAIN, "w", force_zip64=True) as part:
            for _ in range(100):
                part.write(b" " * 1_000_000)


def bomb_that_lies(file: Path) -> None:
    """Its list says that the part has ten bytes."""
    packed(file, {**parts(file), MAIN: b" " * 30_000_000})
    raw = file.read_bytes()
    file.write_bytes(raw.replace(struct.pack("<L", 30_000_000), struct.pack("<L", 10)))


def many_rows(file: Path) -> None:
    change(MAIN, b"</w:body>", b"<w:tbl>" + b"<w:tr/>" * 100_000 + b"</w:tbl></w:body>")(file)


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3000])


def flipped(file: Path) -> None:
    """A part whose bytes are damaged, in a list that is whole."""
    raw = bytearray(file.read_bytes())
    with ZipFile(file) as made:
        at = made.getinfo(MAIN).header_offset + 200
    raw[at : at + 50] = bytes(50)
    file.write_bytes(raw)


def odd_packing(file: Path) -> None:
    """A way of packing that Python does not know."""
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"\x08\x00", b"\x63\x00"))


def with_password(file: Path) -> None:
    """The bit that says so, at each part."""
    raw = bytearray(file.read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(sign)
        while at >= 0:
            raw[at + place] |= 1
            at = raw.find(sign, at + 1)
    file.write_bytes(raw)


def entity(inside: bytes) -> Spoil:
    """A document type in front of the text, and its entity where a correction stands."""

    def spoil(file: Path) -> None:
        content = parts(file)
        text = content[MAIN].replace(b"Anhalten", b"&x;", 1)
        start, _, rest = text.partition(b"?>")
        text = start + b"?><!DOCTYPE a [" + inside + b"]>" + rest
        packed(file, {**content, MAIN: text})

    return spoil


LAUGHS = b"".join(
    b'<!ENTITY x%d "%s">' % (n, b"&x%d;" % (n - 1) * 10 if n else b"ha" * 10) for n in range(10)
)
NO_WORD, BROKEN = "this is no Word file of today", "this Word file is damaged"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
HARMFUL: dict[str, tuple[Spoil, str]] = {
    "missing": (lambda file: file.unlink(), "there is no such file"),
    "a folder": (folder, "there is no such file"),
    "empty": (whole(b""), NO_WORD),
    "a text": (whole(b"Anhalten"), NO_WORD),
    "a PDF": (whole(b"%PDF-1.7"), NO_WORD),
    "an old Word file": (whole(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)), "a password"),
    "any zip": (lambda file: packed(file, {"a.txt": b"a"}), NO_WORD),
    "a zip of nothing": (lambda file: packed(file, {}), NO_WORD),
    "a spreadsheet": (change(TYPES, b"wordprocessingml.document", b"spreadsheetml.sheet"), NO_WORD),
    "macros": (change(TYPES, word_file.MAIN.encode(), b"ms-word.document.macroEnabled.main+xml"),
               "programs in it (macros)"),
    "a part with macros": (change(TYPES, b"</Types>", b'<Default Extension="bin" ContentType='
                                  b'"application/vnd.ms-office.vbaProject"/></Types>'), "macros"),
    "no text": (without(MAIN), NO_WORD),
    "no list of its parts": (without(TYPES), NO_WORD),
    "cut off": (cut_off, BROKEN),
    "damaged": (flipped, BROKEN),
    "an odd packing": (odd_packing, BROKEN),
    "a password": (with_password, "it has a password"),
    "broken XML": (change(MAIN, b"</w:body>", b"</w:bod>"), BROKEN),
    "no XML": (change(MAIN, b"<w:document", b"\x00"), BROKEN),
    "deep": (change(MAIN, b"<w:body>", b"<w:body>" + b"<w:p>" * 100_000), BROKEN),
    "a bomb": (bomb, "far too big"),
    "a bomb that lies": (bomb_that_lies, BROKEN),
    "many rows": (many_rows, "far too big"),
    "a file from this computer": (entity(b'<!ENTITY x SYSTEM "file:///etc/passwd">'), "no program"),
    "a file from elsewhere": (entity(b'<!ENTITY x SYSTEM "http://127.0.0.1:9/">'), "no program"),
    "a word that grows": (entity(LAUGHS + b'<!ENTITY x "&x9;">'), BROKEN),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", HARMFUL)
def test_a_file_that_is_damaged_or_made_to_do_harm_is_told_and_changes_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = area(tmp_path / "area")
    file = filled(data, {"Stop": "Anhalten"})
    spoil, said = HARMFUL[name]
    spoil(file)
    before = look(data)
    capsys.readouterr()
    status = take(file, data)
    err = capsys.readouterr().err
    assert status == 1 and said in err and f"{file}, line 1: " in err
    assert "1 thing to mend" in err and look(data) == before


def test_a_word_file_of_something_else_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, file = area(tmp_path / "area"), tmp_path / "letter.docx"
    letter = docx.Document()
    letter.add_paragraph("Dear council")
    letter.add_table(2, 5).rows[0].cells[0].text = "abcd"
    letter.save(str(file))
    assert take(file, data) == 1
    assert "letter.docx, line 1: this is no sheet that python -m charter" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["comments", "strict"])
def test_remarks_at_the_edge_are_told_and_other_spellings_of_word_are_read(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = area(tmp_path / "area")
    file = filled(data, {"Stop": "Anhalten"})
    inside = parts(file)
    if what == "comments":
        packed(file, {**inside, "word/comments.xml": COMMENTS.encode()})
    else:
        names = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        strict = inside[MAIN].replace(names, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        assert strict != inside[MAIN]
        packed(file, {**inside, MAIN: strict})
    assert take(file, data) == 0
    assert translation(data, "de", "Stop") == "Anhalten"
    told = "The file has 2 remarks at the edge" in capsys.readouterr().out
    assert told is (what == "comments")


def test_signs_of_the_fonts_of_pictures_are_ticks_and_boxes(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    packed(file, parts(filled(area(tmp_path / "area"))))
    signs = {"F0FC": "✓", "F0FE": "☑", "00FE": "☑", "F0A8": "☐", "F04A": "\ufffd", "": "\ufffd"}
    cells = "".join(
        f'<w:tc><w:p><w:r><w:sym w:font="Wingdings" w:char="{each}"/></w:r></w:p></w:tc>'
        for each in signs
    )
    change(MAIN, b"<w:body>", f"<w:body><w:tbl><w:tr>{cells}</w:tr></w:tbl>".encode())(file)
    assert [each.strip() for each in word_file.read(file).rows[0].cells] == [*signs.values()]


def test_a_table_within_a_cell_is_a_part_of_the_cell(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    packed(file, parts(filled(area(tmp_path / "area"))))
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    both = inner.format("outside").replace("</w:tc>", f"{inner.format('inside')}</w:tc>")
    before = len(word_file.read(file).rows)
    change(MAIN, b"<w:body>", f"<w:body>{both}".encode())(file)
    rows = word_file.read(file).rows
    assert len(rows) == before + 1 and rows[0].cells[0].split() == ["outside", "inside"]


@pytest.mark.slow
def test_any_damage_to_any_byte_ends_in_a_line_or_in_a_sheet(tmp_path: Path) -> None:
    """Each place in turn, in a file that is otherwise as it was."""
    raw = filled(area(tmp_path / "area")).read_bytes()
    file, read = tmp_path / "damaged.docx", 0
    for at in range(0, len(raw), 97):
        for value in (0, 255):
            file.write_bytes(raw[:at] + bytes([value]) + raw[at + 1 :])
            try:
                word_file.read(file)
                read += 1
            except ProblemsFound as found:
                assert len(found.problems) == 1
    assert read > 0


@pytest.mark.weekly
@pytest.mark.parametrize("kind", ["docx", "odt", "doc", "rtf", "html"])
def test_a_sheet_lives_through_another_program_and_its_own_kind_of_file(
    kind: str, tmp_path: Path
) -> None:
    program = shutil.which("soffice") or pytest.skip("there is no LibreOffice here")
    data = area(tmp_path / "area")
    file = filled(data, {"Stop": "Anhalten"})

    def convert(given: Path, to: str, *how: str) -> Path:
        office = [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", *how]
        folder = given.parent / f"as-{to}"
        done = [*office, "--convert-to", to, "--outdir", str(folder), str(given)]
        subprocess.run(done, check=True, capture_output=True, timeout=120)
        return folder / f"{given.stem}.{to}"

    how = ["--infilter=HTML (StarWriter)"] if kind == "html" else []
    assert take(convert(convert(file, kind), "docx", *how), data) == 0
    assert translation(data, "de", "Stop") == "Anhalten"
    assert "checked" in (data / "translations" / "de.yml").read_text(encoding="utf-8")
