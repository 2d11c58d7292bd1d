"""The search page, used as a person does it: with the keyboard alone."""

from dataclasses import dataclass
from typing import Any

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y.site import site
from tests.browser.did_we import press
from tests.project import charter

PAGE = "search/"
# More than the page has of tab stops above the box.
MOST = 40

RESULTS = """
return [...document.querySelectorAll(".found > li")].map(item => ({
  title: item.querySelector("a").innerText,
  address: item.querySelector("a").href,
  where: item.querySelector(".where")?.innerText ?? "",
  excerpt: item.querySelector(".excerpt")?.innerText ?? "",
}));
"""


@dataclass(frozen=True)
class Result:
    """One place that was found; `address` is below the site's root."""

    title: str
    address: str
    where: str
    excerpt: str

    @property
    def page(self) -> str:
        """The address of its page."""
        return self.address.split("#")[0]


def go_to_box(browser: Chrome) -> None:
    """Press the Tab key until the focus is in the box."""
    for _ in range(MOST):
        if browser.execute_script("return document.activeElement.type") == "search":
            return
        press(browser, Keys.TAB)
    raise AssertionError("the box was not reached with the Tab key")


def look_for(browser: Chrome, words: str) -> list[Result]:
    """Type into the empty box, wait for the number of places to be said, and return them."""
    go_to_box(browser)
    press(browser, Keys.ESCAPE)
    WebDriverWait(browser, 10).until(lambda _: said(browser) == "")
    press(browser, words)
    return answered(browser)


def answered(browser: Chrome) -> list[Result]:
    """Wait for the number of places to be said, and return them."""
    WebDriverWait(browser, 10, 0.05).until(
        lambda _: said(browser) not in ("", charter().search.waiting)
    )
    return results(browser)


def results(browser: Chrome) -> list[Result]:
    """What is listed now."""
    found: list[dict[str, Any]] = browser.execute_script(RESULTS)
    return [
        Result(
            each["title"],
            each["address"].removeprefix(site().address),
            each["where"],
            each["excerpt"],
        )
        for each in found
    ]


def said(browser: Chrome) -> str:
    """What a screen reader is told."""
    return str(
        browser.execute_script(
            "return document.querySelector('main [role=status]').innerText.trim()"
        )
    )


def known() -> str:
    """What somebody might say for a pledge."""
    return next(saying.say[0] for saying in charter().search.sayings if saying.pledge)


def many(number: int) -> str:
    """What is said of so many places."""
    words = charter().search
    return words.one if number == 1 else words.many.replace("{number}", str(number))
