"""Light: no page makes a reader wait for more bytes than it may, and the first visit to the home
page is small in all.
"""

import gzip
import random
import re
import time
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser import install
from a11y.browser.driver import shown
from a11y.site import Page, site
from publish.checksum import checksum
from publish.gates import weight
from tests import project
from tests.fixtures import every_page
from tests.host import hosted


def sent(page: Page, addresses: list[str]) -> int:
    """Bytes of files that a page names, packed."""
    paths = [
        urljoin(f"{site().address}{page.path}", address).removeprefix(site().address)
        for address in addresses
    ]
    return sum(len(gzip.compress((site().folder / path).read_bytes(), 9)) for path in paths)


@pytest.mark.usefixtures("site")
@every_page
def test_a_page_is_light(page: Page) -> None:
    html = page.file.read_bytes()
    styles = page.document.xpath("//link[@rel='stylesheet'][not(@media='print')]/@href")
    assert len(gzip.compress(html, 9)) + sent(page, styles) <= (
        20_000 if page.document.xpath("//*[@id='art-map']") else 14_600
    )
    assert sent(page, page.document.xpath("//script/@src")) <= 6_000


@pytest.mark.usefixtures("site")
def test_every_page_is_weighed_and_the_table_says_what_was_found() -> None:
    weights = weight.weigh(site().folder)
    assert sorted(each.page for each in weights) == sorted(f"/{page.path}" for page in site().pages)
    assert (weight.PAGE, weight.AREA, weight.SCRIPTS, weight.HOME) == (
        14_600,
        20_000,
        6_000,
        25_000,
    )
    assert {each.most for each in weights} == {weight.PAGE, weight.AREA}
    lines = weight.table(weights).splitlines()[1:]
    for each, line in zip(weights, lines, strict=True):
        html = site().page(each.page.strip("/") and each.page.lstrip("/")).file.read_bytes()
        assert each.shows >= len(gzip.compress(html, 9, mtime=0))
        assert line.split() == [
            each.page,
            f"{each.shows:,}",
            f"{each.scripts:,}",
            f"{each.visit:,}",
        ]


@pytest.mark.usefixtures("site", "browser")
def test_the_first_visit_to_the_home_page_is_light_with_everything_that_a_browser_asks_for() -> (
    None
):
    with hosted(site().folder) as host, shown("404.html") as browser:
        browser.get(host.address)
        browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        if install.WITHOUT_WINDOWS in str(
            install.browser()
        ):  # it has no tab that would show an icon
            browser.execute_script(
                "new Image().src = document.querySelector('link[rel=icon]').href"
            )
        WebDriverWait(browser, 10).until(lambda _: len(host.sent) >= 2)
        before = -1
        while before != len(host.sent):  # until nothing more is asked for
            before = len(host.sent)
            time.sleep(2)
    assert host.sent[0][0] == "/"
    total = sum(size for _, size in host.sent)
    assert total <= 25_000, host.sent
    (home,) = [each for each in weight.weigh(site().folder) if each.page == "/"]
    assert total == home.visit, (host.sent, home)


def noise(letters: int) -> str:
    """Words that hardly pack."""
    draw = random.Random(7)
    return " ".join(
        "".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(letters // 10)
    )


@pytest.mark.build
def test_what_weighs_too_much_stops_the_build_and_is_named_with_its_heaviest_parts(
    tmp_path: Path,
) -> None:
    copied = project.copy(tmp_path)
    assert project.run(copied, "publish", "--without-pdf").status == 0
    before = checksum(copied / "site")
    page = copied / "docs" / "privacy.md"
    page.write_text(
        f"{page.read_text(encoding='utf-8')}\n## Long {{: #too-long }}\n\n{noise(30_000)}\n",
        encoding="utf-8",
    )
    script = copied / "theme/assets/scripts/print.js"
    script.write_text(f"{script.read_text(encoding='utf-8')}// {noise(12_000)}\n", encoding="utf-8")
    icon = copied / "theme/assets/icon.svg"
    icon.write_text(
        icon.read_text(encoding="utf-8").replace("</svg>", f"<!-- {noise(20_000)} --></svg>"),
        encoding="utf-8",
    )
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status != 0
    assert "Traceback" not in ended.said
    told = re.search(
        r"/privacy/ needs ([\d,]+) bytes to show, and 14,600 is the limit. Most of it: #too-long"
        r" [\d,]+, ",
        ended.said,
    )
    assert told and int(told[1].replace(",", "")) > 14_600, ended.said
    assert re.search(
        r"/leaflet/ needs [\d,]+ bytes of scripts, and 6,000 is the limit. Most of it: .*print.js",
        ended.said,
    )
    assert re.search(
        r"(?m)^/ needs [\d,]+ bytes at a first visit, and 25,000 is the limit. Most of it:"
        r" .*icon.svg",
        ended.said,
    )
    assert checksum(copied / "site") == before


def test_styles_that_a_page_waits_for_count_and_those_for_paper_do_not(tmp_path: Path) -> None:
    for name in ("screen.css", "paper.css"):
        (tmp_path / name).write_text(noise(2_000), encoding="utf-8")
    links = (
        '<link rel="stylesheet" href="screen.css"><link rel="stylesheet" media="print"'
        ' href="paper.css">'
    )
    (tmp_path / "index.html").write_text(links, encoding="utf-8")
    (found,) = weight.weigh(tmp_path)
    html, style = (
        len(gzip.compress(links.encode(), 9)),
        len(gzip.compress(noise(2_000).encode(), 9)),
    )
    assert (found.shows, found.visit) == (html + style, html + 2 * style)
