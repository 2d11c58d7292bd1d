"""`python -m charter changes-since REV`: what a change does to the site. It checks the project,
builds the site of then and of now, and tells which pages changed, with the words before and after.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from argparse import ArgumentParser, Namespace
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from charter.annotations import problems_in
from charter.editors.change_told import EVERY_PAGE, told
from charter.editors.changed_pages import compare
from charter.our_folders import write_listed
from charter.problems import Problem, ProblemsFound
from charter.site.check import check
from charter.target import whole, why_not_into

HELP = "say what a change does: which pages change, with the words before and after"
NO_COMMIT = "git knows no such version, or not where it and this one part. Name one, such as main"
# Not kept by git, and part of a page (decision 25).
KEPT_OUT = Path("data/a11y-report.json")


def arguments(parser: ArgumentParser) -> None:
    """Since when, and where what was found is to be kept."""
    parser.add_argument("since", metavar="REV", help="a version that git knows, such as main")
    parser.add_argument("--to", type=Path, help="a folder for the report and the built site")
    parser.add_argument("--without-pdf", action="store_true", help="make no PDF files: quicker")


def run(args: Namespace) -> str:
    """What changed, as words; raises ProblemsFound where the project can't be published."""
    project = args.project.resolve()
    with TemporaryDirectory() as temporary:
        to = whole(args.to, project) if args.to else Path(temporary, "to")
        if said := why_not_into(to, project):
            raise ProblemsFound([Problem(str(to), 1, "", said)])
        try:
            report = _changes(args, project, Path(temporary), to / "site")
        except ProblemsFound as found:
            _keep({"problems": [asdict(each) for each in found.problems]}, to / "report")
            raise
        _keep(report, to / "report")
    return told(report)


def _keep(report: dict[str, Any], to: Path) -> None:
    changed = [page for page in report.get("pages") or [] if page["kind"] != "gone"]
    pages = [page["page"] for page in changed] + [one for page in changed for one in page["also"]]
    lines = "".join(f"{page}\n" for page in pages if page != EVERY_PAGE)
    to.mkdir(parents=True, exist_ok=True)
    kept = {"report.json": json.dumps(report, indent=1), "pages.txt": lines}
    if refused := write_listed(kept, to).refused:
        raise ProblemsFound(refused)


def _changes(args: Namespace, project: Path, temporary: Path, site: Path) -> dict[str, Any]:
    """The report of a change."""
    since, pdf = args.since, ["--without-pdf"] * args.without_pdf
    base = _git(project, since, "merge-base", "--end-of-options", since, "HEAD").decode().strip()
    packed = BytesIO(_git(project, since, "archive", base))
    check(project)
    before = temporary / "before"
    with tarfile.open(fileobj=packed) as archive:
        archive.extractall(before, filter="data")
    if (project / KEPT_OUT).is_file():
        shutil.copy(project / KEPT_OUT, before / KEPT_OUT)
    with ThreadPoolExecutor() as side_by_side:
        old = side_by_side.submit(_build, before, temporary / "old", pdf)
        new = side_by_side.submit(_build, project, site, pdf)
    if said := new.result():
        raise ProblemsFound(problems_in(said) or [Problem("the site", 1, "", said)])
    if old.result():
        return {"pages": None}
    pages, others = compare(temporary / "old", site)
    return {"pages": pages, "others": others}


def _git(project: Path, since: str, *command: str) -> bytes:
    done = subprocess.run(["git", "-C", project, *command], capture_output=True, check=False)
    if done.returncode:
        raise ProblemsFound([Problem(since, 1, "", NO_COMMIT)])
    return done.stdout


def _build(project: Path, to: Path, options: list[str]) -> str:
    """Build a site by the programs of its own version; what stopped that, or nothing."""
    to.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "publish", "--to", str(to), *options],
        cwd=project,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stderr.strip() or "The build failed.") if done.returncode else ""
