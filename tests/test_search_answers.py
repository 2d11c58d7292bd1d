"""What people might type, typed into the real box: a right page is among the first three."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from a11y.browser.driver import shown
from a11y.site import site
from tests.browser.search import PAGE, look_for

pytestmark = pytest.mark.usefixtures("site")

FIRST = 3
LIST = Path(__file__).parent / "search" / "questions.yml"


@dataclass(frozen=True)
class Question:
    """What is typed, and the pages that answer it."""

    ask: str
    right: list[str]


QUESTIONS = [Question(**row) for row in yaml.safe_load(LIST.read_text(encoding="utf-8"))]
# One in so many is typed for each change, and once a week all of them.
EVERY = 4
LOOKED_FOR = [
    pytest.param(
        question,
        id=question.ask.replace(" ", "-"),
        marks=[pytest.mark.weekly] * bool(at % EVERY),
    )
    for at, question in enumerate(QUESTIONS)
]


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("question", LOOKED_FOR)
def test_a_question_leads_to_a_right_page(question: Question) -> None:
    with shown(PAGE) as browser:
        found = [result.page for result in look_for(browser, question.ask)]
    assert set(question.right) & set(found[:FIRST]), found


def test_there_are_sixty_questions_and_each_right_page_is_there() -> None:
    assert len({question.ask.casefold() for question in QUESTIONS}) >= 60
    pages = {page.path for page in site().pages}
    assert [page for question in QUESTIONS for page in question.right if page not in pages] == []
