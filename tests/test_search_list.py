"""The list that the search looks into and the A to Z: every page, pledge, story, word and saying is
in both, and leads somewhere.
"""

import gzip
import json
import re
import shutil
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from a11y.browser.driver import shown
from a11y.site import NOT_FOUND, site
from publish.files.search_index import FILE, words, write
from publish.files.search_sections import sections
from publish.gates.addresses import addresses as promised
from publish.site import Site
from tests.addresses import is_translated
from tests.browser.search import PAGE
from tests.project import charter

A_TO_Z = ".//section[contains(@class, 'a-to-z')]"
# Bytes of the list, packed.
MOST = 40_000


@cache
def listed() -> list[dict[str, Any]]:
    whole = json.loads((site().folder / FILE).read_text(encoding="utf-8"))
    return list(whole["pages"])


def addresses() -> set[str]:
    """Every place in the list, below the site's root."""
    return {
        page["address"] + (f"#{place['id']}" if "id" in place else "")
        for page in listed()
        for place in [page, *page["places"]]
    }


def a_to_z() -> set[str]:
    """Where each line of the A to Z leads, below the site's root."""
    links = site().page(PAGE).main.xpath(f"{A_TO_Z}/ul/li/a/@href")
    home = site().address
    return {urljoin(home + PAGE, link).removeprefix(home) for link in links}


def pages() -> set[str]:
    return {page.path for page in site().pages} - {NOT_FOUND}


@pytest.mark.usefixtures("site")
def test_every_page_of_the_sitemap_is_in_the_list_and_in_the_a_to_z() -> None:
    # A list goes on without a line; words in other languages have a list of their own.
    first = {path for path in pages() if "/page/" not in path and not is_translated(path)}
    assert first == {page["address"] for page in listed()}
    assert first - a_to_z() == set()


@pytest.mark.usefixtures("site")
def test_every_record_is_in_the_a_to_z_and_no_saying_is_shown() -> None:
    data = charter()
    wanted = {f"charter/{pledge.id}/" for pledge in data.pledges}
    wanted |= {f"case-studies/{story.id}/" for story in data.case_studies}
    wanted |= {f"charter/#{value.id}" for value in data.values}
    wanted |= {f"glossary/#{entry.id}" for entry in data.glossary}
    assert wanted - a_to_z() == set()
    assert not site().page(PAGE).main.xpath(f"{A_TO_Z}//q")


def test_every_pledge_has_sayings() -> None:
    said = {saying.pledge for saying in charter().search.sayings}
    assert {pledge.id for pledge in charter().pledges} <= said


@pytest.mark.usefixtures("site")
def test_every_place_in_the_list_is_there() -> None:
    ids = {page.path: set(page.document.xpath("//@id")) for page in site().pages}
    places = [address.split("#") for address in addresses() if "#" in address]
    assert [place for page, place in places if place not in ids[page]] == []
    assert len(addresses()) > 2 * len(pages())


@pytest.mark.usefixtures("site")
def test_every_saying_is_in_the_list_at_its_place() -> None:
    said = {
        (words, page["address"] + (f"#{place['id']}" if "id" in place else ""))
        for page in listed()
        for place in [page, *page["places"]]
        for words in place.get("said", [])
    }
    sayings = charter().search.sayings
    assert said == {(words, saying.address) for saying in sayings for words in saying.say}


def sort_key(words: str) -> str:
    """Words as people look for them: without a first article, accents and signs."""
    plain = unicodedata.normalize("NFKD", words.removesuffix(": meaning")).casefold()
    letters = "".join(each for each in plain if each.isalnum() or each.isspace())
    return re.sub("^(a|an|the) ", "", letters.strip())


