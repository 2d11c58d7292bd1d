"""The charter in short, a page in each language (`in-short.yml`), and those languages
(`translations/`)."""

from typing import Annotated, Self

from pydantic import Field, PrivateAttr

from charter.model.also import Language
from charter.model.fields import PRIVATE, PastDay, Text, Texts, WebAddress, says
from charter.model.records import Record, Some
from charter.model.references import MaybeSources, PageAddress, Sources
from charter.model.translated import Translated, Words

# Room on a button, in a menu or on a browser's tab; in a list of search results.
FEW, TITLE, LINE = Translated(40), Translated(60), Translated(170)
ANY = Translated()


class Checked(Record):
    """Who has read a translation beside the English, when, and which draft that was."""

    by: Text = Field(description="The role of who checked it, and no name, in English.")
    said: Text = Field(description="The same in the language of the translation.")
    date: PastDay = Field(description="The day of the check, without quotes: 2027-01-31.")
    version: Text = Field(description='The draft of the charter that it was, such as "draft 1".')


class Translation(Record):
    """A language for the charter in short. Its words are in the file of the same name that ends in
    .po. Without that file, the language is shown as missing."""

    id: Language
    """The short form of the language, such as pl for Polish. It is the address of its page: never
    change it."""
    name: Text = Field(description="What the language calls itself.")
    english: Text = Field(description="What the language is called in English.")
    right_to_left: bool = False
    """Whether it is written from right to left."""
    checked: Checked | None = None
    """Who has checked it. Leave it out until somebody who speaks the language has."""

    _words: Words = PrivateAttr(default_factory=dict)

    @property
    def words(self) -> Words:
        """The translated passages; none, while there is no file with them."""
        return self._words

    def with_words(self, words: Words) -> Self:
        """The same language, and what is translated into it."""
        copied = self.model_copy()
        copied._words = words
        return copied


class Listen(Record):
    """The words of the buttons that read a page aloud."""

    start: Annotated[Text, FEW] = "Listen"
    """The button that begins to read aloud."""
    pause: Annotated[Text, FEW] = "Pause"
    """The button that pauses."""
    go_on: Annotated[Text, FEW] = "Go on"
    """The button that goes on after a pause."""
    back: Annotated[Text, FEW] = "Go back"
    """The button that goes back a sentence."""
    stop: Annotated[Text, FEW] = "Stop"
    """The button that stops."""
    speed: Annotated[Text, FEW] = "Speed"
    """In front of the choice how fast it reads."""


class Further(Record):
    """Where readers find more: a link, and what is behind it."""

    words: Annotated[Text, ANY] = Field(description="What the link says.")
    page: PageAddress | None = None
    """The page of this site that it leads to."""
    address: WebAddress | None = None
    """The address elsewhere that it leads to."""
    sources: MaybeSources


class InShort(Record):
    """The words around the pledges on those pages. Whoever translates a name of a body leaves it in
    English and says in brackets what it is."""

    title: Annotated[Text, TITLE]
    """The heading of the page, and its name on a browser's tab."""
    description: Annotated[Text, LINE] = Field(description="What search engines say of the page.")
    preview: Annotated[Text, LINE]
    """What the drawing shows that other sites put beside a link to the page."""
    skip: Annotated[Text, FEW]
    """The link for people who use the keyboard. It leads past the top of the page."""
    not_checked: Annotated[Texts, ANY]
    """What a translation is that nobody has checked: one sentence or two an item."""
    can_help: Annotated[Text, says("address"), ANY]
    """How somebody who speaks the language can help. Keep {address}."""
    nobody_to_tell: Annotated[Text, ANY]
    """What stands in its place while there is no address."""
    checked: Annotated[Text, says("who", "day"), ANY]
    """Who has checked it. Keep {who} and {day}."""
    english: Annotated[Text, ANY] = Field(description="A small heading: the words are in English.")
    in_english: Annotated[Text, FEW] = Field(description="The link to the charter in English.")
    other_languages: Annotated[Text, FEW] = Field(description="The link to other languages.")
    changed: Annotated[Text, ANY]
    """What stands beside English words in the place of a translation."""
    contents: Annotated[Text, FEW]
    """The heading of the list of what is on the page."""
    what_heading: Annotated[Text, TITLE] = Field(description="The heading above what this is.")
    who_we_are: Annotated[Texts, ANY]
    """What a pledge is, and who "we" are: one sentence or two an item."""
    question: Annotated[Text, FEW] = Field(description="In front of the question of a pledge.")
    not_kept_heading: Annotated[Text, TITLE]
    """The heading above what to do if a pledge is not kept."""
    not_kept: Annotated[Some[Text], ANY]
    """What to do if a pledge is not kept: one step an item."""
    more_heading: Annotated[Text, TITLE] = Field(
        description="The heading above where to find more."
    )
    more: Some[Further] = Field(description="Where readers find more.")
    draft_of: Annotated[Text, says("day"), ANY]
    """Which English words were translated. Keep {day}."""
    lost: Annotated[Text, ANY]
    """What stands on a page for addresses that there are not, beside the way to this page."""
    leaflet: Annotated[Text, FEW] = Field(description="The link to the leaflet.")
    large_print: Annotated[Text, FEW] = Field(description="The link to the large print.")
    sources: Sources
    listen: Annotated[Listen, PRIVATE] = Field(default_factory=Listen)
    """The words of the buttons that read a page aloud."""
