"""The only door between the pages in docs/ and Python: it hands what charter.pages offers to
mkdocs-macros.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

# mkdocs-macros runs this file outside sys.modules, where it can't find its neighbours by itself.
sys.path.insert(0, str(Path(__file__).parent))

from mkdocs.exceptions import Abort

from charter.clock import today
from charter.model import Charter
from charter.problems import ProblemsFound
from charter.render.other_scripts import set_apart
from charter.site import docs_pages, pages
from charter.site.check import check


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build. Stops the build, with every problem told, where the
    data are wrong.
    """
    try:
        charter = check(Path(env.project_dir))
    except ProblemsFound as problems:
        raise Abort(str(problems)) from None
    env.conf["site_name"] = charter.site.name
    titles = docs_pages.titles(Path(env.conf["docs_dir"]))
    env.conf["extra"]["frame"] = {
        **pages.frame(charter),
        "moved": pages.moved_places(charter, titles),
    }
    _keep_out_of_the_menu(env, [entry.files[0] for entry in charter.moved if not entry.place])
    for name, draw in pages.OFFERED.items():
        env.macro(_on_this_page(env, charter, titles, draw), name)


def _keep_out_of_the_menu(env: Any, files: list[str]) -> None:
    """A page at an old address stands in no menu. MkDocs warns of such pages, unless it is told;
    other site builders do not.
    """
    known = env.conf.get("not_in_nav")
    if hasattr(known, "match_file"):
        env.conf["not_in_nav"] = known + type(known).from_lines(f"/{file}" for file in files)


def _on_this_page(
    env: Any, charter: Charter, titles: dict[str, str], draw: Callable[..., str | pages.Page]
) -> Callable[..., str]:
    """`draw`, told where the page stands; a whole page also gives its title and description."""

    def macro(*arguments: str) -> str:
        here = pages.Here(
            root=_root(env.page),
            site=env.conf["site_url"],
            today=today(),
            pdf=bool(env.conf["extra"]["pdf"]),
            titles=titles,
        )
        drawn = draw(charter, here, *arguments)
        if isinstance(drawn, pages.Page):
            # Under a key of its own: mkdocs-macros would take a "{{" in meta.title for a macro.
            env.page.meta["head"] = {**env.page.meta.get("head", {}), **drawn.head}
        return set_apart(
            drawn.html if isinstance(drawn, pages.Page) else drawn, charter.site.languages
        )

    return macro


def _root(page: Any) -> str:
    """The way back to the home page. MkDocs leaves drawn links as they are; Zensical takes them as
    written from the page's file.
    """
    return "../" * getattr(page, "path", page.url).count("/") or "./"
