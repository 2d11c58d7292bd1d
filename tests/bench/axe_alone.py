"""Half of the pages in all states by axe alone, as pa11y-ci has it in one: `python -m tests.bench.axe_alone 0`, and 1 for the others."""

import sys

from a11y.browser.driver import shown
from a11y.browser.states import STATES
from a11y.checks import axe
from a11y.exemptions import unexplained
from a11y.site import site


def main(half: int) -> int:
    """Prints how many looks there were. The exit status is 0 where axe found nothing that is not exempt."""
    looks, left = 0, 0
    for page in site().pages[half::2]:
        for state in STATES:
            with shown(page, state, keep=True) as browser:
                left += len(unexplained(axe.look(browser, page, state)))
            looks += 1
    print(f"{looks} looks, {left} findings")
    return 1 if left or not looks else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
