"""Which counts may be shown, so that nobody can find out what one person said, not even by taking
one count from another.
"""

# Below this many there is no result at all, and below the other a count is hidden. A count of 0
# says nothing about anyone.
FEWEST = 10
SMALL = 5


def is_small(count: int) -> bool:
    """Whether a count is of so few that it could point to somebody."""
    return 0 < count < SMALL


def hide(counts: dict[str, int]) -> dict[str, int | None]:
    """Counts that add up to a known total, with None for each that is hidden.

    Small ones are hidden, and the next lowest with them: one alone is what the others leave of the
    total.
    More follow where the total and the order of counts would still tell too much.
    """
    by_size = sorted((name for name in counts if counts[name]), key=lambda name: counts[name])
    hidden = sum(is_small(counts[name]) for name in by_size)
    while 0 < hidden < len(by_size) and not _safe([counts[name] for name in by_size], hidden):
        hidden += 1
    return {name: None if name in by_size[:hidden] else count for name, count in counts.items()}


def _safe(ordered: list[int], hidden: int) -> bool:
    """Whether the lowest counts can be hidden and the others shown.

    Whoever knows this rule knows that no hidden count is above a shown one. So the hidden ones must
    fit below it, even if all
    but one of them were 1: then the small ones among them may still be anything.
    """
    together = sum(ordered[:hidden])
    return hidden > 1 and FEWEST <= together <= ordered[hidden]
