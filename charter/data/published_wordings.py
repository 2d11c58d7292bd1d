"""No pledge changes without a word: the words that were published, in `data/wordings.txt`, against
what the pledges say now.

Each line of that file has a pledge's id and what the pledge said, oldest first. The list only
grows."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from charter import our_files
from charter.clock import today
from charter.model import Charter, Pledge
from charter.model.records import Loc
from charter.problems import ProblemsFound
from charter.project_files import BY_A_PROGRAM, lines_of_program, problem

# Below data/.
FILE = Path("wordings.txt")
LINE = re.compile(r"([a-z][a-z0-9-]*-\d+) (\S.*)")

NOT_BEFORE = "the newest words come first. This day has to be before the one above it"
SAME_VERSION = "stands above already. Each version has one wording of a pledge"
SAME_WORDS = "the words that came next are the same. Write what the pledge said before them"

# The words of each pledge, by its id, oldest first.
Wordings = Mapping[str, list[str]]


def read(data: Path) -> Wordings:
    """What was published; nothing, where there is no list yet.

    Raises:
        ProblemsFound: the file is damaged.
    """
    found: dict[str, list[str]] = {}
    for number, line in enumerate(lines_of_program(data / FILE, data), 1):
        parts = LINE.fullmatch(line)
        if not parts:
            message = f"this line does not say a pledge's id and then its words. {BY_A_PROGRAM}"
            raise ProblemsFound([problem(data / FILE, data, message, number)])
        found.setdefault(parts[1], []).append(parts[2])
    return found


def add_new(charter: Charter, data: Path) -> tuple[int, int]:
    """Add what the pledges say and the list does not have yet. Returns how many words are new, and
    how many there are in all.

    Raises:
        ProblemsFound: the file is damaged, or not ours. It stays as it is.
    """
    known = read(data)
    now = {**known, **{pledge.id: _own(pledge) for pledge in charter.pledges}}
    lines = [f"{pledge} {words}\n" for pledge in sorted(now) for words in now[pledge]]
    # Each of its lines has our form, or it could not be read.
    _, refused = our_files.write({data / FILE: "".join(lines)}, data, lambda *_: True)
    if refused:
        raise ProblemsFound(refused)
    return len(lines) - sum(map(len, known.values())), len(lines)


def of_now(charter: Charter) -> Charter:
    """The charter, cited by its version and day of now. People type both in site.yml once; each day
    since on which a pledge got new words, or went out of use, counts on: draft 1.1, draft 1.2.
    """
    site, pledges = charter.site, charter.pledges
    days = {each.since for each in pledges if each.since}
    days |= {each.retired.since for each in pledges.retired if each.retired}
    if not (later := {day for day in days if day > site.draft_date}):
        return charter
    cited = {"version": f"{site.version}.{len(later)}", "draft_date": max(later)}
    return charter.model_copy(update={"site": site.model_copy(update=cited)})


def mistakes(charter: Charter, published: Wordings) -> Iterator[tuple[Loc, str]]:
    """What is wrong with the words of pledges and with their history: where, and what to do."""
    version = of_now(charter).site.version
    for index, pledge in enumerate(charter.pledges):
        against = _against(published.get(pledge.id, []), pledge, version)
        for inside, message in (*against, *_out_of_order(pledge)):
            yield ("pledges", index, *inside), message


def _own(pledge: Pledge) -> list[str]:
    """All a pledge says it has ever said, oldest first. How lines were broken does not count."""
    return [
        " ".join(words.split())
        for words in [*(earlier.wording for earlier in reversed(pledge.history)), pledge.text]
    ]


def _against(published: list[str], pledge: Pledge, version: str) -> Iterator[tuple[Loc, str]]:
    own = _own(pledge)
    if own[: len(published)] == published:
        return
    at = next(i for i, words in enumerate(published) if own[i : i + 1] != [words])
    if at == len(published) - 1 and len(own) == len(published):
        yield ("text",), _reworded(pledge, published[at], version)
    else:
        message = (
            f'"{published[at]}" was published, and its place is empty now. Put it back under'
            " history as it was: people may have cited it"
        )
        yield ("history",), message


def _reworded(pledge: Pledge, before: str, version: str) -> str:
    where = (
        "Write this first under history:"
        if pledge.history
        else "Write history: on a line of its own, and this below it."
    )
    return (
        f'people know this pledge as "{before}". Put these words back. Or, if it has to say'
        f" something new, keep them. {where} Fill in why it changed (until: the last day of the"
        f" old words)\n    - wording: {json.dumps(before, ensure_ascii=False)}\n"
        f"      until: {today() - timedelta(days=1)}\n"
        f'      version: {json.dumps(version, ensure_ascii=False)}\n      why: ""'
    )


def _out_of_order(pledge: Pledge) -> Iterator[tuple[Loc, str]]:
    """Each step back in the history has an earlier day, another version and other words."""
    next_words = pledge.text
    for index, earlier in enumerate(pledge.history):
        newer = pledge.history[:index]
        loc: Loc = ("history", index)
        if newer and earlier.until >= newer[-1].until:
            yield (*loc, "until"), NOT_BEFORE
        if earlier.version in [other.version for other in newer]:
            yield (*loc, "version"), f'"{earlier.version}" {SAME_VERSION}'
        if earlier.wording.split() == next_words.split():
            yield (*loc, "wording"), SAME_WORDS
        next_words = earlier.wording
