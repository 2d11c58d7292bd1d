"""Is a postcode covered? The list and its reference in Python, against all the source holds."""

import random
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from charter.map.postcodes import INDEX, Answer, checksum, look_up, meanings, parse, places, read
from charter.problems import ProblemsFound
from charter.site.check import check
from tests.project import ROOT, charter
from tests.sample import edit, sample
from tools.map.make_postcodes import index, source

# Drawn from the rest of the country, always the same ones.
DRAWN, SEED = 5_000, 2026


@cache
def listed() -> Mapping[str, str]:
    """The list of this checkout."""
    return read(ROOT / "docs" / INDEX, "the list")


@cache
def known() -> dict[str, str]:
    """Postcode, in one word, and code of its district, for all in the source that are or were ever
    of today's form.
    """
    return {
        joined: code
        for postcode, code in source().items()
        if not (joined := postcode.replace(" ", "")).startswith(("NPT", "GIR"))
    }


@cache
def touching() -> frozenset[str]:
    """The postcode districts with a postcode in one of our places."""
    ours = {place.code for place in charter().area.places}
    return frozenset(postcode[:-3] for postcode, code in known().items() if code in ours)


def right(postcode: str) -> Answer:
    """The answer that the source itself gives."""
    places = {
        known_place.code: (kind, known_place.id)
        for kind, listed_places in (
            ("covered", charter().area.districts),
            ("neighbour", charter().area.neighbours),
        )
        for known_place in listed_places
    }
    kind, place = places.get(known()[postcode], ("elsewhere", ""))
    return Answer(kind, f"{postcode[:-3]} {postcode[-3:]}", place)


def near() -> list[str]:
    """Every postcode with a district code, in the postcode districts that touch our places."""
    return [it for it, code in known().items() if code and it[:-3] in touching()]


def far() -> list[str]:
    """Some of the rest."""
    rest = [it for it, code in known().items() if code and it[:-3] not in touching()]
    return random.Random(SEED).sample(rest, DRAWN)


def ended() -> list[str]:
    """Postcodes of our postcode districts that the source knows, but gives no district code."""
    return [it for it, code in known().items() if not code and it[:-3] in touching()]


def kinds(postcodes: list[str]) -> set[str]:
    return {look_up(listed(), postcode).kind for postcode in postcodes}


@pytest.mark.slow
def test_every_postcode_near_our_places_and_those_drawn_from_the_rest_get_the_right_answer() -> (
    None
):
    asked = near()
    assert len(asked) > 70_000
    assert {right(postcode).kind for postcode in asked} == {"covered", "neighbour", "elsewhere"}
    assert [it for it in [*asked, *far()] if look_up(listed(), it) != right(it)] == []


@pytest.mark.slow
def test_we_cannot_tell_where_postcodes_are_that_the_source_knows_no_district_of() -> None:
    some = [f"{it}0{one}{other}" for it in touching() for one in "ABXZ" for other in "ABXZ"]
    unknown = [postcode for postcode in some if postcode not in known()]
    assert len(ended()) > 100 and len(unknown) > 100
    assert kinds([*ended(), *unknown, "ZQ1 1AA", "BN91 1AA", "W1Z 1AA"]) == {"unknown"}


@pytest.mark.weekly
def test_the_list_is_what_the_source_and_the_data_make() -> None:
    lines = index(charter().area, source())
    assert (ROOT / "docs" / INDEX).read_text(encoding="ascii").splitlines() == [
        *lines,
        f"end {checksum(lines)}",
    ]


