"""The pictures that other sites show with a link to a page of ours: one for each value's look, and
one for all other pages.

They hold no words. So they need no font, say the same in every language, and keep nothing from
people who can't see them:
the page's title, its description and the draft line stand beside them as text.
publish/files/card_images.py makes them PNG files.
"""

from dataclasses import dataclass

from charter.model import Charter, Value
from charter.model.values import DRAWN
from charter.render.html import render

FOLDER = "previews/"
# What charter/site/templates/drawings/ show, in few words: they stand in the head of every page.
EVERYBODY = "table"
SHOWN = {
    EVERYBODY: "People of many ages work together around one long table.",
    "star": "A child holds up a paper star, and a grown-up cheers.",
    "rings": "A young wheelchair user and an older man link two rings.",
    "circle": "Three people sit close together. One opens an arm to a free chair.",
    "bubble": "A person in a headscarf talks, and a grandparent listens.",
    "tick": "One person ticks off a list. A man with a white cane gives a thumbs up.",
}


@dataclass(frozen=True)
class Preview:
    """A picture: its name, without an ending, and what it shows."""

    name: str
    shows: str


# The picture for pages that are about no one value.
OF_SITE = Preview(EVERYBODY, SHOWN[EVERYBODY])


def of_value(value: Value) -> Preview:
    """The picture for pages about a value: that of its look, where people are drawn around it."""
    return Preview(value.look, SHOWN[value.look]) if value.look in DRAWN else OF_SITE


def previews(charter: Charter) -> dict[str, str]:
    """Every picture that a page may name, as SVG, by its address below the site's root."""
    wanted = [OF_SITE, *(of_value(value) for value in charter.values if charter.pledges_of(value))]
    return {
        f"{FOLDER}{preview.name}.svg": render(
            "preview", preview=preview, look="" if preview == OF_SITE else preview.name
        )
        for preview in wanted
    }
