"""The "Did we…?" questions: the words of the form and of the checklists, and the occasions to ask
(`did-we.yml`)."""

from typing import Annotated

from pydantic import Field

from charter.model.fields import Id, Text, Texts, says
from charter.model.records import Record, Records, Some
from charter.model.references import PledgeId, Sources
from charter.model.retired import Out


class Occasion(Record):
    """A moment to ask, with the pledges whose questions fit it, and the checklist for it."""

    id: Id
    """A short name in small letters, with hyphens. It is a part of addresses, and answers name it:
    never change it."""
    name: Text = Field(description="What the occasion is called.")
    link: Text = Field(description="What a link to its checklist says.")
    text: Text = Field(description="When to use it, in a sentence.")
    note: Text | None = None
    """What is not certain about it. Leave it out if there is nothing."""
    paper_only: bool = False
    """Whether only a checklist offers it, and the form does not."""
    how: Texts = Field(description="How to ask: one step an item.")
    questions: Some[PledgeId]
    """The ids of the pledges whose questions fit this occasion."""
    sources: Sources
    retired: Out

    @property
    def checklist(self) -> str:
        """What its checklist is called."""
        return f"Checklist: {self.name}"


class AnswerNames(Record):
    """What each answer is called, in the order in which they are offered."""

    yes: Text
    """What yes is called. Keep the name of this field in quotes: "yes"."""
    partly: Text = Field(description="What partly is called.")
    no: Text = Field(description='What no is called. Keep the name of this field in quotes: "no".')
    does_not_apply: Text = Field(description="What is said where a question does not fit.")


class Choose(Record):
    """The choices before the questions, neither of which has to be made: the occasion (`all` is
    none of them: every question) and the reader's group."""

    heading: Text = Field(description="The heading above the choices.")
    occasion: Text = Field(description="The question for the occasion.")
    occasion_hint: Text = Field(description="A hint below it.")
    all: Annotated[Text, says("all")]
    """What is chosen at first, before any occasion: every question. Keep {all}: their number goes
    there."""
    group: Text = Field(description="The question for the reader's group.")
    group_hint: Text = Field(description="A hint below it.")


class Summary(Record):
    """What was answered, in words: all together and by value, and what to talk about next."""

    heading: Text = Field(description="The heading above the summary.")
    together: Annotated[Text, says("answered", "all")]
    """How many questions were answered. Keep {answered} and {all}: numbers go there."""
    open: Text = Field(description="What questions without an answer are called.")
    next: Text = Field(description="The heading above what to talk about next.")
    nothing_next: Text = Field(description="What is said if there is nothing to talk about.")


class Keep(Record):
    """How to keep answers. `title` stands on top of the text; {file} names what was saved."""

    next_hint: Text
    """Where the form keeps what is written below the questions: never in a copy for counting."""
    heading: Text = Field(description="The heading above the ways to keep answers.")
    link: Text = Field(description="The words of the link to them.")
    text: Texts
    """What saved answers hold, and what to do if nothing prints: one paragraph an item."""
    copy_text: Text
    """What a copy for counting is. It is shown once there is an address to send it to."""
    print: Text = Field(description="The words of the button that prints.")
    copy_file: Text = Field(description="The words of the button that saves a copy for counting.")
    text_file: Text = Field(description="The words of the button that saves a text for people.")
    send: Text = Field(description="The words of the link that writes an email.")
    saved: Annotated[Text, says("file")]
    """What is said after saving, which may have failed. Keep {file}: its name goes there."""
    box: Text = Field(description="The label of the box that holds what was saved, to copy.")
    sending: Annotated[Text, says("address")]
    """What is said beside an email that may not open. Keep {address}: it goes there."""
    mail: Text = Field(description="What stands in the email before anything is pasted.")
    title: Annotated[Text, says("occasion")]
    """The title of the saved text. Keep {occasion}: its name goes there."""
    again: Text = Field(description="What is asked before starting again.")
    clear: Text = Field(description="The words of the button that clears all answers.")
    sure: Text = Field(description="What is asked before they are cleared.")
    sure_yes: Text = Field(description="The words of the button that does clear them.")
    sure_no: Text = Field(description="The words of the button that keeps them.")


class Needs(Record):
    """What is asked for, all at once, when somebody saves too early."""

    heading: Text = Field(description="The heading above it.")
    group: Text = Field(description="What is said if no group was chosen.")
    answer: Text = Field(description="What is said if no question was answered.")
    error: Text = Field(description="What stands before it where something is missing.")


class Checklists(Record):
    """What the form says of the checklists."""

    heading: Text = Field(description="The heading above the checklists.")
    text: Text = Field(description="What a checklist is.")
    link: Text = Field(description="The words of the link to them.")


class Sheet(Record):
    """The words of each checklist's page. `box` says what a box to tick is to those who can't see
    it."""

    what: Text = Field(description="What this page is. It is not printed.")
    form_link: Text = Field(description="The words of the link to the form on the screen.")
    how: Text = Field(description="The heading above how to ask.")
    question: Text = Field(description="The heading above the questions.")
    tick: Text = Field(description="How to fill it in.")
    box: Text = Field(description="What an empty box is, to people who can't see it.")
    date: Text = Field(description="What stands in front of the line for the day.")
    next: Text = Field(description="What stands in front of the line to write on.")
    code: Text = Field(description="What stands in front of the sheet's code, to type answers in.")
    find: Text = Field(description="What stands in front of the address of the form.")


class DidWe(Record):
    """The form, the checklists and their occasions."""

    notice: Texts = Field(description="What happens to answers: one paragraph an item.")
    introduction: Texts = Field(description="What the questions are for: one paragraph an item.")
    choose: Choose = Field(description="The choices before the questions.")
    whole: Text = Field(description="What stands before a whole pledge, beside its question.")
    answers: AnswerNames
    """What each answer is called. Keep the meaning: results are counted by these four."""
    progress: Annotated[Text, says("answered", "all")]
    """How far the reader is. Keep {answered} and {all}: numbers go there."""
    progress_name: Text = Field(description="What that is called, for those who can't see it.")
    summary: Summary = Field(description="The words of the summary.")
    keep: Keep = Field(description="How to keep answers.")
    needs: Needs = Field(description="What is said when somebody saves too early.")
    without_script: Texts
    """What is said where scripts do not run: one paragraph an item."""
    checklists: Checklists = Field(description="What the form says of the checklists.")
    sheet: Sheet = Field(description="The words of each checklist's page.")
    counts_may_be_in_git: bool = False
    """Whether git may keep the counts of answers. Write true only if nobody but the charter team
    can read this project, and leave it out otherwise."""
    occasions: Records[Occasion] = Field(description="The occasions to ask.")

    @property
    def on_screen(self) -> list[Occasion]:
        """The occasions that the form offers."""
        return [occasion for occasion in self.occasions if not occasion.paper_only]
