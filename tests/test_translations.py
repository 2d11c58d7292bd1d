"""Translations in PO files: `charter translate update` keeps them in step, nothing is lost, and
what is wrong with one is told with its line.
"""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from babel.messages.catalog import Catalog, Message

from charter.__main__ import main
from charter.data.load import load
from charter.data.translations import catalog, file_of
from charter.model.translated import passages
from charter.problems import ProblemsFound
from charter.translations.update import updated, written
from tests import project
from tests.sample import edit
from tests.translated import fill, long_words

OLD = "We will be transparent."
HISTORY = """history:
  - wording: We will be transparent.
    until: 2026-11-28
    version: draft 1
    why: It is easier to read.
"""


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """A copy of the project's data whose Polish is made up."""
    shutil.copytree(project.ROOT / "data", tmp_path / "data")
    file_of(tmp_path / "data", "pl").write_bytes(_made_up())
    return tmp_path


@cache
def _made_up() -> bytes:
    with TemporaryDirectory() as folder:
        data = Path(shutil.copytree(project.ROOT / "data", f"{folder}/data"))
        fill(data, "pl", long_words)
        return file_of(data, "pl").read_bytes()


def run(area: Path, language: str) -> int:
    """Run the command; how it ended."""
    return main(["translate", "--project", str(area), "update", language])


def update(area: Path) -> Catalog:
    """Polish, after the command has been run."""
    assert run(area, "pl") == 0
    found = catalog(area / "data", "pl")
    assert isinstance(found, Catalog)
    return found


def message(found: Catalog, english: str, context: str) -> Message:
    """A passage of a catalogue."""
    there = found.get(english, context)
    assert there
    return there


def reword(data: Path, words: str = "We will be open.") -> None:
    """Give a pledge new words."""
    edit(data, "pledges/communication-2.yml", f"text: {OLD}", f"text: {words}")
    with (data / "pledges/communication-2.yml").open("a", encoding="utf-8") as more:
        more.write(HISTORY)


def told(area: Path) -> str:
    """What the check says of a project that it refuses."""
    with pytest.raises(ProblemsFound) as found:
        load(area / "data")
    return str(found.value)


