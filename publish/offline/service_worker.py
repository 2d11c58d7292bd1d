"""A few pages open without a network: writes the script that keeps them, `sw.js`, into the finished
site.

The built page `offline/` lists them and has the line that stands on top of a copy. It also stands
in for pages that are
not kept, at their addresses: so its own links have to work from anywhere. Runs after all that
changes pages, because
`sw.js` holds a fingerprint of each file.
"""

import json
import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from publish import links
from publish.gates.weight import packed
from publish.rewrite import loaded_by, on_this_site, rewritten

PAGE = "offline/"
LIST = re.compile(
    r'<div data-kept>(?P<pages>.*?)<template data-day="(?P<day>[^"]*)">(?P<line>.*?)</template>',
    re.DOTALL,
)
LINK = re.compile(r'<a href="([^"]*)"')
SCRIPT = Path(__file__).with_name("sw.js")


class NotThereError(Exception):
    """What is asked for can't be kept: says what is missing, in words for an editor."""


@dataclass(frozen=True)
class Kept:
    """What a browser keeps: the bytes of each file, by its address below the site's root, and the
    line on top of a copy.
    """

    files: dict[str, bytes]
    line: str

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """For each file, what `fetch` takes as its integrity."""
        return {
            address: f"sha256-{b64encode(sha256(content).digest()).decode()}"
            for address, content in self.files.items()
        }

    @cached_property
    def version(self) -> str:
        """Changes with each byte that is kept, with the list of files, and with the line."""
        return sha256(json.dumps([self.fingerprints, self.line]).encode()).hexdigest()[:12]

    @cached_property
    def packed(self) -> int:
        """Bytes that a browser fetches for it when it is asked to, where the host packs what it
        sends (gzip).
        """
        return sum(packed(content) for content in self.files.values())


def write_worker(site: Path) -> Kept:
    """Write `sw.js` for a finished site."""
    kept = _gather(site)
    about = {"version": kept.version, "notKept": PAGE, "line": kept.line, "kept": kept.fingerprints}
    script = f"const SITE = {json.dumps(about, indent=1)};\n{SCRIPT.read_text(encoding='utf-8')}"
    (site / "sw.js").write_text(script, encoding="utf-8", newline="\n")
    return kept


def _gather(site: Path) -> Kept:
    file = site / PAGE / "index.html"
    if not file.is_file() or not (asked := LIST.search(html := file.read_text(encoding="utf-8"))):
        raise NotThereError(
            "There is no list of pages to keep for times without a network. Ask for {{ kept_pages()"
            " }} in docs/offline.md."
        )
    home = urlsplit(links.home(site)).path
    here = home + PAGE
    from_anywhere = rewritten(
        html, lambda _, address: urljoin(here, address) if on_this_site(address) else address
    )
    file.write_text(from_anywhere, encoding="utf-8", newline="\n")
    pages = [
        urljoin(here, unescape(address)).removeprefix(home)
        for address in LINK.findall(asked["pages"])
    ]
    files: dict[str, bytes] = {}
    for page in [*pages, PAGE]:
        files |= _with_its_parts(site, home, page)
    return Kept(dict(sorted(files.items())), asked["line"].replace("{date}", asked["day"]))


def _with_its_parts(site: Path, home: str, page: str) -> dict[str, bytes]:
    file = site / page / "index.html"
    if not file.is_file():
        raise NotThereError(
            f'data/offline.yml asks to keep the page "{page}", but there is no such page. Correct'
            " its address there."
        )
    content = file.read_bytes()
    parts = [
        urljoin(home + page, address).removeprefix(home) for address in loaded_by(content.decode())
    ]
    return {page: content, **{part: (site / part).read_bytes() for part in parts}}
