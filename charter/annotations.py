"""Annotations: problems as GitHub shows them beside the line that they are about, where a workflow
runs (GITHUB_ACTIONS=true).
"""

import os
import re
from collections.abc import Iterable

from charter.problems import Problem

# How a line of a message begins or ends that names a file and its line.
BEGINS = re.compile(
    r" *(?P<file>[\w./-]+), line (?P<line>\d+)(?:, (?P<field>[^:]+))?: (?P<said>.*)"
)
ENDS = re.compile(r" *(?P<said>.*) \((?P<file>[\w./-]+), line (?P<line>\d+)\)")


def annotate(problems: Iterable[Problem]) -> None:
    """Print each problem as an annotation of its line, in GitHub's workflow alone."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for problem in problems:
            print(annotation(problem), flush=True)


def annotation(problem: Problem) -> str:
    """The command that GitHub takes: its signs are escaped as `actions/toolkit` does."""
    said = str(problem).partition(f", line {problem.line}")[2].lstrip(",: ")
    file = _escaped(problem.file).replace(":", "%3A").replace(",", "%2C")
    return f"::error file={file},line={problem.line}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def problems_in(message: str) -> list[Problem]:
    """The problems that a message of several lines tells of. Lines further in, to copy, belong to
    the one above them; a heading belongs to each that ends with its file.
    """
    found: list[Problem] = []
    heading = ""
    for line in message.splitlines():
        if match := BEGINS.fullmatch(line):
            field = match["field"] or ""
            found.append(Problem(match["file"], int(match["line"]), field, match["said"]))
        elif match := ENDS.fullmatch(line):
            said = f"{heading} {match['said']}".strip()
            found.append(Problem(match["file"], int(match["line"]), "", said))
        elif found and line.startswith("    "):
            last = found.pop()
            found.append(Problem(last.file, last.line, last.field, f"{last.message}\n{line}"))
        else:
            heading = line
    return found
