"""The form "Did we…?": the right questions, progress that does not chatter, and a summary that is
right.
"""

import gzip
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from a11y.browser.driver import shown
from a11y.browser.states import DARK, NARROW, NARROW_DARK, NO_SCRIPT, WIDE, State
from a11y.checks.axe import judge
from a11y.site import site
from charter.model import Occasion
from publish.gates.weight import PAGE
from tests.browser.did_we import FORM, choose, fill_in, press_button
from tests.findings import unexplained
from tests.project import ROOT, charter
from tests.questions import (
    GROUP,
    NAMES,
    PAUSE,
    WORDS,
    every_offered,
    fitting,
    narrowest,
    progress,
    says,
    some_answers,
    summary,
    widest,
)

pytestmark = pytest.mark.usefixtures("site", "browser")

QUESTIONS = """
const shown = selector =>
  [...document.querySelectorAll(selector)].filter(part => part.checkVisibility());
return [
  shown(".asked legend span").map(legend => legend.innerText),
  shown(".asked h2").map(heading => heading.innerText.trim()),
];
"""


@every_offered
def test_an_occasion_keeps_just_its_questions_without_script(occasion: Occasion) -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        questions, _ = browser.execute_script(QUESTIONS)
        assert questions == [pledge.question for pledge in charter().pledges_in_order]
        choose(browser, "show", occasion.id)
        questions, headings = browser.execute_script(QUESTIONS)
        assert questions == [pledge.question for pledge in fitting(occasion)]
        values = dict.fromkeys(pledge.value for pledge in fitting(occasion))
        assert headings == [charter().values[value].name for value in values]


def test_all_questions_come_back_with_all() -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        choose(browser, "show", narrowest().id)
        choose(browser, "show", "all")
        questions, _ = browser.execute_script(QUESTIONS)
        assert len(questions) == len(charter().pledges)


def test_that_nothing_is_kept_and_closing_loses_it_stands_before_everything_else() -> None:
    main = site().page(FORM).main
    heading, first = main[0], main[1]
    assert heading.tag == "h1"
    assert [paragraph.text_content() for paragraph in first] == WORDS.notice
    with shown(FORM, NARROW) as browser:
        order = (
            "return document.querySelector('.notice')"
            ".compareDocumentPosition(document.querySelector('main fieldset'))"
        )
        assert browser.execute_script(order) == 4  # the first fieldset follows
        assert browser.execute_script("return document.querySelector('.notice').checkVisibility()")


def test_progress_is_announced_when_the_reader_pauses_and_not_at_each_step() -> None:
    first = fitting(narrowest())[0]
    with shown(FORM) as browser:
        choose(browser, "show", narrowest().id)
        says(browser, progress(0, narrowest()))
        browser.execute_script("""
          window.said = [];
          const output = document.querySelector("output");
          new MutationObserver(() => said.push(output.textContent))
            .observe(output, {childList: true, characterData: true, subtree: true});
        """)
        for answer in NAMES:  # with the arrow keys through all answers
            choose(browser, first.id, answer)
        says(browser, progress(1, narrowest()))
        time.sleep(PAUSE)
        assert browser.execute_script("return said") == [progress(1, narrowest())]
        browser.execute_cdp_cmd("Accessibility.enable", {})
        nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        live = [node for node in nodes if node.get("role", {}).get("value") == "status"]
        assert {
            prop["value"]["value"]
            for node in live
            for prop in node["properties"]
            if prop["name"] == "live"
        } == {"polite"}


@every_offered
def test_the_summary_counts_by_value_and_lists_what_to_talk_about(occasion: Occasion) -> None:
    answers = some_answers(occasion)
    with shown(FORM) as browser:
        assert browser.execute_script("return document.querySelector('.sum').innerText") == ""
        fill_in(browser, occasion.id, GROUP.id, answers)
        headings = browser.execute_script(
            "return [...document.querySelectorAll('.sum :is(h2, h3)')].map(part => part.innerText)"
        )
        lines = browser.execute_script(
            "return [...document.querySelectorAll('.sum li')].map(item => item.innerText)"
        )
    assert headings == [WORDS.summary.heading, WORDS.summary.next]
    assert lines == summary(occasion, answers)


def test_with_nothing_to_talk_about_the_summary_says_so() -> None:
    with shown(FORM) as browser:
        choose(browser, fitting(narrowest())[0].id, "yes")
        assert WORDS.summary.nothing_next in browser.execute_script(
            "return document.querySelector('.sum').innerText"
        )


@pytest.mark.parametrize("state", [WIDE, DARK, NARROW, NARROW_DARK], ids=lambda state: state.name)
@pytest.mark.parametrize("answered", [True, False], ids=["answered", "asked for"])
def test_axe_finds_nothing_in_a_form_in_use(answered: bool, state: State, tmp_path: Path) -> None:
    with shown(FORM, state) as browser:
        if answered:
            fill_in(browser, widest().id, GROUP.id, some_answers(widest()))
            says(browser, progress(len(some_answers(widest())), widest()))
        else:
            press_button(browser, "text", tmp_path)
        press_button(browser, "ask", tmp_path)  # the question before all is cleared shows too
        browser.execute_script(
            "scrollTo(0, 0)"
        )  # there the progress is in its place, and covers no words that axe would doubt
        found = judge(browser, site().page(FORM), state)
    # Questions that the occasion hides are looked at where they show: test_states.py.
    left = unexplained(
        [
            finding
            for finding in found
            if "fieldset" not in finding.target or finding.rule != "hidden-content"
        ]
    )
    assert not left, "\n".join(map(str, left))


def test_a_long_summary_does_not_scroll_sideways() -> None:
    with shown(FORM, NARROW) as browser:
        fill_in(browser, widest().id, GROUP.id, some_answers(widest()))
        says(browser, progress(len(some_answers(widest())), widest()))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROW.width
        browser.execute_script("document.documentElement.style.fontSize = '200%'")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROW.width


def test_no_two_scripts_of_the_page_use_one_name() -> None:
    """They share one scope: the later function would be called in place of the other."""
    names: Counter[str] = Counter()
    sources = site().page(FORM).document.xpath("//script/@src")
    for source in sources:
        script = (ROOT / "theme/assets/scripts" / Path(source).name).read_text(encoding="utf-8")
        names.update(re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", script, re.M))
    assert len(sources) > 1 and names["summary"] == 1
    assert [name for name, count in names.items() if count > 1] == []


def test_the_script_is_light_and_a_strict_policy_can_do_its_work() -> None:
    page = site().page(FORM).file.read_text(encoding="utf-8")
    script = (site().folder / "assets/scripts/did-we.js").read_bytes()
    # The page and its own script fit into the first that a server may send.
    assert len(gzip.compress(page.encode(), 9)) + len(gzip.compress(script, 9)) <= PAGE
    assert re.search(r"\son[a-z]+=|javascript:|\sstyle=|<script(?![^>]*\bsrc=)", page) is None
    assert (
        re.search(
            rb"\beval\b|new"
            rb" Function|innerHTML|Storage|indexedDB|cookie|location|sendBeacon|fetch|XMLHttp",
            script,
        )
        is None
    )
    others = [
        other.name
        for other in site().pages
        if "did-we.js" in other.file.read_text(encoding="utf-8")
    ]
    assert others == ["did-we"]
