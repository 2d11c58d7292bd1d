"""`python -m charter export FOLDER --site ADDRESS`: write open data and the drawings for previews
into a built site.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from charter.api.export import export
from charter.clock import today
from charter.data.load import load
from charter.site.social_cards import previews

HELP = (
    "write open data, and drawings for previews of links, into a folder (the build does it by"
    " itself)"
)


def arguments(parser: ArgumentParser) -> None:
    """A folder, and the address that it will have."""
    parser.add_argument("folder", type=Path, help="the folder of the built site")
    parser.add_argument(
        "--site",
        required=True,
        metavar="ADDRESS",
        help="the site's whole address, with a slash at its end",
    )


def run(given: Namespace) -> str:
    """Write the files, and tell how many; raises ProblemsFound where the data are wrong."""
    charter = load(given.project / "data")
    export(charter, given.site, today(), given.folder)
    drawings = previews(charter)
    for name, text in drawings.items():
        file = given.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return f"Wrote open data and {len(drawings)} drawings into {given.folder}."
