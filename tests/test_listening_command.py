"""`python -m charter listen`: which files it takes, which it refuses and how it says so, and what it writes."""

import csv
import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from charter.__main__ import main
from tests.project import ROOT, charter

Run = Callable[..., tuple[int, str]]
GOOD, BAD = "We are very happy, they listened", "It was awful and sad; nobody replied"
TWENTY = [GOOD] * 12 + [BAD] * 8


@pytest.fixture
def listen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command on a file with this content."""

    def run(content: str | bytes, *options: object) -> tuple[int, str]:
        file = tmp_path / "comments.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["listen", "--project", str(ROOT), str(file), *map(str, options)])
        captured = capsys.readouterr()
        return status, (captured.out + captured.err).replace(f"{tmp_path}/", "")

    return run


def sheet(rows: list[list[str]], separator: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue()


def column(comments: list[str] = TWENTY, header: str = "comment") -> str:
    return sheet([[header], *([comment] for comment in comments)])


def numbers(told: str, start: str) -> list[str]:
    return next(line for line in told.splitlines() if line.strip().startswith(start)).split()[1:]


def test_comments_are_counted_by_tone_and_value_and_the_limits_are_told(listen: Run) -> None:
    status, told = listen(column())
    assert status == 0 and "Counted: 20 comments." in told
    assert numbers(told, "positive") == ["12"] and numbers(told, "negative") == ["8"] and numbers(told, "mixed") == ["0"]
    assert all(value.name in told for value in charter().values)
    assert "irony" in told and "agreed" in told and "made-up comments" in told


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_spreadsheets_save_is_read(separator: str, mark: str, end: str, listen: Run) -> None:
    content = mark + sheet([["number", "Comment"], *([str(place), text] for place, text in enumerate(TWENTY))], separator)
    status, told = listen(content.replace("\r\n", end), "--drop", "number")
    assert status == 0, told
    assert numbers(told, "positive") == ["12"]


def test_blank_rows_and_cells_are_no_comments(listen: Run) -> None:
    status, told = listen(sheet([["comment", "x"], *([text, "1"] for text in TWENTY), ["", "1"], [" ", ""], ["", ""]]), "--drop", "x")
    assert status == 0 and "Counted: 20 comments." in told


@pytest.mark.parametrize("count", [0, 1, 9])
def test_fewer_than_ten_comments_give_no_result_and_write_no_file(count: int, listen: Run, tmp_path: Path) -> None:
    status, told = listen(column([GOOD] * count), "--to", tmp_path / "counts.csv")
    assert status == 0 and "fewer than 10 comments" in told
    assert "positive" not in told and not (tmp_path / "counts.csv").exists()


def test_counts_are_written_with_nothing_else(listen: Run, tmp_path: Path) -> None:
    for ending in ("yml", "csv"):
        assert listen(column(), "--to", tmp_path / f"counts.{ending}")[0] == 0
    counted = yaml.safe_load((tmp_path / "counts.yml").read_text(encoding="utf-8"))
    assert counted["comments"] == 20 and counted["tones"] == {"positive": 12, "mixed": 0, "negative": 8}
    ids = [value.id for value in charter().values]
    assert sorted(counted["values"]) == sorted(ids)
    rows = list(csv.DictReader((tmp_path / "counts.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["about"] for row in rows] == ["all", *counted["values"]]
    assert rows[0] == {"about": "all", "comments": "20", "positive": "12", "mixed": "0", "negative": "8"}
    assert all(cell == "" or cell.isdigit() for row in rows for name, cell in row.items() if name != "about")


def test_no_file_is_written_over(listen: Run, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("mine", encoding="utf-8")
    status, told = listen(column(), "--to", tmp_path / "old.csv")
    assert status == 1 and "there is such a file already" in told
    assert (tmp_path / "old.csv").read_text(encoding="utf-8") == "mine"
    assert "the name must end in one of: .csv, .yml" in listen(column(), "--to", tmp_path / "counts.txt")[1]
    assert "there is no such folder" in listen(column(), "--to", tmp_path / "nowhere" / "counts.csv")[1]


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
def test_a_file_that_cannot_be_read_is_told_with_line_and_remedy(content: bytes, said: str, listen: Run) -> None:
    status, told = listen(content)
    assert status == 1
    assert f"comments.csv, {said}" in told


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere.csv", tmp_path):
        assert main(["listen", "--project", str(ROOT), str(file)]) == 1
        assert f"{file}, line 1: there is no such file, or it can't be read" in capsys.readouterr().err


def test_all_that_is_wrong_with_the_rows_is_told_at_once(listen: Run) -> None:
    status, told = listen(b"comment\na,b\nfine\nc,d,e\n" + b"x" * 10_001 + b"\n")
    assert status == 1 and told.startswith("3 things to mend:")
    assert "line 2: there are 2" in told and "line 4: there are 3" in told and "line 5, column 1: is longer" in told


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Name", "names"), ("your first name", "names"), ("Surname", "names"), ("Username", "names of accounts"),
        ("Email address", "email addresses"),
        ("mobile", "phone numbers"), ("Home address", "addresses"), ("Postcode", "postcodes"), ("Date of birth", "dates"), ("DOB", "dates"),
        ("Link to post", "links"), ("NHS number", "numbers"), ("Timestamp", "dates"),
    ],
)  # fmt: skip
def test_a_column_is_refused_by_its_header(header: str, kind: str, listen: Run) -> None:
    both = sheet([["comment", header], *([text, "some words of no kind"] for text in TWENTY)])
    status, told = listen(both)
    assert status == 1 and f"line 1, column 2: seems to hold {kind}" in told and "To leave it unread, add: --drop 2" in told
    assert listen(both, "--drop", "2")[0] == 0
    assert "seems to hold" in listen(column(header=header), "--column", "1")[1]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["a.b@example.org", "c@example.org"], "email addresses"), (["@some_one", "@other"], "names of accounts"),
        (["07700 900123", "+44 7700 900 123", "(01632) 960123"], "phone numbers"), (["ZZ99 3VZ", "zz993vz", "QQ7"], "postcodes"),
        (["1/2/2013", "2013-02-01", "3rd May 2013"], "dates"), (["https://example.org/x", "www.example.org"], "links"),
        (["Ann Sample", "Sample, Ben", "Cy De Sample"], "names"), (["12 Sample Street", "Flat 2, 9 Long Lane, ZZ99 3VZ"], "addresses"),
        (["943 476 5919"], "phone numbers"),
        (["12", "13"], "numbers"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_column_is_refused_by_what_stands_in_it(cells: list[str], kind: str, listen: Run) -> None:
    some = [cells[place % len(cells)] for place in range(20)]
    status, told = listen(sheet([["comment", "x"], *([text, cell] for text, cell in zip(TWENTY, some, strict=True))]))
    assert status == 1 and f"line 1, column 2: seems to hold {kind}" in told
    status, told = listen(column(some))
    assert status == 1 and f"line 1, column 1: seems to hold {kind}" in told and "not comments. Choose another with --column" in told


def test_any_other_column_is_refused_too_unless_it_is_dropped(listen: Run) -> None:
    content = sheet([["school", "comment", "extra"], *(["words to read", text, "words as well"] for text in TWENTY)])
    status, told = listen(content)
    assert status == 1 and told.startswith("2 things to mend:")
    assert "column 1: is not needed to count comments. To leave it unread, add: --drop 1" in told and "column 3" in told
    assert listen(content, "--drop", "school")[0] == 1
    assert listen(content, "--drop", "school", "--drop", "3")[0] == 0


def test_the_column_is_named_by_header_or_number(listen: Run) -> None:
    content = sheet([["What went well?", "other words"], *([text, "some words here"] for text in TWENTY)])
    for name in ("What went well?", "what went well?", "1"):
        status, told = listen(content, "--column", name, "--drop", "2")
        assert status == 0 and numbers(told, "positive") == ["12"]
    assert "not clear which column holds the comments" in listen(content)[1]
    assert (
        "--column: no column has the name that you gave. Give a number instead, from 1 to 2" in listen(content, "--column", "whatever")[1]
    )
    assert "--drop: no column has the name" in listen(content, "--column", "1", "--drop", "9")[1]
    twice = sheet([["comment", "comment"], *([text, text] for text in TWENTY)])
    assert "not clear which column" in listen(twice)[1]
    assert "more than one column has the name" in listen(twice, "--column", "comment")[1]
    assert listen(twice, "--column", "1", "--drop", "2")[0] == 0


def test_the_column_of_comments_can_not_be_dropped_as_well(listen: Run) -> None:
    status, told = listen(column(), "--column", "comment", "--drop", "comment")
    assert status == 1 and "line 1, column 1: is to be read and dropped. Take out --column or --drop" in told


def test_a_first_comment_is_not_taken_for_a_header(listen: Run) -> None:
    status, told = listen(column(header="We never heard back from the school at all"))
    assert status == 1
    assert (
        "this may be a comment and not a header. If it is a header, add: --column 1. If not, put a line above it that says: comment" in told
    )
    assert listen(column(header="We never heard back from the school at all"), "--column", "1")[0] == 0


def test_wrong_data_are_told_before_anything_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["listen", "--project", str(tmp_path), str(tmp_path / "c.csv")]) == 1
    assert "there is no such folder" in capsys.readouterr().err


def test_without_its_packages_the_command_says_how_to_get_them(tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    file.write_text(column(), encoding="utf-8")
    for package in ("vaderSentiment", "snowballstemmer"):
        code = f"import sys; sys.modules['{package}'] = None; from charter.__main__ import main; sys.exit(main(['listen', '{file}']))"
        ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
        assert ended.returncode == 1 and "Traceback" not in ended.stderr
        said = "line 1: the packages named here are not installed yet. Run: make listen FILE=comments.csv"
        assert f"charter/evidence/listening/requirements.txt, {said}" in ended.stderr


def test_the_other_commands_do_without_those_packages() -> None:
    without = "import sys; sys.modules['vaderSentiment'] = sys.modules['snowballstemmer'] = None"
    code = f"{without}; from charter.__main__ import main; sys.exit(main(['check']))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_a_hostile_comment_takes_no_more_than_a_moment(listen: Run) -> None:
    for piece in ("a", "a@", "dot ", "1 ", "happy ", "not ", "a.b", "'", "😀", "A ", "!", "-", " ", "a'"):
        comment = ((piece * 10_000)[:9_000] + " happy").strip()
        started = time.process_time()
        status, told = listen(column([comment] * 10))
        assert status == 0 and "Counted: 10 comments" in told
        assert time.process_time() - started < 20, piece
