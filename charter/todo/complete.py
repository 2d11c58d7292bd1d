"""What somebody has still to find out or to do."""

import datetime
from collections.abc import Iterator

from charter.answers.progress import progress
from charter.answers.tracker import tracked
from charter.model import Charter
from charter.render.html import day, month
from charter.todo.item import Gap, of_pledge
from charter.todo.stale import old_facts


def overdue(charter: Charter, today: datetime.date) -> Iterator[Gap]:
    """Actions whose day has passed."""
    for action in charter.plan.everything:
        if action.by and action.overdue(today):
            yield Gap(
                action.text,
                "plan.yml",
                f"progress/plan/#{action.id}",
                f"Its day was {day(action.by)}.",
            )


def not_known(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Actions of which nobody knows how they stand."""
    for action in charter.plan.everything:
        if action.state == "not known":
            yield Gap(action.text, "plan.yml", f"progress/plan/#{action.id}")


def pledges_without_story(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Pledges that no story shows."""
    shown = {pledge for story in charter.case_studies for pledge in story.pledges}
    return (
        of_pledge(charter, pledge) for pledge in charter.pledges_in_order if pledge.id not in shown
    )


def priorities_without_story(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Priorities that no story of this area shows."""
    shown = {
        priority
        for story in charter.case_studies
        if story.where == "here"
        for priority in story.priorities
    }
    for priority in charter.priorities:
        if priority.id not in shown:
            yield Gap(priority.name, "case-studies/", f"outcomes/#{priority.id}")


def draft_stories(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Stories that are a draft."""
    for story in charter.stories_in_order:
        if story.status == "draft":
            yield Gap(story.title, f"case-studies/{story.id}.yml", f"case-studies/{story.id}/")


def too_few(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Groups, ways of working, priorities and districts with fewer activities than would be enough."""
    found = tracked(charter)
    rows = [
        *((row, "missing") for row in (*found.groups, *found.terms, *found.priorities)),
        *((row, row.id) for row in found.districts),
    ]
    for row, place in rows:
        if row.missing:
            said = f"{row.count or 'none'} recorded, {row.enough} would be enough"
            yield Gap(f"Tracker: {row.name}", "engagement/", f"progress/tracker/#{place}", said)


def unknown_people(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Activities of which the source does not say who all took part."""
    for activity in tracked(charter).of_unknown_people:
        yield Gap(
            activity.title, f"engagement/{activity.id}.yml", f"progress/activities/#{activity.id}"
        )


def formats(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Forms of the charter that there are not yet."""
    for form in charter.formats:
        if form.state == "not yet":
            yield Gap(form.name, "formats.yml", f"formats/#{form.id}")


def without_answers(charter: Charter, today: datetime.date) -> Iterator[Gap]:
    """Pledges without answers that may be shown. Where none has any, one line says so."""
    answered = progress(charter, today).of_pledges
    if not any(answered.values()):
        yield Gap(f"All {len(answered)} pledges", "answers/counts.yml", "progress/")
        return
    for pledge in charter.pledges_in_order:
        if not answered[pledge.id]:
            yield of_pledge(charter, pledge)


def person_has_to_look(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """How many accessibility guidelines only a person can judge."""
    waiting = [
        criterion
        for criterion in charter.wcag.criteria
        if criterion.state == "a person has to look"
    ]
    if waiting:
        yield Gap(
            f"{len(waiting)} of {len(charter.wcag.criteria)} guidelines for web pages",
            "wcag.yml",
            "accessibility/criteria/",
        )


def stale(charter: Charter, today: datetime.date) -> Iterator[Gap]:
    """Facts that nobody has checked for more than a year."""
    for fact in old_facts(charter, today):
        yield Gap(fact.name, fact.file, fact.page, f"Last checked in {month(fact.checked)}.")
