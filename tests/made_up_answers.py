"""Saved copies of answers as the form writes them, made up for tests: nobody gave these answers."""

import datetime
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from charter.__main__ import main
from charter.data.load import load
from charter.model import Answers, Charter

WORDS = ("yes", "partly", "no", "does-not-apply")


def saved(
    chance: random.Random,
    charter: Charter,
    group: str = "",
    occasion: str = "",
    leaning: Sequence[float] = (5, 3, 2, 1),
) -> dict[str, Any]:
    """One copy. `leaning` says how often each answer is given; about one question in ten is left
    open.
    """
    asked = (
        charter.did_we.occasions[occasion] if occasion else chance.choice(charter.did_we.occasions)
    )
    answered = [pledge for pledge in asked.questions if chance.random() < 0.9] or asked.questions[
        :1
    ]
    return {
        "format": "did-we",
        "version": 1,
        "copy": f"{chance.getrandbits(128):032x}",
        "occasion": asked.id,
        "group": group or chance.choice(charter.groups).id,
        "answers": {pledge: chance.choices(WORDS, leaning)[0] for pledge in answered},
    }


def write(folder: Path, copies: Sequence[dict[str, Any]]) -> list[Path]:
    """Each copy as a file of its own, named as the form names it, in a folder for its sender."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for copy in copies:
        file = folder / copy["copy"] / f"did-we-{copy['occasion']}-{copy['copy'][:8]}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(copy), encoding="utf-8")
        files.append(file)
    return files


def epoch(year: int, month: int, day: int = 10) -> str:
    """A day as SOURCE_DATE_EPOCH takes it: seconds, as text."""
    return str(int(datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC).timestamp()))


def with_answers(charter: Charter, answers: Answers) -> Charter:
    """The same charter with other answers."""
    return charter.model_copy(update={"answers": answers})


def day_in(quarter: str) -> datetime.date:
    """A day in the middle of a quarter such as 2027-Q1."""
    return datetime.date(int(quarter[:4]), 3 * int(quarter[-1]) - 1, 15)


def copies(area: Path, count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Copies that fit the area in a folder."""
    chance = random.Random(seed)
    charter = load(area / "data")
    return [saved(chance, charter) for _ in range(count)]


def add(area: Path, *files: Path) -> int:
    """Count files as an editor would; the exit status."""
    return main(["answers", "--project", str(area), "add", *map(str, files)])


def counts(area: Path) -> Answers:
    """What was counted so far."""
    return load(area / "data").answers


def people(found: Answers) -> int:
    """How many copies the counts take in."""
    return sum(count.copies for count in found.counts)
