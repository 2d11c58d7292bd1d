"""`make words`: how each page reads, and what to write instead. The exit status is 1 if anything is
to be mended.
"""

import sys
import tempfile
from pathlib import Path

from a11y.site import Page, Site
from charter.command_line import run_command
from tests.project import ROOT, run
from tests.reading import measure, sentences
from tests.words.look import look, passive_share, without_doer
from tests.words.remarks import Remark, told
from tests.words.table import HEADINGS, row


def main() -> int:
    """Build the site, without PDF files, and print what its words are like."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "site"
        built = run(ROOT, "publish", "--to", str(folder), "--without-pdf")
        if built.status:
            print(built.said, file=sys.stderr)
            return built.status
        site = Site(folder, "")
        print(HEADINGS)
        for page in site.pages:
            if page.document.get("lang") == "en-GB":
                print(_figures(page))
        found = look(site)
        _print(
            "Passives, where it may be better to say who does it. These are only to look at:",
            _passives(site, found),
        )
        _print("To mend:" if found else "All is well. There is nothing to mend.", found)
    return 1 if found else 0


def _figures(page: Page) -> str:
    if not (found := sentences(page)):
        return f"{page.name:52} {0:9}"
    figures = measure(found)
    return row(
        page.name,
        figures.sentences,
        figures.average,
        figures.longest,
        figures.grade,
        passive_share(page),
    )


def _passives(site: Site, found: list[Remark]) -> list[Remark]:
    """Those on pages that have few enough."""
    to_mend = {remark.problem for remark in found}
    return [
        remark
        for page in site.pages
        for remark in without_doer(page)
        if remark.problem not in to_mend
    ]


def _print(heading: str, found: list[Remark]) -> None:
    print(f"\n{heading}")
    for line in told(found):
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(run_command(main))
