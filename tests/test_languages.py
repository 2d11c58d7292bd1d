"""The charter in short in other languages: pages that are whole, honest about who checked them, and
in English only where nobody has translated the words.
"""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from a11y.site import site
from charter.data.load import load
from charter.data.translations import file_of
from charter.model.translated import passages
from charter.render.html import day
from charter.site.pages import OFFERED, Here
from charter.site.pages.page import Page
from charter.site_facts import pdf_pages
from publish.files.search_index import words as search_words
from tests import project
from tests.drawn import DAY
from tests.project import ROOT, charter
from tests.sample import edit
from tests.translated import CHECKED, fill, long_words, mirrored

LANGUAGES = [each.id for each in charter().translated]
ENGLISH = "ancestor-or-self::*[@lang='en-GB'][not(self::html)]"
# What other languages leave as it is, or say in brackets.
NAMES = re.compile(
    r"Kent Co-Production Charter|Information, Advice and Support Kent|Kent County Council|IASK|NHS"
    r"|SEND|PDF|Kent|co-production|parent carer forum|county council|council|charter|pledges?"
    r"|ombudsman|can do|[Dd]raft|EHC"
)
# Letters that a PDF file takes from fonts of their own.
LETTERS = {"ar": "[\u0600-\u06ff]{3}", "ne": "[\u0900-\u097f]{3}", "pa": "[\u0a00-\u0a7f]{3}"}
# Short words that are English in each of these languages' pages.
OFTEN = re.compile(r"\b(the|and|with|for|you|your|this|that|they|which|what|will|did|not)\b", re.I)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of this area's data, to spoil."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def drawn(data: Path, language: str, macro: str = "in_short") -> Page:
    """A page in a language."""
    here = Here("../", "https://area.example/", DAY)
    page = OFFERED[macro](load(data), here, language)
    assert isinstance(page, Page)
    return page


def not_english(page: str) -> list[str]:
    """The texts, and what programs read aloud, of everything that is not marked as English."""
    tree = html.fragment_fromstring(page, create_parent="main")
    found = tree.xpath(f".//text()[not({ENGLISH})] | .//@aria-label | .//@alt | .//@title")
    return [text.strip() for text in found if text.strip()]


def test_there_are_ten_languages_and_kents_own_are_among_them() -> None:
    assert len(LANGUAGES) >= 10
    assert {"pl", "ro", "ne", "pa", "bg", "lt"} <= set(LANGUAGES)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_each_pledge_with_its_english_beside_it(language: str) -> None:
    tree = site().page(f"{language}/").document
    translation = charter().translations[language]
    assert tree.get("lang") == language
    assert tree.get("dir") == ("rtl" if translation.right_to_left else None)
    for pledge in charter().pledges:
        (item,) = tree.xpath(f"//li[@id='{pledge.id}']")
        (english,) = item.xpath(".//*[@lang='en-GB']")
        said = " ".join(english.text_content().split())
        assert said == f"{pledge.text} {pledge.question}"
        if words := translation.words.get((f"pledges/{pledge.id}/text", pledge.text)):
            assert words in item.text_content()


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_stands_outside_names_and_the_english_column(language: str) -> None:
    tree = site().page(f"{language}/").document
    heard = tree.xpath(
        "//@aria-label | //@alt | //title/text() | //meta[@name='description'"
        " or @property='og:title' or @property='og:description'"
        " or @property='og:image:alt']/@content"
    )
    seen = tree.xpath(f"//body//text()[not({ENGLISH}) and not(ancestor::script|ancestor::style)]")
    texts = [*seen, *heard]
    others = [NAMES.sub("", text) for text in texts if text.strip()]
    assert len(others) > 100
    latin = language in ("pl", "ro", "lt", "sk", "tr")
    looked_for = OFTEN if latin else re.compile(r"[A-Za-z]{2,}")
    assert [text for text in others if looked_for.search(text)] == []


