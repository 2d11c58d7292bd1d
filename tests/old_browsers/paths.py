"""What people come to do, done with a mouse and keys in any browser. Each path ends well, or an
AssertionError says what went wrong.
"""

from collections.abc import Callable

from tests.browser.voices import NOT_KEPT
from tests.findings import SETTINGS
from tests.old_browsers.visit import Visit
from tests.project import charter
from tests.questions import GROUP, NAMES, WORDS, fitting, narrowest, some_answers, widest

FORM, AREA, SEARCH, STORIES = "did-we/", "area/", "search/", "case-studies/"
POSTCODE = "ME14 1XQ"
LINKS = "#menu a"

# Notes which control a press ends on, and leaves it at that.
CATCH = """addEventListener("click", event => {
  event.preventDefault()
  event.stopImmediatePropagation()
  seen.clicked = event.target
}, true)"""
ENDED = "return !!seen.clicked && aimed.contains(seen.clicked)"
STAYS = "return window.first === true"
ERRORS = "return seen.errors"
TICKED = "return document.querySelectorAll('.asked input:checked').length"


def menu(visit: Visit) -> None:
    """Each link of the menu can be brought into view, and the last leads where it says."""
    visit.open("")
    _open_menu(visit)
    links = visit.count(LINKS)
    assert links > 5
    places = [visit.place(LINKS, at, "nearest") for at in range(links)]
    out_of_reach = [place["words"] for place in places if not place["free"]]
    assert not out_of_reach, f"out of reach in the menu: {out_of_reach}"
    visit.follow(LINKS, -1, "nearest")


def press(visit: Visit) -> None:
    """A press ends on what it was aimed at, with the menu as it is and with the menu open."""
    pressed, astray = [], []
    for page, opens in [("", False), ("charter/", False), (STORIES, False), ("", True)]:
        for at in (0, -1):
            visit.open(page)
            if opens:
                _open_menu(visit)
            place = visit.place("main a:not(details:not([open]) a)", at)
            if opens and not place["free"]:  # the open menu is over it
                continue
            visit.ask(CATCH)
            visit.browser.press(place["x"], place["y"])
            pressed.append(opens)
            if not visit.ask(ENDED):
                astray.append(f"{page or 'home'}: {place['words']}")
    assert pressed.count(False) == 6
    assert not astray, f"presses that went astray: {astray}"


def copy_link(visit: Visit) -> None:
    """The page says that it copied a link only where it did; else it shows the link."""
    visit.open(f"charter/{charter().pledges_in_order[0].id}/")
    before = _all_words(visit, ".copy")
    visit.press(".copy button")
    said = visit.wait("an answer", lambda: _new(visit, ".copy", before))
    assert visit.ask(STAYS), "the page was loaded anew"
    copied = visit.ask("return seen.copied")
    shown = visit.ask("return location.href") in said
    assert ("copied" in said.lower()) == bool(copied), f"it says “{said}”, and copied {copied}"
    assert copied or shown, f"nothing was copied, and no link is shown: “{said}”"


def postcode(visit: Visit) -> None:
    """A postcode gets its answer."""
    visit.open(AREA)
    visit.press("main form input")
    visit.browser.type(f"{POSTCODE}\n")
    answer = "main [role=status]"
    said = visit.wait("an answer", lambda: POSTCODE in visit.text(answer) and visit.text(answer))
    assert "Maidstone" in said, said


