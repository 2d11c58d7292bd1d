"""What can't be seen, and what a wrong encoding made, is told in data, pages and settings; what
other writings need stays.
"""

import re
from pathlib import Path
from typing import Annotated, Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from charter.characters import wrong
from charter.model import Charter, kinds
from charter.model.fields import WebAddress
from charter.site.check import check
from tests import project
from tests.sample import edit, refused, with_pages

# Each is told by its code, wherever it stands: between letters, at an end, alone, twice.
UNSEEN = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u200e", "\u200f", "\u061c", "\u202e",
    "\u2066", "\u180e", "\u3164", "\u115f", "\uffa0", "\u2800", "\u034f", "\ufe0f", "\ufeff",
    "\U000e0041", "\U000e0001", "\U000e0100", "\ue000", "\ufffc", "\u2028", "\x07", "\x85",
    "\U0001d173", "\u2062", "\ufff9", "\U0010fffe",
)  # fmt: skip
KEPT = (
    "اردو", "می‌خواهم", "PDF‌ها", "اردو \u200f(2026)\u200e 5", "שלום \u200e(x)", "नेपाली क्‍ष", "ਪੰਜਾਬੀ",
    "ភាសា\u200bខ្មែរ", "ไทย\u200bไทย", "မြန်\u200bမာ", "ລາວ\u200b2", "(\u200bไทย)",
    "👩‍👩‍👧‍👦", "👋🏽", "❤️", "1️⃣", "🏳️‍🌈", "👁️‍🗨️", "🙂‍↔️", "⚖️",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "don’t", "naïve “CAFÉ”",
    "ROMÂ”", "Łódź, Tŷ Gwyn", "СІЧЕНЬ «Рівне» Світ", "GÜNEŞ’İN", "România ĂŞ",
    "5 – 7\xa0km", "½ © ²", "Who? Us.", "здоров’ї", "в’їзд", "ПОЛІЦІЯ", "СІМ’Ї", "“Ä”", "20\xa0ºC",
    "ąčęėįšųūž ĄĘŚĆŻŹŃÓŁ", "Български “Р”", "yes?no", "a\tb",
)  # fmt: skip
# What a program made of a text, and what had been typed.
BROKEN = {
    "donâ€™t": "’", "Â£5": "£", "Ã©": "é", "ÔÇÖ": "’", "├®": "é", "‚Äô": "’", "√©": "é", "ΓÇÖ": "’",
    "Ø§Ù„Ø³Ù„Ø§Ù…": "السلام", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚": "привет", "РїСЂРёРІРµС‚": "привет", "вЂ™": "’",
    "Ã¢â‚¬â„¢": "’",
    "ðŸ˜€": "😀", "Åº": "ź", "don?t": "don’t", "It?s": "It’s", "â€œHello": "“",
    "It �s": "a letter was lost",
}  # fmt: skip
# Where a text may stand: a file of the sample, what stands there, and what with a text in it.
PLACES = (
    ("data/values.yml", "We try hard things.", "We {} things."),
    ("data/site.yml", "name: ", "name: {}"),
    ("data/glossary.yml", "meaning: ", "meaning: {}"),
    ("docs/deep/er.md", "", "---\ntitle: A {}\n---\n\nWords.\n"),
    ("docs/deep/er.md", "", "# A\n\n- one\n    - two {}\n"),
    ("docs/deep/er.md", "", "# A\n\n```\n{}\n```\n"),
    ("docs/deep/er.md", "", "| a |\n|---|\n| {} |\n"),
    ('docs/deep/er.md', "", '[a {}](er.md "b")\n'),
    ("docs/deep/er.md", "", '[a](er.md "{}")\n'),
    ("docs/deep/er.md", "", "![{}](x.png)\n"),
    ("docs/deep/er.md", "", "[a]: https://a.example/{}\n"),
    ("mkdocs.yml", "", "nav:\n  - Me{}nu: index.md\n"),
)  # fmt: skip


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return with_pages(tmp_path)


