"""This area's own words, as pieces for pages that are otherwise written by hand."""

from functools import partial
from typing import get_args, get_origin

from charter.model import Charter
from charter.model.facts import Once
from charter.model.page_words import PageWords
from charter.render.html import for_prose, render
from charter.site.pages.page import FEW_WORDS, Drawn, Here, Page, offer


def _piece(page: str, field: str, charter: Charter, here: Here) -> Drawn:
    """Paragraphs, a list, or one text for a place within prose. A description is drawn in the head
    of the page.
    """
    record = getattr(charter.page_words, page)
    if record is None:
        said = f"{charter.site.name}. {charter.site.draft_line}."
        return Page("", {"description": said}) if page == "home" else ""
    words = getattr(record, field)
    if field == "sources":
        return render("shown-by", charter=charter, record=record)
    if field == "description":
        return Page("", {"description": words})
    drawn = render("words", words=words, root=here.root)
    return drawn if isinstance(words, list) else for_prose(drawn)


def _advice(charter: Charter, here: Here) -> Drawn:
    return for_prose(render("words", words=charter.not_kept.advice, root=here.root))


offer("not_kept_advice", _advice)
FEW_WORDS.add("not_kept_advice")

# One for each field of each page in `page-words.yml`, named like `outcomes_introduction`.
for page, found in PageWords.model_fields.items():
    for field, of in get_args(found.annotation)[0].model_fields.items():
        if any(isinstance(mark, Once) for mark in of.metadata):
            continue  # it takes the place of another field
        offer(f"{page}_{field}", partial(_piece, page, field))
        if field != "description" and get_origin(of.annotation) is not list:
            FEW_WORDS.add(f"{page}_{field}")
