"""WebKitGTK, as Debian has it, with what a path needs of it."""

from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.remote.webdriver import WebDriver

from a11y.browser.webkit import sized


class WebKit:
    """The window of a running WebKit."""

    def __init__(self, driver: WebDriver, downloads: Path) -> None:
        self._driver = driver
        self.downloads = downloads

    def open(self, address: str, width: int, height: int) -> None:
        sized(self._driver, width, height)
        self._driver.get(address)

    def execute_script(self, body: str, *arguments: Any) -> Any:
        return self._driver.execute_script(body, *arguments)

    def press(self, x: float, y: float) -> None:
        actions = ActionBuilder(self._driver)
        mouse = actions.pointer_action
        mouse.move_to_location(round(x), round(y))  # type: ignore[no-untyped-call]
        mouse.pointer_down()  # type: ignore[no-untyped-call]
        mouse.pause(0.05).pointer_up()
        actions.perform()

    def type(self, text: str) -> None:
        ActionChains(self._driver).send_keys(text.replace("\n", "\ue007")).perform()

    def back(self) -> None:
        self._driver.back()
