"""What is no longer in use (`retired:`) is left out by everything that names it: pages see only
the rest, and the records that are out in `Records.retired`.

It follows the references of the model, so that a new field needs nothing here."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, get_args

from annotated_types import MinLen

from charter.data import record_pages
from charter.data.data_files import DATA_FILES
from charter.data.record_pages import FOLDERS
from charter.model import Charter, Moved
from charter.model.fields import Rule
from charter.model.records import Loc, Record, Records
from charter.model.references import REFERS_TO
from charter.model.retired import GOES_ALONG, STAYS, Retired

NOBODY_ELSE = (
    '"{id}" is no longer in use, and something has to be named here. Name another {kind}, or say in'
    " the file of {id} which one to use instead"
)
ITSELF = "this is the record itself. Name what to read in its place, or take this line out"
NONE_LEFT = "nothing that stands here is still in use. Add one that is, or take one back into use"
R = TypeVar("R", bound=Record)
Found = list[tuple[Loc, str]]


class _Gone(Exception):
    """A record that is left out, because it is about what is no longer in use."""


def only(charter: Charter, addresses: Sequence[str]) -> tuple[Charter, Found]:
    """The charter with nothing but what is in use, and old `addresses` that lead on; and where
    something out of use is named that can't be left out.
    """
    records = {kind: record_pages.records(charter)[folder] for kind, folder in FOLDERS.items()}
    if not any(each.retired for some in records.values() for each in some):
        return charter, []
    walk = _Walk(records)
    kept = walk.record(charter, ())
    return kept.model_copy(
        update={"moved": [*kept.moved, *walk.moved(addresses, kept)]}
    ), walk.found


def page_of(kind: str, id_: str) -> str:
    """The page of a record below the site's root."""
    return f"{FOLDERS[kind]}/{id_}/"


