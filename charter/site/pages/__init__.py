"""Pieces that docs/*.md may ask for, such as `{{ home() }}`. Each module here offers its own."""

from charter.model import Charter
from charter.site.pages import (
    accessibility,
    area,
    charter,
    have_your_say,
    languages,
    leaflet,
    open_data,
    page_words,
    pledges,
    progress,
    recordings,
    search,
    stories,
    talk,
    todo,
    workshop_notes,
    young_people,
)
from charter.site.pages.page import OFFERED, Here, Page, frame
from charter.site.pages.redirects import moved_places

__all__ = [
    "OFFERED",
    "Here",
    "Page",
    "accessibility",
    "area",
    "charter",
    "frame",
    "have_your_say",
    "languages",
    "leaflet",
    "moved_places",
    "open_data",
    "page_words",
    "pledges",
    "progress",
    "recordings",
    "search",
    "stories",
    "talk",
    "titles",
    "todo",
    "workshop_notes",
    "young_people",
]


def titles(charter: Charter) -> dict[str, str]:
    """The title of each page whose title the data choose, by its address."""
    return {
        **have_your_say.titles(charter),
        **workshop_notes.titles(charter),
        **talk.titles(charter),
        **young_people.titles(charter),
    }
