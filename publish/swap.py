"""A site is built in a folder of this run alone, and takes the old one's place in one step: a kill
at any moment leaves one of the two there, and whole, and so do two builds at once.
"""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from tempfile import mkdtemp

from charter.our_folders import alone, has_list, list_all, nobody_at_work, why_not_folder

# From Linux's <fcntl.h> and <linux/fs.h>: "from the folder that we are in", and "let the two change
# places".
HERE = -100
EXCHANGE = 2
OLD = "old"


@contextmanager
def workplace(site: Path) -> Iterator[Path]:
    """Where to build what is to become `site`: in a new folder beside it, which goes afterwards.
    What killed runs have left goes first.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f".{escape(site.name)}.*.new"):
        if has_list(left) and not left.is_symlink() and nobody_at_work(left):
            _bring_back(left / OLD, site)
            shutil.rmtree(left, ignore_errors=True)
    own = Path(mkdtemp(prefix=f".{site.name}.", suffix=".new", dir=site.parent))
    try:
        list_all(own)
        with alone(own):
            yield own / site.name
    finally:
        shutil.rmtree(own, ignore_errors=True)


def put_in_place(new: Path, site: Path) -> str:
    """Put a folder from a workplace where `site` is, and leave the old one in the workplace. Or
    tells why that may not be, and does nothing.
    """
    _let_all_read(new)
    list_all(new)
    with alone(site.parent):
        if said := why_not_folder(site):
            return said
        if not (site.exists() and _exchange(new, site)):
            if site.exists():
                site.rename(new.with_name(OLD))
            new.rename(site)
    return ""


def _bring_back(old: Path, site: Path) -> None:
    """Where a system can't let two folders change places, a kill between the two steps leaves none:
    then the old one comes back.
    """
    if old.is_dir() and not site.exists():
        old.rename(site)


def _let_all_read(site: Path) -> None:
    """A web server is another user, and the umask of whoever builds may let nobody else in."""
    for path in (site, *site.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; False where this system can't."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    return (
        rename is not None
        and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
    )
