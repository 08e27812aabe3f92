"""Some hundred short drafts, each with a line on what the checker sees in it."""

import pytest
from pairs import Pair, pairs
from remarks import FILE, remarks


@pytest.mark.parametrize("pair", [*pairs(FILE)], ids=[pair.asked[:60] for pair in pairs(FILE)])
def test_of_a_short_draft_is_said_what_its_line_says(pair: Pair) -> None:
    """After a change that is meant: scripts/record_exchanges.py, and a look at the difference."""
    assert pair.found == remarks(pair.text)
