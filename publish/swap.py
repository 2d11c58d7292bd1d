"""A new folder takes the place of an old one in one step, so that a kill at any moment leaves one
of the two there, and whole.
"""

import ctypes
import os
import shutil
from pathlib import Path

# From Linux's <fcntl.h> and <linux/fs.h>: "from the folder that we are in", and "let the two change
# places".
HERE = -100
EXCHANGE = 2


def put_in_place(new: Path, place: Path) -> None:
    """Put `new` where `place` is; what stood there is gone afterwards. Both stand in the same
    folder.
    """
    old = _old(place)
    shutil.rmtree(old, ignore_errors=True)
    if place.exists() and _exchange(new, place):
        new.rename(old)
    else:
        if place.exists():
            place.rename(old)
        new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def bring_back(place: Path) -> None:
    """Where a system can't let two folders change places, a kill between the two steps leaves none:
    then the old one comes back.
    """
    if not place.exists() and _old(place).is_dir():
        _old(place).rename(place)


def _old(place: Path) -> Path:
    return place.with_name(f"{place.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; False where this system can't."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    return (
        rename is not None
        and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
    )
