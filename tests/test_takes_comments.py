"""While there is no address to write to, no page asks for an answer; with one, all comes back."""

from pathlib import Path

from charter.data.load import load
from tests.sample import edit, sample


def test_an_address_to_write_to_is_what_makes_the_charter_take_comments(tmp_path: Path) -> None:
    project = sample(tmp_path)
    assert not load(project).takes_comments
    edit(project, "site.yml", "area: Riverdale", "area: Riverdale\ncontact: us@council.example")
    assert load(project).takes_comments
