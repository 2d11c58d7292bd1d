"""What may stand between braces in a page of `docs/`: a call of an offered piece by its name, with
constant texts, such as `{{ pledge("ambition-1") }}`, and nothing else.

Jinja draws the calls, and Jinja can run any program. So `OnlyCalls` hands it no page that holds
anything else, whoever builds (`j2_extensions` in mkdocs.yml): decisions/0028-prose-is-words.md.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError
from jinja2.ext import Extension

from charter.model.fields import in_short
from charter.site.pages import OFFERED

TEXT = r'"[^"\\{}\n]+"'
BRACES = re.compile(r"\{[{%#]")
CALL = re.compile(rf"\{{\{{ *([a-z]\w*)\( *((?:{TEXT}(?: *, *{TEXT})*)?) *\) *\}}\}}", re.ASCII)
# What was meant by a call that is not written as one should be.
MEANT = re.compile(r"\{\{\W*([a-z]\w+)", re.ASCII)
NO_CALL = (
    "text between {{ and }} asks for a drawn piece, such as {{ story() }}. Write it like that, or"
    ' take "{{", "{%" or "{#" out'
)
NO_ID = ". The id of a heading is written with a colon: {: #words }"


@dataclass(frozen=True)
class Call:
    """A piece that a page asks for: its name and texts, and where in the page that stands."""

    name: str
    texts: tuple[str, ...]
    line: int
    start: int
    end: int

    def __str__(self) -> str:
        return written(self.name, *self.texts)


def written(name: str, *texts: str) -> str:
    """A call as pages hold it."""
    return "{{{{ {}({}) }}}}".format(name, ", ".join(f'"{text}"' for text in texts))


def read(text: str) -> Iterator[Call | tuple[int, str]]:
    """Each call of a page in its order, and each line with other braces, with what is wrong."""
    end = 0
    for braces in BRACES.finditer(text):
        if braces.start() < end:
            continue
        line = text.count("\n", 0, braces.start()) + 1
        found = CALL.match(text, braces.start())
        if not found:
            end = braces.end()
            yield line, _remedy(text, braces.start())
            continue
        end = found.end()
        texts = tuple(each[1:-1] for each in re.findall(TEXT, found[2]))
        call = Call(found[1], texts, line, found.start(), end)
        yield (line, wrong) if (wrong := _wrong(call, OFFERED)) else call


def _remedy(text: str, start: int) -> str:
    if text.startswith("{#", start) and re.match(r"\{#\s*[\w-]+\s*\}", text[start:]):
        return NO_CALL + NO_ID
    meant = MEANT.match(text, start)
    if meant and meant[1] in OFFERED:
        return f"{NO_CALL}. Here, write {_example(meant[1], OFFERED)}"
    return NO_CALL


def _wrong(call: Call, offered: Mapping[str, Callable[..., object]]) -> str | None:
    """What is wrong with the name of a call, or with the number of its texts."""
    if call.name not in offered:
        near = get_close_matches(call.name, offered, n=1)
        remedy = (
            f"Did you mean {_example(near[0], offered)}?"
            if near
            else "The pieces are: " + ", ".join(sorted(offered))
        )
        return f'there is no piece called "{in_short(call.name)}" to draw here. {remedy}'
    try:
        inspect.signature(offered[call.name]).bind(None, None, *call.texts)
    except TypeError:
        count = len(call.texts)
        return (
            f"{call.name} can't be asked for with {count} text{'s' * (count != 1)} between its"
            f" brackets. Write it like this: {_example(call.name, offered)}"
        )
    return None


def _example(name: str, offered: Mapping[str, Callable[..., object]]) -> str:
    """How to ask for a piece: with a text in place of each that it must have."""
    _, _, *given = inspect.signature(offered[name]).parameters.values()
    needed = [each.name for each in given if each.default is each.empty]
    return written(name, *(each.replace("_", "-") for each in needed))


class OnlyCalls(Extension):
    """Refuses to compile a page that holds anything but text and calls of offered pieces."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Called by Jinja before it reads any template."""
        for found in read(source):
            if not isinstance(found, Call):
                line, message = found
                raise TemplateSyntaxError(message, line, name, filename)
        return source
