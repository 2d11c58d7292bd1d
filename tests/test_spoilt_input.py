"""Spoilt files in data/ and docs/: whatever editors, their programs and disks do to a file, the
check
ends in a charter, a sample of which is drawn, or in problems with file, line and remedy.

A quick run tries the same few dozen ways each time. `make fuzz` tries thousands of new ones.
"""

import datetime
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from charter.model import Charter
from charter.problems import ProblemsFound
from charter.site import docs_pages, left_out, pages
from charter.site.check import check
from tests.fixtures import tell
from tests.project import ROOT
from tests.sample import DATA, DOCS

# Of the pieces that pages may ask for, one in so many is drawn of each charter that loads.
EVERY = 10
LONG = "SPOILT_INPUT_EXAMPLES"
HERE = pages.Here(root="../", site="https://area.example/", today=datetime.date(2027, 2, 3))
FILES = sorted(
    file.relative_to(DATA.parent).as_posix()
    for folder in (DATA, DOCS)
    for file in folder.rglob("*")
    if file.suffix in (".yml", ".json", ".md", ".geojson") and file.name != "README.md"
)
MARKUP = "<i data-planted>"
# What somebody may type where a value stands, or what a program may make of it.
VALUES = (
    "", "no", "null", "~", "08:30", "2027-02-31", "-1", "1e99", "0x10", "9" * 30, "[]", "{}",
    "[a, [b]]", "{a: b}", "- a", "*a", "&a b", "!!python/object:os.system x", "|", '"', '"\\ud800"',
    '"\\0"', "a: b", "a # b", "#", "%", "@", "`", "''", "'x", "\t", "{{ home() }}", "{% x %}",
    '"{{ home() }}"', '"{# #}"', f'"{MARKUP}"', f"{MARKUP}", '"](javascript:alert(1))"',
    '"محمد 😀 \u202e \u2028"', '"' + "x" * 3000 + '"', "word " * 400,
)  # fmt: skip
# Pieces of files that are spoilt anywhere.
BYTES = (
    b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\r", b"\r\n", b"\t", b"\x1b[31m",
    b"\xed\xa0\x80", b"\xe2\x80\xa8", b"---\n", b"\n---\n", b"...\n", b"<<<<<<< ours\n", b"{{ ",
    b" }}", b"{% for x in y %}", b"{#", b"{{ pledge('nope') }}", b"{{ hoem() }}", b"{{ 1/0 }}",
    b"- ", b": ", b"&a [*a]", b"[" * 3000,
)  # fmt: skip
BESIDE = (".#{}", "._{}", "{}~", "#{}#", "~${}", ".{}.swp", ".DS_Store")
# Words of programs, which tell an editor nothing.
JARGON = re.compile(
    r"Traceback|Errno|Error\b|pydantic|NoneType|codec|ordinal not|object at"
    r" 0x|jinja|<class|\bdict\b|unhashable|utf-8' "
)
# What to do: a second sentence, a form to follow, or at least a word for it.
REMEDY = re.compile(r"[.:] \S|\b(must|write|use|may stand|needs?|is missing)\b", re.IGNORECASE)

Change = Callable[[Path], None]


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, Change]:
    """A way to spoil a file: its name, which file, and what is done to it."""
    kind = draw(st.sampled_from(sorted(WAYS)))
    return kind, draw(st.sampled_from(FILES)), draw(WAYS[kind])


def in_bytes(place: float, cut: int, piece: bytes) -> Change:
    """Put a piece somewhere into a file, in place of some of its bytes."""

    def change(file: Path) -> None:
        raw = file.read_bytes()
        start = int(place * len(raw))
        file.write_bytes(raw[:start] + piece + raw[start + cut :])

    return change


