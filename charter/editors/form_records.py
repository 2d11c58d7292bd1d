"""What the answers of a form become: a record of the model, or a change of one."""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import yaml
from pydantic import TypeAdapter

from charter.clock import day_in
from charter.data.data_files import DATA_FILES
from charter.editors.field_reference import resolved
from charter.editors.json_schema import Schema
from charter.model import Charter, Pledge, kinds
from charter.model.fields import in_short
from charter.model.references import REFERS_TO
from charter.model.sources import Source

Wrong = list[tuple[str, str]]
SOURCE = ("title", "publisher", "published")
DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")
MONTHS = ("%B %Y", "%b %Y")
LONGEST_ID = 50
BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")

NO_DAY = "write a day like this: 31 January 2027"
NO_SOURCE = "is empty. This site shows nothing that people can't read about in public"
NOT_KNOWN = '"{}" names a {} that this site does not know, or none. Write it as its page does'


def record(
    name: str, charter: Charter, given: Mapping[str, str], today: datetime.date
) -> tuple[dict[str, Any], Wrong]:
    """A record for a field of the charter, and what is wrong with the answers."""
    schema = TypeAdapter(get_args(Charter.model_fields[name].annotation)[0]).json_schema()
    found: dict[str, Any] = {}
    wrong: Wrong = []
    for field, about in schema["properties"].items():
        about, answer = _one(about, schema), given.get(field, "")
        if field == "id":
            found["id"] = ""
        elif field == "status":
            found["status"] = "draft"
        elif field == "sources":
            found["sources"] = sources(charter, given, today, wrong)
        elif answer:
            found[field] = _value(field, about, answer, charter, wrong)
        elif field in schema["required"] and about.get("type") == "array":
            found[field] = []
    return found, wrong


def _one(about: Schema, whole: Schema) -> Schema:
    """A field without the choice to leave it out."""
    choices = [choice for choice in about.get("anyOf", []) if choice != {"type": "null"}]
    return resolved({**about, **choices[0]} if choices else about, whole)


def _value(field: str, about: Schema, answer: str, charter: Charter, wrong: Wrong) -> Any:
    items = about.get("items", {})
    if field == "took_part":
        return [_took_part(line, charter) for line in lines(answer)]
    if field == "shown":
        ids = named("pledge", answer, charter)
        if not ids:
            wrong.append((field, NOT_KNOWN.format(in_short(one_line(answer)), "pledge")))
            return None
        pledge = charter.pledges[ids[0]]
        return {"words": f"See the pledge: {pledge.short}", "page": f"charter/{pledge.id}/"}
    if kind := items.get(REFERS_TO):
        ids = named(kind, answer, charter)
        rest = re.sub(_pattern(_known(kind, charter)), "", one_line(answer).casefold())
        if not ids or re.search(r"\w[ -]?\d", rest):
            wrong.append((field, NOT_KNOWN.format(in_short(one_line(answer)), kind)))
        return ids
    if about.get("type") == "array":
        return lines(answer)
    if "enum" in about:
        return re.split(r"\W", answer.casefold())[0]
    if about.get("format") == "date":
        return day(field, answer, wrong)
    return _month(answer) if field == "started" else one_line(answer)


def lines(answer: str) -> list[str]:
    """One item a line, without the signs that people put before it."""
    found = (one_line(BULLET.sub("", line)) for line in answer.split("\n"))
    return [line for line in found if line]


def one_line(answer: str) -> str:
    """An answer without ends of lines. What nobody can see in it stays: the check tells of it."""
    return re.sub(r"[ \t\n]+", " ", answer).strip()


def named(kind: str, answer: str, charter: Charter) -> list[str]:
    """The ids of all records of a kind that an answer names, as people see their names."""
    ids = _known(kind, charter)
    seen = re.findall(_pattern(ids), one_line(answer).casefold())
    return list(dict.fromkeys(ids[each] for each in seen))


def _known(kind: str, charter: Charter) -> dict[str, str]:
    """The id of each record of a kind by all that people call it."""
    found: Any = charter
    for step in dict(kinds())[kind]:
        found = getattr(found, str(step), None)
    return {name.casefold(): each.id for each in found or [] for name in _names(each, charter)}


def _names(each: Any, charter: Charter) -> Iterator[str]:
    yield each.id
    yield charter.pledge_name(each) if isinstance(each, Pledge) else each.name


def _pattern(names: Mapping[str, str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"


def _took_part(line: str, charter: Charter) -> dict[str, str]:
    """A line that starts with the name of a group says of that group what stands behind it."""
    for group in charter.groups:
        if line.casefold().startswith(group.name.casefold()):
            note = line[len(group.name) :].strip(" :,.-")
            return {"group": group.id, **({"note": note} if note else {})}
    return {"note": line}


def sources(
    charter: Charter, given: Mapping[str, str], today: datetime.date, wrong: Wrong
) -> list[Any]:
    """The source that a form names: its id, where this site knows it, or the whole source. Whoever
    puts the label on has opened it that day.
    """
    address = one_line(given.get("source_address", ""))
    if not address:
        wrong.append(("source_address", NO_SOURCE))
        return []
    for known in charter.sources:
        if known.address and _bare(known.address) == _bare(address):
            return [known.id]
    said = {name: one_line(given.get(f"source_{name}", "")) for name in SOURCE}
    said["published"] = said["published"] or "no date"
    empty = [(f"source_{name}", "is empty. Please say it") for name in SOURCE if not said[name]]
    wrong += empty
    taken = {source.id for source in charter.sources}
    id_ = free_id(f"{said['publisher']} {said['title']}", "source", taken)
    whole = {"id": id_, **said, "address": address, "opened": today}
    return [{name: whole[name] for name in Source.model_fields if name in whole}]


def _bare(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address.casefold()).rstrip("/")


def day(field: str, answer: str, wrong: Wrong) -> datetime.date | None:
    """A day, as people write it."""
    found = day_in(one_line(answer), DAYS)
    if found is None:
        wrong.append((field, NO_DAY))
    return found


def _month(answer: str) -> str:
    month = day_in(one_line(answer), MONTHS)
    return f"{month:%Y-%m}" if month else one_line(answer)


def free_id(title: str, kind: str, taken: set[str]) -> str:
    """An id made of a title, that no other record has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", plain))[:LONGEST_ID].strip("-")
    base = words if re.match("[a-z]", words) else f"{kind}-{words}".strip("-")
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (base, *numbered) if each not in taken)


class _Indented(yaml.SafeDumper):
    """Items of lists are further in than the name of the list, as people type them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def as_yaml(fields: Any) -> str:
    """Fields as an editor types them. Whatever stands in a text stays text."""
    text: str = yaml.dump(
        fields, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return text


def file_of(name: str, id_: str) -> str:
    """The file of a record below data/."""
    return DATA_FILES[name].path.replace("*", id_)
