"""Tests of the sentence that leads an answer."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest
from cases import Fields, event
from exchange_requests import reply, since

from followup import door
from followup.dates import clock
from followup.dates.calendars import calendar_for
from followup.model.plan import Step, Window
from followup.model.wording import step_words
from followup.planning.resuming import resumed
from followup.words.lead import Lead, day_words, lead
from followup.words.moments import Reader, reader

NEW_YORK = clock.zone("America/New_York")
LATE = "The best time has passed, but it still counts today."
LATE_THEN = "The best time has passed, but it still counts."


def at(day: int, hour: int) -> datetime:
    """Gives an hour of January 2027 in New York; the 15th is a Friday."""
    return datetime(2027, 1, day, hour, tzinfo=NEW_YORK)


THANKS = Step(
    id="thank-you",
    action="thank-you",
    round=1,
    to=("Dana Ruiz",),
    channel="email",
    letter="thank-you-onsite",
    window=Window(earliest=at(15, 17), target=at(15, 18), latest=at(16, 15)),
    status="waiting",
    because=(),
)
CHECK_IN = replace(THANKS, action="check-in", window=Window(earliest=at(25, 9), target=at(25, 9), latest=at(29, 17)))


UNTIL_NIGHT = Window(earliest=at(29, 9), target=at(29, 9), latest=at(29, 23))
CALLED = replace(CHECK_IN, channel="phone")


def told(step: Step, names: Sequence[str], who: Reader, now: datetime) -> Lead:
    """Gives the sentence as the planner has it, with the days off of the United States."""
    return lead(step, names, who, now, resumed(step, now, calendar_for("US")))


@pytest.mark.parametrize(
    ("now", "step", "time", "fine"),
    [
        (at(15, 16), THANKS, "today, before 6 pm", "Until 3 pm tomorrow is still fine."),
        (at(15, 19), THANKS, "today", "Until 3 pm tomorrow is still fine."),
        (at(16, 10), THANKS, "today, before 3 pm", ""),
        (
            at(17, 10),
            replace(THANKS, status="overdue"),
            "today",
            "The best time has passed, but it still counts today.",
        ),
        (at(15, 16), CHECK_IN, "on Monday 25 January, from 9 am", "Until 5 pm on Friday 29 January is still fine."),
        (at(24, 16), CHECK_IN, "tomorrow, from 9 am", "Until 5 pm on Friday is still fine."),
        # Nobody is told to write, or to ring, where nobody is at work.
        (at(26, 20), replace(CHECK_IN, status="due"), "tomorrow, from 9 am", "Until 5 pm on Friday is still fine."),
        (at(27, 7), replace(CHECK_IN, status="due"), "today, from 9 am", "Until 5 pm on Friday is still fine."),
        (at(30, 11), replace(CHECK_IN, status="overdue"), "on Monday, from 9 am", LATE_THEN),
        (at(30, 11), replace(CALLED, status="overdue"), "on Monday, from 9 am", LATE_THEN),
        (at(28, 12), replace(CALLED, status="due"), "today, from 1 pm", "Until 5 pm tomorrow is still fine."),
        # Where the window would be over by then, it is done now.
        (at(29, 18), replace(CHECK_IN, status="due", window=UNTIL_NIGHT), "today, before 11 pm", ""),
        # A task that is late is late on every day.
        (at(30, 11), replace(CHECK_IN, action="hand-in", status="overdue"), "today", LATE),
    ],
)
def test_the_time_is_one_to_act(now: datetime, step: Step, time: str, fine: str):
    """The hour of the target while it is ahead, then the last one; never a day that is past."""
    said = told(step, step.to, reader(now, "America/New_York", "US"), now)
    assert (time, fine) == (said.time, said.fine)


def test_an_hour_elsewhere_is_said_on_both_clocks():
    """The reader's own leads."""
    who = reader(at(15, 16), "Europe/London", "US")
    said = told(THANKS, THANKS.to, who, at(15, 16))
    assert ("today, before 23:00", "23:00 for you is 18:00 in New York.") == (said.time, said.theirs)


