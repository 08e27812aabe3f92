"""A hundred ways to name a day in words, each with the days that it means."""

import pytest
from days_said import FILE, meant
from pairs import Pair, pairs


@pytest.mark.parametrize("pair", [*pairs(FILE)], ids=[pair.asked for pair in pairs(FILE)])
def test_words_mean_the_days_of_their_line(pair: Pair) -> None:
    """After a change that is meant: scripts/record_exchanges.py, and a look at the difference."""
    assert pair.found == meant(pair.text)
