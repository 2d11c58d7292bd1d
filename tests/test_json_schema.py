"""Schemas and help for editors fit the model and the data, and the program behind VS Code's red
underlines agrees with `check`.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from charter.data.load import load
from charter.editors import json_schema
from charter.editors import sync as kit
from charter.problems import ProblemsFound
from charter.site.check import check
from charter.site.docs_stubs import write
from tests import project
from tests.editor import Editor
from tests.sample import DATA, edit, sample

pytestmark = pytest.mark.xdist_group("schema")

SETTINGS = project.ROOT / ".vscode" / "settings.json"
SYNC = "Run: python -m charter sync"


def fields(of: json_schema.Schema, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a schema, with the model that it belongs to."""
    for model in [of, of.get("items", {}), *of.get("$defs", {}).values()]:
        yield from (
            (f"{name}: {field}", each) for field, each in model.get("properties", {}).items()
        )


def test_every_field_that_people_type_has_a_help_text() -> None:
    found = [
        found for name in json_schema.TYPED for found in fields(json_schema.of_file(name), name)
    ]
    assert len(found) > 300
    # Where a field says the same as its record, the record's text is the field's help.
    without = [
        name
        for name, field in found
        if not field.get("description") and not field.get("$ref", "").startswith("#")
    ]
    assert without == [], "Write a text below each of these fields in charter/model/"
    assert [
        name for name in json_schema.TYPED if not json_schema.of_file(name)["description"]
    ] == []


def test_the_committed_schemas_and_the_page_of_fields_are_those_of_now() -> None:
    assert list(kit.stale(project.charter(), project.ROOT / "data")) == [], SYNC
    made = {
        f"{file.parent.name}/{file.name}"
        for file in (project.ROOT / "data" / json_schema.FOLDER).iterdir()
    }
    assert made == set(json_schema.texts(project.charter())), (
        "Take away the files that nothing makes any more"
    )


def test_a_new_record_makes_them_stale_until_sync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(project.ROOT))
    data = sample(tmp_path)
    assert project.run(tmp_path, "charter", "sync").status == 0
    assert kit.stale(load(data), data) == {}
    edit(
        data,
        "priorities.yml",
        "- id: ",
        "- id: rest\n  name: Rest\n  text: X\n  source_words: X\n  sources: [meeting]\n- id: ",
    )
    assert list(kit.stale(load(data), data)) == [data / "schema" / "names.json"]
    assert "wrote data/schema/names.json" in project.run(tmp_path, "charter", "sync").said
    assert kit.stale(load(data), data) == {}


