"""Names that are missing, wrong or of no use: of drawings, controls, frames, groups and languages."""

from a11y.browser.states import MENU_OPEN, WIDE
from a11y.faults import Fault
from a11y.faults.plants import at_the_end, swap

FAULTS = [
    Fault(
        "a drawing without words",
        ("1.1.1",),
        "axe",
        "",
        WIDE,
        swap('role="img" aria-label="[^"]*"', 'role="img"'),
        "svg-img-alt",
    ),
    Fault(
        "a picture without words",
        ("1.1.1",),
        "ibm",
        "privacy/",
        MENU_OPEN,
        at_the_end('<p><img id="planted" src="icon.svg"></p>'),
        "planted",
    ),
    Fault(
        "a choice whose label was cut",
        ("4.1.2", "1.3.1"),
        "axe",
        "case-studies/",
        WIDE,
        swap('(<input type="radio" name="show" value="all" checked>)[^<]*', r"\1"),
        'input[value="all"]',
    ),
    Fault(
        "a box to type in that nothing names",
        ("3.3.2", "4.1.2"),
        "ibm",
        "privacy/",
        MENU_OPEN,
        at_the_end('<form><p><input id="planted" type="text" autocomplete="name"></p></form>'),
        "input_label_exists",
    ),
    Fault(
        "choices without a name for the group",
        ("1.3.1", "3.3.2"),
        "ibm",
        "case-studies/",
        MENU_OPEN,
        swap("<legend>[^<]*</legend>", ""),
        "fieldset",
    ),
    Fault(
        "a frame without a title",
        ("4.1.2",),
        "axe",
        "privacy/",
        WIDE,
        at_the_end('<iframe id="planted" src="./"></iframe>'),
        "frame-title",
    ),
    Fault(
        "a link without words",
        ("2.4.4",),
        "axe",
        "privacy/",
        WIDE,
        at_the_end('<p><a id="planted" href="../"></a></p>'),
        "#planted",
    ),
    Fault(
        "a button without words",
        ("4.1.2",),
        "axe",
        "privacy/",
        MENU_OPEN,
        swap("(<button[^>]*>)Menu", r"\1"),
        "button-name",
    ),
    Fault(
        "no language",
        ("3.1.1",),
        "axe",
        "privacy/",
        WIDE,
        swap(' lang="[^"]*"', ""),
        "html-has-lang",
    ),
    Fault(
        "a language that does not exist",
        ("3.1.1",),
        "axe",
        "privacy/",
        WIDE,
        swap(' lang="[^"]*"', ' lang="plain"'),
        "html-lang-valid",
    ),
    Fault(
        "words in a language that does not exist",
        ("3.1.2",),
        "axe",
        "privacy/",
        WIDE,
        at_the_end('<p id="planted" lang="plain">Bienvenue</p>'),
        "valid-lang",
    ),
    Fault(
        "a box that says it is for something else",
        ("1.3.5",),
        "axe",
        "privacy/",
        WIDE,
        at_the_end(
            '<form><label>Your name <input id="planted" type="text"'
            ' autocomplete="my-name"></label></form>'
        ),
        "autocomplete-valid",
    ),
]
