"""The search box in the browser: by keyboard alone, told politely, help where nothing is found."""

from urllib.parse import urljoin

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import shown
from a11y.browser.states import DARK, NARROW, NARROW_DARK, NO_SCRIPT, WIDE, State
from a11y.checks.axe import judge
from a11y.site import site
from tests.addresses import in_english
from tests.browser.did_we import press
from tests.browser.search import PAGE, answered, go_to_box, known, look_for, many, results, said
from tests.findings import unexplained
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site", "browser")

NOWHERE = "zzqx wvvk"
FOCUSED = (
    "return document.activeElement.closest('.found') ? document.activeElement.href :"
    " document.activeElement.type"
)


def test_from_any_page_to_a_pledge_with_the_keyboard_alone() -> None:
    pledge = next(saying.pledge for saying in charter().search.sayings if saying.pledge)
    with shown("privacy/") as browser:
        while browser.execute_script("return document.activeElement.innerText") != "Search":
            press(browser, Keys.TAB)
        press(browser, Keys.ENTER)
        assert browser.current_url == site().address + PAGE
        go_to_box(browser)
        press(browser, known())
        answered(browser)
        press(browser, Keys.TAB)
        assert browser.execute_script(FOCUSED) == "submit"
        press(browser, Keys.TAB)
        assert browser.execute_script(FOCUSED) == f"{site().address}charter/{pledge}/"
        press(browser, Keys.ENTER)
        assert browser.current_url == f"{site().address}charter/{pledge}/"


@pytest.mark.parametrize(
    "keys", [(Keys.ENTER,), (Keys.TAB, Keys.SPACE)], ids=["Enter", "the button"]
)
def test_enter_and_the_button_go_to_the_first_result(keys: tuple[str, ...]) -> None:
    with shown(PAGE) as browser:
        go_to_box(browser)
        press(browser, known(), *keys)
        WebDriverWait(browser, 10).until(
            lambda _: browser.execute_script(FOCUSED) not in ("search", "submit")
        )
        assert browser.execute_script(FOCUSED) == site().address + results(browser)[0].address


def test_whoever_types_on_after_enter_stays_in_the_box() -> None:
    slow = (
        "const get = fetch; window.fetch = (...all) => new Promise(done => setTimeout(() =>"
        " done(get(...all)), 900))"
    )
    first, last = known().rsplit(" ", 1)
    with shown(PAGE) as browser:
        go_to_box(browser)
        browser.execute_script(slow)
        press(browser, first, Keys.ENTER, f" {last}")
        assert answered(browser)
        assert browser.execute_script("return document.activeElement.value") == known()


def test_the_number_of_places_is_told_once_after_the_last_key() -> None:
    with shown(PAGE) as browser:
        go_to_box(browser)
        look_for(browser, known())
        browser.execute_script(
            "window.told = [];new MutationObserver(() => told.push(document.querySelector('main"
            " [role=status]').innerText)).observe(document.querySelector('main [role=status]'),"
            " {childList: true});"
        )
        press(browser, " time")
        WebDriverWait(browser, 10).until(lambda _: browser.execute_script("return told.length"))
        assert browser.execute_async_script("setTimeout(() => arguments[0](told), 900)") == [
            many(len(results(browser)))
        ]


def test_escape_clears_the_box_and_what_was_found() -> None:
    with shown(PAGE) as browser:
        assert look_for(browser, known())
        press(browser, Keys.ESCAPE)
        WebDriverWait(browser, 10).until(lambda _: said(browser) == "")
        assert browser.execute_script("return document.activeElement.value") == ""
        assert results(browser) == []


def test_nothing_typed_or_only_blanks_says_nothing() -> None:
    with shown(PAGE) as browser:
        look_for(browser, known())
        for _ in known():
            press(browser, Keys.BACKSPACE)
        press(browser, "   ")
        WebDriverWait(browser, 10).until(lambda _: said(browser) == "")
        assert results(browser) == []
        assert not browser.execute_script("return document.querySelector('.nothing')")


def test_nothing_found_says_so_and_helps() -> None:
    nothing = charter().search.nothing
    with shown(PAGE) as browser:
        assert look_for(browser, NOWHERE) == []
        assert said(browser) == nothing.text
        told = browser.execute_script("return document.querySelector('.nothing').innerText")
        assert [
            text
            for text in [*nothing.advice, *(link.words for link in nothing.links)]
            if text not in told
        ] == []
        links = browser.execute_script(
            "return [...document.querySelectorAll('.nothing a')].map(link => link.href)"
        )
        pages = {site().address + page.path for page in site().pages}
        assert [link for link in links if link.split("#")[0] not in pages] == []
        look_for(browser, known())
        assert not browser.execute_script("return document.querySelector('.nothing')")


