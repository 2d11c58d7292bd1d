"""Who has still to sign."""

import datetime
from collections.abc import Iterator

from charter.model import Charter
from charter.todo.item import Gap


def not_signed(charter: Charter, _: datetime.date) -> Iterator[Gap]:
    """Organisations that have not signed."""
    for signature in charter.signatures:
        if signature.status == "not signed yet":
            name = charter.organisations[signature.organisation].name
            yield Gap(
                f"Not signed yet: {name}", "signatures.yml", f"signatures/#{signature.organisation}"
            )
