"""The words of the search page, and what people say when they look for something."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from charter.model.fields import Text, Texts, says
from charter.model.records import Record, Some, Unique
from charter.model.references import Link, PlaceAddress, PledgeId
from charter.model.retired import GOES_ALONG


class Saying(Record):
    """What people say, and where it leads: to a pledge, or to a page (or a place on one)."""

    say: Texts
    """What people might say when they look for it: one saying an item. Each stands only once in the
    file."""
    pledge: Annotated[PledgeId | None, GOES_ALONG] = None
    """The id of the pledge that it leads to. Write either this, or page."""
    page: Annotated[PlaceAddress | None, GOES_ALONG] = None
    """The page that it leads to, such as charter/, or a place on one, such as
    not-kept/#where."""

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.pledge is None) is (self.page is None):
            raise ValueError("write either pledge or page, so that these words lead to one place")
        return self

    @property
    def address(self) -> str:
        """The place that it leads to, below the site's root."""
        return f"charter/{self.pledge}/" if self.pledge else str(self.page)


class Nothing(Record):
    """What helps somebody whose words are nowhere on the site."""

    text: Text = Field("Nothing found.", description="What is said if nothing was found.")
    advice: Texts = Field(
        default_factory=lambda: ["Try one or two words.", "Try another word for the same thing."]
    )
    """What to try then: one hint an item."""
    links: Some[Link] = Field(
        default_factory=lambda: [Link(words="The charter", page="charter/")],
        description="Pages that may help.",
    )


class Search(Record):
    """The search page (`search.yml`): the box, what it answers, the A to Z below it. {number} is
    how many places were found."""

    label: Text = Field("What are you looking for?", description="The words above the box.")
    hint: Text = "Use your own words. What you type stays on your phone or computer."
    """A hint below them."""
    button: Text = Field("Search", description="The words of the button.")
    without_script: Text = (
        "The search box needs JavaScript, which isn't running in your browser. Use the A to Z."
    )
    """What is said where scripts do not run."""
    waiting: Text = Field("Looking…", description="What is said while it looks.")
    one: Text = Field("1 result", description="What is said if one place was found.")
    many: Annotated[Text, says("number")] = "{number} results"
    """What is said if more were found. Keep {number}: how many goes there."""
    nothing: Nothing = Field(Nothing(), description="What is said if nothing was found.")
    failed: Text = "The search didn't load. Try again, or use the A to Z."
    """What is said if the search did not load."""
    from_file: Text = "Search doesn't work in a saved copy of this site. Use the A to Z."
    """What is said on a copy of the site from a memory stick."""
    list_heading: Text = Field("Everything, A to Z", description="The heading above the A to Z.")
    list_text: Text = "Every page and pledge on this site."
    """What the A to Z is."""
    sayings: Annotated[Some[Saying], Unique(at=["say"], remedy="Leave it where it fits best")] = (
        Field(default_factory=list)
    )
    """What people might say, and where it leads."""
