"""This area's own words on pages and under headings whose other words are the same in all areas."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from charter.model.facts import Once
from charter.model.fields import Text, Texts, WebAddress
from charter.model.records import Record
from charter.model.references import MaybeSources, PageAddress

# Where the link of a text goes in.
LINK = "{link}"


class Linked(Record):
    """A text that may hold one link: {link} in it stands for `words`, which lead to a page of this
    site or to an address elsewhere."""

    text: Text
    """The text. Write {link} once where a link belongs, or leave it out."""
    words: Text | None = Field(default=None, description="What the link says.")
    page: PageAddress | None = None
    """The page of this site that the link leads to, or a place on it."""
    address: WebAddress | None = None
    """The address elsewhere that the link leads to."""

    @model_validator(mode="after")
    def _a_whole_link_or_none(self) -> Self:
        wanted = LINK in self.text
        leads = [target for target in (self.page, self.address) if target is not None]
        if self.text.count(LINK) > 1:
            raise ValueError("says {link} twice. A text has room for one link")
        if wanted is (self.words is None) or wanted is not (len(leads) == 1):
            raise ValueError(
                "a link needs three things: {link} in the text, words for it, and either page or"
                " address. Add them, or none"
            )
        return self

    @property
    def said(self) -> str:
        """The text with the link's words where the link stands."""
        return self.text.replace(LINK, self.words or "")

    @property
    def around(self) -> tuple[str, str]:
        """What stands before the link, and what after it."""
        before, _, after = self.text.partition(LINK)
        return before, after


class Described(Record):
    """A page of which only the description, for search engines, is the area's own."""

    description: Text = Field(description="What search engines say of the page: a sentence or two.")


class About(Record):
    """About the charter: where it came from, what led to it, and who made the website."""

    where_from: Texts = Field(description="Where the charter came from: one paragraph an item.")
    sources: MaybeSources
    story: Linked = Field(description="A sentence that leads to the story of the charter.")
    who_made_it: Texts = Field(description="Who made this website: one paragraph an item.")
    who_made_it_once_named: Annotated[Texts | None, Once("makers", "who_made_it")] = None
    """The same once site.yml has made_by. {makers} becomes that."""


class Story(Record):
    """What happened, and when."""

    introduction: Linked = Field(description="What the page tells.")


class Glossary(Record):
    """Words explained."""

    introduction: Texts
    """What stands over the list of words: one paragraph an item."""


class Introduced(Record):
    """A page with the area's own description and introduction."""

    description: Text = Field(description="What search engines say of the page: a sentence or two.")
    introduction: Texts
    """What stands on top of the page: one paragraph an item."""


class Staff(Record):
    """For staff: what people in this area planned and asked for."""

    checklists: Texts = Field(description="Why there are checklists: one paragraph an item.")
    did_we: Texts = Field(description="How the questions came to be: one paragraph an item.")
    places: Text = Field(description="Where the questions belong.")
    wash_up: Linked = Field(description="A sentence about the talk at the end of a piece of work.")
    which_way: Linked = Field(description="A sentence that leads to the ways of working together.")
    training: Texts
    """What people asked for about training: one paragraph an item."""
    training_known: Linked = Field(description="What is known about training.")


class Listening(Record):
    """Listening fairly: what people asked for."""

    asked_heading: Text = Field(description="The heading over what people asked for.")
    asked: Texts = Field(description="What people asked for: one paragraph an item.")


class PageWords(Record):
    """The words of `page-words.yml`: for each page, pieces that docs/ asks for by the names of page
    and field, joined by a line below. A page that has none here does without."""

    home: Described | None = Field(None, description="The home page.")
    area: Described | None = Field(None, description="The area page.")
    card: Described | None = Field(None, description="The pocket card.")
    working_together: Described | None = Field(None, description="Working together.")
    about: About | None = Field(None, description="About the charter.")
    story: Story | None = Field(None, description="The story of the charter.")
    glossary: Glossary | None = Field(None, description="Words explained.")
    outcomes: Introduced | None = Field(None, description="Outcomes.")
    signatures: Introduced | None = Field(None, description="Signatures.")
    plan: Introduced | None = Field(None, description="The action plan.")
    said_did: Introduced | None = Field(None, description="We said, we did, therefore.")
    asks: Introduced | None = Field(None, description="What people asked of the charter.")
    staff: Staff | None = Field(None, description="For staff.")
    listening: Listening | None = Field(None, description="Listening fairly.")