def in_value(place: float, value: str) -> Change:
    """Put another value behind the name of a field, or the hyphen of an item."""

    def change(file: Path) -> None:
        lines = file.read_bytes().split(b"\n")
        found = [number for number, line in enumerate(lines) if re.match(rb"\s*(- |[\w-]+:)", line)]
        if found:
            number = found[int(place * len(found))]
            start = re.match(rb"\s*(- )?([\w-]+: ?)?", lines[number])
            lines[number] = (start[0] if start else b"") + value.encode("utf-8", "surrogatepass")
        file.write_bytes(b"\n".join(lines))

    return change


def in_lines(place: float, way: str) -> Change:
    """Lose a line, have it twice, move it in, or end the file there."""

    def change(file: Path) -> None:
        lines = file.read_bytes().split(b"\n")
        at = int(place * len(lines))
        middle = {
            "lose": [],
            "twice": [lines[at]] * 2,
            "in": [b"  " + lines[at]],
            "out": [lines[at].lstrip()],
        }
        rest = [] if way == "end" else lines[at + 1 :]
        file.write_bytes(b"\n".join([*lines[:at], *middle.get(way, []), *rest]))

    return change


def in_place(way: str) -> Change:
    """Something else in place of a file."""

    def change(file: Path) -> None:
        whole = file.read_bytes()
        file.unlink()
        if way == "folder":
            file.mkdir()
        elif way == "dead link":
            file.symlink_to("nowhere")
        elif way == "endless":
            file.symlink_to("/dev/zero")
        elif way == "a link to itself":
            file.symlink_to(file.name)
        elif way == "empty":
            file.touch()
        elif way == "pipe":
            os.mkfifo(file)
        elif way == "renamed":
            file.with_name(f"{file.stem}²{file.suffix}").write_bytes(whole)
        elif way == "UTF-16":
            file.write_bytes(whole.decode(errors="replace").encode("utf-16"))
        elif way == "BOM":
            file.write_bytes(b"\xef\xbb\xbf" + whole)
        elif way == "CRLF":
            file.write_bytes(whole.replace(b"\n", b"\r\n"))

    return change


def beside(name: str, way: str) -> Change:
    """A file of an editor's program or of a file manager beside a file."""

    def change(file: Path) -> None:
        other = file.with_name(name.format(file.name))
        other.unlink(missing_ok=True)
        if way == "dead link":
            other.symlink_to("nowhere")
        else:
            other.write_bytes(b"\x00\xff{{ x" if way == "bytes" else file.read_bytes())

    return change


PLACES = st.floats(0, 1, exclude_max=True)
# Nothing may come of these: the charter is the same as without them.
HARMLESS = ("beside", "BOM", "CRLF")
WAYS: dict[str, st.SearchStrategy[Change]] = {
    "bytes": st.builds(
        in_bytes, PLACES, st.integers(0, 40), st.sampled_from(BYTES) | st.binary(max_size=8)
    ),
    "value": st.builds(in_value, PLACES, st.sampled_from(VALUES) | st.text(max_size=30)),
    "lines": st.builds(in_lines, PLACES, st.sampled_from(["lose", "twice", "in", "out", "end"])),
    "place": st.builds(in_place, st.sampled_from([
        "gone", "folder", "dead link", "endless", "a link to itself", "empty", "renamed", "UTF-16",
        "pipe",
    ])),
    "BOM": st.builds(in_place, st.just("BOM")),
    "CRLF": st.builds(in_place, st.just("CRLF")),
    "beside": st.builds(
        beside, st.sampled_from(BESIDE), st.sampled_from(["dead link", "bytes", "copy"])
    ),
}  # fmt: skip


# How often each kind of change ended in problems, and in drawn pieces.
ENDS: Counter[tuple[str, str]] = Counter()


@pytest.fixture(scope="module")
def project(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Path]:
    """A folder to spoil, which tells at its end how checks ended."""
    yield tmp_path_factory.mktemp("spoilt")
    tell(
        pytestconfig,
        [f"{kind:12}{end:12}{count:8}" for (kind, end), count in sorted(ENDS.items())],
    )


