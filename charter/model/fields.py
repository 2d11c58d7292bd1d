"""What may stand in one field: a text, an id, a month, a web address."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from charter.characters import wrong
from charter.model import web_address
from charter.model.records import Some

T = TypeVar("T")
# What a page puts into a text, such as {postcode}.
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# As much of a text, and as many ids, as a message names.
NAMED = 60
# Room for a name beside the site's own on a browser's tab or in a list of search results.
SHORT = 40
# Far more than anybody could read on a pocket card: laying out more takes minutes.
SENTENCE = 400
# The mark of a field that open data leave out. All other fields of a record in charter/api/files.py
# are public; `Field(serialization_alias=…)` gives one another public name.
PRIVATE = Field(exclude=True)
# Longest id: file names have an end.
LONGEST_ID = 80
# What no file may be called on Windows, whatever its ending.
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
# Addresses and anchors that lists of pages and the frame of each page have already.
TAKEN = {"index", "all", "menu", "page", "main"}
# The pattern of a text that may be anything.
ANY_TEXT = r"\S"


@dataclass(frozen=True, eq=False)
class Rule(AfterValidator):
    """A check of one text, and as much of it as a JSON Schema can say: programs for editing
    underline what breaks it."""

    says: dict[str, Any] = field(default_factory=dict)

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        says = self.says
        if handler.mode == "serialization":
            says = {word: says[word] for word in ("pattern", "maxLength") if word in says}
        return {**handler(core), **says}


def _plain(text: str) -> str:
    text = text.strip()
    if not text:
        raise ValueError("is empty. Write some text here")
    if said := wrong(text):
        raise ValueError(said)
    return text


def at_most(letters: int) -> Rule:
    """A check that a text is not too long for its place."""

    def check(text: str) -> str:
        if len(text) > letters:
            raise ValueError(f"is {len(text)} characters long. Say it in {letters} at most")
        return text

    return Rule(check, {"maxLength": letters})


def _right(wrong_with: Callable[[str], str | None]) -> Callable[[str], str]:
    """A check that nothing is wrong with an address."""

    def check(text: str) -> str:
        if said := wrong_with(text):
            raise ValueError(f'"{in_short(text)}" {said}')
        return text

    return check


def _free(text: str) -> str:
    if text in DEVICES | TAKEN:
        whose = "Windows keeps" if text in DEVICES else "each website of this kind has"
        raise ValueError(f'"{text}" is a name that {whose} for itself. Choose another')
    if len(text) > LONGEST_ID:
        raise ValueError(
            f'"{in_short(text)}" has {len(text)} characters. An id may have {LONGEST_ID} at most'
        )
    return text


def shaped(pattern: str, example: str) -> Rule:
    """A check that the whole text has the shape of `example`."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise ValueError(
                f'"{in_short(text)}" does not have the right form. Write it like this: {example}'
            )
        return text

    return Rule(
        check,
        {"pattern": f"^({pattern})$", "patternErrorMessage": f"Write it like this: {example}"},
    )


def not_in_future(given: T, day: str) -> T:
    """What was given, if its day is not in the future, wherever on Earth."""
    latest = datetime.datetime.now(tz=datetime.timezone(datetime.timedelta(hours=14))).date()
    if day > latest.isoformat():
        raise ValueError(f'"{given}" is in the future. Write when it did happen')
    return given


def in_short(text: str) -> str:
    """The beginning of a text that may be very long, and its lines as one, for a message that names
    it."""
    text = text.replace("\n", " ")
    return text if len(text) <= NAMED else f"{text[:NAMED]}…"


def says(*names: str) -> AfterValidator:
    """A check that a text uses just these placeholders, such as {postcode}."""

    def check(text: str) -> str:
        used = set(PLACEHOLDER.findall(text))
        if strange := sorted(used - set(names)):
            allowed = " and ".join(f"{{{name}}}" for name in names) or "no placeholder"
            raise ValueError(
                f"nothing can be put in for {{{in_short(strange[0])}}}. Here you can use {allowed}"
            )
        if left_out := [name for name in names if name not in used]:
            raise ValueError(
                f"does not say {{{left_out[0]}}}. Write it where the answer should name it"
            )
        return text

    return AfterValidator(check)


Text = Annotated[
    str, Rule(_plain, {"pattern": ANY_TEXT, "patternErrorMessage": "Write some text here"})
]
ShortText = Annotated[Text, at_most(SHORT)]
# A sentence that stands on a card, too.
Sentence = Annotated[Text, at_most(SENTENCE)]
Texts = Some[Text]
Id = Annotated[
    str,
    shaped(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "my-friends (small letters, figures and hyphens)"),
    AfterValidator(_free),
]
MONTH = r"20\d\d-(0[1-9]|1[0-2])"
Month = Annotated[str, shaped(MONTH, '"2026-11" (year, hyphen, month, in quotes)')]
PastDay = Annotated[datetime.date, AfterValidator(lambda day: not_in_future(day, day.isoformat()))]
Version = Annotated[str, shaped(r"\d+(\.\d+)*", '"4.14.1" (figures and dots, in quotes)')]
WebAddress = Annotated[
    Text,
    Rule(
        _right(web_address.wrong_with),
        {
            "pattern": r"^https?://\S+$",
            "patternErrorMessage": "Write an address that starts with https:// or http://",
        },
    ),
]
MailAddress = Annotated[
    str,
    shaped(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "charter@council.example (an email address)"),
    AfterValidator(_right(web_address.wrong_with_email)),
]
# The id of a record that stands on a page with others.
Anchor = Annotated[
    Id,
    Field(
        description="A short name in small letters, with hyphens. It is the address of this place"
        " on the page: never change it."
    ),
]
