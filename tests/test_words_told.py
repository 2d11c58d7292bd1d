"""What is hard to read is told to an editor where it was typed, with a remedy: a whole project with
every fault in it.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from tests import project
from tests.project import ROOT

pytestmark = [pytest.mark.xdist_group("words told"), pytest.mark.build]

PLANTED = ROOT / "tests/words/planted.yml"
IN_DOCS: list[dict[str, str]] = yaml.safe_load(PLANTED.read_text(encoding="utf-8"))
EASY_SAID = 'is a short form, and this page has none. Write "'


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> project.Run:
    """What an editor is told about a copy of the project with every kind of fault in it."""
    spoiled = project.copy(tmp_path_factory.mktemp("spoiled"))
    left_out = shutil.ignore_patterns("engines", "node_modules", "__pycache__")
    for room in ("a11y", "tests"):
        shutil.copytree(ROOT / room, spoiled / room, ignore=left_out)
    rules = yaml.safe_load((spoiled / "data/words.yml").read_text(encoding="utf-8"))
    rules["instead"].append(
        {"avoid": "frumious", "write": "fierce", "reason": "It is a made-up word"}
    )
    rules["said_with"].append(
        {"words": "snark", "beside": "Carroll", "write": "Carroll snark", "reason": "He made it up"}
    )
    (spoiled / "data/words.yml").write_text(
        yaml.safe_dump(rules, allow_unicode=True), encoding="utf-8"
    )
    insert(a_pledge(spoiled), "  staff:", "    - You write a note prior to each meeting.")
    insert(spoiled / "data/easy-read.yml", "      words:", "        - We ask the NHS.")
    page = spoiled / "docs/privacy.md"
    page.write_text(
        page.read_text(encoding="utf-8")
        + "".join(f"\n{planted['words']}\n" for planted in IN_DOCS),
        encoding="utf-8",
    )
    return project.run(spoiled, "tests.words")


def a_pledge(folder: Path) -> Path:
    return min((folder / "data/pledges").iterdir())


def insert(file: Path, after: str, line: str) -> None:
    rows = file.read_text(encoding="utf-8").split("\n")
    rows.insert(rows.index(after) + 1, line)
    file.write_text("\n".join(rows), encoding="utf-8")


def line_of(file: Path, row: str) -> int:
    """The line below a row of a file, counted from 1."""
    return file.read_text(encoding="utf-8").split("\n").index(row) + 2


@pytest.mark.parametrize("planted", IN_DOCS, ids=lambda planted: planted["said"][:30])
def test_a_hard_word_in_docs_is_told_with_file_line_and_remedy(
    planted: dict[str, str], said: project.Run
) -> None:
    before = (ROOT / "docs/privacy.md").read_text(encoding="utf-8").count("\n")
    line = before + 2 + 2 * IN_DOCS.index(planted)
    assert f"docs/privacy.md, line {line}: {planted['said']}" in said.said
    assert said.status == 1


def test_a_hard_word_in_data_is_told_with_file_line_field_and_remedy(said: project.Run) -> None:
    file = a_pledge(ROOT)
    told = (
        f'line {line_of(file, "  staff:")}, in_practice.staff: "prior to" is longer than it needs'
        ' to be. Write "before"'
    )
    assert f"data/pledges/{file.name}, {told}" in said.said


def test_a_short_form_on_the_page_that_is_easier_to_read_is_told_even_if_everybody_knows_it(
    said: project.Run,
) -> None:
    line = line_of(ROOT / "data/easy-read.yml", "      words:")
    assert f'data/easy-read.yml, line {line}, ideas.words: "NHS" {EASY_SAID}' in said.said
