"""One talk with an editor: what is asked for each kind of record, and the texts that come of it. Nothing is written here."""

import difflib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from charter.data.files import where
from charter.data.load import KINDS
from charter.data.yaml_reader import Path as Place
from charter.editors import json_schema
from charter.editors.asking import yaml_text
from charter.editors.asking.questions import PAGE, Questions
from charter.editors.asking.talk import Talk
from charter.model import Charter
from charter.model.fields import Record
from charter.model.witnesses import Signature
from charter.site import docs_pages

# What a record is called, by the first of these fields that it has.
CALLED = ("short", "name", "title", "words")


@dataclass
class Session:
    """What was answered so far: `texts` has the new text of each file below `data/` that changes, in the order to write them."""

    project: Path
    charter: Charter
    talk: Talk
    texts: dict[str, str] = field(default_factory=dict)
    # What was added on the way, by field of the charter.
    added: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    names: dict[str, dict[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.names = {
            kind: {
                record.id: next(getattr(record, name) for name in CALLED if hasattr(record, name))
                for record in records
            }
            for kind in KINDS
            if (records := json_schema.records(self.charter, kind))
        }
        self.names[PAGE] = docs_pages.pages(self.project / "docs")

    def record(self, name: str, given: dict[str, Any]) -> str:
        """Ask for a record with a file of its own, but for what is given; gives its id."""
        return self._put_file(name, given | self.questions(name).record(leave=tuple(given)))

    def pledge(self) -> str:
        """Ask for a pledge. Its number is the next of its value that was never used."""
        answered = self.questions("pledges").record(leave=("id", "status", "history"))
        value = answered["value"]
        everything = "\n".join(
            file.read_text(encoding="utf-8")
            for file in (self.project / "data").rglob("*")
            if file.suffix in (".yml", ".txt")
        )
        used = [int(number) for number in re.findall(rf"\b{re.escape(value)}-(\d+)\b", everything)]
        return self._put_file(
            "pledges", answered | {"id": f"{value}-{max(used, default=0) + 1}", "status": "draft"}
        )

    def signature(self) -> str:
        """Ask who has signed. Whoever stands in the list as not signed yet changes there; anybody else comes to its end."""
        asked = self.questions("signatures")
        given = asked.record(leave=_all_but("organisation"))
        index = next(
            (
                place
                for place, one in enumerate(self.charter.signatures)
                if one.organisation == given["organisation"]
            ),
            None,
        )
        if index is None:
            self._put_item("signatures.yml", self._signed_or_not(asked, given))
        else:
            self._sign(asked, index)
        return str(given["organisation"])

    def _signed_or_not(self, asked: Questions, given: dict[str, Any]) -> dict[str, Any]:
        given |= asked.record(leave=("organisation", "role", "date", "sources"))
        if given["status"] == "signed":
            given |= asked.record(leave=(*given, "sources"), need=("role", "date"))
        return given | asked.record(leave=_all_but("sources"))

    def _sign(self, asked: Questions, index: int) -> None:
        before = self.charter.signatures[index]
        if before.status == "signed":
            raise SystemExit(
                f"{self.names['organisation'][before.organisation]} has signed already. Nothing was written."
            )
        self.talk.say(
            "\nIt stands in the list as not signed yet. Say that it has signed only if there is proof in public."
        )
        fields = asked.record(
            leave=("organisation", "group", "note", "status", "sources"), need=("role", "date")
        )
        self.talk.say(
            "\nWhich sources are the proof? They are added to those that stand there already."
        )

        def refuse(place: Place, value: Any) -> str:
            older = place == ("sources",) and any(source in before.sources for source in value)
            return (
                "stands there already, from before it had signed. Name one that shows that it has"
                if older
                else ""
            )

        proof = replace(asked, refuse=refuse).record(leave=_all_but("sources"))["sources"]
        text = yaml_text.with_last(self._text("signatures.yml"), index, "sources", proof)
        self.texts["signatures.yml"] = yaml_text.with_fields(
            text, index, "status", {"status": "signed", **fields}
        )

    def questions(self, name: str) -> Questions:
        """What is asked about the records of a field of the charter."""

        def refuse(place: Place, value: Any) -> str:
            key = str(place[-1])
            once = len(place) == 1 and (key == "id" or (key, name) == ("address", "sources"))
            there = [getattr(record, key) for record in getattr(self.charter, name)] if once else []
            twice = once and value in (
                *there,
                *(fields.get(key) for new, fields in self.added if new == name),
            )
            return f'"{value}" is used already. Every {key} may stand only once' if twice else ""

        more = {"source": self._source, "organisation": self._organisation}
        return Questions(
            self.talk, _model(name), json_schema.of_file(name), self.names, more, refuse
        )

    def _source(self) -> str:
        topics = sorted(file.name for file in (self.project / "data" / "sources").glob("*.yml"))
        self.talk.say("\nA new source.")
        fields = self.questions("sources").record()
        self.talk.say("\nWhich file does it belong in?")
        self._put_item(f"sources/{self.talk.choose(topics)}", fields)
        return self._named("source", "sources", fields)

    def _organisation(self) -> str:
        self.talk.say("\nA new organisation.")
        fields = self.questions("organisations").record()
        self._put_item("organisations.yml", fields)
        return self._named("organisation", "organisations", fields)

    def _named(self, kind: str, name: str, fields: dict[str, Any]) -> str:
        self.added.append((name, fields))
        self.names[kind][fields["id"]] = fields[next(name for name in CALLED if name in fields)]
        self.talk.say(f'\nThe {kind} "{fields["id"]}" is noted. Back to where you were.')
        return str(fields["id"])

    def _put_file(self, name: str, fields: dict[str, Any]) -> str:
        in_order = {each: fields[each] for each in _model(name).model_fields if each in fields}
        heading = f"# Where it shows up: {Charter.model_fields[name].description}\n"
        self.texts[where(name).replace("*", fields["id"])] = heading + yaml_text.record(in_order)
        return str(fields["id"])

    def _put_item(self, file: str, fields: dict[str, Any]) -> None:
        self.texts[file] = yaml_text.with_item(self._text(file), fields)

    def _text(self, file: str) -> str:
        return self.texts.get(file) or (self.project / "data" / file).read_text(
            encoding="utf-8-sig"
        )

    def told(self) -> str:
        """What would be new in each file."""
        return "\n".join(
            line
            for file, text in self.texts.items()
            for line in [f"\ndata/{file}:", *self._new_lines(file, text)]
        )

    def _new_lines(self, file: str, text: str) -> list[str]:
        there = self.project / "data" / file
        before = there.read_text(encoding="utf-8-sig").splitlines() if there.exists() else []
        return [
            line[2:] for line in difflib.ndiff(before, text.splitlines()) if line.startswith("+ ")
        ]


def _all_but(wanted: str) -> tuple[str, ...]:
    return tuple(name for name in Signature.model_fields if name != wanted)


def _model(name: str) -> type[Record]:
    model: type[Record] = get_args(Charter.model_fields[name].annotation)[0]
    return model
