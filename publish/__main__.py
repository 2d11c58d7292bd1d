"""`python -m publish`: build the pages beside the site, finish them step by step, and only then
move the result into place.

Whatever goes wrong before the last step, the site that was there stays as it was.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from charter.api.export import export
from charter.clock import today
from charter.model import Charter
from charter.site.site_facts import PDF_PAGES
from publish.build import BuildError, build_pages
from publish.files import plain_text, progress_csv, search_index, social_cards
from publish.gates import addresses, csp, links, weight
from publish.inline_css import inline
from publish.offline import service_worker, zip
from publish.pdf import make
from publish.site import Site
from publish.swap import bring_back, put_in_place
from publish.tidy import remove_unused


@dataclass
class Job:
    """What the steps work on, and what they leave for the report."""

    project: Path
    site: Site
    charter: Charter
    pdf: bool
    weights: list[weight.Weight] = field(default_factory=list)
    kept: service_worker.Kept | None = None
    removed: int = 0


# A step changes the site, a gate looks at it. Problems that one returns stop the build.
Step = Callable[[Job], list[str] | None]


def check_ids(job: Job) -> list[str]:
    """Ids that stand twice on one page."""
    return addresses.check_unique(job.site)


def write_open_data(job: Job) -> None:
    """Everything below api/: what comes from the data, and answers as the pages show them."""
    export(job.charter, job.site.url, today(), job.site.folder)
    progress_csv.write(job.site)


def write_plain_text(job: Job) -> None:
    """The charter as a text file."""
    plain_text.write(job.site)


def draw_social_cards(job: Job) -> None:
    """The pictures that other sites show with a link."""
    social_cards.draw(job.site, job.charter)


def write_search_index(job: Job) -> list[str]:
    """What the search page looks into."""
    return search_index.write(job.site)


def make_pdf_files(job: Job) -> list[str]:
    """The pages for paper. They need the styles as files, and all of them."""
    return make.make(job.site) if job.pdf else []


def write_pages(job: Job) -> list[str]:
    """Each page with its own style and policy."""
    if missing := inline(job.site):
        return missing
    service_worker.make_links_absolute(job.site)
    blocked = csp.protect(job.site)
    job.site.write()
    return blocked


def check_weight(job: Job) -> list[str]:
    """How many bytes a reader waits for."""
    job.weights = weight.weigh(job.site)
    return weight.check(job.weights)


def write_offline_copies(job: Job) -> list[str]:
    """The packed file and the service worker. Nothing may change a page after this."""
    zip.pack(job.site, job.site.folder / zip.PACKED)
    try:
        job.kept = service_worker.write_worker(job.site)
    except service_worker.NotThereError as problem:
        return [str(problem)]
    return []


def check_links(job: Job) -> list[str]:
    """Dead links, and redirects that do not hold."""
    return links.check(job.site)


def check_addresses(job: Job) -> list[str]:
    """No promised address is lost."""
    return addresses.check(job.site, job.project / addresses.PROMISED, job.pdf)


def remove_unused_files(job: Job) -> None:
    """The theme's files that no page uses."""
    job.removed = remove_unused(job.site)


STEPS: list[Step] = [
    check_ids,
    write_open_data,
    write_plain_text,
    draw_social_cards,
    write_search_index,
    make_pdf_files,
    write_pages,
    check_weight,
    write_offline_copies,
    check_links,
    check_addresses,
    remove_unused_files,
]


def main(args: list[str] | None = None) -> int:
    """Build the site; the exit status is 0 where it is in place."""
    given = _parser().parse_args(args)
    project = given.project.resolve()
    site = (given.to or project / "site").resolve()
    beside = site.with_name(f"{site.name}.new")
    # What a killed run may have left.
    bring_back(site)
    shutil.rmtree(beside, ignore_errors=True)
    try:
        problems, job = _finish(project, beside, pdf=not given.without_pdf and make.ready())
        if job is None:
            print("\n".join(problems), file=sys.stderr)
            return 1
        put_in_place(beside, site)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    _report(job, site)
    return 0


def _finish(project: Path, beside: Path, pdf: bool) -> tuple[list[str], Job | None]:
    """Build the pages and take every step; the problems of the first one that has any."""
    try:
        charter = build_pages(project, beside, pdf)
    except BuildError as wrong:
        return [str(wrong)], None
    job = Job(project, Site(beside), charter, pdf)
    for step in STEPS:
        if problems := step(job):
            return problems, None
    return [], job


def _report(job: Job, site: Path) -> None:
    print(weight.table(job.weights))
    print(
        f"The site is in {site}: {len(job.site.pages)} pages."
        f" {job.removed} files that no page uses were left out."
    )
    if job.kept:
        print(
            f"{len(job.kept.files)} files open without a network, for those who ask for it:"
            f" {job.kept.packed / 1000:.0f} KB to fetch in all."
        )
    print(search_index.report(site))
    print(f"{len(PDF_PAGES)} PDF files were made." if job.pdf else make.MISSING)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m publish", description="Build the whole site.")
    parser.add_argument(
        "--project", type=Path, default=Path(), help="the project's folder (this one, if left out)"
    )
    parser.add_argument(
        "--to", type=Path, help="where the site goes (site/ in the project, if left out)"
    )
    parser.add_argument(
        "--without-pdf",
        action="store_true",
        help="make no PDF files, and don't look whether sheets hold their words",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
