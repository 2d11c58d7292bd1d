"""`python -m publish.nginx`: the headers that a built site asks of its host, as nginx takes them.
(publish/nginx.conf is the rest.)
"""

import sys
from pathlib import Path

from charter.command_line import run_command
from publish.gates.csp import ALL, HEADERS

Blocks = dict[str, dict[str, str]]


def blocks(headers: str) -> Blocks:
    """What the text of a file `_headers` says: for each address, such as /*, the headers by name.

    Raises:
        ValueError: a line is neither an address nor a header below one.
    """
    found: Blocks = {}
    for line in headers.splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif found and line.startswith("  ") and ": " in line:
            name, value = line.strip().split(": ", 1)
            found[next(reversed(found))][name] = value
        else:
            raise ValueError(
                f"{HEADERS} has a line that is neither an address nor a header: {line}"
            )
    return found


def add_headers(headers: str) -> str:
    """The text of a file `_headers` as lines for nginx, to stand in a server block.

    A header for some addresses only is a variable, which is empty elsewhere: nginx leaves out a
    header without a value.
    (An add_header in a location would switch off all others there.)

    Raises:
        ValueError: it says something that nginx could not be told like that.
    """
    found = blocks(headers)
    if any(sign in value for told in found.values() for value in told.values() for sign in '"$\\'):
        raise ValueError(f"A value in {HEADERS} holds a sign that nginx reads as its own.")
    return "".join(
        _header(name, value) if address == ALL else _header_below(address, name, value)
        for address, told in found.items()
        for name, value in told.items()
    )


def _header(name: str, value: str) -> str:
    return f'add_header {name} "{value}" always;\n'


def _header_below(address: str, name: str, value: str) -> str:
    folder = address.removesuffix("*")
    if not (address.endswith("/*") and folder.strip("/").isalnum()):
        raise ValueError(
            f"{HEADERS} speaks of {address}. publish/nginx.py knows only {ALL} and folders such as"
            " /api/*."
        )
    variable = f"$of_{folder.strip('/')}_{name.replace('-', '_').lower()}"
    set_it = f'set {variable} "";\nif ($uri ~ ^{folder}) {{ set {variable} "{value}"; }}\n'
    return f"{set_it}add_header {name} {variable} always;\n"


def main() -> int:
    """Print the lines for the built site."""
    sys.stdout.write(add_headers((Path("site") / HEADERS).read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
