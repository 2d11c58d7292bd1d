"""What is wrong between pages, or with a page as a whole: its title, headings, language, frame and
the names of its links.
"""

from a11y.faults import Fault
from a11y.faults.plants import at_the_end, borrow, swap

FRENCH = (
    "Bienvenue sur ce site. Nous travaillons ensemble avec les familles, les enfants et tous leurs"
    " proches, chaque jour."
)
ENGLISH = (
    "This is a text in English, and that is what the page says of it, for all who have their pages"
    " read to them."
)

FAULTS = [
    Fault(
        "no title",
        ("2.4.2",),
        "titles",
        "privacy/",
        None,
        swap("<title>.*?</title>", "<title></title>"),
        "there is none",
    ),
    Fault(
        "the title of another page",
        ("2.4.2",),
        "titles",
        "about/",
        None,
        borrow("<title>.*?</title>", "glossary/"),
        "another page has the same",
    ),
    Fault(
        "an empty heading in a file",
        ("2.4.6",),
        "headings",
        "privacy/",
        None,
        at_the_end("<h2></h2>"),
        "has no words",
    ),
    Fault(
        "a page with two main headings",
        ("1.3.1",),
        "headings",
        "about/",
        None,
        at_the_end("<h1>Planted</h1>"),
        "one main heading",
    ),
    Fault(
        "a heading that is skipped",
        ("1.3.1",),
        "headings",
        "glossary/",
        None,
        at_the_end("<h5>Planted</h5>"),
        "Planted",
    ),
    Fault(
        "two headings alike",
        ("2.4.10",),
        "headings",
        "formats/",
        None,
        at_the_end("<h2>Planted</h2><p>1</p><h2>Planted</h2>"),
        "Planted",
    ),
    Fault(
        "a place that stands twice",
        ("1.3.1",),
        "ids",
        "privacy/",
        None,
        at_the_end('<p id="planted">1</p><p id="planted">2</p>'),
        "#planted",
    ),
    Fault(
        "a name that comes from nowhere",
        ("4.1.2",),
        "ids",
        "about/",
        None,
        at_the_end('<ul aria-labelledby="planted"><li>1</li></ul>'),
        "=planted]",
    ),
    Fault(
        "a page in English that says it is in French",
        ("3.1.1",),
        "language",
        "privacy/",
        None,
        swap(' lang="[^"]*"', ' lang="fr"'),
        "html",
    ),
    Fault(
        "a text in French that nobody told of",
        ("3.1.2",),
        "language",
        "about/",
        None,
        at_the_end(f"<p>{FRENCH}</p>"),
        "Bienvenue",
    ),
    Fault(
        "a text in English that says it is in Welsh",
        ("3.1.2",),
        "language",
        "glossary/",
        None,
        at_the_end(f'<p lang="cy">{ENGLISH}</p>'),
        "'cy'",
    ),
    Fault(
        "a menu in another order",
        ("3.2.3",),
        "same frame",
        "privacy/",
        None,
        swap('(<nav id="menu".*?<ul>\\s*)(<li>.*?</li>\\s*)(<li>.*?</li>\\s*)', r"\1\3\2"),
        "here stands",
    ),
    Fault(
        "another name for a link at the foot",
        ("3.2.4",),
        "same frame",
        "about/",
        None,
        swap("(<footer>.*?<li><a [^>]*>)[^<]*", r"\1Planted"),
        "Planted",
    ),
    Fault(
        "help that is gone",
        ("3.2.6",),
        "help in the same place",
        "privacy/",
        None,
        swap('<li><a href="[^"]*have-your-say/"[^>]*>[^<]*</a></li>', ""),
        "there is no link",
    ),
    Fault(
        "help in another place",
        ("3.2.6",),
        "help in the same place",
        "about/",
        None,
        swap("<header>", '<header><a href="../accessibility/">Accessibility</a>'),
        "in this order",
    ),
    Fault(
        "a link that says nothing",
        ("2.4.4",),
        "link names",
        "privacy/",
        None,
        at_the_end('<p><a href="../">Find out more</a></p>'),
        "Find out more",
    ),
    Fault(
        "one name for two places of one page",
        ("2.4.9",),
        "link names",
        "about/",
        None,
        at_the_end('<p><a href="../">Planted one</a>, <a href="../privacy/">Planted one</a></p>'),
        "planted one",
    ),
    Fault(
        "a label that is not what is seen",
        ("2.5.3",),
        "link names",
        "glossary/",
        None,
        at_the_end('<p><a href="../" aria-label="Planted">Home</a></p>'),
        "Planted",
    ),
    Fault(
        "one name for two places of two pages",
        ("3.2.4",),
        "link names",
        "",
        None,
        swap(
            '</main>(.*?<footer>.*?<a href="[^"]*">)([^<]*)',
            r'<p><a href="privacy/#planted">\2</a></p></main>\1\2',
        ),
        "privacy/#planted",
    ),
]
