"""The words of "Is my postcode covered?" The places that its answers name are those of the area."""

from typing import Annotated

from charter.model.fields import Month, Record, Text, says

Words = Annotated[Text, says()]
AboutPostcode = Annotated[Text, says("postcode")]
AboutPlace = Annotated[Text, says("postcode", "place")]


class Answers(Record):
    """One text for each kind of answer; {postcode} and {place} stand for what was asked and found."""

    covered: AboutPlace
    neighbour: AboutPlace
    elsewhere: AboutPostcode
    unknown: AboutPostcode
    not_a_postcode: Words
    failed: Words
    waiting: Words
    from_file: Words


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