def test_whatever_a_page_says_comes_from_its_translation(data: Path) -> None:
    fill(data, "ar", mirrored, checked=True)
    for macro in ("in_short", "in_short_leaflet", "in_short_large_print"):
        page = drawn(data, "ar", macro)
        texts = [text for text in not_english(page.html) if not re.fullmatch(r"\(?PDF\)?", text)]
        assert len(texts) > 30
        assert [text for text in texts if re.search("[A-Za-z]", text)] == []
        said = page.head["said"]
        assert isinstance(said, dict)
        heads = [page.head["title"], page.head["description"], *said.values()]
        heads = [str(text).replace(charter().site.name, "") for text in heads]
        assert [text for text in heads if re.search("[A-Za-z]", text)] == []


def test_a_pledge_in_new_words_is_shown_in_english_on_each_page_at_once(data: Path) -> None:
    before = load(data).pledges["communication-2"].text
    edit(data, "pledges/communication-2.yml", f"text: {before}", "text: We will be open.")
    with (data / "pledges/communication-2.yml").open("a", encoding="utf-8") as more:
        more.write(
            f"history:\n  - wording: {before}\n    until: 2026-11-28\n    version: draft 1\n"
            "    why: It is easier to read.\n"
        )
    for language in LANGUAGES:
        tree = html.fragment_fromstring(drawn(data, language).html, create_parent="main")
        (item,) = tree.xpath("//li[@id='communication-2']/div[1]")
        assert item.xpath("p[1]//span[@lang='en-GB' and @dir='ltr']/text()") == ["We will be open."]
        words = charter().translations[language].words
        changed = words["in-short/changed", charter().in_short.changed]
        assert changed in item.text_content()
        assert changed in tree.xpath("//div[@class='translation']")[0].text_content()


def test_a_draft_says_so_in_both_languages_and_is_no_leaflet(data: Path) -> None:
    for language in LANGUAGES:
        if charter().translations[language].checked:
            continue
        page = drawn(data, language)
        tree = html.fragment_fromstring(page.html, create_parent="main")
        (notice,) = tree.xpath("//div[@class='translation']")
        assert page.head["unchecked"] is True
        own = charter().translations[language].words
        for text in charter().in_short.not_checked:
            assert own["in-short/not-checked", text] in notice.text_content()
            assert text in notice.xpath("p[@lang='en-GB']")[0].text_content()
        assert not tree.xpath("//a[@href='leaflet/' or @href='large-print/']")


@pytest.mark.usefixtures("site")
def test_search_engines_do_not_list_drafts_and_every_page_leads_to_the_languages() -> None:
    for page in site().pages:
        lang = page.document.get("lang")
        robots = page.document.xpath("//meta[@name='robots']/@content")
        if lang in LANGUAGES:
            unchecked = charter().translations[lang].checked is None
            assert robots == (["noindex"] if unchecked else [])
        if lang == "en-GB":
            (link,) = page.document.xpath("//footer//a[contains(., 'Languages:')]")
            names = [each.name for each in charter().translated]
            assert link.xpath("span/text()") == names
            assert link.xpath("span/@lang") == [each.id for each in charter().translated]
        else:
            assert page.document.xpath("//header//a[contains(@href, 'languages/')]")
    for path in ("", "formats/", "not-kept/"):
        main = site().page(path).main
        for each in charter().translated:
            assert main.xpath(f".//a[@hreflang='{each.id}' and @lang='{each.id}']/text()") == [
                each.name
            ]


@pytest.mark.usefixtures("site")
def test_the_page_for_lost_addresses_has_a_hint_in_each_language() -> None:
    tree = html.parse(str(site().folder / "404.html")).getroot()
    for each in charter().translated:
        (hint,) = tree.xpath(f"//p[@lang='{each.id}']")
        assert each.words["in-short/lost", charter().in_short.lost] in hint.text_content()
        assert hint.xpath("a/@href")[0].endswith(f"/{each.id}/")


