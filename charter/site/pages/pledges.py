"""The page of a pledge."""

from dataclasses import asdict

from charter.answers.progress import percent, progress
from charter.model import Charter
from charter.site.pages.page import Content, Here, piece
from charter.site.social_cards import of_value

# So many stories stand on the page of a pledge, however many show it.
FEW = 4


@piece
def pledge(charter: Charter, here: Here, pledge_id: str) -> Content:
    """One pledge: in easy words, its question, what it could mean, its stories, its outcomes."""
    wanted = charter.pledges[pledge_id]
    value = charter.values[wanted.value]
    order = charter.pledges_in_order
    place = order.index(wanted)
    head: dict[str, object] = {
        "title": charter.pledge_title(wanted),
        "description": f"{wanted.text} What this pledge could mean, and how to ask if it was kept.",
        "preview": asdict(of_value(value)),
    }
    return Content(
        head,
        pledge=wanted,
        value=value,
        easy=charter.easy.get(pledge_id),
        stories=[story for story in charter.stories_in_order if wanted.id in story.pledges],
        few=FEW,
        answered=progress(charter, here.today).of_pledges[wanted.id],
        percent=percent,
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )
