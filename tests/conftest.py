"""What the whole run tells at its end: how much was looked at, with what, and how each page reads."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from a11y import report as evidence
from a11y.browser.states import STATES
from a11y.checks.ibm import ANSWERED
from a11y.exemptions import exemptions
from a11y.looks import remember
from charter.model.a11y_report import Engine
from tests.words.table import HEADINGS, row

pytest_plugins = ["tests.fixtures", "tests.tiers"]


def _told(reporter: Any, name: str) -> Iterable[Any]:
    """Everything that passed and failed tests recorded under a name (it survives the way from
    worker to report).
    """
    for report in reporter.getreports("passed") + reporter.getreports("failed"):
        yield from (value for key, value in report.user_properties if key == name)


def _whole(config: pytest.Config) -> bool:
    """Whether nobody asked for some of the tests only, and all of them were run."""
    some = ("keyword", "markexpr", "deselect", "lf", "collectonly", "stepwise", "maxfail")
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(
        config.getoption(name, None) for name in some
    )


def pytest_terminal_summary(terminalreporter: Any) -> None:
    looks = list(_told(terminalreporter, "looked_at"))
    if looks:
        terminalreporter.section("Accessibility")
        for line in _accessibility(terminalreporter, looks):
            terminalreporter.write_line(line)
    figures = sorted(map(tuple, _told(terminalreporter, "reading")))
    if figures:
        terminalreporter.section("Reading")
        terminalreporter.write_line(HEADINGS)
        for one_page in figures:
            terminalreporter.write_line(row(*one_page))
    _planted(terminalreporter)
    for table in _told(terminalreporter, "parity"):
        terminalreporter.section("Other tools that can build the site")
        terminalreporter.write_line(table)


def _planted(reporter: Any) -> None:
    """Which check caught which fault that was planted for it, and the criteria that the fault
    breaks.
    """
    rows = sorted(map(tuple, _told(reporter, "planted")))
    if rows:
        reporter.section("Planted faults")
        for check, fault, criteria, caught in rows:
            reporter.write_line(
                f"{fault:60} {check:24} {criteria:18} {'caught' if caught else 'NOT CAUGHT'}"
            )
        reporter.write_line(
            f"{sum(caught for *_, caught in rows)} of {len(rows)} planted faults caught, each by"
            " its own check."
        )


def _accessibility(reporter: Any, looks: list[Any]) -> Iterable[str]:
    pages, states = {page for page, *_ in looks}, {state for _, state, _ in looks}
    before = sum(from_before for *_, from_before in looks)
    names = ", ".join(state.name for state in STATES if state.name in states)
    yield f"{len(pages)} pages in {len(states)} states ({names}): {len(looks)} looks."
    yield (
        f"{before} of them were found clean in an earlier run, and nothing has changed since."
        if before
        else "All were looked at now."
    )
    engines = [
        f"{engine.name} {engine.version} ({engine.rules} rules)" for engine in _engines(reporter)
    ]
    yield f"Engines: {', '.join(engines) or 'none was asked for its version in this run'}."
    asked: Counter[str] = sum((Counter(advice) for advice in _told(reporter, "advice")), Counter())
    yield (
        f"Questions that IBM's engine leaves to a human: {asked.total()}, of {len(asked)} kinds,"
        " each with our answer in checks/ibm.py."
    )


def _engines(reporter: Any) -> list[Engine]:
    return [Engine.model_validate(given) for given in _told(reporter, "engine")]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    whole = _whole(session.config)
    remember(session.config, map(tuple, _told(reporter, "clean_look")), whole)
    if whole and session.testsfailed == 0 and (idle := _idle(reporter)):
        reporter.write_line(
            f"These exemptions and answers match nothing. Take them out: {idle}", red=True
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    elif whole and _fails_for_nothing_but_old_evidence(reporter):
        _write_evidence(reporter)


def _idle(reporter: Any) -> list[Any]:
    """An exemption or an answer that a full run did not need is itself a fault."""
    needed = {place for places in _told(reporter, "exemptions_used") for place in places}
    asked = {rule for advice in _told(reporter, "advice") for rule in advice}
    return [row for place, row in enumerate(exemptions()) if place not in needed] + [
        rule for rule in ANSWERED if f"ibm {rule}" not in asked
    ]


def _fails_for_nothing_but_old_evidence(reporter: Any) -> bool:
    failed = reporter.getreports("failed") + reporter.getreports("error")
    return bool(list(_told(reporter, "looked_at"))) and all(
        "test_evidence.py" in report.nodeid for report in failed
    )


def _write_evidence(reporter: Any) -> None:
    commit = evidence.commit()
    if commit:
        looks = {(page, state) for page, state, _ in _told(reporter, "looked_at")}
        reporter.write_line(
            evidence.write(
                evidence.gathered(sorted(looks), _engines(reporter), datetime.date.today(), commit)
            )
        )
    else:
        reporter.write_line(
            "No evidence was written: it is written where all is committed, and not in CI."
        )