@pytest.mark.usefixtures("site")
def test_the_page_of_languages_names_each_by_its_own_name_and_says_what_is_missing() -> None:
    main = site().page("languages/").main
    said = " ".join(main.text_content().split())
    for each in charter().translations:
        (name,) = main.xpath(f".//*[@lang='{each.id}'][self::a or self::span]")
        assert name.text == each.name and f"{each.name} ({each.english})" in said
        state = "checked" if each.checked else "drafts" if each.words else "missing"
        assert name.xpath(f"ancestor::section/h2[@id='{state}']")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_knows_the_words_of_each_language(language: str) -> None:
    import json

    listed = json.loads((site().folder / "search/languages.json").read_text(encoding="utf-8"))
    (entry,) = [each for each in listed["pages"] if each["address"] == f"{language}/"]
    texts = [entry, *entry["places"]]
    known = {
        word
        for part in texts
        for word in search_words(" ".join(part.get(name, "") for name in ("title", "text", "more")))
    }
    for pledge in charter().pledges:
        said = (
            charter()
            .translations[language]
            .words.get((f"pledges/{pledge.id}/text", pledge.text), "")
        )
        assert set(search_words(said)) <= known


@pytest.mark.build
@pytest.mark.weekly  # it makes twenty PDF files
def test_checked_languages_have_a_leaflet_on_one_sheet_and_large_print(tmp_path: Path) -> None:
    copied = project.copy(tmp_path)
    for language in LANGUAGES:
        with (copied / f"data/translations/{language}.yml").open("a", encoding="utf-8") as more:
            more.write(CHECKED.format(said="x"))
    built = project.run(copied, "publish", SITE_URL="https://area.example/")
    assert built.status == 0, built.said
    import pypdfium2

    pages = [
        f"/{path.parent.relative_to(copied / 'site')}/"
        for path in (copied / "site").rglob("index.html")
    ]
    rows = [row for row in pdf_pages(pages) if row.page.split("/")[1] in LANGUAGES]
    assert [row.pdf for row in rows] == [
        f"{language}/{name}/{name}.pdf"
        for language in sorted(LANGUAGES)
        for name in ("large-print", "leaflet")
    ]
    for row in rows:
        document = pypdfium2.PdfDocument(copied / "site" / row.pdf)
        assert len(document) == 1 or row.sheets is None
        text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
        letters = {
            "ar": "[\u0600-\u06ff]{3}",
            "ne": "[\u0900-\u097f]{3}",
            "pa": "[\u0a00-\u0a7f]{3}",
        }
        assert re.search(letters.get(row.pdf.split("/")[0], "[A-zА-я]{3}"), text)
        page = html.parse(str(copied / "site" / row.page.strip("/") / "index.html")).getroot()
        assert not page.xpath("//meta[@name='robots']")


@pytest.mark.build
@pytest.mark.slow
def test_a_leaflet_with_too_many_words_stops_the_build(tmp_path: Path) -> None:
    copied = project.copy(tmp_path)
    fill(
        copied / "data",
        "pl",
        lambda english: english * 3 if english.startswith("We will") else english,
        checked=True,
    )
    built = project.run(copied, "publish")
    assert built.status == 1
    assert re.search(r"The words of /pl/leaflet/ need \d sheets, and may have 1", built.said)


def test_a_date_is_written_as_the_language_has_it(data: Path) -> None:
    said = drawn(data, "pl").head["said"]
    assert isinstance(said, dict)
    assert "23 listopada 2026" in said["draft_of"]
    assert day(charter().site.draft_date) not in said["draft_of"]


def test_every_passage_has_a_place_on_the_page_or_the_sheets(data: Path) -> None:
    fill(data, "pl", long_words, checked=True)
    charter_there = load(data)
    pages = [drawn(data, "pl", macro) for macro in ("in_short", "in_short_leaflet")]
    seen = " ".join(
        " ".join(html.fromstring(page.html).itertext()) + str(page.head) + page.html
        for page in pages
    )
    words = charter_there.translations["pl"].words
    elsewhere = ("in-short/can-help", "in-short/not-checked", "in-short/nobody-to-tell",
                 "in-short/changed", "in-short/lost", "in-short/checked", "home/scene",
                 "leaflet/code", "in-short/draft-of", "in-short/listen")  # fmt: skip
    missing = [
        each.context
        for each in passages(charter_there)
        if words[each.context, each.english].replace("'", "&#39;") not in seen
        and words[each.context, each.english] not in seen
        and not each.context.startswith(elsewhere)
    ]
    assert missing == []


def test_the_file_of_a_language_is_where_translators_look_for_it() -> None:
    assert file_of(ROOT / "data", "pl") == ROOT / "data/translations/pl.po"
