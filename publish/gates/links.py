"""What pages say of addresses that have moved, against the finished site: the old place is gone,
the new one is there.
"""

from dataclasses import dataclass

from publish.site import Built

MEND = "Mend data/moved.yml:"
DEAD_LINKS = (
    "These links lead to no page of the site, or to no place on that page. Correct them in data/ or"
    " docs/:"
)
# Links of the A to Z are looked at where the search list is made, which knows what they are for.
LEFT_TO_SEARCH = "/search/"
OLD_LINKS = "These pages link to an address that has moved. Let them lead to the new place:"


@dataclass(frozen=True)
class Move:
    """An old address and a new one, both as `/charter/#kindness-1`."""

    old: str
    new: str


def moves(built: Built) -> list[Move]:
    """Every move that a page of a built site tells of."""
    return [Move(old, new) for page in built.pages.values() for old, new in page.moves]


def wrong(built: Built) -> list[str]:
    """What is wrong with them, and with all other links within the site, as lines for an editor."""
    found = moves(built)
    told = [said for move in found for said in _mistakes(move, built)]
    gone = {move.old for move in found}
    linked, dead = [], []
    for address, page in built.pages.items():
        for target in page.targets():
            if target in gone:
                linked.append(f"  {address} links to {target}")
            elif address != LEFT_TO_SEARCH and _is_dead(target, built):
                dead.append(f"  {address} links to {target}")
    parts = [(MEND, told), (OLD_LINKS, linked), (DEAD_LINKS, dead)]
    return [line for heading, lines in parts if lines for line in (heading, *lines)]


def _is_dead(target: str, built: Built) -> bool:
    """Whether an address is one of a page of this site that is not there, or of a place that its
    page does not have.
    """
    page, _, place = target.partition("#")
    if not (page.startswith("/") and page.endswith("/")):
        return False  # another host, or a file
    return page not in built.pages or bool(place and not built.pages[page].ids[place])


def _mistakes(move: Move, built: Built) -> list[str]:
    said = []
    page, _, place = move.old.partition("#")
    if place and built.pages[page].ids[place] > 1:
        said.append(
            f"  from: {move.old} is still there. Take this entry out, or take the place away from"
            " its page"
        )
    page = move.new.partition("#")[0]
    file = built.folder / page.lstrip("/")
    if _is_dead(move.new, built) or not (page in built.pages or file.is_file()):
        said.append(
            f"  to: {move.new} is not there (the entry from: {move.old}). Write an address of this"
            " site that is"
        )
    return said
