"""What GitHub does for us: forms that ask and warn, newer versions each week, and jobs with no more
rights than they need.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import ROOT

pytestmark = pytest.mark.slow

GITHUB = ROOT / ".github"
FORMS = sorted({file.name for file in (GITHUB / "ISSUE_TEMPLATE").iterdir()} - {"config.yml"})
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
# Which schema, of those that come with check-jsonschema, each file has to keep.
SCHEMAS = [
    *((f"ISSUE_TEMPLATE/{form}", "vendor.github-issue-forms") for form in FORMS),
    ("ISSUE_TEMPLATE/config.yml", "vendor.github-issue-config"),
    ("dependabot.yml", "vendor.dependabot"),
    *((f"workflows/{file.name}", "vendor.github-workflows") for file in WORKFLOWS),
    *((f"workflows/{file.name}", "custom.github-workflows-require-timeout") for file in WORKFLOWS),
]


def read(file: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def refused(file: Path, schema: str) -> str:
    """What check-jsonschema has against a file; nothing, where it keeps the schema."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def fields(form: str) -> list[dict[str, Any]]:
    """Everything that a form asks."""
    body: list[dict[str, Any]] = read(GITHUB / "ISSUE_TEMPLATE" / form)["body"]
    return [field for field in body if field["type"] != "markdown"]


@pytest.mark.parametrize(("file", "schema"), SCHEMAS)
def test_github_takes_every_file(file: str, schema: str) -> None:
    assert refused(GITHUB / file, schema) == ""


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ISSUE_TEMPLATE/tell-us-a-story.yml", "type: textarea", "type: box"),
        ("ISSUE_TEMPLATE/config.yml", "blank_issues_enabled", "blank_issues"),
        ("dependabot.yml", "interval: weekly", "interval: often"),
        ("workflows/weekly.yml", "runs-on", "runs"),
        ("workflows/weekly.yml", "timeout-minutes: 15", "name: No limit"),
    ],
)
def test_what_github_would_not_take_is_found(file: str, old: str, new: str, tmp_path: Path) -> None:
    text = (GITHUB / file).read_text(encoding="utf-8")
    spoilt = tmp_path / Path(file).name
    spoilt.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert old in text and any(refused(spoilt, schema) for name, schema in SCHEMAS if name == file)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_asks_each_thing_once(form: str) -> None:
    asked = [(field["id"], field["attributes"]["label"]) for field in fields(form)]
    ids, labels = zip(*asked, strict=True)
    assert len(set(ids)) == len(set(labels)) == len(asked) > 3


@pytest.mark.parametrize("form", FORMS)
def test_a_form_warns_before_it_asks_and_again_before_it_is_sent(form: str) -> None:
    first = read(GITHUB / "ISSUE_TEMPLATE" / form)["body"][0]
    assert first["type"] == "markdown"
    for warning in (
        "Everyone can read what you write here",
        "no names of people",
        "nothing private about a child",
    ):
        assert warning in first["attributes"]["value"]
    last = fields(form)[-1]
    promises = [option["label"] for option in last["attributes"]["options"] if option["required"]]
    assert any("no names and no private details of a child" in label for label in promises)
    assert any("everyone can read this" in label for label in promises)


def test_a_story_names_its_pledge_and_comes_with_consent() -> None:
    asked = {field["id"]: field for field in fields("tell-us-a-story.yml")}
    assert asked["pledges"]["validations"]["required"]
    assert asked["consent"]["validations"]["required"]
    assert {answer.partition(",")[0] for answer in asked["consent"]["attributes"]["options"]} >= {
        "Yes",
        "No",
    }


def test_forms_speak_of_no_area_and_list_no_pledges() -> None:
    for form in FORMS:
        text = (GITHUB / "ISSUE_TEMPLATE" / form).read_text(encoding="utf-8").casefold()
        data = ROOT / "data"
        words = [
            read(data / "site.yml")["area"],
            *(file.stem for file in (data / "pledges").iterdir()),
        ]
        assert len(words) > 1 and [word for word in words if word.casefold() in text] == []


