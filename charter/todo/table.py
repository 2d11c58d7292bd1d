"""The table of all kinds of gaps: what has to be done about each, and the query that finds them."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import Any, NamedTuple

from charter.answers.progress import progress
from charter.answers.tracker import tracked
from charter.model import Charter, Pledge
from charter.model.fields import in_short
from charter.model.outcome_links import helping
from charter.model.plan import Action
from charter.render.html import day
from charter.todo.claims import without_source
from charter.todo.stale import old_sources

# Act → its name, and who does it.
ACTS = {
    "decide": ("To decide", "People have to agree on these, together."),
    "complete": ("To complete", "Someone has to find these out, or do them."),
    "sign": (
        "To sign",
        "The list is a suggestion. Each organisation decides, and is free to say no.",
    ),
}
PLAN = ("{0.text}", "plan.yml", "progress/plan/#{0.id}")


@dataclass(frozen=True)
class Gap:
    """Something that is missing: its name, and optional detail from the data (`said`).

    `file` is where to mend it, below `data/`; a folder where the file is still to be written.
    `page` is the address where readers see it, below the site's root.
    """

    name: str
    file: str
    page: str
    said: str = ""


class Row(NamedTuple):
    """A kind of gap. The query finds its gaps in the data of a day, each with its file and page."""

    act: str
    kind: str
    query: Callable[[Charter, datetime.date], Iterable[Gap]]


def gaps_of(
    records: Iterable[Any], name: str, file: str, page: str, said: str = ""
) -> Iterator[Gap]:
    """A gap for each record, which stands for {0} in the texts."""
    for record in records:
        named, *rest = (text.format(record) for text in (name, file, page, said))
        yield Gap(named.rstrip("."), *rest)


def or_all(each: Iterable[Gap], every: Gap, records: Sized) -> list[Gap]:
    """A gap for each of several records; where all have it, one line says so."""
    found = list(each)
    return [every] if len(found) == len(records) > 1 else found


def of_pledges(
    charter: Charter, where: Callable[[Pledge], object], said: str = ""
) -> Iterator[Gap]:
    """A gap for each pledge of which something is true. `said` takes it as {0}."""
    for pledge in filter(where, charter.pledges_in_order):
        name = charter.pledge_title(pledge)
        below = pledge.number <= len(charter.values[pledge.value].pledges)
        file = "values.yml" if below else f"pledges/{pledge.id}.yml"
        yield Gap(name, file, f"charter/{pledge.id}/", said.format(pledge))


def _unclear(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    yield from of_pledges(charter, lambda pledge: pledge.query, "{0.query}")
    unclear = [outcome for outcome in charter.outcomes if outcome.query]
    yield from gaps_of(unclear, "{0.name}", "outcomes.yml", "outcomes/#{0.id}", "{0.query}")


def _actions(charter: Charter) -> list[Action]:
    return charter.plan.everything if charter.plan else []


def _actions_not_given(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    for action in _actions(charter):
        lacks = {
            "name": action.owner is None,
            "date": action.by is None,
            "news": action.state == "not known",
        }
        if any(lacks.values()) and action.state != "done":
            names = [name for name, lacking in lacks.items() if lacking]
            said = " or ".join(names).replace(" or ", ", ", len(names) - 2)
            yield from gaps_of([action], *PLAN, f"No {said}.")


def _addresses(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    if charter.have_your_say and not charter.takes_comments:
        yield Gap("An email address for comments and answers", "site.yml", "have-your-say/")


def _overdue(charter: Charter, today: datetime.date) -> Iterator[Gap]:
    for action in _actions(charter):
        if action.by and action.overdue(today):
            yield from gaps_of([action], *PLAN, f"It was due by {day(action.by)}.")
    for each in charter.said_did:
        if each.follow_up and each.overdue(today):
            said = f"It was to be followed up by {day(each.follow_up)}."
            yield Gap(each.title, f"said-did/{each.id}.yml", f"{each.page}#{each.id}", said)


def _pledges_without_story(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    shown = {pledge for story in charter.case_studies for pledge in story.pledges}
    return of_pledges(charter, lambda pledge: bool(shown) and pledge.id not in shown)


def _priorities_without_story(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    here = [story for story in charter.case_studies if story.where == "here"]
    shown = {priority for story in here for priority in story.priorities}
    priorities = charter.priorities if charter.case_studies else []
    without = [priority for priority in priorities if priority.id not in shown]
    return gaps_of(without, "{0.name}", "case-studies/", "priorities/#{0.id}")


def _without_answers(charter: Charter, today: datetime.date) -> Iterable[Gap]:
    """Pledges without answers that may be shown. Where none has any, one line says so."""
    if not charter.did_we:
        return []
    answered = progress(charter, today).of_pledges
    if not any(answered.values()):
        return [Gap(f"All {len(answered)} pledges", "answers/counts.yml", "progress/")]
    return of_pledges(charter, lambda pledge: not answered[pledge.id])


def _person_has_to_look(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    criteria = charter.wcag.criteria if charter.wcag else []
    waiting = [each for each in criteria if each.state == "a person has to look"]
    if waiting:
        name = f"{len(waiting)} of {len(criteria)} guidelines for web pages"
        yield Gap(name, "wcag.yml", "accessibility/criteria/")


def _stale(charter: Charter, today: datetime.date) -> Iterator[Gap]:
    if old := old_sources(charter, today):  # make stale names each
        yield Gap(f"{len(old)} of {len(charter.sources)} sources", "sources/", "about/sources/")


def _claims(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    for loc, text in without_source(charter):
        yield Gap(in_short(text), f"{str(loc[0]).replace('_', '-')}.yml", "about/sources/")


def _never_opened(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    if copies := sum(1 for source in charter.sources if source.read):
        all_of = len(charter.sources)
        name = f"All {all_of} sources" if copies == all_of > 1 else f"{copies} of {all_of} sources"
        yield Gap(name, "sources/", "about/sources/")


def _not_signed(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    for each in charter.signatures:
        if each.status == "not signed yet":
            state = "Not signed yet" if each.asked else "Not known to have been asked"
            name = f"{state}: {charter.organisations[each.organisation].name}"
            yield Gap(name, "signatures.yml", f"signatures/#{each.organisation}")


# fmt: off
TABLE = [
    Row("decide", "Open questions", lambda charter, _: gaps_of(
        charter.open_questions, "{0.question}", "open-questions.yml", "about/gaps/#{0.id}")),
    Row("decide", "Words the source leaves unclear", _unclear),
    Row("decide", "Pledges nobody has agreed yet", lambda charter, _: or_all(
        of_pledges(charter, lambda pledge: pledge.status == "draft"),
        Gap("Every pledge", "pledges/", "charter/"), charter.pledges)),
    Row("decide", "Outcomes no pledge is matched to yet", lambda charter, _: gaps_of(
        [each for each in charter.outcomes if not helping(charter, each)],
        "{0.name}", "outcomes.yml", "outcomes/#{0.id}")),
    Row("decide", "Words that are only a suggestion", lambda charter, _: gaps_of(
        [it for it in [charter.spectrum] if it and it.status == "proposed"],
        "The ways of working together, and what each means", "spectrum.yml", "working-together/")),
    Row("decide", "Actions that need a name, a date or news", _actions_not_given),
    Row("decide", "What people asked for that's still open", lambda charter, _: (
        Gap(each.title, f"said-did/{each.id}.yml", f"{each.page}#{each.id}",
            " ".join(each.still_open))
        for each in charter.said_did if each.still_open)),
    Row("decide", "Missing addresses", _addresses),
    Row("complete", "Overdue actions", _overdue),
    Row("complete", "Pledges with no known example", _pledges_without_story),
    Row("complete", "Priorities with no known local example", _priorities_without_story),
    Row("complete", "Examples nobody has agreed yet", lambda charter, _: or_all(
        gaps_of([each for each in charter.stories_in_order if each.status == "draft"],
                "{0.title}", "case-studies/{0.id}.yml", "case-studies/{0.id}/"),
        Gap("Every example", "case-studies/", "case-studies/"),
        charter.case_studies)),
    Row("complete", "Activities whose sources don't say who took part", lambda charter, _: gaps_of(
        tracked(charter).of_unknown_people if charter.tracker else [],
        "{0.title}", "engagement/{0.id}.yml", "progress/activities/#{0.id}")),
    Row("complete", "Missing formats of the charter", lambda charter, _: gaps_of(
        charter.formats_for("not yet"), "{0.name}", "formats.yml", "formats/#{0.id}")),
    Row("complete", "Translations nobody has checked yet", lambda charter, _: gaps_of(
        [each for each in charter.translated if not each.checked],
        "{0.english}", "translations/{0.id}.yml", "languages/#drafts")),
    Row("complete", "Recordings and films of an earlier version", lambda charter, _: (
        Gap(charter.called(each), f"{each.page[:-1]}.yml", each.page,
            f"It has the words of {each.version}.")
        for each in charter.played if each.version != charter.site.version)),
    Row("complete", "Pledges without results", _without_answers),
    Row("complete", "Accessibility checks that need a person", _person_has_to_look),
    Row("complete", "Claims without a source", _claims),
    Row("complete", "Sources read as stored copies: someone has to open the pages", _never_opened),
    Row("complete", "Sources not read for a year", _stale),
    Row("sign", "Who has not signed", _not_signed),
]
# fmt: on
