"""What a charter is: every kind of record that `data/` may hold, and the rules each must keep.

The shapes here are the only description of the data. The loader turns whatever pydantic finds into plain English.
"""

from functools import cached_property
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field

from charter.model.access import Criterion, StatementPart, Wcag
from charter.model.area import Area, District, Shapes
from charter.model.checks import Evidence
from charter.model.engagement import Activity, SaidDid, Tracker
from charter.model.evidence import Answers, Group, Listening
from charter.model.fields import Record
from charter.model.papers import Card, EasyPart, Format, Home, Introduction, Leaflet, Offline, Site, each_pledge_once
from charter.model.postcodes import PostcodeBox
from charter.model.promises import Outcome, Plan, Pledge, Priority, Spectrum, Term, Value
from charter.model.questions import DidWe, Occasion
from charter.model.search import Search
from charter.model.witnesses import CaseStudy, Event, GlossaryEntry, OpenQuestion, Organisation, Signature, Source, each_organisation_once
from charter.model.words import Words

__all__ = [
    "Activity", "Answers", "Area", "CaseStudy", "Charter", "Criterion", "District", "Evidence", "GlossaryEntry", "Group", "Occasion",
    "Organisation", "Outcome", "Pledge", "Priority", "SaidDid", "Shapes", "Source", "Term", "Value",
]  # fmt: skip

FIRST = Field(min_length=1)


class Charter(Record):
    """Everything in `data/`, one field for each file or folder (underscores here are hyphens there)."""

    site: Site
    home: Home
    charter: Introduction
    values: Annotated[list[Value], FIRST]
    pledges: Annotated[list[Pledge], FIRST]
    spectrum: Spectrum
    outcomes: Annotated[list[Outcome], FIRST]
    priorities: Annotated[list[Priority], FIRST]
    plan: Plan
    case_studies: Annotated[list[CaseStudy], FIRST]
    organisations: Annotated[list[Organisation], FIRST]
    signatures: Annotated[list[Signature], FIRST, AfterValidator(each_organisation_once)]
    sources: Annotated[list[Source], FIRST]
    glossary: Annotated[list[GlossaryEntry], FIRST]
    story: Annotated[list[Event], FIRST]
    open_questions: Annotated[list[OpenQuestion], FIRST]
    accessibility: Annotated[list[StatementPart], FIRST]
    wcag: Wcag
    formats: Annotated[list[Format], FIRST]
    offline: Offline
    area: Area
    # From area/districts.geojson, where area.yml says that there is a map.
    shapes: Shapes | None = None
    postcode_box: PostcodeBox
    easy_read: Annotated[list[EasyPart], FIRST, AfterValidator(each_pledge_once)]
    leaflet: Leaflet
    card: Card
    groups: Annotated[list[Group], FIRST]
    did_we: DidWe
    answers: Answers
    engagement: list[Activity]
    tracker: Tracker
    said_did: list[SaidDid]
    listening: Listening
    # From evidence.json, which a whole run of the checks writes. A site without it is built all the same.
    evidence: Evidence | None = None
    words: Words
    search: Search

    def value(self, wanted: str) -> Value:
        """The value with this id."""
        return next(value for value in self.values if value.id == wanted)

    def pledge(self, wanted: str) -> Pledge:
        """The pledge with this id."""
        return next(pledge for pledge in self.pledges if pledge.id == wanted)

    def term(self, wanted: str) -> Term:
        """The way of working together with this id."""
        return next(term for term in self.spectrum.terms if term.id == wanted)

    def case_study(self, wanted: str) -> CaseStudy:
        """The story with this id."""
        return self._stories[wanted]

    def organisation(self, wanted: str) -> Organisation:
        """The organisation with this id."""
        return next(organisation for organisation in self.organisations if organisation.id == wanted)

    def source(self, wanted: str) -> Source:
        """The source with this id."""
        return self._sources[wanted]

    def group(self, wanted: str) -> Group:
        """The group of people with this id."""
        return next(group for group in self.groups if group.id == wanted)

    def occasion(self, wanted: str) -> Occasion:
        """The occasion to ask with this id."""
        return next(occasion for occasion in self.did_we.occasions if occasion.id == wanted)

    def stories_of(self, district: District) -> list[CaseStudy]:
        """The stories that name a district."""
        return [story for story in self.stories_in_order if district.id in story.districts]

    def pledges_of(self, value: Value) -> list[Pledge]:
        """The pledges of one value, by number."""
        return [pledge for pledge in self.pledges_in_order if pledge.value == value.id]

    @cached_property
    def pledges_in_order(self) -> list[Pledge]:
        """All pledges: by value, in the order of the values, then by number."""
        rank = {value.id: place for place, value in enumerate(self.values)}
        return sorted(self.pledges, key=lambda pledge: (rank[pledge.value], pledge.number))

    @cached_property
    def stories_in_order(self) -> list[CaseStudy]:
        """All stories: those from here first, then by title."""
        return sorted(self.case_studies, key=lambda story: (story.where != "here", story.title))

    def story_after(self, story: CaseStudy) -> CaseStudy | None:
        """The next of all stories in their order; none behind the last."""
        return self._stories_after.get(story.id)

    @cached_property
    def _stories_after(self) -> dict[str, CaseStudy]:
        return {story.id: after for story, after in pairwise(self.stories_in_order)}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _stories(self) -> dict[str, CaseStudy]:
        return {story.id: story for story in self.case_studies}
