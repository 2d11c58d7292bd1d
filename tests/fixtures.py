"""Fixtures that tests share: the site of this checkout, built once in a run, and its browser."""

import fcntl
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from a11y import site as under_test
from a11y.browser.driver import chrome, end_chrome
from a11y.site import Page, Site, serve
from tests import addresses
from tests.findings import SETTINGS
from tests.project import ROOT, copy, run


def of_pages(paths: list[str]) -> pytest.MarkDecorator:
    """Run a test, which takes a `page`, once for each of these pages."""
    return pytest.mark.parametrize("page", paths, ids=addresses.name, indirect=True)


every_page = of_pages(addresses.pages())
every_page_in_english = of_pages(addresses.in_english())
# Once a week every page, and for each change those that stand for all others.
each_kind_of_page = pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            path,
            id=addresses.name(path),
            marks=[pytest.mark.weekly] * (path not in addresses.kinds()),
        )
        for path in addresses.pages()
    ],
    indirect=True,
)
every_page_to_share = of_pages(addresses.to_share())
KEY = pytest.StashKey[Site]()
SITEMAP_HOST = re.compile(r"<loc>http://127\.0\.0\.1:(\d+)/")


def pytest_configure(config: pytest.Config) -> None:
    """Choose a folder and an address for the site, which all processes of this run share. Nothing
    is built before a test asks for it.
    """
    if worker := getattr(config, "workerinput", None):
        config.stash[KEY] = Site(Path(worker["site_folder"]), worker["site_address"], SETTINGS)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: pytest.Item) -> None:
    """Tell a process of pytest-xdist where the site is: the process that started it serves it."""
    served = _served(node.config)
    node.workerinput.update(  # type: ignore[attr-defined]
        site_folder=str(served.folder), site_address=served.address
    )


def pytest_unconfigure() -> None:
    """End the browser of this process, whichever test began it."""
    end_chrome()


def _served(config: pytest.Config) -> Site:
    if KEY not in config.stash:
        base = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        folder = Path(os.environ.get("BUILT_SITE") or base / "site" / "site")
        config.stash[KEY] = serve(folder, _port(folder), SETTINGS)
    return config.stash[KEY]


def _port(folder: Path) -> int:
    """The port that a site was built for, or any, where it is still to be built."""
    sitemap = folder / "sitemap.xml"
    found = SITEMAP_HOST.search(sitemap.read_text("utf-8")) if sitemap.exists() else None
    return int(found[1]) if found else 0


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Site:
    """The site of this checkout, built by the command that publishes it. BUILT_SITE names a folder
    where it stays, and is used as it is, if it is there already.
    """
    served = _served(pytestconfig)
    served.folder.parent.mkdir(parents=True, exist_ok=True)
    with (served.folder.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not served.folder.exists():
            built = run(ROOT, "publish", "--to", str(served.folder), SITE_URL=served.address)
            assert built.status == 0, built.said
    under_test.use(served)
    return served


OPEN = "\ncontact: answers@council.example\n"


@pytest.fixture
def open_site(site: Site) -> Iterator[Site]:
    """The site with an address to write to, built once in a run and served in place of the other,
    as long as a test takes: so that it asks for answers."""
    home = site.folder.with_name("open")
    with site.folder.with_name("lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            words = copy(home) / "data" / "site.yml"
            words.write_text(words.read_text(encoding="utf-8") + OPEN, encoding="utf-8")
            built = run(home, "publish", "--without-pdf")
            assert built.status == 0, built.said
    under_test.use(serve(home / "site", settings=SETTINGS))
    yield under_test.site()
    under_test.use(site)


def tell(config: pytest.Config, lines: Iterable[str]) -> None:
    """Write lines among the results, though what tests print is kept back."""
    plugins = config.pluginmanager
    if reporter := plugins.getplugin("terminalreporter"):
        with plugins.getplugin("capturemanager").global_and_fixture_disabled():
            reporter.write_line("")
            for line in lines:
                reporter.write_line(line)


@pytest.fixture
def page(site: Site, request: pytest.FixtureRequest) -> Page:
    """A page of the site: the test is parametrised by its address."""
    return site.page(request.param)


@pytest.fixture
def browser() -> Chrome:
    """The browser of this process. Tests show pages in it with a11y.browser.driver.shown."""
    return chrome()
