"""What a page may ask for: each a function from the charter, and from where the page is, to HTML."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from charter import qr
from charter.area import shapes
from charter.area.postcodes import INDEX
from charter.html import css_text, day, month, render
from charter.matrix import matrix
from charter.model import CaseStudy, Charter


@dataclass(frozen=True)
class Here:
    """Where a page is: `root` is the way back to the home page, such as `../../`; `site` is the site's whole address.

    `pdf` says whether this build makes PDF files of the pages for paper.
    """

    root: str
    site: str
    pdf: bool = False


@dataclass(frozen=True)
class Page:
    """A piece of HTML that has something to say to the head of its page: a title, a description, keys to narrow by."""

    html: str
    head: dict[str, object]


@dataclass(frozen=True)
class Choice:
    """One way to narrow the stories: a key that stands on each story it keeps, a name, and how many it keeps."""

    key: str
    name: str
    count: int


def frame(charter: Charter) -> dict[str, str | None]:
    """The words around every page."""
    site = charter.site
    paper_line = css_text(f"{site.name}. {site.draft_line}")
    return {**site.model_dump(), "draft_date": day(site.draft_date), "checked": month(site.checked), "paper_line": paper_line}


def draw(template: str, charter: Charter, here: Here) -> str:
    """A page that needs nothing but the charter: its template does the rest."""
    return render(template, charter=charter, root=here.root, pdf=here.pdf)


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
        address=f"{here.site}charter/{wanted.id}/",
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )
    title = f"{value.name} {wanted.number}: {wanted.short}"
    return Page(html, {"title": title, "description": f"{wanted.text} What this pledge could mean, and how to ask if it was kept."})


def outcomes(charter: Charter, here: Here) -> str:
    """Outcomes with their barriers, the priorities, and pledges against outcomes."""
    return render("outcomes", charter=charter, root=here.root, matrix=matrix(charter))


def area(charter: Charter, here: Here) -> str:
    """Where the charter applies: the map where there is one, the list, and who covers what."""
    drawing = shapes.draw(charter.area, charter.shapes) if charter.shapes else None
    return render("area", charter=charter, root=here.root, drawing=drawing)


def case_studies(charter: Charter, here: Here) -> Page:
    """All stories, and the choices that narrow them."""
    stories = [(story, " ".join(_keys(charter, story))) for story in charter.stories_in_order]
    choices = _choices(charter)
    keys = [choice.key for group in choices.values() for choice in group if choice.count]
    html = render("case-studies", charter=charter, root=here.root, choices=choices, stories=stories)
    return Page(html, {"narrow_by": keys})


def case_study(charter: Charter, here: Here, story_id: str) -> Page:
    """One story."""
    story = charter.case_study(story_id)
    order = charter.stories_in_order
    html = render(
        "case-study",
        charter=charter,
        root=here.root,
        story=story,
        term=charter.term(story.term),
        pledges=[pledge for pledge in charter.pledges_in_order if pledge.id in story.pledges],
        priorities=[priority for priority in charter.priorities if priority.id in story.priorities],
        after=next(iter(order[order.index(story) + 1 :]), None),
    )
    return Page(html, {"title": story.title, "description": story.summary})


def signatures(charter: Charter, here: Here) -> str:
    """Who has agreed, and who has not yet, in three groups."""
    groups = [
        (group, [signature for signature in charter.signatures if signature.group == group]) for group in ("core", "next", "possible")
    ]
    return render("signatures", charter=charter, root=here.root, groups=groups)


def postcode_box(charter: Charter, here: Here) -> str:
    """The box that says whether a postcode is covered: for any page that holds a list with the id `districts`."""
    return render("postcode-box", charter=charter, index=here.root + INDEX.as_posix())


def sources(charter: Charter, here: Here) -> str:
    """Where every fact comes from, by publisher."""
    return render("sources", charter=charter, root=here.root, sources=sorted(charter.sources, key=lambda source: source.publisher))


def on_paper(template: str, sheet: str, charter: Charter, here: Here) -> Page:
    """A page that is made to be printed, on sheets of a size that CSS knows: A4 or A3."""
    code = {"path": qr.code(here.site), "side": qr.side(here.site)}
    address = here.site.split("://")[1].rstrip("/")
    html = render(template, charter=charter, root=here.root, pdf=here.pdf, address=address, code=code)
    return Page(html, {"sheet": sheet})


def _keys(charter: Charter, story: CaseStudy) -> list[str]:
    """The keys of every choice that keeps a story."""
    values = {charter.pledge(pledge_id).value for pledge_id in story.pledges}
    priorities = [f"priority-{priority}" for priority in story.priorities]
    return [f"place-{story.where}", *priorities, *(f"value-{value}" for value in sorted(values))]


def _choices(charter: Charter) -> dict[str, list[Choice]]:
    keys = [key for story in charter.case_studies for key in _keys(charter, story)]
    offered = {
        "By place": [("place-here", charter.site.area), ("place-elsewhere", "From elsewhere")],
        "By priority": [(f"priority-{priority.id}", priority.name) for priority in charter.priorities],
        "By value": [(f"value-{value.id}", value.name) for value in charter.values],
    }
    return {title: [Choice(key, name, keys.count(key)) for key, name in group] for title, group in offered.items()}


# The names that pages use, and what they draw: {{ home() }} draws templates/home.html.
OFFERED: dict[str, Callable[..., str | Page]] = {
    "home": partial(draw, "home"),
    "whole_charter": partial(draw, "whole-charter"),
    "pledge": pledge,
    "working_together": partial(draw, "working-together"),
    "outcomes": outcomes,
    "area": area,
    "case_studies": case_studies,
    "case_study": case_study,
    "signatures": signatures,
    "plan": partial(draw, "plan"),
    "story": partial(draw, "story"),
    "open_questions": partial(draw, "open-questions"),
    "sources": sources,
    "glossary": partial(draw, "glossary"),
    "accessibility": partial(draw, "accessibility"),
    "formats": partial(draw, "formats"),
    "postcode_box": postcode_box,
    "easy_read": partial(draw, "easy-read"),
    "leaflet": partial(on_paper, "leaflet", "A4"),
    "card": partial(on_paper, "card", "A4"),
    "large_print": partial(on_paper, "large-print", "A4"),
    "poster": partial(on_paper, "poster", "A3"),
}
