"""This area's own headings and short labels over records, on pages that a template draws."""

from pydantic import Field

from charter.model.fields import Text
from charter.model.records import Record


class OnOutcomes(Record):
    """On the page of outcomes."""

    source_words: Text = "The source's own words:"
    """What stands before words of the source, on other pages too."""
    barriers: Text = Field("What gets in the way", description="The heading over the barriers.")
    priorities: Text = "This is what people want to work on first."
    """The heading over the priorities."""
    matches: Text = "Pledges named beside something could help with it."
    """What it means that a pledge stands beside something that gets in the way or could help."""
    for_all: Text = "These pledges could help with every outcome:"
    """What stands before the pledges that go with no outcome."""


class OnPledge(Record):
    """On each pledge's page."""

    source_words: Text = "The source's own words"
    """The heading over the words of the source."""
    no_barrier: Text = "It could help with every outcome."
    """What stands where a pledge goes with no outcome."""


class OnPlan(Record):
    """On the action plan."""

    expectations: Text = Field(
        "What people hope leaders will do", description="The heading over what is expected."
    )
    actions: Text = Field("What is planned", description="The heading over the actions.")


class OnSignatures(Record):
    """Over the three groups of signatures."""

    core: Text = "The main partners"
    """The heading over those whose signature the charter needs."""
    next: Text = "Who could come next"
    """The heading over those who could sign next."""
    possible: Text = "Who else could sign"
    """The heading over those who might sign."""


class People(Record):
    """What the groups of people are called, wherever their views stand side by side."""

    families: Text = "Families"
    """Those whom it is for, and who care for them."""
    young_people: Text = "Children and young people"
    """Those whom it is for, where they are named by themselves."""
    staff: Text = Field("Staff", description="Those who work with them.")
    other: Text = Field("Others", description="Everyone else.")

    @staticmethod
    def within(name: str) -> str:
        """A name as it stands within a sentence: families, but SEND team."""
        return name if name[1:2].isupper() else name[:1].lower() + name[1:]


class Headings(Record):
    """The words of `headings.yml`: what stands over records on pages that a template draws."""

    outcomes: OnOutcomes = Field(OnOutcomes(), description="On the page of outcomes.")
    pledge: OnPledge = Field(OnPledge(), description="On each pledge's page.")
    plan: OnPlan = Field(OnPlan(), description="On the action plan.")
    signatures: OnSignatures = Field(OnSignatures(), description="On the page of signatures.")
    people: People = Field(People(), description="What groups of people are called.")
