"""Pieces that docs/*.md may ask for, such as `{{ home() }}`. Each module here offers its own."""

from charter.site.pages import (
    accessibility,
    area,
    charter,
    have_your_say,
    leaflet,
    open_data,
    page_words,
    pledges,
    progress,
    search,
    stories,
    todo,
)
from charter.site.pages.have_your_say import titles
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
    "leaflet",
    "moved_places",
    "open_data",
    "page_words",
    "pledges",
    "progress",
    "search",
    "stories",
    "titles",
    "todo",
]
