"""Not tied to one tool: the site is the same, whichever of three builds it, but for what a table
explains.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests import project
from tests.parity import table
from tests.parity.builders import BUILDERS, OTHERS, OURS, build, prepare, run
from tests.parity.compare import WHOLE_SITE, Difference, Seen, differences, seen
from tests.sample import edit

pytestmark = [pytest.mark.xdist_group("parity"), pytest.mark.weekly, pytest.mark.build]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copied = project.copy(tmp_path_factory.mktemp("checkout"))
    prepare(copied)
    return copied


@pytest.fixture(scope="module")
def sites(checkout: Path) -> dict[str, Seen]:
    """What each tool makes of the same checkout."""
    return {
        name: seen(build(name, checkout), [checkout / "docs", checkout / "theme"])
        for name in BUILDERS
    }


@pytest.fixture(scope="module")
def found(sites: dict[str, Seen]) -> dict[str, list[Difference]]:
    return {name: differences(sites[OURS], sites[name]) for name in OTHERS}


def test_what_is_compared_is_the_whole_site(sites: dict[str, Seen]) -> None:
    pages = [page for page in sites[OURS] if page != WHOLE_SITE]
    stubs = {f"charter/{pledge.id}/" for pledge in project.charter().pledges}
    assert stubs and stubs < set(pages) and {"", "404.html"} < set(pages)
    for page in pages:
        assert all(sites[OURS][page].values()), page
    assert all(sites[OURS][WHOLE_SITE].values())


def test_every_difference_is_explained_and_every_explanation_is_still_needed(
    sites: dict[str, Seen],
    found: dict[str, list[Difference]],
    record_property: Callable[[str, object], None],
) -> None:
    known = table.rows()
    record_property("parity", table.printed(OURS, sites, found, known))
    assert all(row.builder in OTHERS and row.reason and row.evidence for row in known)
    for builder in OTHERS:
        assert table.unexplained(builder, found[builder], known) == []
        assert table.gone(builder, found[builder], known) == []


@pytest.mark.parametrize(
    ("file", "was", "now", "part"),
    [
        ("about/index.html", "<title>About", "<title>Of", "title"),
        (
            "about/index.html",
            'name="description" content="',
            'name="description" content="Or ',
            "description",
        ),
        ("about/index.html", 'id="', 'id="other-', "ids"),
        ("about/index.html", "</main>", "more</main>", "text of the main part"),
        ("about/index.html", "</footer>", "more</footer>", "text of the frame"),
        ("about/index.html", 'class="alone" href="', 'class="alone" href="x/', "links"),
        (
            "about/index.html",
            '<main id="main" tabindex="-1"',
            '<main id="main" tabindex="0"',
            "elements",
        ),
        ("sitemap.xml", "/about/</loc>", "/of/</loc>", "addresses in sitemap.xml"),
        ("assets/scripts/copy-link.js", "//", "// …", "files"),
    ],
)
def test_a_planted_difference_is_seen(
    file: str, was: str, now: str, part: str, checkout: Path, sites: dict[str, Seen], tmp_path: Path
) -> None:
    spoiled = tmp_path / "site"
    shutil.copytree(checkout / f"{OURS}-site", spoiled)
    edit(spoiled, file, was, now)
    told = differences(sites[OURS], seen(spoiled, [checkout / "docs", checkout / "theme"]))
    assert part in [difference.part for difference in told]
    assert table.unexplained(OTHERS[0], told, table.rows()) == told


def test_a_page_that_is_missing_is_seen(
    checkout: Path, sites: dict[str, Seen], tmp_path: Path
) -> None:
    spoiled = tmp_path / "site"
    shutil.copytree(checkout / f"{OURS}-site", spoiled, ignore=shutil.ignore_patterns("about"))
    told = differences(sites[OURS], seen(spoiled, [checkout / "docs", checkout / "theme"]))
    assert [(difference.part, "about/" in difference.ours) for difference in told] == [
        ("addresses", True)
    ]


def test_a_row_of_the_table_covers_only_what_it_says() -> None:
    said = Difference("about/", "title", ("About",), ("Of",))
    row = table.Row(OTHERS[0], said, "A reason.", "A way to see it.")
    other = replace(said, theirs=("From",))
    assert table.unexplained(OTHERS[0], [said, other], [row]) == [other]
    assert table.unexplained(OTHERS[1], [said], [row]) == [said]
    assert table.gone(OTHERS[0], [other], [row]) == [row]
    assert table.gone(OTHERS[0], [said], [row]) == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_each_tool_stops_at_a_mistake_and_says_where_it_is(builder: str, tmp_path: Path) -> None:
    spoiled = project.copy(tmp_path / "project")
    prepare(spoiled)
    edit(spoiled / "data", "card.yml", "heading:", "haeding:")
    ended = run(builder, spoiled)
    assert ended.status != 0
    assert (
        "data/card.yml, line " in ended.said
        and 'haeding: there is no such field here. Did you mean "heading"?' in ended.said
    )
