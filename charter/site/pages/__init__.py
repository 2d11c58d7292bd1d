"""What a page may ask for: each a function from the charter, and from where the page is, to HTML.
"""

from collections.abc import Callable
from functools import partial

from charter.site.pages.accessibility import (accessibility, criteria)
from charter.site.pages.progress import (activities, checklist, did_we, plan, progress, tracker)
from charter.site.pages.todo import gaps
from charter.site.pages.page import (Here, Page, draw, frame, kept_pages)
from charter.site.pages.redirects import (moved, moved_places)
from charter.site.pages.open_data import (changes, open_data)
from charter.site.pages.charter import (area, cite, on_paper, outcomes, pledge, postcode_box, signatures, sources)
from charter.site.pages.search import search
from charter.site.pages.stories import (case_studies, case_study)
from charter.site.pages.page_words import pieces

__all__ = ["OFFERED", "Here", "Page", "frame", "moved_places"]

# The names that pages use, and what they draw: {{ home() }} draws templates/home.html.
OFFERED: dict[str, Callable[..., str | Page]] = {
    "home": partial(draw, "home"),
    "whole_charter": partial(draw, "whole-charter"),
    "pledge": pledge,
    "cite": cite,
    "working_together": partial(draw, "working-together"),
    "outcomes": outcomes,
    "area": area,
    "case_studies": case_studies,
    "case_study": case_study,
    "signatures": signatures,
    "did_we": did_we,
    "checklist": checklist,
    "progress": progress,
    "tracker": tracker,
    "activities": activities,
    "said_did": partial(draw, "said-did"),
    "plan": plan,
    "listening_words": partial(draw, "listening-words"),
    "listening_tried": partial(draw, "listening-tried"),
    "listening_sources": partial(draw, "listening-sources"),
    "plan_in_short": partial(draw, "plan-in-short"),
    "story": partial(draw, "story"),
    "gaps": gaps,
    "open_questions": partial(draw, "open-questions"),
    "sources": sources,
    "glossary": partial(draw, "glossary"),
    "accessibility": accessibility,
    "criteria": criteria,
    "search": search,
    "formats": partial(draw, "formats"),
    "open_data": open_data,
    "changes": changes,
    "kept_pages": kept_pages,
    "moved": moved,
    "postcode_box": postcode_box,
    "easy_read": partial(draw, "easy-read"),
    "leaflet": partial(on_paper, "leaflet", "A4"),
    "card": partial(on_paper, "card", "A4"),
    "large_print": partial(on_paper, "large-print", "A4"),
    "poster": partial(on_paper, "poster", "A3"),
    "checklists": partial(draw, "checklists"),
    **pieces(),
}
