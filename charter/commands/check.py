"""`python -m charter check`: check data/ and docs/, and say what to mend; once, or after each
change.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from charter.editors import sync
from charter.editors.watch import watch
from charter.model import Charter
from charter.problems import ProblemsFound
from charter.site.check import check

HELP = "check data/ and docs/, and say what to mend"


def arguments(parser: ArgumentParser) -> None:
    """It may go on checking."""
    parser.add_argument(
        "--watch",
        action="store_true",
        help="check again after each change, until you press Ctrl and C",
    )


def run(given: Namespace) -> str:
    """Check a project; raises ProblemsFound where anything is to be mended, if it is checked only
    once.
    """
    if given.watch:
        watch(given.project, lambda: _look(given.project))
        return "Stopped."
    return _well(check(given.project))


def _look(project: Path) -> str:
    """What to mend. Where all is well, programs for editing get to know new ids."""
    try:
        charter = check(project)
    except ProblemsFound as found:
        return str(found)
    return "\n".join(
        [_well(charter), *(f"  {told}" for told in sync.sync(charter, project / "data"))]
    )


def _well(charter: Charter) -> str:
    counts = {
        "values": len(charter.values),
        "pledges": len(charter.pledges),
        "outcomes": len(charter.outcomes),
        "case studies": len(charter.case_studies),
        "sources": len(charter.sources),
    }
    return "All is well. " + ", ".join(f"{name}: {count}" for name, count in counts.items()) + "."
