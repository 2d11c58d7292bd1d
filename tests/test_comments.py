"""`python -m charter comments`: coding sheets, how far two people agree, and counts that show
nobody.
"""

import csv
import subprocess
import sys
import time
from collections import Counter, defaultdict
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest

from charter.answers import small_numbers
from charter.comments import agreement
from charter.comments.clean import Cleaner
from charter.comments.sheet import TONES
from tests.attacker import ANSWERS
from tests.project import ROOT, charter
from tests.test_comments_private import run, write

pytestmark = pytest.mark.slow

GOOD = "We are very happy, they listened"
HEADER = ["number", "comment", *(value.name for value in charter().values), "tone"]


def prepare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, *options: str
) -> tuple[int, str]:
    (tmp_path / "c.csv").write_bytes(content)
    (tmp_path / "coding-sheet.csv").unlink(missing_ok=True)
    return run(capsys, "prepare", tmp_path / "c.csv", *options)


@pytest.mark.parametrize("content, options", [
    (f"Comment,name\n\"{GOOD}\",Jo\n\n \"\",Jo\n", []),
    (f"\ufeffname;comments\r\nJo;{GOOD}\r\n", []),
    (f"name\tWhat was good?\nJo\t{GOOD}\n", ["--column", "what was good?"]),
    (f"name\tWhat was good?\nJo\t{GOOD}\n", ["--column", "2"]),
    (f"answers\n\"{GOOD}\"\n", []),
    (f"sep=;\ncomment;name\n{GOOD};Jo\n", []),
    (f"\ufeff\"SEP=,\",\r\nname,comment\r\nJo,\"{GOOD}\"\r\n", []),
    (f"sep=|\nname|comment\nJo|{GOOD}\n", []),
])  # fmt: skip
def test_a_sheet_is_made_of_what_spreadsheets_save(
    content: str, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = content.replace('\n "",', '\n"",')
    status, said = prepare(tmp_path, capsys, content.encode(), *options)
    assert status == 0 and ("Left out, and not read: column" in said) == ("name" in content)
    sheet = (tmp_path / "coding-sheet.csv").read_bytes()
    assert sheet.startswith(b"\xef\xbb\xbf")  # without it Excel takes UTF-8 for something else
    rows = list(csv.reader(sheet.decode("utf-8-sig").splitlines()))
    assert rows == [HEADER, ["1", GOOD, *[""] * (len(HEADER) - 2)]]


def test_the_order_is_by_chance(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    comments = [f"so {'very ' * n}good" for n in range(30)]
    orders = []
    for _ in range(2):
        prepare(tmp_path, capsys, "\n".join(["comment", *comments]).encode())
        with (tmp_path / "coding-sheet.csv").open(encoding="utf-8-sig") as file:
            orders.append([row["comment"] for row in csv.DictReader(file)])
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(comments)
    assert comments != orders[0] != orders[1] != comments


WRONG = [
    (b"", "line 1: the file is empty. Write a line with the word comment on top"),
    (b"comment\ncaf\xe9\n",
     "line 2: the file is not saved as UTF-8. Save it again with the encoding UTF-8."
     ' In Excel choose Save As, and then "CSV UTF-8"'),
    ("comment\nx\n".encode("utf-16"), "line 1: the file is not saved as UTF-8"),
    (b"comment\nfine\nb\0d\n", "line 3: holds a character that stands for nothing (NUL)"),
    (b'comment\n"never closed\nfine\n',
     "line 2: the double quotes of a cell that starts here do not fit"),
    (b"comment\na,b\nfine\none, two, three\n",
     "line 4: there are 3 cells here, and 1 in line 1. Put a comment that holds a comma"),
    (b"comment\n" + b"x" * 200_000,
     "line 2: the double quotes of a cell that starts here do not fit"),
    (b"We never heard back from the school\nfine\n",
     "line 1: this may be a comment and not a header. If it is a header, add: --column 1"),
    (b"a,b\nfine,fine\n",
     "line 1: it is not clear which column holds the comments. Say its number, 1 to 2"),
    (b"Survey of families;;\nSpring;;\nname;age;comment\n" + b"Jo;5;it was fine\n" * 3,
     "line 1: what stands here is above the names of the columns, which are in line 3"),
    (b"What was good?,Name\nOpen-Ended Response,Response\n" + b"it was fine,Jo\n" * 3,
     "line 2: this is a second row with names of columns. Take it out"),
    (b"comment,name\nComment,Name\n" + b"it was fine,Jo\n" * 3, "line 2: this is a second row"),
    *[(f"{names}\n{again}\n{row}\n".encode(), "line 2: this is a second row with names of columns")
      for names, again, row in (
          ("comment", "Comments", "fine"), ("comment,age", "Free text,Number", "fine,5"),
          ("Comment", "Your comment (optional)", "fine"),
          ("a,b,c", "Open-Ended Response,Very good,Poor", "fine,x,"),
          ("comment,q2", "What was good?,How old are you?", "fine,5"))],
    (b"comment,name\n" + b"it was fine,Jo\n" * 3 + b"Comment,Name\n",
     "line 5: this is a second row with names of columns. Take it out. If it is a comment, end it"),
    *[(f"{names}\n{row}\n{total}\n{row}\n".encode(), "line 3: this is a total. Take it out. If it")
      for names, row, total in (
          ("comment", "fine", "Total"), ("comment", "fine", "TOTAL COMMENTS: 2"),
          ("name,comment", "Jo,fine", "Total,1"), ("comment,age", "fine,5", "Grand total,"),
          ("comment,age", "fine,5", "n = 1,5.0"))],
    (b"comment,name\n" + b"it was fine,Jo\n" * 3 + b"Exported in May\nBy the team\n",
     "line 5: what stands here is below the table. Take it out, with all that follows"),
    (b"comment,name\n" + b"it was fine,Jo\n" * 3 + b"\nExported in May,\n",
     "line 6: what stands here is below the table"),
    (b"comment,name\nit was fine,Jo\nit was\ngood,Jo\n",
     "line 3: there is 1 cell here, and 2 in line 1. Put a comment that goes on in the next"),
    (b"comment\n" + b"it was fine,so fine\n" * 30, "line 1: no row has as many cells as this"),
    (b"comment,comment\nfine,fine\n", "line 1: it is not clear which column"),
    *[(f"comment\n{cell}\n".encode(), "line 1, column 1: seems to hold names, numbers or addresses")
      for cell in ("Jo Sample", "a.b@example.org", "@some_one", "07700 900123", "ZZ99 3VZ",
                   "1/2/2013", "3rd May 2013", "https://example.org/x", "12 Sample Street",
                   "Flat 2, 9 Long Lane")],
]  # fmt: skip


@pytest.mark.parametrize(
    "content, told", WRONG, ids=[f"{n}-{told[:30]}" for n, (_, told) in enumerate(WRONG)]
)
def test_a_file_that_makes_no_sheet_is_told_with_line_and_remedy(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if b"Long Lane" in content:
        content = content.replace(b"Flat 2, 9 Long Lane", b'"Flat 2, 9 Long Lane"')
    status, said = prepare(tmp_path, capsys, content)
    assert status == 1 and f"c.csv, {told}" in said
    assert said.startswith("1 thing to mend:") or "one, two" in content.decode("utf-8", "replace")
    assert not (tmp_path / "coding-sheet.csv").exists()


def test_both_lines_below_the_header_of_qualtrics_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = 'Q1,Q2\nWhat was good,Age\n"{""ImportId"":1}","{""ImportId"":2}"\nfine,5\n'
    said = prepare(tmp_path, capsys, rows.encode())[1]
    assert "line 2: this is a second row" in said and "line 3: this is a second row" in said


def test_a_comment_that_begins_as_a_total_or_a_header_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "comment\nText.\nTotal.\nTotal waste of time\nWhat is the point?\nNo response\n"
    assert "csv: 5 comments" in prepare(tmp_path, capsys, rows.encode())[1]


def test_no_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path / "c.csv", [["comment"], [GOOD]])
    before = source.read_bytes()
    for out in (source, tmp_path / "nowhere" / "sheet.csv"):
        status, said = run(capsys, "prepare", source, "--out", out)
        assert status == 1 and "can't be written: it is there already, or its folder is not" in said
    assert source.read_bytes() == before
    assert (
        "gone.csv, line 1: the file is missing" in run(capsys, "prepare", tmp_path / "gone.csv")[1]
    )


def sheet(file: Path, codes: list[tuple[str, bool]]) -> Path:
    """A filled-in sheet: for each comment its tone, and whether it is about the first value."""
    blanks = [""] * (len(HEADER) - 4)
    rows = [
        [str(n), GOOD, "X" if about else "", *blanks, tone] for n, (tone, about) in enumerate(codes)
    ]
    return write(file, [HEADER, *rows])


def test_kappa_and_counts_of_two_sheets_are_those_worked_out_by_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tone: 60 positive, 30 negative and 10 mixed are alike; 10 each way are not. They agree on 100
    of 120 (0.833). By chance: (70² + 40² + 10²) / 120² = 0.4583. Kappa: 0.375 / 0.5417 = 0.69.
    Value: both mark 40; A marks 20 more, B none. They agree on 100 of 120 (0.833). By chance:
    (60 × 40 + 60 × 80) / 120² = 0.5. Kappa: 0.333 / 0.5 = 0.67.
    """
    alike = (
        [("positive", True)] * 40
        + [("positive", False)] * 20
        + [("negative", False)] * 30
        + [("mixed", False)] * 10
    )
    first = alike + [("positive", True)] * 10 + [("Negative", True)] * 10
    second = alike + [("negative", False)] * 10 + [("positive", False)] * 10
    a, b = sheet(tmp_path / "a.csv", first), sheet(tmp_path / "b.csv", second)
    status, said = run(capsys, "count", a, b, "--out", tmp_path / "counts.csv")
    name = charter().values[0].name
    lines = [line.split() for line in said.splitlines()]
    assert status == 0 and ["tone", "0.69"] in lines and [*name.split(), "0.67"] in lines
    rows = list(csv.reader((tmp_path / "counts.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[:3] == [
        ["about", "comments", *TONES],
        ["all", "100", "60", "10", "30"],
        [name, "40", "40", "0", "0"],
    ]
    assert {tuple(row[1:]) for row in rows[3:]} == {("hidden",) * 4} and GOOD not in str(rows)


def test_where_two_people_agree_too_little_they_are_asked_to_talk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They agree on 12 of 20 tones (0.6), and by chance on 0.5: kappa is 0.2."""
    a = sheet(tmp_path / "a.csv", [("positive", False)] * 10 + [("negative", False)] * 10)
    b = sheet(
        tmp_path / "b.csv",
        [*[("positive", False)] * 6, *[("negative", False)] * 4] * 1
        + [*[("negative", False)] * 6, *[("positive", False)] * 4],
    )
    assert "tone             0.20  talk about it first" in run(capsys, "count", a, b)[1]
    few = sheet(tmp_path / "few.csv", [("positive", True)] * 9)
    assert "Fewer than 10 comments give no result" in run(capsys, "count", few, few)[1]


def test_what_is_no_code_is_told_with_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = [GOOD, "", *[""] * (len(HEADER) - 4)]
    last = len(HEADER)
    wrong = write(
        tmp_path / "a.csv",
        [HEADER, ["1", *row, "good"], ["2", GOOD, "y", *row[2:], "mixed"], ["2", *row, "mixed"]],
    )
    status, said = run(capsys, "count", wrong, wrong)
    assert status == 1 and said.startswith("3 things to mend:")
    assert (
        f"a.csv, line 2, column {last}: write the tone, one of: positive, mixed, negative" in said
    )
    assert (
        f"a.csv, line 3, column 3: write x if it is about {HEADER[2]}, or leave the cell empty"
        in said
    )
    assert "a.csv, line 4: stands here twice. Keep one of the two" in said
    one, two = (
        sheet(tmp_path / "1.csv", [("mixed", True)]),
        sheet(tmp_path / "2.csv", [("mixed", True)] * 2),
    )
    assert (
        "2.csv, line 1: does not have the same comments as the other sheet"
        in run(capsys, "count", one, two)[1]
    )
    other = write(tmp_path / "other.csv", [["comment"], [GOOD]])
    assert (
        "other.csv, line 1: this is no coding sheet of today's values"
        in run(capsys, "count", other, one)[1]
    )


@pytest.mark.slow
def test_no_small_count_can_be_worked_out_from_what_is_shown() -> None:
    """For somebody who knows the rule: of all sets of 20 comments that look alike when they are
    shown, no sum of cells (tones about the value, tones of others) that is small is always the
    same.
    """
    bars = np.array([(-1, *bars, 25) for bars in combinations(range(25), 5)])
    cells = np.diff(bars) - 1
    alike = defaultdict(list)
    for place, row in enumerate(cells.tolist()):
        about, others = (
            Counter(dict(zip(ANSWERS, part, strict=True))) for part in (row[:3], row[3:])
        )
        parts = small_numbers.shown("", about + others), agreement.of_value(about + others, about)
        alike[tuple(part and part.counts for part in parts)].append(place)
    assert len(alike) > 100
    choices = np.array([*product((0, 1), repeat=6)][1:])
    bases = [[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]]
    most = np.array([9 if row in bases else 4 for row in choices.tolist()])
    for counts, places in alike.items():
        sums = cells[places] @ choices.T
        low, high = sums.min(axis=0), sums.max(axis=0)
        assert not ((low == high) & (low > 0) & (low <= most)).any(), counts


@pytest.mark.parametrize("package", ["nltk", "spellchecker"])
def test_without_its_packages_the_command_says_how_to_get_them(package: str) -> None:
    code = (
        f"import sys; sys.modules['{package}'] = None; from charter.__main__ import main;"
        " sys.exit(main(sys.argv[1:]))"
    )
    for command, status in (["comments", "prepare", "c.csv"], 1), (["check"], 0):
        ended = subprocess.run(
            [sys.executable, "-c", code, *command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == status and "Traceback" not in ended.stderr
        if status:
            assert (
                "locks/comments.txt, line 1: the packages named here are not installed yet."
                " Run: pip" in ended.stderr
            )


@pytest.mark.slow
def test_a_hostile_comment_takes_no_more_than_a_moment() -> None:
    clean = Cleaner(charter())
    for piece in (
        "a",
        "a@",
        "dot ",
        "1 ",
        "oh ",
        "not ",
        "a.b",
        "'",
        "😀",
        "A ",
        "!",
        "-",
        " ",
        "a'",
        "… ",
        "mr ",
    ):
        started = time.process_time()
        clean(((piece * 10_000)[:9_000] + " happy").strip())
        assert time.process_time() - started < 2, piece
