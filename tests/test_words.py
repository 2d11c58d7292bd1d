"""What is hard to read is found, in any copy of the site, and nothing is found where nothing is
wrong.
"""

import html
import re
import shutil
from pathlib import Path

import pytest

from a11y.site import Page, Site, site
from tests.findings import PLAIN_WORDS, unexplained
from tests.project import ROOT, charter
from tests.reading import passages, syllables
from tests.words.hard import LONG_WORD, hard
from tests.words.links import unclear_links
from tests.words.lists import anything_to_avoid, avoid, kept, long_but_known, ours, read
from tests.words.look import look_at, passive_share, to_avoid, too_passive
from tests.words.passive import passives
from tests.words.shared_we import LIST


def sample_page(tmp_path: Path, body: str) -> Page:
    file = tmp_path / "index.html"
    file.write_text(f"<html><body><main>{body}</main></body></html>", encoding="utf-8")
    return Page("sample/", file)


def rules(page: Page) -> list[str]:
    return [found.rule for found in look_at(page)]


def test_nothing_is_found_where_nothing_is_wrong(tmp_path: Path) -> None:
    body = (
        "<h1>Tea</h1><p>They make tea for you at four. You can <a href='/tea/'>see how they make"
        " tea</a>.</p>"
    )
    assert look_at(sample_page(tmp_path, body)) == []


def test_a_page_without_a_sentence_is_a_fault(tmp_path: Path) -> None:
    assert rules(sample_page(tmp_path, "<h1>A heading and no more</h1>")) == ["no-sentence"]


def test_a_page_that_is_hard_as_a_whole_is_a_fault(tmp_path: Path) -> None:
    two = (
        "<p>Independent photographers enjoy complicated conversations. Disability organisations"
        " encourage volunteers.</p>"
    )
    assert {found.rule for found in hard(sample_page(tmp_path, two))} == {"hard-page"}


def test_words_of_others_are_left_out(tmp_path: Path) -> None:
    theirs = (
        "<blockquote class='source-words'><p>Utilise it in order to empower"
        " stakeholders.</p></blockquote>"
    )
    sources = "<ul class='sources'><li>The QXZ utilised it.</li></ul>"
    quoted = (
        "<p>The paper says \"utilise it\", and the parents' paper says 'empower'. That is hard to"
        " read.</p>"
    )
    assert (
        look_at(sample_page(tmp_path, f"<p>They like plain words.</p>{theirs}{sources}{quoted}"))
        == []
    )


def test_only_promises_may_say_we(tmp_path: Path) -> None:
    pledge = charter().pledges[0]
    shared = f"<p>{pledge.text}</p><p>Ask: {pledge.question}</p><p>We will:</p><h2>We did</h2>"
    makers = "<p>We will tell you.</p><p>They asked us.</p><p aria-label='Our list'>One</p>"
    assert rules(sample_page(tmp_path, f"{shared}{makers}<p>They like it here.</p>")) == ["we"] * 3


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("words", [*read(LIST)["names"], *read(LIST)["headings"]])
def test_every_name_that_says_we_is_on_a_page(words: str) -> None:
    assert any(words in passage.text for page in site().pages for passage in passages(page))


def test_words_outside_paragraphs_are_looked_at_too(tmp_path: Path) -> None:
    labels = (
        "<h2>Utilise it</h2><button>Utilise</button><svg role='img'"
        " aria-label='Utilise'></svg><table><th>Utilise</th></table>"
        "<p aria-description='Utilise' data-print='Utilise it'>One</p>"
        "<input type='submit' value='Utilise'><optgroup label='Utilise'></optgroup>"
    )
    assert rules(sample_page(tmp_path, f"<p>They like it here.</p>{labels}")) == ["avoid"] * 8


@pytest.mark.parametrize(
    "script", sorted((ROOT / "theme").rglob("*.js")), ids=lambda file: file.name
)
def test_what_a_script_says_is_plain(script: Path, tmp_path: Path) -> None:
    text = script.read_text("utf-8")
    said = re.findall(r"[\"`]([A-Z][^\"`\n]* [^\"`\n]*)[\"`]", text)
    body = "".join(f"<li>{html.escape(words)}</li>" for words in ["They like it here.", *said])
    assert rules(sample_page(tmp_path, f"<ul>{body}</ul>")) == []


def test_an_ending_is_found_and_a_longer_word_that_only_holds_the_letters_is_not(
    tmp_path: Path,
) -> None:
    found = [
        each.problem.message
        for each in to_avoid(
            sample_page(tmp_path, "<p>They utilised the monkey-bridge and keyboards.</p>")
        )
    ]
    assert found == ['"utilised" is a harder word than it needs to be. Write "use"']


