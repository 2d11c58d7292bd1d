"""What people type into a form on GitHub becomes a record that fits the model, or is answered in
plain words. Whatever they type is text.
"""

import re
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from charter.__main__ import main
from charter.data.load import load
from charter.editors import issue_forms
from charter.editors.form_changes import wording
from charter.editors.from_form import CHANGES, RECORDS
from charter.model import Charter
from charter.site.check import check
from tests.project import ROOT
from tests.sample import sample

FORMS = {form.kind: form for form in issue_forms.read(ROOT)}
CASES: dict[str, Any] = yaml.safe_load((ROOT / "tests/forms.yml").read_text(encoding="utf-8"))
# What a form asks beside the fields of its record.
BESIDE = {"private", "consent", *(f"source_{name}" for name in ("address", "title", "publisher"))}
BESIDE |= {"source_published"}
# What no form asks: the program knows it.
KNOWN = {"id", "status", "sources", "priorities"}


def saved(case: dict[str, Any]) -> str:
    text = (ROOT / f"tests/forms/{case['like']}.md").read_text(encoding="utf-8")
    for old, new in case.get("replace", {}).items():
        assert old in text, f"{old!r} does not stand in {case['like']}.md"
        text = text.replace(old, new.replace("{sixty thousand letters}", "a" * 60_000))
    if case.get("emptied"):
        text = re.sub(r"\n\n(?!#|- \[)[^#]+?\n\n(?=#)", "\n\n_No response_\n\n", text)
        text = text.replace("[x]", "[ ]")
    return text.replace("\n", "\r\n") if case.get("windows") else text


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_form_becomes_one_file_that_is_in_order_or_is_answered(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, issue = CASES[name], tmp_path / "issue.md"
    area = tmp_path / "area"
    sample(area)
    shutil.copytree(ROOT / issue_forms.FOLDER, area / issue_forms.FOLDER)
    issue.write_bytes(saved(case).encode())
    before = files(area)
    status = main(["new", "--from", str(issue), "--project", str(area)])
    said = capsys.readouterr()
    after = files(area)
    changed = {file for file in after if after[file] != before.get(file)}
    assert before.keys() <= after.keys()
    if "becomes" in case:
        assert (status, changed) == (0, {case["becomes"]}), said.err
        assert f"Wrote {case['becomes']}." in said.out
        text = after[case["becomes"]].decode()
        assert [part for part in case["holds"] if part not in text] == []
        assert check(area)
    else:
        assert (status, changed) == (1, set())
        assert [part for part in case["answered"] if part not in said.err] == []
        assert "data/" not in said.err.replace("data/organisations.yml and data/signatures.yml", "")
        assert max(map(len, said.err.splitlines())) < 400


def test_there_are_twenty_and_every_kind_comes_good_and_bad() -> None:
    assert len(CASES) == 20
    for form in {case["like"] for case in CASES.values()}:
        ends = {"becomes" in case for case in CASES.values() if case["like"] == form}
        assert ends == {True, False}, form


@pytest.mark.parametrize("kind", RECORDS)
def test_a_form_asks_just_what_its_record_needs(kind: str) -> None:
    model = get_args(Charter.model_fields[RECORDS[kind]].annotation)[0]
    asked = {question.id: question for question in FORMS[kind].questions}
    assert asked.keys() - BESIDE <= model.model_fields.keys()
    needed = {name for name, field in model.model_fields.items() if field.is_required()}
    assert needed - KNOWN <= {name for name in asked if asked[name].required}


def test_forms_of_changes_ask_what_they_change() -> None:
    assert CHANGES.keys() | RECORDS.keys() == FORMS.keys() == issue_forms.FORMS.keys()
    asked = {kind: {question.id for question in FORMS[kind].questions} for kind in CHANGES}
    assert {"organisation", "role", "date", "source_address"} <= asked["signature"]
    assert {"pledge", "text", "why"} <= asked["wording"]
    firsts = [form.questions[0].heading for form in FORMS.values()]
    assert len(set(firsts)) == len(firsts), "A form is known by its first question"


def test_a_wording_counts_the_version_on_and_the_same_words_are_no_change(tmp_path: Path) -> None:
    data = sample(tmp_path)
    given = {"pledge": "Courage 1", "text": "We will dare.", "why": "It is braver."}
    charter = load(data)
    day = charter.site.draft_date.replace(year=2027)
    texts, wrong = wording(data, charter, given, day)
    assert not wrong
    (data / "pledges/courage-1.yml").write_text(texts["pledges/courage-1.yml"], encoding="utf-8")
    now = load(data)
    assert now.pledges["courage-1"].history[0].wording == "We will try."
    assert (now.site.version, now.site.draft_date) == ("draft 2.1", day)
    assert wording(data, now, given, day)[1] == [("text", "is what the pledge says now")]
