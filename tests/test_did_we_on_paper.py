"""The form "Did we…?" without script and on paper: nothing is dead, and every answer can be seen in
black and white.
"""

import pypdfium2
import pytest
from selenium.webdriver import Chrome, Keys

from a11y.browser.driver import printed, shown
from a11y.browser.states import NO_SCRIPT, PAPER, WIDE, State
from tests.browser.did_we import FORM, fill_in, press, tab_to
from tests.project import charter
from tests.questions import GROUP, NAMES, ON_SCREEN, WORDS, fitting, narrowest, some_answers

pytestmark = pytest.mark.usefixtures("site", "browser")


def test_the_button_prints() -> None:
    with shown(FORM) as browser:
        browser.execute_script("window.print = () => document.title = 'printed'")
        tab_to(browser, "data-do", "print")
        press(browser, Keys.SPACE)
        assert browser.title == "printed"


def test_without_script_no_button_is_dead_and_how_to_print_is_said() -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        assert (
            browser.execute_script(
                "return document.querySelectorAll('main :is(button, form, [data-do])').length"
            )
            == 0
        )
        text = browser.execute_script("return document.querySelector('main').innerText")
        assert [line for line in WORDS.without_script if line not in text] == []
        assert not browser.execute_script(
            "return document.querySelector('output').checkVisibility()"
        )
        for line in (
            WORDS.keep.heading,
            WORDS.keep.copy_file,
            WORDS.keep.text_file,
            WORDS.keep.clear,
        ):
            assert line not in text
    with shown(FORM) as browser:
        assert [
            line
            for line in WORDS.without_script
            if line in browser.execute_script("return document.body.innerText")
        ] == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_chosen_answers_have_a_cross_on_paper_and_others_an_empty_box(script: bool) -> None:
    occasion = narrowest()
    answers = some_answers(occasion)
    with shown(FORM, State("answered", WIDE.width, WIDE.height, script=script)) as browser:
        fill_in(browser, occasion.id, GROUP.id, answers)
        text = paper(browser)
    for pledge in charter().pledges_in_order:
        if pledge not in fitting(occasion):
            assert pledge.question not in text
            continue
        marked = " ".join(
            f"X {name}" if answers.get(pledge.id) == answer else name
            for answer, name in NAMES.items()
        )
        whole = f" {WORDS.whole} {pledge.text}" if pledge.asks_one_thing else ""
        assert f"{pledge.question} {pledge.easy_question}{whole} {marked}" in text
    assert text.count("X ") == len(answers) + 2
    assert f"X {occasion.name}" in text
    assert f"X {GROUP.name}" in text


def paper(browser: Chrome) -> str:
    """All that the printed sheets say, with white space as one blank."""
    return " ".join(
        " ".join(
            page.get_textpage().get_text_bounded()
            for page in pypdfium2.PdfDocument(printed(browser))
        ).split()
    )


def test_an_empty_form_has_a_box_with_a_rim_for_every_answer_on_paper() -> None:
    with shown(FORM, PAPER) as browser:
        boxes = browser.execute_script("""
          const shown = span => span.checkVisibility();
          return [...document.querySelectorAll(".choices span")].filter(shown).map(span => {
            const box = getComputedStyle(span, "::before");
            const wide = parseFloat(box.width) >= 15;
            return [box.content, box.borderTopStyle, parseFloat(box.borderTopWidth) >= 1, wide];
          });
        """)
        crosses = "X " in paper(browser)
    assert len(boxes) == len(charter().pledges) * len(NAMES) + len(ON_SCREEN) + len(
        charter().groups
    )
    assert {tuple(box) for box in boxes} == {('""', "solid", True, True)}
    assert not crosses
