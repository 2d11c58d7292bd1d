"""The only door between the pages in docs/ and Python: it hands what charter.pages offers to
mkdocs-macros.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

# mkdocs-macros runs this file outside sys.modules, where it can't find its neighbours by itself.
if (here := str(Path(__file__).parent)) not in sys.path:
    sys.path.insert(0, here)

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import Abort

from charter.clock import today
from charter.model import Charter
from charter.problems import ProblemsFound
from charter.render.other_scripts import set_apart
from charter.site import docs_pages, docs_stubs, pages, site_address
from charter.site.check import check
from charter.site_facts import NO_URL


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build. Stops the build, with every problem told, where the
    data are wrong.
    """
    docs = Path(env.conf["docs_dir"])
    try:
        today()
        if env.conf["site_url"] is not None or site_address.SETTING in os.environ:
            env.conf["site_url"] = site_address.checked(env.conf["site_url"])
        charter = check(Path(env.project_dir))
        if refused := docs_stubs.write(charter, docs).refused:
            raise ProblemsFound(refused)
    except ProblemsFound as problems:
        raise Abort(str(problems)) from None
    env.conf["site_name"] = charter.site.name
    titles = {**docs_pages.titles(docs), **pages.titles(charter)}
    env.conf["extra"]["charter"] = charter  # publish/ makes open data from it
    env.conf["extra"]["frame"] = {
        **pages.frame(charter),
        "moved": pages.moved_places(charter, titles),
    }
    finished = FinishedHtml()
    env.conf["markdown_extensions"].append(finished)
    for name, draw in pages.OFFERED.items():
        env.macro(_on_this_page(env, charter, titles, draw, finished), name)


class FinishedHtml(Extension):  # type: ignore[misc]
    """A Markdown extension that hands blocks of drawn HTML on as they are. Markdown would parse
    each and find nothing to do, which takes an eighth of the build.
    """

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Markdown: after MkDocs has looked for anchors (21), before blocks (20)."""
        md.preprocessors.register(_PutAside(md, self.blocks), "finished_html", 20.5)


class _PutAside(Preprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, blocks: list[str]) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """Put what was drawn for this page aside, until Markdown is done with the rest."""
        text = "\n{}\n".format("\n".join(lines))
        for html in self.blocks:
            text = text.replace(f"\n{html}\n", f"\n\n{self.md.htmlStash.store(html)}\n\n")
        self.blocks.clear()
        return text.split("\n")


def _on_this_page(
    env: Any,
    charter: Charter,
    titles: dict[str, str],
    draw: Callable[..., str | pages.Page],
    finished: FinishedHtml,
) -> Callable[..., str]:
    """`draw`, told where the page stands; a whole page also gives its title and description."""

    def macro(*arguments: str) -> str:
        here = pages.Here(
            root=_root(env.page),
            site=env.conf["site_url"] or NO_URL,
            today=today(),
            pdf=bool(env.conf["extra"]["pdf"]),
            titles=titles,
        )
        drawn = draw(charter, here, *arguments)
        if isinstance(drawn, pages.Page):
            # Under a key of its own: mkdocs-macros would take a "{{" in meta.title for a macro.
            env.page.meta["head"] = {**env.page.meta.get("head", {}), **drawn.head}
        html = set_apart(
            drawn.html if isinstance(drawn, pages.Page) else drawn, charter.site.languages
        )
        if html.startswith("<") and "\n" in html:
            finished.blocks.append(html)
        return html

    return macro


def _root(page: Any) -> str:
    """The way back to the home page. MkDocs leaves drawn links as they are; Zensical takes them as
    written from the page's file.
    """
    return "../" * getattr(page, "path", page.url).count("/") or "./"
