"""What a page may ask for: each a function from the charter to HTML. `root` is the way back to the home page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from charter.area import shapes
from charter.area.postcodes import INDEX
from charter.html import render
from charter.matrix import matrix
from charter.model import CaseStudy, Charter


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


def draw(template: str, charter: Charter, root: str) -> str:
    """A page that needs nothing but the charter: its template does the rest."""
    return render(template, charter=charter, root=root)


def pledge(charter: Charter, root: str, pledge_id: str) -> Page:
    """One pledge: what it could mean, its question, its outcomes, its stories, its neighbours."""
    wanted = charter.pledge(pledge_id)
    value = charter.value(wanted.value)
    order = charter.pledges_in_order
    place = order.index(wanted)
    html = render(
        "pledge",
        charter=charter,
        root=root,
        pledge=wanted,
        value=value,
        outcomes=[outcome for outcome in charter.outcomes if outcome.id in wanted.outcomes],
        stories=[story for story in charter.stories_in_order if wanted.id in story.pledges],
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )
    title = f"{value.name} {wanted.number}: {wanted.text.rstrip('.')}"
    return Page(html, {"title": title, "description": f"{wanted.text} What this pledge could mean, and how to ask if it was kept."})


def outcomes(charter: Charter, root: str) -> str:
    """Outcomes with their barriers, the priorities, and pledges against outcomes."""
    return render("outcomes", charter=charter, root=root, matrix=matrix(charter))


def area(charter: Charter, root: str) -> str:
    """Where the charter applies: the map where there is one, the list, and who covers what."""
    drawing = shapes.draw(charter.area, charter.shapes) if charter.shapes else None
    return render("area", charter=charter, root=root, drawing=drawing)


def case_studies(charter: Charter, root: str) -> Page:
    """All stories, and the choices that narrow them."""
    stories = [(story, " ".join(_keys(charter, story))) for story in charter.stories_in_order]
    choices = _choices(charter)
    keys = [choice.key for group in choices.values() for choice in group if choice.count]
    html = render("case-studies", charter=charter, root=root, choices=choices, stories=stories)
    return Page(html, {"narrow_by": keys})


def case_study(charter: Charter, root: str, story_id: str) -> Page:
    """One story."""
    story = charter.case_study(story_id)
    html = render(
        "case-study",
        charter=charter,
        root=root,
        story=story,
        term=charter.term(story.term),
        pledges=[pledge for pledge in charter.pledges_in_order if pledge.id in story.pledges],
        priorities=[priority for priority in charter.priorities if priority.id in story.priorities],
    )
    return Page(html, {"title": story.title, "description": story.summary})


def signatures(charter: Charter, root: str) -> str:
    """Who has agreed, and who has not yet, in three groups."""
    groups = [
        (group, [signature for signature in charter.signatures if signature.group == group]) for group in ("core", "next", "possible")
    ]
    return render("signatures", charter=charter, root=root, groups=groups)


def postcode_box(charter: Charter, root: str) -> str:
    """The box that says whether a postcode is covered: for any page that holds a list with the id `districts`."""
    return render("postcode-box", charter=charter, index=root + INDEX.as_posix())


def sources(charter: Charter, root: str) -> str:
    """Where every fact comes from, by publisher."""
    return render("sources", charter=charter, root=root, sources=sorted(charter.sources, key=lambda source: source.publisher))


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
}
