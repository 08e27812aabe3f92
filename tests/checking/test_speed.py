"""A long draft is answered at once, also one made to be slow."""

import re
import time
from datetime import UTC, datetime

import pytest

from followup.checking import Draft, check
from followup.tools.checker import answer as checker

LONGEST = 20_000
# Twenty times what a quick machine needs; a check that grows with the square of the length takes seconds.
PATIENCE_SECONDS = 1.5

PROSE = (
    "Thank you for meeting with me at Acme about the Data Analyst role. I am confident that my skills fit!! "
    "Please answer ASAP, Ms. Ruiz, e.g. at 9 a.m. when you expect to decide.\n\n"
)
ODD = {
    "prose": PROSE,
    "one word": "i ",
    "one letter": "a",
    "stops": ". ",
    "marks": "!",
    "marks and a letter": "!" * 50 + "a",
    "lines": "\n",
    "spaces": " ",
    "tabs": "\t \r\n",
    "open brackets": "[a ",
    "braces": "{{ ",
    "angles": "<a ",
    "underscores": "_",
    "quotes": "> a\n",
    "attributions": "On 1 May Dana wrote:\n",
    "capitals": "THANK YOU ",
    "names": "Xyza Foob Qwerty ",
    "addresses": "a@",
    "digits": "1 ",
    "phrases": "asap sorry to bother you i expect ",
    "my": "my skills in a b c d ",
    "the": "the Data ",
    "when": "when ",
    "accents": "e\u0301 ",
    "turkish": "İ ",
}


@pytest.mark.parametrize("piece", ODD.values(), ids=ODD.keys())
def test_the_longest_draft_is_answered_in_time(piece: str) -> None:
    """Whatever it repeats."""
    text = (piece * LONGEST)[:LONGEST]
    draft = Draft(text=text, company="Acme", role="Data Analyst", people=("Dana Ruiz",), promise="none")
    started = time.process_time()
    findings = check(draft)
    assert time.process_time() - started < PATIENCE_SECONDS
    assert all(0 <= one.start <= one.end <= LONGEST for one in findings)


def test_the_same_finding_does_not_fill_the_page() -> None:
    """A dozen of one kind are enough to learn from."""
    assert 12 == sum(one.check == "asap" for one in check(Draft(text="Do it now. Asap. " * 500)))


def test_the_longest_draft_is_shown_in_time() -> None:
    """The page with its marks included."""
    questions = checker.Questions(draft=(PROSE * LONGEST)[:LONGEST])
    started = time.process_time()
    answer = checker.answer(questions, datetime(2027, 1, 8, tzinfo=UTC))
    assert time.process_time() - started < PATIENCE_SECONDS
    assert re.search("ASAP", answer.fragment)
