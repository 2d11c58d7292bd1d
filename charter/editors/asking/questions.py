"""One question for each field of a record, asked until the answer is right. The words of the questions are the model's own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from charter.data.yaml_reader import Path
from charter.editors.asking import answers
from charter.editors.asking.choices import SHOW, Choices
from charter.editors.asking.talk import Talk
from charter.editors.json_schema import NAMES, Schema
from charter.model.fields import ANY_TEXT, Record

Names = dict[str, dict[str, str]]
PAGE = "page"
# An empty list, in the terminal and as files have it.
NONE = ("", "[]")


def _nothing_more(place: Path, value: Any) -> str:
    return ""


@dataclass
class Questions:
    """What is asked about a record of a model, whose JSON Schema is `schema`.

    `names` has the ids of each kind of record, and the addresses of all pages as the kind "page", each with what it is called.
    `more` makes a record of a kind on the spot, and gives its id. `refuse` says what is wrong with an answer beyond what the model
    can know, such as an id that is taken.
    """

    talk: Talk
    model: type[Record]
    schema: Schema
    names: Names
    more: dict[str, Callable[[], str]] = field(default_factory=dict)
    refuse: Callable[[Path, Any], str] = _nothing_more

    def record(self, leave: tuple[str, ...] = (), need: tuple[str, ...] = ()) -> dict[str, Any]:
        """Answers for the fields of a record, without those to leave. Those to need may not be left out, although the model lets them."""
        whole = self._meant(self.schema.get("items", self.schema))
        return self._record(whole, (), leave, need)

    def _record(
        self, schema: Schema, place: Path, leave: tuple[str, ...] = (), need: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        found = {}
        for name, of_field in schema["properties"].items():
            if name not in leave:
                meant = {**self._meant(of_field), **of_field}
                value = self._field(
                    meant, (*place, name), name in (*schema.get("required", []), *need)
                )
                if value is not None:
                    found[name] = value
        return found

    def _field(self, schema: Schema, place: Path, required: bool) -> Any:
        self.talk.say(f"\n{str(place[-1]).replace('_', ' ')}: {schema['description']}")
        if "properties" in schema:
            return self._record(schema, place)
        if schema.get("type") != "array":
            return self._one(schema, place, required)
        items = self._meant(schema["items"])
        if "properties" in items:
            return (
                self._records(items, (*place, 0))
                if required or self.talk.agrees("Is there one?")
                else None
            )
        return self._list(schema, place, required)

    def _records(self, schema: Schema, place: Path) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while True:
            one = self._record(schema, place)
            if said := self._wrong(place, one):
                self.talk.hint(said, "Once more, please.")
            else:
                found.append(one)
                if not self.talk.agrees("Is there another one?"):
                    return found

    def _one(self, schema: Schema, place: Path, required: bool) -> Any:
        choices = self._choices(schema, place)
        long = choices is None and _may_be_long(schema)
        self.talk.hint(
            *["An empty line ends the answer."] * long,
            *["Press Enter at once to leave it out."] * (not required),
        )
        while True:
            typed = self.talk.lines() if long else self.talk.hear().strip()
            if choices and typed == SHOW:
                self.talk.hint(*choices.all())
                continue
            if not typed and not required:
                return None
            value = (
                typed
                if schema.get("pattern") == ANY_TEXT
                else answers.read(typed.strip("\"'"), schema)
            )
            value = choices.chosen(value) if choices else value
            if not (said := self._wrong(place, value)):
                return value
            self.talk.hint(said)

    def _list(self, schema: Schema, place: Path, required: bool) -> list[Any] | None:
        choices = self._choices(schema["items"], place)
        at_least_one = required and schema.get("minItems", 0) > 0
        alone = (
            "Press Enter at once if there are none."
            if required
            else "Press Enter at once to leave it out."
        )
        self.talk.hint(
            "Write one a line. An empty line ends the list.", *[alone] * (not at_least_one)
        )
        found: list[Any] = []
        while True:
            given = self.talk.hear()
            if choices and given.strip() == SHOW:
                self.talk.hint(*choices.all())
                continue
            for typed in _items(given, commas=choices is not None):
                value = choices.chosen(typed) if choices else typed
                if said := self._wrong(place, [value]) or (
                    "stands in the list already" if value in found else ""
                ):
                    self.talk.hint(f"{typed}: {said}")
                else:
                    found.append(value)
            if given.strip() not in NONE:
                continue
            if found or not at_least_one:
                return found if found or required else None
            self.talk.hint("the list is empty. Write at least one item")

    def _choices(self, schema: Schema, place: Path) -> Choices | None:
        kind = PAGE if place[-1] == PAGE else _kind(schema)
        if not kind and "enum" not in schema:
            return None
        choices = Choices(
            self.names[kind] if kind else dict.fromkeys(schema["enum"], ""), self.more.get(kind)
        )
        self.talk.hint(*choices.offer())
        return choices

    def _wrong(self, place: Path, value: Any) -> str:
        if place[-1] == PAGE and value not in self.names[PAGE]:
            return f'there is no page "{value}" on this site'
        ids = {kind: list(names) for kind, names in self.names.items()}
        return answers.wrong(self.model, place, value, ids) or self.refuse(place, value)

    def _meant(self, schema: Schema) -> Schema:
        """What stands behind a `$ref` within the schema. The ids of records stay where they are."""
        reference = schema.get("$ref", NAMES)
        return (
            schema
            if reference.startswith(NAMES)
            else self.schema["$defs"][reference.rpartition("/")[2]]
        )


def _kind(schema: Schema) -> str:
    """The kind of record that a reference names; empty, if it is none."""
    reference = str(schema.get("$ref", ""))
    return reference.rpartition("/")[2].replace("-", " ") if reference.startswith(NAMES) else ""


def _items(given: str, commas: bool) -> list[str]:
    """The items of a line, or of pasted lines. Names may also have commas between them."""
    lines = given.replace(",", "\n").splitlines() if commas else given.splitlines()
    return [line.strip() for line in lines if line.strip() not in NONE]


def _may_be_long(schema: Schema) -> bool:
    return schema.get("pattern") == ANY_TEXT and "maxLength" not in schema
