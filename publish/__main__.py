"""`python -m publish`: build the pages beside the site, finish them step by step, and only then
move the result into place.

Whatever goes wrong before the last step, the site that was there stays as it was.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from charter.annotations import annotate, problems_in
from charter.api.export import export
from charter.clock import today
from charter.command_line import run_command
from charter.model import Charter
from charter.problems import Problem, ProblemsFound
from charter.site import mkdocs_settings
from charter.site_facts import pdf_pages, settled
from charter.target import whole, why_not_to
from publish import pictures
from publish.build import BuildError, build_pages
from publish.files import card_images, plain_text, progress_csv, search_index, sizes, to_go
from publish.gates import addresses, csp, links, weight
from publish.inline_css import inline
from publish.inputs import changed, inputs
from publish.offline import service_worker, zip
from publish.pdf import make
from publish.site import Site
from publish.swap import put_in_place, workplace
from publish.tidy import mark_for_paper, minify_scripts, remove_unused


@dataclass
class Job:
    """What the steps work on, and what they leave for the report."""

    project: Path
    site: Site
    charter: Charter
    pdf: bool
    kept: service_worker.Kept | None = None
    removed: int = 0

    @cached_property
    def weights(self) -> list[weight.Weight]:
        """What each page weighs, once all are written."""
        return weight.weigh(self.site)


def remove_unused_files(job: Job) -> None:
    """Leave out the theme's files that no page uses."""
    job.removed = remove_unused(job.site)


def write_answers(job: Job) -> None:
    """Write the table of answers, where open data has it."""
    if job.charter.open_data and job.charter.did_we:
        progress_csv.write(job.site)


def write_worker(job: Job) -> list[str]:
    """Write the script for times without a network, if the site is kept for them."""
    if not job.charter.offline:
        return []
    try:
        job.kept = service_worker.write_worker(job.site)
    except service_worker.NotThereError as problem:
        return [str(problem)]
    return []


KEPT = "The site that was there stays as it was."

# What happens to the pages that MkDocs built, in this order. A step changes the site, a check looks
# at it; problems that one returns stop the build.
Step = Callable[[Job], list[str] | None]
STEPS: dict[str, Step] = {
    "check ids": lambda job: addresses.check_unique(job.site),
    "open data": lambda job: export(job.charter, job.site.url, today(), job.site.folder),
    "table of answers": write_answers,
    "plain text": lambda job: plain_text.write(job.site),
    "Word and EPUB": lambda job: to_go.write(job.site, job.charter.site),
    "sizes of files": lambda job: sizes.write(job.site),
    "social cards": lambda job: card_images.draw(job.site, job.charter),
    "search index": lambda job: search_index.write(job.site, job.charter.search.sayings),
    # PDF files need the styles as files, and all of them.
    "PDF files": lambda job: make.make(job.site) if job.pdf else [],
    "pictures in files": lambda job: pictures.write(job.site),
    "styles in each page": lambda job: inline(job.site),
    "minified scripts": lambda job: minify_scripts(job.site),
    "links of the page for others": lambda job: service_worker.make_links_absolute(job.site),
    "marks for paper": lambda job: mark_for_paper(job.site),
    "policy": lambda job: csp.protect(job.site),
    "pages": lambda job: job.site.write(),
    # Nothing may change a page after this.
    "check weight": lambda job: weight.check(job.weights),
    "packed file": lambda job: zip.pack(job.site, job.site.folder / zip.PACKED),
    "service worker": write_worker,
    "check links": lambda job: links.check(job.site, job.project),
    "check addresses": lambda job: addresses.check(job.site, job.project, job.pdf),
    "unused files": remove_unused_files,
}


def main(args: list[str] | None = None) -> int:
    """Build the site; the exit status is 0 where it is in place."""
    return run_command(lambda: _main(args))


def _main(args: list[str] | None) -> int:
    given = parser().parse_args(args)
    project = given.project.resolve()
    site = whole(given.to or project / "site", project)
    if said := why_not_to(site, project):
        raise ProblemsFound([Problem(str(site), 1, "", said)])
    today()
    with workplace(site) as new:
        before = inputs(project)
        problems, job = _finish(project, new, pdf=not given.without_pdf and make.ready())
        problems = problems or changed(project, before)
        if not problems and (said := put_in_place(new, site)):
            problems = [f"{site}: {said}."]
    if job is None or problems:
        print("\n".join([*problems, KEPT] if site.exists() else problems), file=sys.stderr)
        annotate(problems_in("\n".join(problems)))
        return 1
    _report(job, site)
    return 0


def _finish(project: Path, beside: Path, pdf: bool) -> tuple[list[str], Job | None]:
    """Build the pages and take every step; the problems of the first one that has any."""
    if wrong := mkdocs_settings.mistakes(project, to_build=True):
        return [str(ProblemsFound(wrong))], None
    try:
        charter = build_pages(project, beside, pdf)
    except BuildError as said:
        return [str(said)], None
    job = Job(project, Site(beside), charter, pdf)
    for step in STEPS.values():
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
    made = len(pdf_pages(job.site.pages))
    print(f"{made} PDF files were made." if job.pdf else make.MISSING)
    if not settled(job.site.url):
        print("No SITE_URL is set, so the sheets for paper say that the address is to come.")


def parser() -> argparse.ArgumentParser:
    """All that may be said on the command line."""
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
