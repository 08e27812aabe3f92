"""Some hundred short invitations, each with a line on what is read in it."""

import pytest
from pairs import Pair, pairs
from readings import FILE, reading


@pytest.mark.parametrize("pair", [*pairs(FILE)], ids=[pair.asked[:60] for pair in pairs(FILE)])
def test_a_short_invitation_reads_as_its_line_says(pair: Pair) -> None:
    """After a change that is meant: scripts/record_exchanges.py, and a look at the difference."""
    assert pair.found == reading(pair.text)
