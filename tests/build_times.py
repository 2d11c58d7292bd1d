"""Print how long builds take (make build-times): our `mkdocs build` beside plain Material on the
same finished pages, `publish` without PDF files, and a page at 100, 1,000 and 2,000 stories.

Seconds are of the processor, medians of three where a build is short.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.project import ROOT, charter, copy

MKDOCS = ["mkdocs", "build", "--strict", "--site-dir"]
PUBLISH = ["publish", "--without-pdf", "--to"]
STORIES = (100, 1_000, 2_000)
# What plain Material is told of our project. Search and all else is as it comes.
TOLD = ("site_name", "site_url", "nav", "not_in_nav", "markdown_extensions", "validation")


def main() -> None:
    """Print all times."""
    with tempfile.TemporaryDirectory() as folder:
        _compare(Path(folder))
        _grow(Path(folder))


def seconds(folder: Path, *args: str) -> float:
    """Run a Python module there; the seconds of the processor that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", *args]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(args)} failed:\n{(done.stdout + done.stderr)[-4000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _compare(folder: Path) -> None:
    ours, plain = copy(folder / "ours"), folder / "plain"
    pages = _write_plain(ours, plain)
    rounds = [
        (
            seconds(plain, *MKDOCS, str(folder / "plain-site")),
            seconds(ours, *MKDOCS, str(folder / "built")),
            seconds(ours, *PUBLISH, str(folder / "published")),
        )
        for _ in range(3)
    ]
    material, built, published = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{pages} pages, Material as it comes: {material:.2f} s")
    print(f"mkdocs build of ours: {built:.2f} s, {built / material:.2f} times Material (goal 1.2)")
    print(f"publish without PDF files: {published:.2f} s (goal 4.0)", flush=True)


def _write_plain(ours: Path, plain: Path) -> int:
    """Write a project of finished pages, as the macros leave them; returns how many."""
    config = load_config(str(ours / "mkdocs.yml"), site_dir=str(ours / "site"))

    def keep(markdown: str, page: Any, **_: object) -> None:
        file = plain / "docs" / page.file.src_uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown, encoding="utf-8")

    config.plugins.events["page_markdown"].append(keep)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    for file in (ours / "docs").rglob("*.*"):
        if file.suffix != ".md":
            shutil.copy(file, plain / "docs" / file.relative_to(ours / "docs"))
    own = yaml.load((ours / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""), yaml.SafeLoader)
    settings = {name: own[name] for name in TOLD if name in own} | {
        "theme": "material",
        "site_url": "https://a/",
    }
    (plain / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return len(list((plain / "docs").rglob("*.md")))


def _grow(folder: Path) -> None:
    each = {}
    for count in STORIES:
        project = copy(folder / str(count))
        write_stories(count, project / "data/case-studies")
        took = seconds(project, *PUBLISH, str(project / "site"))
        pages = len(list((project / "site").rglob("index.html")))
        each[count] = took / pages
        print(
            f"{count:,} stories, {pages:,} pages: {took:.1f} s, {took / pages * 1000:.1f} ms a page"
        )
        sys.stdout.flush()
        shutil.rmtree(project)
    ratio = each[STORIES[-1]] / each[STORIES[0]]
    print(f"A page takes {ratio:.2f} times as long at {STORIES[-1]:,} stories (goal 1.0)")


def write_stories(count: int, folder: Path) -> None:
    """Made-up stories beside those that are there, until there are `count`, each of three pledges
    in turn.
    """
    pledges = cycle(pledge.id for pledge in charter().pledges)
    here = sorted(folder.glob("*.yml"))
    text = here[0].read_text(encoding="utf-8")
    for number in range(count - len(here)):
        record = yaml.safe_load(text) | {
            "id": f"made-up-{number}",
            "title": f"Made-up story {number}",
            "pledges": list(islice(pledges, 3)),
        }
        file = folder / f"made-up-{number}.yml"
        file.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
