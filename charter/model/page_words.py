"""This area's own words on pages and under headings whose other words are the same in every area."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from charter.model.fields import PageAddress, Record, Text, Texts, WebAddress

# Where the link of a text goes in.
LINK = "{link}"


class Linked(Record):
    """A text that may hold one link: {link} in it stands for `words`, which lead to a page of this site or to an address elsewhere."""

    text: Text
    words: Text | None = None
    page: PageAddress | None = None
    address: WebAddress | None = None

    @model_validator(mode="after")
    def _a_whole_link_or_none(self) -> Self:
        wanted = LINK in self.text
        leads = [target for target in (self.page, self.address) if target is not None]
        if self.text.count(LINK) > 1:
            raise ValueError("says {link} twice. A text has room for one link")
        if wanted is (self.words is None) or wanted is not (len(leads) == 1):
            raise ValueError("a link needs three things: {link} in the text, words for it, and either page or address. Add them, or none")
        return self

    @property
    def around(self) -> tuple[str, str]:
        """What stands before the link, and what after it."""
        before, _, after = self.text.partition(LINK)
        return before, after


Points = Annotated[list[Linked], Field(min_length=1)]


class Described(Record):
    """A page of which only the description, for search engines, is the area's own."""

    description: Text


class About(Record):
    """About the charter: where it came from, what led to it, and who made the website."""

    where_from: Texts
    story: Linked
    who_made_it: Texts


class Story(Record):
    """What happened, and when."""

    introduction: Linked


class Glossary(Record):
    """Words explained."""

    introduction: Texts


class HaveYourSay(Record):
    """Have your say: when and how, and whom to turn to."""

    description: Text
    when: Texts
    today: Points
    young_people: Texts
    questions: Points
    forum: Linked
    another_way: Linked
    links_checked: Text


class Introduced(Record):
    """A page with the area's own description and introduction."""

    description: Text
    introduction: Texts


class Staff(Record):
    """For staff: what people in this area planned and asked for."""

    checklists: Texts
    did_we: Texts
    places: Text
    wash_up: Linked
    wash_up_note: Text
    which_way: Linked
    stories: Linked
    training: Texts
    training_known: Linked
    colleagues: Text


class Listening(Record):
    """Listening fairly: what people asked for."""

    asked_heading: Text
    asked: Texts


class PageWords(Record):
    """The words of `page-words.yml`: for each page, pieces that docs/ asks for by the names of page and field, joined by a line below."""

    home: Described
    area: Described
    card: Described
    working_together: Described
    about: About
    story: Story
    glossary: Glossary
    have_your_say: HaveYourSay
    outcomes: Introduced
    signatures: Introduced
    plan: Introduced
    said_did: Introduced
    staff: Staff
    listening: Listening


class OnCharter(Record):
    """On the charter page."""

    ways: Text


class OnOutcomes(Record):
    """On the page of outcomes. `source_words` stands before words of the source, on other pages too."""

    source_words: Text
    barriers: Text
    priorities: Text
    what_yes_means: Text


class OnPledge(Record):
    """On each pledge's page. `no_barrier` stands where a pledge goes with no outcome."""

    source_words: Text
    no_barrier: Text


class OnPlan(Record):
    """On the action plan, and on the page about the charter. `finding_out` is a link to the plan."""

    expectations: Text
    actions: Text
    finding_out: Text


class OnSignatures(Record):
    """Over the three groups of signatures."""

    core: Text
    next: Text
    possible: Text


class Headings(Record):
    """The words of `headings.yml`: what stands over records on pages that a template draws."""

    charter: OnCharter
    outcomes: OnOutcomes
    pledge: OnPledge
    plan: OnPlan
    signatures: OnSignatures
