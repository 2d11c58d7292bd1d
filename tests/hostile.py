"""A copy of the project with planted text in every text field of its data and in each page of
prose, built by `publish`: once with hostile text, once with harmless words in the same places.

What is text has to stay text. So the two sites have to be alike in all but the words.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import tinyhtml5
import yaml

from charter.model.fields import ANY_TEXT, SHORT
from tests import project

HOST = "evil.example"
HOSTILE = (
    f"</style></title></textarea></template>\"'><script src=http://{HOST}/a.js></script>"
    f"<img src=http://{HOST}/b onerror=alert(1)><header>{{{{7*7}}}}{{%x%}}"
    "*_[a](javascript:alert(1))_* <!-- ]]> \\3c/style &lt;b&gt;"
)
HARMLESS = "some harmless words"
# For fields that hold only few letters, and for prose, where braces ask for something.
HOSTILE_SHORT, HARMLESS_SHORT = "\"'></p><b>{{1}}", "words"
HOSTILE_PROSE = HOSTILE.replace("{{7*7}}{%x%}", "")
MARK = re.compile(r"p(\d+)q")
# What the project's own data leave out, so that each field of the model is there.
ALSO: dict[str, Any] = {
    "site.yml": {"contact": "us@council.example", "made_by": "Us"},
    "signatures.yml": {"role": "Chair", "status": "signed", "date": date(2026, 1, 1)},
    "plan.yml": {"owner": "Us"},
    "pledges": {
        "history": [{"wording": "We tried.", "until": date(2024, 1, 1), "version": "1", "why": "X"}]
    },
    # A card takes few words, so each has some of its own.
    "talk.yml": {
        "shorter": [
            {"pledge": file.stem, "words": "Few"}
            for file in sorted((project.ROOT / "data" / "pledges").glob("*.yml"))
        ]
    },
    "moved.yml": {"from": "/staff/#old", "to": "/about/", "since": date(2026, 1, 1), "why": "X"},
}
# Lists of facts, while which something is shown: without these, it always is.
WHEN = {"once", "until"}
# The page may be as heavy as hostile text makes it.
BUILD = (
    "import sys; from publish.gates import weight; weight.PAGE = weight.HOME = 10**7;"
    " from publish.__main__ import main; sys.exit(main(['--without-pdf']))"
)


@dataclass
class Planted:
    """A built copy: its site, and what was planted where, by number."""

    site: Path
    texts: dict[int, str] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)


@cache
def built(hostile: bool) -> Planted:
    """The copy, built once in each process."""
    copied = project.copy(Path(tempfile.mkdtemp(prefix="hostile-")))
    planted = Planted(copied / "site")
    numbers = count(1)
    quoted = [*source_words([yaml.safe_load(file.read_text("utf-8")) for file, _ in schemas()])]

    def plant(old: str, place: str, short: bool = False, prose: bool = False) -> str:
        # What is quoted has to be in the notes, letter by letter.
        quotes = place.endswith((", source_words", ", lines, words"))
        if quotes and any(old in words or words in old for words in quoted):
            return old
        number = next(numbers)
        words = (HOSTILE_SHORT if short else HOSTILE_PROSE if prose else HOSTILE) if hostile else (
            HARMLESS_SHORT if short else HARMLESS
        )  # fmt: skip
        planted.texts[number] = f"p{number}q{words}"
        planted.places[number] = place
        return planted.texts[number] if short else f"{old} {planted.texts[number]}"

    for file, schema in schemas():
        target = copied / file.relative_to(project.ROOT)
        value = whole(file, yaml.safe_load(target.read_text(encoding="utf-8")))
        name = target.relative_to(copied).as_posix()
        target.write_text(
            yaml.safe_dump(
                change(value, schema, schema, plant, name), allow_unicode=True, sort_keys=False
            ),
            encoding="utf-8",
        )
    for file in sorted((copied / "docs").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        if text.startswith("---\n"):
            _, head, body = text.split("---\n", 2)
            fields = yaml.safe_load(head)
            name = file.relative_to(copied).as_posix()
            for each in sorted({"title", "description"} & fields.keys()):
                fields[each] = plant(str(fields[each]), f"{name}, {each}", prose=True)
            words = plant("", f"{name}, words", prose=True).strip()
            head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
            file.write_text(f"---\n{head}---\n{body}\n\n`{words}`\n", encoding="utf-8")
    # Words that were promised may not change without a note, and these are not meant to stay.
    (copied / "data" / "wordings.txt").unlink()
    promised = copied / "data" / "addresses.txt"
    lines = {*promised.read_text(encoding="utf-8").splitlines(), ALSO["moved.yml"]["from"]}
    promised.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")
    # With an address, sheets have a square code and its words.
    ended = project.run(copied, "-c", BUILD, SITE_URL="https://charter.example.org/")
    assert ended.status == 0, ended.said
    return planted


def source_words(value: Any) -> Iterator[str]:
    """Every quotation in what data files say."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if key == "source_words":
            yield each
        elif isinstance(each, dict | list):
            yield from source_words(each)


