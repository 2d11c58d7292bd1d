"""Every page of a checked charter, drawn in this process as MkDocs would: Jinja, Markdown, and the frame around.

It goes through macros.py, the extensions of mkdocs.yml and theme/, and leaves out what MkDocs does to files.
`test_fuzz.py` compares it with a real build.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import jinja2
import markdown
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

import macros
from charter.data import yaml_reader
from charter.model import Charter
from charter.site import docs_pages, docs_stubs


@dataclass(frozen=True)
class Source:
    """A page before it has its frame: its address, its Markdown with every piece drawn, and what its head shows."""

    address: str
    text: str
    head: str


class Drawing:
    """A project whose pages can be drawn again and again, each time from another charter."""

    def __init__(self, project: Path) -> None:
        self.docs = project / "docs"
        self.config = load_config(str(project / "mkdocs.yml"), docs_dir=str(self.docs))
        self.files = get_files(self.config)
        self.nav = get_navigation(self.files, self.config)
        self.frame = self.config.theme.get_env().get_template("main.html")
        self.pieces = jinja2.Environment(undefined=jinja2.StrictUndefined)
        self.macros: dict[str, Any] = {}
        self.page: Any = None
        # What macros.py asks of mkdocs-macros.
        self.project_dir, self.conf = str(project), self.config
        self.written = {
            self._address(file): file.read_text(encoding="utf-8")
            for file in sorted(self.docs.rglob("*.md"))
        }

    def macro(self, piece: Any, name: str) -> None:
        """Called by macros.py for each piece that pages may ask for."""
        self.macros[name] = piece

    def sources(self, charter: Charter) -> Iterator[Source]:
        """Each page of the site, also those that `sync` would write, with every piece drawn."""
        with patch.object(macros, "check", lambda _: charter):
            macros.define_env(self)
        for address, text in self._pages(charter).items():
            top = docs_pages.TOP.match(text)
            meta = yaml_reader.read(top[1].encode()).value if top else {}
            assert isinstance(meta, dict)
            self.page = SimpleNamespace(
                url=address,
                canonical_url=f"{self.config.site_url}{address}",
                is_homepage=not address,
                meta=dict(meta),
                content="",
            )
            drawn = self.pieces.from_string(text[top.end() :] if top else text).render(self.macros)
            yield Source(address, drawn, repr((self.page.meta, self.config.extra["frame"])))

    def html(self, source: Source) -> str:
        """The whole page, for the source that was drawn last."""
        kinds = self.config.markdown_extensions
        self.page.content = markdown.Markdown(
            extensions=kinds, extension_configs=self.config.mdx_configs
        ).convert(source.text)
        return str(self.frame.render(get_context(self.nav, self.files, self.config, self.page)))

    def _pages(self, charter: Charter) -> dict[str, str]:
        pages = dict(self.written)
        for change in docs_stubs.changes(charter, self.docs):
            if change.text is None:
                pages.pop(self._address(change.file))
            else:
                pages[self._address(change.file)] = change.text
        return pages

    def _address(self, file: Path) -> str:
        return "".join(
            f"{part}/"
            for part in file.relative_to(self.docs).with_suffix("").parts
            if part != "index"
        )
