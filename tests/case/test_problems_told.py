"""A hundred cases, each with a line on what is wrong in it, or on where it stands."""

import pytest
from pairs import Pair, pairs
from problems_told import FILE, told


@pytest.mark.parametrize("pair", [*pairs(FILE)], ids=[pair.asked[:80] for pair in pairs(FILE)])
def test_of_a_case_is_said_what_its_line_says(pair: Pair) -> None:
    """After a change that is meant: scripts/record_exchanges.py, and a look at the difference."""
    assert pair.found == told(pair.text)
