"""`python -m publish.nginx`: the headers that a built site asks of its host, as nginx takes them. (publish/nginx.conf is the rest.)"""

import sys
from pathlib import Path

from publish.policy import HEADERS

ALL = "/*"


def add_headers(headers: str) -> str:
    """A line for nginx for each header in the text of a file `_headers`.

    Raises:
        ValueError: it says something that nginx could not be told like that.
    """
    first, *lines = headers.splitlines()
    if first != ALL or not all(line.startswith("  ") and ": " in line for line in lines):
        raise ValueError(f"{HEADERS} speaks of other addresses than all. publish/nginx.py knows only {ALL}.")
    told = [line.strip().split(": ", 1) for line in lines]
    if any(sign in value for _, value in told for sign in '"$\\'):
        raise ValueError(f"A value in {HEADERS} holds a sign that nginx reads as its own.")
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in told)


if __name__ == "__main__":
    sys.stdout.write(add_headers((Path("site") / HEADERS).read_text(encoding="utf-8")))
