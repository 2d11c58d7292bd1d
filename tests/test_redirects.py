"""An address that has moved leads to one place that is there. Mistakes in data/moved.yml are told
with file, line and remedy.
"""

from pathlib import Path

import pytest

from charter.data.load import load
from charter.problems import ProblemsFound
from charter.site.check import check
from charter.site.docs_stubs import write
from publish.gates.addresses import report
from publish.gates.links import DEAD_LINKS, MEND, OLD_LINKS
from publish.gates.links import check as check_links
from publish.site import Site
from tests.sample import sample

ADDRESSES = (
    "/\n/charter/\n/charter/#kindness-2\n/charter/kindness-1/\n/charter/kindness-2/\n"
    "/old/\n/old/#part\n/older/\n"
)
ENTRY = "- from: {old}\n  to: {to}\n  since: 2027-05-03\n  why: It has a new place.\n"
STUB = '{{ moved("/charter/kindness-2/") }}\n'


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """The made-up area with its pages in step, and with promised addresses."""
    data = sample(tmp_path)
    (data / "moved.yml").unlink()
    (tmp_path / "docs" / "charter").mkdir(exist_ok=True)
    for page in ("index", "charter/index", "old", "older"):
        (tmp_path / "docs" / f"{page}.md").write_text("# A page\n", encoding="utf-8")
    write(load(data), tmp_path / "docs")
    (data / "addresses.txt").write_text(ADDRESSES, encoding="utf-8")
    assert check(tmp_path)
    return tmp_path


def move(area: Path, leads: dict[str, str]) -> None:
    """Write an entry for each old address."""
    (area / "data" / "moved.yml").write_text(
        "".join(ENTRY.format(old=old, to=to) for old, to in leads.items()), encoding="utf-8"
    )


def refused(area: Path) -> str:
    with pytest.raises(ProblemsFound) as found:
        check(area)
    return str(found.value)


def test_a_file_of_notes_and_no_file_at_all_both_say_that_nothing_has_moved(area: Path) -> None:
    (area / "data" / "moved.yml").write_text("# Nothing yet.\n\n", encoding="utf-8")
    assert check(area).moved == []
    (area / "data" / "moved.yml").unlink()
    assert check(area).moved == []


def test_a_pledge_that_is_taken_away_is_told_with_what_to_write(area: Path) -> None:
    (area / "data" / "pledges" / "kindness-2.yml").unlink()
    said = refused(area)
    assert (
        "docs/charter/kindness-2.md, line 1: this page is gone, and people have links to"
        " /charter/kindness-2/. Put it back." in said
    )
    assert '    - from: /charter/kindness-2/\n      to: ""\n      since: ""\n      why: ""' in said


def test_the_build_writes_the_page_that_says_where_a_page_went_and_takes_it_away_with_its_entry(
    area: Path,
) -> None:
    page = area / "docs" / "charter" / "kindness-2.md"
    (area / "data" / "pledges" / "kindness-2.yml").unlink()
    move(area, {"/charter/kindness-2/": "/charter/kindness-1/"})
    assert check(area)
    assert write(load(area / "data"), area / "docs").written == [page]
    assert page.read_text(encoding="utf-8") == STUB
    (area / "data" / "moved.yml").unlink()
    assert "this page is gone" in refused(area)
    assert write(load(area / "data"), area / "docs").removed == [page]


def test_nobodys_words_are_written_over_by_an_entry(area: Path) -> None:
    move(area, {"/old/": "/charter/", "/charter/kindness-2/": "/charter/"})
    said = refused(area)
    for page in ("old", "charter/kindness-2"):
        assert (
            f"docs/{page}.md, line 1: this page is still there, and data/moved.yml says that it has"
            " moved to /charter/" in said
        )
    write(load(area / "data"), area / "docs")
    assert (area / "docs" / "old.md").read_text(encoding="utf-8") == "# A page\n"


