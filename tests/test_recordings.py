"""Recordings and films: what is there shows up by itself, and a file that is not what its record
says is told. (mistakes.yml has what a record may not say.)
"""

import datetime
import shutil
from pathlib import Path

import pytest
from lxml import html

from charter.data.load import load
from charter.site.check import check
from charter.site.media_files import MEGABYTE, MOST
from charter.site.pages import OFFERED, Here
from charter.site.pages import Page as Drawn
from charter.todo import gaps
from tests import project
from tests.drawn import DAY, drawn, words
from tests.sample import edit, refused, sample, with_pages

SOUND, FILM = "recordings/promises-aloud", "films/promises-signed"
MISSING = ["British Sign Language", "Audio"]


def whole(page: str, data: Path, *given: str) -> Drawn:
    """A page of a record, with what it says to its head."""
    made = OFFERED[page](load(data), Here("../../", "https://x.example/", DAY), *given)
    assert isinstance(made, Drawn)
    return made


def drawn_record(page: str, data: Path, id_: str) -> str:
    """The words of a record's page."""
    return words(html.fromstring(whole(page, data, id_).html))


def without(data: Path) -> Path:
    """The made-up area before anybody has recorded or filmed anything."""
    for folder in ("recordings", "films"):
        shutil.rmtree(data / folder)
    return data


def in_arabic(data: Path) -> Path:
    """The recording is in Arabic, which the area has as a language."""
    edit(data, f"{SOUND}.yml", "language: en-GB", "language: ar")
    edit(data, f"{SOUND}.yml", "of: charter/", "of: ar/")
    return data


def missing(data: Path) -> list[str]:
    """What the list of gaps says of formats."""
    rows = [kind for act in gaps(load(data), DAY) for kind in act.kinds]
    return [gap.name for kind in rows if "formats" in kind.name for gap in kind.gaps]


def test_here_there_is_none_and_both_are_shown_as_missing_once() -> None:
    charter = project.charter()
    if charter.recordings or charter.films:
        pytest.skip("there is one")
    assert charter.film is None
    assert [each.name for each in charter.formats_for("not yet")][:2] == MISSING
    assert charter.formats_for("to play") == []


def test_what_there_is_moves_from_not_yet_by_itself_and_keeps_its_address(tmp_path: Path) -> None:
    data = sample(tmp_path)
    there = drawn(data, "formats")
    assert there.xpath(".//section[h2/@id='play']//li[h3]/@id") == ["read-aloud", "signed"]
    assert there.xpath(".//section[h2/@id='not-yet']//li/@id") == ["audio"]
    assert missing(data) == ["Audio"]
    before = drawn(without(data), "formats")
    assert before.xpath(".//h2/@id") == ["ready", "not-yet"]
    assert before.xpath(".//section[2]//li/@id") == ["audio", "read-aloud", "signed"]
    assert missing(data) == ["Audio", "Read aloud", "Signed"]


def test_the_list_says_how_long_each_is_before_anybody_opens_it(tmp_path: Path) -> None:
    page = drawn(sample(tmp_path), "formats")
    assert [words(each) for each in page.xpath(".//section[h2/@id='play']//li/ul/li")] == [
        "The promises, read aloud: 1 minute 5 seconds.",
        "The promises, signed: 2 minutes.",
    ]
    sizes = page.xpath(".//section[h2/@id='play']//@data-size")
    assert sizes == [f"{SOUND}.mp3", f"{FILM}.mp4"]


def test_a_film_says_who_made_it_who_translated_it_and_who_checked_it(tmp_path: Path) -> None:
    page = drawn_record("film", sample(tmp_path), "promises-signed")
    for said in (
        "Riverdale Signs, which is led by Deaf people, on 6 April 2026.",
        "Translated and signed by a registered sign language translator. Made-up Register (MUR),"
        " number 1001, looked up on 1 April 2026.",
        "Checked by a registered sign language interpreter. Made-up Register (MUR), number 2002,"
        " looked up on 2 April 2026.",
    ):
        assert said in page


def test_a_recording_says_who_reads_by_role_when_and_which_version(tmp_path: Path) -> None:
    data = sample(tmp_path)
    page = drawn_record("recording", data, "promises-aloud")
    assert "Read by a baker on 5 April 2026. It has the words of draft 2." in page
    assert "changed since" not in page
    edit(data, f"{SOUND}.yml", "version: draft 2", "version: draft 1")
    assert (
        "It has the words of draft 1. They have changed since: now the charter is draft 2."
        in drawn_record("recording", data, "promises-aloud")
    )


def test_a_recording_goes_by_its_language_and_its_words_are_marked(tmp_path: Path) -> None:
    data = in_arabic(sample(tmp_path))
    page = whole("recording", data, "promises-aloud")
    assert page.head["title"] == "The promises, read aloud, in Arabic"
    assert '<div class="repeated" lang="ar" dir="rtl">' in page.html
    assert f'Listen to <a href="../../ar/">{load(data).in_short.title}</a>.' in page.html
    assert "The promises, read aloud, in Arabic: 1 minute" in words(drawn(data, "formats"))


