"""The words of "Is my postcode covered?" The places that its answers name are those of the area."""

import re
from typing import Annotated

from pydantic import AfterValidator

from charter.model.fields import Month, Record, Text

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
    """The box (`postcode-box.yml`): its words, its answers, and the month of its data; their licences stand in area.yml."""

    heading: Words
    introduction: Words
    without_script: Words
    label: Words
    hint: Words
    button: Words
    list_link: Words
    answers: Answers
    data_date: Month
    data_note: Words
