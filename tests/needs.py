"""Marks for tests of what an area may do without: its map, and its box for postcodes."""

import pytest

from tests.project import charter

needs_a_map = pytest.mark.skipif(charter().shapes is None, reason="this area has no map")
needs_the_box = pytest.mark.skipif(
    charter().postcode_box is None, reason="this area has no box for postcodes"
)
