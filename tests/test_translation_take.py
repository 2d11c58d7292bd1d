"""`python -m charter translate take`: what somebody filled into a Word file is in the charter's
files, and nothing is where anything is wrong.
"""

import datetime
from pathlib import Path

import pytest
import yaml

from charter.data.load import load
from charter.translations.told import OPEN
from tests.made_up_translations import (
    NOTE,
    WHO,
    about,
    area,
    catalog,
    fill_in,
    filled,
    message,
    rows,
    saved,
    take,
    translation,
    write_sheet,
)
from tests.sample import edit
from tests.test_our_files import look

pytestmark = pytest.mark.slow

THREE = {
    "We try hard things.": "Wir trauen uns etwas.",
    "Did we try?": "Haben wir es versucht?",
    "Stop": "Anhalten",
}
ADDRESS = "Do you speak this language? Please tell us what is wrong, at {address}."
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return area(tmp_path / "area")


def test_three_corrections_are_in_the_file_with_who_checked_it_and_when(
    data: Path, capsys: Captured
) -> None:
    before = {str(each.id): str(each.string) for each in catalog(data, "de") if each.id}
    assert take(filled(data, THREE), data) == 0
    after = {str(each.id): str(each.string) for each in catalog(data, "de") if each.id}
    assert after == before | THREE
    words = next(each for each in load(data).translations if each.id == "de")
    assert words.checked and words.checked.model_dump() == {
        "by": WHO["by"],
        "said": WHO["said"],
        "date": datetime.date(2026, 1, 31),
        "version": load(data).site.version,
    }
    said = capsys.readouterr().out
    count = len(before)
    assert f"German: {count} of {count} passages are right (3 corrected). Still open: 0." in said
    assert all(f'now: "{words}"' in said for words in THREE.values())
    assert f'Checked: "{WHO["by"]}"' in said and "on 2026-01-31" in said


def test_the_same_sheet_changes_nothing_the_second_time(data: Path, capsys: Captured) -> None:
    file = filled(data, THREE)
    assert take(file, data) == 0
    before = look(data)
    capsys.readouterr()
    assert take(file, data) == 0
    assert look(data) == before
    said = capsys.readouterr().out
    assert "(3 corrected)" in said and "now:" not in said and "No file has changed." in said


def test_the_rest_of_the_file_of_a_language_stays_as_it_was(data: Path) -> None:
    text = f"{NOTE}id: de\n# A note.\nname: Deutsch\nchecked: {{by: a, said: b, date: 2025-01-01,"
    text += " version: draft 0}\n\n# At the end: english.\nenglish: German"
    (data / "translations" / "de.yml").write_text(text, encoding="utf-8")
    assert take(filled(data), data) == 0
    after = about(data)
    old = "checked: {by: a, said: b, date: 2025-01-01, version: draft 0}\n"
    new = f"checked:\n  by: {WHO['by']}\n  said: {WHO['said']}\n  date: 2026-01-31\n"
    assert after == f"{text}\n".replace(old, f"{new}  version: {load(data).site.version}\n")
    assert take(data.parent / "filled.docx", data) == 0 and about(data) == after


def test_what_is_marked_right_is_no_longer_of_earlier_words(data: Path) -> None:
    edit(data, "translations/de.po", 'msgctxt "values/courage/meaning"',
         '#, fuzzy\nmsgctxt "values/courage/meaning"')  # fmt: skip
    assert message(data, "de", "We try hard things.").fuzzy
    assert take(filled(data), data) == 0
    assert not [each for each in catalog(data, "de") if each.fuzzy and each.id]
    key = ("values/courage/meaning", "We try hard things.")
    words = next(each for each in load(data).translations if each.id == "de").words
    assert words and words[key] == "Wetryhard things."


def test_corrections_of_a_sheet_with_open_rows_are_taken_and_it_is_not_called_checked(
    data: Path, capsys: Captured
) -> None:
    count = len([each for each in catalog(data, "de") if each.id])
    assert take(filled(data, THREE, right=""), data) == 0
    assert all(translation(data, "de", english) == said for english, said in THREE.items())
    assert "checked" not in about(data)
    said = capsys.readouterr().out
    assert (
        f"German: 3 of {count} passages are right (3 corrected). Still open: {count - 3}." in said
    )
    assert OPEN in said and "Nothing is said of rows 1 to" in said


def test_a_sheet_is_filled_in_further_by_somebody_else(data: Path) -> None:
    file = filled(data, THREE, right="")
    assert take(file, data) == 0
    document = fill_in(file, right="yes")
    assert take(saved(document, data.parent), data) == 0
    assert yaml.safe_load(about(data))["checked"]["by"] == WHO["by"]
    assert all(translation(data, "de", english) == said for english, said in THREE.items())


@pytest.mark.parametrize("name", WHO)
def test_without_a_role_or_a_day_it_is_not_called_checked(
    name: str, data: Path, capsys: Captured
) -> None:
    who = {each: said for each, said in WHO.items() if each != name}
    assert take(filled(data, THREE, who=who), data) == 0
    assert "checked" not in about(data) and translation(data, "de", "Stop") == "Anhalten"
    assert "It isn't called checked yet: the sheet does not say" in capsys.readouterr().out


