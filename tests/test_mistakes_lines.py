"""Each kind of slip in YAML, planted on each line of a data file: that very line is told."""

import re
from pathlib import Path

import pytest

from charter.data import yaml_reader, yaml_repairs
from charter.data.load import load
from tests.project import ROOT
from tests.sample import DATA, edit, refused, sample

FILES = (ROOT / "data" / "pledges" / "ambition-1.yml", DATA / "values.yml", DATA / "area.yml")
FIELD = r"^(\s*(?:- )*)([a-z_]+): (\S.*)$"
HEAD = r"^(\s*(?:- )*)([a-z_]+):\s*$"
ITEM = r"^(\s*)- (\S.*)$"
# What is found in a line, and what stands there instead.
SLIPS = {
    "no space after the colon": (FIELD, r"\1\2:\3"),
    "no colon": (FIELD, r"\1\2 \3"),
    "no colon above a list": (HEAD, r"\1\2"),
    "no space after the hyphen": (ITEM, r"\1-\2"),
    "a dash from Word": (ITEM, r"\1– \2"),
    "one blank too many": (r"^(.*)$", r" \1"),
    "one blank too few": (r"^ (.*)$", r"\1"),
    "a tab": (r"^  +(.*)$", r"	\1"),
    "a quotation mark not closed": (FIELD, r"""\1\2: "\3"""),
    "an apostrophe that quotes": (FIELD, r"\1\2: '\3"),
    "text behind a quotation": (FIELD, r"""\1\2: "We" \3"""),
    "a bracket not closed": (FIELD, r"\1\2: [\3"),
    "a brace not closed": (FIELD, r"\1\2: {\3"),
    "a lone bracket": (FIELD, r"\1\2: ["),
    "a colon in the text": (FIELD, r"\1\2: We said: \3"),
    "three dots": (r"^(.*)$", "...\n\\1"),
    "three hyphens": (r"^(  .*)$", "---\n\\1"),
    **{f"{sign} before the text": (FIELD, rf"\1\2: {sign}\3") for sign in "%@`*&!|>,]}"},
    "no-break space further in": (r"^  (.*)$", "\u00a0\u00a0\\1"),
    "em space further in": (r"^  (.*)$", "\u2003\\1"),
    "no-break space after the colon": (FIELD, "\\1\\2:\u00a0\\3"),
    "full-width colon": (FIELD, "\\1\\2：\\3"),
    "a line of a no-break space": (r"^(.*)$", "\u00a0\n\\1"),
    "no-break space after the hyphen": (ITEM, "\\1-\u00a0\\2"),
    "line separator": (FIELD, "\\1\\2: \\3\u2028x"),
}
STRANGE = [name for name in SLIPS if name.startswith(("no-break", "em space", "full-width"))]
# A list may start anywhere below its name, and a whole record too: these are no mistakes.
NO_MISTAKE = {"one blank too many": 10, "one blank too few": 10, "no-break space further in": 0}


def told(text: str) -> list[tuple[int, str]]:
    """Line and message of each fault."""
    return [(line, message) for line, _, message in yaml_reader.read(text).faults]


@pytest.mark.slow
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_on_any_line_is_told_with_that_very_line(slip: str) -> None:
    pattern, new = SLIPS[slip]
    tried = missed = 0
    for file in FILES:
        lines = file.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            if line.lstrip().startswith("#") or not re.match(pattern, line):
                continue
            spoilt = "\n".join([*lines[:at], re.sub(pattern, new, line), *lines[at + 1 :]])
            found = told(spoilt + "\n")
            tried += 1
            missed += not found
            assert [number for number, _ in found][:1] in ([], [at + 1]), (file.name, found)
            if slip in STRANGE and found:
                assert re.search(r"\(U\+[0-9A-F]{4}.*Delete it and type it again", found[0][1])
    assert tried > 5
    assert missed <= NO_MISTAKE.get(slip, 0)


def find_names(data: Path, file: str, old: str, new: str) -> str:
    """What is told where a place of a file of the sample is changed."""
    edit(data, file, old, new)
    return refused(load, data)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: draft", "\u200bstatus: draft", "line 15, status: at its start stands an"),
        ("status: draft", "status\u00a0: draft", 'after "status" stands a blank that is no'),
        ("status: draft", "st\u0430tus: draft", 'after "st" stands a character that is not what'),
        ("status: draft", "status: draft\u00a0", 'line 15, status: after "draft" stands a blank'),
        ("status: draft", "status: \u200bdraft", "line 15, status: at its start stands an invis"),
        (": health", ": heal\u00adth", 'line 14, outcomes.outcome: after "heal" stands an invisib'),
        ("id: courage-1", "id: courage\u20111", 'line 1, id: after "courage" stands a character'),
    ],
)  # fmt: skip
def test_a_name_or_choice_that_only_looks_right_is_told_with_its_character(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    message = find_names(sample(tmp_path), "pledges/courage-1.yml", old, new)
    assert said in message
    assert "Delete it and type it again" in message


def test_every_line_with_a_strange_character_is_told_at_once() -> None:
    text = (DATA / "values.yml").read_text(encoding="utf-8").replace("\n  ", "\n\u00a0\u00a0")
    assert [line for line, _ in told(text)] == [2, 3, 4, 6, 7, 8]


@pytest.mark.slow
def test_a_large_file_is_judged_in_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    reach = yaml_repairs.reach

    def counted(text: str) -> float:
        read.append(len(text))
        return reach(text)

    monkeypatch.setattr(yaml_repairs, "reach", counted)
    assert told('- a: "x\n' + "- id: b\n  text: c\n" * 20_000)
    assert sum(read) < 5_000_000
