"""What people do to a sheet in Word, and what their programs do: it is read as they see it, or what
is wrong is told.
"""

import datetime
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from charter.translations import checked_by, filled_in
from tests.made_up_translations import (
    about,
    area,
    fill_in,
    filled,
    rows,
    saved,
    take,
    translation,
    write_sheet,
)
from tests.test_our_files import look

pytestmark = pytest.mark.slow

THREE = {"We try hard things.": "Wir trauen uns etwas.", "Stop": "Anhalten"}
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return area(tmp_path / "area")


RIGHT = ["yes", "Yes.", "x", "☑", "☒", "✓", "☐ yes", "TAK", "так", "ਹਾਂ", "نعم", "\u2714\ufe0f"]
OPEN = ["", "\u00a0", "☐", "\u00ad"]
WRONG = ["no", "No!", "✗", "☐ no"]
NOT_KNOWN = ["maybe", "yes no", "☑ no", "✓✗", "yes, but"]


def test_a_mark_is_read_as_people_make_it_or_told(data: Path) -> None:
    document = fill_in(write_sheet(data), right="")
    made: dict[str, bool | None] = dict.fromkeys(RIGHT, True)
    made |= dict.fromkeys(OPEN) | dict.fromkeys(WRONG, False)
    every = iter(rows(document).values())
    for mark, row in zip([*made, *NOT_KNOWN], every, strict=False):
        row.cells[3].text = mark
    found = filled_in.read(saved(document, data.parent))
    assert [each.right for each in found.answers[: len(made)]] == [*made.values()]
    assert {each.right for each in found.answers[len(made) :]} == {None}
    for problem, mark in zip(found.problems, NOT_KNOWN, strict=True):
        assert (
            problem.message == f'"{mark}" stands under "Right?". Write yes or no there, or nothing'
        )


