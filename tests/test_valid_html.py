"""The markup as it was written, not as browsers mend it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.exemptions import Finding, unexplained, used
from tests.site import site

ENGINES = Path(__file__).parent / "engines"
NODE = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}") or "node"


def judge(files: list[Path], report: Path) -> list[Finding]:
    """What html-validate finds in files, by its recommended rules. It fails where it could look at nothing."""
    tool = ENGINES / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    command = [NODE, str(tool), "--config", str(ENGINES / "htmlvalidate.json"), "--formatter", f"json={report}", *map(str, files)]
    done = subprocess.run(command, cwd=ENGINES, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [
        Finding(result["filePath"], f"line {message['line']}", message["ruleId"], message["selector"] or "", message["message"])
        for result in json.loads(report.read_text(encoding="utf-8"))
        for message in result["messages"]
    ]


def test_every_page_is_valid_html(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    found = judge([page.file for page in site().pages], tmp_path / "report.json")
    record_property("exemptions_used", used(found))
    assert [str(finding) for finding in unexplained(found)] == []


def test_the_validator_would_find_broken_markup(tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(
        "<!DOCTYPE html><html lang='en'><head><title>x</title></head><body><p>one<div></p></div></body></html>", encoding="utf-8"
    )
    assert judge([broken], tmp_path / "report.json")
