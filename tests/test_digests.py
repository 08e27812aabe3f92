"""The whole answer of every exchange and draft is what it was, to the byte."""

import pytest
from digests import FILE, digest, requests

LINES = FILE.read_text(encoding="utf-8").splitlines()[1:]
RECORDED = {name: found for found, _, name in (line.rpartition(" ") for line in LINES)}


@pytest.mark.parametrize(("name", "request_text"), [*requests()], ids=[name for name, _ in requests()])
def test_an_answer_is_to_the_byte_what_was_recorded(name: str, request_text: str) -> None:
    """After a change that is meant: scripts/record_exchanges.py, and a sentence on what a reader now sees."""
    assert RECORDED[name] == digest(request_text)


def test_every_recorded_digest_is_asked() -> None:
    """No line is left behind."""
    assert set(RECORDED) == {name for name, _ in requests()}