@pytest.mark.usefixtures("site")
def test_letters_go_in_order_and_so_do_the_lines_below_them() -> None:
    headings = site().page(PAGE).main.xpath(f"{A_TO_Z}/h3")
    letters = [heading.text_content() for heading in headings]
    assert letters == sorted(letters)
    assert len(letters) > 5
    jumps = site().page(PAGE).main.xpath(".//nav//a")
    ids = site().page(PAGE).main.xpath(f"{A_TO_Z}/h3/@id")
    assert [(jump.text_content(), jump.get("href")) for jump in jumps] == [
        (letter, f"#{name}") for letter, name in zip(letters, ids, strict=True)
    ]
    lines = [
        [sort_key(line.xpath("string(a)")) for line in part.xpath("./li")]
        for part in site().page(PAGE).main.xpath(".//section[contains(@class, 'a-to-z')]/ul")
    ]
    assert len(lines) == len(letters)
    for below, letter in zip(lines, letters, strict=True):
        assert below == sorted(below), letter
        assert {line[0].upper() if line[0].isalpha() else "0 to 9" for line in below} == {letter}


@pytest.mark.usefixtures("site")
def test_no_two_links_of_the_a_to_z_say_the_same_and_lead_elsewhere() -> None:
    found: dict[str, set[str]] = {}
    for link in site().page(PAGE).main.xpath(f"{A_TO_Z}/ul/li/a"):
        found.setdefault(link.text_content(), set()).add(link.get("href"))
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


@pytest.mark.usefixtures("site")
def test_letters_are_not_promised_as_addresses() -> None:
    found = promised(Site(site().folder))
    assert [address for address in found if address.startswith(f"/{PAGE}#letter-")] == []


@pytest.mark.usefixtures("site")
def test_the_list_is_small_and_the_same_each_time(tmp_path: Path) -> None:
    content = (site().folder / FILE).read_bytes()
    assert len(gzip.compress(content, 9)) <= MOST
    copied = tmp_path / "site"
    shutil.copytree(site().folder, copied)
    (copied / FILE).unlink()
    assert write(Site(copied), charter().search.sayings) == []
    assert (copied / FILE).read_bytes() == content


def test_what_stands_on_a_page_is_read_and_what_only_leads_away_is_not() -> None:
    """Also behind elements that are written as XML has them."""
    page = """<title>Tea &amp; cake | Our site</title>\
<meta name="description" content="How to bake."><nav>Menu</nav><main>
      <nav>Way</nav><h1 id="x">Baking</h1><p>Take <b>one</b><br /> egg\
<svg><text>art</text></svg>.</p>
      <h2 id="oven">The oven</h2><p>Hot</p>\
<table><tr><td>a<br />b</td></tr><tr><td>c</td></tr></table><h3>No address</h3><p>Still hot</p>
      <section id="tea"><h2>Tea</h2><dl><dt id="cup">Cup</dt><dd>For tea</dd></dl></section>
      <div class="sources wide"><h2 id="sources">From</h2><img src="a"><p>A book</p></div>\
<p>Enjoy</p></main><footer>Foot</footer>"""
    found = [
        (place.id, place.title, place.text) for place in sections(html.document_fromstring(page))
    ]
    assert found == [
        ("", "Tea & cake", "How to bake. Baking Take one egg ."),
        ("oven", "The oven", "Hot No address Still hot"),
        ("tea", "Tea", ""),
        ("cup", "Cup", "For tea Enjoy"),
    ]


WORDS = [
    "Café & naïve, can't!", "co-production: 0 to 25", "Did we…?", "ＭＥ１４ Ångström",
    "they’re «here»", "snake_case", "", "👋🏽 hello", "ﬁne İstanbul",
]  # fmt: skip


@pytest.mark.usefixtures("site", "browser")
def test_the_browser_reads_words_like_the_list_does() -> None:
    texts = [
        *WORDS,
        *(place.get("text", "") for page in listed() for place in [page, *page["places"]]),
    ]
    with shown(PAGE) as browser:
        found = browser.execute_script("return arguments[0].map(text => wordsOf(text))", texts)
    assert found == [words(text) for text in texts]
