"""`make transcripts`: have Orca read the pages, and keep what it said. Read the difference before
you commit it.
"""

import re
import sys
from pathlib import Path

from a11y.site import serve, use
from charter import our_files
from charter.command_line import run_command
from charter.problems import Problem, ProblemsFound
from tests.project import ROOT
from tests.screen_reader.transcripts import KEPT, PAGES, heard, made_with


def main() -> int:
    """Write what Orca says, over what it said before."""
    if not (ROOT / "site/index.html").is_file():
        raise ProblemsFound([Problem("site/", 1, "", "no site is built here. Run: make site")])
    use(serve(ROOT / "site"))
    texts = {KEPT / f"{kind}.txt": "\n".join(said) + "\n" for kind, said in heard().items()}
    texts[KEPT / "made-with.txt"] = made_with() + "\n"
    _, refused = our_files.write(texts, KEPT, is_a_transcript)
    if refused:
        raise ProblemsFound(refused)
    print(f"{len(PAGES)} transcripts are kept in {KEPT}. Read what changed: git diff {KEPT}")
    return 0


def is_a_transcript(_: Path, text: str) -> bool:
    """Whether a file begins as Orca does, or says with which Orca: no words of people."""
    return bool(re.match(r"Finished loading |Orca [\d.]+\n\Z|no Orca\n\Z", text))


if __name__ == "__main__":
    sys.exit(run_command(main))
