"""What can't be seen by everybody: pale words, lost borders, small targets."""

from a11y.browser.states import DARK, FORCED_COLOURS, MENU_OPEN, NARROW, NARROW_DARK, WIDE
from a11y.faults import Fault
from a11y.faults.plants import all_of, at_the_end, style

WORDS = at_the_end('<p id="planted">Pale words.</p>')
LIGHT, DARK_ONLY = (
    "@media (prefers-color-scheme: light) {{ {} }}",
    "@media (prefers-color-scheme: dark) {{ {} }}",
)

FAULTS = [
    Fault(
        "pale words in the dark only",
        ("1.4.3",),
        "axe",
        "privacy/",
        DARK,
        all_of(WORDS, style(DARK_ONLY.format("#planted { color: #555 }"))),
        "#planted",
    ),
    Fault(
        "pale words in the light only",
        ("1.4.3",),
        "axe",
        "privacy/",
        WIDE,
        all_of(WORDS, style(LIGHT.format("#planted { color: #999 }"))),
        "#planted",
    ),
    Fault(
        "words a little too pale for us",
        ("1.4.6",),
        "axe",
        "privacy/",
        NARROW_DARK,
        all_of(WORDS, style(DARK_ONLY.format("#planted { color: #909090 }"))),
        "color-contrast-enhanced",
    ),
    Fault(
        "a link that only its colour tells from the words around it",
        ("1.4.1",),
        "axe",
        "privacy/",
        NARROW,
        all_of(
            at_the_end('<p>Go to the <a id="planted" href="../">home page</a> now.</p>'),
            style("#planted { text-decoration: none; border: 0 }"),
        ),
        "link-in-text-block",
    ),
    Fault(
        "words that keep their pale colour in the reader's colours",
        ("1.4.3", "1.4.6"),
        "forced colours",
        "privacy/",
        FORCED_COLOURS,
        all_of(WORDS, style("#planted { forced-color-adjust: none; color: #999 }")),
        "planted",
    ),
    Fault(
        "words that keep their dark ground in the reader's colours",
        ("1.4.3", "1.4.6"),
        "forced colours",
        "area/",
        FORCED_COLOURS,
        all_of(
            WORDS,
            style(
                "@media (forced-colors: active) { #planted { forced-color-adjust: none; color:"
                " #222; background: #333 } }"
            ),
        ),
        "planted",
    ),
    Fault(
        "targets too near to each other",
        ("2.5.8",),
        "targets",
        "privacy/",
        NARROW,
        all_of(
            at_the_end(
                '<p><button id="planted" type="button">a</button><button'
                ' type="button">b</button></p>'
            ),
            style(
                "main button { width: 20px; height: 20px; padding: 0; min-height: 0; border: 0 }"
            ),
        ),
        "#planted",
    ),
    Fault(
        "a target too near to another, for a machine",
        ("2.5.8",),
        "axe",
        "privacy/",
        NARROW,
        all_of(
            at_the_end(
                '<p><button id="planted" type="button">a</button><button'
                ' type="button">b</button></p>'
            ),
            style(
                "main button { width: 16px; height: 16px; padding: 0; min-height: 0; border: 0 }"
            ),
        ),
        "target-size",
    ),
    Fault(
        "a button too low for a finger",
        ("2.5.5",),
        "targets",
        "",
        WIDE,
        style(
            "main a.button { min-height: 0; padding-block: 0; line-height: 30px; height: 30px;"
            " display: inline-block }"
        ),
        "a.button",
    ),
    Fault(
        "a menu of low links",
        ("2.5.5",),
        "targets",
        "privacy/",
        MENU_OPEN,
        style("#menu a { min-height: 0; padding: 0; line-height: 1.3; display: block }"),
        "44 are needed",
    ),
]
