"""What only a mouse can do, where the Tab key gets lost, and focus that nobody sees."""

from a11y.browser.states import DARK, FORCED_COLOURS, MENU_OPEN, NARROW, NO_SCRIPT, WIDE, ZOOMED
from a11y.faults import Fault
from a11y.faults.plants import all_of, at_the_end, at_the_start, script, style, swap

LINK = at_the_end('<p><a id="planted" href="../">Back to the first page</a></p>')
BUTTON = at_the_end(
    '<p><button id="planted" class="button" type="button" aria-expanded="false">Say'
    " more</button></p>"
)

TRAP = (
    "document.querySelector('#planted').addEventListener('keydown', event => { if (event.key ==="
    " 'Tab') event.preventDefault(); });"
)
SHY = "document.querySelector('#planted').addEventListener('focus', event => event.target.blur());"
EAGER = "document.querySelector('#planted').onfocus = event => { event.target.append(' now'); };"
HASTY = "document.querySelector('#planted').onfocus = () => { location.href = '../'; };"
MOUSE_ONLY = (
    "document.querySelector('#planted').onclick = event => { if (event.detail)"
    " event.target.textContent += '!'; };"
)
NOT_BY_SPACE = """
const planted = document.querySelector("#planted");
planted.onclick = () => { planted.ariaExpanded = planted.ariaExpanded === "true" ? "false" : "true"; };
planted.onkeyup = event => { if (event.key === " ") event.preventDefault(); };
"""
SAYS_NOTHING = (
    "document.querySelector('#planted').onclick = () => {"
    " document.querySelector('main').append('More.'); };"
)
KEY = "addEventListener('keydown', event => { if (event.key === 'h') location.hash = 'planted'; });"
KEY_OF_A_CONTROL = (
    "document.querySelector('#planted').onkeydown = event => { if (event.key === 'Q')"
    " event.target.hidden = true; };"
)

FAULTS = [
    Fault(
        "no way to skip the menu",
        ("2.4.1",),
        "focus",
        "about/",
        WIDE,
        swap('<a class="skip".*?</a>', ""),
        "focus skip",
    ),
    Fault(
        "a way to skip the menu that leads nowhere",
        ("2.4.1",),
        "focus",
        "about/",
        ZOOMED,
        swap('href="#main"', 'href="#planted"'),
        "focus skip",
    ),
    Fault(
        "a trap for the Tab key",
        ("2.1.2",),
        "focus",
        "privacy/",
        WIDE,
        all_of(LINK, script(TRAP)),
        "#planted",
    ),
    Fault(
        "a link that throws the focus away",
        ("2.1.1",),
        "focus",
        "privacy/",
        ZOOMED,
        all_of(LINK, script(SHY)),
        "#planted",
    ),
    Fault(
        "a stop off the screen",
        ("2.4.7",),
        "focus",
        "privacy/",
        WIDE,
        all_of(LINK, style("#planted { position: fixed; left: -999px }")),
        "#planted",
    ),
    Fault(
        "a link that pushes in front",
        ("2.4.3",),
        "focus",
        "privacy/",
        MENU_OPEN,
        at_the_end('<p><a id="planted" href="../" tabindex="1">Home</a></p>'),
        "after a#planted",
    ),
    Fault(
        "a bar that stays over what has the focus",
        ("2.4.11", "2.4.12"),
        "focus",
        "privacy/",
        ZOOMED,
        all_of(
            at_the_start('<p id="planted">Stay</p>'),
            style(
                "#planted { position: fixed; inset: 96px 0 0 0; background: #fff; margin: 0;"
                " max-width: none }"
            ),
        ),
        "is covered",
    ),
    Fault(
        "no ring",
        ("2.4.7",),
        "focus",
        "case-studies/",
        WIDE,
        style("main a:focus-visible { outline: none }"),
        "pixels thick",
    ),
    Fault(
        "a ring of the colour of its ground",
        ("2.4.7", "1.4.11"),
        "ring",
        "privacy/",
        DARK,
        all_of(LINK, style("#planted:focus-visible { outline-color: var(--page) }")),
        "#planted",
    ),
    Fault(
        "a ring as thin as a hair",
        ("2.4.13",),
        "ring",
        "privacy/",
        WIDE,
        all_of(LINK, style("#planted:focus-visible { outline-width: 1px; box-shadow: none }")),
        "#planted",
    ),
    Fault(
        "a ring that the reader's colours take away",
        ("2.4.7",),
        "ring",
        "privacy/",
        FORCED_COLOURS,
        all_of(LINK, style("#planted:focus-visible { outline: none; box-shadow: 0 0 0 4px #000 }")),
        "#planted",
    ),
    Fault(
        "a link that changes the page when it is reached",
        ("3.2.1",),
        "focus",
        "privacy/",
        WIDE,
        all_of(LINK, script(EAGER)),
        "#planted",
    ),
    Fault(
        "a link that goes away when it is reached",
        ("3.2.1",),
        "focus",
        "privacy/",
        ZOOMED,
        all_of(LINK, script(HASTY)),
        "does not lead",
    ),
    Fault(
        "a button for the mouse alone",
        ("2.1.1",),
        "controls",
        "privacy/",
        NARROW,
        all_of(BUTTON, script(MOUSE_ONLY)),
        "#planted",
    ),
    Fault(
        "a button that the space bar does not press",
        ("2.1.1",),
        "controls",
        "privacy/",
        NARROW,
        all_of(BUTTON, script(NOT_BY_SPACE)),
        "Space",
    ),
    Fault(
        "a button that keeps its state to itself",
        ("4.1.2",),
        "controls",
        "privacy/",
        NARROW,
        all_of(BUTTON, script(SAYS_NOTHING)),
        "its state stays",
    ),
    Fault(
        "words to press that are no button",
        ("2.1.1", "4.1.2"),
        "controls",
        "privacy/",
        NARROW,
        at_the_end('<p id="planted" onclick="print()">Print</p>'),
        "#planted",
    ),
    Fault(
        "a choice that only a finger can make",
        ("2.1.1",),
        "controls",
        "case-studies/",
        NO_SCRIPT,
        style("main label input { display: none }"),
        "not by keyboard",
    ),
    Fault(
        "a key that goes somewhere",
        ("2.1.4",),
        "single keys",
        "privacy/",
        WIDE,
        script(KEY),
        "#planted",
    ),
    Fault(
        "a key that works on a button",
        ("2.1.4",),
        "single keys",
        "about/",
        WIDE,
        all_of(BUTTON, script(KEY_OF_A_CONTROL)),
        "#planted",
    ),
]
