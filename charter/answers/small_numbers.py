"""Which numbers may be shown: never a result of few people, and never a number from which one could
be worked out.

A block is what one side (families, staff, other) said about one pledge, over one or more quarters
that have ended.
Blocks never overlap and never change. Each is shown or waits by its own numbers alone, and every
other figure of the
site is a sum of shown blocks. So a sum tells nothing that its blocks do not tell, and only a block
has to be safe:

- fewer than ten people are never shown: their block waits, and the next quarter's answers are added
to it
- a number from 1 to 4 is never shown. Partly and no are told together, if one of them is that
small. If so few people said yes, or so few did not, the block waits too
- one sender may have handed in many copies, made up perhaps, and can take them away again. So a
number counts as large only if more senders gave it than is asked for people: ten senders with most
copies can't have given all answers alone, and five of them no number that is shown
- whoever knows this rule still finds four or more possible values behind each number that is told
only together

decisions/0011-small-numbers.md has the reasons, and tests/test_small_numbers.py tries to break it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charter.clock import quarters
from charter.model import Charter

# The sides that stand side by side in each table.
COMPARED = ("families", "staff")
# As the NHS GP Patient Survey does: no result with fewer than 10 people who answered, no count from
# 1 to 4.
SMALLEST_BASE = 10
SMALL = range(1, 5)

# What is counted together: one answer, or two that stand side by side.
Joint = tuple[str, ...]
# Ways to tell the three numbers of a block, from the finest on. A block is told in the first that
# has no small number.
# There is no other way on purpose: with a choice of what to join, the choice itself would tell
# something, and the sum of
# blocks that are told in different ways could not be told at all.
WAYS: tuple[tuple[Joint, ...], ...] = (
    (("yes",), ("partly",), ("no",)),
    (("yes",), ("partly", "no")),
)
ANSWERS = WAYS[0]


@dataclass(frozen=True)
class Shown:
    """Numbers that may be shown. `until` is the quarter in which they first could be; `counts`
    covers all three answers in order.
    """

    until: str
    counts: tuple[tuple[Joint, int], ...]

    @property
    def base(self) -> int:
        """How many answered yes, partly or no."""
        return sum(number for _, number in self.counts)

    @property
    def yes(self) -> int:
        """How many said yes."""
        return self.counts[0][1]

    @property
    def ends(self) -> list[tuple[Joint, int]]:
        """Each count with all before it added, the last first; those of nobody are left out."""
        ends, end = [], 0
        for joint, number in self.counts:
            end += number
            if number:
                ends.append((joint, end))
        return ends[::-1]


def shown(
    until: str, numbers: Counter[str], small: int = SMALL[-1], too_few: int = SMALLEST_BASE - 1
) -> Shown | None:
    """The finest way to tell a block's numbers, or nothing: then the block waits. `small` is the
    largest number that is hidden, `too_few` the largest number of answers that is no result.
    """
    for way in WAYS:
        told = Shown(
            until, tuple((joint, sum(numbers[answer] for answer in joint)) for joint in way)
        )
        if told.base > too_few and not any(0 < number <= small for _, number in told.counts):
            return told
    return None


def blocks(by_quarter: Sequence[tuple[str, Counter[str], Counter[str]]]) -> list[Shown]:
    """One side's answers to one pledge, quarter by quarter from the first, as the blocks that can
    be shown. A quarter has its numbers, and how many copies came from each sender.

    What is left at the end waits. Only later quarters can add a block; none can change one.
    """
    found, waiting, senders = [], Counter[str](), Counter[str]()
    for quarter, numbers, copies in by_quarter:
        waiting, senders = waiting + numbers, senders + copies
        small, too_few = most_of(senders, SMALL.stop), most_of(senders, SMALLEST_BASE)
        if block := shown(quarter, waiting, small, too_few):
            found.append(block)
            waiting, senders = Counter(), Counter()
    return found


def most_of(copies: Counter[str], senders: int) -> int:
    """How many answers to one pledge so many senders can have given at the most. Whoever gave more
    answers than that is one sender more; so without any one of them, as many senders are left.
    """
    return sum(number for _, number in copies.most_common(senders))


def joined(parts: Iterable[Shown]) -> Shown | None:
    """The sum of shown figures, told no finer than the coarsest of them; nothing where there is
    none to add.
    """
    added = list(parts)
    if not added:
        return None
    coarsest = min((part.counts for part in added), key=len)
    counts = tuple(
        (
            joint,
            sum(
                number
                for part in added
                for names, number in part.counts
                if set(names) <= set(joint)
            ),
        )
        for joint, _ in coarsest
    )
    return Shown(max(part.until for part in added), counts)


def all_blocks(charter: Charter, now: str) -> dict[tuple[str, str], list[Shown]]:
    """The shown blocks of each pledge and side, by id and side, in a quarter such as 2027-Q1: it
    and later ones are left out.

    All start with the very first quarter, so that a block does not tell in which quarter its own
    first answer came.
    """
    numbers: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    senders: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    sides = {group.id: group.side for group in charter.groups}
    for count in charter.answers.counts:
        copies = Counter({sent.sender: sent.copies for sent in count.senders})
        for tally in count.answers:
            here = tally.pledge, sides[count.group], count.quarter
            senders[here] += copies
            for (answer,) in ANSWERS:
                numbers[here][answer] += getattr(tally, answer)
    ended = quarters(min((count.quarter for count in charter.answers.counts), default=now), now)
    return {
        (pledge.id, side): blocks(
            [
                (quarter, numbers[pledge.id, side, quarter], senders[pledge.id, side, quarter])
                for quarter in ended
            ]
        )
        for pledge in charter.pledges_in_order
        for side in dict.fromkeys([*COMPARED, *sides.values()])
    }
