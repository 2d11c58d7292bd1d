"""What the whole run tells at its end: how much was looked at, and how each page reads."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.exemptions import exemptions
from tests.words.table import HEADINGS, row


def _told(reporter: Any, name: str) -> Iterable[Any]:
    """Everything that passed and failed tests recorded under a name (it survives the way from worker to report)."""
    for report in reporter.getreports("passed") + reporter.getreports("failed"):
        yield from (value for key, value in report.user_properties if key == name)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    looked_at = {tuple(pair) for pair in _told(terminalreporter, "looked_at")}
    if looked_at:
        pages, states = {page for page, _ in looked_at}, sorted({state for _, state in looked_at})
        terminalreporter.section("Accessibility")
        what = f"{len(pages)} pages in {len(states)} states ({', '.join(states)})"
        terminalreporter.write_line(f"axe looked at {what}: {len(looked_at)} looks.")
    figures = sorted(map(tuple, _told(terminalreporter, "reading")))
    if figures:
        terminalreporter.section("Reading")
        terminalreporter.write_line(HEADINGS)
        for one_page in figures:
            terminalreporter.write_line(row(*one_page))
    _listening(terminalreporter)


def _listening(reporter: Any) -> None:
    """How often the machine that listens is right: the label of each comment against what it heard."""
    rows = sorted(map(tuple, _told(reporter, "listening")))
    if rows:
        reporter.section("Listening, on comments that no word was chosen by")
        reporter.write_line(f"{'label':12} {'positive':>9} {'mixed':>9} {'negative':>9}")
        for label, *heard in rows:
            reporter.write_line(f"{label:12} " + " ".join(f"{count:9}" for count in heard))
        heard_in_order = ("positive", "mixed", "negative")
        right, total = sum(row[1 + heard_in_order.index(row[0])] for row in rows), sum(sum(row[1:]) for row in rows)
        reporter.write_line(f"The tone is right for {right} of {total}: {right / total:.0%}.")
    for labelled, found, right in _told(reporter, "listening_values"):
        reporter.write_line(
            f"Values: {right} of {found} found are right ({right / found:.0%}), of {labelled} labelled ({right / labelled:.0%})."
        )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """An exemption that a full run did not need is itself a fault."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    looks = list(_told(reporter, "exemptions_used"))
    needed = {place for places in looks for place in places}
    idle = [row for place, row in enumerate(exemptions()) if place not in needed]
    whole = session.config.args_source is pytest.Config.ArgsSource.TESTPATHS and not session.config.getoption("-k")
    if whole and looks and idle and session.testsfailed == 0:
        reporter.write_line(f"These exemptions match nothing. Take them out: {idle}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
