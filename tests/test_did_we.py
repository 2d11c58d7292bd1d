"""The form "Did we…?": the right questions, answers that stay with the reader, and files that hold just what was chosen."""

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pypdfium2
import pytest
import yaml
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from charter.model import Occasion, Pledge
from tests import project
from tests.browser.did_we import FORM, choose, fill_in, press, press_button, save, save_copy, tab_to
from tests.browser.driver import judge, log, printed, shown
from tests.browser.states import EVERY_PAGE, NARROW, NO_SCRIPT, PAPER, WIDE, State
from tests.exemptions import unexplained
from tests.project import charter
from tests.site import site
from tests.test_accessible import findings_of

OCCASIONS = charter().did_we.occasions
GROUP = charter().groups[-1]
WORDS = charter().did_we
# What an answer is called in a copy, and what it is called on the page.
NAMES = {field.replace("_", "-"): name for field, name in WORDS.answers}
# The last moment at which the form may say how far the reader is, in seconds.
PAUSE = 2

every_occasion = pytest.mark.parametrize("occasion", OCCASIONS, ids=lambda occasion: occasion.id)


def fitting(occasion: Occasion) -> list[Pledge]:
    """The pledges whose questions fit an occasion, in the order of the page."""
    return [pledge for pledge in charter().pledges_in_order if pledge.id in occasion.questions]


def some_answers(occasion: Occasion) -> dict[str, str]:
    """Answers of each kind in turn, to all questions but the last of an occasion."""
    return dict(zip([pledge.id for pledge in fitting(occasion)[:-1]], cycle(NAMES), strict=False))


def widest() -> Occasion:
    """The occasion with the most questions."""
    return max(OCCASIONS, key=lambda occasion: len(occasion.questions))


def narrowest() -> Occasion:
    """The occasion with the fewest questions."""
    return min(OCCASIONS, key=lambda occasion: len(occasion.questions))


def progress(answered: int, occasion: Occasion) -> str:
    return WORDS.progress.format(answered=answered, all=len(fitting(occasion)))


def says(browser: Chrome, text: str) -> None:
    """Wait until the form says how far the reader is."""
    WebDriverWait(browser, 10).until(lambda _: browser.execute_script("return document.querySelector('output').textContent") == text)


QUESTIONS = """
const shown = selector => [...document.querySelectorAll(selector)].filter(part => part.checkVisibility());
return [shown(".asked legend").map(legend => legend.innerText), shown(".asked h2").map(heading => heading.innerText.trim())];
"""


@every_occasion
def test_an_occasion_keeps_just_its_questions_without_script(occasion: Occasion) -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        questions, _ = browser.execute_script(QUESTIONS)
        assert questions == [pledge.question for pledge in charter().pledges_in_order]
        choose(browser, "show", occasion.id)
        questions, headings = browser.execute_script(QUESTIONS)
        assert questions == [pledge.question for pledge in fitting(occasion)]
        values = dict.fromkeys(pledge.value for pledge in fitting(occasion))
        assert headings == [charter().value(value).name for value in values]


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
        order = "return document.querySelector('.notice').compareDocumentPosition(document.querySelector('main fieldset'))"
        assert browser.execute_script(order) == 4  # the first fieldset follows
        assert browser.execute_script("return document.querySelector('.notice').checkVisibility()")


@every_occasion
def test_a_copy_made_with_the_keyboard_alone_holds_just_what_was_chosen(occasion: Occasion, tmp_path: Path) -> None:
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


