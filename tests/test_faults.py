"""The checks are checked: each planted fault is found by the check that claims to find it, and
nothing is found without one.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from a11y.checks import PageCheck, SiteCheck, check_called, checks
from a11y.faults import Fault, faults, found_with, found_without
from a11y.faults.plants import Copy, at_the_end, copy_of, swap
from a11y.site import Site
from tests.findings import PLAIN_WORDS

FEWEST = 40
EACH = 2
assert PLAIN_WORDS in checks()


def weekly(fault: Fault) -> list[pytest.MarkDecorator]:
    """One fault proves in every run that a check can find something; the others do once a week."""
    check = check_called(fault.check)
    rarely = isinstance(check, PageCheck) and check.weekly
    first = next(one for one in faults() if one.check == fault.check)
    return [pytest.mark.weekly] * (rarely or fault is not first)


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            fault,
            id=f"{fault.check}: {fault.name}".replace(" ", "-"),
            marks=[pytest.mark.xdist_group(f"faults for {fault.check}"), *weekly(fault)],
        )
        for fault in faults()
    ],
)
def test_a_planted_fault_is_found_by_its_own_check(
    fault: Fault, site: Site, record_property: Callable[[str, object], None]
) -> None:
    without, found, mine = [], [], []
    try:
        without, found = found_without(fault, site), found_with(fault, site)
        mine = fault.among(found, site)
    finally:
        record_property("planted", (fault.check, fault.name, ", ".join(fault.criteria), bool(mine)))
    assert without == [], "\n".join(
        ["the check finds something where nothing was planted:", *map(str, without)]
    )
    assert mine, "\n".join(
        [f"{fault.check} did not find: {fault.name}. It found:", *map(str, found)]
    )


def test_there_are_many_faults_and_each_check_has_some_to_find() -> None:
    assert len(faults()) >= FEWEST
    assert {check.name for check in checks()} == {fault.check for fault in faults()}
    assert len({fault.name for fault in faults()}) == len(faults())


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_has_faults_to_find_for_each_criterion_that_it_says_it_judges(
    check: PageCheck | SiteCheck,
) -> None:
    mine = [fault for fault in faults() if fault.check == check.name]
    assert len(mine) >= EACH
    assert {number for fault in mine for number in fault.criteria} == set(check.criteria)


def test_a_fault_that_would_change_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>One</p>", encoding="utf-8")
    with pytest.raises(AssertionError, match="nothing to spoil"):
        swap("<h1>", "<h2>", "page.html")(Copy(Site(tmp_path, "")), "")


def test_a_spoiled_copy_leaves_the_site_as_it_is(site: Site) -> None:
    before = site.page("").file.read_bytes()
    copy = copy_of(site)
    at_the_end("<p>More</p>")(copy, "")
    assert site.page("").file.read_bytes() == before
    assert copy.page("").file.read_bytes() != before
