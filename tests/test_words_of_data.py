"""Every text in data/ stands on its page exactly as written, also when it holds what HTML, Markdown
or Jinja would take for its own.
"""

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from pydantic import BaseModel

from a11y.site import site
from charter.model import Charter
from charter.model.facts import Once
from charter.model.not_kept import NotKept
from charter.model.page_words import Linked
from charter.model.records import Record
from charter.site.check import check
from tests import project

pytestmark = pytest.mark.xdist_group("words of data")

HARD = (
    "<i>&amp;</i> | {{ x }} {% if %} {# y `z` **w** [a](b) 👋🏽 &lt; </p><script>alert(1)</script>"
)
# The same for names that may only be short.
HARD_AND_SHORT = "<i>&amp;</i> | {{ x }} {# `z` 👋🏽 &lt;"
TABLES = yaml.safe_load((Path(__file__).parent / "words_of_data.yml").read_text(encoding="utf-8"))
NOT_TEXT, SHOWN_ON = TABLES["not_text"], TABLES["shown_on"]
# Records that show up on other pages than the file that they stand in.
APART = {"occasions", "sheet"}
# A field that stands on another page than the rest of its record.
ELSEWHERE = {
    "leaflet": "leaflet/",
    "poster": "leaflet/poster/",
    "easy_question": "did-we/",
    "link": "staff/",
    "counting": "about/counting/",
    "map": "about/map/",
    "measures": "progress/year/",
    "signatories": "progress/year/",
}


def texts(record: Any, name: str = "") -> Iterator[str]:
    """Every text for readers in a record, however deep. `name` is the field that it stands in."""
    if isinstance(record, Linked):
        yield from (part.strip() for part in (*record.around, record.words or "") if part.strip())
    elif isinstance(record, BaseModel):
        for field in type(record).model_fields:
            if field not in APART:
                yield from texts(getattr(record, field), field)
    elif isinstance(record, list):
        for item in record:
            yield from texts(item, name)
    elif isinstance(record, str) and name not in NOT_TEXT:
        yield record


def helpers(record: Any) -> list[Any]:
    """Who can be turned to if a pledge is not kept: some of their words are on the leaflet."""
    return record.on_the_leaflet if isinstance(record, NotKept) else []


def expected(charter: Charter) -> Iterator[tuple[str, str]]:
    """Pairs of a page's address and a text that must stand on it."""
    helps_with_none = [pledge.id for pledge in charter.pledges if not pledge.outcomes]
    assert helps_with_none, "no page shows headings.pledge.no_barrier"
    in_other_words = [pledge.id for pledge in charter.pledges if not pledge.in_source_words]
    assert in_other_words, "no page shows headings.pledge.source_words"
    stand_for_all = {
        "occasion": charter.did_we.occasions[0].id,
        "helps_with_none": helps_with_none[0],
        "in_other_words": in_other_words[0],
    }
    in_use = {signature.group for signature in charter.signatures}
    for name in SHOWN_ON:
        found = attrgetter(name)(charter)
        if name == "headings.signatures":  # a group that nobody is in has no heading
            found = [getattr(found, group) for group in type(found).model_fields if group in in_use]
        for record in found if isinstance(found, list) else [found]:
            page = SHOWN_ON[name].format(
                id=getattr(record, "id", ""), page=getattr(record, "page", ""), **stand_for_all
            )
            elsewhere = {
                text: there
                for field, there in ELSEWHERE.items()
                for each in [record, *helpers(record)]
                for text in texts(getattr(each, field, None))
            }
            yield from ((elsewhere.get(text, page), text) for text in texts(record))


def seen(file: Path) -> str:
    """All that a reader can see or hear of a page, with white space as one blank."""
    document = html.document_fromstring(file.read_text(encoding="utf-8"))
    attributes = ("//@alt", "//@aria-label", "//@data-copy", "//*[@data-keep]/@*")
    heard = " | ".join((*attributes, "//meta[@name='description']/@content"))
    return " ".join(" ".join([document.text_content(), *document.xpath(heard)]).split())


def once(record: Any) -> Iterator[str]:
    """Texts that take the place of others once something is so."""
    for field, info in type(record).model_fields.items():
        value = getattr(record, field)
        if any(isinstance(mark, Once) for mark in info.metadata):
            yield from texts(value)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, BaseModel):
                yield from once(part)


