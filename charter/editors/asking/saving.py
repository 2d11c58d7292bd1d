"""New texts of files in `data/`: written only if the whole data set is in order with them."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from charter.data.load import load
from charter.editors import sync
from charter.model import Charter
from charter.site import docs_stubs


def tried(project: Path, texts: dict[str, str]) -> Charter:
    """The charter as it would be with these texts, by file below `data/`. Nothing of the project is changed.

    Raises:
        ProblemsFound: the data would not be in order.
    """
    with TemporaryDirectory() as folder:
        data = Path(folder, "data")
        shutil.copytree(project / "data", data)
        for file, text in texts.items():
            (data / file).write_text(text, encoding="utf-8", newline="\n")
        return load(data)


def save(project: Path, texts: dict[str, str], charter: Charter) -> list[str]:
    """Write these texts in their order, then the pages that they need; tells what was written. No file is ever half written.

    `charter` is what `tried` gave for them.
    """
    for file, text in texts.items():
        beside = project / "data" / f"{file}.new"
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(project / "data" / file)
    told = [f"wrote data/{file}" for file in texts]
    return told + docs_stubs.sync(charter, project / "docs") + sync.sync(charter, project / "data")
