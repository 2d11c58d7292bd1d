"""What a run tells of accessibility at its end: how much was looked at, with what, which planted
faults were caught. A whole run without a failure writes data/a11y-report.json.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from a11y import exemptions, report
from a11y.browser.states import STATES
from tests.findings import SETTINGS
from tests.project import ROOT
from tests.recorded import told

REPORT = ROOT / "data" / "a11y-report.json"


def _whole(config: pytest.Config) -> bool:
    """Whether nobody asked for some of the tests only, and all of them were run."""
    some = ("keyword", "deselect", "lf", "collectonly", "stepwise", "maxfail")
    tiers = config.getoption("markexpr", "") in ("", "not weekly", "weekly or look", "look")
    everything = config.args_source is pytest.Config.ArgsSource.TESTPATHS and tiers
    return everything and not any(config.getoption(name, None) for name in some)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    looks = list(told(terminalreporter, "looked_at"))
    if looks:
        terminalreporter.section("Accessibility")
        for line in _lines(terminalreporter, looks):
            terminalreporter.write_line(line)
    rows = sorted(map(tuple, told(terminalreporter, "planted")))
    if rows:
        terminalreporter.section("Planted faults")
        for check, fault, criteria, caught in rows:
            said = "caught" if caught else "NOT CAUGHT"
            terminalreporter.write_line(f"{fault:60} {check:24} {criteria:18} {said}")
        terminalreporter.write_line(
            f"{sum(caught for *_, caught in rows)} of {len(rows)} planted faults caught, each by"
            " its own check."
        )


def _lines(reporter: Any, looks: list[Any]) -> Iterable[str]:
    pages, states = {page for page, _ in looks}, {state for _, state in looks}
    names = ", ".join(state.name for state in STATES if state.name in states)
    yield f"{len(pages)} pages in {len(states)} states ({names}): {len(looks)} looks."
    engines = [
        f"{engine['name']} {engine['version']} ({engine['rules']} rules)"
        for engine in _engines(reporter)
    ]
    yield f"Engines: {', '.join(engines) or 'none was asked for its version in this run'}."
    asked: Counter[str] = sum((Counter(advice) for advice in told(reporter, "advice")), Counter())
    yield (
        f"Questions that IBM's engine leaves to a human: {asked.total()}, of {len(asked)} kinds,"
        " each with our answer in a11y/settings.yml."
    )


def _engines(reporter: Any) -> list[report.Engine]:
    return next(iter(told(reporter, "engines")), [])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    looks = sorted({tuple(look) for look in told(reporter, "looked_at")})
    if not looks or not _whole(session.config) or session.testsfailed:
        return
    # Only who has looked at every page in every state can say that nothing needs an exemption.
    every = len(looks) == len({page for page, _ in looks}) * len(STATES)
    if every and (idle := _idle(reporter)):
        reporter.write_line(
            f"These exemptions and answers match nothing. Take them out: {idle}", red=True
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    elif engines := _engines(reporter):  # a run of looks alone asks none for its version
        commit = report.commit(ROOT)
        made = report.report(looks, engines, 0, SETTINGS.exemptions, commit)
        report.write(made, REPORT)
        reporter.write_line(f"{REPORT.relative_to(ROOT)} says what was looked at.")


def _idle(reporter: Any) -> list[Any]:
    """An exemption or an answer that a full run did not need is itself a fault."""
    needed = {place for places in told(reporter, "exemptions_used") for place in places}
    asked = {rule for advice in told(reporter, "advice") for rule in advice}
    rows = exemptions.idle(SETTINGS.exemptions, needed)
    return rows + [rule for rule in SETTINGS.answers if f"ibm {rule}" not in asked]
