"""The scripts of GitHub's workflows, run with a made-up `gh`: it answers from a table, with the
program's own --jq, and notes what it was asked to write.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import ROOT

pytestmark = pytest.mark.slow

GH = f"""#!{sys.executable}
import json, os, subprocess, sys
asked = sys.argv[1:]
with open("asked.json", "a") as file:
    print(json.dumps(asked), file=file)
answers = json.load(open("answers.json"))
if asked[:2] == ["run", "download"]:
    if asked[2] != answers["kept"]:
        sys.exit(1)
    open("report/a11y-report.json", "w").close()
elif "PATCH" not in asked and "--silent" not in asked:
    found = next(answers[key] for key in answers if key in " ".join(asked))
    if "--jq" in asked:
        query = asked[asked.index("--jq") + 1]
        sys.exit(subprocess.run(["jq", "-r", query], input=json.dumps(found), text=True).returncode)
"""


def script(workflow: str, job: str, step: int, folder: Path, answers: dict[str, Any],
           **settings: str) -> list[str]:  # fmt: skip
    """Run the script of a step as GitHub does; what gh was asked, each as one text."""
    read = yaml.safe_load((ROOT / f".github/workflows/{workflow}.yml").read_text("utf-8"))
    runs = [each for each in read["jobs"][job]["steps"] if "run" in each]
    (folder / "gh").write_text(GH, "utf-8")
    (folder / "gh").chmod(0o755)
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")
    fixed = {name: value for name, value in runs[step]["env"].items() if "${{" not in value}
    own = {"PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(folder / "output")}
    done = subprocess.run(["bash", "-e", "-c", runs[step]["run"]], cwd=folder, capture_output=True,
                          text=True, check=False, env=fixed | own | settings)  # fmt: skip
    asked = folder / "asked.json"
    lines = asked.read_text("utf-8").splitlines() if asked.exists() else []
    return [" ".join(json.loads(line)) for line in lines] + [done.stdout] * bool(done.returncode)


BOT = {"login": "github-actions[bot]"}
MARK = "<!-- what this change does -->"
OURS = {"id": 7, "user": BOT, "body": f"{MARK}\nOld"}
THEIRS = {"id": 6, "user": {"login": "somebody"}, "body": f"{MARK}\nNot ours"}


@pytest.mark.parametrize(
    ("comments", "sha", "wrote"),
    [
        ([THEIRS], "abc", ["repos/a/b/issues/12/comments -F"]),
        ([THEIRS, OURS], "abc", ["-X PATCH repos/a/b/issues/comments/7 -F"]),
        ([OURS], "newer", []),  # the change has moved on: its next run tells of it
    ],
)
def test_a_change_has_one_comment_of_ours(
    comments: list[Any], sha: str, wrote: list[str], tmp_path: Path
) -> None:
    (tmp_path / "comment.md").write_text("Words\n", "utf-8")
    answers = {"/comments": comments, "repos/a/b/pulls": [{"number": 12, "head": {"sha": sha}}]}
    asked = script("comment", "comment", 0, tmp_path, answers, REPO="a/b", OWNER="fork",
                   BRANCH='x"; id', SHA="abc")  # fmt: skip
    assert '-f head=fork:x"; id' in asked[0]
    told = [each for each in asked if "body=@marked.md" in each]
    assert [each.split(" body=")[0] for each in told] == [f"api {each}" for each in wrote]
    assert (tmp_path / "marked.md").read_text("utf-8") == f"{MARK}\nWords\n"


ISSUE = {"number": 5, "user": BOT, "title": "The whole check has found something on main"}


@pytest.mark.parametrize(
    ("check", "issues", "wrote"),
    [
        ("success", [], []),
        ("success", [ISSUE], ["PATCH repos/a/b/issues/5 -f state=closed"]),
        ("failure", [{**ISSUE, "user": {"login": "x"}}], ["repos/a/b/issues -f", "statuses/abc"]),
        ("failure", [ISSUE], ["PATCH repos/a/b/issues/5 -f body", "statuses/abc"]),
    ],
)
def test_what_the_whole_check_finds_is_one_issue_and_a_mark_on_the_commit(
    check: str, issues: list[Any], wrote: list[str], tmp_path: Path
) -> None:
    answers = {"title=": {"number": 5}, "repos/a/b/issues": issues}
    asked = script("site", "found", 0, tmp_path, answers, REPO="a/b", SHA="abc", QUICK="success",
                   CHECK=check, RUN="https://run.example", SERVER="https://g.example")  # fmt: skip
    assert len(asked) == 1 + len(wrote)
    assert [part in each for part, each in zip(wrote, asked[1:], strict=True)] == [True] * len(
        wrote
    )
    assert (
        not wrote or check == "success" or "target_url=https://g.example/a/b/issues/5" in asked[-1]
    )


PUT_BACK = {"event": "workflow_dispatch", "conclusion": "success", "display_title": "Publish 01d"}
FAILED = {**PUT_BACK, "conclusion": "failure"}
MERGED = {"event": "push", "conclusion": "success", "display_title": "Publish aaa"}
MORNING = {"event": "schedule", "conclusion": "success", "display_title": "Publish aaa"}


@pytest.mark.parametrize(
    ("event", "commit", "runs", "state", "chosen"),
    [
        ("push", "abc", [PUT_BACK], "identical", "abc"),
        ("workflow_dispatch", "0ff", [], "ahead", "0ff"),
        ("workflow_dispatch", "0ff", [], "diverged", ""),  # of a fork, or never merged
        ("workflow_dispatch", "main/../x", [], "ahead", ""),
        ("schedule", "abc", [MORNING, PUT_BACK, MERGED], "ahead", "01d"),
        ("schedule", "abc", [FAILED, MERGED, PUT_BACK], "ahead", "abc"),
        ("schedule", "abc", [], "ahead", "abc"),
    ],
)
def test_what_is_published_is_of_main_and_what_was_put_back_stays(
    event: str, commit: str, runs: list[Any], state: str, chosen: str, tmp_path: Path
) -> None:
    answers = {"publish.yml/runs": {"workflow_runs": runs}, "compare/": {"status": state}}
    asked = script(
        "publish", "choose", 0, tmp_path, answers, EVENT=event, COMMIT=commit, REPO="a/b"
    )
    output = tmp_path / "output"
    assert (output.read_text() if output.exists() else "") == (
        f"commit={chosen}\n" if chosen else ""
    )
    assert ("This is no commit of main" in asked[-1]) == (not chosen)


@pytest.mark.parametrize("kept", ["3", "none"])
def test_the_newest_report_of_the_checks_goes_with_the_site_or_none(
    kept: str, tmp_path: Path
) -> None:
    answers = {"kept": kept, "site.yml/runs": {"workflow_runs": [{"id": 9}, {"id": 3}, {"id": 1}]}}
    script("publish", "choose", 1, tmp_path, answers, REPO="a/b")
    assert (tmp_path / "report/tried").exists()
    assert (tmp_path / "report/a11y-report.json").exists() == (kept == "3")


@pytest.mark.parametrize("checked", [True, False])
def test_a_site_is_built_as_of_today_with_the_report_if_there_is_one(
    checked: bool, tmp_path: Path
) -> None:
    for name in ("report", "data"):
        (tmp_path / name).mkdir()
    if checked:
        (tmp_path / "report/a11y-report.json").touch()
    make = tmp_path / "make"
    make.write_text('#!/bin/sh\necho "$* $SOURCE_DATE_EPOCH" > made; ls data >> made\n', "utf-8")
    make.chmod(0o755)
    script("publish", "build", 0, tmp_path, {})
    said, *kept = (tmp_path / "made").read_text("utf-8").splitlines()
    day = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    assert said == f"paper site {day.timestamp():.0f}"
    assert kept == ["a11y-report.json"] * checked
