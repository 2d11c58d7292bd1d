"""With scripts and without: the same words and the same links, no control that does nothing, and
links that lead everywhere.
"""

from collections import deque
from difflib import SequenceMatcher
from urllib.parse import urldefrag, urljoin

from selenium.webdriver import Chrome

from a11y.browser.states import NARROW, NO_SCRIPT, State
from a11y.checks import PageCheck, SiteCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page, Site

SEEN_LINKS = "//a[not(ancestor-or-self::*[@hidden or self::template])]/@href"
READ = script("script-read")


def same(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """The open page against its file: with scripts on they may change only what INSTEAD and
    DIFFERENT say.
    """
    file = page.file.read_text(encoding="utf-8")
    (here, links), (there, wanted_links), dead = browser.execute_script(
        READ, file, list(page.settings.scripted_parts)
    )
    said, wanted = " ".join(here.split()), " ".join(there.split())
    for button, words in page.settings.scripted_words.items():
        said = said.replace(button, words)
    found = [] if len(wanted) > 20 else [("words", "there are hardly any")]
    if said != wanted:
        found.append(("words", f"with and without script they differ: {_difference(said, wanted)}"))
    if links != wanted_links:
        found.append(
            (
                "links",
                (
                    "only with script or only without:"
                    f" {sorted(set(links) ^ set(wanted_links)) or 'their order'}"
                ),
            )
        )
    if not state.script:
        found += [("buttons", f"this does nothing without script: {one}") for one in dead]
    return [Finding(page.name, state.name, f"script {rule}", "main", text) for rule, text in found]


def _difference(said: str, wanted: str) -> str:
    ours, theirs = said.split(), wanted.split()
    changes = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    told = [
        f"{' '.join(theirs[a:b])!r} became {' '.join(ours[c:d])!r}"
        for kind, a, b, c, d in changes
        if kind != "equal"
    ]
    return "; ".join(told)[:300]


def reached(site: Site) -> list[Finding]:
    """Follow links from the home page, and nothing but links. Some pages ask not to be found: they
    stand at wrong and at old addresses.
    """
    pages = {page.path: page for page in site.pages}
    home = "" if "" in pages else next(iter(pages), "")
    met, waiting = {home}, deque([home] if pages else [])
    while waiting:
        path = waiting.popleft()
        for address in pages[path].document.xpath(SEEN_LINKS):
            target = urldefrag(urljoin(site.address + path, address))[0].removeprefix(site.address)
            if target in pages.keys() - met:
                met.add(target)
                waiting.append(target)
    lost = [
        page
        for path, page in pages.items()
        if path not in met and not page.document.xpath("//meta[@name='robots']")
    ]
    return [
        Finding(
            page.name, "all", "script reach", "a", "no chain of links leads here from the home page"
        )
        for page in lost
    ]


CHECKS = [
    PageCheck("script", (), (NARROW, NO_SCRIPT), same),
    SiteCheck("reached by links", ("2.4.5",), reached),
]
