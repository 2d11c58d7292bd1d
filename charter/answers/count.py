"""Saved copies in, counts out: no copy twice, nothing of one person kept, and the file on disk is
the old one or the new one.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from charter.answers.marks import Marks
from charter.answers.notices import notices
from charter.answers.received import OTHER_ANSWERS, Files, Received, look_through
from charter.data.load import load
from charter.model import Answers, Charter
from charter.model.answers import ANSWERS, Count, Sent, Taken, Tally
from charter.our_files import replace
from charter.our_folders import alone
from charter.problems import Problem, ProblemsFound

FILE = Path("answers/counts.yml")
LOST = (
    "the file is missing, and without it copies could be counted twice. Put it back from where it"
    ' is kept; or, before the very first count, begin it with two lines: "taken: []" and'
    ' "counts: []"'
)
# What finds copies: in files that the form saved, or in counts that were typed in.
Look = Callable[[Sequence[Path], Charter, Marks], Files]
HEAD = """\
# Written by: python -m charter answers add. Counts of answers, never a person's words. \
Don't change it by hand.
# Counts of few people can point to a person. Read \
charter/answers/README.md before you put this file in a public place.
"""
CHANGED = f"this copy was counted before. Now it {OTHER_ANSWERS}"
AGAIN = (
    "these sheets were counted before, with other numbers. What is counted can't be taken out. Type"
    " in all sheets of a group and day at once"
)


@dataclass
class Added:
    """What a run did: copies counted by occasion, files whose copy had been counted before, files
    refused, files that don't look like a copy, what an editor should look at, and copies in all.
    """

    by_occasion: Counter[str] = field(default_factory=Counter)
    before: int = 0
    refused: list[Problem] = field(default_factory=list)
    no_copies: list[Path] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    in_all: int = 0


def add(data: Path, given: Sequence[Path], quarter: str, look: Look = look_through) -> Added:
    """Count the copies that `look` finds in files and folders into `answers/counts.yml` below
    `data`, for a quarter such as 2026-Q4. Where that is a link, its target is written, which may be
    a private place.

    Raises:
        ProblemsFound: the data are wrong, or hold answers of a later quarter, or nothing can be
            written. Then nothing is counted.
    """
    file = Path(os.path.realpath(data / FILE))
    try:
        with alone(file.parent):
            return _add(data, file, given, quarter, look)
    except OSError as error:
        said = f"nothing was counted, because this can't be read or written ({error.strerror})"
        remedy = "Make room on the disk, or look whether you may write there, and run it again"
        raise ProblemsFound([Problem(str(file), 1, "", f"{said}. {remedy}")]) from None


def _add(data: Path, file: Path, given: Sequence[Path], quarter: str, look: Look) -> Added:
    charter = load(data)
    if not file.exists():
        raise ProblemsFound([Problem(f"data/{FILE.as_posix()}", 1, "", LOST)])
    before = charter.answers
    _refuse_going_back(before, quarter)
    marks = Marks(file, used=bool(before.taken))
    files = look(given, charter, marks)
    added = Added(refused=files.refused, no_copies=files.no_copies, in_all=len(before.taken))
    if new := _new(files, before, marks, added):
        after = counted(before, new, quarter, marks)
        replace(file, text(after))
        added.in_all = len(after.taken)
        added.notices = notices(new, before, after, quarter, charter)
    return added


def counted(before: Answers, new: Sequence[Received], quarter: str, marks: Marks) -> Answers:
    """The counts with more copies in them."""
    senders: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    tallies: defaultdict[tuple[str, str, str], defaultdict[str, Counter[str]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    for count in before.counts:
        key = (count.quarter, count.occasion, count.group)
        senders[key].update({sent.sender: sent.copies for sent in count.senders})
        for tally in count.answers:
            tallies[key][tally.pledge].update(tally.model_dump(exclude={"pledge"}))
    for each in new:
        key = (quarter, each.copy.occasion, each.copy.group)
        senders[key][marks.of_sender(each.sender)] += 1
        for pledge, answer in each.copy.answers.items():
            tallies[key][pledge][answer] += 1
    counts = [
        Count(
            quarter=when,
            occasion=occasion,
            group=group,
            senders=[Sent(sender=mark, copies=sent) for mark, sent in sorted(senders[key].items())],
            answers=_tallies(tallies[key]),
        )
        for key in sorted(senders)
        for when, occasion, group in [key]
    ]
    taken = [Taken(name=each.copy.name, mark=_mark(each, marks)) for each in new]
    return Answers(taken=sorted([*before.taken, *taken], key=lambda each: each.name), counts=counts)


def text(answers: Answers) -> str:
    """Counts as YAML, always in the same order, so that a change shows only what has changed. (YAML
    takes a bare no for false.)
    """
    lines = [
        "taken:" if answers.taken else "taken: []",
        *(f'  - {{name: "{each.name}", mark: "{each.mark}"}}' for each in answers.taken),
    ]
    lines.append("counts:" if answers.counts else "counts: []")
    for count in answers.counts:
        lines += [
            f"  - quarter: {count.quarter}",
            f"    occasion: {count.occasion}",
            f"    group: {count.group}",
        ]
        sent = [f'"{each.sender}", copies: {each.copies}' for each in count.senders]
        lines += ["    senders:", *(f"      - {{sender: {each}}}" for each in sent), "    answers:"]
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


def _new(files: Files, before: Answers, marks: Marks, added: Added) -> list[Received]:
    """The copies that were never counted; what becomes of the others is noted in `added`."""
    taken, new = {each.name: each.mark for each in before.taken}, []
    for together in [*([each] for each in files.copies), *files.typed]:
        said = {each.copy.name: _mark(each, marks) for each in together}
        had = {name: taken[name] for name in said if name in taken}
        if not had:
            new += together
            added.by_occasion.update(each.copy.occasion for each in together)
        elif had == said:
            added.before += len(together)
        else:
            files.refuse(together[0].file, AGAIN if files.typed else CHANGED)
        taken |= said | had
    return new


def _mark(received: Received, marks: Marks) -> str:
    copy = received.copy
    said = sorted(" ".join(pair) for pair in copy.answers.items())
    return marks.of_answers(copy.name, copy.occasion, copy.group, *said)


def _tallies(found: dict[str, Counter[str]]) -> list[Tally]:
    return [
        Tally(pledge=pledge, **{answer: found[pledge][answer] for answer in ANSWERS})
        for pledge in sorted(found)
    ]
