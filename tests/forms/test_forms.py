"""What was typed becomes a dataclass, or problems with their paths."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType

import pytest

from followup import forms
from followup.model.question import asked
from followup.model.wording import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Guest:
    """Somebody asked to come."""

    name: str = asked(Words(label="Name", enter="Enter the name"), needed=True)
    email: str = asked(Words(label="Address", enter="Enter an address"), kind="email")


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """One of each kind of question."""

    title: str = asked(Words(label="Title"))
    day: date | None = asked(Words(label="Day", enter="Enter the day"), kind="date", default=None)
    at: time | None = asked(Words(label="Time", enter="Enter the time"), kind="time", default=None)
    told: datetime | date | None = asked(Words(label="Told", enter="Enter the moment"), kind="moment", default=None)
    open_: bool = asked(Words(label="Open"), kind="flag", key="open", default=False)
    where: str = asked(Words(label="Place"), kind="choice", choices=lambda: (("", "-"), ("home", "At home")))
    zone: str = asked(Words(label="Zone", enter="Choose a zone"), kind="zone")
    country: str = asked(Words(label="Country", enter="Choose a country"), kind="country")
    speech: str = asked(Words(label="Speech"), kind="long")
    motto: str = asked(Words(label="Motto"), kind="line", limit=20)
    guests: tuple[Guest, ...] = asked(Words(label="Guests"), default=(), limit=2)
    wishes: Mapping[str, str] = asked(Words(label="Wishes"), default=MappingProxyType({}))


def read(**told: object) -> forms.Reading[Party]:
    """What becomes of these answers."""
    return forms.read(Party, told)


def wrong(**told: object) -> dict[str, str]:
    """Messages by path."""
    return {problem.field: problem.message for problem in read(**told).problems}


RIGHT = [
    ("title", "  Spring  ", "Spring"),
    ("day", "2028-02-29", date(2028, 2, 29)),
    ("at", "00:00", time()),
    ("told", "2027-01-07", date(2027, 1, 7)),
    ("told", "2027-01-07T15:00", datetime.fromisoformat("2027-01-07T15:00")),
    ("told", "2027-01-07T15:00:30Z", datetime.fromisoformat("2027-01-07T15:00:30+00:00")),
    ("told", "2027-01-07T15:00+05:45", datetime.fromisoformat("2027-01-07T15:00+05:45")),
    ("where", "home", "home"),
    ("zone", "Europe/London", "Europe/London"),
    ("country", "gb", "GB"),
    ("speech", "One\n\n\tTwo", "One\n\n\tTwo"),
    ("motto", "a\nb", "a\nb"),
    ("wishes", {"food": "cake"}, {"food": "cake"}),
]


@pytest.mark.parametrize(("name", "typed", "value"), RIGHT)
def test_a_right_answer_is_read(name: str, typed: object, value: object) -> None:
    """Each kind of question, by its own rule."""
    reading = read(**{name: typed})
    assert ((), value) == (reading.problems, getattr(reading.value, name))


WRONG = [
    ("day", "2027-02-29", "Enter the day; 2027-02-29 is not in the calendar"),
    ("day", "2027-2-9", "Enter the day, like 2027-01-07"),
    ("day", 20270109, "Enter the day, like 2027-01-07"),
    ("at", "24:00", "Enter the time, like 14:00"),
    ("at", "9:00", "Enter the time, like 14:00"),
    ("told", "2027-01-0", "Enter the moment, like 2027-01-08T09:00"),
    ("told", "2027-01-07 15:00", "Enter the moment, like 2027-01-08T09:00"),
    ("told", "2027-01-07T15:00+0100", "Enter the moment, like 2027-01-08T09:00"),
    ("told", "2027-01-07T15:00+01:00:30", "Enter the moment, like 2027-01-08T09:00"),
    ("told", "1899-12-31T23:59", "Enter the moment, like 2027-01-08T09:00"),
    ("told", "3000-01-01T00:00", "Enter the moment, like 2027-01-08T09:00"),
    ("open", "yes", "Enter true or false"),
    ("open", 1, "Enter true or false"),
    ("where", "pub", "Choose one of: home"),
    ("zone", "Europe/Paris?", "Choose a zone"),
    ("country", "ZZ", "Choose a country"),
    # In capitals these two would be South Sudan and Finland.
    ("country", "ß", "Choose a country"),
    ("country", "\ufb01", "Choose a country"),
    ("title", "x" * 201, "Enter at most 200 characters"),
    ("title", "a\u2028b", "Remove the line breaks and control characters"),
    ("title", "\ud83d", "Remove the line breaks and control characters"),
    ("speech", "x" * 20_001, "Enter at most 20,000 characters"),
    ("speech", "a\x00b", "Remove the control characters"),
    ("motto", "x" * 21, "Enter at most 20 characters"),
    ("guests", {}, "Enter a list for: guests"),
    ("guests", [{"name": "A"}] * 3, "Enter at most 2 here"),
    ("wishes", [], "Enter an object with named texts"),
]


@pytest.mark.parametrize(("name", "typed", "message"), WRONG)
def test_a_wrong_answer_says_what_to_enter(name: str, typed: object, message: str) -> None:
    """And nothing else is blamed; there is no value."""
    assert {name: message} == wrong(**{name: typed})
    assert read(**{name: typed}).value is None


def test_paths_lead_into_lists_and_objects() -> None:
    """guests[1].email."""
    assert {"guests[0].name": "Enter the name", "guests[1].email": "Enter an address"} == wrong(
        guests=[{}, {"name": "B", "email": "@"}]
    )


def test_all_problems_come_at_once_and_the_rest_is_read() -> None:
    """What was right can still be held against the other answers."""
    reading = read(day="x", at="y", title="Spring")
    assert ({"day", "at"}, "Spring") == ({problem.field for problem in reading.problems}, reading.values["title"])


def test_an_answer_left_out_is_its_default() -> None:
    """Missing, null and empty are the same, and so is what only blanks stand in."""
    assert read() == read(title="", day=None, guests=None, where="") == read(open=None) == read(zone=" \t", day=" ")
    assert Party() == read().value
    assert {"guests[0].name": "Enter the name"} == wrong(guests=[{"name": "  "}])


def test_an_unknown_field_is_named_in_letters_that_can_be_shown() -> None:
    """With those that are known."""
    (path, message), *more = wrong(**{"col\nour" + "x" * 99: 1}).items()
    assert ("col?our" + "x" * 33, []) == (path, more)
    assert message.startswith("Remove this field; the fields here are title, day")


ADDRESSES = [
    "d@example.com",
    "dana.ruiz+jobs@mail.example.co.uk",
    "o'hara@example.com",
    "王@例え.jp",
    "x_1@a-b.example",
]
NO_ADDRESSES = ["d@example", "d@.com", "d..r@example.com", ".d@example.com", "d@exam ple.com", "d@@example.com", "d"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_taken(address: str) -> None:
    """With a plus sign, an apostrophe or in another script."""
    assert {} == wrong(guests=[{"name": "D", "email": address}])


@pytest.mark.parametrize("address", [*NO_ADDRESSES, "d@example.com,e@example.com", "<d@example.com>", "d@-a.example"])
def test_what_is_no_address_is_refused(address: str) -> None:
    """Two addresses, or one in brackets, too."""
    assert ["guests[0].email"] == list(wrong(guests=[{"name": "D", "email": address}]))
