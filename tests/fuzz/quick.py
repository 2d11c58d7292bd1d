"""What makes runs quick: what no run changes is read once. A file that was spoilt is always read by the charter itself."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from charter.data import yaml_reader
from charter.site import docs_pages, pages


@contextmanager
def quick(good: Path, docs: Path) -> Iterator[None]:
    """Remember how each good file of data was read, and what there is to say of pages in docs/."""
    read = yaml_reader.read
    contents = [file.read_bytes() for file in good.rglob("*") if file.suffix in (".yml", ".json")]
    remembered = {content: read(content) for content in contents}
    mistakes, titles = docs_pages.mistakes(docs, pages.OFFERED), docs_pages.titles(docs)
    with ExitStack() as stack:
        stack.enter_context(
            patch.object(
                yaml_reader, "read", lambda raw, room=1: remembered.get(raw) or read(raw, room)
            )
        )
        stack.enter_context(patch.object(docs_pages, "mistakes", lambda *_: list(mistakes)))
        stack.enter_context(patch.object(docs_pages, "titles", lambda *_: titles))
        yield