def test_vs_code_knows_which_schema_is_for_which_file() -> None:
    settings = json.loads(SETTINGS.read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == json_schema.used_for(), (
        "Copy what json_schema.used_for() says into .vscode/settings.json"
    )
    matched = [
        file for pattern in json_schema.used_for().values() for file in project.ROOT.glob(pattern)
    ]
    assert sorted(matched) == sorted(typed_files(project.ROOT))
    assert json.loads((SETTINGS.parent / "extensions.json").read_text(encoding="utf-8")) == {
        "recommendations": ["redhat.vscode-yaml"]
    }


def typed_files(folder: Path) -> list[Path]:
    """All YAML files that people type: the others, programs write."""
    return [file for file in (folder / "data").rglob("*.yml") if file.parent.name != "answers"]


@pytest.fixture(scope="module")
def area(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up area with everything that an editor is given."""
    folder = tmp_path_factory.mktemp("area")
    data = sample(folder)
    write(load(data), folder / "docs")
    kit.sync(check(folder), data)
    shutil.copytree(SETTINGS.parent, folder / SETTINGS.parent.name)
    return folder


@pytest.fixture(scope="module")
def vs_code(area: Path) -> Iterator[Editor]:
    """VS Code with the made-up area open."""
    with Editor(area) as editor:
        yield editor


def test_nothing_is_underlined_in_files_that_are_right(area: Path, vs_code: Editor) -> None:
    with Editor(project.ROOT) as real:
        for folder, editor in ((project.ROOT, real), (area, vs_code)):
            texts = {
                file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
                for file in typed_files(folder)
            }
            assert len(texts) > 20
            assert {file: found for file, found in editor.underlined(texts).items() if found} == {}


def test_nothing_is_underlined_in_what_the_questions_of_new_write(vs_code: Editor) -> None:
    words = {
        "id": "rc",
        "short": "2030",
        "full": "no",
        "meaning": "12:30\n# no note: {{ text }}",
        "note": "2026-01-31",
        "sources": ["meeting"],
    }
    text = (DATA / "glossary.yml").read_text(encoding="utf-8") + yaml.safe_dump([words])
    assert vs_code.underlined({"data/glossary.yml": text}) == {"data/glossary.yml": []}


def test_fields_are_offered_with_their_help(vs_code: Editor) -> None:
    offered = vs_code.offered("data/pledges/courage-1.yml", "id: courage-1\n|\n")
    assert (
        offered["question"]
        == 'The question that asks whether it was kept. It starts with "Did we".'
    )
    assert {"value", "text", "in_practice", "sources"} <= set(offered) and "id" not in offered


@pytest.mark.parametrize(
    ("file", "text", "some"),
    [
        ("data/pledges/courage-1.yml", "id: courage-1\nvalue: |\n", {"kindness", "courage"}),
        (
            "data/pledges/courage-1.yml",
            "id: courage-1\noutcomes:\n  - |\n",
            {"health", "friends", "home"},
        ),
        ("data/pledges/courage-1.yml", "id: courage-1\nstatus: |\n", {"draft", "agreed"}),
        ("data/signatures.yml", "- organisation: |\n", {"town-hall"}),
        ("data/said-did/pond.yml", "id: pond\nsources:\n  - |\n", {"meeting", "garden-page"}),
    ],
)
def test_names_that_fit_are_offered(file: str, text: str, some: set[str], vs_code: Editor) -> None:
    assert set(vs_code.offered(file, text)) == some


def test_a_field_below_the_pointer_is_explained(vs_code: Editor) -> None:
    assert "The id of the value that it belongs to." in vs_code.explained(
        "data/pledges/courage-1.yml", "id: courage-1\nval|ue: courage\n"
    )
    inner = "id: courage-1\nin_practice:\n  fam|ilies:\n    - x\n"
    assert "What the pledge could mean for families" in vs_code.explained(
        "data/pledges/courage-1.yml", inner
    )
    assert "Where it happened" in vs_code.explained(
        "data/case-studies/school-garden.yml", "id: school-garden\npl|ace: here\n"
    )


@dataclass(frozen=True)
class Typo:
    """A typical mistake of typing, and the line that is underlined, with some of what is said
    there.
    """

    name: str
    file: str
    old: str
    new: str
    line: int
    said: str


TYPOS = [
    Typo("name of a field", "pledges/courage-1.yml", "question: Did", "qestion: Did", 5, "qestion is not allowed"),
    Typo("field left out", "pledges/courage-1.yml", "question: Did we try?\n", "", 1, 'Missing property "question"'),
    Typo("field that stands twice", "pledges/courage-1.yml", "status: draft", "status: draft\nstatus: draft", 16, "must be unique"),
    Typo("name of another record", "pledges/courage-1.yml", "- health", "- heath", 14, "Valid values"),
    Typo("word that is not one of a few", "pledges/courage-1.yml", "status: draft", "status: drafted", 15, '"draft", "agreed"'),
    Typo("text where a list is meant", "pledges/courage-1.yml", "outcomes:\n  - health", "outcomes: health", 13, 'Expected "array"'),
    Typo("list that is empty", "pledges/courage-1.yml", "sources:\n  - meeting", "sources: []", 16, "too few items"),
    Typo("field that is empty", "pledges/courage-1.yml", "question: Did we try?", "question:", 5, 'Expected "string"'),
    Typo("colon in the text", "pledges/courage-1.yml", "question: Did we try?", "question: Did we: try?", 5, "Nested mappings"),
    # Underlined where the file ends. Only check says where the mark was opened.
    Typo("mark that is not closed", "pledges/courage-1.yml", "question: Did we try?", 'question: "Did we try?', 25, "Missing closing"),
    Typo("tab", "pledges/courage-1.yml", "  families:", "\tfamilies:", 7, "Tabs are not allowed"),
    Typo("no that YAML takes for false", "values.yml", "name: Courage", "name: no", 6, 'Expected "string"'),
    Typo("year that YAML takes for a number", "glossary.yml", "short: RC", "short: 2030", 2, 'Expected "string"'),
    Typo("time that YAML takes for a number", "story.yml", "when: 3 May 2025", "when: 12:30", 1, 'Expected "string"'),
    Typo("id with a blank and a capital", "outcomes.yml", "id: friends", "id: My friends", 1, "Write it like this: my-friends"),
    Typo("month in words", "site.yml", '"2026-01"', '"Jan 26"', 5, 'Write it like this: "2026-11"'),
    Typo("date in words", "site.yml", "2026-01-05", "5 January 2026", 4, "date"),
    Typo("address without https", "organisations.yml", "https://riverdale", "riverdale", 4, "starts with https://"),
    Typo("name that is too long", "pledges/courage-1.yml", "short: Try", "short: " + "try " * 20, 18, "maximum length of 40"),
]  # fmt: skip


@pytest.mark.parametrize("typo", TYPOS, ids=lambda typo: typo.name.replace(" ", "-"))
def test_a_mistake_is_underlined_on_its_line_and_refused_by_check_too(
    typo: Typo, vs_code: Editor, tmp_path: Path
) -> None:
    data = sample(tmp_path)
    edit(data, typo.file, typo.old, typo.new)
    (found,) = vs_code.underlined(
        {f"data/{typo.file}": (data / typo.file).read_text(encoding="utf-8")}
    ).values()
    assert [each for each in found if each.line == typo.line and typo.said in each.said], found
    with pytest.raises(ProblemsFound, match=f"data/{typo.file}"):
        load(data)
