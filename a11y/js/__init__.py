"""Scripts that run in the open page, one a file: what a check asks, as a function's body. They
take `arguments`, and return what they found.
"""

from pathlib import Path


def script(name: str) -> str:
    """The text of a script."""
    return Path(__file__).with_name(f"{name}.js").read_text(encoding="utf-8")
