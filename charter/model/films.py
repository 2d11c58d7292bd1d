"""Films in British Sign Language (`films/`). Each says who made it and who checked it, as the NHS's
quality assurance standard for BSL asks: a film that can't is not shown (decision 48)."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from charter.model.fields import PastDay, Text, shaped
from charter.model.recordings import NAME, Played
from charter.model.records import Record

NOT_DEAF_LED = (
    "only a supplier that Deaf people lead can vouch for a film. Have it checked by one, name that"
    " one here, and write true"
)


def _deaf_led(given: bool) -> bool:
    if not given:
        raise ValueError(NOT_DEAF_LED)
    return given


class Supplier(Record):
    """Who made the film, or vouches for it."""

    name: Text = Field(description="The name of the organisation.")
    deaf_led: Annotated[bool, AfterValidator(_deaf_led)]
    """Whether Deaf people lead it. Ask, and write true. Films of other suppliers are refused."""


class Registered(Record):
    """Somebody who is registered for sign language. No name: the register has it."""

    work: Literal["translator", "interpreter"]
    """Registered as what: a sign language translator or interpreter."""
    registered_with: Text
    """The register, in full with its short form: National Registers of Communication Professionals
    working with Deaf and Deafblind People (NRCPD)."""
    number: Text = Field(description="The number in that register, in quotes.")
    looked_up: PastDay
    """The day on which you found the number in the register, without quotes: 2027-05-03."""


class Film(Played):
    """Words of the charter in British Sign Language. The film is a file in docs/films/."""

    FOLDER = "films"
    file: Annotated[str, shaped(NAME + "mp4", "welcome.mp4 (a file in docs/films/)")]
    """The name of the file in docs/films/, which ends in .mp4: any phone plays these."""
    poster: (
        Annotated[
            str, shaped(NAME + "(jpg|jpeg|png|webp)", "welcome.jpg (a picture in docs/films/)")
        ]
        | None
    ) = None
    """A picture in docs/films/ that stands there before the film starts. It loads with the page, so
    keep it small. Leave it out for none."""
    captions: Annotated[str, shaped(NAME + "vtt", "welcome.vtt (a file in docs/films/)")] | None = (
        None
    )
    """A file in docs/films/ with English captions to switch on (WebVTT). It has to be there if
    somebody speaks in the film. Leave it out for none."""
    supplier: Supplier = Field(description="Who made the film, or vouches for it.")
    translator: Registered
    """Who translated it into British Sign Language and signs it in the film."""
    checker: Registered
    """Who checked that the signing is right and clear: somebody else than the translator."""
