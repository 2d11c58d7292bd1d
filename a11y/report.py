"""What a whole run looked at and found, written down for the accessibility page, which shows the
last such run that was committed.
"""

import datetime
import json
import os
import subprocess
from collections.abc import Collection
from pathlib import Path

from a11y.browser.states import STATES
from a11y.exemptions import exemptions
from charter.model import Evidence
from charter.model.a11y_report import Engine, Exempted
from tests.project import PARTS, ROOT

FILE = ROOT / "data" / "evidence.json"
REMEDY = "Commit your work, run make test, then commit data/evidence.json"
# Evidence that says the same is written again only when it is this old: or every run would change a
# file.
MONTH = datetime.timedelta(days=30)


def gathered(
    looks: Collection[tuple[str, str]],
    engines: Collection[Engine],
    today: datetime.date,
    commit: str,
) -> Evidence:
    """The evidence of a run without findings. A look is a page's path and a state's name."""
    return Evidence(
        date=today.isoformat(),
        commit=commit,
        pages=[f"/{path}" for path in dict.fromkeys(path for path, _ in looks)],
        states=[state.name for state in STATES if state.name in {name for _, name in looks}],
        engines=list(engines),
        looks=len(looks),
        findings=0,
        exemptions=exempted(),
    )


def exempted() -> list[Exempted]:
    """The table of exemptions, as the evidence tells it."""
    return [
        Exempted(rule=row.rule, target=row.target, reason=row.reason, until=row.until.isoformat())
        for row in exemptions()
    ]


def write(new: Evidence, file: Path = FILE) -> str:
    """Write evidence down, unless what is there says the same and is not old. What was done, as a
    sentence.
    """
    if not worth_writing(new, file):
        return "data/evidence.json says the same already."
    file.write_text(
        json.dumps(new.model_dump(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return "data/evidence.json is new: commit it."


def worth_writing(new: Evidence, file: Path) -> bool:
    """Whether evidence says something that the file does not."""
    if not file.exists():
        return True
    old = json.loads(file.read_text(encoding="utf-8"))
    late = datetime.date.fromisoformat(old["date"]) + MONTH < datetime.date.fromisoformat(new.date)
    same = {**old, "date": new.date, "commit": new.commit} == new.model_dump()
    return late or not same


def commit() -> str:
    """The commit that this checkout is, or nothing where it holds something else, or where nobody
    can tell.
    """
    if os.environ.get("CI"):
        return ""
    try:
        changed = _git("status", "--porcelain", "--", *PARTS, ":!data/evidence.json")
        return "" if changed else _git("rev-parse", "--short", "HEAD")
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(*command: str) -> str:
    return subprocess.run(
        ["git", *command], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
