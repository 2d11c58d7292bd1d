"""What can be wrong with the pages in `docs/`: they are prose, and ask for drawn pieces by name."""

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from charter.problems import Problem


def mistakes(docs: Path, offered: Collection[str]) -> list[Problem]:
    """Every request in `docs` for a piece that is not offered, and all that is not written as a request should be."""
    return [problem for file in sorted(docs.rglob("*.md")) for problem in _in_page(file, docs, offered)]


def _in_page(file: Path, docs: Path, offered: Collection[str]) -> list[Problem]:
    name = f"{docs.name}/{file.relative_to(docs).as_posix()}"
    try:
        page = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return [Problem(name, 1, "", "the file is not saved as UTF-8. Save it again with the encoding UTF-8")]
    except TemplateSyntaxError as error:
        said = 'text between {{ and }} asks for a drawn piece, such as {{ story() }}. Write it like that, or take "{{", "{%" or "{#" out'
        return [Problem(name, error.lineno, "", said)]
    asked = [part for part in page.find_all(nodes.Name) if part.name not in offered]
    return [Problem(name, part.lineno, "", _unknown(part.name, offered)) for part in asked]


def _unknown(wanted: str, offered: Collection[str]) -> str:
    near = get_close_matches(wanted, offered, n=1)
    remedy = f"Did you mean {{{{ {near[0]}() }}}}?" if near else "The pieces are: " + ", ".join(sorted(offered))
    return f'there is no piece called "{wanted}" to draw here. {remedy}'
