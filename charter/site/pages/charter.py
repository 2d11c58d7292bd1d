"""Outcomes, signatures and sources."""

from charter.model import Charter
from charter.model.outcome_matrix import matrix
from charter.site.pages.page import Content, Here, how_read, piece


@piece
def outcomes(charter: Charter, here: Here) -> Content:
    """Outcomes with their barriers, the priorities, and pledges against outcomes."""
    return Content(matrix=matrix(charter))


@piece
def signatures(charter: Charter, here: Here) -> Content:
    """Who has agreed, and who has not yet, in three groups."""
    groups = [
        (group, [signature for signature in charter.signatures if signature.group == group])
        for group in ("core", "next", "possible")
    ]
    return Content(groups=groups)


@piece
def sources(charter: Charter, here: Here) -> Content:
    """Where every fact comes from, by publisher."""
    by_publisher = sorted(charter.sources, key=lambda source: source.publisher)
    return Content(sources=by_publisher, how_read=how_read(charter))
