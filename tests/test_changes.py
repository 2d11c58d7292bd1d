"""What has changed: people and feed readers are told the same, under names that stay."""

import datetime
import re
from pathlib import Path
from uuid import UUID, uuid5

import feedparser
import pytest
from lxml import etree

from a11y.site import Page, site
from charter.api.changelog import news
from charter.api.feed import FEED, atom
from charter.data.load import load
from charter.model import Charter, Records
from charter.render.html import day
from tests.drawn import words
from tests.fixtures import every_page_to_share
from tests.project import charter
from tests.sample import DATA, edit, refused, sample

SITE = "https://area.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
# RFC 3339, as RFC 4287 asks for it.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
KNOWN = {"feed", "id", "title", "subtitle", "updated", "author", "name", "link", "entry", "content"}


def made_up() -> Charter:
    return load(DATA)


def feed(number: int) -> bytes:
    """The feed of this site, or that of the made-up area, where a pledge has been reworded."""
    return (site().folder / FEED).read_bytes() if number == 0 else atom(made_up(), SITE).encode()


both = pytest.mark.parametrize("number", [0, 1], ids=["this site", "made-up area"])


@pytest.mark.usefixtures("site")
@both
def test_feed_readers_find_nothing_wrong_with_the_feed(number: int) -> None:
    parsed = feedparser.parse(feed(number))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    assert parsed.entries and parsed.feed.title
    assert parsed.feed.subtitle == (made_up() if number else charter()).site.draft_line


@pytest.mark.usefixtures("site")
@both
def test_the_feed_keeps_the_rules_of_rfc_4287(number: int) -> None:
    root = etree.fromstring(feed(number))

    def found(path: str) -> list[str]:
        return list(map(str, root.xpath(path, namespaces=ATOM)))

    entries = root.xpath("a:entry", namespaces=ATOM)
    assert entries
    for part in [root, *entries]:
        for name in ("id", "title", "updated", "link[@rel='alternate'][@type='text/html']"):
            assert len(part.xpath(f"a:{name}", namespaces=ATOM)) == 1, name
    assert all(map(MOMENT.fullmatch, found("//a:updated/text()")))
    assert all(address.startswith("http") for address in found("//a:link/@href"))
    assert len(found("a:author/a:name[text()]")) == len(found("a:link[@rel='self']")) == 1
    ids = found("//a:id/text()")
    assert len(set(ids)) == len(ids)
    assert all(UUID(each.removeprefix("urn:uuid:")).urn == each for each in ids)
    moments = found("a:entry/a:updated/text()")
    assert moments == sorted(moments, reverse=True)
    assert found("a:updated/text()") == moments[:1]
    assert {etree.QName(element).localname for element in root.iter()} <= KNOWN
    assert {etree.QName(element).namespace for element in root.iter()} == {ATOM["a"]}


def test_names_of_entries_stay_where_the_site_moves_and_where_words_change() -> None:
    area = made_up()
    other = {"title": "Other words", "text": "New text"}
    changes = [change.model_copy(update=other) for change in area.changes.changes]
    reworded = area.changes.model_copy(update={"changes": changes})
    here, there = (
        etree.fromstring(text.encode()).xpath("//a:id/text()", namespaces=ATOM)
        for text in (
            atom(area, SITE),
            atom(area.model_copy(update={"changes": reworded}), "https://new.example/area/"),
        )
    )
    assert here == there


def test_a_name_is_made_from_the_id_and_the_name_of_the_list_alone() -> None:
    area, ours = made_up(), charter()
    assert {uuid5(area.changes.uuid, it.id) for it in area.changes.changes} < {
        it.uuid for it in news(area)
    }
    renamed = ours.changes.model_copy(update={"feed": area.changes.feed})
    theirs = news(ours.model_copy(update={"changes": renamed}))
    assert not {it.uuid for it in news(ours)} & {it.uuid for it in theirs}


def test_each_rewording_says_what_stood_before_what_took_its_place_and_why() -> None:
    area = made_up()
    (pledge,) = [pledge for pledge in area.pledges if pledge.history]
    (newer,) = pledge.history
    older = newer.model_copy(
        update={"wording": "The very first words.", "until": datetime.date(2025, 6, 1)}
    )
    reworded = pledge.model_copy(update={"history": [newer, older]})
    pledges = Records(reworded if each == pledge else each for each in area.pledges)
    listed = news(area.model_copy(update={"pledges": pledges}))
    for before, after in ((newer, pledge.text), (older, newer.wording)):
        (change,) = [it for it in listed if f"it said: “{before.wording}”" in it.text]
        assert f"Since then it says: “{after}”" in change.text
        assert f"Why: {before.why}" in change.text and day(before.until) in change.text
        assert change.date == before.until + datetime.timedelta(days=1)
        assert change.address == f"charter/{pledge.id}/"


@pytest.mark.usefixtures("site")
def test_people_read_the_same_as_feed_readers_in_the_same_order() -> None:
    changes = news(charter())
    assert len(changes) > 5
    days = site().page("about/changes/").main.xpath(".//ol/li")
    items = [(on.findtext("p/time"), item) for on in days for item in on.xpath("ul/li")]
    assert [(on, item.findtext("a"), words(item.find("p"))) for on, item in items] == [
        (day(change.date), change.title, change.text) for change in changes
    ]
    entries = feedparser.parse(feed(0)).entries
    assert [(entry.title, entry.content[0].value, entry.link) for entry in entries] == [
        (change.title, change.text, f"{site().address}{change.address}") for change in changes
    ]


def test_no_change_lies_in_the_future_or_before_the_first_draft() -> None:
    dates = [change.date for change in charter().changes.changes]
    assert min(dates) == charter().site.draft_date
    assert max(dates) <= datetime.datetime.now(tz=datetime.UTC).date()


@pytest.mark.usefixtures("site")
@every_page_to_share
def test_each_page_tells_feed_readers_where_the_feed_is(page: Page) -> None:
    (link,) = page.document.xpath("//head/link[@rel='alternate']")
    assert (
        link.get("type") == "application/atom+xml" and link.get("title") == charter().changes.title
    )
    assert (site().folder / link.get("href").removeprefix(site().address)).is_file()


def test_a_list_without_a_name_and_a_day_that_is_none_are_refused(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(data, "changes.yml", "feed: ", "feed: x")
    edit(data, "changes.yml", "date: 20", "date: yesterday 20")
    problems = refused(load, data)
    assert re.search(r"data/changes.yml, line \d+, feed: .*uuidgen", problems)
    assert re.search(r"data/changes.yml, line \d+, .*date", problems)
