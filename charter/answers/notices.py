"""What an editor should look at after counting: many copies of one sender, look-alikes, and jumps.

Nothing here stops a copy: each may be right. But answers can be made up, and only people can tell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from charter.answers.received import Received
from charter.model import Answers, Charter

# From so many copies on, one sender is told; so many copies that say the same are; and a group with
# so many copies and so many times as many as in any quarter before is.
MANY, ALIKE, JUMP, TIMES = 5, 5, 20, 3


def notices(
    new: Sequence[Received], before: Answers, after: Answers, quarter: str, charter: Charter
) -> list[str]:
    """All that is to be looked at, one sentence or two each."""
    saved = [each for each in new if not each.handed_in_by]
    return [*_many(saved), *_alike(saved), *_jumps(before, after, quarter, charter)]


def _many(new: Sequence[Received]) -> Iterator[str]:
    for sender, copies in Counter(each.sender for each in new).most_common():
        if copies >= MANY:
            yield (
                f'{copies} copies lie in the folder "{sender}", so they count as those of one'
                " sender. Are they all of different people, and not made up?"
            )


def _alike(new: Sequence[Received]) -> Iterator[str]:
    said: defaultdict[object, list[Received]] = defaultdict(list)
    for each in new:
        answers = frozenset(each.copy.answers.items())
        said[each.copy.occasion, each.copy.group, answers].append(each)
    for alike in said.values():
        if len(alike) >= ALIKE:
            yield (
                f"{len(alike)} copies give just the same answers ({alike[0].copy.occasion},"
                f" {alike[0].copy.group}). One of them is {alike[0].file}. Were they made up?"
            )


def _jumps(before: Answers, after: Answers, quarter: str, charter: Charter) -> Iterator[str]:
    earlier: Counter[tuple[str, str]] = Counter()
    for count in before.counts:
        earlier[count.group, count.quarter] += count.copies
    now: Counter[str] = Counter()
    for count in after.counts:
        now[count.group] += count.copies * (count.quarter == quarter)
    for group in charter.groups:
        most = max(
            (sent for (of, when), sent in earlier.items() if of == group.id and when < quarter),
            default=0,
        )
        if most and now[group.id] >= max(JUMP, TIMES * most):
            yield (
                f"{group.name}: {now[group.id]} copies in {quarter}, and never more than {most} in"
                " a quarter before. Is there a reason?"
            )
