"""Gaps, planted one by one in an area that is complete: each with the one thing that has to be
told.
"""

from dataclasses import dataclass
from pathlib import Path

from charter.todo.item import Gap
from tests.sample import edit, sample

NAMES = "".join(f"  - a{number:031x}\n" for number in range(30))
TALLIES = "".join(
    f"      - pledge: {pledge}\n        yes: 20\n        partly: 0\n        no: 10\n       "
    " does_not_apply: 0\n"
    for pledge in ("kindness-1", "kindness-2", "courage-1")
)
ANSWERS = f"""taken:
{NAMES}counts:
  - quarter: 2026-Q1
    occasion: garden-day
    group: children
    copies: 30
    answers:
{TALLIES}"""

# What completes the made-up area: file, what stands there, and what has to.
MEND = [
    ("outcomes.yml", "  query: Is the first word right?\n", ""),
    *(
        (f"pledges/{pledge}.yml", "status: draft", "status: agreed")
        for pledge in ("kindness-1", "kindness-2", "courage-1")
    ),
    ("pledges/kindness-2.yml", "outcomes: []", "outcomes:\n  - home"),
    ("pledges/courage-1.yml", "outcomes:\n  - health", "outcomes:\n  - health\n  - friends"),
    ("spectrum.yml", "status: proposed", "status: agreed"),
    (
        "plan.yml",
        "state: not known\n    note: We don't know yet.",
        "state: under way\n    note: We do.\n    by: 2027-05-02",
    ),
    ("plan.yml", "text: Dig a pond.", "text: Dig a pond.\n    owner: The diggers"),
    ("plan.yml", "by: 2026-11-23", "by: 2026-11-24"),
    (
        "plan.yml",
        "state: not known\n    note: Nobody has seen it.",
        "state: done\n    note: It was fun.",
    ),
    ("said-did/pond.yml", "still_open:\n  - Who feeds the fish?\n", ""),
    ("site.yml", "area: Riverdale", "area: Riverdale\ncontact: hello@riverdale.example"),
    ("did-we.yml", "no_address: There is no address.", "send_to: answers@riverdale.example"),
    (
        "case-studies/school-garden.yml",
        "pledges:\n  - kindness-1",
        "pledges:\n  - kindness-1\n  - kindness-2\n  - courage-1",
    ),
    ("case-studies/school-garden.yml", "status: draft", "status: agreed"),
    ("tracker.yml", "number: 2", "number: 1"),
    ("tracker.yml", "number: 3", "number: 1"),
    ("tracker.yml", "priorities: 2", "priorities: 1"),
    ("tracker.yml", "districts: 1", "districts: 0"),
    ("engagement/village-fair.yml", "- number: 1040", "- group: visitors\n    number: 1040"),
    ("formats.yml", "state: not yet", "state: ready"),
    (
        "signatures.yml",
        "status: not signed yet",
        "status: signed\n  role: The mayor\n  date: 2026-05-01",
    ),
]


@dataclass(frozen=True)
class Plant:
    """One edit of the complete area (`old` becomes `new`), and the one gap that it makes."""

    kind: str
    file: str
    old: str
    new: str
    gap: Gap


