"""Issue forms of `.github/ISSUE_TEMPLATE/`: what each asks, and what an issue answers. The `id` of
a question is the field of the model that its answer becomes; no other file says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from charter.problems import Problem, ProblemsFound, in_one_line

FOLDER = Path(".github", "ISSUE_TEMPLATE")
# What a form becomes: its kind of record, as `python -m charter new` calls it.
FORMS = {
    "case-study": "tell-us-a-story.yml",
    "activity": "record-an-activity.yml",
    "said-did": "we-said-we-did.yml",
    "signature": "sign.yml",
    "wording": "suggest-a-change.yml",
}
# What GitHub writes where nobody has answered.
NO_ANSWER = "_No response_"
# Bytes of an issue (GitHub takes 65,536 letters), and letters of one answer that fit on a page.
LARGEST, LONGEST = 300_000, 4_000

NO_FORM = (
    "this isn't the text of a form. A form starts with the heading of its first question. Use one"
    " of the forms, and change nothing but your answers"
)
TOO_LONG = "is {:,} letters long. Say it in {:,} at most"
GONE = "the heading of this question is gone. Put it back: {}"
TWICE = "this heading stands more than once, so nobody can tell which answer is which. Change it"
ABOVE = "something stands above this question. Move it into an answer"
CHOOSE = "choose one of: {}"
TICK = 'is not ticked: "{}"'


@dataclass(frozen=True)
class Question:
    """One question of a form."""

    id: str
    label: str
    type: str
    required: bool
    options: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The line that GitHub writes above the answer."""
        return f"### {self.label}"


@dataclass(frozen=True)
class Form:
    """A form: the kind of record that it becomes, and its questions."""

    kind: str
    name: str
    questions: tuple[Question, ...]


class NotARecord(ProblemsFound):
    """Why an issue can't become a record, told to people who see nothing but the form."""

    def __init__(self, *reasons: str, how: str = "") -> None:
        super().__init__([Problem("", 1, "", reason) for reason in reasons])
        self.reasons, self.how = reasons, how

    def __str__(self) -> str:
        return "\n\n".join([*self.reasons, *filter(None, [self.how])])


def read(project: Path) -> list[Form]:
    """All forms that become records, as they are in a project."""
    return [
        _form(kind, yaml.safe_load((project / FOLDER / file).read_text(encoding="utf-8")))
        for kind, file in FORMS.items()
        if (project / FOLDER / file).is_file()
    ]


def _form(kind: str, form: Mapping[str, Any]) -> Form:
    asked = [field for field in form["body"] if field["type"] != "markdown"]
    return Form(kind, form["name"], tuple(_question(field) for field in asked))


def _question(field: Mapping[str, Any]) -> Question:
    options = field["attributes"].get("options", [])
    required = field.get("validations", {}).get("required", False)
    names = [option if isinstance(option, str) else option["label"] for option in options]
    return Question(field["id"], field["attributes"]["label"], field["type"], required, (*names,))


def text_of(file: Path) -> str:
    """The text of a saved issue, with plain ends of lines. Anybody may have written anything."""
    with file.open("rb") as opened:
        raw = opened.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise NotARecord(f"The whole text {TOO_LONG.format(len(raw), LONGEST)}.")
    return raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def which(text: str, forms: list[Form]) -> Form:
    """The form that an issue was written in: its text starts with the first question."""
    first = next((line.rstrip() for line in text.split("\n") if line.strip()), "")
    for form in forms:
        if first == form.questions[0].heading:
            return form
    raise NotARecord(NO_FORM[0].upper() + NO_FORM[1:] + ".")


def answers(text: str, form: Form) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Each answer by the id of its question, and what is wrong with others. Headings in an answer
    are text, unless there are two ways to read them.
    """
    lines = text.split("\n")
    headings = [question.heading for question in form.questions]
    first, last = _places(lines, headings), _places(lines[::-1], headings[::-1])[::-1]
    wrong = [
        (question.id, GONE.format(question.heading))
        for question, at in zip(form.questions, first, strict=True)
        if at is None
    ]
    if wrong:
        return {}, wrong
    starts = [at for at in first if at is not None]
    back = [len(lines) - 1 - at for at in last if at is not None]
    wrong = [
        (question.id, TWICE)
        for question, one, other in zip(form.questions, starts, back, strict=True)
        if one != other
    ]
    if wrong:
        return {}, wrong
    if any(line.strip() for line in lines[: starts[0]]):
        wrong.append((form.questions[0].id, ABOVE))
    given = {}
    for question, start, end in zip(form.questions, starts, [*starts[1:], None], strict=True):
        answer = "\n".join(lines[start + 1 : end]).strip(" \t\n")
        given[question.id] = "" if answer == NO_ANSWER else answer
        wrong += [(question.id, said) for said in _wrong(question, given[question.id])]
    return given, wrong


def _places(lines: list[str], headings: list[str]) -> list[int | None]:
    """Where each heading stands, taking the first that comes behind the one before."""
    places: list[int | None] = []
    at = -1
    for heading in headings:
        found = next((i for i in range(at + 1, len(lines)) if lines[i].rstrip() == heading), None)
        places.append(found)
        at = at if found is None else found
    return places


def _wrong(question: Question, answer: str) -> list[str]:
    if question.type == "checkboxes":
        ticked = set(re.findall(r"^- \[[xX]\] (.*?)\s*$", answer, re.MULTILINE))
        return [TICK.format(option) for option in question.options if option not in ticked]
    if question.type == "dropdown" and answer and answer not in question.options:
        return [CHOOSE.format("; ".join(question.options))]
    if len(answer) > LONGEST:
        return [TOO_LONG.format(len(answer), LONGEST)]
    return ["is empty. Please answer it"] if question.required and not answer else []


def told(form: Form, wrong: list[tuple[str, str]]) -> list[str]:
    """Each thing that is wrong, below the words of its question."""
    labels = {question.id: question.label for question in form.questions}
    return [f'"{labels[name]}": {in_one_line(said, 1_000)}' for name, said in wrong]
