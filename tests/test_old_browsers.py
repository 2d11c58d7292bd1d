"""Old and odd browsers: what people come to do works in each of them, on a small phone and at four
times the size.

The newest Chromium without a feature stands for what can't be had here. Its paths that styles alone
decide run every day, all others once a week.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import product

import pytest

from a11y.site import Site, serve
from tests.old_browsers.lacking import copy_without
from tests.old_browsers.paths import PATHS, menu, narrowing, press
from tests.old_browsers.table import LISTEN, OLD_BROWSERS, OldBrowser, started
from tests.old_browsers.told_in_all import FAILS, HOLDS
from tests.old_browsers.visit import Visit, features

SIZES = [(375, 553), (320, 256)]
DAILY = {menu, press, narrowing}
CASES = [
    pytest.param(
        old,
        path,
        size,
        id=f"{old.name}, {path.__name__}, {size[0]}",
        marks=[
            pytest.mark.browser,
            pytest.mark.xdist_group(old.name),
            *([] if old.is_newest and path in DAILY else [pytest.mark.weekly]),
        ],
    )
    for old, path, size in product(OLD_BROWSERS, PATHS, SIZES)
]


class Running:
    """One browser at a time, started with the site as it reads it when a test first asks for it."""

    def __init__(self, site: Site, homes: pytest.TempPathFactory) -> None:
        self._site, self._homes = site, homes
        self._open = ExitStack()
        self._old: OldBrowser | None = None

    def visit(self, old: OldBrowser, size: tuple[int, int]) -> Visit:
        if old is not self._old:
            self.close()
            home = self._homes.mktemp("old-browser")
            copy_without(old.lacking, self._site.folder, home / "site", LISTEN)
            self._address = serve(home / "site").address
            self._browser = self._open.enter_context(started(old, home))
            self._old = old
            assert features(Visit(self._browser, self._address, *size)) == old.has
        return Visit(self._browser, self._address, *size)

    def close(self) -> None:
        self._open.close()


@pytest.fixture(scope="module")
def running(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    started = Running(site, tmp_path_factory)
    yield started
    started.close()


@pytest.mark.parametrize(("old", "path", "size"), CASES)
def test_a_path_ends_well(
    running: Running,
    old: OldBrowser,
    path: Callable[[Visit], None],
    size: tuple[int, int],
    record_property: Callable[[str, object], None],
) -> None:
    began, ended = time.time(), FAILS
    try:
        path(running.visit(old, size))
        ended = HOLDS
    finally:
        case = (old.name, path.__name__.replace("_", " "), size[0], ended, began, time.time())
        record_property("old_browsers", case)
