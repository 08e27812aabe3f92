"""The door's transcripts: what was answered once is answered again."""

import pytest
from exchange_files import FOLDER, exchange, recorded
from exchange_requests import REQUESTS


@pytest.mark.parametrize("name", REQUESTS)
def test_an_exchange_gives_what_was_recorded(name: str) -> None:
    """After a change that is meant: scripts/record_exchanges.py, and a look at the difference."""
    assert recorded(name) == exchange(name)


def test_every_recorded_exchange_is_asked() -> None:
    """No file is left behind."""
    assert set(REQUESTS) == {path.stem for path in FOLDER.glob("*.json")}
