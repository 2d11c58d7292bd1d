"""Pages that show whether promises are kept: the questions, the answers, the tracker, the plan."""

from dataclasses import dataclass

from charter.answers import measures
from charter.answers.progress import percent
from charter.answers.progress import progress as shaped
from charter.answers.tracker import marked, tracked
from charter.map import shapes
from charter.model import Charter, Occasion, Pledge, SaidDid, Value
from charter.site.pages.charter import source_addresses
from charter.site.pages.page import Content, Here, piece

# The page that only an area with measures has.
STATE = "State of the charter"


@dataclass(frozen=True)
class Asked:
    """The questions of one value: its pledges, each with the ids of the occasions that its question
    fits.
    """

    value: Value
    questions: list[tuple[Pledge, list[str]]]

    @property
    def occasions(self) -> list[str]:
        """Every occasion that one question or more fits."""
        return sorted({occasion for _, occasions in self.questions for occasion in occasions})


@piece
def did_we(charter: Charter, here: Here) -> Content:
    """The questions as a form, which the chosen occasion narrows."""
    occasions = charter.did_we.on_screen
    keys = [occasion.id for occasion in occasions]
    return Content({"narrow_by": keys}, asked=_asked(charter, occasions))


@piece
def checklist(charter: Charter, here: Here, occasion_id: str) -> Content:
    """The questions of one occasion, on one sheet."""
    occasion = charter.did_we.occasions[occasion_id]
    asked = [part for part in _asked(charter, [occasion]) if part.occasions]
    sheets = [(f"did-we/{other.id}/", other.name) for other in charter.did_we.occasions]
    head: dict[str, object] = {
        "sheet": "A4",
        "title": occasion.checklist,
        "description": f"{occasion.text} One page to print, with the questions to ask.",
    }
    return Content(head, occasion=occasion, asked=asked, sheets=sheets)


def _asked(charter: Charter, occasions: list[Occasion]) -> list[Asked]:
    """Every question with those of the occasions that it fits, by value."""
    found = [
        Asked(
            value,
            [
                (pledge, [occasion.id for occasion in occasions if pledge.id in occasion.questions])
                for pledge in charter.pledges_of(value)
                if pledge.question
            ],
        )
        for value in charter.values
    ]
    return [of_value for of_value in found if of_value.questions]


@piece
def progress(charter: Charter, here: Here) -> Content:
    """What people answered, as far as it may be shown."""
    return Content(found=shaped(charter, here.today), percent=percent)


@piece
def year(charter: Charter, here: Here, which: str) -> Content:
    """State of the charter: each pledge's figures of this year beside last, and the answers."""
    found = measures.state(charter, here.today)
    cited = [each.sources for line in found for each in line.pledge.signatories]
    published = (each for line in found for it, _ in line.measured for each in it.published)
    head: dict[str, object] = {
        "title": STATE,
        "description": "Ways to tell if each pledge is kept: this year's figures and last year's.",
    }
    return Content(
        head,
        found=found,
        years=measures.years(here.today),
        percent=percent,
        address_of=source_addresses(charter),
        sources=[*cited, *(each.sources for each in published)],
    )


@piece
def tracker(charter: Charter, here: Here) -> Content:
    """Who was asked, heard or worked with, and who was not."""
    found = tracked(charter)
    drawing = (
        marked(shapes.draw(charter.area, charter.shapes), found.districts)
        if charter.shapes
        else None
    )
    return Content(tracked=found, drawing=drawing)


@piece
def activities(charter: Charter, here: Here) -> Content:
    """Each activity of the tracker: those that count, and earlier ones."""
    return Content(tracked=tracked(charter))


@piece
def said_did(charter: Charter, here: Here) -> Content:
    """What people asked of services, what was done, and what that means."""
    return Content(entries=_asks(charter, about_this_site=False))


@piece
def asks(charter: Charter, here: Here) -> Content:
    """What people asked of the charter, and what this website does about it."""
    return Content(entries=_asks(charter, about_this_site=True))


def _asks(charter: Charter, about_this_site: bool) -> list[SaidDid]:
    found = [each for each in charter.said_did if each.about_this_site is about_this_site]
    return sorted(found, key=lambda each: each.title)


@piece
def plan(charter: Charter, here: Here) -> Content:
    """Who said they would do what, by when, and what is overdue on the day of the build."""
    everything = charter.plan.everything
    return Content(
        unnamed=[action for action in everything if action.owner is None],
        undated=[action for action in everything if action.by is None],
        overdue=[action for action in everything if action.overdue(here.today)],
    )
