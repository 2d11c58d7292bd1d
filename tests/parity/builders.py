"""The tools that can build the site. Each gets a copy of the same checkout, and gives a folder of
pages.
"""

import json
from pathlib import Path

import pytest

from charter.site import docs_pages, docs_stubs, pages
from charter.site.check import check
from tests import project

# Zensical can be told nothing but the name of a file with settings. So one stands beside
# mkdocs.yml, with what MkDocs is told
# otherwise: where the site goes, and the words around each page (macros.py cannot reach Zensical's
# own copy of the settings).
SETTINGS = "zensical.yml"
COMMANDS = {
    "mkdocs": ["build", "--strict", "--site-dir", "mkdocs-site"],
    "properdocs": [
        "build",
        "--strict",
        "--config-file",
        "mkdocs.yml",
        "--site-dir",
        "properdocs-site",
    ],
    "zensical": f"build --strict --config-file {SETTINGS}".split(),
}
BUILDERS = list(COMMANDS)
# The one that publishes the site: all others are held against it.
OURS, *OTHERS = BUILDERS


def prepare(checkout: Path) -> None:
    """Write the settings that Zensical needs, and the pages of records, which it looks for before
    it
    asks Python.
    """
    charter = check(checkout)
    docs_stubs.write(charter, checkout / "docs")
    titles = {**docs_pages.titles(checkout / "docs"), **pages.titles(charter)}
    settings = {
        "INHERIT": "mkdocs.yml",
        "site_dir": "zensical-site",
        "site_name": charter.site.name,
        "extra": {
            "frame": {
                **pages.frame(charter),
                "moved": pages.moved_places(charter, titles),
                "languages": pages.languages.for_frame(charter),
            }
        },
    }
    # What is JSON is YAML, too.
    (checkout / SETTINGS).write_text(json.dumps(settings, default=str), encoding="utf-8")


def run(name: str, checkout: Path) -> project.Run:
    """Have one tool build a prepared checkout, with links to PDF files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MAKES_PDF", "true")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        return project.run(checkout, name, *COMMANDS[name])


def build(name: str, checkout: Path) -> Path:
    """The site that one tool makes of a prepared checkout. Raises AssertionError with what the tool
    said.
    """
    done = run(name, checkout)
    assert done.status == 0, done.said
    return checkout / f"{name}-site"
