"""`python -m charter gaps`: what is still to decide, to complete or to sign, as a list for a
meeting.
"""

from argparse import ArgumentParser, Namespace

from charter.clock import today
from charter.render.html import day
from charter.site.check import check
from charter.todo import Act, gaps

HELP = "list what is still to decide, to complete or to sign"


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Every gap with its file and its page; raises ProblemsFound where the data are to be mended
    first.
    """
    charter, now = check(given.project), today()
    parts = [
        f"What is still missing: {charter.site.name}, {day(now)}",
        *(_told(act) for act in gaps(charter, now)),
    ]
    return "\n\n".join(parts)


def _told(act: Act) -> str:
    lines = [f"{act.name.upper()}: {act.count or 'nothing is missing'}"]
    if act.count:
        lines.append(act.how)
    for kind in act.kinds:
        lines += ["", f"{kind.name} ({len(kind.gaps)})"]
        for gap in kind.gaps:
            said = f"{gap.name}: {gap.said}" if gap.said else gap.name
            lines += [f"[ ] {said}", f"    data/{gap.file}, page: /{gap.page}"]
    return "\n".join(lines)
