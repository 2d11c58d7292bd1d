"""Pages of recordings and films: each with its player, who made it, and its words."""

from charter.model import Charter
from charter.model.films import Film
from charter.model.recordings import Recording
from charter.render.html import lasting
from charter.site.pages.page import Content, Here, piece
from charter.site.pages.search import names


@piece
def recording(charter: Charter, here: Here, id_: str) -> Content:
    """Somebody reads a page aloud."""
    return _played(charter, here, charter.recordings[id_], "A recording")


@piece
def film(charter: Charter, here: Here, id_: str) -> Content:
    """Words of the charter in British Sign Language."""
    return _played(charter, here, charter.films[id_], "A film in British Sign Language")


def _played(charter: Charter, here: Here, played: Recording | Film, what: str) -> Content:
    called = charter.called(played)
    head: dict[str, object] = {
        "title": called,
        "description": f"{called}. {what}: {lasting(played.seconds)}, with a transcript.",
    }
    known = names(charter, here.titles)
    known |= {f"{each.id}/": charter.in_short.title for each in charter.translated}
    return Content(head, played=played, called=called, name=known.get(played.of, played.of))
