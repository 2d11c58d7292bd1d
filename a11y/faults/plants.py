"""Ways to spoil a copy of the site. Each says by an AssertionError when it would change nothing.

Styles and scripts are planted as files of their own, as the site has them.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from a11y.site import Page, Site, serve

# A page's policy would keep out what is planted. (tests/test_csp.py looks whether it does.)
POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass(frozen=True)
class Copy:
    """A copy of a site that a fault may spoil. Its files are those of the site, until one is
    written anew.
    """

    site: Site

    def page(self, path: str) -> Page:
        """A page of the copy, as it is now."""
        return Site(self.site.folder, self.site.address, self.site.settings).page(path)

    def change(self, file: Path, change: Callable[[str], str]) -> None:
        """Write a file of the copy anew. What the copy was made of stays as it is."""
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        after = change(before)
        assert after != before, (
            f"nothing to spoil was found in {file.relative_to(self.site.folder)}"
        )
        file.unlink(missing_ok=True)
        file.write_text(POLICY.sub("", after), encoding="utf-8")


Plant = Callable[[Copy, str], None]


def copy_of(site: Site) -> Copy:
    """A copy that takes no room: each file is another name for the same bytes."""
    folder = Path(tempfile.mkdtemp(prefix="spoiled-", dir=site.folder.parent)) / "site"
    shutil.copytree(site.folder, folder, copy_function=os.link)
    return Copy(serve(folder, settings=site.settings))


def swap(pattern: str, new: str, file: str = "") -> Plant:
    """Put `new` in the place of the first match, on the page or in another file of the site."""

    def plant(copy: Copy, path: str) -> None:
        where = copy.site.folder / file if file else copy.page(path).file
        copy.change(where, lambda text: re.sub(pattern, new, text, count=1, flags=re.DOTALL))

    return plant


def borrow(pattern: str, other: str) -> Plant:
    """Put the first match on another page in the place of the page's own."""

    def plant(copy: Copy, path: str) -> None:
        found = re.search(
            pattern, copy.page(other).file.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert found, f"there is nothing to borrow from {other}"
        swap(pattern, _as_it_is(found[0]))(copy, path)

    return plant


def at_the_end(markup: str) -> Plant:
    """Put markup at the end of the page's main part."""
    return swap("</main>", rf"{_as_it_is(markup)}\g<0>")


def at_the_start(markup: str) -> Plant:
    """Put markup at the start of the page's main part."""
    return swap("<main[^>]*>", rf"\g<0>{_as_it_is(markup)}")


def style(rules: str) -> Plant:
    """Give the page one more file of styles, behind all others."""
    return _file(
        "planted.css", rules, "</head>", '<link rel="stylesheet" href="{root}planted.css">'
    )


def script(code: str) -> Plant:
    """Give the page one more script."""
    return _file("planted.js", code, "</head>", '<script defer src="{root}planted.js"></script>')


def links_to_it(instead: str) -> Plant:
    """Let all links to the page, wherever they are, lead to another address."""

    def plant(copy: Copy, path: str) -> None:
        link = re.compile(rf'href="[^"]*(?<![\w-]){path}(#[^"]*)?"')
        files = [
            page.file
            for page in copy.site.pages
            if link.search(page.file.read_text(encoding="utf-8"))
        ]
        assert files, f"no link leads to {path}"
        for file in files:
            copy.change(file, lambda text: link.sub(f'href="{instead}"', text))

    return plant


def all_of(*plants: Plant) -> Plant:
    """Plant one after the other."""

    def plant(copy: Copy, path: str) -> None:
        for one in plants:
            one(copy, path)

    return plant


def _file(name: str, content: str, before: str, markup: str) -> Plant:
    def plant(copy: Copy, path: str) -> None:
        root = "../" * path.count("/") or "./"
        copy.change(copy.site.folder / name, lambda old: old + content)
        swap(before, _as_it_is(markup.format(root=root)) + before)(copy, path)

    return plant


def _as_it_is(text: str) -> str:
    return text.replace("\\", r"\\")


PLANTS: dict[str, Callable[..., Plant]] = {
    "swap": swap,
    "borrow": borrow,
    "end": at_the_end,
    "start": at_the_start,
    "style": style,
    "script": script,
    "links": links_to_it,
}


def plant_called(name: str, given: str | list[str]) -> Plant:
    """A way to spoil a copy, by its name in the table of faults and by what stands behind it."""
    return PLANTS[name](*([given] if isinstance(given, str) else given))
