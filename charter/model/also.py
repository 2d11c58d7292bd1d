"""The same words in a second language, beside the first."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Text, shaped
from charter.model.records import Record

Language = Annotated[str, shaped(r"[a-z]{2,3}", "ur (the short form of a language: ur is Urdu)")]


class Also(Record):
    """Words in a second language: `{lang: cy, text: Gwrando}`."""

    lang: Language = Field(description="The short form of the language, such as cy for Welsh.")
    text: Text = Field(description="The words in that language.")