def test_no_request_leaves_and_nothing_is_stored_while_answering_and_saving(tmp_path: Path) -> None:
    occasion = narrowest()
    with shown(FORM) as browser:
        before = browser.current_url
        assert [entry for entry in log("performance") if "Network.requestWillBeSent" in entry["message"]]
        fill_in(browser, occasion.id, GROUP.id, some_answers(occasion))
        press(browser, Keys.ENTER)  # on an answer: it must not send the form
        save_copy(browser, tmp_path)
        save(browser, "text", tmp_path)
        messages = [json.loads(entry["message"])["message"] for entry in log("performance")]
        requests = [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"]
        assert [address for address in requests if not address.startswith("blob:")] == []
        assert browser.current_url == before
        assert browser.execute_script("return [localStorage.length, sessionStorage.length, history.state]") == [0, 0, None]
        assert browser.execute_async_script("indexedDB.databases().then(found => arguments[0](found.length))") == 0
        assert browser.get_cookies() == []


def test_enter_without_script_does_not_send_the_answers_either() -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        before = browser.current_url
        choose(browser, "group", GROUP.id)
        press(browser, Keys.ENTER)
        assert browser.current_url == before


def test_each_opening_has_a_name_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    names: list[str] = []
    for _ in range(2):
        with shown(FORM) as browser:
            fill_in(browser, narrowest().id, GROUP.id, some_answers(narrowest()))
            for number in range(2):
                folder = tmp_path / f"{len(names)}-{number}"
                folder.mkdir()
                names.append(json.loads(save_copy(browser, folder).read_text(encoding="utf-8"))["copy"])
    assert names[0] == names[1]
    assert names[2] == names[3]
    assert len(set(names)) == 2


def test_an_answer_that_the_occasion_hides_is_not_counted_or_saved(tmp_path: Path) -> None:
    hidden = next(pledge for pledge in charter().pledges_in_order if pledge.id not in narrowest().questions)
    kept = fitting(narrowest())[0]
    with shown(FORM) as browser:
        choose(browser, hidden.id, "no")
        browser.execute_script("document.querySelector('[name=show]').focus()")
        fill_in(browser, narrowest().id, GROUP.id, {kept.id: "yes"})
        says(browser, progress(1, narrowest()))
        assert hidden.question not in browser.execute_script("return document.querySelector('.sum').innerText")
        copy = json.loads(save_copy(browser, tmp_path).read_text(encoding="utf-8"))
    assert copy["answers"] == {kept.id: "yes"}


FOCUS_LINK = "[...document.querySelectorAll('main a')].find(link => link.innerText === arguments[0]).focus()"


def test_opening_the_page_again_starts_with_no_answer() -> None:
    ticked = "return [...document.querySelectorAll('main :checked')].map(input => input.value)"
    with shown(FORM) as browser:
        fill_in(browser, narrowest().id, GROUP.id, some_answers(narrowest()))
        browser.refresh()
        assert browser.execute_script(ticked) == ["all"]
        choose(browser, "group", GROUP.id)
        browser.execute_script(FOCUS_LINK, WORDS.keep.again_link)
        press(browser, Keys.ENTER)
        WebDriverWait(browser, 10).until(lambda _: browser.execute_script(ticked) == ["all"])


def test_progress_is_announced_when_the_reader_pauses_and_not_at_each_step() -> None:
    first = fitting(narrowest())[0]
    with shown(FORM) as browser:
        choose(browser, "show", narrowest().id)
        says(browser, progress(0, narrowest()))
        browser.execute_script("""
          window.said = [];
          const output = document.querySelector("output");
          new MutationObserver(() => said.push(output.textContent)).observe(output, {childList: true, characterData: true, subtree: true});
        """)
        for answer in NAMES:  # with the arrow keys through all answers
            choose(browser, first.id, answer)
        says(browser, progress(1, narrowest()))
        time.sleep(PAUSE)
        assert browser.execute_script("return said") == [progress(1, narrowest())]
        browser.execute_cdp_cmd("Accessibility.enable", {})
        nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        live = [node for node in nodes if node.get("role", {}).get("value") == "status"]
        assert {prop["value"]["value"] for node in live for prop in node["properties"] if prop["name"] == "live"} == {"polite"}


def summary(occasion: Occasion, answers: dict[str, str]) -> list[str]:
    """What must be said of answers: all together, by value, and then what to talk about."""

    def counts(pledges: list[Pledge]) -> str:
        counted = Counter(NAMES[answers[pledge.id]] if pledge.id in answers else WORDS.summary.open for pledge in pledges)
        return " ".join(f"{name}: {counted[name]}." for name in [*NAMES.values(), WORDS.summary.open] if counted[name])

    asked = fitting(occasion)
    lines = [f"{WORDS.summary.together}. {counts(asked)}"]
    for value in charter().values:
        if some := [pledge for pledge in asked if pledge.value == value.id]:
            lines.append(f"{value.name}. {counts(some)}")
    for answer in ("no", "partly"):
        lines += [f"{NAMES[answer]}: {pledge.question}" for pledge in asked if answers.get(pledge.id) == answer]
    return lines


@every_occasion
def test_the_summary_counts_by_value_and_lists_what_to_talk_about(occasion: Occasion) -> None:
    answers = some_answers(occasion)
    with shown(FORM) as browser:
        assert browser.execute_script("return document.querySelector('.sum').innerText") == ""
        fill_in(browser, occasion.id, GROUP.id, answers)
        headings = browser.execute_script("return [...document.querySelectorAll('.sum :is(h2, h3)')].map(part => part.innerText)")
        lines = browser.execute_script("return [...document.querySelectorAll('.sum li')].map(item => item.innerText)")
    assert headings == [WORDS.summary.heading, WORDS.summary.next]
    assert lines == summary(occasion, answers)


def test_with_nothing_to_talk_about_the_summary_says_so() -> None:
    with shown(FORM) as browser:
        choose(browser, fitting(narrowest())[0].id, "yes")
        assert WORDS.summary.nothing_next in browser.execute_script("return document.querySelector('.sum').innerText")


def test_the_text_says_in_words_what_was_asked_and_answered(tmp_path: Path) -> None:
    occasion = narrowest()
    answers = some_answers(occasion)
    with shown(FORM) as browser:
        fill_in(browser, occasion.id, GROUP.id, answers)
        file = save(browser, "text", tmp_path)
        said = browser.execute_script("return document.querySelector('main p[role=status]').innerText")
    assert re.fullmatch(rf"did-we-{occasion.id}-[0-9a-f]{{8}}\.txt", file.name)
    assert said == WORDS.keep.saved.format(file=file.name)
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


def has_focus(node: dict[str, Any]) -> bool:
    return any(prop["name"] == "focused" and prop["value"]["value"] for prop in node["properties"])


def described(browser: Chrome) -> str:
    """What a screen reader says besides the name of what has the focus."""
    browser.execute_cdp_cmd("Accessibility.enable", {})
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    (node,) = [node for node in nodes if node.get("role", {}).get("value") == "radio" and has_focus(node)]
    return str(node.get("description", {}).get("value", ""))


ASKED_FOR = "return document.querySelectorAll('[data-did-we] [id^=needs-]').length"


@pytest.mark.parametrize("what", ["copy", "text"])
def test_what_is_missing_is_asked_for_one_by_one_at_its_place(what: str, tmp_path: Path) -> None:
    first = fitting(narrowest())[0]
    with shown(FORM) as browser:
        for name, needed, value in [
            ("show", WORDS.needs.occasion, narrowest().id),
            ("group", WORDS.needs.group, GROUP.id),
            (first.id, WORDS.needs.answer, "yes"),
        ]:
            press_button(browser, what, tmp_path)
            assert browser.execute_script("return document.activeElement.name") == name
            assert described(browser).startswith(needed)
            assert browser.execute_script("return document.activeElement.closest('fieldset').innerText").count(needed) == 1
            assert browser.execute_script(ASKED_FOR) == 1
            choose(browser, name, value)
            browser.execute_script("document.querySelector('[id^=needs-] a').focus()")
            press(browser, Keys.ENTER)
            assert browser.current_url.endswith("#keep")
        assert list(tmp_path.iterdir()) == []
        assert save(browser, what, tmp_path).name.startswith(f"did-we-{narrowest().id}-")
        assert browser.execute_script(ASKED_FOR) == 0


def test_the_button_prints() -> None:
    with shown(FORM) as browser:
        browser.execute_script("window.print = () => document.title = 'printed'")
        tab_to(browser, "data-do", "print")
        press(browser, Keys.SPACE)
        assert browser.title == "printed"


# Mail


def test_a_mail_link_is_there_only_where_an_address_is() -> None:
    main = site().page(FORM).main
    links = main.xpath(".//a[starts-with(@href, 'mailto:')]/@href")
    assert links == ([f"mailto:{WORDS.send_to}"] if WORDS.send_to else [])
    assert bool(WORDS.no_address and WORDS.no_address in main.text_content()) is (WORDS.send_to is None)


@pytest.fixture(scope="module")
def with_address(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form's page in a copy of the project whose answers may be sent to an address, built."""
    copied = project.copy(tmp_path_factory.mktemp("address"))
    file = copied / "data" / "did-we.yml"
    content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    content.pop("no_address", None)
    content["send_to"] = "answers@council.example"
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    built = project.run(copied, "publish", "--without-pdf")
    assert built.status == 0, built.said
    return copied / "site" / FORM / "index.html"


def test_the_mail_has_an_address_a_subject_and_the_whole_text(with_address: Path, tmp_path: Path) -> None:
    occasion = narrowest()
    with shown(FORM) as browser:
        browser.get(with_address.as_uri())
        assert WORDS.no_address is None or WORDS.no_address not in browser.execute_script("return document.body.innerText")
        # The link is looked at, and no mail program opened.
        browser.execute_script("""
          window.sent = [];
          addEventListener("click", event => {
            if (event.target.closest("[data-do=send]") && !event.defaultPrevented) { sent.push(event.target.href); event.preventDefault(); }
          });
        """)
        press_button(browser, "send", tmp_path)
        assert browser.execute_script("return sent") == []
        assert browser.execute_script("return document.activeElement.name") == "show"
        fill_in(browser, occasion.id, GROUP.id, some_answers(occasion))
        text = save(browser, "text", tmp_path).read_bytes().decode()
        for _ in range(2):
            press_button(browser, "send", tmp_path)
        first, second = browser.execute_script("return sent")
    assert first == second
    link = urlsplit(first)
    assert (link.scheme, unquote(link.path)) == ("mailto", "answers@council.example")
    assert parse_qs(link.query) == {"subject": [WORDS.keep.title.format(occasion=occasion.name)], "body": [text]}


# Without script and on paper


def test_without_script_no_button_is_dead_and_how_to_print_is_said() -> None:
    with shown(FORM, NO_SCRIPT) as browser:
        assert browser.execute_script("return document.querySelectorAll('main :is(button, form, [data-do])').length") == 0
        text = browser.execute_script("return document.querySelector('main').innerText")
        assert [line for line in WORDS.without_script if line not in text] == []
        assert not browser.execute_script("return document.querySelector('output').checkVisibility()")
        for line in (WORDS.keep.heading, WORDS.keep.copy_file, WORDS.keep.text_file, WORDS.keep.again_link):
            assert line not in text
    with shown(FORM) as browser:
        assert [line for line in WORDS.without_script if line in browser.execute_script("return document.body.innerText")] == []


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
        marked = " ".join(f"X {name}" if answers.get(pledge.id) == answer else name for answer, name in NAMES.items())
        assert f"{pledge.question} {marked}" in text
    assert text.count("X ") == len(answers) + 2
    assert f"X {occasion.name}" in text
    assert f"X {GROUP.name}" in text


def paper(browser: Chrome) -> str:
    """All that the printed sheets say, with white space as one blank."""
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed(browser))).split())


