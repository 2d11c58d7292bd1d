"""What stands in each file of open data, from the checked model. Every figure of answers comes from
`charter/answers/progress.py`.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from charter.answers.progress import progress
from charter.answers.small_numbers import Shown
from charter.answers.tracker import Row as TrackerRow
from charter.answers.tracker import tracked
from charter.api import files
from charter.api.shapes import places, promises, work
from charter.model import Charter, Organisation
from charter.model.plan import Action

# What answers of a side are called where they are published.
WHO = {"families": "families", "staff": "staff", "other": "others"}


@dataclass(frozen=True)
class Given:
    """What a file is made from: the charter, the site's whole address, and the day, which says
    which quarters are over.
    """

    charter: Charter
    site: str
    today: datetime.date


@dataclass(frozen=True)
class File:
    """A file: the page where people read the same, its public shape, and what stands in it below
    its head.
    """

    page: str
    shape: type[files.Head]
    content: Callable[[Given], dict[str, object]]


def _charter(given: Given) -> dict[str, object]:
    charter, site = given.charter, f"{given.site}charter/"
    words = charter.charter
    fields = (
        "welcome",
        "background",
        "purpose",
        "ethos",
        "definition",
        "who",
        "why_take_part",
        "legal_note",
        "sources",
    )
    return {
        **{name: getattr(words, name) for name in fields},
        "values": [
            promises.Value.of(
                value,
                address=f"{site}#{value.id}",
                pledges=[pledge.id for pledge in charter.pledges_of(value)],
            )
            for value in charter.values
        ],
        "pledges": [
            promises.Pledge.of(pledge, address=f"{site}{pledge.id}/")
            for pledge in charter.pledges_in_order
        ],
    }


def _case_studies(given: Given) -> dict[str, object]:
    stories = given.charter.stories_in_order
    return {
        "case_studies": [
            promises.CaseStudy.of(story, address=f"{given.site}case-studies/{story.id}/")
            for story in stories
        ]
    }


def _outcomes(given: Given) -> dict[str, object]:
    def with_outcome(wanted: str) -> list[str]:
        return [pledge.id for pledge in given.charter.pledges_in_order if wanted in pledge.outcomes]

    return {
        "outcomes": [
            promises.Outcome.of(
                outcome,
                address=f"{given.site}outcomes/#{outcome.id}",
                pledges=with_outcome(outcome.id),
            )
            for outcome in given.charter.outcomes
        ],
        "priorities": given.charter.priorities,
    }


def _working_together(given: Given) -> dict[str, object]:
    spectrum = given.charter.spectrum
    terms = [
        promises.Term.of(term, address=f"{given.site}working-together/#{term.id}")
        for term in spectrum.terms
    ]
    return {"introduction": spectrum.introduction, "status": spectrum.status, "terms": terms}


def _glossary(given: Given) -> dict[str, object]:
    return {
        "words": [
            promises.GlossaryEntry.of(entry, address=f"{given.site}glossary/#{entry.id}")
            for entry in given.charter.glossary
        ]
    }


def _engagement(given: Given) -> dict[str, object]:
    found = tracked(given.charter)

    def counted(rows: list[TrackerRow]) -> list[work.Counted]:
        return [work.Counted.of(row, counted=row.count, enough=row.enough or None) for row in rows]

    return {
        "counted_since": given.charter.tracker.enough.since,
        "activities": [
            work.Activity.of(activity, address=f"{given.site}progress/activities/#{activity.id}")
            for activity in (*found.activities, *found.earlier)
        ],
        "groups": counted(found.groups),
        "terms": counted(found.terms),
        "priorities": counted(found.priorities),
        "districts": counted(found.districts),
    }


def _said_did(given: Given) -> dict[str, object]:
    page = f"{given.site}progress/said-did/"
    said = given.charter.said_did
    return {
        "said_did": [
            work.SaidDid.of(
                entry, address=f"{page}#{entry.id}", shown_at=f"{given.site}{entry.shown.page}"
            )
            for entry in said
        ]
    }


def _plan(given: Given) -> dict[str, object]:
    plan = given.charter.plan

    def listed(actions: list[Action]) -> list[work.Action]:
        return [
            work.Action.of(action, address=f"{given.site}progress/plan/#{action.id}")
            for action in actions
        ]

    return {
        "expectations": listed(plan.expectations),
        "actions": listed(plan.actions),
        "training": listed(plan.training),
        "finding_out": plan.finding_out,
    }


def _area(given: Given) -> dict[str, object]:
    area = given.charter.area
    here = {cover.organisation for cover in area.covers}
    fields = ("introduction", "ages", "covers", "changes", "map", "sources")
    return {
        **{name: getattr(area, name) for name in fields},
        "districts": [
            places.District.of(district, website=district.address) for district in area.districts
        ],
        "neighbours": [
            places.Neighbour.of(neighbour, website=neighbour.address)
            for neighbour in area.neighbours
        ],
        "organisations": _organisations(given, here),
    }


def _signatures(given: Given) -> dict[str, object]:
    signatures = given.charter.signatures
    return {
        "organisations": _organisations(given, {each.organisation for each in signatures}),
        "signatures": signatures,
    }


def _organisations(given: Given, wanted: set[str]) -> list[places.Organisation]:
    found: list[Organisation] = [each for each in given.charter.organisations if each.id in wanted]
    return [places.Organisation.of(each, website=each.address) for each in found]


def _sources(given: Given) -> dict[str, object]:
    return {
        "sources": [
            places.Source.of(source, link=source.address) for source in given.charter.sources
        ]
    }


def _progress(given: Given) -> dict[str, object]:
    """The rows of the tables that people see: of each value and pledge over all time, and of each
    pledge quarter by quarter.
    """
    found = progress(given.charter, given.today)
    if not found.times:
        return {"figures": []}
    of_pledges = [row for rows in found.of_pledges.values() for row in rows]
    rows = [row for of_value in found.values for row in of_value.rows] + of_pledges
    # A pledge stands below its value and on its own page; the latter has all sides.
    each = {
        (row.value, row.pledge, row.quarter, side): shown
        for row in rows
        for side, shown in row.sides.items()
    }
    return {"figures": [_figures(*key, shown) for key, shown in each.items()]}


def _figures(value: str, pledge: str, quarter: str, side: str, shown: Shown | None) -> work.Figures:
    numbers = {"_or_".join(joint): number for joint, number in shown.counts} if shown else {}
    return work.Figures(
        value=value,
        pledge=pledge or None,
        quarter=quarter or None,
        who=WHO[side],
        answers=shown.base if shown else None,
        **{name: numbers.get(name) for name in ("yes", "partly", "no", "partly_or_no")},
    )


FILES = {
    "charter": File("charter/", files.CharterFile, _charter),
    "case-studies": File("case-studies/", files.CaseStudiesFile, _case_studies),
    "outcomes": File("outcomes/", files.OutcomesFile, _outcomes),
    "working-together": File("working-together/", files.WorkingTogetherFile, _working_together),
    "glossary": File("glossary/", files.GlossaryFile, _glossary),
    "engagement": File("progress/tracker/", files.EngagementFile, _engagement),
    "said-did": File("progress/said-did/", files.SaidDidFile, _said_did),
    "plan": File("progress/plan/", files.PlanFile, _plan),
    "area": File("area/", files.AreaFile, _area),
    "signatures": File("signatures/", files.SignaturesFile, _signatures),
    "sources": File("about/#all-sources", files.SourcesFile, _sources),
    "progress": File("progress/", files.ProgressFile, _progress),
}
