"""Our build beside two plain ones of the same finished pages: no macros, no data and none of our own steps.

The plain project is written by a build of ours: each page as the macros left it. The first plain build has our theme, and must give
the same bytes, so that the times of the same thing are compared. The second is Material for MkDocs as it comes, with its own search.
"""

import filecmp
import os
import re
import shutil
import sys
from pathlib import Path

import yaml

from tests.bench.stopwatch import Took, median, timed
from tests.project import ROOT, copy

ROUNDS = 3
AIM = 1.2
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]


def compare(folder: Path) -> bool:
    """Print the times of a plain build, of our build by MkDocs, and of all that we do to publish. True where the aim is reached."""
    ours, plain, stock = copy(folder / "ours"), folder / "plain", folder / "stock"
    pages = _write_plain(ours, plain, folder)
    _write_stock(plain, stock)
    rounds = [
        (
            timed([*BUILD, str(folder / "plain-site")], plain),
            timed([*BUILD, str(folder / "stock-site")], stock),
            timed([*BUILD, str(folder / "ours-site")], ours),
            timed(
                [
                    sys.executable,
                    "-m",
                    "publish",
                    "--without-pdf",
                    "--to",
                    str(folder / "published"),
                ],
                ours,
            ),
        )
        for _ in range(ROUNDS)
    ]
    beside, material, built, published = (
        median(list(column)) for column in zip(*rounds, strict=True)
    )
    print(f"{pages} pages, each build {ROUNDS} times, in turn. Medians:")
    print(f"  plain mkdocs build of finished pages:      {beside}")
    print(f"  the same with Material and its search:      {material}")
    print(f"  mkdocs build of ours, data and macros too: {built}. Ratio {_ratio(built, beside)}.")
    print(f"{'':45}Beside Material and its search: {_ratio(built, material)}.")
    print(
        f"  python -m publish --without-pdf, in all:   {published}. Ratio {_ratio(published, beside)}."
    )
    print(
        f"  Publishing also gives each page its own style and policy, weighs it, checks {_promised()} promised addresses, and makes"
    )
    print(
        "  the search, open data, the text file, the packed site and the pages without a network. A plain build has none of these."
    )
    return built.processor <= AIM * beside.processor


def _write_stock(plain: Path, stock: Path) -> None:
    """The plain project with nothing of ours but its pages. The menu is ours, or MkDocs would list every page in it."""
    shutil.copytree(plain / "docs", stock / "docs")
    own = yaml.safe_load((plain / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {
        name: own[name]
        for name in (
            "site_name",
            "site_url",
            "nav",
            "not_in_nav",
            "markdown_extensions",
            "validation",
        )
    }
    (stock / "mkdocs.yml").write_text(
        yaml.safe_dump(kept | {"theme": "material"}, sort_keys=False), encoding="utf-8"
    )


def _ratio(one: Took, other: Took) -> str:
    return f"{one.processor / other.processor:.2f} by the processor, {one.clock / other.clock:.2f} by the clock"


def _promised() -> int:
    return len((ROOT / "data/addresses.txt").read_text(encoding="utf-8").split())


def _write_plain(ours: Path, plain: Path, folder: Path) -> int:
    """Write the plain project, and see that both builds give the same. Returns the number of pages."""
    settings = ours / "finishing.yml"
    settings.write_text(
        f"INHERIT: mkdocs.yml\nhooks: [{Path(__file__).with_name('finished.py')}]\n",
        encoding="utf-8",
    )
    shutil.copytree(ours / "docs", plain / "docs", ignore=shutil.ignore_patterns("*.md"))
    # MkDocs fills in what mkdocs.yml takes from the environment.
    text = re.sub(
        r"!ENV \[(\w+), (.*)\]",
        lambda found: os.environ.get(found[1], found[2]),
        (ours / "mkdocs.yml").read_text("utf-8"),
    )
    own = folder / "own.yml"
    own.write_text(text, encoding="utf-8")
    finishing = [*BUILD, str(folder / "ours-site"), "--config-file", str(settings)]
    timed(finishing, ours, FINISHED=str(plain), OWN_SETTINGS=str(own))
    settings.unlink()
    timed([*BUILD, str(folder / "plain-site")], plain)
    names = [
        file.relative_to(folder / "ours-site") for file in (folder / "ours-site").rglob("*.html")
    ]
    _, different, missing = filecmp.cmpfiles(
        folder / "ours-site", folder / "plain-site", map(str, names), shallow=False
    )
    if different or missing or not names:
        raise SystemExit(f"The plain build is not the same: {different + missing}")
    return len(names)
