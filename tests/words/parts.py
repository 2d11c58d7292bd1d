"""`python -m tests.words.parts SITE`: words by part of a built site, and by page of the families'
part. A page says in docs/ what part it is in (`part:`); one of a record is in that of its kind.
"""

import sys
from collections import Counter
from pathlib import Path

from a11y.site import Page, Site
from charter.command_line import run_command
from charter.site import docs_pages
from tests.project import ROOT

FAMILY = "family"
MOST = 20_000  # words in the families' part
# Drawings, scripts, what only those see who come by an old address, and words in other languages
# on a page in English: the names of languages, and hints for lost addresses.
READ = (
    ".//text()[not(ancestor::svg or ancestor::script or ancestor::style or ancestor::template"
    " or ancestor::*[@class='moved']"
    " or (/html/@lang='en-GB' and ancestor::*[@lang][1][@lang!='en-GB']))]"
)


def words(page: Page) -> int:
    """How many words stand in the main part of a page."""
    return sum(len(text.split()) for text in page.main.xpath(READ))


def by_part(site: Site, docs: Path = ROOT / "docs") -> dict[str, Counter[str]]:
    """For each part: its pages, with how many words each has."""
    parts, found = docs_pages.parts(docs), dict[str, Counter[str]]()
    for page in site.pages:
        found.setdefault(parts.get(page.path, FAMILY), Counter())[page.name] = words(page)
    return found


def main() -> int:
    """Print the counts; the exit status is 1 where families get too many words."""
    found = by_part(Site(Path(sys.argv[1]), ""))
    for part, pages in sorted(found.items()):
        print(f"{part:10} {pages.total():7,} words on {len(pages)} pages")
    print(f"\nThe {FAMILY} part may have {MOST:,}:")
    for name, count in found[FAMILY].most_common():
        print(f"{count:7,} {name}")
    return int(found[FAMILY].total() > MOST)


if __name__ == "__main__":
    sys.exit(run_command(main))
