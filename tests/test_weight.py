"""Light: no page makes a reader wait for more bytes than it may, and the first visit to the home
page is small in all.
"""

import random
import re
import shutil
import time
from pathlib import Path

import pytest
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser import install
from a11y.browser.driver import shown
from a11y.site import Site as Served
from publish.gates import weight
from publish.gates.weight import packed
from publish.site import Site
from tests.host import hosted


def test_every_page_is_light_and_the_table_says_what_was_found(site: Served) -> None:
    assert (weight.PAGE, weight.SCRIPTS, weight.HOME) == (14_600, 6_000, 15_000)
    weights = weight.weigh(Site(site.folder))
    assert weight.check(weights) == []
    assert {each.page.path for each in weights} == {
        page.file.relative_to(site.folder).as_posix() for page in site.pages
    }
    lines = weight.table(weights).splitlines()[1:]
    for each, line in zip(weights, lines, strict=True):
        assert packed(each.page.file.read_bytes()) == each.shows <= weight.PAGE
        sizes = [f"{size:,}" for size in (each.shows, each.scripts, each.visit)]
        assert line.split() == [each.page.address, *sizes]


@pytest.mark.usefixtures("browser")
def test_a_first_visit_to_the_home_page_is_what_a_browser_asks_for(site: Served) -> None:
    with hosted(site.folder) as host, shown("404.html") as browser:
        browser.get(host.address)
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        if install.WITHOUT_WINDOWS in str(install.browser()):
            # It has no tab that would show an icon.
            browser.execute_script(
                "new Image().src = document.querySelector('link[rel=icon]').href"
            )
        WebDriverWait(browser, 10).until(lambda _: len(host.sent) >= 2)
        before = -1
        while before != len(host.sent):  # until nothing more is asked for
            before = len(host.sent)
            time.sleep(2)
    assert host.sent[0][0] == "/"
    (home,) = [each for each in weight.weigh(Site(site.folder)) if each.page.address == "/"]
    assert sum(size for _, size in host.sent) == home.visit <= 15_000, host.sent


def noise(letters: int) -> str:
    """Words that hardly pack."""
    draw = random.Random(7)
    words = ("".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(letters // 10))
    return " ".join(words)


def test_what_weighs_too_much_is_named_with_its_heaviest_parts(
    site: Served, tmp_path: Path
) -> None:
    folder = shutil.copytree(site.folder, tmp_path / "site")
    page = folder / "privacy/index.html"
    text = page.read_text(encoding="utf-8")
    long = f'<h2 id="too-long">Long</h2><p>{noise(30_000)}</p></main>'
    page.write_text(text.replace("</main>", long), encoding="utf-8")
    for name, size in (("scripts/print.js", 12_000), ("icon.svg", 20_000)):
        file = folder / "assets" / name
        file.write_text(f"{file.read_text(encoding='utf-8')}<!-- {noise(size)} -->")
    told = "\n".join(weight.check(weight.weigh(Site(folder))))
    for expected in (
        r"^/privacy/ needs [\d,]+ bytes to show, and 14,600 is the limit. Most of it: #too-long"
        r" [\d,]+, ",
        r"^/leaflet/ needs [\d,]+ bytes of scripts, and 6,000 is the limit. Most of it: .*print.js",
        r"^/ needs [\d,]+ bytes at a first visit, and 15,000 is the limit. Most of it: .*icon.svg",
    ):
        assert re.search(expected, told, re.MULTILINE), told


def test_sheets_that_a_page_waits_for_count_and_those_for_paper_do_not(tmp_path: Path) -> None:
    for name in ("screen.css", "paper.css"):
        (tmp_path / name).write_text(noise(2_000), encoding="utf-8")
    links = (
        '<link rel="stylesheet" href="screen.css"><link rel="stylesheet" media="print"'
        ' href="paper.css">'
    )
    (tmp_path / "index.html").write_text(links, encoding="utf-8")
    (found,) = weight.weigh(Site(tmp_path))
    html, style = packed(links.encode()), packed(noise(2_000).encode())
    assert (found.shows, found.visit) == (html + style, html + 2 * style)


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="" src="a.svg" srcset="b.svg 1x, c.svg 2x">',
        '<video poster="b.svg"></video><svg><use href="c.svg#a"/></svg><img alt="" src="a.svg">',
        "<style>p{background:url('a.svg')}@media print{b{mask:url(b.svg),url(c.svg)}}</style>",
    ],
)
def test_pictures_count_wherever_a_page_asks_for_them(markup: str, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.svg").write_text(noise(2_000), encoding="utf-8")
    (tmp_path / "index.html").write_text(f"<p>One</p>{markup}", encoding="utf-8")
    (found,) = weight.weigh(Site(tmp_path))
    assert found.visit - found.shows == 3 * packed(noise(2_000).encode())
