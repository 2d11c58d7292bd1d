"""Links from words to another page of this site."""

from pydantic import Field

from charter.model.fields import Text
from charter.model.records import Record
from charter.model.references import PageAddress


class Link(Record):
    """Words that lead to another page of this site."""

    words: Text = Field(description="The words of the link. They say where it leads.")
    page: PageAddress
    """The page that it leads to, such as charter/. For the home page, write ""."""