def whole(file: Path, value: Any) -> Any:
    """What a data file says, with the fields that it leaves out."""
    also = ALSO.get(file.name, ALSO.get(file.parent.name, {}))
    if file.name == "moved.yml":
        return [*(value or []), also]
    if file.name == "plan.yml":
        value["expectations"][0] |= also
    elif isinstance(value, list):
        value[0] |= also
    else:
        value |= also
    return value


def schemas() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each data file that people write, and the JSON Schema that the model gives for it."""
    data = project.ROOT / "data"
    for file in sorted((data / "schema").glob("*.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        one = data / f"{file.stem}.yml"
        for each in [one] if one.is_file() else sorted((data / file.stem).glob("*.yml")):
            yield each, schema


def change(value: Any, schema: Any, root: Any, plant: Any, place: str) -> Any:
    """A value of YAML, with something planted in each text."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema and value is not None:
        kinds_of: dict[type, str] = {str: "string", list: "array", dict: "object"}
        kind = kinds_of.get(type(value))
        kinds = [each for each in schema["anyOf"] if each.get("type") == kind or "$ref" in each]
        return change(value, kinds[0], root, plant, place) if kinds else value
    if isinstance(value, list) and "items" in schema:
        return [change(each, schema["items"], root, plant, place) for each in value]
    if isinstance(value, dict):
        of = schema.get("properties", {})
        rest = schema.get("additionalProperties")
        rest = rest if isinstance(rest, dict) else {}
        return {
            key: each
            if any(name.startswith(f"{key}_once_") for name in value)  # others take its place
            else change(each, of.get(key, rest), root, plant, f"{place}, {key}")
            for key, each in value.items()
            if key not in WHEN or not isinstance(each, list)
        }
    if isinstance(value, str) and schema.get("pattern") == ANY_TEXT:
        few = schema.get("maxLength") == SHORT or place.endswith(", shorter, words")
        return plant(value, place, short=few)
    return value


@dataclass
class Parsed:
    """A page as a parser that no part of the build uses reads it. `skeleton` has all but its words:
    elements, names of attributes, and values of those that load, link, style or run. `text` is what
    a reader or a program meets in it, also in attributes.
    """

    skeleton: list[tuple[str, ...]]
    text: str


# Attributes whose values are no words.
ALIVE = re.compile(r"href|src|srcset|style|on.*|action|id|class|http-equiv|content")


def read(html: str) -> Parsed:
    skeleton: list[tuple[str, ...]] = []
    parts = []
    for element in tinyhtml5.parse(html, namespace_html_elements=False).iter():
        text = element.text or ""
        if element.tag == "style":
            text = re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), text)
        tag = element.tag if isinstance(element.tag, str) else "comment"
        said = [f"{name}={value}" if ALIVE.fullmatch(str(name)) else str(name)
                for name, value in element.attrib.items()]  # fmt: skip
        rules = str((element.text or "").count("{")) if tag == "style" else ""
        skeleton.append((tag, rules, *map(without_words, sorted(said))))
        parts += [text, element.tail or "", *map(str, element.attrib.values())]
    return Parsed(skeleton, " ".join(" ".join(parts).split()))


def without_words(value: str) -> str:
    return MARK.sub("p", re.sub(r"(p\d+q).*?(?=$|p\d+q)", r"\1", value, flags=re.DOTALL))


def whole_marks(text: str) -> Counter[int]:
    """How often each planted text stands in a text, whole."""
    texts = "|".join(map(re.escape, (HARMLESS, HARMLESS_SHORT, HOSTILE, HOSTILE_PROSE,
                                     HOSTILE_SHORT)))  # fmt: skip
    return Counter(int(number) for number in re.findall(rf"p(\d+)q(?:{texts})", text))
