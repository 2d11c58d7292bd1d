"""What MkDocs runs again in each rebuild."""

import runpy
import sys

from tests.project import ROOT


def test_a_rebuild_adds_nothing_to_the_module_path() -> None:
    runpy.run_path(str(ROOT / "macros.py"))
    before = list(sys.path)
    runpy.run_path(str(ROOT / "macros.py"))
    assert sys.path == before
    assert sys.path.count(str(ROOT)) == 1
