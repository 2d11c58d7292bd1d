"""Pieces that docs/*.md may ask for, such as `{{ home() }}`. Each module here offers its own."""

from charter.site.pages import (
    accessibility,
    charter,
    open_data,
    page_words,
    progress,
    search,
    stories,
    todo,
)
from charter.site.pages.page import OFFERED, Here, Page, frame
from charter.site.pages.redirects import moved_places

__all__ = [
    "OFFERED",
    "Here",
    "Page",
    "accessibility",
    "charter",
    "frame",
    "moved_places",
    "open_data",
    "page_words",
    "progress",
    "search",
    "stories",
    "todo",
]
