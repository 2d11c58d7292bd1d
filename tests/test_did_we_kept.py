"""Answers to "Did we…?" stay with the reader: files hold just what was chosen, and nothing is sent
or stored.
"""

import json
import re
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys

from a11y.browser.driver import log, shown
from a11y.browser.states import NO_SCRIPT
from charter.model import Occasion
from tests.browser.did_we import FORM, choose, fill_in, press, press_button, save, save_copy
from tests.project import charter
from tests.questions import (
    GROUP,
    NAMES,
    WORDS,
    every_offered,
    fitting,
    narrowest,
    progress,
    says,
    some_answers,
    summary,
)

pytestmark = pytest.mark.usefixtures("site", "browser")


@every_offered
@pytest.mark.usefixtures("open_site")
def test_a_copy_made_with_the_keyboard_alone_holds_just_what_was_chosen(
    occasion: Occasion, tmp_path: Path
) -> None:
    answers = some_answers(occasion)
    with shown(FORM) as browser:
        fill_in(browser, occasion.id, GROUP.id, answers)
        file = save_copy(browser, tmp_path)
    copy = json.loads(file.read_text(encoding="utf-8"))
    assert re.fullmatch("[0-9a-f]{32}", copy["copy"])
    assert copy == {
        "format": "did-we",
        "version": 1,
        "copy": copy["copy"],
        "occasion": occasion.id,
        "group": GROUP.id,
        "answers": answers,
    }
    assert file.name == f"did-we-{occasion.id}-{copy['copy'][:8]}.json"


@pytest.mark.usefixtures("open_site")
def test_no_request_leaves_and_nothing_is_stored_while_answering_and_saving(tmp_path: Path) -> None:
    occasion = narrowest()
    with shown(FORM) as browser:
        before = browser.current_url
        assert [
            entry for entry in log("performance") if "Network.requestWillBeSent" in entry["message"]
        ]
        fill_in(browser, occasion.id, GROUP.id, some_answers(occasion))
        press(browser, Keys.ENTER)  # on an answer: it must not send the form
        save_copy(browser, tmp_path)
        save(browser, "text", tmp_path)
        messages = [json.loads(entry["message"])["message"] for entry in log("performance")]
        requests = [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]
        assert [address for address in requests if not address.startswith("blob:")] == []
        assert browser.current_url == before
        assert browser.execute_script(
            "return [localStorage.length, sessionStorage.length, history.state]"
        ) == [0, 0, None]
        assert (
            browser.execute_async_script(
                "indexedDB.databases().then(found => arguments[0](found.length))"
            )
            == 0
        )
        assert browser.get_cookies() == []


def test_enter_without_script_does_not_send_the_answers_either() -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        before = browser.current_url
        choose(browser, "group", GROUP.id)
        press(browser, Keys.ENTER)
        assert browser.current_url == before


@pytest.mark.usefixtures("open_site")
def test_a_copy_keeps_its_name_until_an_answer_changes_and_gets_another_then(
    tmp_path: Path,
) -> None:
    names: list[str] = []
    first = fitting(narrowest())[0]

    def save_one(browser: Chrome) -> None:
        (folder := tmp_path / str(len(names))).mkdir()
        names.append(json.loads(save_copy(browser, folder).read_text(encoding="utf-8"))["copy"])

    for _ in range(2):
        with shown(FORM) as browser:
            fill_in(browser, narrowest().id, GROUP.id, some_answers(narrowest()))
            save_one(browser)
            save_one(browser)
            browser.execute_script("document.querySelector('[name=show]').focus()")
            choose(browser, first.id, "no")
            assert browser.execute_script("return document.querySelector('[readonly]')") is None
            save_one(browser)
    assert names[0] == names[1] and names[3] == names[4]
    assert len(set(names)) == 4


