"""Every letter's short form fits into a text or a chat, however long the names are."""

import datetime as dt

import pytest
from manners_of_letters import manners

from followup.letters import Letter, examples, letters, write
from followup.letters.letter import MESSAGE_CHARACTERS, channels

SENT = dt.date(2027, 1, 15)
# As long as one meets them: a foundation trust, a double surname with its title, a grade in the name of the role.
LONG = {
    "first_name": "Oluwaseun Adeyemi-Johnson",
    "title": "Professor",
    "surname": "Adeyemi-Johnson",
    "person": "Maria Fernanda Rodríguez",
    "company": "Northern Lincolnshire and Goole NHS Foundation Trust",
    "role": "Senior Clinical Data Analyst",
    "my_name": "Alexandra Papadopoulos",
    "colleague": "Christopher Montgomery",
    "interview_date": "2026-12-30",
}
# Said, or written by hand.
SPOKEN = frozenset({"phone", "voicemail", "card"})
WRITTEN = [pytest.param(letter, id=name) for name, letter in letters().items() if letter.kind not in SPOKEN]


@pytest.mark.parametrize("letter", WRITTEN)
def test_the_short_form_fits_with_the_longest_names(letter: Letter) -> None:
    """In every manner; and nothing else that is written is without one."""
    short = [manner for manner in manners(letter) if manner.form == "message"]
    assert short
    sizes = {len(write(letter, manner, {**examples(letter), **LONG}, SENT).body) for manner in short}
    assert max(sizes) <= MESSAGE_CHARACTERS


def test_who_advises_against_the_channel_is_told_with_the_page() -> None:
    """By name, not as if everybody did."""
    advice = channels()["message"].advice
    assert all(name in advice for name in ("Bentley University", "Hays UK", "Elliott Scott", "The Balance"))
    assert channels()["message"].page
