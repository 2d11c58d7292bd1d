"""One-line pages in `docs/` that the build writes, so that nobody has to: one for each pledge,
story, checklist and page that has moved. Git ignores them, by a file that is written along.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from charter.data.record_pages import FOLDERS
from charter.map.postcodes import INDEX
from charter.model import CaseStudy, Charter, Moved, Occasion, Pledge
from charter.model.fields import in_short
from charter.problems import Problem
from charter.project_files import files
from charter.site import docs_calls, docs_pages, list_pages
from charter.site.docs_pages import address, is_request
from charter.site.pages import search

# Folder in docs/ → the macro that draws a record there.
MACROS = {"charter": "pledge", "case-studies": "case_study", "did-we": "checklist"}
# The macro that draws a page which has moved, at its old address.
MOVED = "moved"
IGNORED = ".gitignore"
OWN_WORDS = "It holds text of its own: move it out of this folder"
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
    found = moved | {
        f"{folder}/{record.id}.md": (MACROS[folder], record.id)
        for folder, records in _records(charter).items()
        for record in records
    }
    found |= {
        f"{folder}/page/{number}.md": (macro, str(number))
        for folder, macro, last in _lists(charter)
        for number in range(2, last + 1)
    }
    return {path: f"{docs_calls.written(*call)}\n" for path, call in found.items()}


def addresses(charter: Charter) -> list[str]:
    """The address of each of those pages below the site's root."""
    return [address(Path(path)) for path in texts(charter)]


def write(charter: Charter, docs: Path) -> list[str]:
    """Write those pages where they differ, and remove those of records that are gone; tells which.
    Pages with words of their own stay as they are: `problems` tells of them.
    """
    left = {entry.files[0] for entry in _moved_pages(charter) if _own_words(docs, entry.files)}
    wanted = {
        path: text
        for path, text in texts(charter).items()
        if path not in left and not _own_words(docs, [path])
    }
    before = _listed(docs)
    wanted[IGNORED] = "".join(f"/{path}\n" for path in sorted({*wanted, IGNORED}))
    told = []
    for path, text in sorted(wanted.items()):
        file = docs / path
        if not file.is_file() or file.read_bytes() != text.encode():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            told += [f"wrote {_name(docs, file)}"] * (path != IGNORED)
    for file in files(docs, "**/*.md"):
        path = file.relative_to(docs).as_posix()
        if _is_ours(path, before) and path not in wanted and is_request(file):
            file.unlink()
            told.append(f"removed {_name(docs, file)}")
    return told


def problems(charter: Charter, docs: Path) -> list[Problem]:
    """What stands in `docs` against the data: words in the place of a record or of a page that has
    moved, and a list of postcodes that nobody asks for.
    """
    records = texts(charter.model_copy(update={"moved": []}))
    found = [
        (file, STILL_THERE.format(to=entry.to))
        for entry in _moved_pages(charter)
        for file in [
            *_own_words(docs, entry.files),
            *(docs / path for path in entry.files if path in records),
        ]
    ]
    moved = {file for file, _ in found}
    for folder, macro in MACROS.items():
        for file in files(docs / folder, "*.md"):
            if file.name == "index.md" or file in moved or is_request(file):
                continue
            line = records.get(file.relative_to(docs).as_posix())
            said = (
                f"the page of a record that is in the data stands here: {line.strip()}"
                if line
                else f"no {macro.replace('_', ' ')} in the data belongs to this page"
            )
            found.append((file, f"{said}. {OWN_WORDS}"))
    if charter.postcode_box is None and (docs / INDEX).exists():
        found.append((docs / INDEX, NO_BOX))
    return [Problem(_name(docs, file), 1, "", said) for file, said in found]


def without_record(charter: Charter, docs: Path) -> list[Problem]:
    """Calls with a text that no record, list or page that has moved goes by."""
    known, before, found = {text.strip() for text in texts(charter).values()}, _listed(docs), []
    for file, call in docs_pages.calls(docs):
        path = file.relative_to(docs).as_posix()
        goes = _is_ours(path, before) and is_request(file)
        if call.texts and str(call) not in known and not goes:
            same = sorted(one for one in known if one.startswith(f"{{{{ {call.name}("))
            near = get_close_matches(str(call), same, n=1, cutoff=0) or ["no such call at all"]
            said = f"nothing goes by the text in {in_short(str(call))}. Here you can use {near[0]}"
            found.append(Problem(_name(docs, file), call.line, "", said))
    return found


def _is_ours(path: str, before: Collection[str]) -> bool:
    """Whether a page of one line in this place belongs to the build, by what it wrote `before`."""
    return path in before or path.partition("/")[0] in MACROS


def _listed(docs: Path) -> set[str]:
    """The pages that were written last time: nobody else's page is ever removed."""
    file = docs / IGNORED
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return {line.removeprefix("/") for line in lines}


def _records(charter: Charter) -> dict[str, Sequence[Pledge | CaseStudy | Occasion]]:
    return {
        FOLDERS["pledge"]: charter.pledges,
        FOLDERS["case study"]: charter.case_studies,
        FOLDERS["occasion"]: charter.did_we.occasions,
    }


def _lists(charter: Charter) -> list[tuple[str, str, int]]:
    """The folder of each long list, the macro that draws one of its pages, and how many it has."""
    stories = list_pages.count(len(charter.case_studies), list_pages.STORIES)
    return [("case-studies", "case_studies", stories), ("search", "search", search.pages(charter))]


def _moved_pages(charter: Charter) -> Iterator[Moved]:
    return (entry for entry in charter.moved if not entry.place)


def _own_words(docs: Path, paths: Sequence[str]) -> list[Path]:
    """Those of these files that somebody has written by hand."""
    return [
        docs / path for path in paths if (docs / path).is_file() and not is_request(docs / path)
    ]


def _name(docs: Path, file: Path) -> str:
    return f"{docs.name}/{file.relative_to(docs).as_posix()}"
