"""`make transcripts`: have Orca read the pages, and keep what it said. Read the difference before
you commit it.
"""

from a11y.site import serve, use
from tests.project import ROOT
from tests.screen_reader.transcripts import KEPT, PAGES, heard, made_with

if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    use(serve(ROOT / "site"))
    for kind, said in heard().items():
        (KEPT / f"{kind}.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
    (KEPT / "made-with.txt").write_text(made_with() + "\n", encoding="utf-8")
    print(f"{len(PAGES)} transcripts are kept in {KEPT}. Read what changed: git diff {KEPT}")
