"""In CI nothing is skipped without a word: what is missing there fails, and says what it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT

pytestmark = pytest.mark.slow

IN_A_TEST = 'import pytest\n\ndef test_it():\n    pytest.skip("no WebKit here")\n'
A_MODULE = 'import pytest\n\npytest.skip("no WebKit here", allow_module_level=True)\n'
PASSES = "def test_that():\n    pass\n"


@pytest.mark.parametrize(
    ("skips", "ci", "status"),
    [(IN_A_TEST, "true", 1), (IN_A_TEST, "", 0), (A_MODULE, "true", 2), (A_MODULE, "", 0)],
)
def test_a_skip_fails_in_ci_alone_and_says_what_is_missing(
    skips: str, ci: str, status: int, tmp_path: Path
) -> None:
    (tmp_path / "test_it.py").write_text(skips, encoding="utf-8")
    (tmp_path / "test_that.py").write_text(PASSES, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "tests.tiers", "-c", os.devnull, tmp_path],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == status and "no WebKit here" in ended.stdout
