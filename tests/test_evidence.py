"""What the accessibility page says of our checks is from a run over the pages, states and engines
that we have now.
"""

import datetime
import json
from pathlib import Path

import pytest

from a11y.browser.states import STATES
from a11y.report import MONTH, REMEDY, exempted, gathered, worth_writing, write
from a11y.site import site
from charter.data.load import load
from charter.model.a11y_report import Engine
from tests.project import charter
from tests.sample import sample
from tests.test_checks import VERSIONS

DAY = datetime.date(2026, 1, 5)
ENGINES = [Engine(name="axe-core", version="4.14.1", rules=100)]


@pytest.mark.usefixtures("site")
def test_the_committed_evidence_is_of_the_pages_states_and_engines_of_now() -> None:
    found = charter().evidence
    assert found, REMEDY
    assert set(found.pages) == {f"/{page.path}" for page in site().pages}, REMEDY
    assert set(found.states) == {state.name for state in STATES}, REMEDY
    assert {engine.name: engine.version for engine in found.engines} == VERSIONS, REMEDY
    assert found.exemptions == exempted(), REMEDY
    assert found.looks == len(found.pages) * len(found.states)


def test_what_a_run_writes_is_what_the_charter_reads(tmp_path: Path) -> None:
    data = sample(tmp_path)
    (data / "evidence.json").unlink()
    assert load(data).evidence is None
    looks = [("", "light-1280"), ("", "print"), ("404.html", "light-1280"), ("404.html", "print")]
    write(gathered(looks, ENGINES, DAY, "1c0ffee"), data / "evidence.json")
    found = load(data).evidence
    assert found
    assert (found.pages, found.states, found.looks) == (
        ["/", "/404.html"],
        ["light-1280", "print"],
        4,
    )


def test_evidence_that_says_the_same_is_written_again_after_a_month_only(tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    looks = [("", "light-1280")]
    write(gathered(looks, ENGINES, DAY, "1c0ffee"), file)
    assert not worth_writing(gathered(looks, ENGINES, DAY + MONTH, "2c0ffee"), file)
    assert worth_writing(
        gathered(looks, ENGINES, DAY + MONTH + datetime.timedelta(days=1), "2c0ffee"), file
    )
    assert worth_writing(
        gathered([*looks, ("charter/", "light-1280")], ENGINES, DAY, "1c0ffee"), file
    )
    assert json.loads(file.read_text(encoding="utf-8"))["date"] == "2026-01-05"
