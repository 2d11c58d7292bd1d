"""Another area starts with three files: a small project that builds, passes every gate, and says
nothing of this area or of a part that it is without.
"""

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from charter.editors.new_record import PARTS, STARTER, begin
from charter.editors.start import START
from charter.site.check import check
from tests import project
from tests.project import ROOT, charter

pytestmark = [pytest.mark.xdist_group("start"), pytest.mark.slow]

# A day, so that dates are the same each time.
DAY = "1811808000"
# All that an area of three files has.
PAGES = {
    "404.html",
    "about/gaps/index.html",
    "about/site/index.html",
    "about/sources/index.html",
    "charter/first-value-1/index.html",
    "charter/index.html",
    "index.html",
    "privacy/index.html",
    "search/index.html",
}
# What only pages speak of that an area of three files does not have.
MISSING = re.compile(
    "easy read|leaflet|poster|pocket card|outcome|example|story|stories|postcode|district|map"
    "|did we|did you|checklist|signature|signed up|action plan|tracker|activit|listening|offline"
    "|glossary|words explained|have your say|workshop|young people|priorit|accessib|ombudsman"
    "|open data|parent carer|undefined|none|null",
    re.IGNORECASE,
)
# All that readers see or hear, in the head as well.
TEXTS = (
    "//title/text() | //meta[@name='description']/@content | //meta[@property='og:description']"
    "/@content | //body//text()[not(parent::style)] | //@aria-label"
)

