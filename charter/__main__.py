"""The editors' door: `python -m charter check`, `sync` and the other commands in
`charter/commands/`.
"""

import argparse
import sys
from pathlib import Path

from charter.commands import answers, check, export, gaps, listen, stale, sync, wordings
from charter.editors import new_area
from charter.problems import ProblemsFound

COMMANDS = {
    "check": check,
    "sync": sync,
    "new-area": new_area,
    "wordings": wordings,
    "answers": answers,
    "listen": listen,
    "export": export,
    "gaps": gaps,
    "stale": stale,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 where all is well."""
    parser = argparse.ArgumentParser(
        prog="python -m charter", description="Look after the charter's data."
    )
    names = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        one = names.add_parser(name, help=command.HELP)
        one.add_argument(
            "--project",
            type=Path,
            default=Path(),
            help="the project's folder (this one, if left out)",
        )
        command.arguments(one)
    given = parser.parse_args(arguments)
    try:
        told = COMMANDS[given.command].run(given)
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
