"""`python -m charter translate sheet`: a page to print and a Word file, for people who speak a
language.
"""

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
import weasyprint
from lxml import etree, html

from charter.__main__ import main
from charter.data.load import load
from charter.model.translated import Passage, passages
from charter.translations import rows as asked
from tests.made_up_translations import SPOKEN, area, catalog, rows, write_sheet
from tests.sample import edit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# WeasyPrint writes sizes in the pixels of CSS.
POINTS_A_PIXEL = 0.75
LAST = "Buttons and small words"


def page(word: Path) -> Any:
    return html.parse(str(word.with_suffix(".html"))).getroot()


def in_html(word: Path) -> list[list[str]]:
    found = page(word).xpath("//div[@class='rows']//tbody/tr")
    return [[" ".join(" ".join(cell.itertext()).split()) for cell in row] for row in found]


@pytest.mark.parametrize("language", SPOKEN)
def test_both_files_have_each_passage_once_with_its_translation(
    language: str, tmp_path: Path
) -> None:
    data = area(tmp_path / "area")
    word = write_sheet(data, language)
    wanted = sorted((each.english, SPOKEN[language](each.english)) for each in passages(load(data)))
    in_word = rows(docx.Document(str(word)))
    assert sorted((english, row.cells[2].text) for english, row in in_word.items()) == wanted
    assert len(in_word) == len(wanted) > 50
    texts = [
        (row.xpath("string(td[1]/text())"), row.xpath("string(td[2])"))
        for row in page(word).xpath("//div[@class='rows']//tbody/tr")
    ]
    assert sorted(texts) == wanted
    numbers = [row.cells[0].paragraphs[0].text for row in in_word.values()]
    assert numbers == [row[0] for row in in_html(word)]
    assert numbers == [str(each) for each in range(1, len(wanted) + 1)]


def test_what_readers_need_most_comes_first_and_each_value_has_its_pledges(tmp_path: Path) -> None:
    data = area(tmp_path / "area")
    word = write_sheet(data)
    headings = [*page(word).xpath("//h2/text()")][:-1]
    assert headings == ["What this is", "Kindness", "Courage", "If a pledge is not kept", LAST]
    in_word = [each.text for each in docx.Document(str(word)).paragraphs if each.text in headings]
    assert in_word == headings
    courage = [row[1] for row in in_html(word)]
    first = courage.index("Courage")
    assert courage[first : first + 4] == [
        "Courage", "We try hard things.", "We will try.", "Did we try?",
    ]  # fmt: skip


def test_buttons_say_what_they_are_for_and_how_much_room_there_is(tmp_path: Path) -> None:
    word = write_sheet(area(tmp_path / "area"))
    (speed,) = [row[1] for row in in_html(word) if row[1].startswith("Speed")]
    assert speed == "Speed In front of the choice how fast it reads. At most 40 letters."


def test_a_sheet_says_what_it_is_in_both_languages_and_how_to_go_about_it(tmp_path: Path) -> None:
    word = write_sheet(area(tmp_path / "area"), "ar")
    (title,) = page(word).xpath("//h1")
    assert title.text.startswith("Do you speak Arabic?") and "العربية" in title.text_content()
    steps = " ".join(page(word).xpath("//ol/li/text()"))
    for said in (
        "It takes about ",
        "needn't do it all",
        "needn't know",
        "in English",
        "such as {",
    ):
        assert said in steps
    assert len(page(word).xpath("//ol/li")) <= 5
    text = "\n".join(each.text for each in docx.Document(str(word)).paragraphs)
    assert "العربية" in text and "needn't do it all" in text
    assert "no name" in page(word).xpath("string(//table[@class='fields'])")


