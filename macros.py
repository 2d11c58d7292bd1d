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
from markdown.treeprocessors import Treeprocessor
from mkdocs.exceptions import Abort

from charter.clock import today
from charter.data import until_signed
from charter.model import Charter
from charter.problems import ProblemsFound
from charter.render.other_scripts import set_apart
from charter.site import docs_pages, docs_stubs, left_out, pages, site_address
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
    files_out = left_out.docs_files(charter, docs)
    gone = left_out.pages(charter, files_out)
    titles = {**docs_pages.titles(docs), **pages.titles(charter)}
    titles = {address: title for address, title in titles.items() if address not in gone}
    env.conf["extra"]["charter"] = charter  # publish/ makes open data from it
    env.conf["extra"]["frame"] = {
        **pages.frame(charter, gone),
        "moved": pages.moved_places(charter, titles),
        "languages": pages.languages.for_frame(charter),
    }
    finished = FinishedHtml()
    env.conf["markdown_extensions"].append(finished)
    if gone:  # builders other than MkDocs hold these settings in another form
        _leave_out(env.conf, files_out)
        env.conf["markdown_extensions"].append(LeftOut(env, gone))
    for name, draw in pages.OFFERED.items():
        env.macro(_on_this_page(env, charter, titles, gone, draw, finished), name)


def on_pre_page_macros(env: Any) -> None:
    """Called by mkdocs-macros for each page: nothing says that nobody has signed, once somebody
    has.
    """
    charter: Charter = env.conf["extra"]["charter"]
    if charter.is_signed:
        env.markdown = until_signed.as_of_now(env.markdown, charter.words.once_signed)


def _leave_out(conf: Any, files: list[Path]) -> None:
    """Take pages out of the build and of the menus."""
    lines = [f"/{file.as_posix()}" for file in files]
    conf["exclude_docs"] += type(conf["exclude_docs"]).from_lines(lines)
    for menu in conf["nav"]:
        for pages_of_menu in menu.values():
            pages_of_menu[:] = [page for page in pages_of_menu if f"/{page}" not in lines]


class LeftOut(Extension):  # type: ignore[misc]
    """A Markdown extension that takes out what leads to pages that the site is without."""

    def __init__(self, env: Any, gone: frozenset[str]) -> None:
        super().__init__()
        self.env, self.gone = env, gone

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Markdown: after links are read (20), before ids and lists of headings (8)."""
        md.treeprocessors.register(_TakeOut(md, self), "left_out", 15)


class _TakeOut(Treeprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, of: LeftOut) -> None:
        super().__init__(md)
        self.of = of

    def run(self, root: Any) -> None:
        """Called for each page."""
        left_out.prose(root, self.of.env.page.file.src_uri, self.of.gone)


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
        md.block_level_elements.append("template")  # where another builder calls it later


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
    gone: frozenset[str],
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
            left_out=gone,
        )
        drawn = draw(charter, here, *arguments)
        if isinstance(drawn, pages.Page):
            # Under a key of its own: mkdocs-macros would take a "{{" in meta.title for a macro.
            env.page.meta["head"] = {**env.page.meta.get("head", {}), **drawn.head}
        html = drawn.html if isinstance(drawn, pages.Page) else drawn
        html = left_out.drawn(html, here.root, gone)
        if not env.page.meta.get("head", {}).get("lang"):  # else all of it is in other letters
            html = set_apart(html, charter.site.languages)
        if html.startswith("<") and "\n" in html:
            finished.blocks.append(html)
        return html

    return macro


def _root(page: Any) -> str:
    """The way back to the home page. MkDocs leaves drawn links as they are; Zensical takes them as
    written from the page's file.
    """
    return "../" * getattr(page, "path", page.url).count("/") or "./"
