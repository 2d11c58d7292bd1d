"""What is told of a change: pages by their words, and strangers' words as nothing but words."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from a11y import photos
from charter.editors import change_told
from charter.editors.change_told import EVERY_PAGE, MOST, MOST_BYTES, UNREADABLE, told
from charter.editors.changed_pages import compare

PAGE = "<title>{0}</title><body><nav>Menu</nav><main><h1>{0}</h1>{1}</main><footer>{2}</footer>"


def site(folder: Path, foot: str = "Foot", **pages: str) -> Path:
    for name, words in {"": "<p>Home</p>", **pages}.items():
        file = folder / name / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGE.format(name or "Home", words, foot), "utf-8")
    return folder


def changes(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> Any:
    return compare(site(tmp_path / "before", **before), site(tmp_path / "after", **after))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("<p>We <b>will</b> try", "<p>We <i>will</i> do", ["-We will try", "+We will do"]),
        ("<ul><li>a<li>b</ul>", "<ul><li>b<li>c</ul>", ["-a", " ", "+c"]),
        ('<a href="https://a.example">a</a>', '<a href="https://b.example">a</a>',
         ["-a [https://a.example]", "+a [https://b.example]"]),
        ('<img alt="A boy">', '<img alt="A girl">', ["-[A boy]", "+[A girl]"]),
        ("<p>a</p><p>b</p>", "<p>a\nb</p>", ["-a", "-b", "+a b"]),
        ("<script>1</script>", "<script>2</script>", []),
    ],
)  # fmt: skip
def test_words_before_and_after_are_those_that_people_read(
    before: str, after: str, words: list[str], tmp_path: Path
) -> None:
    pages, others = changes(tmp_path, {"one": before}, {"one": after})
    assert [page["words"] for page in pages] == [words] * bool(words)
    assert others == ([] if words else ["/one/"])


def test_new_and_gone_pages_are_told_and_the_foot_once(tmp_path: Path) -> None:
    before = {"old": "x", "one": "Draft 1, today", "two": "Draft 1, so"}
    after = {"new": "y", "one": "Draft 2, today", "two": "Draft 2, so", "foot": "Other"}
    found, others = changes(tmp_path, before, after)
    shown = [(page["page"], page["kind"], page["also"]) for page in found]
    assert shown == [
        (EVERY_PAGE, "changed", []),
        ("/new/", "new", []),
        ("/old/", "gone", []),
        ("/one/", "changed", ["/two/"]),  # the same words became the same
    ]
    assert others == ["/"]
    said = told({"pages": found, "others": others})
    assert "4 pages will read differently" in said and "The same on `/two/`" in said


HOSTILE = ["@everyone", "<img src=x>", "![a](https://a.example)", "````\n@team\n", "`@me`",
           "[a](javascript:x)", "#1", "\u202eorder", "www.a.example", "</code>@x"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_strangers_words_stay_words(text: str) -> None:
    mend = {"file": text, "line": 3, "field": text, "message": text}
    page = {"page": text, "title": text, "kind": text, "words": [f"+{text}", text], "also": [text]}
    for report in ({"problems": [mend]}, {"pages": [page], "others": [text]}):
        said = told(report, "https://run.example", "https://files.example")
        own = re.sub(r"^(`{3,})(diff)?\n.*?^\1$", "", said, flags=re.M | re.S)
        assert own.count("`") % 2 == 0
        own = re.sub(r"`[^`\n]+`|\]\(https://files.example/[^\s()]*\)", "", own)
        assert not re.search(r"@|<|!\[|#1|www|javascript|\u202e|`", own), own
        assert said.isprintable() or set(re.findall(r"[^ -~…]", said)) == {"\n"}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"problems": 3}', '{"problems": [{}]}',
     '{"pages": [1], "others": []}', '{"pages": [], "others": 7}', "[" * 100_000,
     " " * (MOST_BYTES + 1)],
)  # fmt: skip
def test_what_is_no_report_is_said_to_be_none(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUN", "r")
    monkeypatch.setenv("FILES", "f")
    monkeypatch.setenv("BRANCH", "b")
    (tmp_path / "report.json").write_text(text, "utf-8")
    assert change_told.main(tmp_path / "report.json") == UNREADABLE


def test_a_long_report_fits_a_comment() -> None:
    page = {
        "page": "/a/",
        "title": "t",
        "kind": "new",
        "words": ["+" + "w " * 900] * 90,
        "also": [],
    }
    report = json.loads(json.dumps({"pages": [page] * 500, "others": ["/b/"] * 900}))
    assert len(told(report, "https://run.example")) < MOST + 1_500


@pytest.mark.browser
def test_each_changed_page_has_a_picture_at_the_width_of_a_phone_and_of_a_desk(
    tmp_path: Path,
) -> None:
    photos.main(site(tmp_path / "site", one="<p>Words"), tmp_path / "to", ["/", "/one/"])
    taken = [(file.name, BytesIO(file.read_bytes())) for file in (tmp_path / "to").iterdir()]
    assert sorted((name, Image.open(picture).width) for name, picture in taken) == [
        ("home-desk.png", 1280), ("home-phone.png", 320),
        ("one-desk.png", 1280), ("one-phone.png", 320),
    ]  # fmt: skip
