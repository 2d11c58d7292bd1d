"""Every criterion of the guidelines has its place, its official name, and a check where we say that
a machine checks it.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from lxml import html

from a11y.browser.states import STATES
from a11y.checks import PageCheck, checks
from a11y.checks.pictures import PREVIEW
from a11y.criteria import official, table
from a11y.site import site
from charter.model import Criterion
from tests.findings import PLAIN_WORDS
from tests.project import ROOT, charter

# What checks a criterion, where it is not one of those in a11y/checks/ that name it.
ALSO_CHECKED_BY = {
    "1.3.5": "test_criteria.py",
    "1.4.2": "test_listen.py",
    "3.1.4": "test_reading.py",
    "3.1.5": "test_reading.py",
    "3.3.1": "test_area_postcode_box.py",
    "4.1.3": "test_keyboard.py",
}


@dataclass(frozen=True)
class Nowhere:
    """A thing that makes some criteria apply, or fail: what betrays it, and an example that it must
    be found in.
    """

    what: str
    criteria: list[str]
    sign: str
    example: str


TABLE = Path(__file__).with_name("nowhere.yml")
NOWHERE = [Nowhere(**row) for row in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]
each_thing = pytest.mark.parametrize(
    "thing", NOWHERE, ids=lambda thing: thing.what.replace(" ", "-")
)


def slug(name: str) -> str:
    """A name as the guidelines' own links write it: Name, Role, Value is #name-role-value."""
    return "-".join(re.findall(r"[a-z]+", name.lower()))


def test_the_official_list_is_whole() -> None:
    assert Counter(level for _, level in official().values()) == {"A": 31, "AA": 24, "AAA": 31}


def test_the_data_have_every_criterion_of_levels_a_and_aa_as_the_guidelines_have_it() -> None:
    given = {
        criterion.number: (slug(criterion.name), criterion.level)
        for criterion in charter().wcag.criteria
    }
    assert given == {number: row for number, row in official().items() if row[1] != "AAA"}


def test_what_we_aim_at_beyond_them_is_in_the_official_list_too() -> None:
    beyond = charter().wcag.beyond
    assert beyond
    assert [(slug(criterion.name), criterion.level) for criterion in beyond] == [
        official()[criterion.number] for criterion in beyond
    ]
    assert {criterion.level for criterion in beyond} == {"AAA"}


@pytest.mark.usefixtures("site")
def test_every_criterion_stands_on_the_page_once_with_how_it_is_met_and_how_sure_we_are() -> None:
    main = site().page("accessibility/criteria/").main
    for criterion in (*charter().wcag.criteria, *charter().wcag.beyond):
        (term,) = [
            term
            for term in main.xpath(".//dt")
            if term.text_content().startswith(f"{criterion.number} ")
        ]
        level = criterion.level.replace("AAA", "triple A")
        assert (
            " ".join(term.text_content().split())
            == f"{criterion.number} {criterion.name} (level {level})"
        )
        how, verdict = (" ".join(part.text_content().split()) for part in term.getnext())
        assert how == criterion.how
        assert verdict.startswith(VERDICTS[criterion.state, criterion.by])
        heading = term.xpath("string(ancestor::section[1]/h2)")
        assert heading.startswith(f"{criterion.number[0]}. ") or criterion in charter().wcag.beyond
    # Further down, what the checks last looked at stands in a list without numbers.
    numbered = [term for term in main.xpath(".//dt") if re.match(r"\d\.", term.text_content())]
    assert len(numbered) == len(charter().wcag.criteria) + len(charter().wcag.beyond)


VERDICTS = {
    ("met", "machine in every state"): "Met. A machine checks it on every page, in every state.",
    ("met", "machine"): "Met. A machine checks it.",
    (
        "a person has to look",
        "machine",
    ): "A person still has to look. It's met as far as a machine can tell.",
    ("a person has to look", "person"): "A person still has to look. A machine can't check this.",
    ("does not apply", "machine"): "Does not apply. A machine checks that.",
    ("does not apply", "person"): "Does not apply.",
}


def test_what_a_machine_is_said_to_check_it_checks() -> None:
    assert PLAIN_WORDS in checks()
    named = {number for check in checks() for number in check.criteria}
    named |= {number for thing in NOWHERE for number in thing.criteria}
    named |= {
        number for number, file in ALSO_CHECKED_BY.items() if (ROOT / "tests" / file).exists()
    }
    assert {criterion.number for criterion in said_to_be_checked_by("machine")} - named == set()


def test_what_is_said_to_be_checked_in_every_state_is() -> None:
    everywhere = [
        check
        for check in checks()
        if isinstance(check, PageCheck) and set(check.states) == set(STATES)
    ]
    wanted = {criterion.number for criterion in said_to_be_checked_by("machine in every state")}
    assert wanted
    assert wanted - {number for check in everywhere for number in check.criteria} == set()


def said_to_be_checked_by(what: str) -> list[Criterion]:
    return [
        criterion
        for criterion in (*charter().wcag.criteria, *charter().wcag.beyond)
        if criterion.by == what
    ]


def test_every_state_that_pages_are_looked_at_in_has_words_and_no_other() -> None:
    assert [state.id for state in charter().wcag.looked_at] == [state.name for state in STATES]


@pytest.mark.usefixtures("site")
@each_thing
def test_what_makes_a_criterion_apply_or_fail_is_nowhere_on_the_site(thing: Nowhere) -> None:
    criteria = [each for each in charter().wcag.criteria if each.number in thing.criteria]
    if charter().played and any(each.how_once_played for each in criteria):
        return  # it is there, and the page says so (test_recordings_shown.py)
    files = [
        file for file in site().folder.rglob("*") if file.suffix in (".html", ".css", ".js", ".svg")
    ]
    assert {file.suffix for file in files} >= {".html", ".js"}  # styles stand in the pages
    # The picture that other sites show with a link is on none of our pages.
    texts = {str(file): PREVIEW.sub("", file.read_text(encoding="utf-8")) for file in files}
    assert {
        name: found[0] for name, text in texts.items() if (found := thing_in(text, thing))
    } == {}


@each_thing
def test_it_would_be_found(thing: Nowhere) -> None:
    assert thing_in(thing.example, thing)


def thing_in(text: str, thing: Nowhere) -> re.Match[str] | None:
    return re.search(thing.sign, text, re.IGNORECASE)


@pytest.mark.usefixtures("site")
def test_a_box_to_type_in_says_what_it_is_for() -> None:
    boxes = [
        box
        for page in site().pages
        for box in page.document.xpath(
            "//input[not(@type='radio' or @type='checkbox')] | //textarea[not(@readonly)]"
        )
    ]
    assert boxes
    assert [html.tostring(box) for box in boxes if not box.get("autocomplete")] == []


def test_the_table_of_criteria_names_each_with_its_checks_and_the_faults_that_prove_them() -> None:
    rows = {line.split()[1]: line for line in table().splitlines()[2:]}
    assert rows.keys() == official().keys()
    assert re.search(r"\| A \| .*\bfocus\b.* \| [1-9]\d* \|$", rows["2.4.3"])