def test_what_is_asked_takes_no_longer_than_the_sheet_says() -> None:
    def minutes(count: int, words: int, said: str) -> int:
        passage = Passage("a", " ".join(["word"] * words), "", None)
        rows = [asked.Row(each, passage, said, "") for each in range(count)]
        return asked.minutes([asked.Group("a", rows)])

    # As many as the charter has in Kent; one that has to be written; and nothing.
    assert minutes(97, 10, " ".join(["word"] * 9)) == 30
    assert minutes(97, 10, "") > 60 and minutes(1, 1, "") == minutes(0, 1, "") == 10


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("de", "ltr")])
def test_language_and_direction_are_marked_on_each_translation_and_where_people_write(
    language: str, direction: str, tmp_path: Path
) -> None:
    word = write_sheet(area(tmp_path / "area"), language)
    assert page(word).get("lang") == "en-GB"
    for row in page(word).xpath("//div[@class='rows']//tbody/tr"):
        assert [(cell.get("lang"), cell.get("dir")) for cell in row] == [
            (None, None), (None, None), (language, direction), (None, None), (language, direction),
        ]  # fmt: skip
    tag = {"ar": "ar-EG", "de": "de-DE"}[language]
    for row in rows(docx.Document(str(word))).values():
        for at, cell in enumerate(row.cells):
            theirs = at in (2, 4)
            if not theirs:
                assert not list(cell._tc.iter(f"{W}bidi", f"{W}rtl"))
                continue
            (paragraph,) = [each._p for each in cell.paragraphs]
            both = paragraph.findall(f"{W}pPr/{W}rPr") + paragraph.findall(f"{W}r/{W}rPr")
            assert len(both) == (2 if at == 2 else 1)
            for how in both:
                assert how.find(f"{W}lang").get(f"{W}bidi") == tag
                assert how.find(f"{W}lang").get(f"{W}val") == tag
                assert (how.find(f"{W}rtl") is not None) == (direction == "rtl")
            assert (paragraph.find(f"{W}pPr/{W}bidi") is not None) == (direction == "rtl")


def test_a_row_says_that_its_translation_is_missing_or_of_earlier_words(tmp_path: Path) -> None:
    data = area(tmp_path / "area")
    edit(data, "values.yml", "We try hard things.", "We try very hard things.")
    edit(data, "translations/de.po", 'msgstr "Stop"', 'msgstr ""')
    assert main(["translate", "--project", str(data.parent), "update", "de"]) == 0
    said = {row[1]: row[2] for row in in_html(write_sheet(data))}
    (earlier,) = [english for english in said if english.startswith("We try very hard things.")]
    assert earlier.endswith(asked.EARLIER) and said[earlier] == "Wetryhard things."
    (missing,) = [english for english in said if english.endswith(asked.MISSING)]
    assert missing.startswith("Stop") and said[missing] == ""


def test_a_language_without_a_file_gets_a_sheet_to_write_it_on(tmp_path: Path) -> None:
    word = write_sheet(area(tmp_path / "area"), "cy")
    assert {row[2] for row in in_html(word)} == {""}
    assert all(row[1].endswith(asked.MISSING) for row in in_html(word))


def test_the_page_needs_nothing_else_has_no_script_and_big_letters(tmp_path: Path) -> None:
    word = write_sheet(area(tmp_path / "area"), "ar")
    sheet = page(word)
    assert not sheet.xpath("//script | //link | //img | //@src | //@href | //@style | //@onclick")
    style = sheet.xpath("string(//style)")
    assert "url(" not in style and "@import" not in style and "A4" in style
    sizes = re.findall(r"(?:font(?:-size)?:)\s*([\d.]+)(\w+)", style)
    assert sizes and all(unit == "pt" and float(size) >= 12 for size, unit in sizes)
    colours = set(re.findall(r"#[0-9a-f]+\b|\b(?:rgb|hsl)\(", style))
    assert colours == {"#000", "#fff"}


