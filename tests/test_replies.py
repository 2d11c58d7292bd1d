"""A body that is named can answer: its words stand beside what is said of it."""

from pathlib import Path

import pytest
from lxml import html

from charter.data.load import load
from charter.site.pages import OFFERED
from charter.site.pages.page import Here
from tests.drawn import DAY, words
from tests.sample import edit, refused, sample

REPLY = """reply:
  - who: Riverdale Town Hall, head of gardens
    date: 2026-06-01
    words:
      - The pond is dug.
"""
# The file of each record: the macro that shows it, the place on its page, and what the macro takes.
PLACES = {
    "engagement/garden-day.yml": ("activities", "garden-day", ()),
    "case-studies/school-garden.yml": ("case_study", "", ("school-garden",)),
    "plan.yml": ("plan", "dig", ()),
    "signatures.yml": ("signatures", "town-hall", ()),
    "story.yml": ("story", "", ()),
}


@pytest.mark.parametrize("file", PLACES)
def test_a_planted_reply_is_shown_beside_the_claim(file: str, tmp_path: Path) -> None:
    data, (macro, place, given) = sample(tmp_path), PLACES[file]
    path = data / file
    text = path.read_text(encoding="utf-8")
    if "/" in file:
        text += REPLY
    else:
        within, step = ("id: dig\n", "    ") if file == "plan.yml" else ("", "  ")
        before, found, after = text.partition(within) if within else ("", "", text)
        reply = "".join(f"{step}{line}\n" for line in REPLY.splitlines())
        text = before + found + after.replace(f"{step}sources:\n", f"{reply}{step}sources:\n", 1)
    path.write_text(text, encoding="utf-8")
    here = Here("../../", "https://riverdale.example/", DAY)
    drawn = OFFERED[macro](load(data), here, *given)
    main = html.fromstring(f"<main>{getattr(drawn, 'html', drawn)}</main>")
    where = f"//*[@id='{place}']" if place else "."
    (reply,) = main.xpath(f"{where}//*[@class='reply']")
    assert words(reply) == (
        "Reply from Riverdale Town Hall, head of gardens, 1 June 2026: The pond is dug."
    )
    assert len(main.xpath(".//*[@class='reply']")) == 1


def test_no_reply_comes_from_the_future(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "engagement/garden-day.yml", "sources:", f"{REPLY.replace('2026', '2098')}sources:")
    assert 'reply.date: "2098-06-01" is in the future' in refused(load, data)
