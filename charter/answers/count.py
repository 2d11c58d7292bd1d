"""Saved copies in, counts out: no copy twice, nothing of one person kept, and the file on disk is
the old one or the new one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from charter.answers.saved_copy import LARGEST, Copy, RefusedCopy, read
from charter.data.load import load
from charter.model import Answers, Charter
from charter.model.answers import ANSWERS, Count, Tally
from charter.our_files import replace
from charter.our_folders import alone
from charter.problems import Problem, ProblemsFound

FILE = Path("answers/counts.yml")
HEAD = """\
# Written by: python -m charter answers add. Counts of answers, never a person's words. \
Don't change it by hand.
# Counts of few people can point to a person. Read "Count the answers" in \
CONTRIBUTING.md before you put this file in a public place.
"""


@dataclass
class Added:
    """What a run did: copies counted by occasion, files whose copy had been counted before, files
    refused, and copies counted in all.
    """

    by_occasion: Counter[str] = field(default_factory=Counter)
    before: int = 0
    refused: list[Problem] = field(default_factory=list)
    in_all: int = 0


def add(data: Path, given: Sequence[Path], quarter: str) -> Added:
    """Count the copies in files and folders into `answers/counts.yml` below `data`, for a quarter
    such as 2026-Q4.

    Raises:
        ProblemsFound: the data are wrong, or hold answers of a later quarter. Then nothing is
            counted.
    """
    with alone((data / FILE).resolve().parent):
        charter = load(data)
        _refuse_going_back(charter.answers, quarter)
        added = Added(in_all=len(charter.answers.taken))
        copies = _new_copies(given, charter, added)
        if copies:
            answers = counted(charter.answers, copies, quarter)
            replace(data / FILE, text(answers))
            added.in_all = len(answers.taken)
    return added


def counted(answers: Answers, copies: Sequence[Copy], quarter: str) -> Answers:
    """The counts with more copies in them."""
    people: Counter[tuple[str, str, str]] = Counter()
    tallies: defaultdict[tuple[str, str, str], defaultdict[str, Counter[str]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    for count in answers.counts:
        key = (count.quarter, count.occasion, count.group)
        people[key] = count.copies
        for tally in count.answers:
            tallies[key][tally.pledge].update(tally.model_dump(exclude={"pledge"}))
    for copy in copies:
        key = (quarter, copy.occasion, copy.group)
        people[key] += 1
        for pledge, answer in copy.answers.items():
            tallies[key][pledge][answer] += 1
    counts = [
        Count(
            quarter=when,
            occasion=occasion,
            group=group,
            copies=people[key],
            answers=_tallies(tallies[key]),
        )
        for key in sorted(people)
        for when, occasion, group in [key]
    ]
    return Answers(taken=sorted([*answers.taken, *(copy.name for copy in copies)]), counts=counts)


def text(answers: Answers) -> str:
    """Counts as YAML, always in the same order, so that a change shows only what has changed. (YAML
    takes a bare no for false.)
    """
    lines = [
        "taken:" if answers.taken else "taken: []",
        *(f'  - "{name}"' for name in answers.taken),
    ]
    lines.append("counts:" if answers.counts else "counts: []")
    for count in answers.counts:
        lines += [
            f"  - quarter: {count.quarter}",
            f"    occasion: {count.occasion}",
            f"    group: {count.group}",
        ]
        lines += [f"    copies: {count.copies}", "    answers:"]
        for tally in count.answers:
            numbers = ", ".join(f'"{answer}": {getattr(tally, answer)}' for answer in ANSWERS)
            lines.append(f"      - {{pledge: {tally.pledge}, {numbers}}}")
    return HEAD + "".join(f"{line}\n" for line in lines)


def _refuse_going_back(answers: Answers, quarter: str) -> None:
    """A quarter that has ended is on the page already. A copy more in it would show, by the
    difference, what one person said.
    """
    latest = max((count.quarter for count in answers.counts), default=quarter)
    if latest > quarter:
        said = (
            f"there are answers from {latest} already, but today is in {quarter}. Set the date of"
            " this computer right"
        )
        raise ProblemsFound([Problem(f"data/{FILE.as_posix()}", 1, "", said)])


def _new_copies(given: Sequence[Path], charter: Charter, added: Added) -> list[Copy]:
    """The copies that were never counted; what becomes of the other files is noted in `added`."""
    taken, copies = set(charter.answers.taken), []
    for file in _files(given, added.refused):
        try:
            copy = read(_bytes(file), charter)
        except RefusedCopy as refused:
            added.refused.append(Problem(str(file), refused.line, "", refused.said))
            continue
        if copy.name in taken:
            added.before += 1
            continue
        taken.add(copy.name)
        copies.append(copy)
        added.by_occasion[copy.occasion] += 1
    return copies


def _files(given: Sequence[Path], refused: list[Problem]) -> Iterator[Path]:
    """Each file, and each .json file below a folder."""
    for path in given:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(
            file for file in path.rglob("*") if file.suffix.lower() == ".json" and not file.is_dir()
        )
        if not inside:
            refused.append(
                Problem(
                    str(path),
                    1,
                    "",
                    "there is no saved copy in this folder. Their names end in .json",
                )
            )
        yield from inside


def _bytes(file: Path) -> bytes:
    """What stands in a file, but never much more than a copy may have."""
    if not file.exists():
        raise RefusedCopy("there is no such file. Look at its name")
    if not file.is_file():
        raise RefusedCopy("this is not a file. Give files, or folders with files in them")
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError:
        raise RefusedCopy("this file can't be read. Look whether you may open it") from None


def _tallies(found: dict[str, Counter[str]]) -> list[Tally]:
    return [
        Tally(pledge=pledge, **{answer: found[pledge][answer] for answer in ANSWERS})
        for pledge in sorted(found)
    ]
