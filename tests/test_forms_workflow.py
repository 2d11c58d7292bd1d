"""The workflow that turns forms into pull requests: its own scripts, with a made-up `gh`. What a
stranger typed never comes beside a right to write, unless it is one file with a name that we know.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import ROOT
from tests.sample import sample
from tests.test_issue_forms import CASES, saved

pytestmark = pytest.mark.slow

WORKFLOW = ROOT / ".github/workflows/forms.yml"
JOBS: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
GH = """#!/bin/bash
echo "$@" >> "$RUNNER_TEMP/asked"
while [ $# -gt 0 ]; do [ "$1" = --body-file ] && cat "$2" >> "$RUNNER_TEMP/asked"; shift; done
[ -n "$PULLS" ] || exit 1
echo https://github.example/pull/1
"""


def git(folder: Path, *command: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", *command],
        cwd=folder, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The made-up area as git keeps it, cloned, with a place for what the jobs make."""
    area = tmp_path / "project.git"
    sample(area)
    shutil.copytree(ROOT / ".github", area / ".github")
    git(area, "init", "-q", "-b", "main")
    git(area, "add", "-A")
    git(area, "commit", "-q", "-m", "All")
    git(tmp_path, "clone", "-q", str(area), "clone")
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    return tmp_path / "clone"


def run(job: str, clone: Path, pulls: str = "yes") -> int:
    """Run the last script of a job, as GitHub does; its exit status."""
    (step,) = [each for each in JOBS[job]["steps"] if "\n" in each.get("run", "")]
    env = {name: value for name, value in step.get("env", {}).items() if "${{" not in value}
    env |= {"ISSUE": "12", "REPO": "a/b", "SERVER": "https://github.example", "PULLS": pulls,
            "PROJECT": str(clone.parent / "project.git"), "RUNNER_TEMP": str(clone.parent),
            "GITHUB_EVENT_PATH": str(clone.parent / "event.json"), "PYTHONPATH": str(ROOT),
            "PATH": f"{clone.parent}:{os.environ['PATH']}"}  # fmt: skip
    script = step["run"].replace(".venv/bin/python", str(ROOT / ".venv/bin/python"))
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=clone, env=env, check=False
    ).returncode


def labelled(name: str, clone: Path) -> str:
    """Put the label on a saved form, and run both jobs; what gh was asked and told."""
    event = {"issue": {"body": saved(CASES[name])}}
    (clone.parent / "event.json").write_text(json.dumps(event), encoding="utf-8")
    assert (run("record", clone), run("propose", clone)) == (0, 0)
    return (clone.parent / "asked").read_text(encoding="utf-8")


def test_a_good_form_becomes_a_branch_with_one_file_and_a_pull_request(clone: Path) -> None:
    asked = labelled("orders for YAML, HTML and Jinja", clone)
    changed = git(clone.parent / "project.git", "diff", "--name-only", "main", "form-12")
    assert changed == f"{CASES['orders for YAML, HTML and Jinja']['becomes']}\n"
    assert "pr create --repo a/b --base main --head form-12" in asked
    assert "Closes #12" in asked and 'choose "Approve workflows to run"' in asked
    assert "can go onto the website once someone has read it: https://github.example/pull" in asked
    shutil.rmtree(clone.parent / "record")
    git(clone, "switch", "-q", "main")
    git(clone, "branch", "-q", "-D", "form-12")
    (clone.parent / "asked").unlink()
    asked = labelled("good story", clone)
    assert "There is a branch form-12 already" in asked and "pr create" not in asked


def test_an_answer_is_told_as_it_is_and_the_label_goes(clone: Path) -> None:
    asked = labelled("a signature that gives a day in words", clone)
    assert '\n    "On which day?": write a day like this: 31 January 2027' in asked
    assert asked.splitlines()[-1] == "issue edit 12 --repo a/b --remove-label ready"
    told = [line for line in asked.splitlines() if not line.startswith("issue ")]
    assert told and all(line.startswith("    ") for line in told)
    assert git(clone.parent / "project.git", "branch").split() == ["*", "main"]


def test_where_no_pull_request_may_be_opened_the_way_to_one_is_told(clone: Path) -> None:
    (clone.parent / "event.json").write_text(
        json.dumps({"issue": {"body": saved(CASES["good new wording"])}}), encoding="utf-8"
    )
    assert run("record", clone) == 0
    run("propose", clone, pulls="")
    asked = (clone.parent / "asked").read_text(encoding="utf-8")
    assert "https://github.example/a/b/compare/main...form-12?expand=1" in asked


@pytest.mark.parametrize(
    "files",
    [["Makefile"], [".github/workflows/forms.yml"], ["data/site.yml"],
     ["data/pledges/a.yml", "data/pledges/b.yml"], ["data/pledges/a.yml\nx"],
     ["data/pledges/A.yml"], ["data/pledges/link.yml"], ["data/pledges/big.yml"]],
)  # fmt: skip
def test_nothing_else_gets_into_a_branch(files: list[str], clone: Path) -> None:
    for name in files:
        file = clone.parent / "record" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if "link" in name:
            file.symlink_to("/etc/passwd")
        else:
            file.write_text("x" * (200_000 if "big" in name else 1), encoding="utf-8")
    (clone.parent / "record/answer.txt").write_text("Wrote it.", encoding="utf-8")
    (clone.parent / "record/data/pledges").mkdir(parents=True, exist_ok=True)
    assert run("propose", clone) == 1
    assert git(clone.parent / "project.git", "branch").split() == ["*", "main"]


def test_the_job_that_reads_strangers_words_can_t_write_and_the_other_runs_no_code() -> None:
    assert set(JOBS["record"]["permissions"].values()) == {"read"}
    script = json.dumps(JOBS["propose"]["steps"])
    assert not any(word in script for word in ("python", "make ", "npm", "pip "))
    for job in JOBS.values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            assert step.get("with", {}).get("persist-credentials", False) is False
    assert JOBS["record"]["if"] == "github.event.label.name == 'ready'"
