"""The report of a whole run: what was looked at, when, in which states, by which engines, and what
was let pass. The accessibility page of a site can be drawn from it.
"""

import datetime
import json
import os
import subprocess
from collections.abc import Collection
from pathlib import Path
from typing import Any

from a11y.browser.driver import shown
from a11y.browser.states import STATES
from a11y.checks import axe, ibm, markup
from a11y.engines import version
from a11y.exemptions import Exemption
from a11y.site import Site

Engine = dict[str, str | int]
# Every report has these, and more.
FIELDS = {"date", "commit", "pages", "states", "engines", "looks", "findings"}


def engines(site: Site) -> list[Engine]:
    """The programs that judge a site: name, version, and by how many rules."""
    page = site.pages[0]
    with shown(page, where=site) as browser:
        rules = {
            ("axe-core", "axe-core"): axe.rules(browser),
            ("IBM Equal Access", ibm.PACKAGE): ibm.rules(browser),
            ("html-validate", "html-validate"): markup.rules(site.settings.markup_rules, page.file),
        }
    return [
        {"name": name, "version": version(package), "rules": len(found)}
        for (name, package), found in rules.items()
    ]


def report(
    looks: Collection[tuple[str, str]],
    engines: Collection[Engine],
    findings: int,
    exemptions: Collection[Exemption],
    commit: str,
) -> dict[str, Any]:
    """A run in figures. A look is a page's path and a state's name."""
    states = {name for _, name in looks}
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "commit": commit,
        "pages": [f"/{path}" for path in dict.fromkeys(path for path, _ in looks)],
        "states": [state.name for state in STATES if state.name in states],
        "engines": list(engines),
        "looks": len(looks),
        "findings": findings,
        "exemptions": exempted(exemptions),
    }


def exempted(table: Collection[Exemption]) -> list[dict[str, str]]:
    """The table of exemptions, as the report has it."""
    return [
        {
            "rule": row.rule,
            "target": row.target,
            "reason": row.reason,
            "until": row.until.isoformat(),
        }
        for row in table
    ]


def write(made: dict[str, Any], file: Path) -> None:
    """Write a report as JSON, in one step.

    Raises:
        FileExistsError: something else stands there.
    """
    refuse_others(file)
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    beside.write_text(_text(made), "utf-8", newline="\n")
    beside.replace(file)


def refuse_others(file: Path) -> None:
    """Look whether nothing stands in the place of a report, or an earlier one as it was written.

    Raises:
        FileExistsError: something else stands there.
    """
    try:
        text = "" if file.is_symlink() else file.read_text("utf-8")
        ours = json.loads(text).keys() >= FIELDS and _text(json.loads(text)) == text
    except FileNotFoundError:
        return
    except (OSError, ValueError, AttributeError):
        ours = False
    if not ours:
        raise FileExistsError(f"{file} is no report of an earlier run, so it stays as it is.")


def _text(made: dict[str, Any]) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def commit(project: Path) -> str:
    """The commit that a project is at, or zeros where nobody can tell."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    try:
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "0000000"
    return done.stdout.strip()