def waiting(charter: Charter) -> set[str]:
    """Texts that wait for an address to write to, or for the site's own, and those with something
    filled in: test_takes_comments.py looks at them."""
    say, form = charter.have_your_say, charter.did_we
    later = say.closed if charter.takes_comments else say.open
    alone = [say.write_to, *say.closed.privacy, form.choose.all, charter.not_kept.sentence]
    hidden = [charter.workshop_notes.hidden] if charter.workshop_notes else []
    hidden += [charter.talk.progress] if charter.talk else []
    keep = [form.keep.copy_text, form.keep.copy_file, form.keep.send, form.keep.sending]
    filled = [text for text in charter.card.lanyard_how if "{copies}" in text]
    filled += [form.keep.mail, form.sheet.find]
    return {*texts(later), *alone, *keep, *filled, *hidden, *once(charter)}


def missing(charter: Charter, folder: Path) -> list[tuple[str, str]]:
    pages: dict[str, str] = {}
    wanted = [(page, " ".join(text.split())) for page, text in expected(charter)]
    later = {" ".join(text.split()) for text in waiting(charter)}
    assert len(wanted) > 100
    for page, _ in wanted:
        if page not in pages:  # a long list goes on on further pages
            parts = [folder / page / "index.html", *folder.glob(f"{page}page/*/index.html")]
            pages[page] = " ".join(map(seen, parts))
    return [(page, text) for page, text in wanted if text not in pages[page] and text not in later]


def test_every_kind_of_record_has_a_page_to_show_it() -> None:
    # The report is what a program wrote; words.yml is read by checks, in-short.yml by translators.
    not_words = {"shapes", "a11y_report", "words", "in_short"}
    assert {name.split(".")[0] for name in SHOWN_ON} | not_words == set(Charter.model_fields)


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which every text of data/ has something hard at its end, built."""
    copied = project.copy(tmp_path_factory.mktemp("hard"))
    for file in (copied / "data").rglob("*.yml"):
        _harden(file)
    for promises in ("addresses.txt", "wordings.txt"):
        (copied / "data" / promises).unlink(missing_ok=True)
    # So many words may weigh too much for a page, and can't fit a sheet, so nobody looks at that.
    built = project.run(copied, "mkdocs", "build", "--strict")
    assert built.status == 0, built.said
    return copied


def _harden(file: Path) -> None:
    """Write a data file again, every text of it with the hard characters added."""

    def harder(value: Any, name: str = "") -> Any:
        if name in ("languages", "lines", "source_words"):  # quotes have to stand in the notes
            return value
        if isinstance(value, dict):
            return {key: harder(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [harder(inner, name) for inner in value]
        if name in ("short", "short_name"):
            return HARD_AND_SHORT
        return f"{value} {HARD}" if isinstance(value, str) and name not in NOT_TEXT else value

    content = harder(yaml.safe_load(file.read_text(encoding="utf-8")))
    if content is None:
        return  # notes for editors, and nothing yet for readers
    if file.name == "talk.yml":  # a card takes few words
        pledges = [pledge.id for pledge in project.charter().pledges]
        content["shorter"] = [{"pledge": each, "words": HARD_AND_SHORT} for each in pledges]
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.mark.usefixtures("site")
def test_every_text_stands_on_its_page() -> None:
    assert missing(project.charter(), site().folder) == []


@pytest.mark.build
def test_hard_characters_stand_on_the_page_as_they_were_typed(hard: Path) -> None:
    assert missing(check(hard), hard / "site") == []


@pytest.mark.build
def test_nothing_typed_in_data_is_alive_on_a_page(hard: Path) -> None:
    for file in (hard / "site").rglob("*.html"):
        document = html.document_fromstring(file.read_text(encoding="utf-8"))
        assert document.xpath("//script[not(@src)] | //main//i") == [], file


@pytest.mark.build
def test_the_hard_copy_is_really_hard(hard: Path) -> None:
    assert all(HARD in text for record in check(hard).values for text in texts(record))
    assert all(pledge.short == HARD_AND_SHORT for pledge in check(hard).pledges)
    assert isinstance(check(hard).site, Record)
