"""Pages that are drawn without a build, and the words of a part of a page."""

import datetime
from pathlib import Path

from lxml import html

from charter.data.load import load
from charter.site.pages import OFFERED
from charter.site.pages.page import Here

DAY = datetime.date(2026, 11, 24)


def drawn(data: Path, *pages: str, today: datetime.date = DAY) -> html.HtmlElement:
    """The main part of one or more pages by their macros' names, as they look on a day."""
    charter, here = load(data), Here("../../", "https://riverdale.example/", today)
    return html.fromstring(
        f"<main>{''.join(str(OFFERED[it](charter, here)) for it in pages)}</main>"
    )


def words(element: html.HtmlElement) -> str:
    """The text of an element, with single spaces."""
    return " ".join(element.text_content().split())
