"""`make links`: ask every address of another site that the built site links to. It needs the
network.
"""

import datetime
import sys
from pathlib import Path

from charter.command_line import run_command
from charter.data.load import load
from tests.links import ask, flaky, outside, to_read, told
from tests.project import ROOT


def main(site: Path) -> int:
    """Tell what to mend; the exit status is 0 where nothing is."""
    pages = outside(site)
    if not pages:
        print(f"There is no link to another site in {site}. Build the site first: make site")
        return 1
    answers = ask(sorted(pages))
    today = datetime.datetime.now(tz=datetime.UTC).date()
    wrong, known = told(answers, pages, flaky(), today)
    waiting = to_read(answers, load(ROOT / "data").sources, today)
    print(
        f"Asked {len(answers)} addresses. {sum(answer.works for answer in answers)} lead somewhere."
    )
    parts = {
        "To mend": wrong,
        "Worth knowing": known,
        "There today. Read each where it is, and write this in place of read:": waiting,
    }
    for heading, lines in parts.items():
        if lines:
            print("\n".join([f"{heading} ({len(lines)})", *(f"  {line}" for line in lines)]))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(run_command(lambda: main(Path(*sys.argv[1:2] or ["site"]))))
