"""Records, lists of records that others refer to by id, and keys that may stand only once."""

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Protocol, Self, SupportsIndex, TypeVar, get_args, overload

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import (
    ValidatorFunctionWrapHandler,
    list_schema,
    no_info_after_validator_function,
    no_info_wrap_validator_function,
)

# Where a value stands within another: the names of fields, and the numbers of items.
Loc = tuple[str | int, ...]
# The type of the error for a key that stands twice.
REPEATED = "repeated"
# The type of the error for a name of a record whose whole file is missing.
NOT_HERE = "not here"


class Record(BaseModel):
    """Anything in `data/`: no key that we don't know, no type that we have to guess."""

    # Each rule is made when it is first used: most are used only as a part of the whole charter's.
    # The description of a field, or a longer text below it, is its help: it is shown while
    # editing, and in data/FIELDS.md.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    def model_copy(self, **how: Any) -> Self:
        """A copy that works out for itself what the original had worked out and kept."""
        copied = super().model_copy(**how)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Help of each field as one line, however it is wrapped in the code."""
        below = _texts_below_fields(cls.__module__).get(cls.__name__, {})
        for name, info in cls.model_fields.items():
            help_text = info.description or below.get(name) or ""
            info.description = " ".join(help_text.split()) or None


@cache
def _texts_below_fields(module: str) -> dict[str, dict[str, str]]:
    """The text below each field of each class of a module. Pydantic finds them too, but reads the
    module again for each class, which took half the time of loading the model."""
    tree = ast.parse(Path(str(sys.modules[module].__file__)).read_text(encoding="utf-8"))
    return {
        node.name: {
            field.target.id: str(text.value.value)
            for field, text in pairwise(node.body)
            if isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        }
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


class HasId(Protocol):
    """What a list of records is looked up by."""

    @property
    def id(self) -> str:
        """A short name in small letters."""


T = TypeVar("T")
R = TypeVar("R", bound=HasId)
# A list of one item or more.
Some = Annotated[list[T], Field(min_length=1)]


class Unique:
    """Rule for a list or a record: no two records in it have the same `keys`; without keys, no two
    items are the same. `at` names the fields that hold the records, where they stand further in.

    It looks at what was typed, so that repeats are found beside other faults."""

    def __init__(self, *keys: str, at: Sequence[str] = (), remedy: str = "") -> None:
        self.keys, self.at = keys, at
        self.remedy = remedy or f"Every {' '.join(keys)} may stand only once"

    def __get_pydantic_core_schema__(self, kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_wrap_validator_function(self._check, handler(kind))

    def _check(self, value: Any, check: ValidatorFunctionWrapHandler) -> Any:
        repeats = list(self._repeats(value))
        try:
            checked = check(value)
        except ValidationError as error:
            repeats += map(_as_raised, error.errors(include_url=False))
        if repeats:
            raise ValidationError.from_exception_data(REPEATED, repeats)
        return checked

    def _repeats(self, value: Any) -> Iterator[InitErrorDetails]:
        first: dict[str, Loc] = {}
        for loc, record in _records(value, self.at):
            fields = record if isinstance(record, dict) else {}
            parts: list[Any] = [fields.get(key) for key in self.keys] if self.keys else [record]
            if not all(isinstance(part, str) for part in parts):
                continue
            text, here = " ".join(parts), (*loc, *self.keys[:1])
            if first.setdefault(text.casefold(), here) != here:
                facts = {"text": text, "first": first[text.casefold()], "remedy": self.remedy}
                yield {"type": _repeated(facts), "loc": here, "input": text}


def _records(value: Any, fields: Sequence[str], loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Every record of a list, or of the lists in those fields, and where it stands."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _records(item, fields, (*loc, index))
    elif isinstance(value, BaseModel):
        yield from _records(dict(value), fields, loc)
    elif not fields:
        yield loc, value
    elif isinstance(value, dict):
        for name in fields:
            yield from _records(value.get(name), (), (*loc, name))


def _repeated(facts: dict[str, Any]) -> PydanticCustomError:
    return PydanticCustomError(REPEATED, "{text} stands twice. {remedy}", facts)


def not_here() -> PydanticCustomError:
    """What is raised where a record is named whose whole file is missing."""
    return PydanticCustomError(NOT_HERE, "names what this site is without")


def _as_raised(details: Any) -> InitErrorDetails:
    """An error as pydantic told it, in the form in which it is raised again."""
    context = details.get("ctx", {})
    kind = _repeated(context) if details["type"] == REPEATED else details["type"]
    if kind == NOT_HERE:
        kind = not_here()
    return {"type": kind, "loc": details["loc"], "input": details["input"], "ctx": context}


class Records(list[R]):
    """One record or more, none with the id of another: `records["kindness"]` is the one with that
    id. Other records refer to them by it.

    Once the data are loaded, those that are no longer in use stand in `retired` only."""

    retired: Sequence[R] = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        records = list_schema(handler.generate_schema(get_args(kind)[0]), min_length=1)
        checked = no_info_wrap_validator_function(Unique("id")._check, records)
        return no_info_after_validator_function(cls, checked)

    @overload
    def __getitem__(self, key: str) -> R: ...
    @overload
    def __getitem__(self, key: SupportsIndex) -> R: ...
    @overload
    def __getitem__(self, key: slice) -> list[R]: ...
    def __getitem__(self, key: str | SupportsIndex | slice) -> R | list[R]:
        return self.by_id[key] if isinstance(key, str) else super().__getitem__(key)

    @property
    def ever(self) -> list[R]:
        """Those in use, then those that no longer are."""
        return [*self, *self.retired]

    def with_only(self, kept: Iterable[R]) -> "Records[R]":
        """Some of the records in use, and the same that no longer are."""
        made = Records(kept)
        made.retired = self.retired
        return made

    @cached_property
    def by_id(self) -> dict[str, R]:
        """Each record by its id, in use or not."""
        return {record.id: record for record in self.ever}


def models_in(annotation: Any) -> Iterator[type[Record]]:
    """The models that a type names, such as Pledge in `Records[Pledge] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)
