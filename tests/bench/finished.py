"""A hook for MkDocs: writes each page as the macros finished it, and what else a build without them needs.

tests/bench/plain.py names it in a mkdocs.yml of its own. FINISHED is the folder that the project goes to.
"""

import os
import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.plugins import event_priority

FOLDER = Path(os.environ["FINISHED"])


@event_priority(-100)  # after the macros
def on_page_markdown(markdown: str, page: Any, **_: Any) -> None:
    """Write a page: on top what it is called, then its text, in which nothing is left to draw."""
    file = FOLDER / "docs" / page.file.src_uri
    file.parent.mkdir(parents=True, exist_ok=True)
    top = yaml.safe_dump(dict(page.meta), allow_unicode=True, sort_keys=False) if page.meta else ""
    file.write_text(f"---\n{top}---\n{markdown}" if top else markdown, encoding="utf-8")


def on_post_build(config: Any) -> None:
    """Write the settings, with the names that came from the data, and take the theme along."""
    own = yaml.safe_load(Path(os.environ["OWN_SETTINGS"]).read_text(encoding="utf-8"))
    own |= {
        "site_name": config["site_name"],
        "site_url": config["site_url"],
        "extra": dict(config["extra"]),
        "plugins": [],
        "watch": [],
    }
    (FOLDER / "mkdocs.yml").write_text(
        yaml.safe_dump(own, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    shutil.copytree(config["theme"].custom_dir, FOLDER / "theme")
