"""Pages of stories: the list, by place and kind, and one story."""

from charter.model import Charter
from charter.site.list_pages import STORIES, ListPage, count
from charter.site.pages.page import Content, Here, piece


@piece
def case_studies(charter: Charter, here: Here, number: str = "1") -> Content:
    """A page of stories: those from this area, then those from elsewhere by their first priority,
    the longest list first.
    """
    page = ListPage("case-studies/", int(number), count(len(charter.case_studies), STORIES))
    shown = charter.stories_in_order[STORIES * (page.number - 1) :][:STORIES]
    away = [story for story in shown if story.where == "elsewhere"]
    kinds = [(priority.id, priority.name) for priority in charter.priorities]
    elsewhere = [
        (key, name, [story for story in away if story.priorities[:1] == [key]])
        for key, name in kinds
    ]
    elsewhere.sort(key=lambda kind: -len(kind[2]))
    others = [story for story in away if not story.priorities]
    return Content(
        page.of("Examples"),
        page=page,
        here=[story for story in shown if story.where == "here"],
        elsewhere=[*elsewhere, ("other", "Other examples", others)],
    )


@piece
def case_study(charter: Charter, here: Here, story_id: str) -> Content:
    """One story."""
    story = charter.case_studies[story_id]
    return Content(
        {"title": story.title, "description": story.summary},
        story=story,
        pledges=[pledge for pledge in charter.pledges_in_order if pledge.id in story.pledges],
        priorities=[priority for priority in charter.priorities if priority.id in story.priorities],
        after=charter.story_after(story),
    )
