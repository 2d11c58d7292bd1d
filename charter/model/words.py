"""The house's own rules for words: what to say instead, what goes with what, and which hard words
have to stay."""

from pydantic import Field

from charter.model.fields import Text
from charter.model.records import Record


class Instead(Record):
    """Words that are not said here, and what is said instead. A star stands for any ending."""

    avoid: Text = Field(description="Words that are not said here. A star stands for any ending.")
    write: Text = Field(description="What to say instead.")
    reason: Text = Field(description="Why.")


class SaidWith(Record):
    """Words that mislead by themselves: the paragraph in which a page first has them must say
    `beside` too."""

    words: Text = Field(description="Words that mislead by themselves.")
    beside: Text
    """What the same paragraph must say too, where a page first has them."""
    write: Text = Field(description="What to write.")
    reason: Text = Field(description="Why.")


class Kept(Record):
    """Words that stay as they are, although they are hard or do not say who does it."""

    words: Text = Field(description="Words that stay as they are, although they are hard.")
    reason: Text = Field(description="Why they stay.")


class UntilSigned(Record):
    """A sentence that is so until somebody signs."""

    says: Text = Field(description="The sentence, letter by letter, as pages say it now.")
    then: Text | None = None
    """What pages say in its place once somebody has signed. Leave it out to say nothing."""


class Words(Record):
    """All rules of `words.yml`. No page shows them: the checks of the built site read them."""

    instead: list[Instead] = Field(default_factory=list)
    """What to say instead of which words."""
    said_with: list[SaidWith] = Field(default_factory=list)
    """Words that need others beside them."""
    vague: list[Instead] = Field(default_factory=list)
    """Words that are too vague for a measure of a pledge. They stop the build."""
    keep: list[Kept] = Field(default_factory=list)
    """Words that have to stay."""
    until_signed: list[UntilSigned] = Field(default_factory=list)
    """Sentences that are so until somebody signs. They change by themselves then, on each page."""

    @property
    def once_signed(self) -> dict[str, str]:
        """What is said in the place of which sentence, once somebody has signed."""
        return {rule.says: rule.then or "" for rule in self.until_signed}
