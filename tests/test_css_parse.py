"""Which rules a page keeps: everything that could match on it in any state, and nothing else."""

import pytest

from publish.css.names import ADDED_BY_BROWSERS, of_element, of_script
from publish.css.parse import Unreadable, read
from publish.css.prune import needed

# A page with one link in a paragraph, a table and a menu.
NAMES = {
    "html",
    "body",
    "main",
    "p",
    "a",
    "nav",
    "table",
    "tbody",
    ".badge",
    ".paper",
    "#menu",
    "[href",
    "[class",
    "[popover",
}


def kept(sheet: str, names: set[str] = NAMES) -> str:
    return needed(read(sheet, "test.css"), names)


@pytest.mark.parametrize(
    "selector",
    [
        *(
            f"a:{state}"
            for state in (
                "hover",
                "focus",
                "focus-visible",
                "active",
                "visited",
                "target",
                "checked",
                "disabled",
                "empty",
            )
        ),
        *(
            "#menu:popover-open",
            "p::before",
            "*::after",
            "::selection",
            "main:focus-within",
            ":root",
            ":focus-visible",
            ":target",
        ),
        *(
            "p:first-child",
            "p:nth-child(2)",
            "p:nth-child(n + 2)",
            "p:not(.gone)",
            "main:has(:checked)",
            "main:has(> .badge)",
            "body:has(a)",
        ),
        *(
            "a[href]",
            '[href^="http"]',
            "main p a",
            "main>p",
            "p + p",
            "p ~ a",
            "*",
            ":is(p, .gone)",
            ":where(.gone, a):hover",
            "tbody a",
        ),
    ],
)
def test_what_could_match_stays(selector: str) -> None:
    assert kept(f"{selector} {{ color: red }}").endswith("{color:red}")


@pytest.mark.parametrize(
    "selector",
    [
        *(
            ".gone",
            "dialog",
            "#gone",
            "[open]",
            "a.gone:hover",
            ".gone a",
            "a > .gone",
            "main:has(.gone)",
            ":is(.gone, dialog)",
        ),
        *(
            ".gone::before",
            "dialog:popover-open",
            ":where(.gone):focus-visible",
            "main:has(> .gone) a",
            "p:not(.badge) .gone",
        ),
    ],
)
def test_what_can_never_match_goes(selector: str) -> None:
    assert kept(f"{selector} {{ color: red }}") == ""


def test_of_several_selectors_only_those_that_could_match_stay() -> None:
    assert kept(".gone, a:hover, dialog , p > a { color: red }") == "a:hover,p>a{color:red}"


def test_conditions_stay_while_something_in_them_could_match() -> None:
    inside = "{ .gone { color: red } p { color: blue } }"
    for condition in (
        "@media print",
        "@media (forced-colors: active)",
        "@supports (top: anchor(bottom))",
    ):
        assert kept(f"{condition} {inside}").endswith("{p{color:blue}}")
        assert kept(f"{condition} {{ .gone {{ color: red }} }}") == ""
    assert (
        kept("@media print { @supports not selector(:has(a)) { p { color: red } } }").count("{")
        == 3
    )


def test_rules_for_sheets_of_paper_stay() -> None:
    sheet = '@page { size: A4; @bottom-left { content: "a,  b" } }'
    assert kept(sheet) == '@page {size:A4; @bottom-left { content: "a,  b" }}'


def test_custom_properties_stay_only_where_something_uses_them_in_the_end() -> None:
    sheet = (
        ":root { --ink: var(--black); --black: #000; --gone: var(--ink); --late: 1px } p { color:"
        " var(--ink) } .gone { width: var(--late) }"
    )
    assert kept(sheet) == ":root{--ink:var(--black);--black:#000}p{color:var(--ink)}"
    assert kept(":root { --ink: #000 } .gone { color: var(--ink) }") == ""


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("width: calc(100% - (2rem + 1px))", "width:calc(100% - (2rem + 1px))"),
        ("font: 1rem / 1.5 'a  b',  serif", 'font:1rem / 1.5 "a  b",serif'),
        ("margin:  0   auto ! important", "margin:0 auto!important"),
        ("grid-column: 1 / -1 /* all of it */", "grid-column:1 / -1"),
        ("content: '/* no comment */ ; }'", 'content:"/* no comment */ ; }"'),
        ("background: url( a.svg )", "background:url(a.svg)"),
        ("color: rgb(0 0 0 / .5)", "color:rgb(0 0 0 / .5)"),
    ],
)
def test_what_is_left_out_of_a_value_says_nothing(written: str, short: str) -> None:
    assert kept(f"p {{ {written} }}") == f"p{{{short}}}"


def test_a_blank_that_says_below_is_not_lost() -> None:
    assert (
        kept("main :is(p,  a) { color: red } main   .badge:hover { color: red }")
        == "main :is(p,a){color:red}main .badge:hover{color:red}"
    )


def test_names_of_an_element_are_those_that_a_style_may_speak_of() -> None:
    found = of_element("a", [("class", "paper badge"), ("id", "menu"), ("data-copy", None)])
    assert found == {"a", ".paper", ".badge", "#menu", "[class", "[id", "[data-copy"}


def test_names_that_a_script_writes_count_as_names_of_the_page() -> None:
    script = """made.className = `late ${kind}`; document.createElement("dialog"); made.dataset.sentAt = 1;
        input.setAttribute("aria-invalid", 1)"""
    found = of_script(script)
    assert found >= {".late", "dialog", "[data-sent-at", "[aria-invalid"}
    assert kept("dialog.late[aria-invalid] > p { color: red }", NAMES | found)


def test_elements_that_browsers_add_are_names_of_every_page() -> None:
    assert {"html", "head", "body", "tbody"} <= ADDED_BY_BROWSERS


@pytest.mark.parametrize(
    "wrong", ["p { color red }", "p { color: red } }", "p", "p { a { color: red } }"]
)
def test_what_is_not_css_is_told_with_its_line(wrong: str) -> None:
    with pytest.raises(Unreadable, match=r"test.css, line 2: this is not "):
        read(f"a {{ color: red }}\n{wrong}", "test.css")


def test_a_selector_that_the_parser_does_not_know_stays() -> None:
    assert kept("p::-webkit-later(3) { color: red }") == "p::-webkit-later(3){color:red}"
