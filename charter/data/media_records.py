"""What a recording or film can't tell by itself: whether its language is known, whether two people
made it sure, and whether readers find it among the formats."""

from collections.abc import Iterator

from charter.model import Charter
from charter.model.recordings import ENGLISH
from charter.model.records import Loc

NO_LANGUAGE = (
    'no language in translations/ is called "{}". Write en-GB for English, or begin that language'
    " first"
)
NOBODY_ELSE = (
    'the translator has the number "{}" too. Somebody else has to check a film: write down who did'
)
NOT_LISTED = (
    "no format has it, so nobody finds it. In formats.yml, write of: {} below the format that it is"
)


def mistakes(charter: Charter) -> Iterator[tuple[Loc, str]]:
    """What is wrong with recordings and films, and where."""
    languages = {ENGLISH, *(each.id for each in charter.translations)}
    for at, recording in enumerate(charter.recordings):
        if recording.language not in languages:
            yield ("recordings", at, "language"), NO_LANGUAGE.format(recording.language)
    for at, film in enumerate(charter.films):
        if film.checker.number == film.translator.number:
            yield ("films", at, "checker", "number"), NOBODY_ELSE.format(film.checker.number)
    listed = {each.of for each in charter.formats}
    for name in ("recordings", "films"):
        if charter.formats and getattr(charter, name) and name not in listed:
            yield (name, 0, "id"), NOT_LISTED.format(name)
