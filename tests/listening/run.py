"""Files of comments for tests of the command, and how it is run on them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from charter.__main__ import main
from tests.project import ROOT

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
