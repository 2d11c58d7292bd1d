"""Build the pages with MkDocs, in this process, so that the data are read once."""

import io
import logging
import os
import re
from pathlib import Path
from typing import cast

from charter.model import Charter

# Material warns about a later MkDocs at each build.
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


# What MkDocs says of a link in a page that leads nowhere.
LINK = re.compile(r"^WARNING +-  Doc file '(.+?)' contains an? [\w ]*link '(.+?)'.*", re.MULTILINE)
NOWHERE = (
    'docs/{page}, line {line}: the link "{link}" leads nowhere. Write the name of a page, such as'
    " about.md, or of a place on one, such as about.md#all-sources"
)


class BuildError(Exception):
    """MkDocs found something wrong: all that it said of it."""


def build_pages(project: Path, to: Path, pdf: bool) -> Charter:
    """Build strictly: any warning stops. Returns the charter that the pages were made from.

    (MkDocs' own --quiet would hide warnings from --strict too, and let a dead link through.)

    Raises:
        BuildError: with what MkDocs found wrong, without its chatter.
    """
    os.environ.update(QUIET)
    from click import ClickException
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    said, handler = _log()
    try:
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(to), strict=True)
        config.extra["pdf"] = pdf
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except ClickException as wrong:
        told = _with_lines(said.getvalue(), project / "docs")
        raise BuildError(f"{wrong.format_message()}\n{told}".strip()) from None
    except SystemExit:  # how mkdocs-macros ends where a piece can't be drawn
        raise BuildError(said.getvalue().strip()) from None
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return cast(Charter, config.extra["charter"])


def _with_lines(said: str, docs: Path) -> str:
    """The same, with the line of each link that leads nowhere, and what to write."""

    def told(found: re.Match[str]) -> str:
        page, link = found.groups()
        lines = (docs / page).read_text(encoding="utf-8").splitlines()
        whole = re.compile(rf"(?<![\w/.]){re.escape(link)}(?![\w/#])")
        line = next((number for number, each in enumerate(lines, 1) if whole.search(each)), 1)
        return NOWHERE.format(page=page, line=line, link=link)

    return LINK.sub(told, said)


def _log() -> tuple[io.StringIO, logging.Handler]:
    """Collect warnings and errors of MkDocs and its plugins."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.propagate = False
    logger.addHandler(handler)
    return said, handler
