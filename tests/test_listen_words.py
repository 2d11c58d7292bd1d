"""Listen: what is said are the words of the page, sentence by sentence, and each is marked and in
view while it is said.
"""

import gzip
import re
from pathlib import Path

import pytest

from a11y.browser.states import DARK, FORCED_COLOURS, NARROW, NARROW_DARK, WIDE, ZOOMED, State
from a11y.checks import page_checks
from a11y.site import Page, site
from charter.model.translated import in_words
from tests.browser.voices import (
    AT_REST,
    FAST,
    NOT_KEPT,
    OWN,
    WORDS,
    buttons,
    letters,
    listening,
    press,
    said,
    texts,
    until,
    until_said,
    voice,
    words_of,
)
from tests.findings import SETTINGS, unexplained
from tests.fixtures import of_pages
from tests.project import ROOT, charter
from tests.test_colours import luminance

pytestmark = pytest.mark.usefixtures("site")

PLEDGES = [f"charter/{pledge.id}/" for pledge in charter().pledges_in_order]
OTHERS = ["charter/", "easy-read/", NOT_KEPT, "languages/"]
PAGES = [*OTHERS, *PLEDGES]
TRANSLATED = {f"{each.id}/": each for each in charter().translated}
FROM_THE_RIGHT = [path for path, each in TRANSLATED.items() if each.right_to_left]
SCRIPT = ROOT / "theme/assets/scripts/listen.js"
PLANTED = """
<p>One  sentence. Is it
two? <b>Third</b> and <a href="/">last</a>!</p>
<p lang="pl">Nie dla mnie.</p> <div lang="pl"><p>Ani to.</p></div>
<p>Mixed: <span lang="pl">Jan Kowalski</span> is a name. <span lang="pl">To nie.</span></p>
<p lang="en">Also mine.</p>
<p>Here<br>and there. <span hidden>Hidden.</span></p>
<ul><li>Outer <ul><li>inner</li></ul> after</li></ul>
<dl><dt>Term</dt><dd>Meaning</dd></dl>
<details><summary>Closed</summary><p>Not seen.</p></details>
<details open><summary>Open</summary><p>Seen.</p></details>
<p>…</p>
"""
SENTENCES = [
    *("One sentence.", "Is it two?", "Third and last!"),
    *("Mixed: Jan Kowalski is a name.", "Also mine.", "Here", "and there."),
    *("Outer", "inner", "after", "Term", "Meaning", "Closed", "Open", "Seen."),
]
# What a check finds so is the page as it was.
AS_IT_IS = "delete window.tracesBefore"
# The button is there only with the script; one that stops takes the others away.
BY_ITSELF = {"script", "controls"}
MARK = """
const style = getComputedStyle(document.querySelector(".heard"), "::highlight(heard)")
const block = getComputedStyle(document.querySelector(".heard"))
return [style.color, style.backgroundColor, style.textDecorationLine, block.outlineStyle]
"""


def test_the_pages_that_can_be_read_aloud() -> None:
    hook = "//template[@data-listen]"
    found = {page.path: len(page.document.xpath(hook)) for page in site().pages}
    assert {path: count for path, count in found.items() if count} == dict.fromkeys(
        [*PAGES, *TRANSLATED], 1
    )


@pytest.mark.usefixtures("browser")
@of_pages(PAGES)
def test_what_is_said_are_the_words_of_the_page(page: Page) -> None:
    with listening(page, how=FAST) as browser:
        press(browser, WORDS.start)
        until(browser, AT_REST)
        spoken = texts(browser)
        assert letters("".join(spoken)) == letters(words_of(page))
        assert [one for one in spoken if re.search(r"\w[.!?] [A-Z]", one)] == []
        assert all(re.search(r"\w", one) for one in spoken)


