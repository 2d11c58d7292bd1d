"""What comes from elsewhere: packages have to match a fingerprint, versions have to be a week old,
known holes are asked for, jobs on GitHub have no holes, and each clone has the same bytes.
"""

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from tests.project import ROOT

pytestmark = pytest.mark.slow

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
OWNERS = (GITHUB / "CODEOWNERS").read_text("utf-8")
LOCKS = [ROOT / "requirements.txt", *sorted((ROOT / "locks").glob("*.txt"))]
NPM_LOCKS = sorted(ROOT.glob("*/*/package-lock.json"))
PIN = re.compile(r"^([\w.-]+==[^ \\]+)", re.MULTILINE)


def read(file: Path) -> str:
    return file.read_text("utf-8")


def run(*command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def git(*command: str | Path) -> str:
    done = run("git", "-C", *command)
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- Fingerprints ---
def test_nothing_is_installed_without_a_fingerprint_but_to_try_the_newest_versions() -> None:
    installs = re.findall(r"^.*\bpip install\b.*$", MAKEFILE, re.MULTILINE)
    loose = [line.strip() for line in installs if "--require-hashes" not in line]
    assert len(installs) > 1
    assert loose == [".build/newest/bin/pip install --quiet -r .build/newest.txt"]
    assert {"npm ci"} == set(re.findall(r"\bnpm (?!audit)\w+", MAKEFILE))
    jobs = "".join(file.read_text("utf-8") for file in (GITHUB / "workflows").iterdir())
    assert not re.search(r"\b(pip|npm|npx|uv|pipx|curl|wget)\b", jobs)


@pytest.mark.parametrize("file", NPM_LOCKS, ids=lambda file: file.parent.name)
def test_every_package_of_npm_has_a_fingerprint(file: Path) -> None:
    packages = json.loads(file.read_text("utf-8"))["packages"]
    assert [
        name
        for name, told in packages.items()
        if name and not told.get("integrity", "").startswith("sha512-")
    ] == []
    assert len(packages) > 10


OPTIONS = re.findall(r"^PIP := .*pip install (.*)$", MAKEFILE, re.MULTILINE)[0].split()


@pytest.mark.parametrize(
    ("fingerprint", "options", "installed"),
    [
        ("right", OPTIONS, True),
        ("right", [], True),
        ("other", OPTIONS, False),
        ("other", [], False),
        ("none", OPTIONS, False),
    ],
)
def test_a_package_that_was_changed_on_its_way_is_refused(
    fingerprint: str, options: list[str], installed: bool, tmp_path: Path
) -> None:
    wheel = tmp_path / "made_up-1-py3-none-any.whl"
    with ZipFile(wheel, "w") as packed:
        about = "made_up-1.dist-info/"
        packed.writestr(f"{about}METADATA", "Metadata-Version: 2.1\nName: made-up\nVersion: 1\n")
        packed.writestr(f"{about}WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        packed.writestr(f"{about}RECORD", "")
    right = hashlib.sha256(wheel.read_bytes()).hexdigest()
    hashes = {"right": f" --hash=sha256:{right}", "other": f" --hash=sha256:{'0' * 64}", "none": ""}
    lock = tmp_path / "lock.txt"
    lock.write_text(f"made-up==1{hashes[fingerprint]}\n", "utf-8")
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "install",
        *options,
        "--no-index",
        "--find-links",
        tmp_path,
    ]
    done = run(*pip, "--target", tmp_path / "to", "-r", lock)
    assert (done.returncode == 0) == installed, done.stderr
    assert installed or "hash" in done.stderr.lower()


# --- A cool-down ---
def test_a_version_has_to_be_a_week_old() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {update["cooldown"]["default-days"] for update in updates} == {7}
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert settings["tool"]["uv"]["exclude-newer"] == "7 days"


# --- Known holes ---
def test_every_package_that_we_use_is_asked_for() -> None:
    asked = re.findall(r"^AUDITED := (.*)$", MAKEFILE, re.MULTILINE)[0].split()
    known = {
        pin for name in asked if name.endswith(".txt") for pin in PIN.findall(read(ROOT / name))
    }
    assert [lock.name for lock in LOCKS if not set(PIN.findall(read(lock))) <= known] == []
    assert [f"{file.parent.relative_to(ROOT)}" for file in NPM_LOCKS] == [
        name for name in asked if not name.endswith(".txt")
    ]


@pytest.mark.parametrize("fails", ["", "locks/map.txt", "tests/editor"])
def test_a_known_hole_and_an_answer_that_cannot_be_had_are_failures(
    fails: str, tmp_path: Path
) -> None:
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for file in NPM_LOCKS:
        (tmp_path / file.parent.relative_to(ROOT)).mkdir(parents=True)
    (tmp_path / "Makefile").write_text(MAKEFILE, "utf-8")
    for name in ("pip-audit", "npm"):
        script = (
            f'#!/bin/sh\necho "{name} $*"\ncase "$*" in *"{fails or "nothing"}") exit 1;; esac\n'
        )
        (programs / name).write_text(script, "utf-8")
        (programs / name).chmod(0o755)
    done = run("make", "audit", "-o", ".venv/audit.stamp", cwd=tmp_path)
    assert (done.returncode == 0) == (not fails)
    assert ("nobody could be asked" in done.stdout) == bool(fails)
    asked = [line for line in done.stdout.splitlines() if line.startswith(("pip-audit", "npm"))]
    assert len(asked) == 3 + len(NPM_LOCKS)
    assert all("--strict" in line for line in asked if line.startswith("pip-audit"))


# --- Jobs on GitHub ---
def holes(folder: Path) -> str:
    done = run(Path(sys.executable).with_name("zizmor"), "--offline", "--quiet", folder)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def tripped_over(workflow: Path) -> str:
    """What GitHub would trip over. The image debian:12 has no digest (decision 35)."""
    told = run(
        Path(sys.executable).with_name("jactionlint"), "--oneline", "--shellcheck=", workflow
    )
    lines = (told.stdout + told.stderr).splitlines()
    return "\n".join(line for line in lines if not line.endswith("[unpinned-images]"))


def test_no_job_has_a_hole_that_is_known() -> None:
    assert holes(GITHUB) == ""
    assert [found for file in WORKFLOWS if (found := tripped_over(file))] == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("needs: [quick, choose]", "needs: [quick, chose]", "undefined-job-needs"),
        ("steps.pages.outputs", "steps.page.outputs", "undefined-property"),
        ("cancel-in-progress: false", "cancel-in-progress: true", "concurrency-cancels-release"),
        ('cron: "7 3', 'cron: "67 3', "schedule"),
    ],
)
def test_what_github_would_trip_over_is_found(
    old: str, new: str, found: str, tmp_path: Path
) -> None:
    text = read(GITHUB / "workflows" / "publish.yml")
    assert old in text
    (tmp_path / "publish.yml").write_text(text.replace(old, new), "utf-8")
    assert found in tripped_over(tmp_path / "publish.yml")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (" # zizmor: ignore[dangerous-triggers] nothing", " # nothing", "dangerous-triggers"),
        ("  pull_request:\n", "  pull_request_target:\n", "dangerous-triggers"),
        ("permissions:\n      contents: write", "permissions: write-all", "excessive-permissions"),
        ("make quick", "echo ${{ github.event.pull_request.title }}", "template-injection"),
        ("@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2", "@main", "unpinned-uses"),
        ("persist-credentials: false", "fetch-depth: 0", "artipacked"),
    ],
)
def test_a_hole_in_a_job_is_found(old: str, new: str, found: str, tmp_path: Path) -> None:
    file = next(file for file in WORKFLOWS if old in read(file))
    text = read(file)
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    (workflows / "site.yml").write_text(text.replace(old, new), "utf-8")
    assert found in holes(tmp_path / ".github")


