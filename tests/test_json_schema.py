"""Schemas and help for editors fit the model and the data, and the program behind VS Code's red
underlines agrees with `check`.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from charter.data.load import load
from charter.editors import json_schema
from charter.editors import sync as kit
from charter.our_files import UNMARKED, marked
from charter.problems import ProblemsFound
from charter.site.docs_stubs import write
from tests import project
from tests.editor import Editor
from tests.sample import DATA, edit, sample

pytestmark = [pytest.mark.xdist_group("schema"), pytest.mark.slow]

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


def test_the_committed_schemas_and_the_page_of_fields_fit_the_model() -> None:
    data = project.ROOT / "data"
    assert list(kit.stale(data)) == [], SYNC
    made = {file.relative_to(data).as_posix() for file in (data / json_schema.FOLDER).iterdir()}
    assert made == set(json_schema.texts()), "Take away the files that nothing makes any more"


def test_sync_writes_what_is_old_or_missing_and_never_over_somebody_s_words(
    tmp_path: Path,
) -> None:
    pledges, fields = tmp_path / "schema" / "pledges.json", tmp_path / "FIELDS.md"
    assert pledges in kit.sync(tmp_path).written
    fields.write_text(marked(f"old {UNMARKED}"), encoding="utf-8")
    assert kit.sync(tmp_path).written == [fields]
    assert kit.sync(tmp_path).written == []
    edit(tmp_path, "FIELDS.md", "# What", "A note of mine.\n# What")
    done = kit.sync(tmp_path)
    assert (done.written, len(done.refused)) == ([], 1)
    assert "A note of mine." in fields.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "ours"),
    [
        ("(mark ", "(mark 0", False),
        ("<!-- Don't", "<<<<<<< HEAD\n{mark}\n=======\n{mark}\n>>>>>>> other\n<!-- Don't", True),
        ("## site.yml\n", "", True),
        ("## site.yml\n", "## site.yml\n\n## values.yml\n", True),
        ("## site.yml\n", "## site.yml\n\nA note of mine.\n", False),
        ("{mark}", "", False),
    ],
)  # fmt: skip
def test_what_git_made_of_two_pages_of_ours_is_ours(
    old: str, new: str, ours: bool, tmp_path: Path
) -> None:
    kit.sync(tmp_path)
    text = (tmp_path / "FIELDS.md").read_text(encoding="utf-8")
    mark = next(line for line in text.splitlines() if "(mark " in line)
    edit(tmp_path, "FIELDS.md", old.replace("{mark}", mark), new.replace("{mark}", mark))
    assert bool(kit.sync(tmp_path).written) == ours
    assert ((tmp_path / "FIELDS.md").read_text(encoding="utf-8") == text) == ours


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
    kit.sync(data)
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


def test_nothing_is_underlined_in_words_that_yaml_would_take_for_something_else(
    vs_code: Editor,
) -> None:
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
        offered["question"] == 'The question that asks whether it was kept, such as "Did we …?".'
        " Leave it out while nobody asks."
    )
    assert {"value", "text", "in_practice", "sources"} <= set(offered) and "id" not in offered


def test_words_that_fit_are_offered(vs_code: Editor) -> None:
    text = "id: courage-1\nstatus: |\n"
    assert set(vs_code.offered("data/pledges/courage-1.yml", text)) == {"draft", "agreed"}


def test_a_field_below_the_pointer_is_explained(vs_code: Editor) -> None:
    assert "The id of the value that it belongs to." in vs_code.explained(
        "data/pledges/courage-1.yml", "id: courage-1\nval|ue: courage\n"
    )
    inner = "id: courage-1\nin_practice:\n  fam|ilies:\n    - x\n"
    assert "What families can expect and do" in vs_code.explained(
        "data/pledges/courage-1.yml", inner
    )
    assert "Where it happened" in vs_code.explained(
        "data/case-studies/school-garden.yml", "id: school-garden\npl|ace: here\n"
    )


TYPOS = yaml.safe_load((project.ROOT / "tests/editor/typos.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("typo", TYPOS, ids=[typo["name"].replace(" ", "-") for typo in TYPOS])
def test_a_mistake_is_underlined_on_its_line_and_refused_by_check_too(
    typo: dict[str, Any], vs_code: Editor, tmp_path: Path
) -> None:
    data, file = sample(tmp_path), f"data/{typo['file']}"
    edit(data, typo["file"], typo["old"], typo["new"])
    (found,) = vs_code.underlined({file: (tmp_path / file).read_text(encoding="utf-8")}).values()
    assert [each for each in found if each.line == typo["line"] and typo["said"] in each.said], (
        found
    )
    with pytest.raises(ProblemsFound, match=file):
        load(data)
