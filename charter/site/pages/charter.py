"""Outcomes, signatures and sources."""

from charter.model import Charter, Source
from charter.model.outcome_links import helping
from charter.site.list_pages import SOURCES, ListPage, count
from charter.site.pages.page import Content, Here, how_read, piece

# So many stories stand below a priority, however many are about it.
FEW = 4


@piece
def outcomes(charter: Charter, here: Here) -> Content:
    """Outcomes with what stands in the way, what could help, and the pledges beside each."""
    return Content(helping={each.id: helping(charter, each) for each in charter.outcomes})


@piece
def priorities(charter: Charter, here: Here, which: str) -> Content:
    """All priorities: what people said, what is there today, questions to ask, and examples."""
    title, said = charter.home.priorities_heading, charter.headings.outcomes.priorities
    names = "; ".join(priority.name for priority in charter.priorities)
    stories = {
        priority.id: [each for each in charter.stories_in_order if priority.id in each.priorities]
        for priority in charter.priorities
    }
    head: dict[str, object] = {"title": title, "description": f"{said.rstrip('.')}: {names}."}
    return Content(head, title=title, stories=stories, few=FEW)


@piece
def signatures(charter: Charter, here: Here) -> Content:
    """Who has agreed, and who has not yet, in three groups."""
    groups = [
        (group, [signature for signature in charter.signatures if signature.group == group])
        for group in ("core", "next", "possible")
    ]
    return Content(groups=groups)


def _by_publisher(charter: Charter) -> list[Source]:
    return sorted(charter.sources, key=lambda source: source.publisher)


def source_addresses(charter: Charter) -> dict[str, str]:
    """Where each source stands in the list of all sources, below the site's root, by its id."""
    page = ListPage("about/sources/", 1, count(len(charter.sources), SOURCES))
    return {
        source.id: f"{page.address(place // SOURCES + 1)}#source-{source.id}"
        for place, source in enumerate(_by_publisher(charter))
    }


@piece
def sources(charter: Charter, here: Here, number: str = "1") -> Content:
    """A page of where facts come from, by publisher."""
    page = ListPage("about/sources/", int(number), count(len(charter.sources), SOURCES))
    shown = _by_publisher(charter)[SOURCES * (page.number - 1) :][:SOURCES]
    return Content(page.of("Sources"), page=page, sources=shown, how_read=how_read(charter))
