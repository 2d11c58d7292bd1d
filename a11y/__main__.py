"""Command line: check any folder of static HTML, and print what was found."""

import argparse
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path

from a11y import report
from a11y.browser.driver import end_chrome
from a11y.browser.states import STATES, State, states_of
from a11y.criteria import table
from a11y.exemptions import Finding, run_out
from a11y.run import Run, look_at_all
from a11y.settings import ANY_SITE, SettingsError, find_settings, read_settings
from a11y.site import Page, Site, serve

ABOUT = """Looks at every page of a folder of static HTML in a real browser, in many states: narrow,
dark, zoomed, printed, without script and more. Ends with 0 when nothing was found, 1 when something
was, and 2 when it could not look."""


def parser() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    names = ", ".join(state.name for state in STATES)
    whole = argparse.ArgumentParser("python -m a11y", description=ABOUT)
    whole.add_argument("folder", help="the site, or 'criteria' to see which check judges what")
    whole.add_argument("--states", default="", help=f"only these, with commas between: {names}")
    whole.add_argument("--pages", default="", help="only pages whose address begins with this")
    whole.add_argument(
        "--settings",
        type=Path,
        help="a file of settings. Without it: a11y/settings.yml of the project that the folder is"
        " in; without that, what goes for any site",
    )
    whole.add_argument("--any-site", action="store_true", help="use no file of settings")
    whole.add_argument("--report", type=Path, help="write what was looked at into this file")
    whole.add_argument("--weekly", action="store_true", help="also by checks that take long")
    return whole


def main() -> int:
    """Run the command, and say how it ended."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # consoles that know few letters, as on Windows
            stream.reconfigure(errors="backslashreplace")
    given = parser().parse_args()
    if given.folder == "criteria":
        print(table())
        return 0
    try:
        return _check(given)
    except (SettingsError, LookupError, OSError) as said:
        print(said, file=sys.stderr)
    except Exception:
        traceback.print_exc()
    finally:
        end_chrome()
    return 2


def _check(given: argparse.Namespace) -> int:
    if given.report:
        report.refuse_others(given.report)
    site = _site(given)
    states = _states(given.states, site)
    pages = _pages(given.pages, site)
    run = look_at_all(site, pages, states, given.weekly, _say)
    findings = _grouped(run.counting)
    if not given.states and not given.pages:
        findings += [f"no finding needs this any more: {one}" for one in run.idle_exemptions]
    findings += run_out(site.settings.exemptions)
    print("\n\n".join(findings))
    _sum_up(run, len(findings))
    if given.report:
        made = report.report(
            run.looks,
            report.engines(site),
            len(findings),
            site.settings.exemptions,
            report.commit(Path.cwd()),
        )
        report.write(made, given.report)
    return 1 if findings else 0


def _say(page: Page) -> None:
    print(page.name, file=sys.stderr, flush=True)


def _grouped(findings: list[Finding]) -> list[str]:
    """One text for what is the same on many pages and in many states."""
    where: dict[tuple[str, str, str], dict[str, None]] = {}
    for one in findings:
        shown = f"{one.page} ({one.state})"
        where.setdefault((one.rule, one.said, one.target), {})[shown] = None
    return [
        f"{rule}: {said}\n  at {target}\n  on {', '.join(pages)}"
        for (rule, said, target), pages in sorted(where.items())
    ]


def _site(given: argparse.Namespace) -> Site:
    folder = Path(given.folder).resolve()
    settings = read_settings(given.settings) if given.settings else find_settings(folder)
    site = serve(folder, settings=ANY_SITE if given.any_site else settings)
    if not site.pages:
        raise LookupError(f"There is no page to check in {folder}")
    return site


def _pages(begin: str, site: Site) -> list[Page]:
    if found := [page for page in site.pages if page.path.startswith(begin)]:
        return found
    raise LookupError(f"No page's address begins with {begin}")


def _states(names: str, site: Site) -> list[State]:
    has = {state.name: state for state in states_of(site.settings)}
    wanted = [name.strip() for name in names.split(",")] if names else list(has)
    if strange := [name for name in wanted if name not in has]:
        raise LookupError(f"This site has no state called {', '.join(strange)}: {', '.join(has)}")
    return [has[name] for name in wanted]


def _sum_up(run: Run, left: int) -> None:
    pages, states = {path for path, _ in run.looks}, {state for _, state in run.looks}
    advice = sum(finding.advice for finding in run.findings)
    print(
        f"{len(pages)} pages in {len(states)} states, {len(run.looks)} looks: {left} findings."
        f" {advice} questions to a human were not counted."
    )


if __name__ == "__main__":
    sys.exit(main())
