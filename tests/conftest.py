"""What the whole run tells at its end: how each page reads, how other tools build the site, and how
paths end in old browsers.
"""

import os
from typing import Any

from tests.old_browsers import told_in_all
from tests.recorded import told
from tests.words.table import HEADINGS, row

# What is planted in tests is no problem of this project: GitHub is not to show it.
os.environ.pop("GITHUB_ACTIONS", None)

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
    if ended := list(told(terminalreporter, "old_browsers")):
        terminalreporter.section("Old and odd browsers")
        for line in told_in_all.lines(ended):
            terminalreporter.write_line(line)