JOBS = {
    f"{file.stem}: {name}": job
    for file in WORKFLOWS
    for name, job in yaml.safe_load(read(file))["jobs"].items()
}
MAY_WRITE = {name: job for name, job in JOBS.items() if "write" in job["permissions"].values()}


def test_a_job_that_may_write_runs_no_code_of_the_project_nor_of_any_package() -> None:
    assert {*MAY_WRITE} >= {"publish: publish", "publish: promises", "comment: comment"}
    for name, job in MAY_WRITE.items():
        commands = "\n".join(step.get("run", "") for step in job["steps"])
        programs = r"\b(python3?|make|node|npm|pip|bash|sh|eval)\b|^ *\./"
        assert not re.search(programs, commands, re.MULTILINE), name
        actions = {step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step}
        assert all(action.startswith("actions/") for action in actions), name


def test_a_changes_own_code_runs_beside_no_token_and_its_answer_is_only_read() -> None:
    change, comment = (yaml.safe_load(read(GITHUB / f"workflows/{name}.yml")) for name in
                       ("change", "comment"))  # fmt: skip
    assert [job["permissions"] for job in change["jobs"].values()] == [{"contents": "read"}]
    assert "github.token" not in read(GITHUB / "workflows/change.yml")
    assert comment[True] == {"workflow_run": {"workflows": ["change"], "types": ["completed"]}}
    steps = [step for job in comment["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if "actions/checkout" in step.get("uses", "")]
    assert [step["with"] for step in checkouts] == [{"persist-credentials": False}]  # main itself
    reads = "python3 -m charter.editors.change_told"  # where no package is installed
    assert [step["run"].count(reads) for step in steps if "run" in step] == [1, 0]


# --- Who says yes ---
def owner(path: str) -> str:
    """Who has to say yes to a change of a file: the last line that fits counts."""
    lines = [line.split() for line in OWNERS.splitlines() if line and not line.startswith("#")]
    return [team for fits, team in lines if fits == "*" or f"/{path}".startswith(fits)][-1]


def test_words_belong_to_the_charter_team_and_all_else_to_engineers() -> None:
    tracked = git(ROOT, "ls-files").splitlines()
    words = [path for path in tracked if path.startswith(("data/", "docs/"))]
    others = {owner(path).rpartition("/")[2] for path in {*tracked} - {*words}}
    assert {owner(path).rpartition("/")[2] for path in words} == {"charter-team"}
    assert others == {"engineers"}


def test_no_owner_is_made_up() -> None:
    owners = set(re.findall(r"@\S+", re.sub("#.*", "", OWNERS)))
    if any("ORGANISATION" in each for each in owners):
        assert {each.partition("/")[0] for each in owners} == {"@ORGANISATION"}
        assert "NOT FILLED IN YET" in OWNERS
    assert "`ORGANISATION`" in read(ROOT / "PUBLISHING.md")
    assert "@" not in read(ROOT / "SECURITY.md")


# --- The same bytes in each clone ---
@pytest.mark.parametrize("attributes", [True, False])
def test_a_clone_on_windows_has_the_same_bytes(attributes: bool, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(ROOT, "clone", "--quiet", "--no-checkout", ROOT, clone)
    git(clone, "config", "core.autocrlf", "true")
    git(clone, "config", "core.eol", "crlf")
    if not attributes:  # without ours, bytes would differ: so this test can fail
        (clone / ".git" / "info" / "attributes").write_text("* !text !eol\n", "utf-8")
    git(clone, "checkout", "--quiet", "--detach", git(ROOT, "rev-parse", "HEAD").strip())
    kept = {
        line.split("\t")[1]: line.split()[1] for line in git(clone, "ls-files", "-s").splitlines()
    }
    here = run(
        "git", "-C", clone, "hash-object", "--no-filters", "--stdin-paths", input="\n".join(kept)
    )
    differs = [
        name
        for (name, one), other in zip(kept.items(), here.stdout.split(), strict=True)
        if one != other
    ]
    assert len(kept) > 100 and bool(differs) != attributes, differs[:3]
