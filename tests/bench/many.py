"""Does the site stay quick and light as it grows? Builds it with a hundred, a thousand and two thousand made-up stories.

Two pages list every story, so they grow, and weigh more than a page may. The build is told to let pages be as heavy as they are,
and the bench says which pages are too heavy.
"""

import statistics
import sys
from itertools import cycle, islice
from pathlib import Path

import yaml

from publish.gates import weight
from tests.bench.stopwatch import Took, timed
from tests.project import charter, copy
from tests.sample import DATA

COUNTS = [100, 1_000, 2_000]
AIM = 1.2
# The pages that list every story.
LISTS = {"/case-studies/", "/search/"}
# Publishing as it is, but for the limits of weight.
LIMITLESS = "import sys; from publish import __main__, weight; weight.PAGE = weight.AREA = 10**9; sys.exit(__main__.main())"


def grow(folder: Path) -> bool:
    """Print seconds and bytes for each page at each size. True where neither grows more than it should."""
    built, each = {}, {}
    for count in COUNTS:
        took, weights = built[count] = _built(count, folder / str(count))
        each[count] = took.processor / len(weights)
        story = statistics.median(
            page.shows
            for page in weights.values()
            if page.page.startswith("/case-studies/made-up-")
        )
        told = f"{took}, {each[count] * 1000:.1f} ms of the processor for each page"
        print(
            f"{count:>5} stories, {len(weights):>5} pages: {told}. A made-up story has {story:,.0f} bytes to show.",
            flush=True,
        )
    return _says_time(each) & _says_bytes(*(built[count][1] for count in (COUNTS[0], COUNTS[-1])))


def _says_time(each: dict[int, float]) -> bool:
    ratio = each[COUNTS[-1]] / each[COUNTS[0]]
    print(f"A page takes {ratio:.2f} times as long at {COUNTS[-1]:,} stories as at {COUNTS[0]:,}.")
    return ratio <= AIM


def _says_bytes(few: dict[str, weight.Weight], many: dict[str, weight.Weight]) -> bool:
    """Names each page that grows. Only those that list all stories may."""
    grown = {
        page: (few[page].shows, many[page].shows)
        for page in few
        if many[page].shows > few[page].shows * 1.02
    }
    for page, (before, after) in grown.items():
        over = f", over the limit of {many[page].most:,}" if after > many[page].most else ""
        print(
            f"{page} grows from {before:,} to {after:,} bytes{over}: "
            + ("it lists all stories." if page in LISTS else "it should not.")
        )
    print(f"{len(few) - len(grown)} of {len(few)} pages stay as they are, within 2 in 100.")
    return set(grown) <= LISTS


def _built(count: int, project: Path) -> tuple[Took, dict[str, weight.Weight]]:
    copy(project)
    _write_stories(count, project / "data/case-studies")
    timed([sys.executable, "-m", "charter", "sync"], project)
    took = timed([sys.executable, "-c", LIMITLESS, "--without-pdf"], project)
    return took, {page.page: page for page in weight.weigh(project / "site")}


def _write_stories(count: int, folder: Path) -> None:
    """Made-up stories beside the site's own, until there are `count`. Each shows three pledges in turn, a priority and a way of working.

    With a hundred, each pledge has as many as its page shows.
    """
    known = charter()
    made_up = yaml.safe_load((DATA / "case-studies/school-garden.yml").read_text(encoding="utf-8"))
    pledges = [pledge.id for pledge in known.pledges]
    kinds = zip(
        cycle(known.priorities), cycle(known.spectrum.terms), cycle(known.sources), strict=False
    )
    for number, (priority, term, source) in enumerate(
        islice(kinds, count - len(known.case_studies)), 1
    ):
        story = made_up | {
            "id": f"made-up-{number}",
            "title": f"{made_up['title']}, {number}",
            "where": "elsewhere",
            "pledges": [pledges[(3 * number + step) % len(pledges)] for step in range(3)],
            "priorities": [priority.id],
            "term": term.id,
            "sources": [source.id],
        }
        (folder / f"{story['id']}.yml").write_text(
            yaml.safe_dump(story, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
