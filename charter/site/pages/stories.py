"""Pages of stories, and the choices that narrow them."""

from dataclasses import dataclass

from charter.model import CaseStudy, Charter
from charter.site.list_pages import STORIES, ListPage, count
from charter.site.pages.page import Content, Here, piece


@dataclass(frozen=True)
class Choice:
    """One way to narrow the stories: a key that stands on each story it keeps, a name, and how many
    it keeps.
    """

    key: str
    name: str
    count: int


@piece
def case_studies(charter: Charter, here: Here, number: str = "1") -> Content:
    """A page of stories, and the choices that narrow them."""
    page = ListPage("case-studies/", int(number), count(len(charter.case_studies), STORIES))
    shown = charter.stories_in_order[STORIES * (page.number - 1) :][:STORIES]
    stories = [(story, " ".join(_keys(charter, story))) for story in shown]
    choices = _choices(charter, shown)
    keys = [choice.key for group in choices.values() for choice in group if choice.count]
    head = {"narrow_by": keys, **page.of("Stories")}
    return Content(head, choices=choices, stories=stories, page=page)


@piece
def case_study(charter: Charter, here: Here, story_id: str) -> Content:
    """One story."""
    story = charter.case_studies[story_id]
    return Content(
        {"title": story.title, "description": story.summary},
        story=story,
        term=charter.spectrum.terms[story.term],
        pledges=[pledge for pledge in charter.pledges_in_order if pledge.id in story.pledges],
        priorities=[priority for priority in charter.priorities if priority.id in story.priorities],
        after=charter.story_after(story),
    )


def _keys(charter: Charter, story: CaseStudy) -> list[str]:
    """The keys of every choice that keeps a story."""
    values = {charter.pledges[pledge_id].value for pledge_id in story.pledges}
    priorities = [f"priority-{priority}" for priority in story.priorities]
    return [f"place-{story.where}", *priorities, *(f"value-{value}" for value in sorted(values))]


def _choices(charter: Charter, stories: list[CaseStudy]) -> dict[str, list[Choice]]:
    keys = [key for story in stories for key in _keys(charter, story)]
    offered = {
        "By place": [("place-here", charter.site.area), ("place-elsewhere", "From elsewhere")],
        "By priority": [
            (f"priority-{priority.id}", priority.name) for priority in charter.priorities
        ],
        "By value": [(f"value-{value.id}", value.name) for value in charter.values],
    }
    return {
        title: [Choice(key, name, keys.count(key)) for key, name in group]
        for title, group in offered.items()
    }
