"""The home page (`home.yml`)."""

from typing import Annotated, Literal

from pydantic import Field

from charter.model.fields import Text, Texts
from charter.model.records import Record, Some
from charter.model.references import PageAddress
from charter.model.translated import Translated

Picture = Literal["read", "easy", "say", "print"]

SCENE = (
    "A drawing of people of many ages around one long kitchen table. One uses a wheelchair and one"
    " wears ear defenders. One has a white cane and a guide dog. A toddler sits in a high chair."
)
# Those whose page a site doesn't have are not shown.
TASKS: list[tuple[str, str, Picture]] = [
    ("Read it", "charter/", "read"),
    ("Easy read, with pictures", "easy-read/", "easy"),
    ("What to do if a promise is not kept", "not-kept/", "say"),
    ("Print a leaflet", "leaflet/", "print"),
]


class Task(Record):
    """One thing that people come to do, with the page where they do it and the name of a drawn
    icon."""

    title: Text = Field(description="What people come to do, in a few words. It is the link.")
    page: PageAddress = Field(description="The page where they do it, such as charter/.")
    picture: Picture = Field(description="The drawing beside it.")


class Home(Record):
    """The words of the home page. `scene` says what the drawing shows."""

    heading: Text = "A promise to work together"
    """The heading on top of the home page."""
    lead: Annotated[Texts, Translated()] = Field(default_factory=list)
    """The first paragraphs: what this is, and who it is for."""
    area_link: Text = "Where it applies"
    """The words of the link to the postcode check."""
    scene: Annotated[Text, Translated()] = SCENE
    """What the drawing shows, for people who can't see it."""
    tasks: Some[Task] = Field(
        default_factory=lambda: [Task(title=t, page=p, picture=d) for t, p, d in TASKS]
    )
    """The things that people come to do."""
    values_heading: Annotated[Text, Translated(60)] = "What it promises"
    """The heading above the values."""
    values_text: Text = "Each promise is called a pledge. Choose one to read more about it."
    """A few words about the values."""
    priorities_heading: Text = "What to work on first"
    """The heading above the priorities."""
    ask_heading: Text = "Did we keep it?"
    """The heading above the words about the questions."""
    ask_text: Text = "Each pledge is also a question to ask after working together."
    """A few words about the questions."""
    ask_link: Text = "See the questions"
    """The words of the link to the questions."""
    agreed_heading: Annotated[Text, Translated(60)] = "Is it agreed?"
    """The heading above how far the charter has got."""
    agreed: Annotated[Texts, Translated()] = Field(default_factory=list)
    """How far the charter has got: one paragraph an item. Without it, the draft line stands
    there."""
    agreed_link: Text = "Where the charter comes from"
    """The words of the link to the page about the charter."""
