"""The tab stops of the open page, as the scripts of several checks find them."""

from selenium.webdriver import Chrome

from a11y.js import script

STOPS = script("stops")

TO_THE_TOP = script("stops-to-the-top")


def to_the_top(browser: Chrome) -> None:
    """As if the page had just been opened: nothing has the focus, and the Tab key begins with the
    first stop.
    """
    browser.execute_script(TO_THE_TOP)
