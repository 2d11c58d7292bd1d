"""Words that are lost on a narrow screen, in big letters, with wide spacing or on paper."""

from a11y.browser.states import BIG_TEXT, MENU_OPEN, NARROW, NO_SCRIPT, PAPER, SPACED, WIDE, ZOOMED
from a11y.faults import Fault
from a11y.faults.plants import all_of, at_the_end, style

WORDS = at_the_end('<p id="planted">These planted words must be whole, however large they are.</p>')
TABLE = at_the_end(
    '<table id="planted"><thead><tr><th>Who was asked</th><th>When that was</th><th>What came of'
    " it</th></tr></thead><tbody><tr><td>Families</td><td>In spring</td><td>A"
    " plan</td></tr></tbody></table>"
)
OUTSIDE = at_the_end(
    '<p>See <a id="planted" href="https://planted.example/">the planted page</a>.</p>'
)


def on_paper(rules: str) -> str:
    return f"@media print {{ {rules} }}"


FAULTS = [
    Fault(
        "words too wide for a phone",
        ("1.4.10",),
        "reflow",
        "privacy/",
        NARROW,
        all_of(WORDS, style("#planted { min-width: 400px }")),
        "#planted",
    ),
    Fault(
        "words too wide at four times the size only",
        ("1.4.10",),
        "reflow",
        "privacy/",
        ZOOMED,
        all_of(WORDS, style("@media (max-height: 300px) { #planted { width: 500px } }")),
        "#planted",
    ),
    Fault(
        "words cut off by the reader's spacing",
        ("1.4.12",),
        "reflow",
        "privacy/",
        SPACED,
        all_of(WORDS, style("#planted { height: 4rem; line-height: 1.25; overflow: hidden }")),
        "#planted",
    ),
    Fault(
        "words cut off in big letters",
        ("1.4.4",),
        "reflow",
        "privacy/",
        BIG_TEXT,
        all_of(WORDS, style("#planted { height: 30px; overflow: hidden }")),
        "#planted",
    ),
    Fault(
        "words on top of others",
        ("1.4.4",),
        "reflow",
        "privacy/",
        MENU_OPEN,
        all_of(
            WORDS, at_the_end("<p>More of them.</p>"), style("#planted { height: 1rem; margin: 0 }")
        ),
        "#planted",
    ),
    Fault(
        "words that run out of the window in big letters",
        ("1.4.10",),
        "reflow at twice the text",
        "privacy/",
        NARROW,
        all_of(WORDS, style("#planted { white-space: nowrap; font-size: .5rem; max-width: none }")),
        "#planted",
    ),
    Fault(
        "words that end in three dots",
        ("1.4.4",),
        "reflow at twice the text",
        "about/",
        NARROW,
        all_of(
            WORDS,
            style("#planted { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }"),
        ),
        "#planted",
    ),
    Fault(
        "words that paper leaves out",
        ("1.3.1",),
        "paper words",
        "privacy/",
        WIDE,
        all_of(WORDS, style(on_paper("#planted { display: none }"))),
        "planted",
    ),
    Fault(
        "a heading alone at the foot of a sheet",
        ("1.3.1",),
        "paper words",
        "about/",
        WIDE,
        all_of(
            at_the_end("<h2>Planted heading</h2><p>What it is about.</p>"),
            style(on_paper("h2 + p { break-before: page } h2 { break-after: auto }")),
        ),
        "Planted heading",
    ),
    Fault(
        "an address that paper leaves out",
        ("1.3.1",),
        "paper words",
        "privacy/",
        NO_SCRIPT,
        all_of(OUTSIDE, style(on_paper("#planted::after { content: none !important }"))),
        "https://planted.example/",
    ),
    Fault(
        "a table cut off on paper",
        ("1.3.1",),
        "paper cut",
        "privacy/",
        PAPER,
        all_of(
            TABLE,
            style(
                on_paper(
                    "#planted { display: block; width: 200px; overflow: hidden; white-space:"
                    " nowrap }"
                )
            ),
        ),
        "table",
    ),
    Fault(
        "a menu on paper",
        ("1.3.1",),
        "paper cut",
        "about/",
        PAPER,
        style(on_paper("footer nav { display: block !important }")),
        "is on paper",
    ),
]
