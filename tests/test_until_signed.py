"""One signature, in one file: from then on no page says that nobody has signed."""

import re
from pathlib import Path

from charter.data.load import load
from charter.data.until_signed import as_of_now
from charter.project_files import files
from tests.project import ROOT, charter
from tests.sample import edit, sample

NOBODY = re.compile(r"(?:nobody|no one|no organisation)\b[^.<:]*\bsigned", re.IGNORECASE)
SIGNED = "status: signed\n  role: Mayor\n  date: 2025-05-03"


def typed() -> dict[str, str]:
    """All words of this charter that people type, but for notes and rules."""
    texts = {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
        for folder, kind in (("data", "**/*.yml"), ("docs", "**/*.md"))
        for file in files(ROOT / folder, kind)
        if file.name != "words.yml"
    }
    return {name: re.sub(r"(?m)^#.*$", "", text) for name, text in texts.items()}


def test_each_sentence_that_ends_with_a_signature_is_known() -> None:
    then = charter().words.once_signed
    left = {name: NOBODY.findall(as_of_now(text, then)) for name, text in typed().items()}
    assert {name: found for name, found in left.items() if found} == {}, (
        "Add these sentences to until_signed in data/words.yml"
    )


def test_the_first_signature_takes_such_sentences_away_or_says_others(tmp_path: Path) -> None:
    data = sample(tmp_path)
    rules = "  - says: It was at the meeting.\n    then: Hello.\n  - says: It is big.\n"
    edit(data, "words.yml", "", f"until_signed:\n{rules}")
    edit(data, "organisations.yml", "part: It runs", "part: It is old. It is big. It runs")
    before = load(data)
    edit(data, "signatures.yml", "status: not signed yet", SIGNED)
    after = load(data)
    notes = [each.signatures[0].note for each in (before, after)]
    parts = [each.organisations["town-hall"].part for each in (before, after)]
    assert notes == ["It was at the meeting.", "Hello."]
    assert parts == ["It is old. It is big. It runs things.", "It is old. It runs things."]
    assert (before.is_signed, after.is_signed) == (False, True)