@pytest.mark.usefixtures("open_site")
def test_an_answer_that_the_occasion_hides_is_not_counted_or_saved(tmp_path: Path) -> None:
    hidden = next(
        pledge for pledge in charter().pledges_in_order if pledge.id not in narrowest().questions
    )
    kept = fitting(narrowest())[0]
    with shown(FORM) as browser:
        choose(browser, hidden.id, "no")
        browser.execute_script("document.querySelector('[name=show]').focus()")
        fill_in(browser, narrowest().id, GROUP.id, {kept.id: "yes"})
        says(browser, progress(1, narrowest()))
        assert hidden.question not in browser.execute_script(
            "return document.querySelector('.sum').innerText"
        )
        copy = json.loads(save_copy(browser, tmp_path).read_text(encoding="utf-8"))
    assert copy["answers"] == {kept.id: "yes"}


def test_opening_the_page_again_starts_with_no_answer() -> None:
    ticked = "return [...document.querySelectorAll('main :checked')].map(input => input.value)"
    with shown(FORM) as browser:
        fill_in(browser, narrowest().id, GROUP.id, some_answers(narrowest()))
        browser.refresh()
        assert browser.execute_script(ticked) == ["all"]


def test_clearing_asks_first_and_begins_at_the_top_again(tmp_path: Path) -> None:
    """Who thinks better of it finds everything as it was, and is where they were."""
    state = """
      const ticked = document.querySelectorAll("main :checked").length;
      return [ticked, document.activeElement.dataset.do ?? document.activeElement.tagName];
    """
    asks = "return document.querySelector('.again p[tabindex]').checkVisibility()"
    answers = some_answers(narrowest())
    with shown(FORM) as browser:
        fill_in(browser, narrowest().id, GROUP.id, answers)
        press_button(browser, "ask", tmp_path)
        assert browser.execute_script(state) == [len(answers) + 2, "P"]
        assert browser.execute_script("return document.activeElement.innerText") == WORDS.keep.sure
        press_button(browser, "stay", tmp_path)
        assert browser.execute_script(state) == [len(answers) + 2, "ask"]
        assert not browser.execute_script(asks)
        press(browser, Keys.ENTER)
        press_button(browser, "clear", tmp_path)
        assert browser.execute_script(state) == [1, "H1"]
        assert not browser.execute_script(asks)
        assert browser.execute_script("return document.querySelector('.sum').innerText") == ""


def test_a_text_needs_one_answer_and_neither_occasion_nor_group(tmp_path: Path) -> None:
    first = charter().pledges_in_order[0]
    with shown(FORM) as browser:
        press_button(browser, "text", tmp_path)
        assert browser.execute_script(ERRORS)[1] == [WORDS.needs.heading, WORDS.needs.answer]
        choose(browser, first.id, "yes")
        lines = save(browser, "text", tmp_path).read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(WORDS.choose.all.format(all=len(charter().pledges)))
    assert f"- {first.question} {NAMES['yes']}" in lines
    assert not [line for line in lines if line.startswith(WORDS.choose.group)]


def test_the_text_says_in_words_what_was_asked_and_answered(tmp_path: Path) -> None:
    occasion = narrowest()
    answers = some_answers(occasion)
    with shown(FORM) as browser:
        fill_in(browser, occasion.id, GROUP.id, answers)
        file = save(browser, "text", tmp_path)
        said = browser.execute_script(
            "return document.querySelector('main p[role=status]').innerText"
        )
        copied = browser.execute_script("return document.querySelector('[readonly]').value")
    assert re.fullmatch(rf"did-we-{occasion.id}-[0-9a-f]{{8}}\.txt", file.name)
    assert said == WORDS.keep.saved.format(file=file.name)
    assert copied == file.read_text(encoding="utf-8")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == WORDS.keep.title.format(occasion=occasion.name)
    assert charter().site.draft_line in lines[1]
    assert f"{WORDS.choose.occasion} {occasion.name}" in lines
    assert f"{WORDS.choose.group} {GROUP.name}" in lines
    for pledge in fitting(occasion):
        given = NAMES[answers[pledge.id]] if pledge.id in answers else WORDS.summary.open
        assert f"- {pledge.question} {given}" in lines
    assert [line for line in lines if line.removeprefix("- ") in summary(occasion, answers)]
    assert [line for line in summary(occasion, answers) if f"- {line}" not in lines] == []