def test_every_issue_starts_from_a_form_and_no_address_is_made_up() -> None:
    config = read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    assert config["blank_issues_enabled"] is False
    assert [link for link in config.get("contact_links", []) if ".example" in link["url"]] == []


def test_newer_versions_are_asked_for_in_every_folder_that_has_any_and_nowhere_else() -> None:
    asked: dict[str, list[str]] = {}
    for update in read(GITHUB / "dependabot.yml")["updates"]:
        assert update["schedule"] == {"interval": "weekly"}
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]
        assert update["package-ecosystem"] not in asked
        asked[update["package-ecosystem"]] = update.get("directories") or [update["directory"]]
    npm = [f"/{each.parent.relative_to(ROOT)}" for each in ROOT.glob("*/*/package.json")]
    assert asked == {"uv": ["/"], "npm": sorted(npm), "github-actions": ["/"]}


def test_every_lock_file_is_of_the_pins_of_now_with_hashes() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    pins = {name: [one for one in group if isinstance(one, str)] for name, group in groups.items()}
    locks = {
        file.stem: file.read_text("utf-8").replace("python_full_version", "python_version")
        for file in (ROOT / "locks").glob("*.txt")
    }
    locks["site"] = (ROOT / "requirements.txt").read_text("utf-8")
    everything = {**locks, "postcodes": locks["map"], "parity": locks["test"]}
    for group, named in pins.items():
        for pin in named:
            wanted = pin.replace(";", " ;").lower().replace("_", "-").split(" ;")[0]
            assert f"\n{wanted} " in everything[group].lower().replace("_", "-"), (group, pin)
    for lock in locks.values():
        assert "http" not in lock and len(re.findall("^[^ #].*==", lock, re.M)) > 10
        assert not re.findall(r"^[^ #].*==[^\\]*$", lock, re.M), "every pin has hashes"


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_by_hash_and_jobs_have_only_the_rights_they_need(file: Path) -> None:
    text, workflow = file.read_text(encoding="utf-8"), read(file)
    uses = re.findall(r"\buses: (.*)", text)
    assert (
        uses
        and [
            use
            for use in uses
            if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)
        ]
        == []
    )
    assert workflow["permissions"] == {}
    assert "secrets." not in text
    commands = [step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]]
    targets = {
        target for command in commands for target in re.findall(r"\bmake ([a-z -]+)", command)
    }
    known = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {one for target in targets for one in target.split()} <= known


def test_one_action_has_one_version_everywhere() -> None:
    found = {
        use
        for file in WORKFLOWS
        for use in re.findall(r"\buses: (.*)", file.read_text(encoding="utf-8"))
    }
    assert len({use.partition("@")[0] for use in found}) == len(found) > 3


def test_a_change_with_a_pull_request_is_checked_once_and_browsers_run_on_one_python() -> None:
    site = read(GITHUB / "workflows" / "site.yml")
    assert site[True] == {"push": {"branches": ["main"]}, "pull_request": None}
    assert len(site["jobs"]["quick"]["strategy"]["matrix"]["python"]) == 3
    assert "strategy" not in site["jobs"]["check"]


def test_what_is_merged_is_live_without_waiting_for_the_whole_check() -> None:
    publish = read(GITHUB / "workflows" / "publish.yml")
    assert publish[True]["push"] == {"branches": ["main"]} and "workflow_dispatch" in publish[True]
    assert publish[True]["schedule"][0]["cron"].endswith(" * * *")  # each day
    assert publish["jobs"]["build"]["needs"] == ["quick", "choose"]
    assert "make quick" in [step.get("run") for step in publish["jobs"]["quick"]["steps"]]
    assert not publish["concurrency"]["cancel-in-progress"]


def test_once_a_week_versions_links_and_facts_are_looked_at() -> None:
    weekly = read(GITHUB / "workflows" / "weekly.yml")
    (when,) = weekly[True]["schedule"]  # YAML takes "on" for a truth
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", when["cron"])
    commands = {
        step["run"] for job in weekly["jobs"].values() for step in job["steps"] if "run" in step
    }
    assert {"make paper newest", "make paper links", "make stale", "make weekly"} <= commands
