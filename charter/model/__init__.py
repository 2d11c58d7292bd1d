"""What a charter is: every kind of record that `data/` may hold, and the rules each must keep.

This is the only description of the data. The loader turns whatever pydantic finds into plain
English."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import Field

from charter.model.a11y_report import A11yReport
from charter.model.accessibility import Criterion, StatementPart, Wcag
from charter.model.answers import Answers
from charter.model.area import Area, District, Shapes
from charter.model.case_studies import CaseStudy
from charter.model.changes import Change, Changes
from charter.model.consultations import Consultation
from charter.model.data_file import (
    LISTS_BY_TOPIC,
    MAY_BE_EMPTY,
    MAY_BE_MISSING,
    NONE,
    ONE_RECORD_A_FILE,
    DataFile,
    Part,
)
from charter.model.did_we import DidWe, Occasion
from charter.model.easy_read import EasyPart, Idea
from charter.model.engagement import Activity
from charter.model.films import Film
from charter.model.formats import Format, Offline
from charter.model.glossary import GlossaryEntry
from charter.model.groups import Group
from charter.model.have_your_say import HaveYourSay
from charter.model.headings import Headings
from charter.model.home import Home
from charter.model.in_short import InShort, Listen, Translation
from charter.model.introduction import Introduction
from charter.model.leaflet import Card, Leaflet
from charter.model.listening import Listening
from charter.model.not_kept import Helper, NotKept
from charter.model.open_data import DataFileWords, OpenData
from charter.model.open_questions import OpenQuestion
from charter.model.organisations import Organisation
from charter.model.outcomes import Outcome, Point, Priority
from charter.model.page_words import PageWords
from charter.model.plan import Plan
from charter.model.pledges import Pledge
from charter.model.postcode_box import PostcodeBox
from charter.model.recordings import ENGLISH, Recording
from charter.model.records import Loc, Record, Records, Some, Unique
from charter.model.redirects import Moved
from charter.model.said_did import SaidDid
from charter.model.search import Search
from charter.model.signatures import Signature
from charter.model.site import Site
from charter.model.sources import Source
from charter.model.spectrum import Spectrum, Term
from charter.model.story import Event
from charter.model.talk import Talk
from charter.model.tracker import Tracker
from charter.model.tried import Tried
from charter.model.values import DRAWN, PROMISES, Value, Values
from charter.model.words import Words
from charter.model.workshop_notes import NotesLine, WorkshopNotes
from charter.model.young_people import YoungPeople

__all__ = [
    "A11yReport", "Activity", "Answers", "Area", "CaseStudy", "Change", "Charter", "Criterion",
    "DataFileWords", "District", "GlossaryEntry", "Group", "Moved", "NotesLine", "Occasion",
    "Organisation", "Outcome", "Pledge", "Priority", "Records", "SaidDid", "Shapes", "Source",
    "Term", "Value",
    "data_files", "kinds",
]  # fmt: skip


class Charter(Record):
    """Everything in `data/`, one field for each file or folder. The help of a field says where its
    file shows up."""

    site: Site
    """The top and the foot of every page."""
    home: Annotated[Home, MAY_BE_MISSING] = Field(default_factory=Home)
    """The home page."""
    charter: Annotated[Introduction, MAY_BE_MISSING] = Field(default_factory=lambda: Introduction())
    """The charter page, around the pledges."""
    page_words: Annotated[PageWords, MAY_BE_MISSING] = Field(default_factory=PageWords)
    """Words of this area on pages whose other words stand in docs/."""
    have_your_say: Part[HaveYourSay] = NONE
    """Have your say, and the sheet to answer on."""
    consultations: Annotated[list[Consultation], Unique("id"), MAY_BE_EMPTY] = Field(
        default_factory=list
    )
    """Have your say, and home and the feed while it is open. One file each."""
    not_kept: Part[NotKept] = NONE
    """If a pledge is not kept."""
    headings: Annotated[Headings, MAY_BE_MISSING] = Field(default_factory=Headings)
    """Headings and short labels that speak of this area's own story."""
    in_short: Part[InShort] = NONE
    """The charter in short: a page in each language."""
    translations: Annotated[Records[Translation], MAY_BE_EMPTY] = Field(
        default_factory=Records[Translation]
    )
    """The page of languages, and the charter in short in each. One file each, beside its words."""
    values: Annotated[Values, MAY_BE_MISSING] = Field(default_factory=Records[Value])
    """The home page, the charter, every pledge, the outcomes table, and the choices for stories."""
    pledges: Annotated[Records[Pledge], ONE_RECORD_A_FILE]
    """The charter, a page of its own, the outcomes table, and the stories that show it."""
    spectrum: Part[Spectrum] = NONE
    """Working together. Each story and activity names one of its terms."""
    outcomes: Annotated[Records[Outcome], MAY_BE_MISSING] = Field(default_factory=Records[Outcome])
    """The outcomes page, and each pledge that could help with one."""
    priorities: Annotated[Records[Priority], MAY_BE_MISSING] = Field(
        default_factory=Records[Priority]
    )
    """A page of its own, the home page, and the stories about one. A site without this file has no
    such page."""
    plan: Annotated[Part[Plan], Unique("id", at=["expectations", "actions", "training"])] = NONE
    """The action plan, and in short the page about the charter."""
    case_studies: Annotated[Records[CaseStudy], MAY_BE_EMPTY] = Field(
        default_factory=Records[CaseStudy]
    )
    """The list of stories, a page of its own, and the pledges that it shows."""
    organisations: Annotated[Records[Organisation], MAY_BE_MISSING] = Field(
        default_factory=Records[Organisation]
    )
    """The signatures page and the area page, where they name it."""
    signatures: Annotated[Some[Signature], Unique("organisation"), MAY_BE_MISSING] = Field(
        default_factory=list
    )
    """The signatures page."""
    sources: Annotated[Records[Source], Unique("address"), LISTS_BY_TOPIC]
    """The foot of each page that uses the source. All of them stand on the page about the charter.
    One file a topic."""
    glossary: Annotated[Some[GlossaryEntry], Unique("id"), MAY_BE_MISSING] = Field(
        default_factory=list
    )
    """Words explained."""
    story: Annotated[Some[Event], MAY_BE_MISSING] = Field(default_factory=list)
    """The story of the charter, on the page about it."""
    open_questions: Annotated[list[OpenQuestion], Unique("id"), MAY_BE_MISSING] = Field(
        default_factory=list
    )
    """What is not settled, on the page about the charter. Write [] once all is settled."""
    accessibility: Annotated[Some[StatementPart], Unique("id"), MAY_BE_MISSING] = Field(
        default_factory=list
    )
    """The accessibility statement. Keep its headings: the law's model names them."""
    wcag: Annotated[Part[Wcag], Unique("number", at=["criteria", "beyond"])] = NONE
    """How we meet the guidelines. The accessibility page takes the states from it."""
    formats: Annotated[Some[Format], Unique("id"), MAY_BE_MISSING] = Field(default_factory=list)
    """The page of other formats."""
    recordings: Annotated[Records[Recording], MAY_BE_EMPTY] = Field(
        default_factory=Records[Recording]
    )
    """The page of other formats, and a page of its own. One file each; the sound is in
    docs/recordings/."""
    films: Annotated[Records[Film], MAY_BE_EMPTY] = Field(default_factory=Records[Film])
    """The page of other formats, and a page of its own. One file each; the film is in
    docs/films/."""
    offline: Part[Offline] = NONE
    """The page on reading without a network, and the line on top of each kept copy."""
    area: Annotated[
        Part[Area],
        Unique("id", at=["districts", "neighbours"]),
        Unique("code", at=["districts", "neighbours"]),
    ] = NONE
    """The area page. Stories, activities and the map name its districts."""
    # Read only where area.yml says that there is a map.
    shapes: Annotated[
        Shapes | None,
        DataFile("area/districts.geojson", written_by="python -m tools.map.make_shapes"),
    ] = None
    postcode_box: Annotated[PostcodeBox | None, MAY_BE_MISSING] = None
    """The box on the area page that says whether a postcode is covered. A site without this file
    has no box, and no list of postcodes."""
    easy_read: Annotated[
        Some[EasyPart], Unique("id"), Unique("pledge", at=["ideas"]), MAY_BE_MISSING
    ] = Field(default_factory=list)
    """The page that is easier to read."""
    talk: Annotated[Talk | None, MAY_BE_MISSING, Unique("pledge", at=["shorter"])] = None
    """Talk it through: picture cards on screen, and to print. A site without this file has no such
    pages, and no link to them."""
    young_people: Annotated[YoungPeople | None, MAY_BE_MISSING, Unique("id", at=["parts"])] = None
    """The page for children and young people. A site without this file has no such page, and no
    link to it."""
    leaflet: Part[Leaflet] = NONE
    """The leaflet, the poster and the large print. Each has to fit on its sheet."""
    card: Part[Card] = NONE
    """The pocket card. Each of its sides has to hold its words."""
    groups: Annotated[Records[Group], MAY_BE_MISSING] = Field(default_factory=Records[Group])
    """The "Did we…?" form, its results, and the tracker."""
    did_we: Part[DidWe] = NONE
    """The "Did we…?" form, and a checklist for each occasion."""
    answers: Annotated[
        Answers,
        DataFile(
            "answers/counts.yml", may_be_missing=True, written_by="python -m charter answers add"
        ),
    ] = Field(default_factory=Answers)
    engagement: Annotated[list[Activity], Unique("id"), MAY_BE_EMPTY] = Field(default_factory=list)
    """The tracker of who was asked."""
    tracker: Part[Tracker] = NONE
    """The words around the tracker, and since when it counts."""
    said_did: Annotated[list[SaidDid], Unique("id"), MAY_BE_EMPTY] = Field(default_factory=list)
    """The page that says what people said, what was done, and what that means."""
    tried: Annotated[list[Tried], Unique("id"), MAY_BE_EMPTY] = Field(default_factory=list)
    """The accessibility page, and how often at the foot of easy read."""
    listening: Part[Listening] = NONE
    """The page on listening fairly, and the command that counts what comments say."""
    # A site without it is built all the same.
    a11y_report: Annotated[
        A11yReport | None, DataFile("a11y-report.json", may_be_missing=True, written_by="make test")
    ] = None
    words: Annotated[Words, MAY_BE_MISSING] = Field(default_factory=Words)
    """No page. The checks of words read it."""
    workshop_notes: Annotated[WorkshopNotes | None, MAY_BE_MISSING] = None
    """The notes of the workshop, line by line. A site without this file has no such page."""
    search: Annotated[Search, MAY_BE_MISSING] = Field(default_factory=Search)
    """The search page and its A to Z, and what the search finds."""
    moved: Annotated[
        list[Moved],
        Unique("from", remedy="One address can lead to one place only: leave one of the two"),
        DataFile(may_be_missing=True, may_hold_notes_only=True),
    ] = Field(default_factory=list)
    """Each old address, once something has moved. A site where nothing has moved needs no such
    file."""
    open_data: Part[OpenData] = NONE
    """The page on open data, and the files that programs read."""
    changes: Part[Changes] = NONE
    """The page on what has changed, and the feed."""

    @property
    def is_signed(self) -> bool:
        """Whether somebody has signed it."""
        return any(each.status == "signed" for each in self.signatures or [])

    @property
    def takes_comments(self) -> bool:
        """Whether there is an address to send comments and answers to. Without one, no page asks
        for any."""
        return self.site.contact is not None

    def consulting(self, today: datetime.date) -> list[Consultation]:
        """What people are asked about on a day."""
        return [each for each in self.consultations if each.state(today) == "open"]

    @property
    def is_measured(self) -> bool:
        """Whether any pledge says how people could know if it is kept. If none does, there is no
        state of the charter."""
        return any(pledge.measures for pledge in self.pledges)

    @property
    def translated(self) -> list[Translation]:
        """The languages that the charter in short is there in, by their own names."""
        found = [each for each in self.translations if each.words] if self.in_short else []
        return sorted(found, key=lambda each: each.name.casefold())

    @property
    def occasions(self) -> Records[Occasion]:
        """The occasions to ask "Did we…?"; none in an area that does not ask."""
        return self.did_we.occasions if self.did_we else Records()

    @property
    def helpers_on_paper(self) -> list[Helper]:
        """Organisations to turn to that have a line for the leaflet."""
        return self.not_kept.on_the_leaflet if self.not_kept else []

    def formats_for(self, state: str) -> list[Format]:
        """The formats that people can have in this way, or can't have yet."""
        return [each for each in self.formats if each.state_with(self.there_is(each)) == state]

    def there_is(self, given: Format) -> Sequence[Recording | Film | Translation]:
        """The records that a format consists of, as far as there are any."""
        of: dict[str, Sequence[Recording | Film | Translation]] = {
            "recordings": self.recordings,
            "films": self.films,
            "translations": self.translated,
        }
        return of[given.of] if given.of else ()

    @property
    def played(self) -> list[Recording | Film]:
        """All recordings and films."""
        return [*self.recordings, *self.films]

    @property
    def film(self) -> Film | None:
        """The newest film in British Sign Language, if there is one."""
        return max(self.films, key=lambda each: each.date, default=None)

    def recordings_of(self, page: str) -> list[Recording]:
        """Recordings of somebody who reads a page aloud, such as pl/."""
        return [each for each in self.recordings if each.of == page]

    def tried_on(self, page: str) -> int:
        """In how many sessions people tried a page."""
        return sum(page in session.pages for session in self.tried)

    def pledges_of(self, value: Value) -> list[Pledge]:
        """The pledges of one value, by number."""
        return [pledge for pledge in self.pledges_in_order if pledge.value == value.id]

    def pledge_name(self, pledge: Pledge) -> str:
        """A pledge's value and number, such as Ambition 1; its short name, where pledges have no
        numbers or no value."""
        if pledge.value == PROMISES or not self.site.numbered:
            return pledge.short
        return f"{self.values[pledge.value].name} {pledge.number}"

    def called(self, record: Pledge | CaseStudy | Occasion | Recording | Film) -> str:
        """What a record that has a page of its own is called."""
        if isinstance(record, Pledge):
            return self.pledge_name(record)
        if isinstance(record, Recording) and record.language != ENGLISH:
            return f"{record.title}, in {self.translations[record.language].english}"
        return record.checklist if isinstance(record, Occasion) else record.title

    def pledge_title(self, pledge: Pledge) -> str:
        """What it is called, with its short name: Ambition 1: Look for answers."""
        return ": ".join(dict.fromkeys([self.pledge_name(pledge), pledge.short]))

    @property
    def has_values(self) -> bool:
        """Whether there are values, or pledges alone."""
        return any(value.id != PROMISES for value in self.values)

    @property
    def is_shortened(self) -> bool:
        """Whether every pledge has fewer words for paper, to go on after the same beginning."""
        return all(pledge.leaflet for pledge in self.pledges) and bool(self.leaflet.we_will)

    @property
    def more_looks(self) -> bool:
        """Whether a value has a look beyond the five with people drawn around them."""
        return any(value.look not in DRAWN for value in self.values)

    @property
    def listen(self) -> Listen:
        """The words of the buttons that read a page aloud."""
        return self.in_short.listen if self.in_short else Listen()

    @property
    def says_we(self) -> bool:
        """Whether any pledge speaks of us."""
        return any(re.search(r"\bwe\b", pledge.text, re.IGNORECASE) for pledge in self.pledges)

    @cached_property
    def pledges_in_order(self) -> list[Pledge]:
        """All pledges: by value, in the order of the values, then by number."""
        rank = {value.id: index for index, value in enumerate(self.values)}
        return sorted(self.pledges, key=lambda pledge: (rank[pledge.value], pledge.number))

    @cached_property
    def easy(self) -> dict[str, Idea]:
        """Each pledge in easy words, with its picture, by the pledge's id."""
        ideas = [idea for part in self.easy_read for idea in part.ideas]
        return {idea.pledge: idea for idea in ideas if idea.pledge}

    @cached_property
    def points(self) -> dict[str, Point]:
        """What stands in the way or could help, by the line of the notes that says it."""
        points = [point for outcome in self.outcomes for point in outcome.points]
        return {point.line: point for point in points if point.line}

    @cached_property
    def stories_in_order(self) -> list[CaseStudy]:
        """All stories: those from here first, then by title."""
        return sorted(self.case_studies, key=lambda story: (story.where != "here", story.title))

    def story_after(self, story: CaseStudy) -> CaseStudy | None:
        """The next of all stories in their order; none behind the last."""
        return self._next_story.get(story.id)

    @cached_property
    def _next_story(self) -> dict[str, CaseStudy]:
        return {story.id: after for story, after in pairwise(self.stories_in_order)}


def data_files() -> dict[str, DataFile]:
    """The file of each field of the charter, with its path below `data/`: `site.yml`, or
    `pledges/*.yml` for a folder."""
    found = {}
    for name, info in Charter.model_fields.items():
        file = next((mark for mark in info.metadata if isinstance(mark, DataFile)), DataFile())
        ending = "/*.yml" if file.folder else ".yml"
        found[name] = replace(file, path=file.path or name.replace("_", "-") + ending)
    return found


def kinds(model: type[Record] = Charter, loc: Loc = ()) -> Iterator[tuple[str, Loc]]:
    """Each kind of record that others refer to, and where such records stand: a `case study` in
    `("case_studies",)`, a `term` in `("spectrum", "terms")`."""
    for name, info in model.model_fields.items():
        kind = info.annotation
        if get_origin(kind) in (Union, UnionType):  # a file that may be missing
            kind = get_args(kind)[0]
        if get_origin(kind) is Records:
            words = re.sub(r"\B([A-Z])", r" \1", get_args(kind)[0].__name__).lower()
            yield words, (*loc, name)
        elif isinstance(kind, type) and issubclass(kind, Record):
            yield from kinds(kind, (*loc, name))