def test_other_languages_are_no_longer_missing_once_there_is_one(tmp_path: Path) -> None:
    data = sample(tmp_path)
    languages = "- id: tongues\n  name: Tongues\n  what: Others.\n  state: not yet\n"
    with (data / "formats.yml").open("a", encoding="utf-8") as file:
        file.write(f"{languages}  of: translations\n")
    at = ".//section[h2/@id='{}']//li[@id='tongues']"
    assert drawn(data, "formats").xpath(at.format("ready"))
    (data / "translations/ar.po").unlink()
    assert drawn(data, "formats").xpath(at.format("not-yet"))


def test_the_newest_film_and_the_recordings_of_a_page_can_be_asked_for(tmp_path: Path) -> None:
    data = sample(tmp_path)
    text = (data / f"{FILM}.yml").read_text(encoding="utf-8")
    newer = text.replace("promises-signed\n", "newer\n").replace("2026-04-06", "2026-05-06")
    (data / "films/newer.yml").write_text(newer, encoding="utf-8")
    charter = load(data)
    assert charter.film and (charter.film.id, charter.film.page) == ("newer", "films/newer/")
    assert charter.film.date == datetime.date(2026, 5, 6)
    assert [each.page for each in charter.recordings_of("charter/")] == [f"{SOUND}/"]
    assert charter.recordings_of("easy-read/") == []


def test_one_that_is_out_of_use_keeps_its_page_and_is_missing_again(tmp_path: Path) -> None:
    area = with_pages(tmp_path)
    out = "\nretired:\n  since: 2026-05-01\n  why: The promises have changed.\n"
    with (area / f"data/{FILM}.yml").open("a", encoding="utf-8") as file:
        file.write(out)
    charter = check(area)
    assert charter.film is None and "Signed" in missing(area / "data")
    page = whole("retired", area / "data", f"{FILM}/").html.replace("</time>", "")
    assert "1 May 2026." in page and "This film hasn't been in use since" in page
    assert 'href="../../formats/"' in page


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """The made-up area with its pages, a recording and a film."""
    return with_pages(tmp_path)


def test_a_file_that_is_named_and_not_there_is_told(area: Path) -> None:
    assert check(area).recordings
    for name in (f"{SOUND}.mp3", f"{FILM}.png", f"{FILM}.vtt"):
        (area / "docs" / name).unlink()
    said = refused(check, area)
    where = "data/recordings/promises-aloud.yml, line 11, file: there is no file docs/{}. Put it"
    assert where.format(f"{SOUND}.mp3") in said
    assert f"line 10, poster: there is no file docs/{FILM}.png" in said
    assert f"line 11, captions: there is no file docs/{FILM}.vtt" in said
    assert said.count("there is no file") == 3


def test_a_file_that_is_there_and_not_named_is_told(area: Path) -> None:
    (area / "docs/recordings/more.mp3").write_bytes(b"ID3")
    shutil.copy(area / f"docs/{FILM}.mp4", area / "docs/films/more.mp4")
    said = refused(check, area)
    assert "docs/recordings/more.mp3, line 1: no record in data/recordings/ names this file" in said
    assert "Run: python -m charter new recording ID" in said
    assert "docs/films/more.mp4, line 1: no record in data/films/ names this file" in said


def test_a_file_that_is_too_big_is_told_in_megabytes(area: Path) -> None:
    with (area / f"docs/{FILM}.mp4").open("r+b") as file:
        file.truncate(MOST * MEGABYTE)
    assert check(area).films
    with (area / f"docs/{FILM}.mp4").open("r+b") as file:
        file.truncate(MOST * MEGABYTE + 200_000)
    assert f"docs/{FILM}.mp4, line 1: this file has 25.2 megabytes, and 25 is the limit" in refused(
        check, area
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"<!DOCTYPE html>", b"version https://git-lfs.github.com/spec/v1\n", b"RIFF....WAVE"],
    ids=["nothing", "a page", "a stand-in of git", "another kind"],
)
def test_a_file_that_is_something_else_is_told(content: bytes, area: Path) -> None:
    (area / f"docs/{SOUND}.mp3").write_bytes(content)
    (area / f"docs/{FILM}.mp4").write_bytes(content)
    said = refused(check, area)
    assert f"docs/{SOUND}.mp3, line 1: this is no MP3 file, whatever its name says" in said
    assert f"docs/{FILM}.mp4, line 1: this is no MP4 file, whatever its name says" in said


@pytest.mark.parametrize(
    "name", ["charter/hello.mp3", "recordings/hello.ogg", "films/hello.webm", "films/hello.mp3"]
)
def test_a_file_in_another_place_or_form_is_told(name: str, area: Path) -> None:
    (area / "docs" / name).write_bytes(b"ID3")
    said = refused(check, area)
    assert (
        f"docs/{name}, line 1: recordings end in .mp3 or .m4a and lie in docs/recordings/" in said
    )
    assert "films end in .mp4 and lie in docs/films/" in said
