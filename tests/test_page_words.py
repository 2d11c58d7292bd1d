"""An area's own words within pages: one link at most, nothing alive, and names in other letters set
apart.
"""

from pathlib import Path

import markdown
import pytest
from lxml import html

from charter.data.load import load
from charter.model.page_words import Linked, Staff
from charter.render.html import for_prose, render
from charter.render.other_scripts import set_apart
from charter.site.pages import OFFERED
from tests.sample import edit, refused, sample

HARD = ["1. one", "12) two", "- three", "# four #", "a *b* _c_ `d` \\* ~~e~~", "[f](g) ![h](i)"]
HARD += ["{: #j } {# k", "<i>l</i> &amp; m", "> n", ": o", "=== p"]


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("around", ["{}", "Before {}", "4. **Bold.** {}", "## {} {{: #place }}"])
def test_a_text_within_prose_stands_there_as_it_was_typed(text: str, around: str) -> None:
    piece = for_prose(render("words", words=text, root="../"))
    drawn = html.fromstring(
        f"<div>{markdown.markdown(around.format(piece), extensions=['attr_list', 'toc'])}</div>"
    )
    assert drawn.text_content().strip().endswith(" ".join(text.split()))
    assert drawn.xpath("//i | //em | //code | //a | //img | //blockquote | //dl | //ul") == []
    assert ("4." in around) is bool(drawn.xpath("//ol"))


def test_a_link_within_prose_leads_where_it_should() -> None:
    linked = Linked(text="See _{link}_.", words="*the* page", page="about/")
    drawn = html.fromstring(markdown.markdown(for_prose(render("words", words=linked, root="../"))))
    assert drawn.text_content() == "See _*the* page_."
    assert drawn.xpath("//a/@href") == ["../about/"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    words: Read when\n",
            "",
            "page-words.yml, line 12, about.story: a link needs three things",
        ),
        (
            "text: Much happened. {link}.",
            "text: Much happened.",
            "about.story: a link needs three things",
        ),
        ("text: Much happened. {link}.", 'text: "{link} {link}"', "about.story: says {link} twice"),
        (
            "    page: about/story/\n",
            "    page: about/story/\n    address: https://a.example/\n",
            "about.story: a link needs three things",
        ),
        ("page: about/story/", "page: about story", "about.story.page:"),
    ],
)
def test_half_a_link_is_told(old: str, new: str, said: str, tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "page-words.yml", old, new)
    assert said in refused(load, data)


def test_each_piece_is_offered_by_the_names_of_its_page_and_field() -> None:
    assert {name for name in OFFERED if name.startswith("staff_")} == {
        f"staff_{field}" for field in Staff.model_fields
    }


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        ("<p>Tŷ Gwyn, naïve “quotes” … 👋🏽 ½</p>", "<p>Tŷ Gwyn, naïve “quotes” … 👋🏽 ½</p>"),
        ("<p>in نور باغ, 12 &amp; x</p>", '<p>in <bdi lang="ur">نور باغ</bdi>, 12 &amp; x</p>'),
        ('<a title="نور">ਨਾਂ</a>', '<a title="نور"><bdi lang="pa">ਨਾਂ</bdi></a>'),
        ("<svg><text>نور</text></svg>Ωmega", "<svg><text>نور</text></svg><bdi>Ω</bdi>mega"),
    ],
)
def test_names_in_other_letters_are_set_apart_and_nothing_else(drawn: str, wanted: str) -> None:
    assert set_apart(drawn, {"Arabic": "ur", "Gurmukhi": "pa"}) == wanted


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("languages: {arabic: ur}", "Arabic (what the letters are called"),
        ("languages: {Arabic: Urdu}", "ur (the short form of a language"),
    ],
)
def test_a_language_that_is_written_wrong_is_told(line: str, said: str, tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "site.yml", "area: Riverdale\n", f"area: Riverdale\n{line}\n")
    assert said in refused(load, data)
