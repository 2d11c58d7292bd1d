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
from charter.model import Charter
from charter.render.html import day
from tests import project, sample
from tests.fixtures import every_page_but_404
from tests.project import charter

SITE = "https://area.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
# RFC 3339, as RFC 4287 asks for it.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def made_up() -> Charter:
    return load(sample.DATA)


def feeds() -> list[bytes]:
    """The feed of this site, and that of the made-up area, where a pledge has been reworded."""
    return [(site().folder / FEED).read_bytes(), atom(made_up(), SITE).encode()]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("number", [0, 1])
def test_feed_readers_find_nothing_wrong_with_the_feed(number: int) -> None:
    found = feedparser.parse(feeds()[number])
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    assert found.entries and found.feed.title and found.feed.subtitle


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("number", [0, 1])
def test_the_feed_keeps_the_rules_of_rfc_4287(number: int) -> None:
    feed = etree.fromstring(feeds()[number])
    entries = feed.xpath("a:entry", namespaces=ATOM)
    assert entries
    for part in [feed, *entries]:
        for name in ("id", "title", "updated"):
            assert len(part.xpath(f"a:{name}", namespaces=ATOM)) == 1, name
        assert MOMENT.fullmatch(part.findtext("a:updated", namespaces=ATOM))
        assert len(part.xpath("a:link[@rel='alternate'][@type='text/html']", namespaces=ATOM)) == 1
        assert all(
            link.get("href").startswith("http") for link in part.xpath("a:link", namespaces=ATOM)
        )
    assert len(feed.xpath("a:author/a:name[text()]", namespaces=ATOM)) == 1
    assert len(feed.xpath("a:link[@rel='self']", namespaces=ATOM)) == 1
    ids = feed.xpath("//a:id/text()", namespaces=ATOM)
    assert len(set(ids)) == len(ids)
    assert all(UUID(each.removeprefix("urn:uuid:")).urn == each for each in ids)
    moments = feed.xpath("a:entry/a:updated/text()", namespaces=ATOM)
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext("a:updated", namespaces=ATOM) == moments[0]
    known = {
        "feed",
        "id",
        "title",
        "subtitle",
        "updated",
        "author",
        "name",
        "link",
        "entry",
        "content",
    }
    assert {etree.QName(element).localname for element in feed.iter()} <= known
    assert {etree.QName(element).namespace for element in feed.iter()} == {ATOM["a"]}


@pytest.mark.usefixtures("site")
def test_the_feed_says_that_this_is_a_draft() -> None:
    assert feedparser.parse(feeds()[0]).feed.subtitle == charter().site.draft_line


def test_names_of_entries_stay_where_the_site_moves_and_where_words_change() -> None:
    area = made_up()
    changes = [
        change.model_copy(update={"title": "Other words", "text": "New text"})
        for change in area.changes.changes
    ]
    reworded = area.model_copy(
        update={"changes": area.changes.model_copy(update={"changes": changes})}
    )
    here, there = (
        etree.fromstring(text.encode())
        for text in (atom(area, SITE), atom(reworded, "https://new.example/area/"))
    )
    assert here.xpath("//a:id/text()", namespaces=ATOM) == there.xpath(
        "//a:id/text()", namespaces=ATOM
    )


def test_a_name_is_made_from_the_id_alone() -> None:
    area = made_up()
    told = {each.uuid for each in news(area)}
    assert {uuid5(area.changes.uuid, change.id) for change in area.changes.changes} < told


def test_two_lists_that_use_the_same_id_do_not_share_a_name() -> None:
    ours = {each.uuid for each in news(charter())}
    theirs = charter().model_copy(
        update={"changes": charter().changes.model_copy(update={"feed": made_up().changes.feed})}
    )
    assert not ours & {each.uuid for each in news(theirs)}


def test_a_pledge_that_was_reworded_is_told_with_both_wordings_and_why() -> None:
    area = made_up()
    reworded = [(pledge, earlier) for pledge in area.pledges for earlier in pledge.history]
    assert reworded
    for pledge, earlier in reworded:
        (told,) = [
            each
            for each in news(area)
            if each.address == f"charter/{pledge.id}/" and earlier.wording in each.text
        ]
        assert told.date == earlier.until + datetime.timedelta(days=1)
        assert earlier.why in told.text and day(earlier.until) in told.text
    newest = next(pledge for pledge, _ in reworded)
    assert any(newest.text in each.text for each in news(area))


def test_each_wording_is_followed_by_the_one_that_took_its_place() -> None:
    area = made_up()
    (pledge,) = [pledge for pledge in area.pledges if pledge.history]
    older = pledge.history[0].model_copy(
        update={"wording": "The very first words.", "until": datetime.date(2025, 6, 1)}
    )
    pledges = [
        each if each != pledge else each.model_copy(update={"history": [*each.history, older]})
        for each in area.pledges
    ]
    told = [each.text for each in news(area.model_copy(update={"pledges": pledges}))]
    assert any(
        "“The very first words.”" in text
        and f"“{pledge.history[0].wording}”" in text
        and pledge.text not in text
        for text in told
    )


@pytest.mark.usefixtures("site")
def test_people_are_told_the_same_as_feed_readers_in_the_same_order() -> None:
    page = site().page("about/changes/")
    changes = news(charter())
    assert len(changes) > 5
    days = [
        (of_day.findtext("p/time"), item)
        for of_day in page.main.xpath(".//ol/li")
        for item in of_day.xpath("ul/li")
    ]
    told = [(when, item.findtext("a"), " ".join(item.findtext("p").split())) for when, item in days]
    assert told == [(day(change.date), change.title, change.text) for change in changes]
    entries = feedparser.parse(feeds()[0]).entries
    assert [(entry.title, entry.content[0].value) for entry in entries] == [
        (change.title, change.text) for change in changes
    ]
    assert [entry.link for entry in entries] == [
        f"{site().address}{change.address}" for change in changes
    ]


def test_no_change_lies_in_the_future_or_before_the_first_draft() -> None:
    dates = [change.date for change in charter().changes.changes]
    assert min(dates) == charter().site.draft_date
    assert max(dates) <= datetime.datetime.now(tz=datetime.UTC).date()


@pytest.mark.usefixtures("site")
@every_page_but_404
def test_each_page_tells_feed_readers_where_the_feed_is(page: Page) -> None:
    (link,) = page.document.xpath("//head/link[@rel='alternate']")
    assert (
        link.get("type") == "application/atom+xml" and link.get("title") == charter().changes.title
    )
    assert (site().folder / link.get("href").removeprefix(site().address)).is_file()


def test_a_change_without_a_name_or_with_a_day_that_is_none_is_told(tmp_path: Path) -> None:
    copied = project.copy(tmp_path)
    file = copied / "data" / "changes.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("date: 2026-11-24", "date: yesterday", 1).replace("feed: ", "feed: x", 1),
        encoding="utf-8",
    )
    ended = project.run(copied, "charter", "check")
    assert ended.status == 1
    assert "Traceback" not in ended.said
    assert re.search(r"data/changes.yml, line \d+, feed: .*uuidgen", ended.said)
    assert re.search(r"data/changes.yml, line \d+, .*date", ended.said)
