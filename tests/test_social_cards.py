"""What other sites show with a link to a page of ours: its title, its description with the draft
line, and a light picture.
"""

import io
import zipfile
from functools import cache

import pytest
from PIL import Image

from a11y.site import Page, site
from charter.site.social_cards import EVERYBODY, SHOWN, previews
from tests import addresses
from tests.fixtures import every_page_to_share
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site")

SIZE = (1200, 630)
# So much a picture may weigh, in bytes.
MOST = 40_000
PICTURES = addresses.social_card_names()
every_picture = pytest.mark.parametrize("name", PICTURES)


def said(page: Page, name: str) -> str:
    """What one property in a page's head says."""
    (found,) = page.document.xpath(
        "//head/meta[@property=$name or @name=$name]/@content", name=name
    )
    return str(found)


@cache
def picture(name: str) -> Image.Image:
    return Image.open(site().folder / "previews" / f"{name}.png")


@every_page_to_share
def test_each_page_says_its_own_title_and_description_with_the_draft_line(page: Page) -> None:
    assert page.document.xpath("string(//title)").startswith(f"{said(page, 'og:title')} | ")
    assert (
        said(page, "og:description") == f"{charter().site.draft_line}. {said(page, 'description')}"
    )
    assert said(page, "og:site_name") == charter().site.name
    assert said(page, "og:url") == f"{site().address}{page.path}"
    assert said(page, "og:type") == ("article" if page.path else "website")
    assert said(page, "twitter:card") == "summary_large_image"


@every_page_to_share
def test_each_page_names_a_picture_that_is_there_and_says_what_it_shows(page: Page) -> None:
    address = said(page, "og:image")
    assert address.startswith(f"{site().address}previews/") and address.endswith(".png")
    name = address.rsplit("/", 1)[1].removesuffix(".png")
    assert name in PICTURES
    assert said(page, "og:image:alt") == SHOWN[name]
    assert (said(page, "og:image:width"), said(page, "og:image:height")) == tuple(map(str, SIZE))
    assert (said(page, "og:image:type"), said(page, "og:locale")) == ("image/png", "en_GB")


def test_a_pledge_has_the_picture_of_its_value() -> None:
    for pledge in charter().pledges:
        look = charter().values[pledge.value].look
        assert (
            said(site().page(f"charter/{pledge.id}/"), "og:image")
            == f"{site().address}previews/{look}.png"
        )


def test_no_picture_is_made_that_no_page_names() -> None:
    made = sorted(file.stem for file in (site().folder / "previews").iterdir())
    assert made == PICTURES
    assert set(PICTURES) == {
        said(page, "og:image").rsplit("/", 1)[1].removesuffix(".png")
        for page in map(site().page, addresses.to_share())
    }
    assert len(PICTURES) == 1 + len(
        {charter().values[pledge.value].look for pledge in charter().pledges}
    )


@every_picture
def test_a_picture_is_light_and_has_the_size_that_other_sites_ask_for(name: str) -> None:
    file = site().folder / "previews" / f"{name}.png"
    assert picture(name).size == SIZE
    assert picture(name).format == "PNG"
    assert file.stat().st_size <= MOST


def light(colour: tuple[int, ...]) -> float:
    """How light a colour is, as the guidelines count it (relative luminance)."""
    parts = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@every_picture
def test_what_a_picture_shows_stands_out_from_its_ground(name: str) -> None:
    """The icon of a value by 7 to 1. In the drawing of everybody, the darkest tenth of all dots by
    3 to 1.
    """
    dots = picture(name).convert("RGB")
    ground = dots.getpixel((5, 5))
    assert isinstance(ground, tuple)
    icon = dots.crop((60, 60, 312, 312)) if name != EVERYBODY else dots
    counted = sorted(
        (light(colour), count)
        for count, colour in icon.getcolors(1_000_000) or []
        if isinstance(colour, tuple)
    )
    needed, share = (7, 0.03) if name != EVERYBODY else (3, 0.1)
    dark = sum(
        count
        for lightness, count in counted
        if (light(ground) + 0.05) / (lightness + 0.05) >= needed
    )
    assert dark >= share * sum(count for _, count in counted)


def test_pictures_differ_from_each_other() -> None:
    assert len({picture(name).convert("RGB").tobytes() for name in PICTURES}) == len(PICTURES) > 2


@every_picture
def test_no_drawing_was_left_without_the_colours_of_its_roles(name: str) -> None:
    """A part without a colour would be black: no role has that colour, so next to no dot may have
    it.
    """
    dots = picture(name).convert("RGB")
    black = sum(count for count, colour in dots.getcolors(1_000_000) or [] if colour == (0, 0, 0))
    assert black < 0.001 * SIZE[0] * SIZE[1]


def test_drawings_hold_no_words_so_that_no_font_is_needed() -> None:
    drawings = previews(charter())
    assert len(drawings) == len(PICTURES)
    assert not [
        name for name, drawing in drawings.items() if "<text" in drawing or "font" in drawing
    ]


def test_no_reader_loads_a_picture_and_no_copy_takes_it_along() -> None:
    for page in site().pages:
        assert not page.document.xpath(
            "//@src[contains(., 'previews/')] | //@href[contains(., 'previews/')]"
        )
    packed = zipfile.ZipFile(io.BytesIO((site().folder / "formats/charter.zip").read_bytes()))
    assert packed.namelist() and not [name for name in packed.namelist() if "previews/" in name]
    assert "previews/" not in (site().folder / "sw.js").read_text(encoding="utf-8")