def test_a_slip_and_an_unfinished_word_still_find() -> None:
    words = [
        (word, pledge.id)
        for pledge in charter().pledges
        for word in pledge.short.lower().split()
        if word.isalpha()
    ]
    word, pledge = max(words, key=lambda found: len(found[0]))
    with shown(PAGE) as browser:
        for typed in (
            word[:-2],
            word[1] + word[0] + word[2:],
            word[:2] + word[3:],
            word[:3] + "q" + word[3:],
        ):
            assert f"charter/{pledge}/" in [result.page for result in look_for(browser, typed)], (
                typed
            )


def test_a_value_finds_each_of_its_pledges() -> None:
    with shown(PAGE) as browser:
        for value in charter().values:
            found = [result.address for result in look_for(browser, value.name)]
            assert f"charter/#{value.id}" in found
            assert [
                pledge.id
                for pledge in charter().pledges_of(value)
                if f"charter/{pledge.id}/" not in found
            ] == []


def test_a_result_leads_to_the_very_place() -> None:
    said = {words.casefold() for saying in charter().search.sayings for words in saying.say}
    short = [each for each in charter().glossary if each.short.isupper()]
    entry = next(each for each in short if each.short.casefold() not in said)
    with shown(PAGE) as browser:
        result = look_for(browser, entry.short)[0]
        assert result.address == f"glossary/#{entry.id}"
        press(browser, Keys.ENTER)
        WebDriverWait(browser, 10).until(
            lambda _: browser.execute_script(FOCUSED) == f"{site().address}{result.address}"
        )
        press(browser, Keys.ENTER)
        assert browser.execute_script("return document.querySelector(':target').id") == entry.id


def test_without_script_words_and_the_a_to_z_stand_in_its_place() -> None:
    with shown(PAGE, NO_SCRIPT) as browser:
        seen = browser.execute_script("return document.querySelector('[data-search]').innerText")
        assert " ".join(seen.split()) == charter().search.without_script
        assert (
            browser.execute_script(
                "return document.querySelectorAll('main form, main input').length"
            )
            == 0
        )
        assert browser.execute_script(
            "return document.querySelectorAll('.a-to-z li a').length"
        ) > len(charter().pledges)


ROWS = """
const rows = [...document.querySelectorAll(".a-to-z > ul a")];
const heights = rows.map(row => row.getBoundingClientRect().height);
return [document.body.scrollHeight, heights, parseFloat(getComputedStyle(rows[0]).lineHeight)];
"""


def test_the_a_to_z_is_short_and_its_rows_have_one_height_for_each_line() -> None:
    with shown(PAGE, NARROW) as browser:
        height, rows, line = browser.execute_script(ROWS)
    assert height < 12_000
    assert min(rows) >= 44
    assert len({round(row % line, 1) for row in rows}) == 1


HEADER = """
const names = ["Search", "Menu"], found = [...document.querySelectorAll("header a, header button")];
return found.filter(part => names.includes(part.innerText) && part.checkVisibility()).map(part => {
  const box = part.getBoundingClientRect();
  const cut = part.scrollWidth > part.clientWidth + 1;
  return {name: part.innerText, height: box.height, right: box.right, cut, top: box.top};
});
"""


@pytest.mark.parametrize("state", [NARROW, WIDE], ids=lambda state: state.name)
def test_the_header_of_each_page_has_a_way_to_the_search_that_does_not_crowd_it(
    state: State,
) -> None:
    for path in in_english():
        header = site().page(path).document
        (link,) = header.xpath("//header//a[normalize-space() = 'Search']/@href")
        assert urljoin(site().address + path, link).endswith(f"/{PAGE}")
    with shown("", state) as browser:
        found = browser.execute_script(HEADER)
        assert [part["name"] for part in found] == (
            ["Search", "Menu"] if state is NARROW else ["Search"]
        )
        assert all(
            part["height"] >= 44 and part["right"] <= state.width and not part["cut"]
            for part in found
        )
        assert len({part["top"] for part in found}) == 1
        name = browser.execute_script(
            "const name = document.querySelector('.name'); return"
            " name.getBoundingClientRect().height"
        )
        assert name <= 70  # two lines at most: nothing squeezes it


@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, NARROW_DARK], ids=lambda state: state.name)
@pytest.mark.parametrize("typed", [known(), NOWHERE], ids=["found", "nothing"])
def test_axe_finds_nothing_beside_an_answer(typed: str, state: State) -> None:
    with shown(PAGE, state) as browser:
        look_for(browser, typed)
        left = unexplained(judge(browser, site().page(PAGE), state))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= state.width
    assert not left, "\n".join(map(str, left))


def test_a_screen_reader_gets_a_named_box_its_hint_and_a_polite_count() -> None:
    words = charter().search
    with shown(PAGE) as browser:
        look_for(browser, known())
        (box,) = _nodes(browser, "searchbox")
        assert (box["name"]["value"], box["description"]["value"]) == (words.label, words.hint)
        assert len(_nodes(browser, "status")) == 1
        assert len(_nodes(browser, "search")) == 1


def _nodes(browser: Chrome, role: str) -> list[dict[str, dict[str, str]]]:
    browser.execute_cdp_cmd("Accessibility.enable", {})
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [node for node in nodes if node.get("role", {}).get("value") == role]
