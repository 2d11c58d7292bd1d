"""The words of the search page, and what people say when they look for something."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from charter.model.fields import PlaceAddress, PledgeId, Record, Text, Texts, says
from charter.model.papers import Link


class Saying(Record):
    """What people say, and where it leads: to a pledge, or to a page (or a place on one) that the link calls by `name`."""

    say: Texts
    pledge: PledgeId | None = None
    page: PlaceAddress | None = None
    name: Text | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.pledge is None) is (self.page is None):
            raise ValueError("write either pledge or page, so that these words lead to one place")
        if (self.name is None) is not (self.page is None):
            raise ValueError("a page needs a name beside it, for the link to say. A pledge has its own name. Add name:, or take it out")
        return self


def _said_once(sayings: list[Saying]) -> list[Saying]:
    seen: set[str] = set()
    for words in (words for saying in sayings for words in saying.say):
        if words.casefold() in seen:
            raise ValueError(f'"{words}" stands here twice. Leave it where it fits best')
        seen.add(words.casefold())
    return sayings


class Nothing(Record):
    """What helps somebody whose words are nowhere on the site."""

    text: Text
    advice: Texts
    links: Annotated[list[Link], Field(min_length=1)]


class Search(Record):
    """The search page (`search.yml`): the box, what it answers, the A to Z below it. {number} is how many places were found."""

    label: Text
    hint: Text
    button: Text
    without_script: Text
    waiting: Text
    one: Text
    many: Annotated[Text, says("number")]
    nothing: Nothing
    failed: Text
    list_heading: Text
    list_text: Text
    sayings: Annotated[list[Saying], Field(min_length=1), AfterValidator(_said_once)]
