"""Pages full of made-up answers: true bars, for everybody, light, and on paper too."""

import gzip
import re
from collections.abc import Callable

import pytest

from a11y.browser.driver import shown
from a11y.browser.states import DARK, NARROW, NARROW_DARK, PAPER, WIDE, State
from a11y.checks import markup, paper
from a11y.checks.axe import judge
from a11y.site import Page, Site
from tests.findings import unexplained, used
from tests.full_of_answers import PROGRESS, Built, full
from tests.reading import read
from tests.words.hard import short_forms

pytestmark = [pytest.mark.xdist_group("full of answers"), pytest.mark.build]

# Bytes of a page with its styles, packed: what a new connection carries in its first flight.
FIRST_FLIGHT = 14_600


@pytest.fixture(name="full")
def _full() -> Built:
    return full()


@pytest.fixture(name="pages")
def _pages() -> list[Page]:
    """The progress page, and the page of a pledge."""
    return [full().page(), full().pledge_pages[0]]


BARS = """
return [...document.querySelectorAll("table.results tr.drawn")].map(row => {
  const cells = row.previousElementSibling.querySelectorAll("th span, td");
  const whole = row.querySelector("svg").getBoundingClientRect();
  const parts = [...row.querySelectorAll("rect")].map(part => part.getBoundingClientRect());
  const fromLeft = parts.every(part => Math.abs(part.left - whole.left) < 1);
  return [[...cells].map(cell => parseInt(cell.innerText)), whole.width,
    parts.map(part => part.width), fromLeft, whole.height];
});
"""


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("state", [NARROW, State("wide", 1280)], ids=lambda state: state.name)
def test_each_bar_is_as_long_as_its_number_says(state: State, full: Built) -> None:
    with shown(full.address + PROGRESS, state) as browser:
        bars = browser.execute_script(BARS)
    assert len(bars) == 2 * len(full.charter.pledges) + 3 * len(full.charter.values)
    for (base, *numbers), width, ends, all_from_the_left, height in bars:
        assert all_from_the_left and width > 200 and height >= 14
        sums = [sum(numbers[: place + 1]) for place in range(len(numbers))]
        wanted = [end / base for end, number in zip(sums, numbers, strict=True) if number][::-1]
        assert [end / width for end in ends] == pytest.approx(wanted, abs=0.006)


SHARES = """
const width = element => element.getBoundingClientRect().width;
const bars = document.querySelectorAll("table.results:not([data-row]) td svg, .differ svg");
return [...bars].map(bar => {
  const words = bar.closest("td") ?? bar.previousElementSibling;
  return [words.innerText, width(bar.querySelector(".yes")) / width(bar)];
});
"""


@pytest.mark.usefixtures("site", "browser")
def test_each_share_of_yes_has_a_bar_of_its_length(full: Built) -> None:
    with shown(full.address + PROGRESS) as browser:
        found = browser.execute_script(SHARES)
    assert len(found) > 10 + 2 * len(full.charter.values)
    for words_beside, length in found:
        (share,) = re.findall(r"(\d+)%", words_beside)
        assert length == pytest.approx(int(share) / 100, abs=0.001)


KEY = """
const fills = [...document.querySelectorAll(".key rect")].map(part => getComputedStyle(part).fill);
const patterns = fills.flatMap(fill => fill.match(/#([\\w-]+)/)?.[1] ?? []);
return [fills, patterns.map(name => document.getElementById(name) !== null),
  [...document.querySelectorAll(".key li")].every(item => item.innerText.trim())];
"""
FORCED = {"features": [{"name": "forced-colors", "value": "active"}]}


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize(
    "state", [State("forced"), State("print", 794, 1123, print=True)], ids=lambda state: state.name
)
def test_answers_are_told_apart_without_colour(state: State, full: Built) -> None:
    with shown(full.address + PROGRESS, state) as browser:
        if state.name == "forced":
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", FORCED)
            assert browser.execute_script("return matchMedia('(forced-colors: active)').matches")
        fills, patterns, all_have_words = browser.execute_script(KEY)
    assert len(fills) == len(set(fills)) == 4
    assert patterns == [True, True]
    assert all_have_words


@pytest.mark.look
@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, NARROW_DARK], ids=lambda state: state.name)
def test_axe_finds_nothing_on_pages_full_of_answers(
    state: State,
    full: Built,
    pages: list[Page],
    record_property: Callable[[str, object], None],
) -> None:
    for page in pages:
        with shown(full.address + page.path, state) as browser:
            findings = judge(browser, page, state)
        record_property("exemptions_used", used(findings))
        assert [str(finding) for finding in unexplained(findings)] == []


def test_pages_full_of_answers_are_valid_html(full: Built) -> None:
    findings = markup.look(Site(full.folder / "site", full.address))
    assert [str(finding) for finding in unexplained(findings)] == []


@pytest.mark.usefixtures("site", "browser")
@pytest.mark.parametrize("size", ["100%", "200%"])
def test_pages_full_of_answers_do_not_scroll_sideways(
    size: str, full: Built, pages: list[Page]
) -> None:
    for page in pages:
        with shown(full.address + page.path, NARROW) as browser:
            width, tables = browser.execute_script(
                "document.documentElement.style.fontSize = arguments[0];"
                "return [document.documentElement.scrollWidth,"
                " document.querySelectorAll('table.results').length]",
                size,
            )
        assert width <= NARROW.width and tables > 0


@pytest.mark.usefixtures("site", "browser")
def test_all_is_on_paper_bars_too(full: Built, pages: list[Page]) -> None:
    for page in pages:
        with shown(full.address + page.path) as browser:
            assert [str(finding) for finding in paper.printout(browser, page, WIDE)] == []
    with shown(full.address + PROGRESS, PAPER) as browser:
        bars = browser.execute_script(
            "return [...document.querySelectorAll('.chart')].filter(bar => bar.checkVisibility())"
        )
    assert len(bars) > 60


def test_pages_full_of_answers_read_easily(pages: list[Page]) -> None:
    for page in pages:
        reading = read(page)
        assert reading.longest <= 25, reading.longest_sentence
        assert reading.average <= 15 and reading.grade <= 8
        assert list(short_forms(page)) == []


def test_pages_full_of_answers_fit_the_first_flight(full: Built) -> None:
    for page in [full.page(), *full.pledge_pages]:
        assert page.document.xpath("//table[@class='results']") and page.document.xpath("//style")
        weight = len(gzip.compress(page.file.read_bytes(), 9))
        assert weight <= FIRST_FLIGHT, f"{page.name}: {weight} bytes"
