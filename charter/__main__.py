"""The editors' door: `python -m charter check` and `python -m charter sync`."""

import argparse
import sys
from pathlib import Path

from charter.check import check
from charter.load import load
from charter.problems import ProblemsFound
from charter.stubs import sync

COMMANDS = {
    "check": "check data/ and docs/, and say what to mend",
    "sync": "write and remove the pages in docs/ that the data ask for",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 where all is well."""
    parser = argparse.ArgumentParser(prog="python -m charter", description="Look after the charter's data.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_text in COMMANDS.items():
        command = commands.add_parser(name, help=help_text)
        command.add_argument("--project", type=Path, default=Path(), help="the project's folder (this one, if left out)")
    given = parser.parse_args(arguments)
    try:
        told = _check(given.project) if given.command == "check" else _sync(given.project)
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    print(told)
    return 0


def _check(project: Path) -> str:
    charter = check(project)
    counts = {
        "values": len(charter.values),
        "pledges": len(charter.pledges),
        "outcomes": len(charter.outcomes),
        "case studies": len(charter.case_studies),
        "sources": len(charter.sources),
    }
    return "All is well. " + ", ".join(f"{name}: {count}" for name, count in counts.items()) + "."


def _sync(project: Path) -> str:
    return "\n".join(sync(load(project / "data"), project / "docs")) or "Nothing to do: pages and data are in step."


if __name__ == "__main__":
    sys.exit(main())
