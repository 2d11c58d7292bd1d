"""A page that has not changed is not looked at again on one's own machine; whatever changes, it is."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from a11y import looks
from a11y.browser.states import NARROW, WIDE
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.looks import clean_before, fingerprint, look
from a11y.site import Page, Site, serve, site

pytestmark = pytest.mark.usefixtures("site", "browser")

PAGE = "area/"  # it has a script; its styles stand in the page


@pytest.fixture
def copied(tmp_path: Path) -> Site:
    return serve(shutil.copytree(site().folder, tmp_path / "site"))


def change(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")


def mark(copied: Site, path: str = PAGE, **judges: Any) -> str:
    return fingerprint(copied, copied.page(path), WIDE, **judges)


def test_the_same_page_on_another_port_counts_as_the_same(copied: Site) -> None:
    page = copied.page(PAGE)
    text = page.file.read_text(encoding="utf-8")
    assert site().address in text
    page.file.write_text(text.replace(site().address, copied.address), encoding="utf-8")
    assert mark(copied) == mark(site())


@pytest.mark.parametrize(
    "what", ["area/index.html", "assets/icon.svg", "assets/scripts/postcode.js"]
)
def test_a_changed_page_picture_or_script_is_looked_at_again(what: str, copied: Site) -> None:
    before = mark(copied)
    change(copied.folder / what)
    assert mark(copied) != before


def test_a_changed_script_of_other_pages_is_not(copied: Site) -> None:
    before = mark(copied, "")
    change(copied.folder / "assets/scripts/postcode.js")
    change(copied.folder / "glossary/index.html")
    assert mark(copied, "") == before


@pytest.mark.parametrize(
    "judge",
    ["axe.min.js", "ace.js", "ibm.py", "emulation.py", "states.py", "exemptions.yml", "reading.py"],
)
def test_a_changed_engine_check_state_or_exemption_looks_at_everything_again(
    judge: str, tmp_path: Path
) -> None:
    copies = [
        Path(shutil.copy(file, tmp_path / f"{place}-{file.name}"))
        for place, file in enumerate(looks.JUDGES)
    ]
    (changed,) = [place for place, file in enumerate(looks.JUDGES) if file.name == judge]
    before = mark(site(), judges=copies)
    other = tmp_path / "changed"
    other.write_bytes(copies[changed].read_bytes() + b" ")
    assert mark(site(), judges=[*copies[:changed], other, *copies[changed + 1 :]]) != before


def test_every_file_of_checks_is_among_the_judges() -> None:
    names = {file.name for file in looks.JUDGES}
    assert {
        file.name for file in (looks.TESTS / "checks").iterdir() if file.suffix == ".py"
    } <= names


def test_each_state_counts_for_itself() -> None:
    assert fingerprint(site(), site().page(PAGE), NARROW) != mark(site())


class Cache:
    """As pytest's: what the last run kept."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def get(self, _: str, default: Any) -> Any:
        return self.kept or default

    def set(self, _: str, kept: dict[str, Any]) -> None:
        self.kept = kept


class Config:
    def __init__(self) -> None:
        self.cache = Cache()


def test_only_clean_looks_are_kept_and_ci_believes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    config: Any = Config()
    page = site().page(PAGE)
    monkeypatch.delenv("CI", raising=False)
    looked: list[str] = []

    def count(_: object, page: Page, state: object) -> list[Finding]:
        looked.append(page.path)
        return []

    monkeypatch.setattr(
        looks, "page_checks", lambda state: [PageCheck("counting", (), (state,), count)]
    )
    first = look(site(), page, WIDE, clean_before(config))
    looks.remember(config, [(first.key, [first.used, first.advice])], whole=True)
    second = look(site(), page, WIDE, clean_before(config))
    assert (first.from_before, second.from_before, looked) == (False, True, [PAGE])
    monkeypatch.setenv("CI", "true")
    assert not look(site(), page, WIDE, clean_before(config)).from_before


def test_a_whole_run_forgets_what_it_did_not_meet() -> None:
    config: Any = Config()
    looks.remember(config, [("old", [[], {}])], whole=True)
    looks.remember(config, [("new", [[], {}])], whole=False)
    assert set(config.cache.kept) == {"old", "new"}
    looks.remember(config, [("newer", [[], {}])], whole=True)
    assert set(config.cache.kept) == {"newer"}