def form(visit: Visit) -> None:
    """What is missing is said; answers are counted, saved as they were given, and printed."""
    occasion = widest()
    answers = some_answers(occasion)
    visit.open(FORM)
    visit.press("[data-do=text]")
    assert WORDS.needs.answer in visit.text(".errors")
    visit.choose("show", occasion.id)
    visit.choose("group", GROUP.id)
    for pledge, answer in answers.items():
        visit.choose(pledge, answer)
    _says(visit, len(answers), len(fitting(occasion)))
    before = set(visit.browser.downloads.iterdir())
    visit.press("[data-do=text]")
    saved = visit.wait(
        "a saved file",
        lambda: [
            file
            for file in set(visit.browser.downloads.iterdir()) - before
            if file.suffix == ".txt" and file.stat().st_size
        ],
    )
    lines = saved[0].read_text(encoding="utf-8").splitlines()
    for asked in fitting(occasion)[:-1]:
        assert f"- {asked.question} {NAMES[answers[asked.id]]}" in lines, lines
    visit.press("[data-do=print]")
    assert visit.ask("return seen.printed") == 1


def back(visit: Visit) -> None:
    """After Back, the page counts what is ticked: a browser may put answers back by itself."""
    occasion = narrowest()
    visit.open(FORM)
    visit.choose("show", occasion.id)
    for pledge, answer in some_answers(occasion).items():
        visit.choose(pledge, answer)
    visit.press("[data-do=text]")  # nothing is lost, so that leaving asks nothing
    visit.press("footer a[href^='../']")
    visit.wait("another page", lambda: not visit.count("[data-did-we]"))
    visit.browser.back()
    visit.wait("the form", lambda: visit.count("[data-did-we] output"))
    chosen = visit.ask("return document.querySelector('[name=show]:checked').value")
    asked = next((fitting(each) for each in charter().did_we.on_screen if each.id == chosen), None)
    _says(visit, visit.ask(TICKED), len(asked or charter().pledges))


def search(visit: Visit) -> None:
    """What is looked for is found, and leads to its place."""
    visit.open(SEARCH)
    visit.press("input[type=search]")
    visit.browser.type("short breaks")
    visit.wait("results", lambda: visit.count(".found > li"))
    visit.follow(".found > li a")


def narrowing(visit: Visit) -> None:
    """A choice leaves what fits it, or is not offered."""
    visit.open(FORM)
    for occasion in charter().did_we.on_screen:
        visit.choose("show", occasion.id)
        left = visit.count(".asked fieldset")
        assert left == len(fitting(occasion)), f"{occasion.id} leaves {left} questions"


def listen(visit: Visit) -> None:
    """A voice of the device reads the page; without one there is no button, and no error."""
    visit.open(f"{NOT_KEPT}?silent")
    visit.wait("the page", lambda: visit.ask("return speechSynthesis.getVoices().length === 0"))
    assert (visit.count(".listen"), visit.ask(ERRORS)) == (0, [])
    visit.open(f"{NOT_KEPT}?voice")
    visit.press(".listen button")
    visit.wait("its controls", lambda: visit.count(".listen button") == 3)
    marked = visit.wait("a mark", lambda: visit.text(".heard"))
    visit.wait("the end", lambda: visit.count(".listen button") == 1)
    heard = visit.ask("return said.map(each => each.text)")
    assert marked and heard[0] == visit.text("h1").replace("\n", " ") and len(heard) > 20, heard
    assert visit.ask(ERRORS) == []


def _open_menu(visit: Visit) -> None:
    if visit.count(SETTINGS.menu_button):
        visit.press(SETTINGS.menu_button)


def _new(visit: Visit, selector: str, before: str) -> str:
    said = _all_words(visit, selector)
    return said if said != before else ""


def _all_words(visit: Visit, selector: str) -> str:
    """Words that can be seen, those in fields included."""
    fields = "return [...document.querySelectorAll(`${arguments[0]} :is(input, textarea)`)]"
    return visit.text(selector) + " ".join(
        visit.ask(f"{fields}.map(field => field.value)", selector)
    )


def _says(visit: Visit, answered: int, of: int) -> None:
    wanted = WORDS.progress.format(answered=answered, all=of)
    visit.wait(f"“{wanted}”", lambda: visit.text("output") == wanted)


PATHS: list[Callable[[Visit], None]] = [
    *(menu, press, copy_link, postcode, form, back, search, narrowing, listen),
]
