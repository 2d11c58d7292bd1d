"""Pages of the promises and of what they rest on."""

from dataclasses import asdict

from charter.render import qr
from charter.map import shapes
from charter.map.postcodes import INDEX
from charter.answers.progress import (percent, progress)
from charter.render.html import render
from charter.model.outcome_matrix import matrix
from charter.model import Charter
from charter.site.pages.page import (Here, Page)
from charter.site.social_cards import of_value

# So many stories stand on the page of a pledge. It stays as light as it is, however many show the
# pledge.
FEW = 9


def pledge(charter: Charter, here: Here, pledge_id: str) -> Page:
    """One pledge: what it could mean, its question, its outcomes, its stories, its neighbours."""
    wanted = charter.pledge(pledge_id)
    value = charter.value(wanted.value)
    order = charter.pledges_in_order
    place = order.index(wanted)
    html = render(
        "pledge",
        charter=charter,
        root=here.root,
        pledge=wanted,
        value=value,
        outcomes=[outcome for outcome in charter.outcomes if outcome.id in wanted.outcomes],
        stories=[story for story in charter.stories_in_order if wanted.id in story.pledges],
        few=FEW,
        answered=progress(charter, here.today).of_pledges[wanted.id],
        percent=percent,
        address=f"{here.site}charter/{wanted.id}/",
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )
    title = f"{value.name} {wanted.number}: {wanted.short}"
    return Page(
        html,
        {
            "title": title,
            "description": f"{wanted.text} What this pledge could mean, and how to ask if it was kept.",
            "preview": asdict(of_value(value)),
        },
    )


def cite(charter: Charter, here: Here) -> str:
    """How to cite the whole charter, as a text to copy."""
    return render("cite", charter=charter, address=f"{here.site}charter/")


def outcomes(charter: Charter, here: Here) -> str:
    """Outcomes with their barriers, the priorities, and pledges against outcomes."""
    return render("outcomes", charter=charter, root=here.root, matrix=matrix(charter))


def area(charter: Charter, here: Here) -> str:
    """Where the charter applies: the map where there is one, the list, and who covers what."""
    drawing = shapes.draw(charter.area, charter.shapes) if charter.shapes else None
    return render("area", charter=charter, root=here.root, drawing=drawing)


def signatures(charter: Charter, here: Here) -> str:
    """Who has agreed, and who has not yet, in three groups."""
    groups = [
        (group, [signature for signature in charter.signatures if signature.group == group]) for group in ("core", "next", "possible")
    ]
    return render("signatures", charter=charter, root=here.root, groups=groups)


def postcode_box(charter: Charter, here: Here) -> str:
    """The box that says whether a postcode is covered, where the area has one: for a page that
    holds a list with the id `districts`.
    """
    return render("postcode-box", charter=charter, index=here.root + INDEX.as_posix())


def sources(charter: Charter, here: Here) -> str:
    """Where every fact comes from, by publisher."""
    return render("sources", charter=charter, root=here.root, sources=sorted(charter.sources, key=lambda source: source.publisher))


def on_paper(template: str, sheet: str, charter: Charter, here: Here) -> Page:
    """A page that is made to be printed, on sheets of a size that CSS knows: A4 or A3."""
    code = {"path": qr.code(here.site), "side": qr.side(here.site)}
    address = here.host
    html = render(template, charter=charter, root=here.root, pdf=here.pdf, address=address, code=code)
    return Page(html, {"sheet": sheet})
