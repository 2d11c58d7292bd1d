"""Counting comments keeps every secret: no name, address or number of the planted ones reaches a
counter, or any output.
"""

import csv
import random
import re
import socket
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from charter.__main__ import main
from charter.comments.result import Listener
from tests.project import ROOT, charter

PLANTED = Path(__file__).parent / "listening" / "personal.csv"
# Letters of any script, figures, or both. A piece of a name, or of a number, tells as much as the
# whole.
PIECE = re.compile(r"[^\W\d_]{3,}|\d{2,}|\b\w*\d\w*\b")


@cache
def planted() -> list[dict[str, str]]:
    with PLANTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def listener() -> Listener:
    return Listener(charter().listening)


def pieces(text: str) -> set[str]:
    return set(PIECE.findall(text.lower()))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run the command as an editor would; its exit status, and all that it says."""

    def run(*arguments: object) -> tuple[int, str]:
        status = main(["listen", "--project", str(ROOT), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out + captured.err

    return run


def test_a_hundred_secrets_of_every_kind_are_planted() -> None:
    assert len(planted()) >= 100
    kinds = {row["kind"] for row in planted()}
    assert kinds == {
        "name",
        "email",
        "phone",
        "postcode",
        "link",
        "handle",
        "number",
        "date",
        "address",
    }
    assert all(row["secret"].casefold() in row["comment"].casefold() for row in planted())
    assert all(pieces(row["secret"]) for row in planted())


@pytest.mark.parametrize("row", planted(), ids=lambda row: f"{row['kind']}-{row['secret']}")
def test_no_piece_of_a_secret_reaches_a_counter(row: dict[str, str]) -> None:
    cleaned = listener().clean(row["comment"])
    assert pieces(row["secret"]) & words(cleaned) == set()
    assert not re.search(r"[\d@/\\#_]", cleaned)


def test_many_of_the_secrets_are_made_of_words_to_count() -> None:
    """Without rules for names and links these would get through: here small letters after a comma
    show that they are known words.
    """
    known = [
        row
        for row in planted()
        if any(piece in listener().clean(f"well, {piece}.") for piece in pieces(row["secret"]))
    ]
    assert len(known) >= 30


def test_a_counter_sees_nothing_but_words_of_its_lists() -> None:
    chance = random.Random(5)
    letters = "abcdefghij ABC éßłжم中0129٣@#/._-'’\n\t\u200b😀(!?)…"
    everyday = " ".join(row["comment"] for row in planted()).split()
    seen = set()
    for _ in range(1000):
        jumble = "".join(chance.choice(letters) for _ in range(40))
        seen |= words(
            listener().clean(f"{jumble} {chance.choice(everyday)} {chance.choice(everyday)}")
        )
    assert len(seen) > 20
    assert [word for word in seen if not listener().wanted(word)] == []


def write(file: Path, rows: list[list[str]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as open_file:
        csv.writer(open_file).writerows(rows)
    return file


def comments() -> list[str]:
    return [row["comment"] for row in planted()]


def secrets() -> set[str]:
    return set().union(*(pieces(row["secret"]) for row in planted()))


def test_no_secret_is_in_the_result_or_in_a_file_of_counts(
    said: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    source = write(tmp_path / "c.csv", [["comment"], *([comment] for comment in comments())])
    harmless = write(
        tmp_path / "h.csv", [["comment"], *([f"It was fine {'so ' * n}"] for n in range(20))]
    )
    _, always = said(harmless)
    for ending in ("csv", "yml"):
        to = tmp_path / f"counts.{ending}"
        status, told = said(source, "--to", to)
        assert status == 0 and "Counted: " in told
        left = (secrets() & words(told + to.read_text(encoding="utf-8"))) - words(always)
        assert {piece for piece in left if not piece.isdigit()} == set()
        assert not [piece for piece in left if len(piece) > 3]
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "c.csv",
        "counts.csv",
        "counts.yml",
        "h.csv",
    ]


def broken(folder: Path) -> dict[str, Path]:
    """Files full of secrets, each wrong in its own way."""
    whole, alone = comments(), [row["secret"] for row in planted()]
    made = {
        "no header": write(folder / "1.csv", [[comment] for comment in whole]),
        "ragged rows": write(folder / "2.csv", [["comment"], *([text, *whole[: place % 3]] for place, text in enumerate(whole))]),
        "more columns": write(folder / "3.csv", [["comment", "x", "y"], *([text, text, alone[0]] for text in whole)]),
        "headers of secrets": write(folder / "4.csv", [whole[:40], whole[40:80]]),
        "a column of secrets": write(folder / "5.csv", [["comment"], *([hidden] for hidden in alone if "@" in hidden or hidden.isdigit())]),
    }  # fmt: skip
    text = "\n".join(["comment", *whole])
    for name, data in {
        "a quotation mark never closed": (
            ("comment\n" + "\n".join(f'"{comment}' for comment in whole)).encode()
        ),
        "a stray quotation mark": (
            ("comment\n" + "\n".join(f'"{comment}"x' for comment in whole)).encode()
        ),
        "another encoding": text.encode("utf-8").replace(b"a", b"\xe9"),
        "UTF-16": text.encode("utf-16"),
        "NUL": text.replace("a", "\0").encode(),
        "huge": (
            ("comment\n" + "\n".join(comment.replace(",", "") * 500 for comment in whole)).encode()
        ),
    }.items():
        made[name] = folder / f"{name}.csv"
        made[name].write_bytes(data)
    return made


def test_no_secret_is_in_any_message_about_a_broken_file(
    said: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    found = broken(tmp_path)
    for name, file in found.items():
        status, told = said(file)
        assert status == 1, name
        assert "Traceback" not in told
        rest = told.replace(str(file), "").lower()
        left = {
            piece for piece in secrets() if not piece.isdigit() and re.search(rf"\b{piece}\b", rest)
        }
        assert left == set(), name
        assert not re.search(r"\d{5}", rest), name
    assert len(found) == 11


def test_a_wrong_option_does_not_repeat_a_secret(
    said: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    source = write(
        tmp_path / "c.csv", [["comment", "x"], *([comment, "1"] for comment in comments())]
    )
    status, told = said(source, "--column", "Fernsby", "--drop", "Grace")
    assert status == 1
    assert "Fernsby" not in told and "Grace" not in told


def test_nothing_goes_online(
    said: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something went online")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = write(tmp_path / "c.csv", [["comment"], *([comment] for comment in comments())])
    assert said(source)[0] == 0
