"""The table of how each page reads, for a terminal."""

HEADINGS = f"{'page':52} {'sentences':>9} {'average':>8} {'longest':>8} {'grade':>6} {'passive':>8}"


def row(name: str, count: int, average: float, longest: int, grade: float, passive: float) -> str:
    """One page's figures; `passive` is the share of sentences in a hundred that do not say who does
    it.
    """
    return f"{name:52} {count:9} {average:8.1f} {longest:8} {grade:6.1f} {passive:6.0f} %"
