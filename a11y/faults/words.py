"""Words that are harder than they need to be, and links that do not say where they lead."""

from a11y.faults import Fault
from a11y.faults.plants import at_the_end

LONG = " and ".join(
    [
        "we eat",
        "we talk",
        "we walk",
        "we sing",
        "we play",
        "we read",
        "we rest",
        "we plan",
        "we ask",
        "we hear",
    ]
)

FAULTS = [
    Fault(
        "a hard word",
        ("3.1.5",),
        "plain words",
        "privacy/",
        None,
        at_the_end("<p>We utilise it.</p>"),
        "utilise",
    ),
    Fault(
        "a short form that nobody explains",
        ("3.1.4",),
        "plain words",
        "about/",
        None,
        at_the_end("<p>Ask the XQZ.</p>"),
        "XQZ",
    ),
    Fault(
        "a sentence without an end",
        ("3.1.5",),
        "plain words",
        "glossary/",
        None,
        at_the_end(f"<p>{LONG.capitalize()}.</p>"),
        "We eat",
    ),
    Fault(
        "click here",
        ("2.4.4", "2.4.9"),
        "plain words",
        "formats/",
        None,
        at_the_end('<p><a href="../">Click here</a></p>'),
        "Click here",
    ),
    Fault(
        "two links that say the same and lead to two places",
        ("2.4.9",),
        "plain words",
        "staff/",
        None,
        at_the_end(
            '<p><a href="../">The planted page</a> <a href="../about/">The planted page</a></p>'
        ),
        "The planted page",
    ),
    Fault(
        "words of a trade",
        ("3.1.3",),
        "plain words",
        "signatures/",
        None,
        at_the_end("<p>We leverage it.</p>"),
        "leverage",
    ),
]