BOXES = (
    "//*[self::section or self::ul or self::ol or self::nav or self::div][not(ancestor::template)]"
)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, with its site."""
    path = tmp_path_factory.mktemp("new") / "riverdale"
    ended = project.run(ROOT, "charter", "start", str(path), "--name", "Riverdale", day=DAY)
    assert ended.status == 0, ended.said
    assert "only a beginning" in ended.said
    built = project.run(path, "publish", "--without-pdf", day=DAY)
    assert built.status == 0, built.said
    return path


def pages(started: Path) -> dict[str, html.HtmlElement]:
    site = started / "site"
    return {
        file.relative_to(site).as_posix(): html.document_fromstring(file.read_text("utf-8"))
        for file in site.rglob("*.html")
    }


@pytest.mark.build
def test_three_files_are_all_that_an_area_has_to_write(started: Path) -> None:
    written = [
        file.relative_to(started / "data").as_posix()
        for file in started.rglob("*.yml")
        if file.is_relative_to(started / "data")
    ]
    assert sorted(written) == ["site.yml", "sources/first.yml", "values.yml"]
    found = check(started)
    assert (len(found.values), len(found.pledges), len(found.sources)) == (1, 1, 1)
    assert not (started / ".git").exists()


@pytest.mark.build
def test_the_site_has_no_page_menu_or_word_of_what_is_missing(started: Path) -> None:
    found = pages(started)
    assert set(found) == PAGES
    said = {
        name: sorted({word.lower() for word in MISSING.findall(" ".join(page.xpath(TEXTS)))})
        for name, page in found.items()
    }
    said = {name: words for name, words in said.items() if words}
    assert said == {}


@pytest.mark.build
def test_no_heading_list_or_menu_is_empty(started: Path) -> None:
    for name, page in pages(started).items():
        for part in page.xpath(BOXES):
            alone = not part.text_content().strip() and not part.xpath(".//svg | .//template")
            assert not alone, f"{name}: {html.tostring(part)[:80]!r}"
        for heading in page.xpath("//main//h2"):
            below = heading.xpath("following-sibling::*[1][not(self::h1 or self::h2)]")
            assert below, f"{name}: nothing below {heading.text_content()}"


@pytest.mark.build
def test_it_says_nothing_of_this_area(started: Path) -> None:
    area = charter().area
    named = [charter().site.area, *(place.name for place in area.places)]
    words = {word for name in named for word in re.findall(r"[A-Z][\w-]{3,}", name)}
    here = re.compile(rf"\b({'|'.join(sorted(words))})\b")
    files = [file for file in started.rglob("*") if file.is_file() and file.suffix != ".pyc"]
    assert len(files) > 300
    said = {
        file.relative_to(started).as_posix(): found
        for file in files
        if (found := sorted(set(here.findall(file.read_text("utf-8", errors="ignore")))))
    }
    assert said == {}


@pytest.mark.build
def test_each_part_can_be_begun_by_name_and_its_file_says_what_to_write(started: Path) -> None:
    assert {"easy-read", "leaflet", "did-we", "glossary", "plan"} <= {*PARTS}
    ended = project.run(started, "charter", "new", "glossary", day=DAY)
    assert ended.status == 0, ended.said
    assert check(started).glossary
    again = project.run(started, "charter", "new", "glossary", day=DAY)
    assert again.status == 1 and "there is such a file already" in again.said
    (started / "data/glossary.yml").unlink()


@pytest.mark.build
def test_a_part_goes_without_what_is_missing_and_says_so(started: Path) -> None:
    ended = project.run(started, "charter", "new", "signatures", day=DAY)
    assert "What it names in data/organisations.yml is left out, until that is there." in ended.said
    assert not check(started).signatures
    assert project.run(started, "charter", "new", "organisations", day=DAY).status == 0
    assert check(started).signatures
    for name in ("signatures", "organisations"):
        (started / f"data/{name}.yml").unlink()


@pytest.mark.build
def test_every_part_fits_the_three_files_by_itself_and_with_all_others(started: Path) -> None:
    data = started / "data"
    new = [part for part in PARTS if not (data / f"{part}.yml").exists()]
    for part in new:
        begin(data, part)
        check(started)
        (data / f"{part}.yml").unlink()
    for part in new:
        begin(data, part)
    assert check(started).signatures
    for part in new:
        (data / f"{part}.yml").unlink()


@pytest.mark.build
def test_its_readme_and_its_jobs_ask_only_for_what_is_there(started: Path) -> None:
    makefile, readme = (
        (started / name).read_text(encoding="utf-8") for name in ("Makefile", "README.md")
    )
    jobs = (started / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    asked = re.findall(r"make ([a-z]+(?: [a-z]+)*)\b", f"{jobs}\n{readme.partition('```sh')[2]}")
    names = {name for each in asked for name in each.split()[:2]} & {"check", "paper", "site"}
    assert names == {"check", "paper", "site"}
    assert all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in names)
    for path in re.findall(r"`((?:data|docs)/[\w/.-]*)`", readme):
        assert (started / path).exists() or path == "data/addresses.txt", path


@pytest.mark.parametrize("file", sorted([*STARTER.rglob("*.yml"), *START.rglob("*.yml")]))
def test_no_file_to_begin_from_names_this_area(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert charter().site.area not in text
    assert yaml.safe_load(re.sub(r": \{(\w+)\}", r": \1", text)) is not None


@pytest.mark.parametrize(
    ("path", "name", "said"),
    [
        (ROOT / "elsewhere", "Riverdale", "this lies in the project itself"),
        (ROOT, "Riverdale", "this lies in the project itself"),
        ("full", "Riverdale", "there is something here already"),
        ("full/file.txt", "Riverdale", "there is something here already"),
        ("new", "", "can't be the name of an area"),
        ("new", 'A: "b"', "can't be the name of an area"),
        ("new", "{{ x }}", "can't be the name of an area"),
    ],
)
def test_what_can_not_be_done_is_told_and_nothing_is_written(
    path: Path | str, name: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file.txt").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    ended = project.run(ROOT, "charter", "start", str(tmp_path / path), "--name", name)
    assert ended.status == 1
    assert said in ended.said and "Traceback" not in ended.said
    assert sorted(tmp_path.rglob("*")) == before
    assert not (ROOT / "elsewhere").exists()


def test_an_empty_folder_and_a_name_in_other_letters_will_do(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    ended = project.run(
        ROOT, "charter", "start", str(tmp_path / "new"), "--name", "Tŷ Gwyn نور باغ"
    )
    assert ended.status == 0, ended.said
    assert check(tmp_path / "new").site.area == "Tŷ Gwyn نور باغ"
