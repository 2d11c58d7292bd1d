"""One-line pages in `docs/` that the build writes, so that nobody has to: one for each pledge,
story, checklist and page that has moved, and the state of the charter. Git ignores them, by a file
that is written along.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from charter.data.record_pages import OF_FILE, of_files, records
from charter.map.postcodes import INDEX
from charter.model import Charter, Moved
from charter.model.fields import in_short
from charter.our_files import OTHERS, why_not
from charter.our_folders import Done, listed, write_listed
from charter.problems import Problem
from charter.project_files import files
from charter.site import docs_calls, docs_pages, list_pages
from charter.site.docs_pages import address, is_request
from charter.site.pages import languages, search

# Folder in docs/ → the macro that draws a record there.
MACROS = {
    "charter": "pledge",
    "case-studies": "case_study",
    "did-we": "checklist",
    "recordings": "recording",
    "films": "film",
}
# The macro that draws a page which has moved, at its old address.
MOVED = "moved"
# The macro that draws the page of a record that is no longer in use.
RETIRED = "retired"
# The page of an area that has measures.
YEAR = "progress/year.md"
IGNORED = ".gitignore"
OWN_WORDS = "It holds text of its own: move it out of this folder"
ITS_PLACE = "the page of a record that is in the data stands here: {line}"
NO_RECORD = "no {} in the data belongs to this page"
STILL_THERE = (
    "this page is still there, and data/moved.yml says that it has moved to {to}. Take this page"
    " away, or that entry out"
)
NO_BOX = (
    "a list of postcodes is here, but the data have no postcode-box.yml with the words of its box."
    " Put that file back, or take the list away"
)


def texts(charter: Charter) -> dict[str, str]:
    """The text of each page that the build writes, by its path below `docs/`."""
    moved = {entry.files[0]: (MOVED, entry.old) for entry in _moved_pages(charter)}
    found: dict[str, tuple[str, ...]] = dict(moved)
    found |= {
        f"{folder}/{record.id}.md": (MACROS[folder], record.id)
        for folder, there in records(charter).items()
        for record in there
    }
    found |= {
        f"{folder}/{record.id}.md": (RETIRED, f"{folder}/{record.id}/")
        for folder, there in records(charter).items()
        for record in there.retired
    }
    if charter.priorities:
        found["priorities.md"] = ("priorities", "all")
    found |= {
        f"{folder}/page/{number}.md": (macro, str(number))
        for folder, macro, last in _lists(charter)
        for number in range(2, last + 1)
    }
    if charter.is_measured:
        found[YEAR] = ("year", "all")
    if charter.workshop_notes:
        found["about/workshop.md"] = ("workshop_notes", "all")
    found |= {path: (macro, language) for path, macro, language in languages.files(charter)}
    there = [name for name in OF_FILE if getattr(charter, name)]
    found |= {f"{page[:-1]}.md": (macro, "all") for page, macro in of_files(there).items()}
    return {path: f"{docs_calls.written(*call)}\n" for path, call in found.items()}


def addresses(charter: Charter) -> list[str]:
    """The address of each of those pages below the site's root."""
    return [address(Path(path)) for path in texts(charter)]


def write(charter: Charter, docs: Path) -> Done:
    """Write those pages where they differ, and remove those of records that are gone. What is not
    ours stays as it is: `problems` tells of it.
    """
    moved = {entry.files[0] for entry in _moved_pages(charter) if _own_words(docs, entry.files)}
    wanted = {path: text for path, text in texts(charter).items() if path not in moved}
    return write_listed(wanted | _ignored(wanted), docs, remove_others=True)


def problems(charter: Charter, docs: Path) -> list[Problem]:
    """What stands in `docs` against the data: words in the place of a record or of a page that has
    moved, and a list of postcodes that nobody asks for.
    """
    by_data = texts(charter.model_copy(update={"moved": []}))
    found = [
        (docs / path, STILL_THERE.format(to=entry.to))
        for entry in _moved_pages(charter)
        for path in entry.files
        if path in by_data or _own_words(docs, [path])
    ]
    told = {file for file, _ in found}
    wanted, by_build = texts(charter), listed(docs)
    made = wanted | _ignored(wanted)

    def ours(file: Path, text: str) -> bool:
        return text == made.get(_path(file, docs)) or by_build(file, text)

    for path, line in made.items():
        # A page at the same address is in its place, too.
        for file in {docs / path, docs / re.sub(r"\.md$", "/index.md", path)} - told:
            if refused := why_not(file, docs, ours):
                of_others = refused.message == OTHERS and path in wanted
                said = f"{ITS_PLACE.format(line=line.strip())}. {OWN_WORDS}"
                found.append((file, said if of_others else refused.message))
    for folder, macro in MACROS.items():
        for file in files(docs / folder, "*.md"):
            known = file.name == "index.md" or _path(file, docs) in wanted
            if not known and file not in told and why_not(file, docs, ours):
                found.append((file, f"{NO_RECORD.format(macro.replace('_', ' '))}. {OWN_WORDS}"))
    if charter.postcode_box is None and (docs / INDEX).exists():
        found.append((docs / INDEX, NO_BOX))
    return [Problem(f"{docs.name}/{_path(file, docs)}", 1, "", said) for file, said in found]


def without_record(charter: Charter, docs: Path) -> list[Problem]:
    """Calls with a text that no record, list or page that has moved goes by."""
    known, by_build, found = {line.strip() for line in texts(charter).values()}, listed(docs), []
    for file, call in docs_pages.calls(docs):
        # Ours goes with its record, at the next build.
        if call.texts and str(call) not in known and why_not(file, docs, by_build):
            same = sorted(one for one in known if one.startswith(f"{{{{ {call.name}("))
            near = get_close_matches(str(call), same, n=1, cutoff=0)
            remedy = f"Here you can use {near[0]}" if near else "Take it out"
            said = f"nothing goes by the text in {in_short(str(call))}. {remedy}"
            found.append(Problem(f"{docs.name}/{_path(file, docs)}", call.line, "", said))
    return found


def _ignored(wanted: Iterable[str]) -> dict[str, str]:
    return {IGNORED: "".join(f"/{path}\n" for path in sorted({*wanted, IGNORED}))}


def _lists(charter: Charter) -> list[tuple[str, str, int]]:
    """The folder of each long list, the macro that draws one of its pages, and how many it has."""
    stories = list_pages.count(len(charter.case_studies), list_pages.STORIES)
    sources = list_pages.count(len(charter.sources), list_pages.SOURCES)
    return [
        ("case-studies", "case_studies", stories),
        ("about/sources", "sources", sources),
        ("search", "search", search.pages(charter)),
    ]


def _moved_pages(charter: Charter) -> Iterator[Moved]:
    return (entry for entry in charter.moved if not entry.place)


def _own_words(docs: Path, paths: Sequence[str]) -> list[Path]:
    """Those of these files that somebody has written by hand."""
    return [
        docs / path for path in paths if (docs / path).is_file() and not is_request(docs / path)
    ]


def _path(file: Path, docs: Path) -> str:
    return file.relative_to(docs).as_posix()
