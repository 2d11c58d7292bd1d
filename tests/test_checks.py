"""The checks can find what they are for: the engines are new enough, use all their rules, and see faults that we plant."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.driver import shown
from tests.browser.states import DARK, FORCED_COLOURS, NARROW, STATES, WIDE, State
from tests.checks import axe, forced_colours, ibm, markup
from tests.engines import version
from tests.exemptions import Finding
from tests.site import Page, Site, serve, site

VERSIONS = {
    "axe-core": version("axe-core"),
    "IBM Equal Access": version(ibm.PACKAGE),
    "html-validate": version("html-validate"),
}


@pytest.mark.parametrize("name", VERSIONS)
def test_an_engine_judges_by_many_rules(name: str, record_property: Callable[[str, object], None]) -> None:
    with shown("") as browser:
        rules = {
            "axe-core": lambda: axe.rules(browser),
            "IBM Equal Access": lambda: ibm.rules(browser),
            "html-validate": lambda: markup.rules(site().page("").file),
        }[name]()
    assert len(rules) > 50
    record_property("engine", {"name": name, "version": VERSIONS[name], "rules": len(rules)})


def spoiled(to: Path, old: str, new: str, path: str = "") -> tuple[Site, Page]:
    """A copy of the site with one fault on one page."""
    shutil.copytree(site().folder, to / "site")
    copied = serve(to / "site")
    page = copied.page(path)
    text = page.file.read_text(encoding="utf-8")
    assert old in text
    page.file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copied, page


def style(rules: str) -> tuple[str, str]:
    return "</head>", f"<style>{rules}</style></head>"


def found(look: Callable[..., list[Finding]], copied: Site, page: Page, state: State) -> set[str]:
    with shown(page, state, where=copied) as browser:
        return {finding.rule for finding in look(browser, page, state) if not finding.advice}


PALE_IN_THE_DARK = style("@media (prefers-color-scheme: dark) { main p { color: #333 } }")


def test_axe_sees_text_that_is_pale_in_the_dark_only(tmp_path: Path) -> None:
    copied, page = spoiled(tmp_path, *PALE_IN_THE_DARK)
    assert "color-contrast" in found(axe.look, copied, page, DARK)
    assert "color-contrast" not in found(axe.look, copied, page, WIDE)


def test_ibm_sees_a_control_that_nothing_names(tmp_path: Path) -> None:
    copied, page = spoiled(tmp_path, "</main>", "<form><input type='text' name='q'></form></main>")
    assert "ibm input_label_exists" in found(ibm.look, copied, page, WIDE)


def test_ibm_fails_for_a_question_that_nobody_has_answered(tmp_path: Path) -> None:
    copied, page = spoiled(tmp_path, "</main>", "<p><a href='film.mp4'>A film</a></p><video src='film.mp4' controls></video></main>")
    assert {rule.removeprefix("ibm ") for rule in found(ibm.look, copied, page, WIDE)} - set(ibm.ANSWERED)


def test_text_that_keeps_its_own_pale_colour_is_seen_in_the_readers_colours(tmp_path: Path) -> None:
    copied, page = spoiled(tmp_path, *style("main p { forced-color-adjust: none; color: #999 }"))
    assert found(forced_colours.look, copied, page, FORCED_COLOURS) == {"forced-colours"}


def test_the_validator_sees_markup_that_browsers_mend(tmp_path: Path) -> None:
    copied, page = spoiled(tmp_path, "</main>", "<p>one<div></p></div></main>")
    assert page.name in {finding.page for finding in markup.look(copied)}


# Pages that differ most: a drawing, a record, choices, a sheet of paper, a wide table.
DIFFERENT = ["", "case-studies/", "leaflet/"]


@pytest.mark.parametrize("path", DIFFERENT)
def test_no_state_is_judged_by_too_few_of_axes_rules(path: str, tmp_path: Path) -> None:
    """All rules in all states find nothing that the table's rules do not, on a page with faults that show in some states only."""
    faults = "@media (prefers-color-scheme: dark) { main p { color: #333 } } @media (width < 400px) { main a { color: #999 } }"
    copied, page = spoiled(tmp_path, *style(faults), path)
    by_table: set[tuple[str, str]] = set()
    by_all: dict[State, set[tuple[str, str]]] = {}
    for state in STATES:
        with shown(page, state, where=copied, keep=True) as browser:
            by_table |= {(finding.rule, finding.target) for finding in axe.look(browser, page, state)}
            by_all[state] = {(finding.rule, finding.target) for finding in axe.judge(browser, page, state)}
    assert any(rule == "color-contrast" for rule, _ in by_all[NARROW])
    del by_all[FORCED_COLOURS]  # where axe reads the colours of the page, which nobody sees
    assert {state.name: rest for state, everything in by_all.items() if (rest := everything - by_table)} == {}


def test_the_pins_are_what_is_installed() -> None:
    pins = json.loads((Path(__file__).parent / "engines" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {package: version(package) for package in pins} == pins
