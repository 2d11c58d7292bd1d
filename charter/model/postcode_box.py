"""The words of "Is my postcode covered?" The places that its answers name are those of the area."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Month, Text, says
from charter.model.records import Record

Words = Annotated[Text, says()]
AboutPostcode = Annotated[Text, says("postcode")]
AboutPlace = Annotated[Text, says("postcode", "place")]


class PostcodeMessages(Record):
    """One text for each kind of answer; {postcode} and {place} are what was asked and found."""

    covered: AboutPlace
    """What is said if the postcode is in the area. Keep {postcode} and {place}."""
    neighbour: AboutPlace
    """What is said if it is in a neighbour's area. Keep {postcode} and {place}."""
    elsewhere: AboutPostcode
    """What is said if it is somewhere else. Keep {postcode}."""
    unknown: AboutPostcode = Field(description="What is said if we can't tell. Keep {postcode}.")
    empty: Words = Field(description="What is said if nothing was typed.")
    half: Words = Field(description="What is said if it is only the first half of a postcode.")
    name: Words = Field(description="What is said if it is a name, such as that of a town.")
    not_a_postcode: Words
    """What is said if it is something else that does not look like a postcode."""
    failed: Words = Field(description="What is said if the list did not load.")
    waiting: Words = Field(description="What is said while it looks.")
    from_file: Words = Field(description="What is said on a copy of the site from a memory stick.")


class PostcodeBox(Record):
    """The box (`postcode-box.yml`): its words, its answers, and the month of its data; their
    licences stand in area.yml."""

    heading: Words = Field(description="The heading above the box.")
    introduction: Words = Field(description="What happens with what is typed.")
    without_script: Words = Field(description="What is said where scripts do not run.")
    label: Words = Field(description="The words above the box.")
    hint: Words = Field(description="A hint below them.")
    button: Words = Field(description="The words of the button.")
    list_link: Words = Field(description="The words of the link to the list of districts.")
    answers: PostcodeMessages = Field(description="One text for each kind of answer.")
    data_date: Month
    """The month of the list of postcodes, in quotes: "2025-11"."""
    data_note: Words
    """What is said about the age of the list. The month goes on after it."""