@pytest.mark.parametrize("character", UNSEEN)
@pytest.mark.parametrize("text", ["a{}b", "{}", "a {}", "{} a", "a{0}{0}b"])
def test_what_nobody_sees_is_told_by_its_code(character: str, text: str) -> None:
    assert f"(U+{ord(character):04X})" in str(wrong(text.format(character)))


@pytest.mark.parametrize("text", KEPT)
def test_what_other_writings_and_pictures_need_stays(text: str) -> None:
    assert wrong(f"A {text} b") is None


@pytest.mark.parametrize("text", BROKEN)
def test_text_from_a_wrong_encoding_is_told_with_what_was_meant(text: str) -> None:
    assert BROKEN[text][-1] in str(wrong(f"We {text} b"))


@pytest.mark.parametrize("planted", ["x\u200bx", "x\u202ex", "donâ€™t"], ids=ascii)
@pytest.mark.parametrize(("file", "was", "now"), PLACES)
def test_both_are_told_wherever_a_text_stands(
    file: str, was: str, now: str, planted: str, area: Path
) -> None:
    if was:
        edit(area, file, was, now.format(planted))
    else:
        (area / file).parent.mkdir(exist_ok=True)
        (area / file).write_text(now.format(planted), encoding="utf-8")
    found = refused(check, area)
    said = "a wrong encoding made" if "™" in planted else "holds an invisible character"
    assert re.search(rf"{file}, line \d+[^\n]*{said}", found)


def texts(kind: Any, given: tuple[Any, ...] = (), name: str = "") -> dict[str, Any]:
    """The type of each field that may hold a text, in a part of the model and all below it."""
    if hasattr(kind, "__metadata__"):
        return texts(kind.__origin__, given + kind.__metadata__, name)
    if kind is str:
        return {name: Annotated[(str, *given)]} if given else {name: str}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = kind.model_fields.items()
        parts = [(of.annotation, tuple(of.metadata), f"{kind.__name__}.{n}") for n, of in fields]
    else:
        parts = [(part, (), name) for part in get_args(kind) if not isinstance(part, str)]
    return {path: found for part in parts for path, found in texts(*part).items()}


def test_every_text_field_of_the_data_refuses_what_nobody_sees() -> None:
    fields = texts(Charter)
    assert len(fields) > 200
    # Two that a program writes and no page shows, and pledges, which are looked at as pledges.
    apart = {"Shapes.crs", "Exempted.target", "Value.pledges"}
    fields = {name: fields[name] for name in fields.keys() - apart}
    ids = {kind: [""] for kind in [*dict(kinds()), "page", "record"]}
    for name, kind in fields.items():
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python("a\u200bb", context={"ids": ids})
            pytest.fail(f"{name} takes a character that nobody sees")


@pytest.mark.parametrize("end", ["%E2%80%8B", "x%00", "%E2%80%AEx", "x\u00adx"])
def test_an_address_holds_nothing_unseen_in_code_either(end: str) -> None:
    address = TypeAdapter(WebAddress)
    assert address.validate_python("https://a.example/caf%C3%A9%20%E9")
    with pytest.raises(ValidationError, match=r"that can't be seen|invisible"):
        address.validate_python(f"https://a.example/{end}")


@pytest.mark.build
def test_a_build_tells_of_its_settings_before_it_reads_them(tmp_path: Path) -> None:
    copied = project.copy(tmp_path / "project")
    with (copied / "mkdocs.yml").open("a") as settings:
        settings.write("<<<<<<< HEAD\n")
    for command in (["charter", "check"], ["publish", "--without-pdf"]):
        ended = project.run(copied, *command)
        assert ended.status == 1 and "two changes could not be joined" in ended.said
        assert "mkdocs.yml, line " in ended.said and "Traceback" not in ended.said
