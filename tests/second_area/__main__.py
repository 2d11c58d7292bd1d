"""`make second-area`: puts the second area in place of this one, and runs every test that is not
about this area, in all states.
"""

import sys
import tempfile
from pathlib import Path

from a11y.browser.states import STATES
from tests.second_area import checkout, tried
from tests.second_area.bound import any_area

if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="second-area-") as home:
        ended = tried(checkout(Path(home) / "project"), any_area(), STATES)
    print(ended.said)
    sys.exit(ended.status)
