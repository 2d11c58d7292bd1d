"""What the form "Did we…?" should hold and say, worked out from the data."""

from collections import Counter
from itertools import cycle

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from charter.model import Occasion, Pledge
from tests.project import charter

OCCASIONS = charter().did_we.occasions
ON_SCREEN = charter().did_we.on_screen
GROUP = charter().groups[-1]
WORDS = charter().did_we
# What an answer is called in a copy, and what it is called on the page.
NAMES = {field.replace("_", "-"): name for field, name in WORDS.answers}
# The last moment at which the form may say how far the reader is, in seconds.
PAUSE = 2

every_occasion = pytest.mark.parametrize("occasion", OCCASIONS, ids=lambda occasion: occasion.id)
every_offered = pytest.mark.parametrize("occasion", ON_SCREEN, ids=lambda occasion: occasion.id)


def fitting(occasion: Occasion) -> list[Pledge]:
    """The pledges whose questions fit an occasion, in the order of the page."""
    return [pledge for pledge in charter().pledges_in_order if pledge.id in occasion.questions]


def some_answers(occasion: Occasion) -> dict[str, str]:
    """Answers of each kind in turn, to all questions but the last of an occasion."""
    return dict(zip([pledge.id for pledge in fitting(occasion)[:-1]], cycle(NAMES), strict=False))


def widest() -> Occasion:
    """The occasion with the most questions."""
    return max(ON_SCREEN, key=lambda occasion: len(occasion.questions))


def narrowest() -> Occasion:
    """The occasion with the fewest questions."""
    return min(ON_SCREEN, key=lambda occasion: len(occasion.questions))


def progress(answered: int, occasion: Occasion) -> str:
    return WORDS.progress.format(answered=answered, all=len(fitting(occasion)))


def says(browser: Chrome, text: str) -> None:
    """Wait until the form says how far the reader is."""
    WebDriverWait(browser, 10).until(
        lambda _: (
            browser.execute_script("return document.querySelector('output').textContent") == text
        )
    )


def summary(occasion: Occasion, answers: dict[str, str]) -> list[str]:
    """What must be said of answers: all together, by value, and then what to talk about."""

    def counts(pledges: list[Pledge]) -> str:
        counted = Counter(
            NAMES[answers[pledge.id]] if pledge.id in answers else WORDS.summary.open
            for pledge in pledges
        )
        return ", ".join(
            f"{counted[name]} {name.lower()}"
            for name in [*NAMES.values(), WORDS.summary.open]
            if counted[name]
        )

    asked = fitting(occasion)
    together = WORDS.summary.together.format(answered=len(answers), all=len(asked))
    lines = [f"{together}: {counts(asked)}"]
    for value in charter().values:
        if some := [pledge for pledge in asked if pledge.value == value.id]:
            lines.append(f"{value.name}: {counts(some)}")
    for answer in ("no", "partly"):
        lines += [
            f"{NAMES[answer]}: {pledge.question}"
            for pledge in asked
            if answers.get(pledge.id) == answer
        ]
    return (
        lines if set(answers.values()) & {"no", "partly"} else [*lines, WORDS.summary.nothing_next]
    )
