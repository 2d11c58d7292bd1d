"""Pages of the promises and of what they rest on."""

from dataclasses import asdict
from functools import partial

from charter.answers.progress import percent, progress
from charter.map import shapes
from charter.map.postcodes import INDEX
from charter.model import Charter
from charter.model.outcome_matrix import matrix
from charter.render import qr
from charter.site.pages.page import Content, Here, offer, piece
from charter.site.social_cards import of_value

# So many stories stand on the page of a pledge. It stays as light as it is, however many show the
# pledge.
FEW = 9


@piece
def pledge(charter: Charter, here: Here, pledge_id: str) -> Content:
    """One pledge: what it could mean, its question, its outcomes, its stories, its neighbours."""
    wanted = charter.pledges[pledge_id]
    value = charter.values[wanted.value]
    order = charter.pledges_in_order
    place = order.index(wanted)
    head: dict[str, object] = {
        "title": f"{value.name} {wanted.number}: {wanted.short}",
        "description": f"{wanted.text} What this pledge could mean, and how to ask if it was kept.",
        "preview": asdict(of_value(value)),
    }
    return Content(
        head,
        pledge=wanted,
        value=value,
        outcomes=[outcome for outcome in charter.outcomes if outcome.id in wanted.outcomes],
        stories=[story for story in charter.stories_in_order if wanted.id in story.pledges],
        few=FEW,
        answered=progress(charter, here.today).of_pledges[wanted.id],
        percent=percent,
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


@piece
def outcomes(charter: Charter, here: Here) -> Content:
    """Outcomes with their barriers, the priorities, and pledges against outcomes."""
    return Content(matrix=matrix(charter))


@piece
def area(charter: Charter, here: Here) -> Content:
    """Where the charter applies: the map where there is one, the list, and who covers what."""
    drawing = shapes.draw(charter.area, charter.shapes) if charter.shapes else None
    return Content(drawing=drawing)


@piece
def signatures(charter: Charter, here: Here) -> Content:
    """Who has agreed, and who has not yet, in three groups."""
    groups = [
        (group, [signature for signature in charter.signatures if signature.group == group])
        for group in ("core", "next", "possible")
    ]
    return Content(groups=groups)


@piece
def postcode_box(charter: Charter, here: Here) -> Content:
    """The box that says whether a postcode is covered, where the area has one: for a page that
    holds a list with the id `districts`.
    """
    return Content(index=here.root + INDEX.as_posix())


@piece
def sources(charter: Charter, here: Here) -> Content:
    """Where every fact comes from, by publisher."""
    return Content(sources=sorted(charter.sources, key=lambda source: source.publisher))


def _on_paper(sheet: str, charter: Charter, here: Here) -> Content:
    """A page that is made to be printed, on sheets of a size that CSS knows."""
    code = {"path": qr.code(here.site), "side": qr.side(here.site)}
    return Content({"sheet": sheet}, code=code)


for name, sheet in {"leaflet": "A4", "card": "A4", "large_print": "A4", "poster": "A3"}.items():
    offer(name, partial(_on_paper, sheet))
