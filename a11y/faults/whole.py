"""What only shows when a page is held against its own file, or against the other pages."""

from a11y.browser.states import NARROW, NO_SCRIPT
from a11y.faults import Fault
from a11y.faults.plants import at_the_end, links_to_it, script

WRITE = "document.querySelector('main').append('Planted by a script.');"
LINK = (
    "document.querySelector('main').insertAdjacentHTML('beforeend', '<p><a"
    ' href="../planted/"></a></p>\');'
)

FAULTS = [
    Fault(
        "words that only a script brings",
        (),
        "script",
        "privacy/",
        NARROW,
        script(WRITE),
        "Planted by a script",
    ),
    Fault(
        "a link that only a script brings",
        (),
        "script",
        "about/",
        NARROW,
        script(LINK),
        "../planted/",
    ),
    Fault(
        "a button that does nothing without script",
        (),
        "script",
        "privacy/",
        NO_SCRIPT,
        at_the_end('<p><button id="planted" type="button">Show more</button></p>'),
        "planted",
    ),
    Fault(
        "a page that no link leads to",
        ("2.4.5",),
        "reached by links",
        "privacy/",
        None,
        links_to_it(""),
        "no chain of links",
    ),
    Fault(
        "a page that all links miss",
        ("2.4.5",),
        "reached by links",
        "leaflet/card/",
        None,
        links_to_it("../planted/"),
        "no chain of links",
    ),
]
