"""One saved copy of answers: the file that the form writes, read strictly, so that nothing but
known answers gets in.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NoReturn

from charter.model import Charter
from charter.model.answers import ANSWERS

FORMAT = "did-we"
VERSION = 1
# Bytes. A copy with an answer to every question has one or two thousand.
LARGEST = 64 * 1024
FIELDS = ("format", "version", "copy", "occasion", "group", "answers")
ASK = "Ask for a new copy"
# What the form writes for each answer, and the field that counts it.
WORDS = {answer.replace("_", "-"): answer for answer in ANSWERS}


@dataclass(frozen=True)
class Copy:
    """What one copy says. `name` is random; `answers` has the field that counts the answer, by the
    pledge's id.
    """

    name: str
    occasion: str
    group: str
    answers: dict[str, str]


class RefusedCopy(Exception):
    """A file that can't be counted: on which line, and what to do about it."""

    def __init__(self, said: str, line: int = 1) -> None:
        super().__init__(said)
        self.said = said
        self.line = line


def read(raw: bytes, charter: Charter) -> Copy:
    """Read one file.

    Raises:
        RefusedCopy: it is damaged, or holds anything that is not an answer to one of the charter's
            questions.
    """
    fields = _fields(_parsed(raw))
    if fields["format"] != FORMAT:
        raise RefusedCopy(
            'this is no saved copy of answers. Only files that the "Did we…?" page saved can be'
            " counted"
        )
    if type(fields["version"]) is not int or fields["version"] != VERSION:
        raise RefusedCopy(
            f"this copy has a form that we don't know. We know version {VERSION}. Update this"
            " project, or ask for a new copy"
        )
    name = fields["copy"]
    if not (isinstance(name, str) and re.fullmatch("[0-9a-f]{32}", name)):
        raise RefusedCopy(f"the name of the copy is damaged. {ASK}")
    asked = questions(charter)
    occasion = _known("occasion", fields["occasion"], asked)
    group = _known("group", fields["group"], [group.id for group in charter.groups])
    return Copy(name, occasion, group, _answers(fields["answers"], asked[occasion], charter))


def questions(charter: Charter) -> dict[str, list[str]]:
    """The pledges that each occasion asks about, by its id; "all" is no occasion: every pledge.
    Copies from before may answer what is no longer in use."""
    before = [pledge.id for pledge in charter.pledges.retired]
    asked = {each.id: each.questions + before for each in charter.occasions.ever}
    return {**asked, "all": [pledge.id for pledge in charter.pledges.ever]}


def _parsed(raw: bytes) -> Any:
    if not raw:
        raise RefusedCopy(f"the file is empty. {ASK}")
    if len(raw) > LARGEST:
        raise RefusedCopy(
            f"the file is too big for a copy of answers: it has more than {LARGEST // 1024} KB."
            f" {ASK}"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedCopy(
            f"the file is damaged, or not saved as UTF-8. {ASK}",
            raw[: error.start].count(b"\n") + 1,
        ) from None
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise RefusedCopy(
            f"the file is damaged, or is the text for people: it is not whole, or no JSON. {ASK}",
            error.lineno,
        ) from None
    except (RecursionError, ValueError):  # brackets or figures without end
        raise RefusedCopy(
            f"the file is damaged: it has more brackets or figures than any copy. {ASK}"
        ) from None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise RefusedCopy(f"the file is damaged: something stands in it twice. {ASK}")
    return found


def _no_number(word: str) -> NoReturn:
    raise RefusedCopy(f"the file is damaged: it has {word} where there is no number. {ASK}")


def _fields(parsed: Any) -> dict[str, Any]:
    if not isinstance(parsed, dict):
        raise RefusedCopy(f"this is no saved copy of answers. {ASK}")
    if missing := [name for name in FIELDS if name not in parsed]:
        raise RefusedCopy(f'the copy has no "{missing[0]}" in it. {ASK}')
    if strange := [name for name in parsed if name not in FIELDS]:
        raise RefusedCopy(
            f"the copy holds {_typed(strange[0])}, which no copy has. It may hold words of a"
            " person. Don't share it; ask for a new copy"
        )
    return parsed


def _answers(given: Any, questions: Collection[str], charter: Charter) -> dict[str, str]:
    if not isinstance(given, dict):
        raise RefusedCopy(f"the answers are damaged. {ASK}")
    if not given:
        raise RefusedCopy(
            "the copy has no answer in it. There is nothing to count: take the file away"
        )
    pledges = [pledge.id for pledge in charter.pledges.ever]
    for pledge, answer in given.items():
        _known("pledge", pledge, pledges)
        if pledge not in questions:
            raise RefusedCopy(
                f'the pledge "{pledge}" is not among the questions of its occasion. {ASK}'
            )
        _known("answer", answer, WORDS)
    return {pledge: WORDS[answer] for pledge, answer in given.items()}


def _known(kind: str, given: Any, known: Collection[str]) -> str:
    if isinstance(given, str) and given in known:
        return given
    near = (
        get_close_matches(given, known, n=1) if isinstance(given, str) and len(given) < 100 else []
    )
    hint = f'Is "{near[0]}" meant? ' if near else ""
    raise RefusedCopy(f"there is no {kind} called {_typed(given)}. {hint}{ASK}")


def _typed(given: Any) -> str:
    """What stands in a file, for a message: cut short, and with nothing that could disturb a
    terminal.
    """
    return ascii(given) if len(ascii(given)) <= 40 else ascii(given)[:40] + "…"
