"""A copy of the site from which a pledge, a story, a page and places on pages have gone, and in
which a pledge says something new.

The build stops and says what to write, each time. What it says is written, with the gaps filled,
until it builds.
"""

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from a11y.site import Site, serve
from charter.data.load import load
from charter.model import Charter
from tests import project
from tests.findings import SETTINGS
from tests.sample import edit

# A page and two of its places, which are in docs/ and not in data/.
PAGE, OTHER_PAGE = "privacy", "accessibility"
PROSE, RENAMED, NEW_NAME, REMOVED = "staff", "wash-up", "project-end", "small-groups"
NEW_WORDS = "We will say something new."
WHY, SINCE = "The charter team chose so, on <3 May>.", "2027-05-03"
NEXT_VERSION = "draft 1.1"
ENTRY = re.compile(r"- from: (\S+)\n\s+to: \"\"\n\s+since: \"\"\n\s+why: \"\"")


@dataclass(frozen=True)
class Changed:
    """The copy: its site as it was built in the end, what is gone, where that leads now, and what
    was said at each try to build it.
    """

    site: Site
    charter: Charter
    pledge: str
    story: str
    reworded: str
    old_words: str
    leads: dict[str, str]
    said: list[str]


@cache
def changed() -> Changed:
    """The copy, built once in each process."""
    home = Path(tempfile.mkdtemp(prefix="changed-"))
    copied = project.copy(home / "project")
    before = project.charter()
    pledge, story = _spare_pledge(before), _spare_story(before)
    reworded = next(each for each in before.pledges_in_order if each.id != pledge)
    _forget(copied / "data", pledge, f"pledges/{pledge}.yml")
    _forget(copied / "data", f"case-studies/{story}/", f"case-studies/{story}.yml")
    _take_page_away(copied)
    edit(copied / "docs", f"{PROSE}.md", f"{{: #{RENAMED} }}", f"{{: #{NEW_NAME} }}")
    _take_heading_away(copied / "docs" / f"{PROSE}.md")
    edit(
        copied / "data",
        f"pledges/{reworded.id}.yml",
        f"text: {reworded.text}",
        f"text: {NEW_WORDS}",
    )

    said = [_fails(copied, "charter", "check")]
    _keep_words(copied / "data", reworded.id, said[-1])
    targets = {
        f"/charter/{pledge}/": "/charter/",
        f"/case-studies/{story}/": "/case-studies/",
        f"/{PAGE}/": f"/{OTHER_PAGE}/",
    }
    leads: dict[str, str] = {}
    for command in ("charter check", "publish --without-pdf"):
        said.append(_fails(copied, *command.split()))
        leads |= _fill(
            copied / "data" / "moved.yml",
            said[-1],
            {**targets, f"/{PROSE}/#{RENAMED}": f"/{PROSE}/#{NEW_NAME}"},
        )
        assert project.run(copied, "charter", "sync").status == 0
    served = serve(home / "site", settings=SETTINGS)
    ended = project.run(copied, "publish", "--without-pdf", "--to", str(served.folder))
    assert ended.status == 0, ended.said
    return Changed(
        served, load(copied / "data"), pledge, story, reworded.id, reworded.text, leads, said
    )


def _spare_pledge(charter: Charter) -> str:
    """The last pledge of a value that no sheet, and no story alone, depends on."""
    needed = {
        *charter.card.questions,
        *(story.pledges[0] for story in charter.case_studies if len(story.pledges) == 1),
    }
    return next(
        pledges[-1].id
        for pledges in map(charter.pledges_of, charter.values)
        if pledges[-1].id not in needed
    )


def _spare_story(charter: Charter) -> str:
    """A story that no other record speaks of."""
    needed = {
        *(term.example_story for term in charter.spectrum.terms),
        *(activity.story for activity in charter.engagement),
    }
    return next(story.id for story in charter.stories_in_order if story.id not in needed)


def _forget(data: Path, name: str, file: str) -> None:
    """Take a record's file away, and every word of other files that leads to it."""
    (data / file).unlink()
    for other in sorted(data.rglob("*.yml")):
        text = other.read_text(encoding="utf-8")
        if name in text:
            other.write_text(
                yaml.safe_dump(
                    _without(yaml.safe_load(text), name), allow_unicode=True, sort_keys=False
                ),
                encoding="utf-8",
            )


def _without(value: Any, name: str) -> Any:
    if isinstance(value, list):
        return [
            _without(item, name)
            for item in value
            if item != name
            and not (
                isinstance(item, dict)
                and {"say", "question", "words"} & item.keys()
                and name in item.values()
            )
        ]
    if isinstance(value, dict):
        return {
            key: _without(inner, name)
            for key, inner in value.items()
            if not (key == "pledge" and inner == name)
        }
    return value


def _take_page_away(copied: Path) -> None:
    """Its file, its line in the menu, what people may say for it, and links to it."""
    (copied / "docs" / f"{PAGE}.md").unlink()
    settings = copied / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.rstrip().endswith(f"- {PAGE}.md")]
    assert len(kept) == len(lines) - 1
    settings.write_text("".join(kept), encoding="utf-8")
    sayings = copied / "data" / "search.yml"
    content = yaml.safe_load(sayings.read_text(encoding="utf-8"))
    sayings.write_text(
        yaml.safe_dump(_without(content, f"{PAGE}/"), allow_unicode=True, sort_keys=False),
        encoding="utf-8",
    )
    templates = copied / "charter" / "site" / "templates"
    for file in (*(copied / "docs").rglob("*.md"), *templates.glob("*.html")):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(rf"\b{PAGE}(\.md|/)(#[\w-]+)?(?=[)\"])", rf"{OTHER_PAGE}\1", text),
            encoding="utf-8",
        )


def _take_heading_away(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(rf"^#+ .*{{: #{REMOVED} }}\n", "", text, flags=re.MULTILINE), encoding="utf-8"
    )
    assert f"#{REMOVED}" not in file.read_text(encoding="utf-8")


def _fails(copied: Path, *command: str) -> str:
    ended = project.run(copied, *command)
    assert ended.status != 0
    assert "Traceback" not in ended.said
    return ended.said


def _keep_words(data: Path, pledge: str, said: str) -> None:
    """Write what the message says into the pledge's file, with its gap filled."""
    entry = re.search(
        r"^    - wording: .*\n      until: .*\n      version: \".*\"\n      why: \"\"$",
        said,
        re.MULTILINE,
    )
    assert entry
    filled = entry[0].replace('why: ""', f"why: {WHY}")
    with (data / "pledges" / f"{pledge}.yml").open("a", encoding="utf-8") as file:
        file.write(f"history:\n{filled}\n")


def _fill(moved: Path, said: str, targets: dict[str, str]) -> dict[str, str]:
    """Write the entries that a message asks for; what has no place of its own to go to leads to the
    charter page.
    """
    leads = {old: targets.get(old, "/charter/") for old in ENTRY.findall(said)}
    assert leads
    with moved.open("a", encoding="utf-8") as file:
        file.writelines(
            f"- from: {old}\n  to: {to}\n  since: {SINCE}\n  why: {WHY}\n"
            for old, to in leads.items()
        )
    return leads
