"""The form "Did we…?" on shared devices, in translated pages, in old browsers and inside apps."""

import json
from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser import install
from a11y.browser.driver import shown
from a11y.browser.states import NO_SCRIPT, WIDE
from a11y.site import site
from tests.browser.did_we import FORM
from tests.project import charter
from tests.questions import GROUP, WORDS, fitting, narrowest, progress, says, summary, widest

pytestmark = pytest.mark.usefixtures("site", "browser")

TICKED = "return [...document.querySelectorAll('main :checked')].map(input => input.value)"
SUM = "return document.querySelector('.sum').innerText"
# Answers every question that is left, as clicks do.
ANSWER_ALL = """
const [occasion, group, answer] = arguments;
const click = selector => document.querySelector(selector).click();
click(`[name=show][value="${occasion}"]`);
click(`[name=group][value="${group}"]`);
for (const field of document.querySelectorAll(".asked fieldset"))
  if (field.checkVisibility()) field.querySelector(`[value="${answer}"]`).click();
"""
KEPT_PAGES, NO_KEPT_PAGES = (
    "--enable-features=BackForwardCache",
    "--disable-features=BackForwardCache",
)


@pytest.fixture(params=[KEPT_PAGES, NO_KEPT_PAGES])
def own_browser(request: pytest.FixtureRequest) -> Iterator[tuple[webdriver.Chrome, bool]]:
    """A browser that keeps pages for Back as they were, or that loads them again."""
    options = Options()
    # The headless shell keeps no page for Back; the whole browser beside it does.
    options.binary_location = (install.browser() or "").removesuffix("-headless-shell")
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", request.param):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(install.driver()))
    yield browser, request.param == KEPT_PAGES
    browser.quit()


@pytest.mark.usefixtures("open_site")
def test_whoever_goes_back_finds_no_answer_of_the_person_before(
    own_browser: tuple[webdriver.Chrome, bool],
) -> None:
    browser, kept = own_browser
    browser.get(site().address + FORM)
    nothing = browser.execute_script("return document.querySelector('output').textContent")
    browser.execute_script(ANSWER_ALL, narrowest().id, GROUP.id, "no")
    says(browser, progress(len(fitting(narrowest())), narrowest()))
    browser.execute_script("document.querySelector('[data-do=copy]').click(); window.mark = 1")
    assert "did-we" in browser.execute_script("return document.querySelector('[readonly]').value")
    browser.get(site().address + "glossary/")
    browser.back()
    WebDriverWait(browser, 10).until(
        lambda _: browser.execute_script("return document.readyState") == "complete"
    )
    assert browser.execute_script("return window.mark === 1") is kept
    assert browser.execute_script(TICKED) == ["all"]
    assert browser.execute_script(SUM) == ""
    assert browser.execute_script("return document.querySelector('[readonly]')") is None
    says(browser, nothing)


@pytest.mark.parametrize("persisted", ["true", "false"])
def test_answers_that_a_browser_puts_back_late_are_taken_away_again(persisted: str) -> None:
    with shown(FORM) as browser:
        browser.execute_script(
            "document.querySelectorAll('main input').forEach(input => { input.checked = true; });"
            f"dispatchEvent(new PageTransitionEvent('pageshow', {{persisted: {persisted}}}))"
        )
        assert browser.execute_script(TICKED) == ["all"]
        assert browser.execute_script(
            "return [...document.querySelectorAll('main input')].every(input => input.autocomplete"
            " === 'off')"
        )


@pytest.mark.usefixtures("open_site")
def test_a_translated_page_counts_each_answer_once() -> None:
    asked = fitting(widest())
    with shown(FORM) as browser:
        # As a translator leaves a page: other words, not everywhere the same, and some twice.
        browser.execute_script("""
          document.querySelectorAll(".asked label span").forEach((span, number) => {
            const font = document.createElement("font");
            font.textContent = number % 3 ? "Tak" : "Częściowo";
            span.replaceChildren(font);
          });
          const headings = document.querySelectorAll(".asked h2");
          for (const heading of headings) heading.textContent = "Wartość";
        """)
        browser.execute_script(ANSWER_ALL, widest().id, GROUP.id, "partly")
        says(browser, progress(len(asked), widest()))
        lines = browser.execute_script(
            "return [...document.querySelectorAll('.sum li')].map(item => item.innerText)"
        )
        browser.execute_script("document.querySelector('[data-do=copy]').click()")
        copied = browser.execute_script("return document.querySelector('[readonly]').value")
    values = list(dict.fromkeys(pledge.value for pledge in asked))
    of_value = [sum(pledge.value == value for pledge in asked) for value in values]
    numbers = [line.rpartition(": ")[2].split()[0] for line in lines[: len(values) + 1]]
    assert numbers == [str(number) for number in (len(asked), *of_value)]
    assert len(lines) == 1 + len(values) + len(asked)
    assert json.loads(copied)["answers"] == {pledge.id: "partly" for pledge in asked}