@pytest.mark.parametrize(
    ("leads", "said"),
    [
        ({"/olt/": "/charter/"}, 'line 1, from: "/olt/" was never an address of this site'),
        ({"/olt/": "/charter/"}, 'does not stand in data/addresses.txt. Did you mean "/old/"?'),
        ({"/old/": "/older/", "/older/": "/charter/"},
         'line 2, to: "/older/" has moved itself. Write where that leads in the end'),
        ({"/old/": "/older/#part", "/older/": "/charter/"},
         'line 2, to: "/older/#part" has moved itself. Write where that leads'),
        ({"/old/": "/older/", "/older/": "/old/"},
         "line 2, to: this leads round in a circle: /old/ to /older/ to /old/"),
        ({"/old/": "/old/"}, "line 2, to: this leads round in a circle: /old/ to /old/"),
        ({"/old/": "/old/#part"}, "line 2, to: this leads round in a circle: /old/ to /old/#part"),
        ({"/old/file.pdf": "/charter/"},
         'line 1, from: "/old/file.pdf" is a file, and no page can stand in its place. Take this'),
        ({"/": "/charter/"}, "line 1, from: this is the home page, which cannot move"),
        ({"old": "/charter/"},
         'line 1, from: "old" does not have the right form.'
         " Write it like this: /charter/kindness-9/ for a page"),
        ({"/old/": "https://other.example/"},
         'line 2, to: "https://other.example/" does not have the right form'),
    ],
    ids=lambda value: (
        " ".join(f"{old} to {to}" for old, to in value.items()) if isinstance(value, dict) else ""
    ),
)  # fmt: skip
def test_a_mistake_in_an_entry_is_told(area: Path, leads: dict[str, str], said: str) -> None:
    move(area, leads)
    told_of = refused(area)
    assert said in told_of and "data/moved.yml, line " in told_of


def test_two_entries_for_one_address_are_told(area: Path) -> None:
    entry = ENTRY.format(old="/old/", to="/charter/")
    (area / "data" / "moved.yml").write_text(entry + entry, encoding="utf-8")
    assert (
        'data/moved.yml, line 5, from: "/old/" is used already in data/moved.yml, line 1. One'
        " address can lead to one place only" in refused(area)
    )


def test_a_wrong_field_is_told_by_the_names_that_editors_write(area: Path) -> None:
    (area / "data" / "moved.yml").write_text(
        ENTRY.format(old="/old/", to="/charter/").replace("from:", "form:"), encoding="utf-8"
    )
    said = refused(area)
    assert (
        'form: there is no such field here. Did you mean "from"?' in said
        and "from: is missing. Add it" in said
    )


def test_a_damaged_list_of_addresses_is_told(area: Path) -> None:
    (area / "data" / "addresses.txt").write_bytes(b"/old/\xff\n")
    assert "data/addresses.txt, line 1: the file is not saved as UTF-8" in refused(area)


def built(folder: Path, **pages: str) -> Site:
    for name, main in pages.items():
        file = folder / (name if name != "home" else "") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<main id='main'>{main}</main>", encoding="utf-8")
    return Site(folder)


NOTE = '<li id="part"><a data-moved="/old/#part" href="../{to}">There</a></li>'
STILL = "is still there. Take this entry out, or take the place away from its page"
NOT_THERE = "(the entry from: /old/#part). Write an address of this site that is"


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"new": '<h2 id="place">', "old": NOTE.format(to="new/#place")}, []),
        ({"old": NOTE.format(to="gone/")}, [MEND, f"  to: /gone/ is not there {NOT_THERE}"]),
        ({"old": NOTE.format(to="new/#a")}, [MEND, f"  to: /new/#a is not there {NOT_THERE}"]),
        ({"old": NOTE.format(to="a.txt")}, [MEND, f"  to: /a.txt is not there {NOT_THERE}"]),
        (
            {"old": '<h2 id="part"></h2>' + NOTE.format(to="new/")},
            [MEND, f"  from: /old/#part {STILL}"],
        ),
        (
            {"home": '<a href="old/#part">Old</a>', "old": NOTE.format(to="new/")},
            [OLD_LINKS, "  / links to /old/#part"],
        ),
        (
            {"home": '<a href="gone/">a</a><a title="a > b" href="new/#a">b</a><img src="a.svg">'},
            [DEAD_LINKS, "  / links to /a.svg", "  / links to /gone/", "  / links to /new/#a"],
        ),
        ({"home": '<a href="https://a.example/">a</a><a href="mailto:a@b.example">b</a>'}, []),
    ],
)
def test_links_and_redirects_that_lead_nowhere_are_told(
    tmp_path: Path, pages: dict[str, str], said: list[str]
) -> None:
    assert check_links(built(tmp_path, **({"home": "", "new": ""} | pages))) == said


def test_files_that_are_gone_can_only_be_put_back() -> None:
    said = report(["/formats/charter.txt", "/old/", "/old/#part", "/other/#place"])
    assert said[-1] == "  /formats/charter.txt" and "Put each back" in said[-2]
    assert [line.split("\n")[0] for line in said[1:-2]] == [
        "- from: /old/",
        "- from: /other/#place",
    ]