READ_AS = {
    "ME14 1XQ": [
        "ME14 1XQ",
        "me141xq",
        "  mE1 41 xQ\t",
        "ME14\u00a01XQ",
        "ME14-1XQ.",
        "ＭＥ１４ １ＸＱ",
    ],
    "CT1 1AA": ["CT11AA"],
    "CT11 1AA": ["CT111AA"],
    "W1A 1AA": ["W1A1AA", "WIA 1AA"],
    "EC1A 1BB": ["EC1A 1BB"],
    "M1 1AE": ["M11AE", "MI 1AE"],
    "ME10 1AA": ["ME1O 1AA"],
    "CT1 2EH": ["CTI 2EH"],
    "TN12 0AA": ["TN12 OAA"],
    "OX1 1AA": ["0X1 1AA"],
    "CO1 1AA": ["C01 1AA", "CO1 1AA"],
}
READ_AS["ME14 1XQ"] += [
    *("mel4 1xq", '"ME14 1XQ"', "(ME14 1XQ);", "ME14\u20131XQ", "ME14/1XQ", "\u202aME14 1XQ\u202c"),
    *("Sessions House, County Road, Maidstone ME14 1XQ", "1 High Street,ME141XQ.", "at mel4 1xq"),
    *("\u0301" * 200_000 + "ME14 1XQ", "Flat 2\nThe Mount\nME 14 1XQ"),
]
NOT_POSTCODES = {
    "empty": ["", " ", "\u200b", "👋🏽", "—", "\u0301" * 200_000],
    "half": ["ME14", "CT1", "me 14", "ME14 1", "ME14-", "w1a"],
    "name": ["Riverdale", "C", "constructor", "{postcode}", "St Mary's Bay", "Мейдстон"],
    "not-a-postcode": [
        *("12345", "CT1 1A", "CT1 1AAA", "CT1 AAA", "CT1 1CI", "12 High Street", "ME14 1X["),
        *("1CT 1AA", "ABC1 1AA", "CT00 1AA", "CT1 1AA and more", "<b>CT1 1AA</b>"),
        *("CT١ 1AA", "ſW1A 1A", "CT1 1AÅ", "МE14 1XQ"),  # the last starts with a Cyrillic letter
    ],
}
# What has no meaning in a postcode, wherever it comes from: blanks, dashes, signs, marks, and what
# can't be seen.
MEANINGLESS = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
    and unicodedata.category(chr(code))[0] in "ZPCM"
]


@pytest.mark.parametrize("read_as", READ_AS)
def test_any_spacing_and_case_and_common_slips_are_read(read_as: str) -> None:
    read = {typed[-40:]: str(parse(typed)) for typed in READ_AS[read_as]}
    assert set(read.values()) == {read_as}, read


@pytest.mark.parametrize("kind", NOT_POSTCODES)
def test_what_has_not_the_shape_of_a_postcode_is_answered_by_what_it_is(kind: str) -> None:
    answers = {typed[:40]: look_up(listed(), typed).kind for typed in NOT_POSTCODES[kind]}
    assert set(answers.values()) == {kind}, answers


def test_no_sign_and_nothing_unseen_keeps_a_postcode_from_being_read() -> None:
    assert {"\ufeff", "\x85", "\x1c", "\u180e", "\u2011"} <= set(MEANINGLESS)
    ways = [f"{it}ME14{it}1XQ{it}" for it in [*MEANINGLESS, "\u3164", "\u2800"]]
    assert [way for way in ways if str(parse(way)) != "ME14 1XQ"] == []


def test_the_list_names_the_places_of_the_data_and_no_others() -> None:
    assert places(listed()) == set(meanings(charter().area).values())


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (None, "is missing or can't be read"),
        (b"", "this is not a list of postcodes"),
        (b"<!doctype html>", "this is not a list of postcodes"),
        (b"postcodes 2\nend 0\n", "this is not a list of postcodes"),
        (b"postcodes 1\nend 0\n", "is damaged: the checksum in its last line does not fit"),
        (b"postcodes 1\n\xff\n", "is damaged: it holds strange characters"),
    ],
    ids=["missing", "empty", "another file", "another form", "wrong checksum", "not text"],
)
def test_a_damaged_list_stops_the_build_with_a_remedy(
    damage: bytes | None, said: str, tmp_path: Path
) -> None:
    sample(tmp_path)
    file = tmp_path / "docs" / INDEX
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    with pytest.raises(
        ProblemsFound,
        match=r"docs/area/postcodes.txt, line \d: .*python -m tools.map.make_postcodes",
    ) as found:
        check(tmp_path)
    assert said in str(found.value)


def test_one_changed_or_lost_character_is_damage(tmp_path: Path) -> None:
    whole = (ROOT / "docs" / INDEX).read_bytes()
    file = tmp_path / "list.txt"
    for place in random.Random(SEED).sample(range(len("postcodes 1\n"), len(whole)), 50):
        for spoiled in (whole[:place] + b"7" + whole[place + 1 :], whole[:place]):
            if spoiled not in (whole, whole.rstrip(b"\n")):
                file.write_bytes(spoiled)
                with pytest.raises(ProblemsFound):
                    read(file, "the list")


def test_a_place_that_the_list_does_not_have_stops_the_build(tmp_path: Path) -> None:
    edit(sample(tmp_path), "area.yml", "id: otherdale", "id: valley")
    with pytest.raises(ProblemsFound, match="list and data do not have the same places"):
        check(tmp_path)
