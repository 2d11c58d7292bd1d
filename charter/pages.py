"""What a page may ask for. Each is a function from the charter to HTML; `root` is the way back to the home page."""

from collections.abc import Callable
from dataclasses import dataclass

from charter.html import render
from charter.matrix import matrix
from charter.model import CaseStudy, Charter


@dataclass(frozen=True)
class Page:
    """A piece of HTML that has something to say to the head of its page: a title, a description, keys to narrow by."""

    html: str
    head: dict[str, object]


def home(charter: Charter, root: str) -> str:
    """What this is, whom it is for, what to do here, and the values."""
    return render("home", charter=charter, root=root)


def whole_charter(charter: Charter, root: str) -> str:
    """Everything that is promised, on one page."""
    return render("charter", charter=charter, root=root)


def pledge(charter: Charter, root: str, pledge_id: str) -> Page:
    """One pledge: what it could mean, its question, its outcomes, its stories, its neighbours."""
    wanted = charter.pledge(pledge_id)
    order = charter.pledges_in_order
    place = order.index(wanted)
    html = render(
        "pledge",
        charter=charter,
        root=root,
        pledge=wanted,
        value=charter.value(wanted.value),
        outcomes=[outcome for outcome in charter.outcomes if outcome.id in wanted.outcomes],
        stories=[story for story in charter.stories_in_order if wanted.id in story.pledges],
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )
    name = f"{charter.value(wanted.value).name} {wanted.number}"
    description = f"{wanted.text} What this pledge could mean, and how to ask if it was kept."
    return Page(html, {"title": f"{name}: {wanted.text.rstrip('.')}", "description": description})


def working_together(charter: Charter, root: str) -> str:
    """The spectrum of ways to work together."""
    return render("working-together", charter=charter, root=root)


def outcomes(charter: Charter, root: str) -> str:
    """Outcomes with their barriers, the priorities, and pledges against outcomes."""
    return render("outcomes", charter=charter, root=root, matrix=matrix(charter))


def case_studies(charter: Charter, root: str) -> Page:
    """All stories, and the choices that narrow them."""
    stories = [(story, " ".join(story_keys(charter, story))) for story in charter.stories_in_order]
    choices = _choices(charter)
    keys = [choice.key for group in choices.values() for choice in group if choice.count]
    return Page(render("case-studies", charter=charter, root=root, choices=choices, stories=stories), {"narrow_by": keys})


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
    """Who has agreed, and who has not yet."""
    groups = [
        (group, [signature for signature in charter.signatures if signature.group == group]) for group in ("core", "next", "possible")
    ]
    return render("signatures", charter=charter, root=root, groups=groups)


def plan(charter: Charter, root: str) -> str:
    """What was expected, and who does what next."""
    return render("plan", charter=charter, root=root)


def story(charter: Charter, root: str) -> str:
    """What happened, in order."""
    return render("story", charter=charter, root=root)


def open_questions(charter: Charter, root: str) -> str:
    """What nobody has settled yet."""
    return render("open-questions", charter=charter, root=root)


def sources(charter: Charter, root: str) -> str:
    """Where every fact comes from."""
    return render("sources", charter=charter, root=root, sources=sorted(charter.sources, key=lambda source: source.publisher))


def glossary(charter: Charter, root: str) -> str:
    """Short forms and hard words."""
    return render("glossary", charter=charter, root=root)


def accessibility(charter: Charter, root: str) -> str:
    """The accessibility statement."""
    return render("accessibility", charter=charter, root=root)


def formats(charter: Charter, root: str) -> str:
    """The forms in which the charter can be had, and those that are missing."""
    return render("formats", charter=charter, root=root)


@dataclass(frozen=True)
class Choice:
    """One way to narrow the stories: a key that stands on each story it keeps, a name, and how many it keeps."""

    key: str
    name: str
    count: int


def story_keys(charter: Charter, story: CaseStudy) -> list[str]:
    """The keys of every choice that keeps a story."""
    values = {charter.pledge(pledge_id).value for pledge_id in story.pledges}
    return [
        f"place-{story.where}",
        *(f"priority-{priority}" for priority in story.priorities),
        *(f"value-{value}" for value in sorted(values)),
    ]


def _choices(charter: Charter) -> dict[str, list[Choice]]:
    keys = [key for story in charter.case_studies for key in story_keys(charter, story)]
    offered = {
        "By place": [("place-here", charter.site.area), ("place-elsewhere", "From elsewhere")],
        "By priority": [(f"priority-{priority.id}", priority.name) for priority in charter.priorities],
        "By value": [(f"value-{value.id}", value.name) for value in charter.values],
    }
    return {title: [Choice(key, name, keys.count(key)) for key, name in group] for title, group in offered.items()}


# The names that pages use, and what they draw.
OFFERED: dict[str, Callable[..., str | Page]] = {
    "home": home,
    "whole_charter": whole_charter,
    "pledge": pledge,
    "working_together": working_together,
    "outcomes": outcomes,
    "case_studies": case_studies,
    "case_study": case_study,
    "signatures": signatures,
    "plan": plan,
    "story": story,
    "open_questions": open_questions,
    "sources": sources,
    "glossary": glossary,
    "accessibility": accessibility,
    "formats": formats,
}