def test_an_empty_form_has_a_box_with_a_rim_for_every_answer_on_paper() -> None:
    with shown(FORM, PAPER) as browser:
        boxes = browser.execute_script("""
          return [...document.querySelectorAll(".choices span")].filter(span => span.checkVisibility()).map(span => {
            const box = getComputedStyle(span, "::before");
            return [box.content, box.borderTopStyle, parseFloat(box.borderTopWidth) >= 1, parseFloat(box.width) >= 15];
          });
        """)
        crosses = "X " in paper(browser)
    assert len(boxes) == len(charter().pledges) * len(NAMES) + len(OCCASIONS) + len(charter().groups)
    assert {tuple(box) for box in boxes} == {('""', "solid", True, True)}
    assert not crosses


# What every page keeps, in the states that only this page has


@pytest.mark.parametrize("state", EVERY_PAGE, ids=lambda state: state.name)
@pytest.mark.parametrize("answered", [True, False], ids=["answered", "asked for"])
def test_axe_finds_nothing_in_a_form_in_use(
    answered: bool, state: State, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    with shown(FORM, state) as browser:
        if answered:
            fill_in(browser, widest().id, GROUP.id, some_answers(widest()))
            says(browser, progress(len(some_answers(widest())), widest()))
        else:
            press_button(browser, "copy", tmp_path)
        browser.execute_script("scrollTo(0, 0)")  # there the progress is in its place, and covers no words that axe would doubt
        found = findings_of("did-we", state.name, judge(browser))
    # Questions that the occasion hides are looked at where they show: test_accessible.py.
    left = unexplained([finding for finding in found if "fieldset" not in finding.target or finding.rule != "hidden-content"])
    record_property("looked_at", (f"did-we, {'answered' if answered else 'asked for'}", state.name))
    assert not left, "\n".join(map(str, left))


def test_a_long_summary_does_not_scroll_sideways() -> None:
    with shown(FORM, NARROW) as browser:
        fill_in(browser, widest().id, GROUP.id, some_answers(widest()))
        says(browser, progress(len(some_answers(widest())), widest()))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROW.width
        browser.execute_script("document.documentElement.style.fontSize = '200%'")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= NARROW.width


def test_the_script_is_light_and_a_strict_policy_can_do_its_work() -> None:
    page = site().page(FORM).file.read_text(encoding="utf-8")
    script = (site().folder / "assets/scripts/did-we.js").read_bytes()
    assert len(gzip.compress(script, 9)) < 3000  # a page may have 6,000 bytes of script in all
    assert re.search(r"\son[a-z]+=|javascript:|\sstyle=|<script(?![^>]*\bsrc=)", page) is None
    assert re.search(rb"\beval\b|new Function|innerHTML|Storage|indexedDB|cookie|location|sendBeacon|fetch|XMLHttp", script) is None
    others = [other.name for other in site().pages if "did-we.js" in other.file.read_text(encoding="utf-8")]
    assert others == ["did-we"]
