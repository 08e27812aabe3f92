"""How far apart things may stand in an invitation, how long they may be and how many: each limit to the sign."""

from collections.abc import Callable

import pytest
from readings import CALENDAR, EVENT, PARIS, reading

WORDS = "and so it is that we go on "


def filled(count: int) -> str:
    """So many signs of prose that say nothing."""
    return (WORDS * (count // len(WORDS) + 1))[:count]


def days(count: int) -> str:
    """A calendar with an event on each of so many days."""
    each = (f"DTSTART;TZID=Europe/Paris:2027{1 + at // 28:02}{1 + at % 28:02}T140000" for at in range(count))
    return CALENDAR.format("\n".join(EVENT.format(line).strip() for line in each) + "\n")


def nested(depth: int) -> str:
    """An email in an email in an email."""
    inner = "Content-Type: text/plain\n\n14 January at 2 pm"
    for _ in range(depth):
        inner = f"Content-Type: message/rfc822\n\n{inner}"
    return f"MIME-Version: 1.0\n{inner}"


def parts(count: int) -> str:
    """An email in so many parts, the last of which tells a day."""
    empty = "--b\nContent-Type: image/png\n\nnone\n" * (count - 1)
    return f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n{empty}--b\n\n14 January at 2 pm\n--b--'


def people(count: int) -> str:
    """An event with so many people, the last of whom is Dana Ruiz."""
    others = "".join(f"ATTENDEE;CN=Lee Park:mailto:{at}@acme.com\n" for at in range(count - 1))
    return f":{others}ATTENDEE;CN=Dana Ruiz:mailto:dana@acme.com"


DAY = "On 14 January at 2 pm."
LIMITS: list[tuple[str, Callable[[int], str], str, int]] = [
    ("from a day to its hour", lambda n: f"14 January {filled(n)} 2 pm", "14:00", 154),
    ("from a weekday to numbers", lambda n: f"At 2 pm on Thursday{' ' * n} 1/14", "2027-01-14", 21),
    ("into an email", lambda n: f"{filled(n)} 14 January at 2 pm", "2027-01-14", 19_993),
    ("a name in a sentence", lambda n: f"{DAY}\n{filled(n)} you will meet Dana Ruiz", "Dana Ruiz", 586),
    ("a name behind a label", lambda n: f"{DAY}\nInterviewer:{' ' * n}Dana Ruiz", "Dana Ruiz", 279),
    ("another event in the sentence of a day", lambda n: f"14 January at 2 pm, {filled(n)} a webinar", "nothing", 570),
    ("who invites", lambda n: f"{DAY}\nDana{' ' * n} Ruiz is inviting you to a call", "Dana Ruiz", 272),
    ("a role in a title", lambda n: f"Subject: Interview - {'x' * n}\n\n{DAY}", "role x", 80),
    ("a heading", lambda n: f"Interview {'x' * n}\n{DAY}", "titled", 79),
    ("a zone behind a day", lambda n: f"14 January at 2 pm {filled(n)} Time zone: PST", "Los_Angeles", 216),
    ("a zone before a day", lambda n: f"Time zone: PST {filled(n)} 14 January at 2 pm", "Los_Angeles", 84),
    (
        "letters of a zone in an event",
        lambda n: f":DTSTART:20270114T130000Z\nDESCRIPTION:{filled(n)} 2 pm EST",
        "New_",
        19_991,
    ),
    ("signs of a sender", lambda n: f"From: {'D' * n} Ruiz\n\n{DAY}", "(invites)", 145),
    ("days of a calendar", days, "2027", 20),
    ("the people of an event", people, "Dana Ruiz", 500),
    ("an email within an email", nested, "2027-01-14", 7),
    ("the parts of an email", parts, "2027-01-14", 60),
    ("the years of a day", lambda n: f"14 January {max(n, 1900)} at 2 pm", "14:00", 2_999),
    ("the hours of a day", lambda n: f"On 14 January at {n}:00", ":00-", 23),
    ("the minutes of an hour", lambda n: f"On 14 January at 14:{n:02}", "14:", 59),
    ("minutes that it takes", lambda n: f"On 14 January at 1 pm for {max(n, 10)} minutes", "13:00-1", 419),
    ("minutes of an event", lambda n: f":{PARIS}DURATION:PT{max(n, 360)}M", "14:00-2", 599),
]


@pytest.mark.parametrize(("what", "build", "holds", "limit"), LIMITS, ids=[each[0] for each in LIMITS])
def test_a_limit_lies_where_it_should(what: str, build: Callable[[int], str], holds: str, limit: int) -> None:
    """The next sign, line or part is too much; nothing else of the reading depends on it."""
    assert (True, False) == (holds in reading(build(limit)), holds in reading(build(limit + 1))), what


def test_of_many_people_twenty_are_taken_and_the_others_named() -> None:
    """So many one interview can hold; whoever is left out is told."""
    names = [f"Dana {chr(65 + at)}iz" for at in range(22)]
    lines = "\n".join(f"ATTENDEE;CN={name}:mailto:{at}@acme.com" for at, name in enumerate(names))
    found = reading(f":ORGANIZER;CN=Lee Park:mailto:lee@acme.com\n{lines}")
    assert all(f"{name} <" in found.partition("left out")[0] for name in names[:20])
    assert ["Dana Uiz", "Dana Viz", "Lee Park"] == [one for one in (*names, "Lee Park") if f"left out: {one}" in found]


def test_a_hundred_days_are_looked_at_and_no_more() -> None:
    """A list of dates is no invitation."""
    many = "\n".join(["on 12 January"] * 99)
    assert "2027-01-14 14:00" in reading(f"{many}\n14 January at 2 pm")
    assert "2027-01-14 14:00" not in reading(f"{many}\non 12 January\n14 January at 2 pm")


def test_a_hundred_days_by_name_are_looked_at_and_no_more() -> None:
    """So are days that are told by the day on which the email was sent."""
    sent = "From: Dana Ruiz\nSent: 4 January 2027\n\n"
    many = "Tuesday.\n" * 99
    assert "2027-01-07 14:00" in reading(f"{sent}{many}Thursday at 2 pm")
    assert "2027-01-07 14:00" not in reading(f"{sent}{many}Tuesday.\nThursday at 2 pm")
