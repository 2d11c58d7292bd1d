"""What is not printed, and whether each reason for that is still needed. (a11y/checks/paper.py
prints every page.)
"""

import pytest

from a11y.browser.driver import shown
from a11y.settings import NOT_PRINTED
from a11y.site import site
from tests.findings import SETTINGS
from tests.project import charter

pytestmark = pytest.mark.usefixtures("site", "browser")


def test_every_reason_for_not_printing_is_needed_somewhere() -> None:
    without = {
        ".map svg": charter().shapes is None,
        ".postcode form": charter().postcode_box is None,
    }
    unmet = {name for name in [*NOT_PRINTED, *SETTINGS.not_printed] if not without.get(name)}
    for page in site().pages:
        with shown(page) as browser:
            unmet -= set(
                browser.execute_script(
                    "return arguments[0].filter(name => document.querySelector(`main ${name}`))",
                    [*unmet],
                )
            )
        if not unmet:
            return
    assert not unmet
