"""The picture cards to talk about: each pledge that has a picture and easy words, and cards with
too many words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from charter.model import Charter, Pledge, Value
from charter.model.easy_read import Idea
from charter.model.records import Loc

MOST = 12  # words on a card
TOO_MANY = (
    "the card of {pledge} would have {count} words. Write {most} words at most for it {where}"
)


@dataclass(frozen=True)
class Card:
    """A pledge, what it is called, its value, its picture, and its words: one sentence an item."""

    pledge: Pledge
    name: str
    value: Value
    idea: Idea
    words: list[str]


def cards(charter: Charter) -> list[Card]:
    """The cards in the order of the charter."""
    shorter = {each.pledge: [each.words] for each in charter.talk.shorter} if charter.talk else {}
    found = []
    for pledge in charter.pledges_in_order:
        if idea := charter.easy.get(pledge.id):
            said = shorter.get(pledge.id, idea.words)
            words = [" ".join(text.split()) for text in said]  # a card breaks its lines by itself
            value = charter.values[pledge.value]
            found.append(Card(pledge, charter.pledge_name(pledge), value, idea, words))
    return found


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """Cards with too many words."""
    if not charter.talk:
        return
    at = {each.pledge: place for place, each in enumerate(charter.talk.shorter)}
    for card in cards(charter):
        count = len(" ".join(card.words).split())
        if count > MOST:
            place = at.get(card.pledge.id)
            loc: Loc = ("talk",) if place is None else ("talk", "shorter", place, "words")
            where = "under shorter" if place is None else "here"
            yield loc, TOO_MANY.format(pledge=card.pledge.id, count=count, most=MOST, where=where)
