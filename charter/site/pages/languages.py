"""The charter in short in other languages: a page and two sheets each, the page that lists them,
and the way to it.
"""

import datetime
from collections.abc import Iterator

from babel.dates import format_date

from charter.model import Charter, Value
from charter.model.in_short import Translation
from charter.model.translated import in_words, passages
from charter.render import qr
from charter.render.html import css_text
from charter.site.pages.page import Content, Here, offer, piece
from charter.site.social_cards import OF_SITE


def files(charter: Charter) -> Iterator[tuple[str, str, str]]:
    """Each of these pages: its file in docs/, the macro that draws it, and its language. The sheets
    are there once somebody has checked the words.
    """
    for each in charter.translated:
        yield f"{each.id}.md", "in_short", each.id
        if each.checked:
            yield f"{each.id}/leaflet.md", "in_short_leaflet", each.id
            yield f"{each.id}/large-print.md", "in_short_large_print", each.id


def for_frame(charter: Charter) -> list[dict[str, object]]:
    """What the foot of each page and the page for lost addresses have to know."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "dir": _direction(each),
            "title": str(_said(charter, each).in_short.title),
            "lost": str(_said(charter, each).in_short.lost),
        }
        for each in charter.translated
    ]


def _direction(translation: Translation) -> str:
    return "rtl" if translation.right_to_left else "ltr"


def _said(charter: Charter, translation: Translation) -> Charter:
    return in_words(charter, translation.words)


def _open(charter: Charter, translation: Translation) -> int:
    """How many passages are still, or again, to be translated."""
    words = translation.words
    return sum((each.context, each.english) not in words for each in passages(charter))


def _day(when: datetime.date, language: str) -> str:
    """A date as people write it in a language."""
    return str(format_date(when, format="long", locale=language))


def _filled(text: str, **places: str) -> str:
    """A text with what goes into its places; what was in English stays so."""
    for name, filled in places.items():
        text = type(text)(text.replace(f"{{{name}}}", filled))
    return text


def _head(charter: Charter, said: Charter, translation: Translation) -> dict[str, object]:
    """What the frame of a page has to know; `said` is the charter in the language's words."""
    words, day = said.in_short, _day(charter.site.draft_date, translation.id)
    return {
        "lang": translation.id,
        "dir": _direction(translation),
        "title": words.title,
        "description": words.description,
        "preview": {"name": OF_SITE.name, "shows": words.preview},
        "unchecked": translation.checked is None,
        "said": {
            "skip": words.skip,
            "in_english": words.in_english,
            "other_languages": words.other_languages,
            "draft_line": said.site.draft_line,
            "not_official": said.site.not_official,
            "draft_of": _filled(words.draft_of, day=day),
            "paper_line": css_text(f"{charter.site.name}. {said.site.draft_line}"),
        },
    }


@piece
def in_short(charter: Charter, here: Here, language: str) -> Content:
    """What the charter is, its pledges beside the English, and what to do if one is not kept."""
    translation = charter.translations[language]
    said = _said(charter, translation)
    content = Content(
        _head(charter, said, translation),
        said=said,
        translation=translation,
        open=_open(charter, translation),
    )
    if checked := translation.checked:
        day = _day(checked.date, language)
        content.context["checked"] = _filled(said.in_short.checked, who=checked.said, day=day)
    if charter.site.contact:
        content.context["tell"] = _filled(said.in_short.can_help, address=charter.site.contact)
    return content


def _on_paper(charter: Charter, here: Here, language: str, margin: str) -> Content:
    translation = charter.translations[language]
    said = _said(charter, translation)
    left, right = _columns(said)
    return Content(
        {**_head(charter, said, translation), "sheet": "A4", "margin": margin},
        said=said,
        translation=translation,
        day=_day(charter.site.draft_date, language),
        left=left,
        right=right,
        code={"path": qr.code(here.site), "side": qr.side(here.site)},
    )


def _columns(said: Charter) -> tuple[list[Value], list[Value]]:
    """Half of the words on either side of a sheet."""
    left: list[Value] = []
    right: list[Value] = []
    letters = {
        value.id: 80 + sum(40 + len(pledge.text) for pledge in said.pledges_of(value))
        for value in said.values
    }
    for value in said.values:
        half = 2 * sum(letters[each.id] for each in left) < sum(letters.values())
        (left if half else right).append(value)
    return left, right


@piece
def in_short_leaflet(charter: Charter, here: Here, language: str) -> Content:
    """One sheet to cut out and keep."""
    return _on_paper(charter, here, language, "8mm")


@piece
def in_short_large_print(charter: Charter, here: Here, language: str) -> Content:
    """As many sheets as it needs."""
    return _on_paper(charter, here, language, "15mm")


@piece
def languages(charter: Charter, here: Here) -> Content:
    """Which languages there are, who has checked each, and which are missing."""
    found = charter.translated
    missing = [each for each in charter.translations if each not in found]
    behind = [(each, left) for each in found if (left := _open(charter, each))]
    return Content(
        checked=[each for each in found if each.checked],
        drafts=[each for each in found if not each.checked],
        missing=sorted(missing, key=lambda each: each.english),
        behind=behind,
        all=len(passages(charter)),
    )


# The way to those pages, with each language's own name.
offer("languages_link", lambda charter, here: Content())
