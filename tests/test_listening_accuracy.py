"""How often the machine is right, measured on comments with labels that no word was chosen by, and
told as it is.
"""

import csv
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from charter.comments.result import Heard, Listener
from charter.comments.tone import TONES
from charter.model.listening import ValueWords
from tests.project import charter

LABELLED = Path(__file__).parent / "listening" / "comments.csv"
# Below what was measured, so that only a real drop fails.
FEWEST_TONES_RIGHT = 0.50
FEWEST_VALUES_FOUND = 0.50
FEWEST_VALUES_RIGHT = 0.65


@cache
def rows(part: str) -> list[tuple[dict[str, str], Heard]]:
    """The labelled comments of one half, each with what the machine makes of it."""
    listener = Listener(charter().listening)
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return [
            (row, listener.hear(row["comment"]))
            for row in csv.DictReader(file)
            if row["part"] == part
        ]


@cache
def tones() -> Counter[tuple[str, str]]:
    """How often each pair of a label and the machine's tone stands in the half that was held out."""
    return Counter((row["tone"], heard.tone) for row, heard in rows("held out"))


@cache
def values() -> tuple[int, int, int]:
    """Values labelled, values found, and those of them that are right."""
    pairs = [(set(row["values"].split()), set(heard.values)) for row, heard in rows("held out")]
    return (
        sum(len(a) for a, _ in pairs),
        sum(len(b) for _, b in pairs),
        sum(len(a & b) for a, b in pairs),
    )


def test_enough_comments_of_each_tone_and_value_have_labels() -> None:
    assert len(rows("tune")) >= 100 and len(rows("held out")) >= 100
    both = [row for part in ("tune", "held out") for row, _ in rows(part)]
    assert len({row["comment"] for row in both}) == len(both)
    assert min(Counter(row["tone"] for row, _ in rows("held out")).values()) >= 30
    named = {value for row in both for value in row["values"].split()}
    assert named == {row.value for row in charter().listening.values}, (
        "label some comments with the values of data/listening.yml"
    )


def test_tones_are_right_as_often_as_is_told(
    record_property: Callable[[str, object], None],
) -> None:
    for label in TONES:
        record_property("listening", (label, *(tones()[label, heard] for heard in TONES)))
    right = sum(tones()[tone, tone] for tone in TONES)
    assert right / tones().total() >= FEWEST_TONES_RIGHT
    commonest = max(sum(tones()[label, heard] for heard in TONES) for label in TONES)
    assert right > commonest, "saying the same tone of every comment would be as good"


def test_values_are_found_as_often_as_is_told(
    record_property: Callable[[str, object], None],
) -> None:
    labelled, found, right = values()
    record_property("listening_values", (labelled, found, right))
    assert right / found >= FEWEST_VALUES_RIGHT
    assert right / labelled >= FEWEST_VALUES_FOUND


def test_the_figures_in_the_data_are_those_that_were_measured() -> None:
    tried = charter().listening.tried
    if tried is None:
        pytest.skip("the data tell no figures")
    for tone, hits in (
        ("positive", tried.positive),
        ("mixed", tried.mixed),
        ("negative", tried.negative),
    ):
        assert hits.labelled == sum(tones()[tone, heard] for heard in TONES), tone
        assert hits.right == tones()[tone, tone], tone
    assert (tried.values.labelled, tried.values_found, tried.values.right) == values()


@pytest.mark.parametrize("row", charter().listening.values, ids=lambda row: row.value)
def test_every_word_of_a_value_is_found_in_a_comment_that_says_it(row: ValueWords) -> None:
    listener = Listener(charter().listening)
    assert [
        text
        for text in row.words
        if row.value not in listener.hear(f"well, it is {text} now").values
    ] == []


def test_words_count_with_their_endings_and_only_as_whole_words() -> None:
    listening = charter().listening
    first = listening.values[0].model_copy(update={"words": ["listen", "left out"]})
    listener = Listener(listening.model_copy(update={"values": [first]}))
    for comment in (
        "they listened",
        "Listening matters",
        "nobody listens",
        "we were left out again",
        "Left out!",
    ):
        assert listener.hear(comment).values == [first.value], comment
    for comment in ("enlisten", "a list", "left. Out we went", "left them out", ""):
        assert listener.hear(comment).values == [], comment


def test_the_words_that_an_area_adds_change_the_tone() -> None:
    own = charter().listening.tone.model_copy(
        update={"positive": ["splendiferous"], "negative": ["poxy"], "no_tone": ["happy"]}
    )
    listener = Listener(charter().listening.model_copy(update={"tone": own}))
    said = (
        "a splendiferous day",
        "a poxy day",
        "a happy day",
        "not a splendiferous day",
        "splendiferous but late",
    )
    assert [listener.hear(comment).tone for comment in said] == [
        "positive",
        "negative",
        "mixed",
        "negative",
        "mixed",
    ]
