"""The house's own rules for words: what to say instead, what goes with what, and which hard words have to stay."""

from charter.model.fields import Record, Text


class Instead(Record):
    """Words that are not said here, and what is said instead. A star stands for any ending."""

    avoid: Text
    write: Text
    reason: Text


class SaidWith(Record):
    """Words that mislead by themselves: the paragraph in which a page first has them must say `beside` too."""

    words: Text
    beside: Text
    write: Text
    reason: Text


class Kept(Record):
    """Words that stay as they are, although they are hard or do not say who does it."""

    words: Text
    reason: Text


class Words(Record):
    """All rules of `words.yml`. No page shows them: the checks of the built site read them."""

    instead: list[Instead]
    said_with: list[SaidWith]
    keep: list[Kept]
