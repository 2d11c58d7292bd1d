"""The accessibility statement, and how the site meets each part of the guidelines."""

from collections import Counter
from datetime import date

from charter.model import Charter
from charter.render.html import day
from charter.site.pages.page import Content, Here, piece


@piece
def accessibility(charter: Charter, here: Here) -> Content:
    """The statement: its own words, and the count of criteria."""
    criteria = charter.wcag.criteria if charter.wcag else []
    return Content(counts=Counter(criterion.state for criterion in criteria))


@piece
def checks(charter: Charter, here: Here) -> Content:
    """What the last whole run of the checks saw, and what it let through."""
    report = charter.a11y_report
    words = {state.id: state.words for state in charter.wcag.looked_at}
    return Content(
        report=report,
        looked_on=_day(report.date) if report else "",
        looked_at=[words[state] for state in report.states] if report else [],
        exempted=[(row, _day(row.until)) for row in report.exemptions] if report else [],
    )


@piece
def criteria(charter: Charter, here: Here) -> Content:
    """Every criterion by principle, and then those beyond what a site has to meet."""
    wcag = charter.wcag
    beyond = sorted(wcag.beyond, key=lambda criterion: criterion.parts)
    return Content(
        wcag=wcag, groups=[(found, wcag.of(found)) for found in wcag.principles], beyond=beyond
    )


def _day(written: str) -> str:
    return day(date.fromisoformat(written))
