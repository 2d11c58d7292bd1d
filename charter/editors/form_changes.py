"""What the answers of a form change in a file that is there: a signature, or a pledge's words."""

import datetime
import re
from collections.abc import Mapping
from pathlib import Path

from charter.editors.form_records import Wrong, as_yaml, day, named, one_line, sources
from charter.editors.issue_forms import NotARecord
from charter.model import Charter

NOT_LISTED = (
    "isn't on the list of who could sign. A member of the team first adds it to"
    " data/organisations.yml and data/signatures.yml"
)
SIGNED = "has signed already, as data/signatures.yml says"
BY_HAND = (
    "This is a suggestion that no program can carry out: it doesn't give one pledge new words. A"
    " member of the team reads it, says here what the team thinks, and changes the words by hand."
)
SAME = "is what the pledge says now"

Edit = tuple[dict[str, str], Wrong]


def signature(data: Path, charter: Charter, given: Mapping[str, str], today: datetime.date) -> Edit:
    """The list of signatures, with one more."""
    wrong: Wrong = []
    found = named("organisation", given["organisation"], charter)
    listed = {each.organisation: each for each in charter.signatures}
    if not found or found[0] not in listed:
        return {}, [("organisation", NOT_LISTED)]
    if listed[found[0]].status == "signed":
        return {}, [("organisation", SIGNED)]
    signed = {
        "status": "signed",
        "role": one_line(given["role"]),
        "date": day("date", given["date"], wrong),
    }
    proof = as_yaml({"sources": sources(charter, given, today, wrong)})
    text = (data / "signatures.yml").read_text(encoding="utf-8")
    entries = re.split(r"^(?=- )", text, flags=re.MULTILINE)
    at = next((i for i, each in enumerate(entries) if _is_of(each, found[0])), None)
    if at is None:
        return {}, [("organisation", NOT_LISTED)]
    entry = re.sub(r"(?m)^  status:.*\n", lambda _: _in(as_yaml(signed)), entries[at], count=1)
    entry = re.sub(r"(?m)^  sources:.*\n", lambda _: _in(proof), entry, count=1)
    return {"signatures.yml": "".join([*entries[:at], entry, *entries[at + 1 :]])}, wrong


def wording(data: Path, charter: Charter, given: Mapping[str, str], today: datetime.date) -> Edit:
    """A pledge with new words. What it said until now is the first of its history."""
    found, words = named("pledge", given["pledge"], charter), one_line(given["text"])
    file = f"pledges/{found[0]}.yml" if len(found) == 1 else ""
    if not (words and (data / file).is_file()):
        raise NotARecord(BY_HAND)
    pledge = charter.pledges[found[0]]
    if words == pledge.text:
        return {}, [("text", SAME)]
    if not given["why"]:
        return {}, [("why", "is empty. The page says why the words changed")]
    earlier = as_yaml(
        [
            {
                "wording": pledge.text,
                "until": today - datetime.timedelta(days=1),
                "version": charter.site.version,
                "why": one_line(given["why"]),
            }
        ]
    )
    text = (data / file).read_text(encoding="utf-8")
    new = as_yaml({"text": words})
    text = re.sub(r"(?m)^text:.*\n(?:[ \t].*\n|\n)*", lambda _: new, text, count=1)
    before = re.search(r"(?m)^history:.*\n", text)
    at = before.end() if before else len(text)
    head = "" if before else "history:\n"
    return {file: text[:at] + head + _in(earlier) + text[at:]}, []


def _is_of(entry: str, organisation: str) -> bool:
    return re.search(rf"(?m)^[- ] organisation: *{re.escape(organisation)} *$", entry) is not None


def _in(text: str) -> str:
    """The same, two blanks further in."""
    return re.sub(r"(?m)^(?=.)", "  ", text)
