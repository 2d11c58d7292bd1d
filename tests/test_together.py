"""The test of four questions: a label follows from the answers alone, by the same rule for all."""

import pytest

from charter.model.together import Together
from tests.drawn import drawn, words
from tests.project import ROOT, charter

SAID = {"y": "yes", "n": "no", "?": "not known"}


def together(answers: str) -> Together:
    """Four answers, in the order of the questions."""
    given = [{"answer": SAID[each]} for each in answers]
    return Together.model_validate(dict(zip(Together.model_fields, given, strict=False)))


@pytest.mark.parametrize(
    ("answers", "label", "more"),
    [
        pytest.param("yyyy", "co-production", False, id="four times yes"),
        pytest.param("yyy?", "co-design", True, id="nobody knows if they checked"),
        pytest.param("yyyn", "co-design", False, id="they did not check"),
        pytest.param("?y??", "co-design", True, id="made together"),
        pytest.param("ynyy", "engagement", False, id="all but decided"),
        pytest.param("??y?", "engagement", True, id="all the way through"),
        pytest.param("n?n?", "consultation", True, id="who decided is not known"),
        pytest.param("nnn?", "consultation", False, id="asked once about a plan"),
        pytest.param("????", "consultation", True, id="nothing is known"),
    ],
)
def test_the_label_follows_from_the_answers_and_what_is_not_known_is_held_against_nobody(
    answers: str, label: str, more: bool
) -> None:
    ways = charter().spectrum
    assert ways.label(together(answers)).id == label
    assert ways.may_be_more(together(answers)) is more


def test_each_way_of_working_together_has_an_example_with_its_label() -> None:
    whole = charter()
    for term in whole.spectrum.terms:
        assert term.example_story
        assert whole.spectrum.label(whole.case_studies[term.example_story].together) == term


def test_the_four_answers_stand_beside_each_activity() -> None:
    cards = drawn(ROOT / "data", "activities").xpath(".//article")
    assert len(cards) == len(charter().engagement)
    for card in cards:
        activity = next(it for it in charter().engagement if it.id == card.get("id"))
        label = charter().spectrum.label(activity.together).name
        if charter().spectrum.may_be_more(activity.together):
            label = f"At least {label.lower()}"
        way, *shown = card.xpath(".//div[dt='Way of working together']/dd")
        assert words(way).startswith(f"{label}.")
        given = [getattr(activity.together, it) for it in list(Together.model_fields)[:4]]
        assert [words(dd).split(": ")[1].split(".")[0] for dd in shown] == [
            each.answer for each in given
        ]


def test_an_activity_has_the_label_of_its_example() -> None:
    whole, ways = charter(), charter().spectrum
    told = [(it, whole.case_studies[it.story]) for it in whole.engagement if it.story]
    assert told
    for activity, story in told:
        assert ways.label(activity.together) == ways.label(story.together), activity.id