def fresh(project: Path) -> None:
    """The made-up area as it was."""
    for good in (DATA, DOCS):
        shutil.rmtree(project / good.name, ignore_errors=True)
        shutil.copytree(good, project / good.name)


def pieces(charter: Charter, sample: int) -> Iterator[str]:
    """A sample of the pieces that a page may ask for, as they are drawn."""
    arguments = {
        "pledge": [pledge.id for pledge in charter.pledges],
        "case_study": [study.id for study in charter.case_studies],
        "checklist": [occasion.id for occasion in charter.occasions],
        "recording": [each.id for each in charter.recordings],
        "film": [each.id for each in charter.films],
        "in_short": [each.id for each in charter.translated],
        "in_short_leaflet": [each.id for each in charter.translated],
        "in_short_large_print": [each.id for each in charter.translated],
        "moved": [],
        "retired": [],
        "priorities": ["all"] * bool(charter.priorities),
        "workshop_notes": [],  # it says the titles of pages, which are not read here
        "year": ["all"] * charter.is_measured,
        "talk": ["all"] * bool(charter.talk),
        "talk_sheets": ["all"] * bool(charter.talk),
        "young_people": ["all"] * bool(charter.young_people),
    }
    docs = ROOT / "docs"
    gone = {docs / file for file in left_out.docs_files(charter, docs)}
    without = {call.name for file, call in docs_pages.calls(docs) if file in gone}
    for name, draw in [*pages.OFFERED.items()][sample::EVERY]:
        if name in without:  # no page asks for it
            continue
        for given_ids in [[one] for one in arguments[name]] if name in arguments else [[]]:
            drawn = draw(charter, HERE, *given_ids)
            yield drawn.html if isinstance(drawn, pages.Page) else str(drawn)


def judge(project: Path, harmless: bool, sample: int = 0) -> str:
    """How the check of a project ended; fails where that helps nobody."""
    try:
        charter = check(project)
    except ProblemsFound as found:
        assert not harmless, str(found)
        for problem in found.problems:
            assert re.match(r"(data|docs)(/|$)", problem.file), problem
            file = project / problem.file
            lines = (
                len(re.findall(rb"[\r\n]", file.read_bytes())) + 1
                if file.is_file() and not file.is_symlink()
                else 1
            )
            assert 1 <= problem.line <= lines, problem
            assert REMEDY.search(problem.message) and not JARGON.search(problem.message), problem
            str(problem).encode("utf-8")
        return "problems"
    drawn = "".join(pieces(charter, sample))
    assert MARKUP not in drawn
    drawn.encode("utf-8")
    return "drawn"


@pytest.mark.slow
@settings(
    max_examples=int(os.environ.get(LONG, "40")),
    derandomize=LONG not in os.environ,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(spoilt=st.lists(changes(), min_size=1, max_size=3), sample=st.integers(0, EVERY - 1))
def test_spoilt_files_end_in_a_charter_or_in_problems_that_can_be_mended(
    project: Path, spoilt: list[tuple[str, str, Change]], sample: int
) -> None:
    fresh(project)
    for kind, name, change in spoilt:
        file = project / name
        if file.is_file() and not file.is_symlink():
            change(file)
            event(kind)
    end = judge(project, all(kind in HARMLESS for kind, _, _ in spoilt), sample)
    event(end)
    ENDS.update({(name.partition("/")[0], end) for _, name, _ in spoilt})


def test_what_is_whole_is_drawn(project: Path) -> None:
    fresh(project)
    assert len(FILES) > 30 and {"data", "docs"} == {name.partition("/")[0] for name in FILES}
    assert judge(project, harmless=True) == "drawn"


def test_a_message_in_the_words_of_a_program_would_be_found(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh(project)
    (project / "data" / "values.yml").write_bytes(b"\xff")
    assert judge(project, harmless=False) == "problems"
    monkeypatch.setattr("charter.project_files.NOT_UTF_8", "'utf-8' codec can't decode byte 0xff")
    with pytest.raises(AssertionError, match="codec"):
        judge(project, harmless=False)
