"""What follows from one fact: who made the website. (An address to write to is in
test_takes_comments.py, a consultation in test_consultations.py, a signature in
test_until_signed.py.)
"""

import shutil
from pathlib import Path

import pytest

from charter.data.load import load
from charter.model import Charter
from charter.site import docs_pages
from tests import project
from tests.sample import edit
from tests.test_retired import drawn


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(project.ROOT / "data", tmp_path / "data")
    return tmp_path / "data"


def pages(charter: Charter) -> str:
    """All that the drawn pieces of every page say."""
    calls = {(c.name, *c.texts) for _, c in docs_pages.calls(project.ROOT / "docs")}
    return " ".join(f"{drawn(charter, *call)} {charter.site.draft_line}." for call in calls)


@pytest.mark.slow
@pytest.mark.skipif(project.charter().site.made_by is not None, reason="they are named")
def test_once_the_makers_are_named_no_page_says_that_they_are_not(data: Path) -> None:
    assert "name its makers yet" in pages(load(data))
    edit(data, "site.yml", "version:", "made_by: A made-up group\nversion:")
    said = pages(load(data))
    assert "name its makers yet" not in said and "Who made this website: A made-up group." in said