def test_people_are_called_by_their_first_names():
    """Unless two share one, or only an address is known."""
    who = reader(at(15, 16), "", "US")
    said = told(THANKS, ("Dana Ruiz", "Tom Berg", "Tom Lind"), who, at(15, 16))
    assert "Write to Dana, Tom Berg and Tom Lind" == said.do
    assert "Write to your interviewer" == told(THANKS, (), who, at(15, 16)).do
    assert "Ask them how things stand" == told(CHECK_IN, (), who, at(15, 16)).do


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 14), "yesterday"),
        (date(2027, 1, 15), "today"),
        (date(2027, 1, 16), "tomorrow"),
        (date(2027, 1, 18), "on Monday"),
        (date(2027, 1, 25), "on Monday 25 January"),
        (date(2028, 1, 25), "on Tuesday 25 January 2028"),
    ],
)
def test_a_day_is_said_as_it_is_said_today(day: date, words: str):
    """From a Friday."""
    assert words == day_words(day, Reader(today=date(2027, 1, 15), here=None, zone=None, country="US"))


def test_what_is_never_late_has_no_hurry():
    """A window that is over is not said to be open still."""
    last = replace(THANKS, action="last-question", status="due")
    who = reader(at(29, 12), "America/New_York", "US")
    assert ("today", "There is no hurry.") == (
        told(last, ("Dana Ruiz",), who, at(29, 12)).time,
        told(last, ("Dana Ruiz",), who, at(29, 12)).fine,
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (reply("2027-01-12T10:00", "rejected"), "They said no on 12 January"),
        (reply("2027-01-14T10:00", "rejected"), "They said no yesterday"),
        (reply("2027-01-12T10:00", "on-hold"), "On hold since 12 January"),
        (reply("2027-01-14T10:00", "on-hold"), "On hold since yesterday"),
        (event("no-show", "2027-01-14T10:10"), "It did not take place yesterday"),
        (reply("2027-01-14T10:00", "checks"), "Checks under way since yesterday"),
        (reply("2027-01-12T10:00", "runner-up"), "Second choice since 12 January"),
        (reply("2027-01-12T10:00", "offer"), "Waiting for the offer in writing since 12 January"),
    ],
)
def test_where_a_process_stands_is_said_as_people_do(told: Fields, said: str):
    """What happened once did so on a day; what lasts does since then."""
    answer = json.loads(door.answer(since("2027-01-15T12:00:00-05:00", told)))
    assert said in re.findall(r'class="standing">([^<]*)<', answer["fragment"])


# What a day behind it would be read as part of.
CLAUSE = re.compile(r"\b(?:when|how|what|which|who|why|whether|if|that|about|for)\b")


@pytest.mark.parametrize("words", [words for table in step_words().values() for words in table.values()], ids=str)
def test_a_day_is_never_read_as_part_of_what_is_asked(words: dict[str, str]):
    """Whoever reads "ask about your first day today" would take today for that day."""
    before, mark, behind = words.get("lead", words.get("title", "")).replace("{to}", "").partition("{when}")
    assert not CLAUSE.search(before)
    assert bool(CLAUSE.search(behind)) == bool(mark)


def test_the_time_stands_before_what_is_asked():
    """Set off by a comma where it has an hour; a sentence without a question ends with it."""
    ask = replace(CHECK_IN, action="first-day", letter="first-day")
    who = reader(at(15, 16), "", "US")
    said = told(ask, ask.to, who, at(15, 16))
    assert ("Ask Dana", ", about your first day") == (said.begin, said.tail)
    assert "Ask Dana about your first day" == said.do
    late = replace(ask, status="overdue", window=Window(earliest=at(12, 9), target=at(12, 9), latest=at(13, 17)))
    now = told(late, late.to, reader(at(14, 12), "", "US"), at(14, 12))
    assert ("today", " about your first day") == (now.time, now.tail)
    thanks = told(THANKS, THANKS.to, who, at(15, 16))
    assert ("Write to Dana", "") == (thanks.begin, thanks.tail)


def test_there_is_no_hour_for_letting_go():
    """Nobody sends it, so a day is enough, on any clock."""
    rests = replace(CHECK_IN, action="let-go", channel="none", letter="", to=())
    said = told(rests, (), reader(at(15, 16), "Europe/London", "US"), at(15, 16))
    assert ("on Monday 25 January", "", "", "") == (said.time, said.best, said.fine, said.theirs)


def test_no_hour_is_named_that_is_over():
    """On its day it may still rest after nine."""
    rests = replace(
        THANKS, action="let-go", status="due", window=Window(earliest=at(15, 9), target=at(15, 9), latest=at(15, 9))
    )
    assert "today" == told(rests, (), reader(at(15, 10), "", "US"), at(15, 10)).time
