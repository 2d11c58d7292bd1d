"""Where a page is, and what a drawn piece hands back."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from charter.render.html import (css_text, day, month, render)
from charter.model import Charter
from charter.api.feed import FEED
from charter.site.social_cards import (FOLDER, OF_SITE)


@dataclass(frozen=True)
class Here:
    """Where a page is: `root` is the way back to the home page, such as `../../`; `site` is the
    site's whole address.

    `today` is the day of the build, which says what is overdue and which quarters are over.
    `pdf` says whether this build makes PDF files of the pages for paper.
    `titles` are those of all pages that are written by hand, by address.
    """

    root: str
    site: str
    today: datetime.date
    pdf: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The site's address as people write it, without the protocol."""
        return self.site.split("://")[1].rstrip("/")


@dataclass(frozen=True)
class Page:
    """A piece of HTML that has something to say to the head of its page: a title, a description,
    keys to narrow by.
    """

    html: str
    head: dict[str, object]


def frame(charter: Charter) -> dict[str, object]:
    """The words around every page."""
    site = charter.site
    kept = [link.page or "./" for link in charter.offline.pages]
    paper_line = css_text(f"{site.name}. {site.draft_line}")
    return {
        **site.model_dump(),
        "draft_date": day(site.draft_date),
        "draft_day": site.draft_date.isoformat(),
        "checked": month(site.checked),
        "paper_line": paper_line,
        "kept": kept,
        "previews": FOLDER,
        "preview": asdict(OF_SITE),
        "feed": FEED,
        "feed_title": charter.changes.title,
    }


def draw(template: str, charter: Charter, here: Here) -> str:
    """A page that needs nothing but the charter: its template does the rest."""
    return render(template, charter=charter, root=here.root, pdf=here.pdf)


def kept_pages(charter: Charter, here: Here) -> str:
    """The pages that open without a network, and the line that stands on a copy of this day."""
    return render("kept-pages", words=charter.offline, root=here.root, today=here.today)