# fmt: off
PLANTS = [
    Plant("Questions that are not settled", "open-questions.yml",
          "[]", "- id: who\n  question: Who?\n  detail: Nobody said.\n  sources:\n    - meeting\n",
          Gap("Who?", "open-questions.yml", "about/#who")),
    Plant("Words that the source leaves unclear", "pledges/courage-1.yml",
          "question:", "query: Is it so?\nquestion:",
          Gap("Courage 1: Try", "pledges/courage-1.yml", "charter/courage-1/", "Is it so?")),
    Plant("Words that the source leaves unclear", "outcomes.yml",
          "  source_words: have friends", "  source_words: have friends\n  query: Is it so?",
          Gap("My friends", "outcomes.yml", "outcomes/#friends", "Is it so?")),
    Plant("Pledges that nobody has agreed yet", "pledges/courage-1.yml",
          "status: agreed", "status: draft",
          Gap("Courage 1: Try", "pledges/courage-1.yml", "charter/courage-1/")),
    Plant("Outcomes that no pledge serves", "pledges/kindness-2.yml",
          "outcomes:\n  - home", "outcomes:\n  - health",
          Gap("My home", "outcomes.yml", "outcomes/#home")),
    Plant("Pledges that serve no outcome", "pledges/kindness-1.yml",
          "outcomes:\n  - friends", "outcomes: []",
          Gap("Kindness 1: Be kind", "pledges/kindness-1.yml", "charter/kindness-1/")),
    Plant("Words that are only proposed", "spectrum.yml",
          "status: agreed", "status: proposed",
          Gap("The ways of working together, and what each means", "spectrum.yml", "working-together/")),
    Plant("Actions that need a name or a date", "plan.yml",
          "    owner: The diggers\n", "",
          Gap("Dig a pond.", "plan.yml", "progress/plan/#dig", "It has no name yet.")),
    Plant("Actions that need a name or a date", "plan.yml",
          "    by: 2026-11-24\n", "",
          Gap("Dig a pond.", "plan.yml", "progress/plan/#dig", "It has no date yet.")),
    Plant("What was said and done, and is still open", "said-did/bench.yml",
          "shown:", "still_open:\n  - Who mends it?\n  - Who sits?\nshown:",
          Gap("A bench", "said-did/bench.yml", "progress/said-did/#bench", "Who mends it? Who sits?")),
    Plant("Addresses that are missing", "site.yml",
          "contact: hello@riverdale.example\n", "",
          Gap("An address to write to about this website", "site.yml", "have-your-say/")),
    Plant("Addresses that are missing", "did-we.yml",
          "send_to: answers@riverdale.example", "no_address: There is none.",
          Gap("An address to send answers to", "did-we.yml", "did-we/")),
    Plant("Actions that are overdue", "plan.yml",
          "by: 2026-11-24", "by: 2026-11-23",
          Gap("Dig a pond.", "plan.yml", "progress/plan/#dig", "Its day was 23 November 2026.")),
    Plant("Actions of which we don't know how they stand", "plan.yml",
          "state: not started", "state: not known",
          Gap("Dig a pond.", "plan.yml", "progress/plan/#dig")),
    Plant("Pledges that no story shows", "case-studies/school-garden.yml",
          "  - courage-1\n", "",
          Gap("Courage 1: Try", "pledges/courage-1.yml", "charter/courage-1/")),
    Plant("Priorities without a story from the area", "case-studies/school-garden.yml",
          "where: here", "where: elsewhere",
          Gap("Play", "case-studies/", "outcomes/#play")),
    Plant("Stories that nobody has agreed yet", "case-studies/school-garden.yml",
          "status: agreed", "status: draft",
          Gap("A garden at school", "case-studies/school-garden.yml", "case-studies/school-garden/")),
    Plant("Where the tracker shows too little", "tracker.yml",
          "number: 1\n    - group: teachers", "number: 2\n    - group: teachers",
          Gap("Tracker: Children", "engagement/", "progress/tracker/#missing", "1 recorded, 2 would be enough")),
    Plant("Where the tracker shows too little", "tracker.yml",
          "districts: 0", "districts: 1",
          Gap("Tracker: Down Stream", "engagement/", "progress/tracker/#down-stream", "none recorded, 1 would be enough")),
    Plant("Activities that don't say who took part", "engagement/village-fair.yml",
          "- group: visitors\n    number: 1040", "- number: 1040",
          Gap("The village fair", "engagement/village-fair.yml", "progress/activities/#village-fair")),
    Plant("Forms of the charter that are missing", "formats.yml",
          "ready", "not yet",
          Gap("This website", "formats.yml", "formats/#web")),
    Plant("Pledges without answers that we can show", "answers/counts.yml",
          "quarter: 2026-Q1", "quarter: 2026-Q4",
          Gap("All 3 pledges", "answers/counts.yml", "progress/")),
    Plant("Pledges without answers that we can show", "answers/counts.yml",
          "yes: 20\n        partly: 0\n        no: 10", "yes: 2\n        partly: 0\n        no: 1",
          Gap("Kindness 1: Be kind", "pledges/kindness-1.yml", "charter/kindness-1/")),
    Plant("Accessibility that a person has to look at", "wcag.yml",
          "by: machine in every state\n    state: met", "by: person\n    state: a person has to look",
          Gap("1 of 1 guidelines for web pages", "wcag.yml", "accessibility/criteria/")),
    Plant("Facts that nobody has checked for a year", "sources/stories.yml",
          'checked: "2026-01"', 'checked: "2025-10"',
          Gap("Source: Our garden", "sources/", "about/#source-garden-page", "Last checked in October 2025.")),
    Plant("Facts that nobody has checked for a year", "site.yml",
          'checked: "2026-01"', 'checked: "2025-10"',
          Gap("The date at the foot of each page", "site.yml", "", "Last checked in October 2025.")),
    Plant("Facts that nobody has checked for a year", "listening.yml",
          'checked: "2026-01"', 'checked: "2025-10"',
          Gap("How often the listening tool is right", "listening.yml", "progress/listening/#accuracy", "Last checked in October 2025.")),
    Plant("Who has not signed", "signatures.yml",
          "status: signed\n  role: The mayor\n  date: 2026-05-01", "status: not signed yet",
          Gap("Not signed yet: Riverdale Town Hall", "signatures.yml", "signatures/#town-hall")),
]
# fmt: on


def complete(folder: Path) -> Path:
    """The data of the made-up area, with every gap mended."""
    data = sample(folder)
    (data / "open-questions.yml").write_text("[]\n", encoding="utf-8")
    (data / "answers" / "counts.yml").write_text(ANSWERS, encoding="utf-8")
    for file, old, new in MEND:
        edit(data, file, old, new)
    return data
