"""How the checker does on real-life messages; the figures are printed with the tests."""

import pytest
from messages import figures, messages

OPEN = tuple(message for message in messages() if not message.is_held_back)
HELD_BACK = tuple(message for message in messages() if message.is_held_back)


def test_the_open_messages_are_read_as_well_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    """What is reached is held; the rules were made with these in view, so their figures flatter."""
    told = figures(OPEN)
    with capsys.disabled():
        print(f"\nThe checker on {told}")
    assert told.kind >= 0.99
    assert told.precision >= 0.94
    assert told.recall >= 0.95
    assert told.warnings <= 0.02
    assert told.notes <= 0.10


def test_messages_that_the_rules_have_not_seen_are_read_as_well_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    """They tell how a stranger's message is read; nobody looks at their words while rules are made."""
    told = figures(HELD_BACK)
    with capsys.disabled():
        print(f"\nUnseen, the checker on {told}")
    assert told.kind >= 0.69
    assert told.precision >= 0.67
    assert told.recall >= 0.41
    assert told.warnings <= 0.02
    assert told.notes <= 0.38


@pytest.mark.parametrize("message", OPEN + HELD_BACK, ids=lambda message: message.name)
def test_a_marked_fault_stands_in_its_message(message: object) -> None:
    """A mark that stands nowhere would count as missed for ever."""
    assert all(start >= 0 for _, start, _ in message.expected)  # type: ignore[attr-defined]
