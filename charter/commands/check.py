"""`python -m charter check`: check data/ and docs/, and say what to mend."""

from argparse import ArgumentParser, Namespace

from charter.check import check

HELP = "check data/ and docs/, and say what to mend"


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(given: Namespace) -> str:
    """Check a project; raises ProblemsFound where anything is to be mended."""
    charter = check(given.project)
    counts = {
        "values": len(charter.values),
        "pledges": len(charter.pledges),
        "outcomes": len(charter.outcomes),
        "case studies": len(charter.case_studies),
        "sources": len(charter.sources),
    }
    return "All is well. " + ", ".join(f"{name}: {count}" for name, count in counts.items()) + "."
