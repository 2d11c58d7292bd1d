"""What the whole run tells at its end: how each page reads, and how other tools build the site."""

from typing import Any

from tests.recorded import told
from tests.words.table import HEADINGS, row

pytest_plugins = ["tests.fixtures", "tests.tiers", "tests.a11y_summary"]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    figures = sorted(map(tuple, told(terminalreporter, "reading")))
    if figures:
        terminalreporter.section("Reading")
        terminalreporter.write_line(HEADINGS)
        for one_page in figures:
            terminalreporter.write_line(row(*one_page))
    for table in told(terminalreporter, "parity"):
        terminalreporter.section("Other tools that can build the site")
        terminalreporter.write_line(table)
