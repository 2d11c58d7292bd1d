"""`new` begins a record with the help of each field; `check` names what is still to fill."""

import re
from pathlib import Path

import pytest
import yaml

from charter.__main__ import main
from charter.data.load import load
from charter.editors import json_schema
from charter.editors.new_record import KINDS
from charter.problems import ProblemsFound
from tests.sample import sample


@pytest.mark.parametrize("kind", KINDS)
def test_check_names_each_field_of_a_new_record_that_is_still_to_fill(
    kind: str, tmp_path: Path
) -> None:
    data = sample(tmp_path)
    name = "courage" if kind == "pledge" else "new-one"
    assert main(["new", kind, name, "--project", str(tmp_path)]) == 0
    (file,) = set(data.rglob(f"{name}*.yml")) - {data / "pledges" / "courage-1.yml"}
    text = file.read_text(encoding="utf-8")
    schema = json_schema.of_file(KINDS[kind])
    fields = schema.get("properties") or schema["$defs"]["Source"]["properties"]
    assert all(re.search(rf"^(  )?(# )?{field}:", text, re.MULTILINE) for field in fields)
    help_text = " ".join(re.findall(r"^ *# (.*)", text, re.MULTILINE))
    assert all(
        field["description"] in help_text for field in fields.values() if "$ref" not in field
    )
    record = yaml.safe_load(text)
    record = record[0] if isinstance(record, list) else record
    with pytest.raises(ProblemsFound) as found:
        load(data)
    assert {problem.file for problem in found.value.problems} == {
        f"data/{file.relative_to(data).as_posix()}"
    }
    empty = {field for field, value in record.items() if value in (None, [None])}
    assert empty and empty <= {problem.field for problem in found.value.problems}
    assert all("is empty" in problem.message for problem in found.value.problems)


def test_a_pledge_gets_a_number_that_no_pledge_has_or_had(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "wordings.txt").write_text("kindness-4 We will.\n", encoding="utf-8")
    for value in ("kindness", "courage"):
        assert main(["new", "pledge", value, "--project", str(tmp_path)]) == 0
    for pledge, value in {"kindness-5": "kindness", "courage-2": "courage"}.items():
        record = yaml.safe_load((data / "pledges" / f"{pledge}.yml").read_text(encoding="utf-8"))
        assert (record["id"], record["value"], record["status"]) == (pledge, value, "draft")


@pytest.mark.parametrize(
    ("name", "said"),
    [("school-garden", "there is such a file already"), ("../x", "does not have the right form"),
     ("My story", "Write it like this: my-friends"), ("con", "Windows keeps for itself"),
     ("index", "each website of this kind has for itself"), ("a" * 300, "may have 80 at most"),
     ("School-Garden", "Write it like this: my-friends")],
)  # fmt: skip
def test_nothing_is_written_over_and_no_name_leads_elsewhere(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert main(["new", "case-study", name, "--project", str(tmp_path)]) == 1
    assert said in capsys.readouterr().err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