@pytest.mark.slow
def test_on_paper_no_letter_is_small_and_no_long_word_leaves_the_page(tmp_path: Path) -> None:
    data = area(tmp_path / "area")
    edit(data, "translations/de.po", "Wetryhard things.", "Wort" * 20)
    words = write_sheet(data).with_suffix(".html").read_text("utf-8")
    paper = pypdfium2.PdfDocument(weasyprint.HTML(string=words).write_pdf())
    sizes, right_of_it, width = set(), "", paper[0].get_width()
    for text in [sheet.get_textpage() for sheet in paper]:
        for at in range(text.count_chars()):
            letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text, at))
            if letter.isprintable() and not letter.isspace():
                sizes.add(pypdfium2.raw.FPDFText_GetFontSize(text, at) * POINTS_A_PIXEL)
            # Behind the translations there are boxes, and room to write.
            right_of_it += letter if text.get_charbox(at)[0] > 0.71 * width else ""
    assert width > paper[0].get_height() and len(paper) < 10
    assert {round(size) for size in sizes} == {12, 16, 20, 24}
    assert "Wort" not in right_of_it and f"{len(paper)} / {len(paper)}" in right_of_it


def test_a_code_tells_each_passage_and_its_words_from_others(tmp_path: Path) -> None:
    data = area(tmp_path / "area")
    every = [row for each in asked.groups(load(data), catalog(data, "de")) for row in each.rows]
    assert len({row.code for row in every}) == len(every)
    assert all(asked.CODE.fullmatch(row.code) for row in every)
    one = every[0]
    assert asked.code(one.passage, f"{one.translation}.") != one.code
    # What another program for writing makes of the same words.
    same = one.translation.replace(" ", "\u00a0").replace("a", "a\u00ad") + "  \n"
    assert asked.code(one.passage, same) == one.code


def test_the_same_words_give_the_same_bytes_and_another_word_does_not(tmp_path: Path) -> None:
    first, again = (write_sheet(area(tmp_path / name)) for name in ("a", "b"))
    assert first.read_bytes() == again.read_bytes()
    assert first.with_suffix(".html").read_bytes() == again.with_suffix(".html").read_bytes()
    data = area(tmp_path / "c")
    edit(data, "values.yml", "We try hard things.", "We try very hard things.")
    assert write_sheet(data).read_bytes() != first.read_bytes()


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    data, words = area(tmp_path / "area"), "We try <w:p/> & \"]]>' {{ 7 * 7 }} things."
    edit(data, "values.yml", "We try hard things.", f"'{words.replace(chr(39), chr(39) * 2)}'")
    word = write_sheet(data, "cy")
    assert words in rows(docx.Document(str(word)))
    assert any(row[1].startswith(words) for row in in_html(word))
    with ZipFile(word) as packed:
        for name in packed.namelist():
            etree.fromstring(packed.read(name))


def test_nobody_s_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = area(tmp_path / "area")
    word = write_sheet(data)
    made = word.read_bytes()
    write_sheet(data)  # the same again: nothing to write
    word.write_bytes(made + b"filled in")
    given = ["translate", "--project", str(data.parent), "sheet", "de", "--to", str(word.parent)]
    assert main(given) == 1
    assert "de.docx, line 1: somebody's own text stands here" in capsys.readouterr().err
    assert word.read_bytes() == made + b"filled in"


@pytest.mark.parametrize(
    ("to", "said"),
    [("project/data", "something is in it"), ("project", "the project itself"),
     ("project/data/translations", "in a folder of the project's own"),
     ("link", "this is a link"), ("file", "this is no folder")],
)  # fmt: skip
def test_no_sheet_goes_where_it_does_not_belong(
    to: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = area(tmp_path / "project")
    (tmp_path / "link").symlink_to(data)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    given = ["translate", "--project", str(data.parent), "sheet", "de", "--to", str(tmp_path / to)]
    assert main(given) == 1
    assert said in capsys.readouterr().err
    assert set(tmp_path.rglob("*")) == before


def test_sheets_of_several_languages_stand_side_by_side_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area(tmp_path / "area")
    monkeypatch.chdir(tmp_path / "area")
    for language in SPOKEN:
        assert main(["translate", "sheet", language]) == 0
    made = {file.name for file in (tmp_path / "area" / "sheets").iterdir()}
    assert made == {"ar.html", "ar.docx", "de.html", "de.docx"}


def test_an_unknown_language_is_told_with_those_that_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = area(tmp_path / "area")
    assert main(["translate", "--project", str(data.parent), "sheet", "xx"]) == 1
    assert "no language goes by this name. Write one of: ar, cy, de" in capsys.readouterr().err
