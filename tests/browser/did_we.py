"""The form "Did we…?", filled in and saved as a person does it: with the keyboard alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.project import charter

FORM = "did-we/"
# More than the form has of tab stops, and more than a group has of choices.
MOST = 80


def fill_in(browser: Chrome, occasion: str, group: str, answers: Mapping[str, str]) -> None:
    """Choose an occasion and a group, and give answers (by pledge: yes, partly, no or
    does-not-apply) on the open form.
    """
    wanted = {"show": occasion, "group": group, **answers}
    order = browser.execute_script(
        "return [...new Set([...document.querySelectorAll('[data-did-we] input')].map(input =>"
        " input.name))]"
    )
    for name in sorted(wanted, key=order.index):
        choose(browser, name, wanted[name])


def choose(browser: Chrome, name: str, value: str) -> None:
    """Go to a group of choices with the Tab key, and to one of them with the arrow keys."""
    tab_to(browser, "name", name)
    for _ in range(MOST):
        if browser.execute_script("return document.activeElement.value") == value:
            break
        press(browser, Keys.ARROW_DOWN)
    else:
        raise AssertionError(f"{name} offers no {value}")
    if not browser.execute_script("return document.activeElement.checked"):
        press(browser, Keys.SPACE)


def save_copy(browser: Chrome, folder: Path) -> Path:
    """Save a copy of the answers into a folder, and return its path."""
    return save(browser, "copy", folder)


def save(browser: Chrome, what: str, folder: Path) -> Path:
    """Save a "copy" or the "text" of the answers into a folder, and return the path of the file."""
    before = set(folder.iterdir())
    press_button(browser, what, folder)

    def whole(_: Any) -> list[Path]:
        return [
            file
            for file in set(folder.iterdir()) - before
            if file.suffix in (".json", ".txt") and file.stat().st_size
        ]

    (file,) = WebDriverWait(browser, 10).until(whole)
    return Path(file)


def asked_in(file: Path) -> set[str]:
    """The pledges whose questions are in a saved text."""
    text = " ".join(file.read_text(encoding="utf-8").split())
    return {pledge.id for pledge in charter().pledges if pledge.question in text}


def press_button(browser: Chrome, what: str, folder: Path) -> None:
    """Go to a button with Tab and press it. What the browser saves then goes into a folder."""
    browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)}
    )
    tab_to(browser, "data-do", what)
    press(browser, Keys.ENTER)


def tab_to(browser: Chrome, attribute: str, value: str) -> None:
    """Press the Tab key until the focus is on what has this attribute."""
    for _ in range(MOST):
        if (
            browser.execute_script(
                "return document.activeElement.getAttribute(arguments[0])", attribute
            )
            == value
        ):
            return
        press(browser, Keys.TAB)
    raise AssertionError(f"{attribute}={value} was not reached with the Tab key")


def press(browser: Chrome, *keys: str) -> None:
    """Press keys, wherever the focus is."""
    ActionChains(browser).send_keys(*keys).perform()
