"""What html-validate finds in the markup as it was written, not as browsers mend it."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from a11y.checks import SiteCheck
from a11y.engines import HOME, NODE, PACKAGES
from a11y.exemptions import Finding
from a11y.site import Site

OFF = "require-sri:off"  # only for what comes from another host


def look(site: Site) -> list[Finding]:
    """All pages of a site, by html-validate's rules for it."""
    names = {str(page.file): page.name for page in site.pages}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        validate(site.settings.markup_rules, "--formatter", f"json={report}", *names)
        results: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))
    return [
        Finding(
            names[result["filePath"]],
            f"line {message['line']}",
            message["ruleId"],
            message["selector"] or "",
            message["message"],
        )
        for result in results
        for message in result["messages"]
    ]


def validate(preset: str, *arguments: str) -> str:
    """What html-validate prints. It fails where it could look at nothing."""
    tool = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
    judged_by = ["--preset", preset, "--rule", OFF]
    command = [NODE, str(tool), *judged_by, *arguments]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def rules(preset: str, file: Path) -> list[str]:
    """The rules that html-validate judges a file by."""
    config: dict[str, Any] = json.loads(validate(preset, "--print-config", str(file)))
    return [rule for rule, level in config["rules"].items() if level != "off" and level[0] != "off"]


CHECKS = [SiteCheck("markup", ("1.3.1", "3.1.1", "4.1.2"), look)]
