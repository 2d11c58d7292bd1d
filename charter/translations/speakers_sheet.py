"""Write a sheet for people who speak a language: a page to print, and a Word file to fill in."""

from pathlib import Path
from typing import Any

from babel.core import get_global
from babel.messages.catalog import Catalog

from charter.model import Charter
from charter.model.fields import PLACEHOLDER
from charter.model.in_short import Translation
from charter.our_files import nothing, write
from charter.problems import Problem, ProblemsFound
from charter.render.html import day, render
from charter.target import whole, why_not_into
from charter.translations.rows import Group, groups, minutes
from publish import packed

# Where sheets go if nobody says another place. Git leaves this folder out: what comes back may
# have a name in it.
FOLDER = "sheets"
WORD = Path(__file__).parent / "word"
TITLE = "Do you speak {}? Please check our words"
COLUMNS = ("English", "Right?", "What to write instead")
FIELDS = {
    "by": "What you are, in English, such as: parent who speaks {}. Please give no name",
    "said": "The same in {}",
    "day": "The day on which you finish, such as 31 January 2027",
    "notes": "Is there anything else you want to tell us?",
}
THANKS = "Thank you for helping. These are the words of the {} in short, for people who speak {}."
TIME = (
    "It takes about {} minutes. You needn't do it all, and you can stop at any time. What matters"
    " least comes last."
)
NO_EXPERT = "You needn't know about computers or the law. You know what sounds right, and we don't."
READ = (
    "Read the English, then the {}. Does it say the same, in words that people use? {}. If not,"
    " write better words beside it, just as they should stand."
)
TICK = 'Tick the box under "Right?"'
CLICK = 'Click the box under "Right?", or write yes beside it'
NAMES = (
    "Names of organisations stay in English, and so does {}. You may say in brackets what they are."
)
PLACES = " Keep what stands in {{ }}, such as {{{}}}: the website puts words there."
NOT_SURE = "Are you not sure? Leave the row empty, and go on."
BACK = "Then give this back to whoever gave it to you, or send it to {}."
TO_NOBODY = "Then give this back to whoever gave it to you."


def write_sheets(
    charter: Charter, language: Translation, catalog: Catalog | None, given: Path, project: Path
) -> list[Path]:
    """Write both files into a folder, where nothing of these names is.

    Raises:
        ProblemsFound: such a file is there, or nothing may go into that folder.
    """
    folder, root = whole(given, project), project.resolve()
    ours = folder == root / FOLDER and folder.is_dir() and not folder.is_symlink()
    if said := "" if ours else why_not_into(folder, root):
        raise ProblemsFound([Problem(str(folder), 1, "", said)])
    asked = groups(charter, catalog)
    texts: dict[Path, str | bytes] = {
        folder / f"{language.id}.html": to_print(charter, language, asked),
        folder / f"{language.id}.docx": to_fill_in(charter, language, asked),
    }
    _, refused = write(texts, folder, nothing)
    if refused:
        raise ProblemsFound(refused)
    return [*texts]


def to_print(charter: Charter, language: Translation, asked: list[Group]) -> str:
    """The sheet as a page that needs nothing else."""
    return render("translation-sheet", **_context(charter, language, asked, TICK)) + "\n"


def to_fill_in(charter: Charter, language: Translation, asked: list[Group]) -> bytes:
    """The sheet as a Word file."""
    context = _context(charter, language, asked, CLICK) | {"tag": _whole_tag(language.id)}
    return packed.together(packed.filled(WORD, context), charter.site.draft_date)


def _context(
    charter: Charter, language: Translation, asked: list[Group], mark: str
) -> dict[str, Any]:
    english, site = language.english, charter.site
    english_column, right, instead = COLUMNS
    return {
        "site": site,
        "language": language,
        "title": TITLE.format(english),
        "about": f"{site.name}, {site.version}, {day(site.draft_date)}",
        "steps": _steps(charter, english, asked, mark),
        "thanks": THANKS.format(site.name, english),
        "fields": {name: label.format(english) for name, label in FIELDS.items()},
        "columns": ("No.", english_column, english, right, instead),
        "groups": asked,
    }


def _steps(charter: Charter, english: str, asked: list[Group], mark: str) -> list[str]:
    texts = [row.passage.english for group in asked for row in group.rows]
    place = next((found[1] for found in map(PLACEHOLDER.search, texts) if found), None)
    names = NAMES.format(charter.site.name) + (PLACES.format(place) if place else "")
    contact = charter.site.contact
    back = BACK.format(contact) if contact else TO_NOBODY
    return [
        f"{TIME.format(minutes(asked))} {NO_EXPERT}",
        READ.format(english, mark),
        names,
        f"{NOT_SURE} {back}",
    ]


def _whole_tag(language: str) -> str:
    """A language as Word wants it, with the country that has most of its speakers: pl-PL."""
    likely = str(get_global("likely_subtags").get(language, language))
    return "-".join(part for part in likely.split("_") if len(part) != 4)
