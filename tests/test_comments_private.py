"""Coding comments keeps every secret: none of the planted names, addresses and numbers reaches a
sheet, a count or a message.
"""

import csv
import random
import re
import socket
from functools import cache
from pathlib import Path

import pytest

from charter.__main__ import main
from charter.comments.clean import Cleaner, plain
from tests.project import ROOT, charter

COMMENTS = Path(__file__).parent / "comments"
# Letters of any script, figures, or both. A piece of a name, or of a number, tells as much as the
# whole.
PIECE = re.compile(r"[^\W\d_]{3,}|\d{2,}|\b\w*\d\w*\b")
KINDS = {"name", "email", "phone", "postcode", "link", "handle", "number", "date", "address"}


def rows(name: str) -> list[dict[str, str]]:
    with (COMMENTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLANTED = rows("personal.csv")
EVERYDAY = [row["comment"] for row in rows("everyday.csv")]
TWO_HUNDRED = [row["comment"] for row in PLANTED] + EVERYDAY[: 200 - len(PLANTED)]


@cache
def cleaner() -> Cleaner:
    return Cleaner(charter())


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


def pieces(text: str) -> set[str]:
    return set(PIECE.findall(text.lower()))


def write(file: Path, table: list[list[str]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(table)
    return file


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Run the command as an editor would; its exit status, and all that it says."""
    action, *others = map(str, arguments)
    status = main(["comments", "--project", str(ROOT), action, *others])
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def test_a_hundred_secrets_of_every_kind_are_planted() -> None:
    assert len(PLANTED) >= 100 and len(TWO_HUNDRED) == 200
    assert {row["kind"] for row in PLANTED} == KINDS
    assert all(row["secret"].casefold() in row["comment"].casefold() for row in PLANTED)
    assert all(pieces(row["secret"]) for row in PLANTED)


@pytest.mark.parametrize("row", PLANTED, ids=lambda row: f"{row['kind']}-{row['secret']}")
def test_no_piece_of_a_secret_stays_in_a_comment(row: dict[str, str]) -> None:
    cleaned = cleaner()(row["comment"])
    assert pieces(row["secret"]) & words(cleaned) == set()
    assert not re.search(r"[\d@/\\#_]", cleaned)


def test_many_of_the_secrets_are_everyday_words() -> None:
    """Without rules for names and links these would stay: here small letters show that."""
    known = [row for row in PLANTED if any(map(cleaner().knows, pieces(row["secret"])))]
    assert len(known) >= 40


def test_nearly_every_other_word_stays() -> None:
    cleaned = [cleaner()(comment) for comment in EVERYDAY]
    gaps = sum(comment.count("…") for comment in cleaned)
    assert 0 < gaps < len(" ".join(EVERYDAY).split()) / 100


def test_only_known_words_stay_of_what_nobody_foresaw() -> None:
    chance = random.Random(5)
    letters = "abcdefghij ABC éßłжم中0129٣@#/._-'’\n\t\u200b😀(!?)…=+"
    everyday = " ".join(TWO_HUNDRED).split()
    seen = set()
    for _ in range(1000):
        jumble = "".join(chance.choice(letters) for _ in range(40))
        cleaned = cleaner()(f"{jumble} {chance.choice(everyday)} {chance.choice(everyday)}")
        assert not re.match(r"[=+@\t\r-]", cleaned), "a spreadsheet would take it for a formula"
        seen |= set(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", cleaned))
    assert len(seen) > 100
    assert [word for word in seen if not cleaner().knows(word)] == []


@pytest.mark.slow
def test_no_secret_is_in_the_sheet_or_in_what_is_said_and_nothing_goes_online(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something went online")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    secret = [*(row["secret"] for row in PLANTED), *("Jo Fernsby" for _ in range(200))]
    table = [[comment, hidden] for comment, hidden in zip(TWO_HUNDRED, secret, strict=False)]
    source = write(tmp_path / "c.csv", [["comment", "name"], *table])
    status, said = run(capsys, "prepare", source)
    assert status == 0 and "200 comments" in said and "Left out, and not read: column 2." in said
    sheet = tmp_path / "coding-sheet.csv"
    assert sorted(tmp_path.iterdir()) == [source, sheet]
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        coded = list(csv.DictReader(file))
    left = [comment["comment"] for comment in coded]
    # A word such as "hope" may well be in another comment: each is looked for where it was.
    for row in PLANTED:
        assert row["comment"] not in left
    assert sorted(left) == sorted(cleaner()(comment) or "…" for comment in TWO_HUNDRED)
    others = words(" ".join(map(cleaner(), [row["comment"] for row in PLANTED] + EVERYDAY)))
    secrets = set().union(*(pieces(row["secret"]) for row in PLANTED)) - others
    said = said.replace(str(tmp_path), "")
    assert len(secrets) > 100 and secrets & words(" ".join(left) + said) == set()

    code = dict.fromkeys(coded[0], "") | {"tone": "positive"}
    own = [{name: row[name] for name in ("number", "comment")} for row in coded]
    filled = [[*code], *([*(code | each).values()] for each in own)]
    for name in ("a.csv", "b.csv"):
        write(tmp_path / name, filled)
    out = tmp_path / "counts.csv"
    status, said = run(capsys, "count", tmp_path / "a.csv", tmp_path / "b.csv", "--out", out)
    counts = out.read_text(encoding="utf-8-sig")
    assert status == 0 and "all,200,200,0,0" in counts
    names = {value.name for value in charter().values}
    assert words(counts) - words(" ".join(names)) <= {
        *("about", "comments", "positive", "mixed", "negative", "all", "hidden", "200", "0")
    }
    assert {piece for piece in secrets if len(piece) > 1} & words(said) == set()


def broken(folder: Path) -> dict[str, Path]:
    """Files full of secrets, each wrong in its own way."""
    whole, alone = [row["comment"] for row in PLANTED], [row["secret"] for row in PLANTED]
    tables = {
        "no header": [[comment] for comment in whole],
        "ragged rows": [["comment"], *([text, *whole[: n % 3]] for n, text in enumerate(whole))],
        "headers of secrets": [whole[:40], whole[40:80]],
        "a column of secrets": [["comment"], *([hidden] for hidden in alone if "@" in hidden)],
        "a wrong sheet": [["number", "comment", *alone], *[[*alone, "", ""]] * 9],
    }
    text = "\n".join(["comment", *whole])
    files = {
        "a quotation mark never closed": text.replace("\n", '\n"').encode(),
        "another encoding": text.encode().replace(b"a", b"\xe9"),
        "UTF-16": text.encode("utf-16"),
        "NUL": text.replace("a", "\0").encode(),
    }
    made = {
        name: write(folder / f"{n}.csv", table) for n, (name, table) in enumerate(tables.items())
    }
    for name, data in files.items():
        made[name] = folder / f"{name}.csv"
        made[name].write_bytes(data)
    return made


@pytest.mark.slow
def test_no_secret_is_in_any_message_about_a_broken_file_or_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secrets = set().union(*(pieces(plain(row["secret"])) for row in PLANTED))
    found = broken(tmp_path)
    for name, file in found.items():
        column = ["--column", "Fernsby"] if name == "headers of secrets" else []
        given = ["count", file, file] if name == "a wrong sheet" else ["prepare", file, *column]
        status, said = run(capsys, *given)
        assert status == 1 and "Traceback" not in said, name
        rest = said.replace(str(file), "").lower()
        left = [piece for piece in secrets if re.search(rf"\b{piece}\b", rest)]
        assert not [piece for piece in left if not piece.isdigit()], name
        assert not re.search(r"\d{5}", rest), name
    assert len(found) == 9
