"""Pictures without words, words in pictures, an order that misleads, and what moves or blinks."""

from a11y.browser.states import NARROW, PAPER, WIDE
from a11y.faults import Fault
from a11y.faults.plants import all_of, at_the_end, script, style, swap

TWO = at_the_end(
    '<div id="planted"><p><a href="../">The first page</a></p><p><a href="../about/">About it'
    " all</a></p></div>"
)
WORDS = at_the_end('<p id="planted">Look at this.</p>')
DRAWN_WORDS = (
    '<p><svg id="planted" role="img" aria-label="A sign" viewBox="0 0 99 20"><text y="15">Beware'
    " zebras</text></svg></p>"
)
BLINK = "setInterval(() => { document.querySelector('h1').classList.toggle('planted'); }, 100);"
ENDLESS = "@keyframes planted { to { opacity: .5 } } #planted { animation: planted 1s infinite }"

FAULTS = [
    Fault(
        "words that are read after those that follow them",
        ("1.3.2",),
        "reading order",
        "privacy/",
        WIDE,
        all_of(
            TWO,
            style(
                "#planted { display: flex; flex-direction: row-reverse; justify-content: start }"
            ),
        ),
        "About it all",
    ),
    Fault(
        "links that are reached in another order than they stand",
        ("2.4.3",),
        "reading order",
        "privacy/",
        NARROW,
        all_of(TWO, style("#planted { display: flex; flex-direction: column-reverse }")),
        "About it all",
    ),
    Fault(
        "a drawing that a screen reader can't name",
        ("1.1.1",),
        "pictures",
        "",
        WIDE,
        swap('role="img" aria-label="[^"]*"', 'role="img"'),
        "has no name",
    ),
    Fault(
        "a picture called by its file",
        ("1.1.1",),
        "pictures",
        "privacy/",
        NARROW,
        at_the_end('<p><img id="planted" src="../assets/icon.svg" alt="planted.svg"></p>'),
        "planted.svg",
    ),
    Fault(
        "words that only a drawing has",
        ("1.4.5", "1.4.9"),
        "pictures",
        "privacy/",
        PAPER,
        at_the_end(DRAWN_WORDS),
        "beware zebras",
    ),
    Fault(
        "a photo of words",
        ("1.4.5",),
        "pictures made of dots",
        "privacy/",
        None,
        at_the_end('<p><img src="planted.png" alt="Our words"></p>'),
        ".png",
    ),
    Fault(
        "words in a picture behind the page",
        ("1.4.9",),
        "pictures made of dots",
        "about/",
        None,
        at_the_end('<p style="background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)"></p>'),
        "data:image/",
    ),
    Fault(
        "words that never stand still",
        ("2.2.2",),
        "motion",
        "privacy/",
        WIDE,
        all_of(WORDS, style(ENDLESS)),
        "p#planted",
    ),
    Fault(
        "a heading that blinks",
        ("2.2.2", "2.3.1"),
        "motion",
        "privacy/",
        WIDE,
        script(BLINK),
        "changes by itself",
    ),
    Fault(
        "words that glide, though the reader asked for less",
        ("2.3.3",),
        "motion",
        "privacy/",
        WIDE,
        all_of(
            WORDS,
            style(
                "@media (prefers-reduced-motion: reduce) { #planted { transition: transform 1s } }"
            ),
        ),
        "p#planted",
    ),
]
