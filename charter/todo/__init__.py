"""What the area has still to decide, complete or sign. All of it follows from the data, so what is
mended there is gone from here.
"""

import datetime
from dataclasses import dataclass

from charter.model import Charter
from charter.todo import complete, decide, sign
from charter.todo.item import Find, Gap


@dataclass(frozen=True)
class Kind:
    """Gaps of one kind, and the name that stands above them."""

    name: str
    gaps: list[Gap]


@dataclass(frozen=True)
class Act:
    """What has to be done about gaps: `id` is decide, complete or sign; `how` says who does it."""

    id: str
    name: str
    how: str
    kinds: list[Kind]

    @property
    def count(self) -> int:
        """How many gaps there are."""
        return sum(len(kind.gaps) for kind in self.kinds)


def gaps(charter: Charter, today: datetime.date) -> list[Act]:
    """Every gap on a day, by what has to be done about it. A kind of which nothing is missing is
    left out; an act never is.
    """
    found = []
    for act, (name, how, kinds) in ACTS.items():
        looked = [Kind(called, list(find(charter, today))) for called, find in kinds.items()]
        found.append(Act(act, name, how, [kind for kind in looked if kind.gaps]))
    return found


# Act → its name, who does it, and each kind by its name with what finds it.
ACTS: dict[str, tuple[str, str, dict[str, Find]]] = {
    "decide": (
        "To decide",
        "People have to agree on these, together.",
        {
            "Questions that are not settled": decide.questions,
            "Words that the source leaves unclear": decide.unclear,
            "Pledges that nobody has agreed yet": decide.draft_pledges,
            "Pledges that serve no outcome": decide.pledges_without_outcome,
            "Outcomes that no pledge serves": decide.outcomes_without_pledge,
            "Words that are only proposed": decide.proposals,
            "Actions that need a name or a date": decide.actions_not_given,
            "What was said and done, and is still open": decide.still_open,
            "Addresses that are missing": decide.addresses,
        },
    ),
    "complete": (
        "To complete",
        "Somebody has to find these out, or do them.",
        {
            "Actions that are overdue": complete.overdue,
            "Actions of which we don't know how they stand": complete.not_known,
            "Pledges that no story shows": complete.pledges_without_story,
            "Priorities without a story from the area": complete.priorities_without_story,
            "Stories that nobody has agreed yet": complete.draft_stories,
            "Where the tracker shows too little": complete.too_few,
            "Activities that don't say who took part": complete.unknown_people,
            "Forms of the charter that are missing": complete.formats,
            "Pledges without answers that we can show": complete.without_answers,
            "Accessibility that a person has to look at": complete.person_has_to_look,
            "Facts that nobody has checked for a year": complete.stale,
        },
    ),
    "sign": (
        "To sign",
        "Only these organisations can do this. They are free to say no.",
        {"Who has not signed": sign.not_signed},
    ),
}