@pytest.mark.parametrize(
    "typed",
    ["2026-01-31", "31 January 2026", "31st January, 2026", "31 Jan 2026", "31/01/2026",
     "31.1.2026", "31. 1. 2026", "31/1/26", "\u0663\u0661/\u0661/\u0662\u0660\u0662\u0666"],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert checked_by.day(typed) == datetime.date(2026, 1, 31)


def test_what_programs_for_writing_add_to_a_text_is_left_out(data: Path) -> None:
    typed = "Wir\u00a0trauen\u00adden \ufeffuns\u202f‘etwas’.  \n"
    assert take(filled(data, {"We try hard things.": typed}), data) == 0
    assert translation(data, "de", "We try hard things.") == "Wir trauenden uns ‘etwas’."
    assert take(data.parent / "filled.docx", data) == 0


def test_letters_with_marks_are_one_letter_however_they_were_typed(data: Path) -> None:
    assert take(filled(data, {"Stop": "A\u0308nderung"}), data) == 0
    assert translation(data, "de", "Stop") == "\u00c4nderung"


def test_a_translation_that_was_changed_in_its_own_place_is_a_correction(data: Path) -> None:
    document = fill_in(write_sheet(data))
    rows(document)["Stop"].cells[2].text = "Anhalten"
    assert take(saved(document, data.parent), data) == 0
    assert translation(data, "de", "Stop") == "Anhalten"


def test_two_different_corrections_of_a_row_are_told(data: Path, capsys: Captured) -> None:
    document = fill_in(write_sheet(data), {"Stop": "Halt"})
    rows(document)["Stop"].cells[2].text = "Anhalten"
    before = look(data)
    assert take(saved(document, data.parent), data) == 1
    assert "others under what to write instead" in capsys.readouterr().err and look(data) == before


def test_rows_in_another_order_are_taken_all_the_same(data: Path) -> None:
    document = fill_in(write_sheet(data), THREE)
    for table in document.tables:
        for row in [*table.rows][1:]:
            table._tbl.insert(3, row._tr)
    assert take(saved(document, data.parent), data) == 0
    assert all(translation(data, "de", english) == said for english, said in THREE.items())
    assert "checked" in about(data)


def test_a_row_that_was_deleted_is_open(data: Path, capsys: Captured) -> None:
    document = fill_in(write_sheet(data), THREE)
    row = rows(document)["Listen"]._tr
    row.getparent().remove(row)
    assert take(saved(document, data.parent), data) == 0
    assert "Still open: 1." in capsys.readouterr().out and "checked" not in about(data)
    assert translation(data, "de", "Stop") == "Anhalten"


def test_a_box_that_was_clicked_means_right(data: Path) -> None:
    document = fill_in(write_sheet(data), right="")
    for row in rows(document).values():
        (box,) = [each for each in row.cells[3]._tc.iter(qn("w:t")) if each.text == "☐"]
        box.text = "☑"
    assert take(saved(document, data.parent), data) == 0
    assert "checked" in about(data)


def mark_of(name: str) -> Any:
    """A mark of tracked changes."""
    mark = OxmlElement(name)
    mark.set(qn("w:id"), "9")
    mark.set(qn("w:author"), "Somebody")
    return mark


def tracked(document: Any) -> None:
    """A correction with tracked changes: one word taken out, one put in."""
    (paragraph,) = rows(document)["Stop"].cells[4].paragraphs
    for name, tag, word in (("w:del", "w:delText", "Halt"), ("w:ins", "w:t", "Anhalten")):
        mark, run, text = mark_of(name), OxmlElement("w:r"), OxmlElement(tag)
        text.text = word
        run.append(text)
        mark.append(run)
        paragraph._p.append(mark)


def moved_away(document: Any) -> None:
    (paragraph,) = rows(document)["Stop"].cells[4].paragraphs
    paragraph.add_run("Anhalten")
    mark, run, text = mark_of("w:moveFrom"), OxmlElement("w:r"), OxmlElement("w:t")
    text.text = " sofort"
    run.append(text)
    mark.append(run)
    paragraph._p.append(mark)


def in_pieces(document: Any) -> None:
    """As programs that check spelling cut a text; and with a soft hyphen of Word's own."""
    (paragraph,) = rows(document)["Stop"].cells[4].paragraphs
    paragraph.add_run("An").bold = True
    paragraph.add_run()._r.append(OxmlElement("w:softHyphen"))
    paragraph.add_run("halten")


@pytest.mark.parametrize("typed", [tracked, moved_away, in_pieces])
def test_a_text_counts_as_it_is_seen_with_all_changes_accepted(
    typed: Callable[[Any], None], data: Path
) -> None:
    document = fill_in(write_sheet(data))
    typed(document)
    assert take(saved(document, data.parent), data) == 0
    assert translation(data, "de", "Stop") == "Anhalten"


def test_a_row_that_tracked_changes_deleted_does_not_count(data: Path) -> None:
    document = fill_in(write_sheet(data), THREE)
    rows(document)["Stop"]._tr.get_or_add_trPr().append(mark_of("w:del"))
    assert take(saved(document, data.parent), data) == 0
    assert translation(data, "de", "Stop") == "Stop" and "checked" not in about(data)


def joined(document: Any) -> None:
    cells = rows(document)["Stop"].cells
    cells[3].merge(cells[4])


def joined_down(document: Any) -> None:
    rows(document)["Stop"].cells[4].merge(rows(document)["Listen"].cells[4])


def a_cell_less(document: Any) -> None:
    cell = rows(document)["Stop"].cells[3]._tc
    cell.getparent().remove(cell)


def twice(document: Any) -> None:
    row = rows(document)["Stop"]._tr
    row.addnext(deepcopy(row))


def no_code(document: Any) -> None:
    rows(document)["Stop"].cells[0].text = "9"


def other_english(document: Any) -> None:
    rows(document)["Stop"].cells[1].paragraphs[0].runs[0].text = "Halt"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(joined, "cells of this row were joined or split"),
     (joined_down, "cells of this row were joined or split"),
     (a_cell_less, "cells of this row were joined or split"), (twice, "this row stands twice"),
     (no_code, "has lost the small letters under its number"),
     (other_english, "the English of this row is no longer what it was. Put back: Stop")],
)  # fmt: skip
def test_a_row_that_can_t_be_read_is_told_and_nothing_is_taken(
    spoil: Callable[[Any], None], said: str, data: Path, capsys: Captured
) -> None:
    document = fill_in(write_sheet(data), THREE)
    spoil(document)
    file, before = saved(document, data.parent), look(data)
    assert take(file, data) == 1
    err = capsys.readouterr().err
    assert said in err and "Traceback" not in err and look(data) == before
