"""Markup that says something else than what the page means: headings, lists, tables, parts, and what browsers mend in silence."""

from tests.browser.states import NARROW, PAPER, WIDE
from tests.faults import Fault
from tests.faults.plants import all_of, at_the_end, swap

# Neither a skip link nor any part that a screen reader could jump to.
NO_WAY_PAST = all_of(
    swap('<a class="skip".*?</a>', ""),
    *[swap(f"<{part}([^>]*)>(.*?)</{part}>", r"<div\1>\2</div>") for part in ("nav", "nav", "header", "main", "footer")],
)

FAULTS = [
    Fault(
        "a jump from one heading to another",
        ("1.3.1",),
        "axe",
        "privacy/",
        NARROW,
        at_the_end('<h4 id="planted">Deep</h4>'),
        "heading-order",
    ),
    Fault("an empty heading", ("2.4.6",), "ibm", "privacy/", PAPER, at_the_end('<h2 id="planted"></h2>'), "heading_content_exists"),
    Fault(
        "a list with more in it than items",
        ("1.3.1",),
        "axe",
        "privacy/",
        PAPER,
        at_the_end('<ul id="planted"><li>One</li><p>Two</p></ul>'),
        "#planted",
    ),
    Fault(
        "a table without headings",
        ("1.3.1",),
        "ibm",
        "privacy/",
        WIDE,
        at_the_end('<table id="planted"><tr><td>One<td>Two<tr><td>3<td>4</table>'),
        "table",
    ),
    Fault(
        "two main parts",
        ("1.3.1",),
        "axe",
        "privacy/",
        WIDE,
        swap("</footer>", '</footer><main id="planted"><p>More</p></main>'),
        "landmark-no-duplicate-main",
    ),
    Fault(
        "two menus of one name",
        ("1.3.1",),
        "axe",
        "privacy/",
        WIDE,
        swap('aria-label="About this site"', 'aria-label="Main"'),
        "landmark-unique",
    ),
    Fault("no way past the menu", ("2.4.1",), "ibm", "privacy/", WIDE, NO_WAY_PAST, "skip_main_exists"),
    Fault(
        "something hidden that takes the focus",
        ("4.1.2",),
        "axe",
        "privacy/",
        WIDE,
        at_the_end('<p id="planted" aria-hidden="true"><a href="../">Home</a></p>'),
        "#planted",
    ),
    Fault(
        "a window that can't be zoomed",
        ("1.4.4",),
        "axe",
        "privacy/",
        NARROW,
        swap("initial-scale=1", "initial-scale=1, user-scalable=no"),
        "meta-viewport",
    ),
    Fault(
        "a page that goes away by itself",
        ("2.2.1",),
        "axe",
        "privacy/",
        WIDE,
        swap("</head>", '<meta http-equiv="refresh" content="600; url=../"></head>'),
        "meta-refresh",
    ),
    Fault(
        "a film that nobody has looked at",
        ("1.1.1",),
        "ibm",
        "privacy/",
        WIDE,
        at_the_end('<video id="planted" src="film.mp4" controls></video>'),
        "planted",
    ),
    Fault(
        "two things of one name for links",
        ("4.1.2",),
        "markup",
        "about/",
        None,
        at_the_end('<p id="planted">One</p><p id="planted">Two</p>'),
        "no-dup-id",
    ),
    Fault("markup that is not closed", ("1.3.1",), "markup", "privacy/", None, at_the_end("<p>One<div>Two</p></div>"), "close-order"),
    Fault(
        "no language, as it was written", ("3.1.1",), "markup", "glossary/", None, swap(' lang="[^"]*"', ""), "element-required-attributes"
    ),
    Fault(
        "a jump between headings, as it was written",
        ("1.3.1",),
        "markup",
        "formats/",
        None,
        at_the_end('<h5 id="planted">Deep</h5>'),
        "heading-level",
    ),
    Fault("a second first heading", ("1.3.1",), "markup", "have-your-say/", None, at_the_end("<h1>Once more</h1>"), "Multiple <h1>"),
    Fault(
        "a label for nothing",
        ("4.1.2",),
        "markup",
        "signatures/",
        None,
        at_the_end('<p><label for="planted">Your name</label></p>'),
        '"planted"',
    ),
    Fault(
        "an attribute with a wrong value",
        ("4.1.2",),
        "markup",
        "staff/",
        None,
        at_the_end('<p><button type="planted">Go</button></p>'),
        '"planted"',
    ),
]
