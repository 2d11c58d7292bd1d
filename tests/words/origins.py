"""Where words of a built page were typed: the file, the line and the field that an editor can
change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from charter.data import yaml_reader
from charter.data.locations import field_name
from charter.problems import Problem
from tests.project import ROOT

# In this order: where the same words stand in two of them, the first is told.
PAGES_AND_FRAME = [
    "docs/**/*.md",
    "charter/site/templates/*.html",
    "charter/site/pages/*.py",
    "theme/**/*.html",
    "mkdocs.yml",
]
# Fields that nobody may mend: they say what the source says, word for word.
NOT_OURS = {"source_words"}
# An id or an address is no text for readers.
NO_TEXT = re.compile(r"[a-z0-9/-]+|https?://\S+")
# What stands between words and is none itself: where a link leads, and the tags of emphasis.
MARKUP = re.compile(r"\]\([^)]*\)|</?(?:a|b|strong|em|span|time)\b[^>]*>")
# So many words in a row are hardly there twice by chance.
MANY = 4


@dataclass(frozen=True)
class Origin:
    """One text as it was typed: its tokens, and the line of each."""

    file: str
    field: str
    tokens: tuple[str, ...]
    lines: tuple[int, ...]

    @cached_property
    def joined(self) -> str:
        """The tokens with a blank before and behind each."""
        return f" {' '.join(self.tokens)} "


def tokens(text: str) -> list[str]:
    """What two spellings of the same words have in common: letters and figures, without case and
    signs.
    """
    return re.findall(r"[^\W_]+", text.lower())


@cache
def origins(project: Path = ROOT) -> list[Origin]:
    """Every text that a page of the project may show."""
    found = [
        origin
        for file in sorted((project / "data").rglob("*.yml"))
        for origin in _in_data(file, project)
    ]
    for pattern in PAGES_AND_FRAME:
        files = sorted(project.glob(pattern))
        assert files, f"{pattern} names no file of {project}"
        found += [_in_text(file, project) for file in files]
    return found


def _in_data(file: Path, project: Path) -> Iterator[Origin]:
    text = file.read_text(encoding="utf-8")
    document = yaml_reader.read(text)
    rows = text.splitlines()
    for path, typed in document.typed.items():
        if NOT_OURS.isdisjoint(path) and not NO_TEXT.fullmatch(typed) and (wanted := tokens(typed)):
            lines = tuple(_lines(wanted, rows, document.lines[path]))
            yield Origin(
                file.relative_to(project).as_posix(), field_name(path), tuple(wanted), lines
            )


def _lines(wanted: list[str], rows: list[str], first: int) -> Iterator[int]:
    """The line of each token of a text that starts on line `first`."""
    standing = (
        (token, line) for line, row in enumerate(rows[first - 1 :], first) for token in tokens(row)
    )
    line = first
    for token in wanted:
        line = next((at for here, at in standing if here == token), line)
        yield line


def _in_text(file: Path, project: Path) -> Origin:
    text = MARKUP.sub(lambda found: "\n" * found[0].count("\n"), file.read_text(encoding="utf-8"))
    standing = [
        (token, line) for line, row in enumerate(text.splitlines(), 1) for token in tokens(row)
    ]
    return Origin(
        file.relative_to(project).as_posix(),
        "",
        tuple(token for token, _ in standing),
        tuple(line for _, line in standing),
    )


@cache
def find(sentence: str, phrase: str, project: Path = ROOT) -> list[Problem]:
    """Where `phrase` was typed, told by as many words of the sentence around it as stand together
    somewhere; without a message.

    Words that stand in several places just so are all told. Where a program put the phrase
    together, its first word is looked for.
    """
    around, wanted = tokens(sentence), tokens(phrase)
    if not around:
        return []
    start = _position(around, wanted)
    for size in range(len(around), len(wanted) - 1, -1):
        for begin in range(max(0, start + len(wanted) - size), min(start, len(around) - size) + 1):
            told = f" {' '.join(around[begin : begin + size])} "
            if holding := [origin for origin in origins(project) if told in origin.joined]:
                holding.sort(key=lambda origin: origin.joined != told)
                return [
                    _place(origin, told, start - begin)
                    for origin in holding[: None if size >= MANY else 1]
                ]
    return find(sentence, wanted[0], project) if len(wanted) > 1 else []


def page_source(path: str, project: Path = ROOT) -> str:
    """The file of a page as a whole, by its address below the site's root."""
    name = path.strip("/")
    choices = (
        [f"docs/{name}.md", f"docs/{name}/index.md", f"theme/{name}"] if name else ["docs/index.md"]
    )
    return next(
        (choice for choice in choices if (project / choice).is_file()), f"the built page {path}"
    )


def _position(around: list[str], wanted: list[str]) -> int:
    """Where the phrase starts; at the beginning, if it runs on into the next sentence."""
    return next(
        (start for start in range(len(around)) if around[start : start + len(wanted)] == wanted), 0
    )


def _place(origin: Origin, run: str, inside: int) -> Problem:
    start = origin.joined.index(run)
    before = len(origin.joined[:start].split())
    return Problem(origin.file, origin.lines[before + inside], origin.field, "")