def test_what_the_data_explain_or_keep_may_be_used(tmp_path: Path) -> None:
    names = [value.name for value in charter().values] + [
        entry.short for entry in charter().glossary
    ]
    listed = "".join(f"<p>We say {name} here.</p>" for name in names)
    assert [
        found
        for found in look_at(sample_page(tmp_path, listed))
        if found.rule in ("avoid", "long-word")
    ] == []


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("words", kept())
def test_every_word_that_is_kept_stands_on_a_page(words: str) -> None:
    assert any(
        kept()[words].search(passage.text) for page in site().pages for passage in passages(page)
    ), words


def test_a_name_is_no_hard_word() -> None:
    assert ours(f"We met at {charter().site.name}.").startswith("We met at ·")


def test_a_word_that_everybody_knows_needs_a_place_on_the_list_only_if_it_is_long() -> None:
    assert [
        word for word in long_but_known() if not word.endswith("*") and syllables(word) < LONG_WORD
    ] == []


def test_no_remedy_is_itself_a_word_to_avoid() -> None:
    remedies = [said.split(". ", 1)[1] for _, said in avoid()]
    assert len(remedies) > 100
    assert [remedy for remedy in remedies if anything_to_avoid().search(remedy)] == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The plan was written in May.", ["was written"]),
        ("It has not yet been agreed, but it will be.", ["been agreed"]),
        ("It is sent to you and is kept safe.", ["is sent", "is kept"]),
        ("Was it ever asked?", ["Was it ever asked"]),
        ("They get paid.", ["get paid"]),
        ("It isn’t known.", ["isn't known"]),
        ("We wrote the plan in May.", []),
        ("She is tired and worried.", []),
        ("Disabled people are experienced.", []),
        ("There is need, and a hundred are red.", []),
        ("You were interested.", []),
        ("It is a written plan.", []),
        ("We have agreed it.", []),
    ],
)
def test_a_passive_is_a_form_of_be_and_a_participle(sentence: str, found: list[str]) -> None:
    assert [passive[0] for passive in passives(sentence)] == found


def test_few_passives_are_no_fault_and_many_are(tmp_path: Path) -> None:
    few, many = "It was sent off. " * 3, "It was sent off. " * 4
    plain = "<p>We sent it off. We did that.</p>" * 7
    assert not too_passive(sample_page(tmp_path, f"<p>{few}</p>"))
    page = sample_page(tmp_path, f"<p>{many}</p>{plain}")
    assert too_passive(page) and 22 < passive_share(page) < 23


def links(tmp_path: Path, body: str) -> list[str]:
    return [found.problem.message for found in unclear_links(sample_page(tmp_path, body))]


@pytest.mark.parametrize(
    "text",
    [
        "here",
        "Click here",
        "read more",
        "This page",
        "More",
        "find out more",
        "link",
        "Learn more »",
    ],
)
def test_a_vague_link_is_found(text: str, tmp_path: Path) -> None:
    assert (
        "does not say where the link leads"
        in links(tmp_path, f"<p>See <a href='/x/'>{text}</a></p>")[0]
    )


def test_a_link_without_words_is_found(tmp_path: Path) -> None:
    assert links(tmp_path, "<p>See <a href='/x/'><svg></svg></a></p>") == [
        "this link has no words. Write where it leads"
    ]


def test_an_address_is_a_link_text_only_where_it_is_shown_on_purpose(tmp_path: Path) -> None:
    assert (
        len(
            links(
                tmp_path,
                "<p><a href='/x/'>www.council.example</a></p><p><a"
                " href='/x/'>a@council.example</a></p>",
            )
        )
        == 2
    )
    assert (
        links(tmp_path, "<p class='address'><a href='/x/'>https://council.example/x/</a></p>") == []
    )


def test_two_links_may_say_the_same_only_if_they_lead_to_one_place_or_say_more_to_a_screen_reader(
    tmp_path: Path,
) -> None:
    two = "<p><a href='/x/'>The plan</a></p><p><a {} href='/y/'>The plan</a></p>"
    assert len(links(tmp_path, two.format(""))) == 1
    assert links(tmp_path, two.format("").replace("/y/", "../x/")) == []
    assert links(tmp_path, two.format("aria-describedby='y'")) == []


@pytest.mark.usefixtures("site")
def test_the_check_finds_nothing_on_this_site() -> None:
    check = PLAIN_WORDS
    left = unexplained(check.look(site()))
    assert not left, "\n".join(map(str, left))


@pytest.mark.usefixtures("site")
def test_the_check_finds_a_fault_in_any_copy_of_a_site(tmp_path: Path) -> None:
    folder = shutil.copytree(site().folder, tmp_path / "site")
    file = folder / "privacy" / "index.html"
    file.write_text(
        file.read_text(encoding="utf-8").replace("</main>", "<p>We utilise it.</p></main>"),
        encoding="utf-8",
    )
    check = PLAIN_WORDS
    found = [each for each in check.look(Site(folder, site().address)) if "utilise" in each.said]
    assert [(each.page, each.rule, each.said) for each in found] == [
        ("privacy", "words-avoid", '"utilise" is a harder word than it needs to be. Write "use"')
    ]
    assert found[0].target.startswith("the built page privacy/, line ")
