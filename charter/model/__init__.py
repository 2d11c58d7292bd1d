"""What a charter is: every kind of record that `data/` may hold, and the rules each must keep.

The shapes here are the only description of the data. The loader turns whatever pydantic finds into
plain English.
"""

from functools import cached_property
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field

from charter.model.a11y_report import Evidence
from charter.model.accessibility import Criterion, StatementPart, Wcag
from charter.model.answers import Answers
from charter.model.area import Area, District, Shapes
from charter.model.case_studies import CaseStudy
from charter.model.changes import Change, Changes
from charter.model.did_we import DidWe, Occasion
from charter.model.easy_read import EasyPart, each_pledge_once
from charter.model.engagement import Activity
from charter.model.fields import Record
from charter.model.formats import Format, Offline
from charter.model.glossary import GlossaryEntry
from charter.model.groups import Group
from charter.model.headings import Headings
from charter.model.home import Home
from charter.model.introduction import Introduction
from charter.model.leaflet import Card, Leaflet
from charter.model.listening import Listening
from charter.model.open_data import DataFileWords, OpenData
from charter.model.open_questions import OpenQuestion
from charter.model.organisations import Organisation
from charter.model.outcomes import Outcome, Priority
from charter.model.page_words import PageWords
from charter.model.plan import Plan
from charter.model.pledges import Pledge
from charter.model.postcode_box import PostcodeBox
from charter.model.redirects import Moved
from charter.model.said_did import SaidDid
from charter.model.search import Search
from charter.model.signatures import Signature, each_organisation_once
from charter.model.site import Site
from charter.model.sources import Source
from charter.model.spectrum import Spectrum, Term
from charter.model.story import Event
from charter.model.tracker import Tracker
from charter.model.values import Value
from charter.model.words import Words

__all__ = [
    "Activity", "Answers", "Area", "CaseStudy", "Change", "Charter", "Criterion", "DataFileWords", "District", "Evidence", "GlossaryEntry",
    "Group", "Moved", "Occasion", "Organisation", "Outcome", "Pledge", "Priority", "SaidDid", "Shapes", "Source", "Term", "Value",
]  # fmt: skip

FIRST = Field(min_length=1)


class Charter(Record):
    """Everything in `data/`, one field for each file or folder (underscores here are hyphens
    there).
    """

    site: Site
    """The top and the foot of every page."""
    home: Home
    """The home page."""
    charter: Introduction
    """The charter page, around the pledges."""
    page_words: PageWords
    """Words of this area on pages whose other words stand in docs/."""
    headings: Headings
    """Headings and short labels that speak of this area's own story."""
    values: Annotated[list[Value], FIRST]
    """The home page, the charter, every pledge, the outcomes table, and the choices for stories."""
    pledges: Annotated[list[Pledge], FIRST]
    """The charter, a page of its own, the outcomes table, and the stories that show it."""
    spectrum: Spectrum
    """Working together. Each story and activity names one of its terms."""
    outcomes: Annotated[list[Outcome], FIRST]
    """The outcomes page, and each pledge that goes with one."""
    priorities: Annotated[list[Priority], FIRST]
    """The outcomes page, the choices for stories, and each story."""
    plan: Plan
    """The action plan, and in short the page about the charter."""
    case_studies: Annotated[list[CaseStudy], FIRST]
    """The list of stories, a page of its own, and the pledges that it shows."""
    organisations: Annotated[list[Organisation], FIRST]
    """The signatures page and the area page, where they name it."""
    signatures: Annotated[list[Signature], FIRST, AfterValidator(each_organisation_once)]
    """The signatures page."""
    sources: Annotated[list[Source], FIRST]
    """The foot of each page that uses the source. All of them stand on the page about the charter.
    One file a topic.
    """
    glossary: Annotated[list[GlossaryEntry], FIRST]
    """Words explained."""
    story: Annotated[list[Event], FIRST]
    """The story of the charter, on the page about it."""
    open_questions: list[OpenQuestion]
    """What is not settled, on the page about the charter. Write [] once all is settled."""
    accessibility: Annotated[list[StatementPart], FIRST]
    """The accessibility statement. Keep its headings: the law's model names them."""
    wcag: Wcag
    """How we meet the guidelines. The accessibility page takes the states from it."""
    formats: Annotated[list[Format], FIRST]
    """The page of other formats."""
    offline: Offline
    """The page on reading without a network, and the line on top of each kept copy."""
    area: Area
    """The area page. Stories, activities and the map name its districts."""
    # From area/districts.geojson, where area.yml says that there is a map.
    shapes: Shapes | None = None
    postcode_box: PostcodeBox | None = None
    """The box on the area page that says whether a postcode is covered. A site without this file
    has no box, and no list of postcodes.
    """
    easy_read: Annotated[list[EasyPart], FIRST, AfterValidator(each_pledge_once)]
    """The page that is easier to read."""
    leaflet: Leaflet
    """The leaflet, the poster and the large print. Each has to fit on its sheet."""
    card: Card
    """The pocket card. Each of its sides has to hold its words."""
    groups: Annotated[list[Group], FIRST]
    """The "Did we…?" form, its results, and the tracker."""
    did_we: DidWe
    """The "Did we…?" form, and a checklist for each occasion."""
    answers: Answers
    engagement: list[Activity]
    """The tracker of who was asked."""
    tracker: Tracker
    """The words around the tracker, and what would be enough."""
    said_did: list[SaidDid]
    """The page that says what people said, what was done, and what that means."""
    listening: Listening
    """The page on listening fairly, and the command that counts what comments say."""
    # From evidence.json, which a whole run of the checks writes. A site without it is built all the
    # same.
    evidence: Evidence | None = None
    words: Words
    """No page. The checks of words read it."""
    search: Search
    """The search page and its A to Z, and what the search finds."""
    moved: list[Moved] = Field(default_factory=list)
    """Each old address, once something has moved. A site where nothing has moved needs no such
    file.
    """
    open_data: OpenData
    """The page on open data, and the files that programs read."""
    changes: Changes
    """The page on what has changed, and the feed."""

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
        return next(
            organisation for organisation in self.organisations if organisation.id == wanted
        )

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
