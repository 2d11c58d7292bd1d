"""`python -m charter listen`: which files it takes, which it refuses and how it says so, and what
it writes.
"""

import csv
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from charter.__main__ import main
from tests.listening.run import GOOD, TWENTY, Run, column, listen, numbers, sheet
from tests.project import ROOT, charter

__all__ = ["listen"]  # a fixture


def test_comments_are_counted_by_tone_and_value_and_the_limits_are_told(listen: Run) -> None:
    status, told = listen(column())
    assert status == 0 and "Counted: 20 comments." in told
    assert (
        numbers(told, "positive") == ["12"]
        and numbers(told, "negative") == ["8"]
        and numbers(told, "mixed") == ["0"]
    )
    assert all(value.name in told for value in charter().values)
    assert "irony" in told and "agreed" in told and "made-up comments" in told


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_spreadsheets_save_is_read(separator: str, mark: str, end: str, listen: Run) -> None:
    content = mark + sheet(
        [["number", "Comment"], *([str(place), text] for place, text in enumerate(TWENTY))],
        separator,
    )
    status, told = listen(content.replace("\r\n", end), "--drop", "number")
    assert status == 0, told
    assert numbers(told, "positive") == ["12"]


def test_blank_rows_and_cells_are_no_comments(listen: Run) -> None:
    status, told = listen(
        sheet(
            [["comment", "x"], *([text, "1"] for text in TWENTY), ["", "1"], [" ", ""], ["", ""]]
        ),
        "--drop",
        "x",
    )
    assert status == 0 and "Counted: 20 comments." in told


@pytest.mark.parametrize("count", [0, 1, 9])
def test_fewer_than_ten_comments_give_no_result_and_write_no_file(
    count: int, listen: Run, tmp_path: Path
) -> None:
    status, told = listen(column([GOOD] * count), "--to", tmp_path / "counts.csv")
    assert status == 0 and "fewer than 10 comments" in told
    assert "positive" not in told and not (tmp_path / "counts.csv").exists()


def test_counts_are_written_with_nothing_else(listen: Run, tmp_path: Path) -> None:
    for ending in ("yml", "csv"):
        assert listen(column(), "--to", tmp_path / f"counts.{ending}")[0] == 0
    counted = yaml.safe_load((tmp_path / "counts.yml").read_text(encoding="utf-8"))
    assert counted["comments"] == 20 and counted["tones"] == {
        "positive": 12,
        "mixed": 0,
        "negative": 8,
    }
    ids = [value.id for value in charter().values]
    assert sorted(counted["values"]) == sorted(ids)
    rows = list(csv.DictReader((tmp_path / "counts.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["about"] for row in rows] == ["all", *counted["values"]]
    assert rows[0] == {
        "about": "all",
        "comments": "20",
        "positive": "12",
        "mixed": "0",
        "negative": "8",
    }
    assert all(
        cell == "" or cell.isdigit()
        for row in rows
        for name, cell in row.items()
        if name != "about"
    )


def test_no_file_is_written_over(listen: Run, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("mine", encoding="utf-8")
    status, told = listen(column(), "--to", tmp_path / "old.csv")
    assert status == 1 and "there is such a file already" in told
    assert (tmp_path / "old.csv").read_text(encoding="utf-8") == "mine"
    assert (
        "the name must end in one of: .csv, .yml"
        in listen(column(), "--to", tmp_path / "counts.txt")[1]
    )
    assert (
        "there is no such folder"
        in listen(column(), "--to", tmp_path / "nowhere" / "counts.csv")[1]
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1: the file is empty. Write a line with the word comment on top"),
        (b"\n\n", "line 1: the file is empty"),
        (b"comment\ncaf\xe9\n", 'line 2: the file is not saved as UTF-8. In Excel choose Save As, and then "CSV UTF-8"'),
        ("comment\nx\n".encode("utf-16"), "line 1: the file is saved as UTF-16. In Excel"),
        (b"PK\x03\x04rest", "line 1: this is a workbook and not a CSV file. In Excel"),
        (b"comment\nfine\nb\0d\n", "line 3: holds a character that stands for nothing (NUL)"),
        (b'comment\n"never closed\nfine\n', "line 2: the double quotes of a cell that starts here do not fit"),
        (b'comment\nfine\n"a"b\n', "line 3: the double quotes of a cell"),
        (b"comment\nfine\none, two, three\n", "line 3: there are 3 cells here, and 1 in line 1. Put a comment that holds a comma"),
        (b"comment\n" + b"x" * 10_001, "line 2, column 1: is longer than 10,000 characters. Is a double quote missing?"),
        (b"comment\n" + b"x" * 200_000, "line 2: the double quotes of a cell that starts here do not fit"),
    ],
    ids=["empty", "blank", "cp1252", "UTF-16", "workbook", "NUL", "quote", "stray quote", "ragged", "long", "huge"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_with_line_and_remedy(
    content: bytes, said: str, listen: Run
) -> None:
    status, told = listen(content)
    assert status == 1
    assert f"comments.csv, {said}" in told


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere.csv", tmp_path):
        assert main(["listen", "--project", str(ROOT), str(file)]) == 1
        assert (
            f"{file}, line 1: there is no such file, or it can't be read" in capsys.readouterr().err
        )


def test_all_that_is_wrong_with_the_rows_is_told_at_once(listen: Run) -> None:
    status, told = listen(b"comment\na,b\nfine\nc,d,e\n" + b"x" * 10_001 + b"\n")
    assert status == 1 and told.startswith("3 things to mend:")
    assert (
        "line 2: there are 2" in told
        and "line 4: there are 3" in told
        and "line 5, column 1: is longer" in told
    )


def test_wrong_data_are_told_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["listen", "--project", str(tmp_path), str(tmp_path / "c.csv")]) == 1
    assert "there is no such folder" in capsys.readouterr().err


def test_without_its_packages_the_command_says_how_to_get_them(tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    file.write_text(column(), encoding="utf-8")
    for package in ("vaderSentiment", "snowballstemmer"):
        code = (
            f"import sys; sys.modules['{package}'] = None; from charter.__main__ import main;"
            f" sys.exit(main(['listen', '{file}']))"
        )
        ended = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 1 and "Traceback" not in ended.stderr
        said = (
            "line 1: the packages named here are not installed yet. Run: make listen"
            " FILE=comments.csv"
        )
        assert f"charter/comments/requirements.txt, {said}" in ended.stderr


def test_the_other_commands_do_without_those_packages() -> None:
    without = "import sys; sys.modules['vaderSentiment'] = sys.modules['snowballstemmer'] = None"
    code = f"{without}; from charter.__main__ import main; sys.exit(main(['check']))"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False
        ).returncode
        == 0
    )


def test_a_hostile_comment_takes_no_more_than_a_moment(listen: Run) -> None:
    for piece in (
        "a",
        "a@",
        "dot ",
        "1 ",
        "happy ",
        "not ",
        "a.b",
        "'",
        "😀",
        "A ",
        "!",
        "-",
        " ",
        "a'",
    ):
        comment = ((piece * 10_000)[:9_000] + " happy").strip()
        started = time.process_time()
        status, told = listen(column([comment] * 10))
        assert status == 0 and "Counted: 10 comments" in told
        assert time.process_time() - started < 20, piece