@pytest.mark.usefixtures("browser")
@of_pages([*TRANSLATED])
def test_a_page_in_another_language_is_read_in_that_one_alone(page: Page) -> None:
    each = TRANSLATED[page.path]
    in_short = in_words(charter(), each.words or {}).in_short
    assert in_short
    start, pause, _, back, stop, speed = (str(words) for _, words in in_short.listen)
    with listening(page, voices=[*OWN, voice(each.id)], how=FAST) as browser:
        press(browser, start)
        assert buttons(browser) == [pause, back, stop, speed]
        until(browser, [start])
        assert letters("".join(texts(browser))) == letters(words_of(page))
        assert {one["voice"] for one in said(browser)} == {each.id}


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("old", [False, True], ids=["new", "old"])
def test_an_utterance_is_a_sentence_of_the_language_that_can_be_seen(old: bool) -> None:
    with listening(how={"main": f"<section>{PLANTED}</section>", "old": old, **FAST}) as browser:
        press(browser, WORDS.start)
        until(browser, AT_REST)
        assert texts(browser)[-len(SENTENCES) :] == SENTENCES


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("old", [False, True], ids=["new", "old"])
def test_the_sentence_that_is_said_is_marked_and_in_view(old: bool) -> None:
    with listening(PLEDGES[0], NARROW, how={"old": old, **FAST}) as browser:
        press(browser, WORDS.start)
        until(browser, AT_REST)
        heard = said(browser)
    assert len(heard) > 10
    for each in heard:
        assert letters(each["text"]) in letters(each["part"])
        assert old or letters(each["marked"]) == letters(each["text"])
        assert each["top"] >= 0 and (old or each["bottom"] <= each["room"]), each


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("state", [WIDE, DARK, FORCED_COLOURS], ids=lambda state: state.name)
def test_the_mark_can_be_seen_without_its_colour_and_read(state: State) -> None:
    with listening(state=state, how={"hangs": 1}) as browser:
        press(browser, WORDS.start)
        until_said(browser, 2)
        ink, ground, line, edge = browser.execute_script(MARK)
    darker, lighter = sorted(luminance(_hex(colour)) for colour in (ink, ground))
    assert (lighter + 0.05) / (darker + 0.05) >= 7, (ink, ground)
    assert (line, edge) == ("underline", "dashed")


def _hex(colour: str) -> str:
    red, green, blue = map(int, re.findall(r"\d+", colour)[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("reads", [False, True], ids=["at rest", "paused"])
@pytest.mark.parametrize(
    "state", [WIDE, NARROW, NARROW_DARK, FORCED_COLOURS, ZOOMED], ids=lambda state: state.name
)
@pytest.mark.parametrize(
    "page",
    [
        PLEDGES[0],
        *(pytest.param(path, marks=pytest.mark.weekly) for path in [*OTHERS, *FROM_THE_RIGHT]),
    ],
    indirect=True,
)
def test_the_controls_are_accessible(page: Page, state: State, reads: bool) -> None:
    with listening(page, state, voices=[voice(page.document.get("lang"))]) as browser:
        (start,) = buttons(browser)
        if reads:
            press(browser, start)
            until_said(browser, 2)
            press(browser, buttons(browser)[0])
            browser.execute_script(AS_IT_IS)
        checks = [each for each in page_checks(state, SETTINGS) if each.name not in BY_ITSELF]
        found = [finding for check in checks for finding in check.look(browser, page, state)]
    # Its controls stand over the page while it reads: what is read is kept above them.
    left = [each for each in unexplained(found) if not (reads and each.rule == "reflow overlap")]
    assert not left, "\n".join(map(str, left))


def test_the_script_is_light_and_sends_and_stores_nothing() -> None:
    script = (site().folder / "assets/scripts" / SCRIPT.name).read_bytes()
    assert len(gzip.compress(script, 9)) <= 2_500
    sends = rb"fetch|XMLHttp|Storage|indexedDB|cookie|sendBeacon|innerHTML|\beval\b|import"
    assert re.search(sends, script) is None


@of_pages(PAGES)
def test_no_two_scripts_of_a_page_use_one_name(page: Page) -> None:
    """They share one scope: the later function would be called in place of the other. (Browsers
    tell of other names that are used twice.)
    """
    files = [Path(source).name for source in page.document.xpath("//script/@src")]
    assert SCRIPT.name in files
    texts = [(SCRIPT.parent / file).read_text(encoding="utf-8") for file in files]
    names = re.findall(r"^(?:async )?function (\w+)", "\n".join(texts), re.MULTILINE)
    assert "look" in names and len(names) == len(set(names))
