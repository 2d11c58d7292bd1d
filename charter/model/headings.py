"""This area's own headings and short labels over records, on pages that a template draws."""

from pydantic import Field

from charter.model.fields import Text
from charter.model.records import Record


class OnOutcomes(Record):
    """On the page of outcomes."""

    source_words: Text
    """What stands before words of the source, on other pages too."""
    barriers: Text = Field(description="The heading over the barriers.")
    priorities: Text = Field(description="The heading over the priorities.")
    matches: Text
    """What it means that a pledge stands beside something that gets in the way or could help."""
    for_all: Text = Field(description="What stands before the pledges that go with no outcome.")


class OnPledge(Record):
    """On each pledge's page."""

    source_words: Text = Field(description="The heading over the words of the source.")
    no_barrier: Text = Field(description="What stands where a pledge goes with no outcome.")


class OnPlan(Record):
    """On the action plan, and on the page about the charter."""

    expectations: Text = Field(description="The heading over what is expected.")
    actions: Text = Field(description="The heading over the actions.")


class OnSignatures(Record):
    """Over the three groups of signatures."""

    core: Text = Field(description="The heading over those whose signature the charter needs.")
    next: Text = Field(description="The heading over those who could sign next.")
    possible: Text = Field(description="The heading over those who might sign.")


class Headings(Record):
    """The words of `headings.yml`: what stands over records on pages that a template draws."""

    outcomes: OnOutcomes = Field(description="On the page of outcomes.")
    pledge: OnPledge = Field(description="On each pledge's page.")
    plan: OnPlan = Field(description="On the action plan, and on the page about the charter.")
    signatures: OnSignatures = Field(description="On the page of signatures.")
