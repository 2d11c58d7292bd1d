"""Tiers of tests. `build` and `browser` are set by the fixtures that a test asks for, and a test
that builds or browses without them fails: nobody can forget one.
"""

import os
import sys
from typing import Any

import pytest

MARKERS = {
    "build": "needs a built site",
    "browser": "needs a browser",
    "slow": "takes more than three seconds without either",
    "weekly": "runs once a week (make weekly)",
    "look": "may need an exemption; runs for each change, and all together once a week",
}
OF_FIXTURES = {"site": "build", "browser": "browser"}
_item: list[pytest.Item] = []


def pytest_configure(config: pytest.Config) -> None:
    """Announce the markers, and watch the programs that are started."""
    for name, meaning in MARKERS.items():
        config.addinivalue_line("markers", f"{name}: {meaning}")
    sys.addaudithook(_watch)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Any:
    """Mark each test by its fixtures, and keep those of an xdist_group in one process: xdist names
    the group in `_nodeid`, and pytest reads `_id` since 9.1.
    """
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in OF_FIXTURES:
                item.add_marker(OF_FIXTURES[fixture])
    done = yield
    for item in items:
        if grouped := getattr(item, "_nodeid", ""):
            item._id = type(item._id).parse(grouped)
            assert item.nodeid == grouped
    return done


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """In CI a skipped test is a failure, which says what was missing: there, everything can be
    had. (A mark on a test is what the area has no data for, and stays a skip.)
    """
    report = yield
    marked = any(item.iter_markers("skipif"))
    if report.skipped and os.environ.get("CI") and not marked and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be in CI: {report.longrepr[2]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Any:
    """The same for a whole module that is skipped before its tests are known."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be in CI: {report.longrepr[2]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Any:
    """Know which test runs."""
    _item[:] = [item]
    try:
        return (yield)
    finally:
        _item.clear()


def _watch(event: str, args: tuple[Any, ...]) -> None:
    """Refuse a program that the running test is not marked for."""
    if event == "subprocess.Popen" and _item:
        needed = _tier([os.fspath(part) for part in args[1]])
        if needed and not _item[0].get_closest_marker(needed):
            raise PermissionError(
                f"This test starts {args[1]}: it needs the marker {needed}, or its fixture"
            )


def _tier(command: list[Any]) -> str:
    words = [part.decode() if isinstance(part, bytes) else part for part in command]
    if any("driver" in word.rpartition("/")[2].lower() for word in words[:1]):
        return "browser"
    module = words[2] if words[1:2] == ["-m"] else ""
    return "build" if module in {"publish", "mkdocs"} else ""
