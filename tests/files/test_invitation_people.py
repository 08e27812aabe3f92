"""Short invitations, each with the people whom a reader finds in it, written down before anything read them."""

from datetime import date
from pathlib import Path

import pytest
from pairs import Pair, pairs

from followup.files.invitation import read
from followup.files.invitation.lines import Line
from followup.files.invitation.people import attendee

FILE = Path(__file__).parent / "people.txt"
DAY = "Interview on Thursday, January 14, 2027, 2:00 PM - 3:00 PM ET on Zoom.\n"


def met(text: str) -> str:
    """The people of an invitation; who only invites is marked, and an address stands behind a name."""
    rounds = read(text.replace("{D}", DAY), "", "", date(2027, 1, 8)).fields["rounds"]
    said = (
        f"{one['name']}{' (r)' if one['part'] == 'recruiter' else ''}{f' <{one["email"]}>' if 'email' in one else ''}"
        for each in rounds
        for one in each["interviewers"]
    )
    return ", ".join(said) or "nobody"


@pytest.mark.parametrize("pair", [*pairs(FILE)], ids=[pair.asked[:60] for pair in pairs(FILE)])
def test_those_are_read_whom_one_meets_and_nobody_else(pair: Pair) -> None:
    """A company that is greeted by its name costs more than a person who is left out."""
    assert pair.found == met(pair.text)


@pytest.mark.parametrize("value", ["urn:uuid:4fc6a0d2-1b1e", "/principals/users/dana@acme.example/", "dana@acme/1"])
def test_a_guest_that_is_called_by_a_path_has_the_address_beside_it(value: str) -> None:
    """Calendars of Apple's write the one they know by in the place of the address; it may hold an @ too."""
    told = Line(name="ATTENDEE", parameters={"CN": "Dana Ruiz", "EMAIL": "dana@acme.example"}, value=value)
    assert ("Dana Ruiz", "dana@acme.example") == (attendee(told).name, attendee(told).email)


@pytest.mark.parametrize(
    ("name", "email", "being"),
    [
        ("Copper Basin Health", "no-reply@greenhouse.io", "robot"),
        ("Copper Basin", "jobs@copperbasin.example", "team"),
        ("Harbor Lane", "hello@harborlane.example", "team"),
        ("Harbor Lane", "interviews@harborlane.example", "team"),
        ("Renata Solis", "no-reply@greenhouse.io", "person"),
        ("Renata Solis", "jobs@copperbasin.example", "person"),
        ("Renata", "hello@harborlane.example", "person"),
        ("Harbor Lane", "dana@harborlane.example", "person"),
    ],
)
def test_behind_an_address_of_many_a_name_has_to_be_ones_own(name: str, email: str, being: str) -> None:
    """A system writes under the company's name, and a person under their own."""
    assert being == attendee(Line(name="ORGANIZER", parameters={"CN": name}, value=f"mailto:{email}")).being


def test_the_lines_of_an_agenda_in_a_description_name_people() -> None:
    """As they do in the words of an email."""
    lines = (
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "DTSTART:20270127T160000Z",
        "ORGANIZER;CN=Copper Basin Health:mailto:no-reply@greenhouse.io",
        "DESCRIPTION:Your interview with Copper Basin Health.\\n\\n9:00 - 9:30 AM MST Latoya Freeman\\n"
        "9:30 - 10:00 AM MST Colm Ó Briain",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    assert "Latoya Freeman, Colm Ó Briain" == met("\r\n".join(lines))
