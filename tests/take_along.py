"""The words of the charter page that files to take along must have, in their order."""

import re

from a11y.site import site
from tests.project import charter

WORDS = re.compile(r"\w+")
# Menus, the way to the search, buttons (also those that a script may put there), drawings, and the
# name in short.
LEFT_OUT = (
    "ancestor::nav or ancestor::search or ancestor::button or ancestor::*[local-name()='svg']"
    " or ancestor::template or ancestor::*[@class='short']"
)


def on_the_page() -> list[str]:
    """The words of the page's top, main part and foot."""
    parts = site().page("charter/").document.xpath("//header | //main | //footer")
    found = WORDS.findall(
        " ".join(" ".join(it.xpath(f".//text()[not({LEFT_OUT})]")) for it in parts)
    )
    assert len(found) > 20 * len(charter().pledges)
    return found
