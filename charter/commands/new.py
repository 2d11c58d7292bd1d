"""`python -m charter new`: ask a few questions, and write a record and its page."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from charter.editors.asking.saving import save, tried
from charter.editors.asking.session import Session
from charter.editors.asking.talk import terminal
from charter.problems import ProblemsFound
from charter.site.check import check

HELP = "ask a few questions, and write a pledge, case study, activity, said-did or signature"


@dataclass(frozen=True)
class Kind:
    """What an editor can add: how it is asked for (which gives an id), where it is seen, and what
    is left to do by hand.
    """

    ask: Callable[[Session], str]
    page: str
    by_hand: str = ""


KINDS = {
    "pledge": Kind(
        Session.pledge,
        "charter/{id}/",
        "Say it in easier words, too: add it to data/easy-read.yml, in its place.",
    ),
    "case-study": Kind(
        lambda session: session.record("case_studies", {"status": "draft"}), "case-studies/{id}/"
    ),
    "activity": Kind(lambda session: session.record("engagement", {}), "progress/activities/"),
    "said-did": Kind(lambda session: session.record("said_did", {}), "progress/said-did/"),
    "signature": Kind(
        Session.signature,
        "signatures/",
        'Mend every place that says nobody has signed: search data/ and docs/ for "signed".',
    ),
}
START = """\
Each question says what to write. If an answer is not right, you hear why and are asked again.
Nothing is written before the end. Press Ctrl and C to stop."""


def arguments(parser: ArgumentParser) -> None:
    """It takes the kind of record."""
    parser.add_argument("kind", choices=KINDS, help="what to add")


def run(given: Namespace) -> str:
    """Ask, write, and tell what to do next; raises ProblemsFound where the data are not in order,
    before or with what is new.
    """
    kind = KINDS[given.kind]
    talk = terminal()
    session = Session(given.project, check(given.project), talk)
    try:
        talk.say(START)
        made = kind.ask(session)
        talk.say(f"\nThis is what will be written:\n{session.told()}")
        if not talk.agrees("Is this right?"):
            raise EOFError
        charter = tried(given.project, session.texts)
    except (EOFError, KeyboardInterrupt):
        raise SystemExit("\nStopped. Nothing was written.") from None
    except ProblemsFound:
        talk.say(
            "\nNothing was written: the data would not be in order. Copy what stands above, so that"
            " you need not type it again."
        )
        raise
    told = save(given.project, session.texts, charter)
    return "\n".join([*told, "", *_next(kind, made)])


def _next(kind: Kind, made: str) -> list[str]:
    return [
        "What to do next:",
        f"- Look at the page {kind.page.format(id=made)} with: make serve",
        *[f"- {kind.by_hand}"] * bool(kind.by_hand),
        "- Promise its address for good: make addresses",
        "- To change an answer, change the file.",
    ]
