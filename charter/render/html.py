"""Templates in, escaped HTML out. Nothing else in the project writes HTML."""

import re
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

TEMPLATES = Path(__file__).parent.parent / "site" / "templates"


def month(year_and_month: str) -> str:
    """`2026-11` as November 2026."""
    return date.fromisoformat(f"{year_and_month}-01").strftime("%B %Y")


def day(when: date) -> str:
    """A date as 23 November 2026."""
    return f"{when.day} {when:%B %Y}"


def months(quarter: str) -> str:
    """`2026-Q4` as October to December 2026."""
    first = 3 * int(quarter[-1]) - 2
    return f"{date(2000, first, 1):%B} to {date(2000, first + 2, 1):%B} {quarter[:4]}"


def lasting(seconds: int) -> str:
    """`245` as 4 minutes 5 seconds."""
    counts = {"minute": seconds // 60, "second": seconds % 60}
    return " ".join(f"{n} {unit}{'s' * (n != 1)}" for unit, n in counts.items() if n)


def css_text(text: str) -> str:
    """A text in quotes as CSS takes it, with nothing that could end the quotes or the style."""
    return (
        '"'
        + "".join(
            letter if letter.isalnum() or letter in " .,:;-" else f"\\{ord(letter):x} "
            for letter in text
        )
        + '"'
    )


# What Markdown would read as more than text: anywhere, and at the beginning of a line.
MARKS = re.compile(r"[\\`*_{}\[\]#|~^]|^[-+=:.!]|(?:(?<=^\d)|(?<=^\d\d))[.)]")
TAG_OR_ENTITY = re.compile(r"(<[^>]*>|&#?\w+;)")


def for_prose(drawn: str) -> str:
    """A drawn piece for a place within Markdown, such as a heading or an item: one line, in which
    Markdown finds nothing of its own."""
    parts = TAG_OR_ENTITY.split(" ".join(drawn.split()))
    return "".join(
        part if index % 2 else MARKS.sub(lambda mark: f"&#{ord(mark[0])};", part)
        for index, part in enumerate(parts)
    )


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates, kept between runs. What can't be kept or read is compiled anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """A damaged file counts as none."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever unpickling may raise
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """A full disk keeps nothing."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled() -> CompiledTemplates | None:
    """None where the computer's folder for such files belongs to somebody else, or is full."""
    try:
        return CompiledTemplates()
    except (RuntimeError, OSError):
        return None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        # Compiling templates anew took a quarter of each build.
        bytecode_cache=_compiled(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(month=month, day=day, months=months, lasting=lasting)
    return environment


def render(template: str, **context: object) -> str:
    """Draw `templates/<template>.html`. Every value is escaped; a missing one is an error.

    Blank lines are dropped and lines start at the margin, so that Markdown takes the result as one
    block of HTML."""
    drawn = _environment().get_template(f"{template}.html").render(**context)
    return "\n".join(line.strip() for line in drawn.splitlines() if line.strip())