def spoil(area: Path, context: str, words: str) -> int:
    """Translate a passage as these words; tells the line of its English."""
    found = catalog(area / "data", "pl")
    assert isinstance(found, Catalog)
    (message,) = [each for each in found if each.context == context]
    message.string = words
    file = file_of(area / "data", "pl")
    file.write_text(written(found), encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()
    return lines.index(f'msgctxt "{context}"') + 2


def test_each_passage_says_where_it_is_from_and_which_wording_it_is(area: Path) -> None:
    found = update(area)
    passage = message(found, OLD, "pledges/communication-2/text")
    assert [file for file, _ in passage.locations] == ["data/pledges/communication-2.yml"]
    notes = " ".join(passage.auto_comments)
    assert "The promise in full" in notes and "(Wording 1.)" in notes
    reword(area / "data")
    after = message(update(area), "We will be open.", "pledges/communication-2/text")
    assert "(Wording 2.)" in " ".join(after.auto_comments)


def test_new_english_makes_a_translation_fuzzy_and_the_old_english_stands_beside_it(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = message(update(area), OLD, "pledges/communication-2/text").string
    reword(area / "data")
    found = update(area)
    fuzzy = [each for each in found if each.id and each.fuzzy]
    assert [(each.context, each.id, each.string) for each in fuzzy] == [
        ("pledges/communication-2/text", "We will be open.", before)
    ]
    assert fuzzy[0].user_comments == [f"The English was: {OLD}"]
    capsys.readouterr()
    run(area, "pl")
    said = capsys.readouterr().out
    count = len(passages(load(area / "data")))
    assert f"pl: {count - 1} of {count} passages are translated, 1 are of earlier words" in said


def test_a_second_update_changes_nothing(area: Path) -> None:
    reword(area / "data")
    update(area)
    file = file_of(area / "data", "pl")
    before = file.read_bytes()
    update(area)
    assert file.read_bytes() == before


def test_nothing_that_was_translated_is_lost(area: Path) -> None:
    file = file_of(area / "data", "pl")
    said = {str(each.string) for each in update(area) if each.id}
    edit(area / "data", "in-short.yml", "large_print: Large print", "large_print: Big letters")
    edit(area / "data", "home.yml", "  - No. It's a draft, so it can still change.", "  - No.")
    reword(area / "data")
    update(area)
    text = file.read_text(encoding="utf-8").replace('"\n#~ "', "").replace('"\n"', "")
    assert [words for words in said if words.replace('"', '\\"') not in text] == []


def test_items_of_a_list_keep_their_translations_when_one_comes_before_them(area: Path) -> None:
    first = load(area / "data").home.lead[0]
    before = message(update(area), first, "home/lead").string
    edit(area / "data", "home.yml", "lead:\n", "lead:\n  - This is new.\n")
    found = update(area)
    assert message(found, first, "home/lead").string == before
    assert not message(found, "This is new.", "home/lead").string


@pytest.mark.parametrize(
    ("context", "words", "said"),
    [
        ("in-short/draft-of", "Z dnia.", "does not say {day}, which the English does"),
        ("in-short/draft-of", "Z {day}, {data}.", "says {data}, which the English does not"),
        ("in-short/skip", "x" * 41, "has 41 letters, and there is room for 40"),
        ("in-short/title", "<b>Razem</b>", 'holds "<b>", and a translation is words alone'),
        ("in-short/title", "Razem [x](y)", 'holds "](", and a translation is words alone'),
        ("in-short/title", "Raz\u200bem", "holds an invisible character (U+200B)"),
    ],
)
def test_a_mistake_in_a_translation_is_told_with_its_line(
    area: Path, context: str, words: str, said: str
) -> None:
    line = spoil(area, context, words)
    message = told(area)
    assert f"data/translations/pl.po, line {line}, {context}: {said}" in message


def test_all_mistakes_are_told_at_once(area: Path) -> None:
    spoil(area, "in-short/skip", "x" * 41)
    spoil(area, "in-short/draft-of", "Z dnia.")
    assert told(area).count("data/translations/pl.po") == 2


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ('msgid "x"\nmsgstr "y\n', "is no line of a PO file"),
        ("<<<<<<< ours\n", "here two changes could not be joined"),
        ("wrong\n", "is no line of a PO file"),
    ],
)
def test_a_broken_file_is_told_with_its_line(
    area: Path, spoilt: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(area / "data", "pl")
    lines = file.read_text(encoding="utf-8").count("\n") + 1
    with file.open("a", encoding="utf-8") as more:
        more.write(spoilt)
    message = told(area)
    assert said in message and "data/translations/pl.po, line" in message
    number = int(message.split("pl.po, line ")[1].split(":")[0].split(",")[0])
    assert lines <= number <= lines + 2
    assert run(area, "pl") == 1
    assert said in capsys.readouterr().err


def test_words_of_no_known_language_are_told(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(area / "data", "pl")
    file.with_name("xx.po").write_bytes(file.read_bytes())
    assert "data/translations/xx.po, line 1: no language goes by the name of this file" in told(
        area
    )
    file.with_name("xx.po").unlink()
    assert run(area, "zz") == 1
    assert "no language goes by this name" in capsys.readouterr().err


def test_a_change_of_english_words_alone_passes_the_check(tmp_path: Path) -> None:
    area = project.copy(tmp_path)
    file_of(area / "data", "pl").write_bytes(_made_up())
    reword(area / "data")
    assert load(area / "data").translations["pl"].words
    assert project.run(area, "charter", "check").status == 0


def test_a_new_language_begins_with_all_that_is_to_be_translated(
    area: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(area, "ru") == 0
    count = len(passages(load(area / "data")))
    assert f"ru: 0 of {count} passages are translated" in capsys.readouterr().out
    begun = catalog(area / "data", "ru")
    assert isinstance(begun, Catalog) and sum(bool(each.id) for each in begun) == count
    assert load(area / "data").translations["ru"].words == {}


def test_the_order_and_the_english_are_those_of_the_data(area: Path) -> None:
    charter = load(area / "data")
    wanted = [(each.context, each.english) for each in passages(charter)]
    after = updated(charter, "pl", None)
    assert [(each.context, each.id) for each in after if each.id] == wanted
