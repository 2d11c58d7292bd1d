"""With the keyboard alone: the menu, the skip link, and the button that copies a link.
(a11y/checks/ walks through every page.)
"""

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import log, shown
from a11y.browser.states import NARROW, NO_SCRIPT, State
from a11y.site import Page, site
from tests.fixtures import of_pages
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site", "browser")


def press(browser: Chrome, *keys: str) -> None:
    ActionChains(browser).send_keys(*keys).perform()


def focused(browser: Chrome) -> str:
    """The text or name of what has the focus."""
    return str(
        browser.execute_script(
            "return (document.activeElement.innerText || document.activeElement.id || '').trim()"
        )
    )


def menu_is_open(browser: Chrome) -> bool:
    return bool(browser.execute_script("return document.getElementById('menu').checkVisibility()"))


def said_to_be_expanded(browser: Chrome) -> bool:
    """What the browser tells a screen reader about the menu button."""
    browser.execute_cdp_cmd("Accessibility.enable", {})
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    (button,) = [
        node
        for node in nodes
        if node.get("role", {}).get("value") == "button" and node["name"]["value"] == "Menu"
    ]
    (expanded,) = [
        prop["value"]["value"] for prop in button["properties"] if prop["name"] == "expanded"
    ]
    return bool(expanded)


def tab_to(browser: Chrome, text: str, most: int = 60) -> None:
    for _ in range(most):
        press(browser, Keys.TAB)
        if focused(browser) == text:
            return
    raise AssertionError(f"{text!r} was not reached with the Tab key")


@pytest.mark.parametrize("state", [NARROW, NO_SCRIPT], ids=lambda state: state.name)
@pytest.mark.parametrize("key", [Keys.ENTER, Keys.SPACE], ids=["Enter", "Space"])
def test_the_menu_opens_with_enter_and_space_closes_with_escape_and_gives_the_focus_back(
    state: State, key: str
) -> None:
    with shown("", state) as browser:
        assert not menu_is_open(browser)
        tab_to(browser, "Menu")
        assert not said_to_be_expanded(browser)
        press(browser, key)
        assert menu_is_open(browser)
        assert said_to_be_expanded(browser)
        press(browser, Keys.TAB)
        assert focused(browser) == "The charter"
        press(browser, Keys.ESCAPE)
        assert not menu_is_open(browser)
        assert focused(browser) == "Menu"


def test_the_open_menu_does_not_cover_its_button() -> None:
    with shown("", NARROW) as browser:
        tab_to(browser, "Menu")
        press(browser, Keys.ENTER)
        assert browser.execute_script(
            "const box = document.activeElement.getBoundingClientRect();return"
            " document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)"
            ".closest('button') === document.activeElement"
        )


@pytest.mark.parametrize("state", [NARROW, NO_SCRIPT], ids=lambda state: state.name)
def test_a_pledge_is_reached_from_home_with_the_keyboard_on_a_narrow_screen(state: State) -> None:
    pledge = charter().pledges_in_order[0]
    with shown("", state) as browser:
        tab_to(browser, "Menu")
        press(browser, Keys.ENTER)
        tab_to(browser, "The charter")
        press(browser, Keys.ENTER)
        assert browser.current_url == site().address + "charter/"
        tab_to(browser, pledge.text)
        press(browser, Keys.ENTER)
        assert browser.current_url == f"{site().address}charter/{pledge.id}/"


@of_pages(["", "charter/", "404.html"])  # checks/focus.py looks where it leads on every page
def test_the_first_tab_stop_skips_to_the_main_part(page: Page) -> None:
    with shown(page) as browser:
        press(browser, Keys.TAB)
        assert focused(browser) == "Skip to the main part"
        press(browser, Keys.ENTER)
        assert browser.execute_script("return document.activeElement.id") == "main"


def test_the_link_to_a_pledge_is_copied_by_enter_and_space_and_said() -> None:
    pledge = charter().pledges_in_order[-1]
    with shown(f"charter/{pledge.id}/") as browser:
        origin = {
            "origin": site().address,
            "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
        }
        browser.execute_cdp_cmd("Browser.grantPermissions", origin)
        tab_to(browser, "Copy link")
        for key in (Keys.ENTER, Keys.SPACE):
            browser.execute_script("document.querySelector('[role=status]').textContent = ''")
            browser.execute_async_script(
                "navigator.clipboard.writeText('nothing').then(arguments[0])"
            )
            press(browser, key)
            copied = browser.execute_async_script(
                "setTimeout(() => navigator.clipboard.readText().then(arguments[0]), 300)"
            )
            assert copied == f"{site().address}charter/{pledge.id}/"
            assert (
                browser.execute_script("return document.querySelector('[role=status]').textContent")
                == "Link copied."
            )


WITHOUT = {
    "missing": "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    "refused": "navigator.clipboard.writeText = async () => { throw new Error('No.') }",
    "no answer": "navigator.clipboard.writeText = () => new Promise(() => {})",
}


@pytest.mark.parametrize("clipboard", WITHOUT)
def test_without_a_clipboard_the_page_stays_and_shows_the_address_to_copy(clipboard: str) -> None:
    pledge = charter().pledges_in_order[0]
    with shown(f"charter/{pledge.id}/?fbclid=IwAR1") as browser:
        browser.execute_script(WITHOUT[clipboard] + "; window.same = true")
        tab_to(browser, "Copy link")
        press(browser, Keys.ENTER)
        said = "return document.querySelector('main [role=status]').textContent"
        WebDriverWait(browser, 5).until(lambda _: browser.execute_script(said))
        address = f"{site().address}charter/{pledge.id}/"
        assert browser.execute_script(said) == f"Select this address and copy it: {address}"
        assert browser.execute_script("return [window.same, String(getSelection())]") == [
            True,
            address,
        ]


@pytest.mark.parametrize("way", ["undefined", "() => {}", "() => { throw new Error('No.') }"])
def test_the_words_that_say_how_to_print_stay_beside_the_button(way: str) -> None:
    with shown("leaflet/") as browser:
        log("browser")
        browser.execute_script(f"window.print = {way}")
        words = "return document.querySelector('[data-print]').innerText"
        before = browser.execute_script(words)
        tab_to(browser, "Print")
        press(browser, Keys.ENTER)
        assert browser.execute_script(words) == before
        assert all(part in before for part in ("Ctrl", "Mac", "phone"))
    errors = [entry for entry in log("browser") if entry["level"] == "SEVERE"]
    assert bool(errors) is False, errors