def test_words_that_are_promised_letter_by_letter_are_not_translated() -> None:
    quoted = [part for page in site().pages for part in page.document.find_class("source-words")]
    assert len(quoted) > len(charter().outcomes)
    assert {part.get("translate") for part in quoted} == {"no"}


WITHOUT_HAS = """
const hurt = rules => {
  for (let place = rules.length - 1; place >= 0; place--) {
    const rule = rules[place];
    if ((rule.selectorText ?? rule.conditionText ?? "").includes(":has(")) rules.parentRule
      ? rules.parentRule.deleteRule(place) : rule.parentStyleSheet.deleteRule(place);
  }
};
for (const sheet of document.styleSheets) hurt(sheet.cssRules);
const first = document.querySelector(".did-we fieldset");
return [first.checkVisibility(), [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  .filter(rule => (rule.selectorText ?? "").includes(":has(")).length];
"""


def test_without_has_the_script_narrows_and_only_what_is_asked_is_counted() -> None:
    with shown(FORM) as browser:
        assert browser.execute_script(WITHOUT_HAS) == [True, 0]
        browser.execute_script(ANSWER_ALL, narrowest().id, GROUP.id, "yes")
        asked = fitting(narrowest())
        says(browser, progress(len(asked), narrowest()))
        questions = browser.execute_script(
            "return [...document.querySelectorAll('.asked fieldset')]"
            ".filter(field => field.checkVisibility()).map(field => field.id)"
        )
        assert questions == [pledge.id for pledge in asked]
        assert browser.execute_script(SUM).count("\n") < len(charter().pledges)
        answers = {pledge.id: "yes" for pledge in asked}
        assert summary(narrowest(), answers)[0] in browser.execute_script(SUM)


def test_without_has_and_without_script_no_occasion_is_offered() -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        assert browser.execute_script(
            "return document.querySelector('.did-we fieldset').checkVisibility()"
        )
        assert browser.execute_script(WITHOUT_HAS) == [False, 0]


NO_FILES = {
    "drops": "HTMLAnchorElement.prototype.click = () => {}",
    "refuses": "HTMLAnchorElement.prototype.click = () => { throw new Error() }",
    "makes none": "URL.createObjectURL = undefined",
}


@pytest.mark.usefixtures("open_site")
@pytest.mark.parametrize("app", NO_FILES)
@pytest.mark.parametrize("what", ["copy", "text"])
def test_an_app_that_saves_nothing_is_not_believed_and_the_same_can_be_copied(
    what: str, app: str
) -> None:
    with shown(FORM, WIDE) as browser:
        browser.execute_script(NO_FILES[app])
        browser.execute_script(ANSWER_ALL, narrowest().id, GROUP.id, "yes")
        browser.execute_script(f"document.querySelector('[data-do={what}]').click()")
        said = browser.execute_script(
            "return document.querySelector('main [role=status]').innerText"
        )
        box = "return document.querySelector('[readonly]')"
        copied = browser.execute_script(f"{box}.value")
        assert browser.execute_script(f"{box}.labels[0].innerText").startswith(WORDS.keep.box)
        browser.execute_script(f"{box}.focus()".replace("return ", ""))
        chosen = browser.execute_script(f"{box}.selectionEnd")
    assert "If no file appears" in said and " is saved" not in said
    assert chosen == len(copied) > 100
    asked = fitting(narrowest())
    if what == "copy":
        assert json.loads(copied)["answers"] == {pledge.id: "yes" for pledge in asked}
    else:
        assert all(pledge.question in copied for pledge in asked)


def test_what_is_needed_is_said_first_and_hints_belong_to_their_choice() -> None:
    with shown(FORM) as browser:
        browser.execute_cdp_cmd("Accessibility.enable", {})
        nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    found = {
        node["name"]["value"]: node.get("description", {}).get("value", "")
        for node in nodes
        if node.get("role", {}).get("value") in ("group", "status") and "name" in node
    }
    assert found[WORDS.choose.occasion] == WORDS.choose.occasion_hint
    assert found[WORDS.choose.group] == WORDS.choose.group_hint
    assert WORDS.progress_name in found
