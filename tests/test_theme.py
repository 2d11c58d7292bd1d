"""What our theme replaces in Material is still what it was made from."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import material
import pytest

from tests.project import ROOT

TEMPLATES = Path(material.__file__).parent / "templates"
# Each template of ours that stands in for one of Material's, and the fingerprint of the one that it
# was made from.
# If one fails: look at what changed upstream, take over what matters, then write the new
# fingerprint here.
MADE_FROM = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "47bb93801c4159c4a05fd62960c0cf8160fef92f2b0aa70c2379dea2a3a04411",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
}


def overrides() -> set[str]:
    ours = {
        file.relative_to(ROOT / "theme").as_posix() for file in (ROOT / "theme").rglob("*.html")
    }
    return {name for name in ours if (TEMPLATES / name).exists()}


def test_every_override_is_watched() -> None:
    assert overrides() == set(MADE_FROM)


@pytest.mark.parametrize("name", sorted(MADE_FROM))
def test_the_template_that_we_replace_has_not_changed_upstream(name: str) -> None:
    # Its own version number, which base.html names, is no change.
    upstream = (TEMPLATES / name).read_bytes().replace(version("mkdocs-material").encode(), b"")
    assert hashlib.sha256(upstream).hexdigest() == MADE_FROM[name]


@pytest.mark.parametrize("name", sorted(MADE_FROM))
def test_every_override_says_what_it_mends(name: str) -> None:
    text = (ROOT / "theme" / name).read_text(encoding="utf-8")
    assert text.startswith("{#-")
    assert "Material's" in text.split("#}")[0]