ERRORS = """
const summary = document.querySelector(".errors");
return [
  summary === document.activeElement,
  summary?.innerText.split("\\n").filter(Boolean) ?? [],
  [...document.querySelectorAll(".error")].map(it => [it.closest("fieldset").id, it.innerText]),
];
"""


@pytest.mark.usefixtures("open_site")
def test_all_that_is_missing_is_said_at_once_each_with_a_link_to_its_place(tmp_path: Path) -> None:
    """As GOV.UK does: a summary with the focus on it, the same at each place, and no occasion."""
    needs, first = WORDS.needs, charter().pledges_in_order[0]

    def at(place: str, said: str) -> list[str]:
        return [place, f"{needs.error} {said}"]

    with shown(FORM) as browser:
        press_button(browser, "copy", tmp_path)
        focus, told, places = browser.execute_script(ERRORS)
        assert focus and told == [needs.heading, needs.group, needs.answer]
        assert places == [at("group", needs.group), at(first.id, needs.answer)]
        for place, value in (("group", GROUP.id), (first.id, "yes")):
            press(browser, Keys.TAB, Keys.ENTER)
            assert browser.execute_script("return document.activeElement.name") == place
            press(browser, Keys.SPACE)
            choose(browser, place, value)
            _, told, places = browser.execute_script(ERRORS)
            assert place not in [found for found, _ in places]
            browser.execute_script("document.querySelector('.errors')?.focus()")
        assert (told, places) == ([], [])
        assert list(tmp_path.iterdir()) == []
        copy = json.loads(save_copy(browser, tmp_path).read_text(encoding="utf-8"))
    assert (copy["occasion"], copy["answers"]) == ("all", {first.id: "yes"})


@pytest.mark.usefixtures("open_site")
def test_what_people_will_do_next_is_in_print_and_text_and_never_in_the_copy(
    tmp_path: Path,
) -> None:
    first, thing = charter().pledges_in_order[0], "Ring on Monday"
    with shown(FORM) as browser:
        fill_in(browser, "all", GROUP.id, {first.id: "no"})
        name = json.loads(save_copy(browser, tmp_path).read_text(encoding="utf-8"))["copy"]
        browser.execute_script("document.querySelector('.did-we textarea').focus()")
        press(browser, thing)
        text = save(browser, "text", tmp_path).read_text(encoding="utf-8")
        again = tmp_path / "again"
        again.mkdir()
        copy = save_copy(browser, again).read_text(encoding="utf-8")
    assert text.splitlines()[-2:] == [WORDS.sheet.next, thing]
    assert thing not in copy and json.loads(copy)["copy"] == name


WARNED = """
const event = new Event("beforeunload", {cancelable: true});
Object.defineProperty(event, "returnValue", {value: "", writable: true});
dispatchEvent(event);
return event.returnValue !== "";
"""


def test_leaving_warns_while_answers_are_not_saved(tmp_path: Path) -> None:
    with shown(FORM) as browser:
        assert not browser.execute_script(WARNED)
        choose(browser, charter().pledges_in_order[0].id, "yes")
        assert browser.execute_script(WARNED)
        save(browser, "text", tmp_path)
        assert not browser.execute_script(WARNED)
        browser.execute_script("document.querySelector('.did-we textarea').focus()")
        press(browser, "x")
        assert browser.execute_script(WARNED)
        press_button(browser, "ask", tmp_path)
        press_button(browser, "clear", tmp_path)
        assert not browser.execute_script(WARNED)
