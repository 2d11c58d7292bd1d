"""What is hard to read is told to an editor where it was typed, with a remedy: a whole project with
every fault in it.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests import project

pytestmark = pytest.mark.xdist_group("words told")

LONG = "this sentence goes on and " * 6
HEAVY = "Organisational duties necessitate interdisciplinary teams. " * 3
DONE_BY_NOBODY = "It was written. " * 5 + "It was sent. "


@dataclass(frozen=True)
class Planted:
    """A paragraph to add to a page in docs/, and what must be said of it, behind its file and line."""

    words: str
    said: str


IN_DOCS = [
    Planted("We met in order to talk.", '"in order to" is longer than it needs to be. Write "to"'),
    Planted("We will utilise it.", '"utilise" is a harder word than it needs to be. Write "use"'),
    Planted(
        "We ask stakeholders first.",
        '"stakeholders" is a word that offices like and families do not use. Write "people"',
    ),
    Planted("We ask a first, etc. and then.", '"etc" is Latin, or short for it. Write "and so on"'),
    Planted(
        "For the handicapped.",
        '"handicapped" is a way of speaking of disabled people that many find hurtful. Write'
        ' "disabled"',
    ),
    Planted(
        "We have a frumious plan.",
        '"frumious" is not what we say. It is a made-up word. Write "fierce"',
    ),
    Planted(
        "Here comes the snark.",
        '"snark" stands first on this page without "Carroll". He made it up. Write "Carroll snark"',
    ),
    Planted(
        f"So {LONG}ends.",
        '"So this sentence goes on …" has 32 words, and 25 is the most for a sentence. Make it two',
    ),
    Planted(
        HEAVY,
        '"Organisational duties necessitate interdisciplinary teams. …" starts a paragraph with a'
        " reading grade of",
    ),
    Planted(
        "We talk to you. " * 7,
        '"We talk to you. We …" starts a paragraph of 7 sentences, and 6 is the most. Make it two',
    ),
    Planted(
        "We saw a hippopotamus.",
        '"hippopotamus" has 5 syllables. Say it in shorter words, or explain it in'
        " data/glossary.yml",
    ),
    Planted(
        "We asked the QXZ.",
        '"QXZ" is a short form. Where a page first has it, write "the full words (QXZ)"',
    ),
    Planted(
        "You can look [here](index.md) now.",
        '"here" does not say where the link leads. Write what is there',
    ),
    Planted(
        "See [https://a.example/](https://a.example/) for it.",
        '"https://a.example/" is a bare address. Write what is there instead',
    ),
    Planted(
        "See [the twin](index.md) or [the twin](about.md).",
        'another link on this page says "the twin" too, and leads to',
    ),
    Planted(DONE_BY_NOBODY, '"was sent" does not say who does it. Say who'),
]
EASY_SAID = 'is a short form, and this page has none. Write "'


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> project.Run:
    """What an editor is told about a copy of the project with every kind of fault in it."""
    spoiled = project.copy(tmp_path_factory.mktemp("spoiled"))
    shutil.copytree(
        project.ROOT / "tests",
        spoiled / "tests",
        ignore=shutil.ignore_patterns("engines", "__pycache__"),
    )
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
        page.read_text(encoding="utf-8") + "".join(f"\n{planted.words}\n" for planted in IN_DOCS),
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


@pytest.mark.parametrize("planted", IN_DOCS, ids=lambda planted: planted.said[:30])
def test_a_hard_word_in_docs_is_told_with_file_line_and_remedy(
    planted: Planted, said: project.Run
) -> None:
    before = (project.ROOT / "docs/privacy.md").read_text(encoding="utf-8").count("\n")
    line = before + 2 + 2 * IN_DOCS.index(planted)
    assert f"docs/privacy.md, line {line}: {planted.said}" in said.said
    assert said.status == 1


def test_a_hard_word_in_data_is_told_with_file_line_field_and_remedy(said: project.Run) -> None:
    file = a_pledge(project.ROOT)
    told = (
        f'line {line_of(file, "  staff:")}, in_practice.staff: "prior to" is longer than it needs'
        ' to be. Write "before"'
    )
    assert f"data/pledges/{file.name}, {told}" in said.said


def test_a_short_form_on_the_page_that_is_easier_to_read_is_told_even_if_everybody_knows_it(
    said: project.Run,
) -> None:
    line = line_of(project.ROOT / "data/easy-read.yml", "      words:")
    assert f'data/easy-read.yml, line {line}, ideas.words: "NHS" {EASY_SAID}' in said.said
