"""What takes long to make, and is the same whenever it is made of the same, is kept between runs: a
cache by content, in the folder that Jinja has for this user alone.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from jinja2 import FileSystemBytecodeCache


def kept(made_of: bytes, make: Callable[[], bytes]) -> bytes:
    """What was made of the same before, or else is made now. What can't be kept or read, or was
    damaged, is made anew.
    """
    try:
        folder = Path(FileSystemBytecodeCache().directory)
    except (RuntimeError, OSError):  # the folder belongs to somebody else, or can't be made
        return make()
    file = folder / f"{sha256(made_of).hexdigest()}.kept"
    with suppress(OSError):
        digest, _, content = file.read_bytes().partition(b"\n")
        if sha256(content).hexdigest().encode() == digest:
            return content
    content = make()
    with suppress(OSError):
        new = file.with_suffix(f".{secrets.token_hex(4)}")
        new.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
        new.replace(file)
    return content
