"""Pages that show whether promises are kept: the questions, the answers, the tracker, the plan."""

from dataclasses import dataclass

from charter.map import shapes
from charter.answers.progress import percent
from charter.answers.progress import progress as shaped
from charter.answers.tracker import (marked, tracked)
from charter.render.html import render
from charter.model import Charter, Occasion, Pledge, Value
from charter.site.pages.page import (Here, Page)


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


def did_we(charter: Charter, here: Here) -> Page:
    """The questions as a form, which the chosen occasion narrows."""
    occasions = charter.did_we.occasions
    html = render("did-we", charter=charter, root=here.root, asked=_asked(charter, occasions))
    return Page(html, {"narrow_by": [occasion.id for occasion in occasions]})


def checklist(charter: Charter, here: Here, occasion_id: str) -> Page:
    """The questions of one occasion, on one sheet."""
    occasion = charter.occasion(occasion_id)
    asked = [part for part in _asked(charter, [occasion]) if part.occasions]
    address = f"{here.host}/did-we/"
    sheets = [(f"did-we/{other.id}/", other.name) for other in charter.did_we.occasions]
    html = render("checklist", charter=charter, root=here.root, occasion=occasion, asked=asked, sheets=sheets, address=address)
    return Page(
        html,
        {
            "sheet": "A4",
            "title": checklist_title(occasion),
            "description": f"{occasion.text} One page to print, with the questions to ask.",
        },
    )


def checklist_title(occasion: Occasion) -> str:
    """What an occasion's checklist is called."""
    return f"Checklist: {occasion.name}"


def _asked(charter: Charter, occasions: list[Occasion]) -> list[Asked]:
    """Every question with those of the occasions that it fits, by value."""
    return [
        Asked(
            value,
            [(pledge, [occasion.id for occasion in occasions if pledge.id in occasion.questions]) for pledge in charter.pledges_of(value)],
        )
        for value in charter.values
    ]


def progress(charter: Charter, here: Here) -> str:
    """What people answered, as far as it may be shown."""
    return render("progress", charter=charter, root=here.root, found=shaped(charter, here.today), percent=percent)


def tracker(charter: Charter, here: Here) -> str:
    """Who was asked, heard or worked with, and who was not."""
    found = tracked(charter)
    drawing = marked(shapes.draw(charter.area, charter.shapes), found.districts) if charter.shapes else None
    return render("tracker", charter=charter, root=here.root, tracked=found, drawing=drawing)


def activities(charter: Charter, here: Here) -> str:
    """Each activity of the tracker: those that count, and earlier ones."""
    return render("activities", charter=charter, root=here.root, tracked=tracked(charter))


def plan(charter: Charter, here: Here) -> str:
    """Who said they would do what, by when, and what is overdue on the day of the build."""
    everything = charter.plan.everything
    return render(
        "plan",
        charter=charter,
        root=here.root,
        today=here.today,
        unnamed=[action for action in everything if action.owner is None],
        undated=[action for action in everything if action.by is None],
        overdue=[action for action in everything if action.overdue(here.today)],
    )
