"""Is what became of spoilt data right? A correct site, or every problem told in words that help."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from charter.model import Charter
from charter.model.page_words import LINK
from charter.problems import Problem, ProblemsFound
from charter.site import check
from publish.gates import links
from publish.gates.addresses import PROMISED
from publish.site import Built, Page
from tests.fuzz import seen, written
from tests.fuzz.drawn import Drawing
from tests.fuzz.mutations import NO_DATA, Planted
from tests.project import ROOT
from tests.test_words_of_data import NOT_TEXT

SITE, TOLD = "site", "told"
# No page shows what stands here: a program wrote it, or only checks read it.
UNSEEN_FILES = ("area/districts.geojson", "evidence.json", "answers/counts.yml", "words.yml")
# A problem says what to do, in one of these words.
REMEDY = re.compile(
    r"\b(Add|Check|Choose|Correct|Delete|Did you mean|Here you can|Join|Keep|Leave|Make|Mend|Move|Put|Rename|Run|Save|Say|Start|Take"
    r"|The fields are|The pieces are|Use|Write|take it out|make it again|must be in quotes|must start|write|may stand only once)\b"
    r"|is opened here and never closed"
)
# What only a program's maker understands.
JARGON = re.compile(
    r"Input should|Traceback|<class|object at 0x|this is not written as YAML \(|pydantic|Misread|NoneType|while (scanning|parsing)"
    r"|ValidationError"
)
LONGEST_MESSAGE = 600
# Numbers and days, which pages may say in other words.
FIGURES = re.compile(r"-?\d+|\d{4}-\d\d-\d\d|true|false|null|~")
STUBS = re.compile(r"Run: python -m charter sync|It holds text of its own")
KEEP = 400


@dataclass
class Verdict:
    """How a run ended, and all that was bad about it, each as a kind and what it was."""

    outcome: str
    bad: list[tuple[str, str]] = field(default_factory=list)
    problems: int = 0


class Judge:
    """Judges one project after another in the same place, whose data change. Remembers pages that it has looked at already."""

    def __init__(self, project: Path) -> None:
        self.data = project / "data"
        self.project = project
        self.drawing = Drawing(project)
        self.looked_at: dict[tuple[str, str, str], seen.Page] = {}
        self.promised = set((ROOT / PROMISED).read_text(encoding="utf-8").split())
        self.found_on: dict[str, str] = {}
        self.read: dict[bytes, list[str]] = {}

    def judge(self, planted: Sequence[Planted]) -> Verdict:
        """Check the data as they are now and, where they pass, draw and read every page."""
        try:
            charter = check.check(self.project)
        except ProblemsFound as found:
            bad = [("not helpful", each) for each in self._unhelpful(found)]
            return Verdict(TOLD, bad, len(found.problems))
        pages = self.pages(charter)
        if dead := list(seen.dead_links(pages, self.promised)):
            # Nobody publishes them, but `make serve` shows them: nothing on them may be alive or lost either.
            return Verdict(
                TOLD, self._untold(dead, charter) + self.judge_pages(pages, planted), len(dead)
            )
        return Verdict(SITE, self.judge_pages(pages, planted))

    def _untold(self, dead: list[tuple[str, str]], charter: Charter) -> list[tuple[str, str]]:
        """Dead links that `publish` does not tell of, when it reads these pages."""
        drawn = {
            f"/{source.address}": self.drawing.html(source)
            for source in self.drawing.sources(charter)
        }
        told = links.wrong(
            Built(self.project, {address: Page(address, html) for address, html in drawn.items()})
        )
        unsaid = [
            (address, link)
            for address, link in dead
            if f"  /{address} links to /{link}" not in told
        ]
        return [
            ("broken", f"{address or 'home'}: a dead link to {link!r}") for address, link in unsaid
        ]

    def judge_pages(
        self, pages: dict[str, seen.Page], planted: Sequence[Planted]
    ) -> list[tuple[str, str]]:
        """What is wrong with pages, but for dead links."""
        bad = [
            ("alive", f"{address or 'home'}: {what}")
            for address, page in pages.items()
            for what in page.alive
        ]
        bad += [
            ("broken", f"{address or 'home'}: {what}")
            for address, page in pages.items()
            for what in page.broken
        ]
        return bad + [("lost", what) for what in self._lost(pages, planted)]

    def pages(self, charter: Charter) -> dict[str, seen.Page]:
        """Every page of a charter, drawn and read."""
        found = {}
        for source in self.drawing.sources(charter):
            key = (source.address, source.text, source.head)
            if key not in self.looked_at:
                self.looked_at[key] = seen.page(source.address, self.drawing.html(source))
            found[source.address] = self.looked_at[key]
        while len(self.looked_at) > KEEP:
            self.looked_at.pop(next(iter(self.looked_at)))
        return found

    def _lost(self, pages: dict[str, seen.Page], planted: Sequence[Planted]) -> list[str]:
        texts = [(each.file, each.text) for each in planted if each.file not in UNSEEN_FILES]
        texts += [(name, text) for name in self._files() for text in self._texts(name)]
        # Where a text has room for a link, pages show the link's words.
        parts = [(name, part) for name, text in texts for part in text.split(LINK)]
        return [
            f"{name}: {part[:80]!r}"
            for name, part in parts
            if not self._stands(" ".join(part.split()), pages)
        ]

    def _files(self) -> list[str]:
        """Every file that an editor may think is read."""
        found = [
            file.relative_to(self.data).as_posix()
            for file in self.data.rglob("*")
            if file.is_file() and not file.name.startswith(".")
        ]
        return sorted(name for name in found if name not in UNSEEN_FILES and name not in NO_DATA)

    def _texts(self, name: str) -> list[str]:
        content = (self.data / name).read_bytes()
        if content not in self.read:
            self.read[content] = self._read(name, content)
            if len(self.read) > KEEP:
                self.read.pop(next(iter(self.read)))
        return self.read[content]

    @staticmethod
    def _read(name: str, content: bytes) -> list[str]:
        try:
            found = list(written.texts(content.decode("utf-8-sig")))
        except (UnicodeDecodeError, yaml.YAMLError):
            return [f"the whole file {name}, which is not YAML"]
        return [
            value
            for path, value in found
            if value and _name(path) not in NOT_TEXT and not FIGURES.fullmatch(value)
        ]

    def _stands(self, text: str, pages: dict[str, seen.Page]) -> bool:
        before = self.found_on.get(text)
        if before in pages and text in pages[before].words:
            return True
        where = next(
            (
                address
                for address, page in pages.items()
                if text in page.words or _leads(page, text)
            ),
            None,
        )
        if where is None:
            return False
        if len(text) < 1000:
            self.found_on[text] = where
        return True

    def _unhelpful(self, found: ProblemsFound) -> list[str]:
        """Problems that do not say where, what, or what to do."""
        if not found.problems:
            return ["nothing is told"]
        some = found.problems[:200]
        return [
            f"{problem}"[:300] + f" [{why}]"
            for problem in some
            if (why := self._why_unhelpful(problem))
        ]

    def _why_unhelpful(self, problem: Problem) -> str:
        file = self.project / problem.file
        if problem.line != 1 and not (file.is_file() and 1 <= problem.line <= _lines(file)):
            return "no such line"
        if not f"{problem.file}/".startswith(("data/", "docs/")):
            return "no such file"
        if JARGON.search(problem.message):
            return "jargon"
        if len(str(problem)) > LONGEST_MESSAGE:
            return "too long"
        return "" if REMEDY.search(problem.message) else "no remedy"


def _leads(page: seen.Page, text: str) -> bool:
    """Whether a text is an address that a link on the page leads to."""
    return any(address.endswith(text) for address in page.addresses)


def _lines(file: Path) -> int:
    content = file.read_bytes()
    return max(
        1, len(content.decode("utf-8", errors="replace").splitlines()), content.count(b"\n") + 1
    )


def _name(path: written.Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")
