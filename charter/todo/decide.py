"""What people have still to agree on."""

import datetime
from collections.abc import Iterator

from charter.model import Charter
from charter.model.outcome_matrix import matrix
from charter.todo.item import Gap, of_pledge


def questions(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Questions that nobody has settled."""
    for question in charter.open_questions:
        yield Gap(question.question, "open-questions.yml", f"about/#{question.id}")


def unclear(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Pledges and outcomes of which the source leaves a word unclear."""
    for pledge in charter.pledges_in_order:
        if pledge.query:
            yield of_pledge(charter, pledge, pledge.query)
    for outcome in charter.outcomes:
        if outcome.query:
            yield Gap(outcome.name, "outcomes.yml", f"outcomes/#{outcome.id}", outcome.query)


def draft_pledges(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Pledges that are a draft."""
    return (
        of_pledge(charter, pledge)
        for pledge in charter.pledges_in_order
        if pledge.status == "draft"
    )


def pledges_without_outcome(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Pledges that go with no outcome."""
    return (of_pledge(charter, pledge) for pledge in matrix(charter).pledges_without_outcome)


def outcomes_without_pledge(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Outcomes that go with no pledge."""
    return (
        Gap(outcome.name, "outcomes.yml", f"outcomes/#{outcome.id}")
        for outcome in matrix(charter).outcomes_without_pledge
    )


def proposals(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """The ways of working together, while they are only proposed."""
    if charter.spectrum.status == "proposed":
        yield Gap(
            "The ways of working together, and what each means", "spectrum.yml", "working-together/"
        )


def actions_not_given(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Actions that are not done, and that have no owner or no day."""
    said = {
        (True, True): "It has no name and no date yet.",
        (True, False): "It has no name yet.",
        (False, True): "It has no date yet.",
    }
    for action in charter.plan.everything:
        missing = (action.owner is None, action.by is None)
        if action.state != "done" and any(missing):
            yield Gap(action.text, "plan.yml", f"progress/plan/#{action.id}", said[missing])


def still_open(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """What "We said, we did, therefore" has left open."""
    for entry in charter.said_did:
        if entry.still_open:
            yield Gap(
                entry.title,
                f"said-did/{entry.id}.yml",
                f"progress/said-did/#{entry.id}",
                " ".join(entry.still_open),
            )


def addresses(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Addresses that people need, and that nobody has given yet."""
    if charter.site.contact is None:
        yield Gap("An address to write to about this website", "site.yml", "have-your-say/")
    if charter.did_we.send_to is None:
        yield Gap("An address to send answers to", "did-we.yml", "did-we/")