class _Walk:
    """A way through all records of a charter; `found` is what can't be left out."""

    def __init__(self, records: Mapping[str, Any]) -> None:
        self.retired: dict[str, dict[str, Retired]] = {
            kind: {each.id: each.retired for each in some if each.retired}
            for kind, some in records.items()
        }
        self.in_use = {
            kind: {each.id for each in some if not each.retired} for kind, some in records.items()
        }
        self.pages = {page_of(kind, id_) for kind, some in self.retired.items() for id_ in some}
        self.by_id = {id_: kind for kind, some in self.retired.items() for id_ in some}
        self.found: Found = []

    def record(self, given: R, loc: Loc, in_list: bool = False) -> R:
        """A record without what is out of use.

        Raises:
            _Gone: the record itself is to be left out of its list.
        """
        changed = {}
        for name in type(given).model_fields:
            if not loc and DATA_FILES[name].written_by:
                continue  # the counts of answers keep all that they hold
            before = getattr(given, name)
            after = self._value(before, _kind(type(given), name), (*loc, name), in_list)
            if after is not before:
                changed[name] = after
        return given.model_copy(update=changed) if changed else given

    def moved(self, addresses: Sequence[str], charter: Charter) -> list[Moved]:
        """Places on other pages that had the id of what is out of use, or of a value without any
        pledge left: they lead to its page, or to the value on the charter page.
        """
        written = {entry.old for entry in charter.moved}
        leads = {
            id_: (page_of(kind, id_), self.retired[kind][id_]) for id_, kind in self.by_id.items()
        }
        for pledge in charter.pledges.retired:
            if pledge.value and pledge.value not in {each.value for each in charter.pledges}:
                leads[pledge.value] = (
                    f"charter/#{pledge.value}",
                    self.retired["pledge"][pledge.id],
                )
        found = []
        for old in addresses:
            page, _, place = old.removeprefix("/").partition("#")
            to, out = leads.get(place, ("", None))
            if out and old not in written and page != to.partition("#")[0]:
                entry = {"from": old, "to": f"/{to}", "since": out.since, "why": out.why}
                found.append(Moved.model_validate(entry))
        return found

    def _value(self, value: Any, kind: "_Kind", loc: Loc, in_list: bool) -> Any:
        if isinstance(value, Record):
            return self.record(value, loc)
        if isinstance(value, list) and value and isinstance(value[0], Record):
            return self._records(value, kind, loc, in_list)
        if kind.refers_to == "page":
            return self._addresses(value, kind)
        if kind.refers_to not in self.retired:
            return value
        out = self.retired[kind.refers_to]
        if isinstance(value, list):
            kept = [each for each in value if each not in out]
            if not kept and len(value) and kind.needs_one:
                return [self._instead(value[0], kind, loc)]
            return kept if len(kept) < len(value) else value
        if not (isinstance(value, str) and value in out):
            return value
        if kind.goes_along or (kind.required and in_list):
            raise _Gone
        return self._instead(value, kind, loc) if kind.required else None

    def _records(self, value: list[Any], kind: "_Kind", loc: Loc, in_list: bool) -> list[Any]:
        kept, same = [], True
        for index, each in enumerate(value):
            if out := getattr(each, "retired", None):
                if out.instead == each.id:
                    self.found.append(((*loc, index, "retired", "instead"), ITSELF))
                same = False
                continue
            try:
                after = self.record(each, (*loc, index), in_list=True)
            except _Gone:
                same = False
                continue
            same = same and after is each
            kept.append(after)
        if same:
            return value
        if not kept and (kind.needs_one or (isinstance(value, Records) and kind.required)):
            if in_list:
                raise _Gone
            self.found.append((loc, NONE_LEFT))
        if isinstance(value, Records):
            kept = Records(kept)
            kept.retired = [each for each in value if getattr(each, "retired", None)]
        return kept

    def _addresses(self, value: Any, kind: "_Kind") -> Any:
        if isinstance(value, list):
            kept = [each for each in value if not (kind.goes_along and self._is_out(each))]
            return kept if len(kept) < len(value) else value
        if not isinstance(value, str) or not self._is_out(value):
            return value
        if kind.goes_along:
            raise _Gone
        page, _, place = value.partition("#")
        id_ = page.split("/")[1] if page in self.pages else place
        own = page_of(self.by_id[id_], id_)
        return own if kind.stays else self._lead_on(id_)

    def _lead_on(self, id_: str) -> str:
        """The page to read instead; where nothing is named, the one of all such records."""
        kind = self.by_id[id_]
        other = self.retired[kind][id_].instead
        for its, some in self.in_use.items():
            if other is not None and other in some:
                return page_of(its, other)
        return record_pages.list_page(kind)

    def _is_out(self, address: str) -> bool:
        page, _, place = address.partition("#")
        return page in self.pages or place in self.by_id

    def _instead(self, id_: str, kind: "_Kind", loc: Loc) -> str:
        """What is to be named in its place; a problem where nothing is."""
        some, seen, now = self.retired[kind.refers_to], {id_}, id_
        while now in some and (after := some[now].instead) and after not in seen:
            seen.add(now := after)
        if now not in self.in_use[kind.refers_to]:
            self.found.append((loc, NOBODY_ELSE.format(id=id_, kind=kind.refers_to)))
            return id_
        return now


class _Kind:
    """What a field of a record may hold: what it refers to, if it has to be there, if a list needs
    one item, and if its record goes with what it names."""

    def __init__(self, model: type[Record], name: str) -> None:
        info = model.model_fields[name]
        marks, todo = list(info.metadata), [info.annotation]
        while todo:
            kind = todo.pop()
            marks += getattr(kind, "__metadata__", ())
            todo += get_args(kind)
        self.refers_to = next(
            (
                mark.says[REFERS_TO]
                for mark in marks
                if isinstance(mark, Rule) and REFERS_TO in mark.says
            ),
            "",
        )
        self.required = info.is_required()
        self.needs_one = any(isinstance(mark, MinLen) for mark in info.metadata)
        self.goes_along = GOES_ALONG in info.metadata
        self.stays = STAYS in info.metadata


@cache
def _kind(model: type[Record], name: str) -> _Kind:
    """The same for each field, worked out once."""
    return _Kind(model, name)
