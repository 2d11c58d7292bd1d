"""What is said around the open data: the files that there are, under which licence, how to use
them, and how their form has changed."""

import datetime
from collections import Counter
from typing import Literal, get_args

from pydantic import Field, model_validator

from charter.model.fields import Id, Text, Texts, Version
from charter.model.records import Record, Some

# The files below api/v1/ that charter/api/ writes, by their names without the ending.
DataFile = Literal[
    "charter", "case-studies", "outcomes", "working-together", "glossary", "engagement", "said-did",
    "plan", "area", "signatures", "sources", "progress",
]  # fmt: skip


class Licence(Record):
    """What others may do with some of the data, and what they have to say."""

    id: Id = Field(description="A short name in small letters, with hyphens.")
    name: Text = Field(description="What the licence is called.")
    text: Texts
    """What others may do, and what they have to say: one paragraph an item."""


class DataFileWords(Record):
    """A file of open data in words: its name, what is in it, and the id of its licence."""

    file: DataFile = Field(description="The name of a file below api/v1/, without its ending.")
    name: Text = Field(description="What the file is called for people.")
    what: Text = Field(description="What is in it.")
    licence: Id = Field(description="The id of its licence below.")


class FormatChange(Record):
    """A new version of the form that the data have, and what is different in it."""

    number: Version = Field(description='The version of the form, in quotes, such as "1.0.0".')
    date: datetime.date = Field(description="The day of the change, without quotes: 2026-11-23.")
    text: Texts = Field(description="What is different: one paragraph an item.")


class OpenData(Record):
    """The words of the page on open data (`open-data.yml`). The newest change of the form stands
    first."""

    title: Text = Field(description="The heading of the page.")
    introduction: Texts = Field(description="What open data are: one paragraph an item.")
    files: list[DataFileWords] = Field(description="The words for each file that there is.")
    licences: Some[Licence] = Field(description="Every licence that a file names.")
    use: Texts
    """How to use the data from another website: one paragraph an item."""
    changelog: Some[FormatChange]
    """How the form of the data has changed, newest first."""

    @model_validator(mode="after")
    def _each_file_once_under_a_licence(self) -> "OpenData":
        listed = [row.file for row in self.files]
        if twice := [name for name, times in Counter(listed).items() if times > 1]:
            raise ValueError(f'the file "{twice[0]}" stands here twice. Leave one of them')
        if missing := [name for name in get_args(DataFile) if name not in listed]:
            raise ValueError(
                f'there are no words for the file "{missing[0]}". Add its file:, name:, what: and'
                " licence:"
            )
        known = [licence.id for licence in self.licences]
        if strange := [row.licence for row in self.files if row.licence not in known]:
            raise ValueError(
                f'there is no licence called "{strange[0]}" here. Write one of: {", ".join(known)}'
            )
        return self

    @property
    def version(self) -> str:
        """The version of the form that the data have today."""
        return self.changelog[0].number

    def licence(self, wanted: str) -> Licence:
        """The licence with this id."""
        return next(licence for licence in self.licences if licence.id == wanted)
