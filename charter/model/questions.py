"""The "Did we…?" questions: the words of the form and of the checklists, and the occasions to ask (`did-we.yml`)."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from charter.model.fields import Id, MailAddress, PledgeId, Record, Sources, Text, Texts, says


class Occasion(Record):
    """A moment to ask, with the pledges whose questions fit it, and the checklist for it.

    `link` is what a link to the checklist says, and `note` what is not certain about the occasion.
    """

    id: Id
    name: Text
    link: Text
    text: Text
    note: Text | None = None
    how: Texts
    questions: Annotated[list[PledgeId], Field(min_length=1)]
    sources: Sources


class AnswerNames(Record):
    """What each answer is called, in the order in which they are offered."""

    yes: Text
    partly: Text
    no: Text
    does_not_apply: Text


class Choose(Record):
    """The choices before the questions: the occasion (`all` is none of them: every question) and the reader's group."""

    heading: Text
    occasion: Text
    occasion_hint: Text
    all: Text
    group: Text
    group_hint: Text


class Summary(Record):
    """What was answered, in words: all together and by value, and what to talk about next."""

    heading: Text
    together: Text
    open: Text
    next: Text
    nothing_next: Text


class Keep(Record):
    """How to keep answers. `title` stands on top of the text; {file} is the name of what was saved."""

    heading: Text
    text: Texts
    print: Text
    copy_file: Text
    text_file: Text
    send: Text
    saved: Annotated[Text, says("file")]
    title: Annotated[Text, says("occasion")]
    again: Text
    again_link: Text


class Needs(Record):
    """What is asked for when somebody saves too early, and the words of the way back."""

    occasion: Text
    group: Text
    answer: Text
    back: Text


class Checklists(Record):
    """What the form says of the checklists."""

    heading: Text
    text: Text
    link: Text


class Sheet(Record):
    """The words of each checklist's page. `box` says what a box to tick is to those who can't see it."""

    what: Text
    form_link: Text
    how: Text
    question: Text
    tick: Text
    box: Text
    next: Text
    find: Text


class DidWe(Record):
    """The form, the checklists and their occasions. `send_to` is whom answers may be sent to; while it is nobody, `no_address` says so."""

    notice: Texts
    introduction: Texts
    choose: Choose
    answers: AnswerNames
    progress: Annotated[Text, says("answered", "all")]
    summary: Summary
    keep: Keep
    needs: Needs
    without_script: Texts
    checklists: Checklists
    sheet: Sheet
    send_to: MailAddress | None = None
    no_address: Text | None = None
    occasions: Annotated[list[Occasion], Field(min_length=1)]

    @model_validator(mode="after")
    def _an_address_or_why_not(self) -> Self:
        if (self.send_to is None) is (self.no_address is None):
            raise ValueError("write either send_to, an email address, or no_address, which says that there is none yet")
        return self