@pytest.mark.parametrize("day", ["01/31/2026", "last week", "31 styczeń", "31 January 2090"])
def test_what_is_no_day_that_has_been_is_told_and_nothing_is_taken(
    day: str, data: Path, capsys: Captured
) -> None:
    file, before = filled(data, THREE, who={**WHO, "day": day}), look(data)
    assert take(file, data) == 1
    said = capsys.readouterr().err
    what = f'"{day}" is no day' if "2090" not in day else '"2090-01-31" is in the future'
    assert f"filled.docx, line 1, date: {what}" in said and look(data) == before


def test_everything_that_is_wrong_is_told_with_its_row_and_nothing_is_taken(
    data: Path, capsys: Captured
) -> None:
    bad = {
        ADDRESS: "Bitte an {adresse}.",
        "Stop": "Hier hört das Vorlesen sofort und endgültig auf.",
        "We try hard things.": "Wir <b>trauen</b> uns.",
        "Did we try?": "Haben wir\u200e es versucht?",
        "Listen": "Vorlesen",
    }
    file, before = filled(data, bad), look(data)
    numbers = {
        english: row.cells[0].paragraphs[0].text for english, row in rows(fill_in(file)).items()
    }
    capsys.readouterr()
    assert take(file, data) == 1
    said = capsys.readouterr().err
    for english, what in (
        (ADDRESS, "does not say {address}, which the English does"),
        (ADDRESS, "says {adresse}, which the English does not"),
        ("Stop", "has 48 letters, and there is room for 40"),
        ("We try hard things.", 'holds "<b>", and a translation is words alone'),
        ("Did we try?", "holds an invisible character (U+200E)"),
    ):
        assert f"filled.docx, line {numbers[english]}, row {numbers[english]}: {what}" in said
    assert "5 things to mend" in said
    assert look(data) == before


def test_a_role_that_can_t_be_read_is_told(data: Path, capsys: Captured) -> None:
    file, before = filled(data, THREE, who={**WHO, "by": "parent\ufffd"}), look(data)
    assert take(file, data) == 1
    assert 'line 1, by: holds "\ufffd"' in capsys.readouterr().err and look(data) == before


def test_rows_whose_english_has_changed_since_are_told_and_left_out(
    data: Path, capsys: Captured
) -> None:
    file = filled(data, THREE)
    edit(data, "values.yml", "We try hard things.", "We try very hard things.")
    number = rows(fill_in(file))["We try hard things."].cells[0].paragraphs[0].text
    assert take(file, data) == 0
    said = capsys.readouterr().out
    assert f"Left out, as the English has changed since: rows {number}." in said
    assert "Wir trauen uns etwas." not in said
    assert translation(data, "de", "Stop") == "Anhalten" and "checked" not in about(data)
    changed = message(data, "de", "We try very hard things.")
    assert changed.fuzzy and changed.string == "Wetryhard things."


def test_rows_whose_translation_has_changed_since_are_told_and_left_out(
    data: Path, capsys: Captured
) -> None:
    file = filled(data, {"Stop": "Anhalten"})
    edit(data, "translations/de.po", 'msgstr "Stop"', 'msgstr "Halt"')
    edit(data, "translations/de.po", 'msgstr "Listen"', 'msgstr "Hören"')
    assert take(file, data) == 0
    assert translation(data, "de", "Stop") == "Halt"
    assert "as the translation has changed since: rows" in capsys.readouterr().out
    assert "checked" not in about(data)


def test_corrections_make_a_file_for_a_language_that_had_none(data: Path, capsys: Captured) -> None:
    document = fill_in(write_sheet(data, "cy"), {"Stop": "Stopio"}, right="")
    assert take(saved(document, data.parent), data) == 0
    assert translation(data, "cy", "Stop") == "Stopio"
    assert translation(data, "cy", "Listen") == ""
    document = fill_in(write_sheet_again(data, "cy"), right="yes")
    capsys.readouterr()
    assert take(saved(document, data.parent), data) == 0
    assert "or there is no translation" in capsys.readouterr().out
    assert "checked" not in about(data, "cy")


def write_sheet_again(data: Path, language: str) -> Path:
    for file in (data.parent.parent / f"{data.parent.name}-sheets").iterdir():
        file.unlink()
    return write_sheet(data, language)


def test_what_is_written_at_the_end_is_told_and_does_nothing_to_the_console(
    data: Path, capsys: Captured
) -> None:
    who = {**WHO, "notes": "Too formal\u202e. See row 7."}
    assert take(filled(data, who=who), data) == 0
    assert "at the end: Too formal\\u202e. See row 7." in capsys.readouterr().out


def test_a_link_stays_and_what_it_leads_to(data: Path, capsys: Captured) -> None:
    file, yml = filled(data, THREE), data / "translations" / "de.yml"
    elsewhere = data.parent / "elsewhere.yml"
    yml.rename(elsewhere)
    yml.symlink_to(elsewhere)
    before = look(data.parent)
    assert take(file, data) == 1
    assert "de.yml, line 1: this is a link" in capsys.readouterr().err
    assert look(data.parent) == before


def test_a_sheet_of_a_language_that_the_charter_has_not_is_told(
    data: Path, capsys: Captured
) -> None:
    file = filled(data)
    for ending in ("po", "yml"):
        (data / "translations" / f"de.{ending}").unlink()
    assert take(file, data) == 1
    assert 'the charter has no language "de"' in capsys.readouterr().err
