"""The site of the made-up area: each page as the templates draw it, with none of this checkout's
own words.
"""

import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

from a11y.site import NOT_FOUND, Site, serve
from charter.data.load import load
from charter.site.docs_pages import is_request
from charter.site.docs_stubs import MACROS, MOVED, RETIRED
from tests import project, sample
from tests.findings import SETTINGS

# A day, so that pages that say what is due always say the same.
DAY = "1811808000"
OUT_OF_USE = """retired:
  since: 2026-05-01
  why: The fair has ended.
"""
CALL = re.compile(r"^\{\{ (\w+)\(.*\) \}\}$", re.MULTILINE)
HEAD = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)


@cache
def made_up_site() -> Site:
    """The site, built once in each process. Its links may lead nowhere, because prose is gone."""
    home = Path(tempfile.mkdtemp(prefix="made-up-"))
    copied = project.copy(home / "project")
    shutil.rmtree(copied / "data")
    shutil.copytree(sample.DATA, copied / "data")
    story = copied / "data/case-studies/school-garden.yml"
    old = story.read_text(encoding="utf-8").replace("id: school-garden", "id: town-fair")
    story.with_name("town-fair.yml").write_text(f"{old.rstrip()}\n{OUT_OF_USE}", encoding="utf-8")
    # Its pages are there for checks of its data alone: here the project's own pages stand in their
    # place.
    shutil.copytree(
        sample.DOCS, copied / "docs", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md")
    )
    for file in (copied / "docs").rglob("*.md"):
        file.write_text(_without_prose(file.read_text(encoding="utf-8")), encoding="utf-8")
    served = serve(home / "site", settings=SETTINGS)
    for command in (["charter", "sync"], ["mkdocs", "build", "--site-dir", str(served.folder)]):
        ended = project.run(copied, *command, day=DAY)
        assert ended.status == 0, ended.said
    shutil.rmtree(copied)
    return served


def _without_prose(text: str) -> str:
    """A page with its head and with what templates draw on it. A heading of its own keeps its
    place, and loses its words.
    """
    head = HEAD.match(text)
    body = text[head.end() :] if head else text
    kept = [line for line in body.splitlines() if CALL.match(line) or line.startswith("# ")]
    return (
        (head[0] if head else "")
        + "\n\n".join("# Made up" if line.startswith("# ") else line for line in kept)
        + "\n"
    )


@cache
def kinds() -> dict[str, str]:
    """One page of each kind: its name, and its address on the made-up site. Of records, such as
    pledges, the first stands for all.
    """
    docs = project.ROOT / "docs"
    drawn = [page.path for page in made_up_site().pages if page.path.count("/") == 2]
    found = {
        macro.replace("_", "-"): next(path for path in drawn if path.startswith(f"{folder}/"))
        for folder, macro in MACROS.items()
    }
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).with_suffix("").as_posix().removesuffix("index").strip("/")
        if CALL.search(file.read_text(encoding="utf-8")) and not is_request(file):
            found[path.replace("/", "-") or "home"] = f"{path}/".lstrip("/")
    moved = next(entry.page for entry in load(sample.DATA).moved if not entry.place)
    others = {MOVED: moved, RETIRED: "case-studies/town-fair/", "not-found": NOT_FOUND}
    return {**found, **others}
