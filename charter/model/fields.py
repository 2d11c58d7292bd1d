"""What may stand in one field: a text, an id, a web address, a reference to another record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic_core import CoreSchema

# Characters that nobody types on purpose, that no reader can see, or that change what the reader
# sees.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)

# What a page puts into a text, such as {postcode}.
PLACEHOLDER = re.compile(r"\{(\w+)\}")

# As much of a text, and as many ids, as a message names.
NAMED = 60
FEW = 10

# Room for a name beside the site's own on a browser's tab or in a list of search results.
SHORT = 40

# In a field's JSON Schema: the kind of record that it names.
REFERS_TO = "refersTo"
# The mark of a field that open data leave out. All other fields of a record in charter/api/files.py
# are public; `Field(serialization_alias=…)` gives one another public name.
PRIVATE = Field(exclude=True)
# The pattern of a text that may be anything.
ANY_TEXT = r"\S"


@dataclass(frozen=True, eq=False)
class Rule(AfterValidator):
    """A check of one text, and as much of it as a JSON Schema can say: programs for editing
    underline what breaks it.
    """

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
    if found := UNSEEN.search(text):
        raise ValueError(
            f"holds an invisible character (U+{ord(found[0]):04X}). Delete it and type the text"
            " again"
        )
    return text


def _few_letters(text: str) -> str:
    if len(text) > SHORT:
        raise ValueError(f"is {len(text)} characters long. Say it in {SHORT} at most")
    return text


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", text):
        raise ValueError(
            f'"{in_short(text)}" is not a web address. Write one that starts with https:// or'
            " http://"
        )
    return text


def _a_page_can_answer(address: str) -> str:
    if address == "/":
        raise ValueError("this is the home page, which cannot move")
    if address.startswith("/") and re.search(r"/[^/#]+\.[^/#]+$", address):
        raise ValueError(
            f'"{address}" is a file, and no page can stand in its place. Take this entry out, and'
            " put the file back"
        )
    return address


def _in_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError(
            f'"{day}" is no day of the calendar. Write one that is, such as "2026-11-23"'
        ) from None
    return day


def _shaped(pattern: str, example: str) -> Rule:
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


def _some_of(ids: list[str]) -> str:
    more = f" or one of {len(ids) - FEW} more" if len(ids) > FEW else ""
    return f"Write one of: {', '.join(in_short(wanted) for wanted in ids[:FEW])}{more}"


def in_short(text: str) -> str:
    """The beginning of a text that may be very long, for a message that names it."""
    return text if len(text) <= NAMED else f"{text[:NAMED]}…"


def _known(kind: str) -> Rule:
    """A check that a record of this kind exists; the loader passes the ids it has seen as context."""

    def check(given: str, info: ValidationInfo) -> str:
        ids: Mapping[str, list[str]] = (info.context or {}).get("ids", {})
        wanted = given.partition("#")[0]  # a place on a page stands behind its address
        if kind not in ids or wanted in ids[kind]:
            return given
        near = get_close_matches(wanted, ids[kind], n=1)
        remedy = f'Did you mean "{near[0]}"?' if near else _some_of(ids[kind])
        raise ValueError(f'there is no {kind} called "{in_short(wanted)}". {remedy}')

    return Rule(check, {REFERS_TO: kind})


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
ShortText = Annotated[Text, Rule(_few_letters, {"maxLength": SHORT})]
Texts = Annotated[list[Text], Field(min_length=1)]
Id = Annotated[
    str, _shaped(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "my-friends (small letters, figures and hyphens)")
]
AreaCode = Annotated[
    str,
    _shaped(r"[EWSN]\d{8}", "E07000105 (the official code: a letter and eight figures)"),
    # Programs for editing take E07000105 for a number, with an exponent.
    Rule(str, {"type": ["string", "number"]}),
]
Month = Annotated[
    str, _shaped(r"20\d\d-(0[1-9]|1[0-2])", '"2026-11" (year, hyphen, month, in quotes)')
]
YearOrMonth = Annotated[
    str,
    _shaped(
        r"20\d\d(-(0[1-9]|1[0-2]))?", '"2026-11" or "2026" (year, or year and month, in quotes)'
    ),
]
Quarter = Annotated[str, _shaped(r"20\d\d-Q[1-4]", "2026-Q4 (year, hyphen, quarter)")]
FeedName = Annotated[
    str,
    _shaped(
        r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "123e4567-e89b-42d3-a456-426614174000 (a UUID, such as uuidgen makes)",
    ),
]
CopyName = Annotated[
    str,
    _shaped(
        r"[0-9a-f]{32}", "0123456789abcdef0123456789abcdef (32 figures and letters from a to f)"
    ),
]
Day = Annotated[
    str,
    _shaped(r"20\d\d-\d\d-\d\d", '"2026-11-23" (year, month and day, in quotes)'),
    AfterValidator(_in_the_calendar),
]
CriterionNumber = Annotated[str, _shaped(r"[1-9]\.[1-9]\.[1-9]\d?", "1.4.3 (the official number)")]
Version = Annotated[str, _shaped(r"\d+(\.\d+)*", '"4.14.1" (figures and dots, in quotes)')]
Commit = Annotated[
    str, _shaped(r"[0-9a-f]{7,40}", '"1c0ffee" (the first figures of the commit, in quotes)')
]
PageOfSite = Annotated[
    str,
    _shaped(r"/([a-z0-9-]+/)*(404\.html)?", '"/charter/kindness-1/" (with a slash at both ends)'),
]
MailAddress = Annotated[
    str, _shaped(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "charter@council.example (an email address)")
]
Writing = Annotated[
    str, _shaped(r"[A-Z][a-z]+", "Arabic (what the letters are called: those of Urdu are Arabic)")
]
Language = Annotated[str, _shaped(r"[a-z]{2,3}", "ur (the short form of a language: ur is Urdu)")]
WebAddress = Annotated[
    Text,
    Rule(
        _web_address,
        {
            "pattern": r"^https?://\S+$",
            "patternErrorMessage": "Write an address that starts with https:// or http://",
        },
    ),
]
PageAddress = Annotated[
    str,
    _shaped(
        r"([a-z0-9-]+/)*", "charter/kindness-1/ (a page of this site, with a slash at the end)"
    ),
    _known("page"),
]
PlaceAddress = Annotated[
    str,
    _shaped(
        r"([a-z0-9-]+/)*(#[a-z0-9-]+)?",
        "have-your-say/#not-kept (a page of this site, or a place on it)",
    ),
    _known("page"),
]
OldAddress = Annotated[
    str,
    AfterValidator(_a_page_can_answer),
    _shaped(
        r"/([a-z0-9-]+/)*(#[a-z0-9-]+)?",
        "/charter/kindness-9/ for a page, or /charter/#kindness-9 for a place on a page",
    ),
]
NewAddress = Annotated[
    str,
    _shaped(
        r"/([a-z0-9-]+/)*(#[a-z0-9-]+|[a-z0-9-]+\.[a-z]+)?",
        "/charter/kindness-1/ or /charter/#kindness-1 (an address of this site that starts with a"
        " slash)",
    ),
]
FileAddress = Annotated[
    str,
    _shaped(
        r"([a-z0-9-]+/)+[a-z0-9-]+\.[a-z]+",
        "formats/charter.txt (a file that comes with this site)",
    ),
]

ValueId = Annotated[str, _known("value")]
PledgeId = Annotated[str, _known("pledge")]
OutcomeId = Annotated[str, _known("outcome")]
PriorityId = Annotated[str, _known("priority")]
TermId = Annotated[str, _known("term")]
CaseStudyId = Annotated[str, _known("case study")]
OrganisationId = Annotated[str, _known("organisation")]
GroupId = Annotated[str, _known("group")]
StateId = Annotated[str, _known("state")]
DistrictId = Annotated[str, _known("district")]
Sources = Annotated[
    list[Annotated[str, _known("source")]],
    Field(
        min_length=1,
        description=(
            "The ids of the sources that show this, one or more. They stand in data/sources/."
        ),
    ),
]


class Record(BaseModel):
    """Anything in `data/`: no key that we don't know, no type that we have to guess."""

    # Each rule is made when it is first used: most are used only as a part of the whole charter's.
    # The text below a field is its help: it is shown while editing, and in data/FIELDS.md.
    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, defer_build=True, use_attribute_docstrings=True
    )


class Link(Record):
    """Words that lead to another page of this site."""

    words: Text
    """The words of the link. They say where it leads."""
    page: PageAddress
    """The page that it leads to, such as charter/. For the home page, write ""."""
