"""The words of "Is my postcode covered?", and the places that its answers name."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from charter.model.fields import Id, Month, Record, Sources, Text, Texts, shaped

PLACEHOLDER = re.compile(r"\{(\w+)\}")


def _says(*names: str) -> AfterValidator:
    """A check that a text uses just these placeholders, such as {postcode}."""

    def check(text: str) -> str:
        used = set(PLACEHOLDER.findall(text))
        if strange := sorted(used - set(names)):
            allowed = " and ".join(f"{{{name}}}" for name in names) or "no placeholder"
            raise ValueError(f"nothing can be put in for {{{strange[0]}}}. Here you can use {allowed}")
        if left_out := [name for name in names if name not in used]:
            raise ValueError(f"does not say {{{left_out[0]}}}. Write it where the answer should name it")
        return text

    return AfterValidator(check)


Words = Annotated[Text, _says()]
AboutPostcode = Annotated[Text, _says("postcode")]
AboutPlace = Annotated[Text, _says("postcode", "place")]
Code = Annotated[str, shaped(r"[A-Z]\d{8}", "E07000105 (the nine characters of the Office for National Statistics)")]


class Place(Record):
    """A district that answers name: inside the area, or a neighbour. `code` is its official code."""

    id: Id
    code: Code
    name: Text
    state: Literal["covered", "neighbour"]


class Answers(Record):
    """One text for each kind of answer; {postcode} and {place} stand for what was asked and found."""

    covered: AboutPlace
    neighbour: AboutPlace
    elsewhere: AboutPostcode
    unknown: AboutPostcode
    not_a_postcode: Words
    failed: Words
    waiting: Words


class PostcodeBox(Record):
    """The box (`postcode-box.yml`): its words, its answers, and what is known of its data."""

    heading: Words
    introduction: Words
    without_script: Words
    label: Words
    hint: Words
    button: Words
    list_link: Words
    answers: Answers
    places: Annotated[list[Place], Field(min_length=1)]
    data_date: Month
    data_note: Words
    licences: Texts
    sources: Sources
