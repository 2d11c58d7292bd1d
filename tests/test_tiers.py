"""In CI nothing is skipped without a word: what is missing there fails, and says what it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT

pytestmark = pytest.mark.slow

SKIPS = 'import pytest\n\ndef test_it():\n    pytest.skip("no WebKit here")\n'


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_a_skip_fails_in_ci_alone_and_says_what_is_missing(
    ci: str, status: int, tmp_path: Path
) -> None:
    (tmp_path / "test_it.py").write_text(SKIPS, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "tests.tiers", "-c", os.devnull, tmp_path],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == status and "no WebKit here" in ended.stdout
