"""Meetings by themselves: what shows that one is over whose hour nobody told, and who is meant by a name."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from followup.case.facts import Fact
from followup.case.hour_unknown import with_hour
from followup.case.meetings import Meeting, Person, meeting_of, person_called
from followup.dates import clock
from followup.model.case import Event, Round

NEW_YORK = clock.zone("America/New_York")
DAY = date(2027, 1, 14)
OPEN = meeting_of(1, Round(date=DAY, zone="America/New_York"))
DANA, LEE, ANA = (
    Person(name=name, email="", part="recruiter", zone=NEW_YORK) for name in ("Dana Ruiz", "Lee Park", "Ana Ruiz")
)


def thanked(at: str) -> Fact:
    """Thanks that went out at that hour of that day."""
    moment = datetime.fromisoformat(f"2027-01-14T{at}:00").replace(tzinfo=NEW_YORK)
    return Fact(at=moment, event=Event(kind="sent", at=moment, step="thank-you"))


def shown(meeting: Meeting, *facts: Fact) -> str:
    """From when on it is over, after these facts."""
    for fact in facts:
        (meeting,) = with_hour((meeting,), fact)
    return f"{meeting.told_from:%H:%M}"


@pytest.mark.parametrize(
    ("told", "over"),
    [((), "17:00"), (("11:00",), "11:00"), (("11:00", "12:00"), "11:00"), (("17:00",), "17:00"), (("18:00",), "17:00")],
)
def test_the_first_word_of_its_day_shows_that_it_is_over(told: tuple[str, ...], over: str) -> None:
    """Within the day as it is assumed; what is said after that, or a second time, shows nothing new."""
    assert over == shown(OPEN, *map(thanked, told))


def test_an_hour_that_was_told_needs_no_sign() -> None:
    """It is over from then on, and stays as it was entered; so does one that was called off."""
    entered = meeting_of(1, Round(date=DAY, zone="America/New_York", ends=time(15)))
    for one in (entered, replace(OPEN, off_by="called-off")):
        assert (one,) == with_hour((one,), thanked("11:00"))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Dana", DANA),
        ("lee", LEE),
        ("Ruiz", Person(name="Ruiz", email="", part="interviewer", zone=NEW_YORK)),
        ("Bo Hahn", Person(name="Bo Hahn", email="", part="interviewer", zone=NEW_YORK)),
        ("bo@acme.com", Person(name="", email="bo@acme.com", part="interviewer", zone=NEW_YORK)),
    ],
)
def test_a_part_of_a_name_means_the_only_one_who_has_it(word: str, expected: Person) -> None:
    """Else it is an interviewer of that name or address, of whom nothing else was told."""
    assert expected == person_called(word, (DANA, LEE, ANA), NEW_YORK)
