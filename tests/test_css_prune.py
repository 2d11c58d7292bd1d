"""Each page carries only the styles that it needs, and looks exactly as if it had all of them: in
every state, and on paper.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from a11y.browser.driver import shown
from a11y.browser.emulation import emulate, prove
from a11y.browser.states import DARK, FORCED_COLOURS, NARROW, NARROW_DARK, PAPER, WIDE, State
from a11y.site import Page, site
from publish.build import build_pages
from publish.css.inline import diet
from tests import project
from tests.fixtures import every_page
from tests.host import hosted
from tests.needs import needs_the_box
from tests.pixels import on_paper, on_screen
from tests.project import ROOT, charter
from tests.questions import GROUP, progress, says, widest

pytestmark = [pytest.mark.xdist_group("diet"), pytest.mark.usefixtures("site", "browser")]

Step = Callable[[Chrome], object]
Look = Callable[[Chrome], bytes]


@dataclass(frozen=True)
class Both:
    """The same site with all its styles and after the diet: the folder of the second, and the
    address of each.
    """

    slim: Path
    addresses: tuple[str, str]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    folder = tmp_path_factory.mktemp("diet")
    full, slim = folder / "full", folder / "slim"
    build_pages(ROOT, full, pdf=False)
    shutil.copytree(full, slim)
    diet(slim)
    with hosted(full, with_headers=False) as one, hosted(slim, with_headers=False) as two:
        yield Both(slim, (one.address, two.address))


@dataclass(frozen=True)
class View:
    """A page in a state, after some steps were taken there, and how its look is kept."""

    state: State
    look: Look = on_screen
    steps: tuple[Step, ...] = ()


def unlike(both: Both, path: str, *views: View, tries: int = 6) -> list[View]:
    """The views of a page that are not the same with all styles and after the diet. A page is
    loaded once for all of its views.

    Chromium does not draw the edge of a layer the same way each time. So looks that differ are
    taken again, and a page that
    can look like the other is the same.
    """
    left = list(views)
    seen: dict[View, tuple[set[bytes], set[bytes]]] = {view: (set(), set()) for view in views}
    with shown(path, views[0].state) as browser:
        title = browser.title
        for _ in range(tries):
            for side, address in enumerate(both.addresses):
                browser.get(address + path)
                assert browser.title == title
                for view in left:
                    seen[view][side].add(_seen(browser, view))
            left = [view for view in left if not seen[view][0] & seen[view][1]]
            if not left:
                break
    return left


def _seen(browser: Chrome, view: View) -> bytes:
    emulate(browser, view.state)
    prove(browser, view.state, first=True)
    for step in view.steps:
        step(browser)
    return view.look(browser)


def telling() -> list[Page]:
    """A few pages that together hold every class, every kind of element and every mark for scripts
    that any page has.
    """
    left = {page.path: _marks(page) for page in site().pages}
    chosen = []
    while any(left.values()):
        path = max(left, key=lambda path: (len(left[path]), path))
        chosen.append(site().page(path))
        left = {other: marks - left[path] for other, marks in left.items()}
    return chosen


def _marks(page: Page) -> set[str]:
    html = page.file.read_text(encoding="utf-8")
    classes = {name for names in re.findall(r' class="([^"]*)', html) for name in names.split()}
    return classes | set(re.findall(r"<[a-z]+|data-[a-z-]+=", html))


def click(selector: str) -> Step:
    return lambda browser: browser.execute_script(
        "document.querySelector(arguments[0]).click()", selector
    )


def press(*keys: str) -> Step:
    return lambda browser: ActionChains(browser).send_keys(*keys).perform()


def point_at(selector: str) -> Step:
    return lambda browser: (
        ActionChains(browser)
        .move_to_element(browser.find_element(By.CSS_SELECTOR, selector))
        .perform()
    )


def ask(postcode: str) -> Step:
    """Ask the box about a postcode, and wait for its answer. The caret, which blinks, is taken out
    of the field afterwards.
    """
    box = charter().postcode_box
    waiting = box.answers.waiting if box else ""
    answered = (
        "return ![undefined, arguments[0]].includes(document.querySelector('#postcode-answer"
        " p')?.textContent)"
    )

    def asked(browser: Chrome) -> None:
        browser.find_element(By.CSS_SELECTOR, "[data-postcodes] input").send_keys(
            postcode, Keys.ENTER
        )
        WebDriverWait(browser, 10).until(lambda _: browser.execute_script(answered, waiting))
        browser.execute_script("document.activeElement.blur()")

    return asked


def answer(browser: Chrome) -> None:
    """Fill in the form, but for one question, and wait for its summary."""
    questions = widest().questions[:-1]
    for name, value in [
        ("show", widest().id),
        ("group", GROUP.id),
        *((pledge, "partly") for pledge in questions),
    ]:
        click(f'[name="{name}"][value="{value}"]')(browser)
    says(browser, progress(len(questions), widest()))


# The reader's own colours, and a dark ground.
FORCED_DARK = State(
    "forced-colours-dark-320", width=320, height=640, dark=True, forced_colours=True
)


@every_page
def test_no_pixel_of_any_page_changes(page: Page, both: Both) -> None:
    assert unlike(both, page.path, View(WIDE), View(NARROW_DARK)) == []


def test_no_pixel_changes_in_other_states_and_on_paper(both: Both) -> None:
    for page in telling():
        states = (NARROW, DARK, PAPER, FORCED_COLOURS, FORCED_DARK)
        assert unlike(both, page.path, *map(View, states), View(WIDE, on_paper)) == []


def test_no_pixel_changes_when_the_menu_is_open_or_something_has_the_focus(both: Both) -> None:
    for page in telling():
        assert (
            unlike(both, page.path, View(NARROW, steps=(click(".menu-button"), press(Keys.TAB))))
            == []
        )
        assert (
            unlike(both, page.path, View(DARK, steps=(press(*[Keys.TAB] * 3), point_at("main a"))))
            == []
        )


# What comes to a page only when somebody does something there. Most of it is made by scripts.
LATER: dict[str, tuple[str, State, list[Step]]] = {
    "copied": ("charter/{pledge}/", WIDE, [click(".copy button")]),
    "copied on a phone": ("charter/{pledge}/", NARROW_DARK, [click(".copy button")]),
    "not a postcode": ("area/", WIDE, [ask("nonsense")]),
    "not a postcode, in the dark": ("area/", NARROW_DARK, [ask("nonsense")]),
    "a postcode": ("area/", WIDE, [ask("ZZ1 1ZZ")]),
    "answered": ("did-we/", WIDE, [answer]),
    "answered on a phone": ("did-we/", NARROW_DARK, [answer]),
    "something is missing": ("did-we/", WIDE, [click("[data-do=copy]")]),
    "a group is missing": (
        "did-we/",
        NARROW_DARK,
        [answer, click("[name=show]"), click("[data-do=text]")],
    ),
    "print button": ("leaflet/", NARROW_DARK, [point_at("[data-print] button")]),
    "stories narrowed": ("case-studies/", WIDE, [click("[name=show]:not(:checked)")]),
    "an address with a place": ("charter/", WIDE, [click(".value li:last-child a")]),
    "a place on the page": ("charter/", NARROW_DARK, [click(".jump li:last-child a")]),
}
every_later = pytest.mark.parametrize(
    "later",
    [pytest.param(name, marks=needs_the_box) if "postcode" in name else name for name in LATER],
)


def steps_of(later: str) -> tuple[str, State, tuple[Step, ...]]:
    path, state, steps = LATER[later]
    return path.format(pledge=charter().pledges_in_order[0].id), state, tuple(steps)


@every_later
def test_no_pixel_changes_after_something_was_done(later: str, both: Both) -> None:
    path, state, steps = steps_of(later)
    assert unlike(both, path, View(state, steps=steps)) == []


def test_answers_look_the_same_on_paper(both: Both) -> None:
    assert unlike(both, "did-we/", View(WIDE, on_paper, (answer,))) == []


@contextmanager
def without(both: Both, path: str, rule: str) -> Iterator[None]:
    """A page that lacks one rule more."""
    file = both.slim / path / "index.html"
    whole = file.read_text(encoding="utf-8")
    shorter = re.sub(re.escape(rule) + r"\{[^{}]*\}", "", whole)
    assert shorter != whole, f"{path} has no rule for {rule}"
    file.write_text(shorter, encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(whole, encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "rule", "view"),
    [
        ("", ".draft", View(WIDE)),
        ("about/", ":root", View(DARK)),
        ("about/", "h1", View(WIDE, on_paper)),
        ("", "#menu a", View(NARROW, steps=(click(".menu-button"),))),
        ("", "a:hover", View(WIDE, steps=(point_at("main p a"),))),
        ("", ":focus-visible", View(WIDE, steps=(press(Keys.TAB),))),
        pytest.param(
            "area/",
            '.postcode [aria-invalid="true"]',
            View(NARROW, steps=(ask("nonsense"),)),
            marks=needs_the_box,
        ),
        ("did-we/", '[id^="needs-"]', View(WIDE, steps=(click("[data-do=copy]"),))),
        ("did-we/", ".choices label:has(:checked)", View(NARROW_DARK, steps=(answer,))),
        ("", ".shape,header::after", View(FORCED_COLOURS)),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_one_rule_too_few_would_be_seen(path: str, rule: str, view: View, both: Both) -> None:
    with without(both, path, rule):
        assert unlike(both, path, view, tries=2) == [view]
    assert unlike(both, path, view) == []


@every_page
def test_a_page_has_one_style_and_every_custom_property_in_it_has_a_use(page: Page) -> None:
    assert page.document.xpath("//link[@rel='stylesheet']") == []
    (style,) = page.document.xpath("//style/text()")
    assert "/*" not in style and "\n" not in style and "  " not in style
    assert set(re.findall(r"(?<=[{;])(--[\w-]+):", style)) <= set(
        re.findall(r"var\((--[\w-]+)", style)
    )


@pytest.mark.build
def test_a_style_sheet_that_can_not_be_read_stops_the_build(tmp_path: Path) -> None:
    copied = project.copy(tmp_path)
    sheet = copied / "theme/assets/styles/frame.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + ".later { color red }\n", encoding="utf-8")
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status != 0
    assert "Traceback" not in ended.said
    assert re.search(r"assets/styles/frame.css, line \d+: this is not a declaration", ended.said), (
        ended.said
    )
    assert not (copied / "site").exists()
