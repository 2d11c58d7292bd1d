"""Pages that show whether promises are kept: the questions, the answers, the tracker, the plan."""

from charter.evidence.progress import percent
from charter.evidence.progress import progress as shaped
from charter.html import render
from charter.model import Charter
from charter.pages.here import Here, Page


def did_we(charter: Charter, here: Here) -> str:
    """The questions as a form."""
    return render("did-we", charter=charter, root=here.root)


def checklist(charter: Charter, here: Here, occasion_id: str) -> Page:
    """The questions of one occasion, on one sheet."""
    occasion = charter.occasion(occasion_id)
    html = render("checklist", charter=charter, root=here.root, occasion=occasion)
    return Page(
        html,
        {
            "sheet": "A4",
            "title": f"Checklist: {occasion.name}",
            "description": f"{occasion.text} One page to print, with the questions to ask.",
        },
    )


def progress(charter: Charter, here: Here) -> str:
    """What people answered, as far as it may be shown."""
    return render("progress", charter=charter, root=here.root, found=shaped(charter, here.today), percent=percent)


def tracker(charter: Charter, here: Here) -> str:
    """Who was asked, heard or worked with, and who was not."""
    return render("tracker", charter=charter, root=here.root)


def plan(charter: Charter, here: Here) -> str:
    """Who said they would do what, by when, and what is overdue."""
    return render("plan", charter=charter, root=here.root, today=here.today)
