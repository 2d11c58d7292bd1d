"""Say in the file of a language who has checked its words, and leave the rest as it is."""

import datetime
import re

import yaml
from pydantic import ValidationError

from charter.clock import day_in
from charter.model.in_short import Checked
from charter.translations.rows import plain

DAYS = (
    "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%Y", "%d. %m. %Y", "%d-%m-%Y",
    "%d/%m/%y", "%d.%m.%y",
)  # fmt: skip
NO_DAY = '"{}" is no day. Write it like this: 31 January 2027'
# The day that Word's own writing makes of 1st, 2nd, 3rd.
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
BLOCK = re.compile(r"^checked:.*\n(?:[ \t].*\n|\n(?=[ \t]))*", re.MULTILINE)
BY_HAND = "its part checked: is written in a way that no program can change. Write it by hand"


def day(text: str) -> datetime.date:
    """A day, as people write it, with figures of any language.

    Raises:
        ValueError: it is none.
    """
    figures = "".join(str(int(each)) if each.isdecimal() else each for each in text)
    found = day_in(plain(ORDINAL.sub("", figures).replace(",", " ")), DAYS)
    if found is None:
        raise ValueError(NO_DAY.format(text))
    return found


def wrong(checked: dict[str, object]) -> list[tuple[str, str]]:
    """What the model would not take: the name of the field, and why."""
    try:
        Checked.model_validate(checked)
    except ValidationError as error:
        return [
            (str(each["loc"][0]), each["msg"].removeprefix("Value error, "))
            for each in error.errors()
        ]
    return []


def with_checked(text: str, checked: dict[str, object]) -> str:
    """The text of a language's file that says who checked it.

    Raises:
        ValueError: it can't be put there.
    """
    before = yaml.safe_load(text)
    if before.get("checked") == checked:
        return text
    new = yaml.safe_dump({"checked": checked}, allow_unicode=True, sort_keys=False, width=1_000_000)
    text = text if text.endswith("\n") else f"{text}\n"
    after = BLOCK.sub(lambda _: new, text, count=1) if BLOCK.search(text) else text + new
    if yaml.safe_load(after) != {**before, "checked": checked}:
        raise ValueError(BY_HAND)
    return after
