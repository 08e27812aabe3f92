"""Invitations of more kinds: what applicant systems, calendars and people write, in seven languages."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followup.cli.reading import any_text
from followup.files.invitation import Invitation, read
from followup.model.wording import problem_words

FOLDER = Path(__file__).parents[1] / "invitations" / "more"
EXPECTED: Mapping[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def reading(name: str) -> Invitation:
    """What is read in a sample, by whom and on which day `expected.json` says."""
    told = EXPECTED[name]
    return read(
        any_text(str(FOLDER / name)),
        told.get("me", ""),
        told.get("zone", ""),
        date.fromisoformat(told.get("today", "2027-01-04")),
    )


def person(one: Mapping[str, str]) -> str:
    """A person on one line: name, part and address."""
    return ", ".join(filter(None, (one["name"], one["part"], one.get("email", ""))))


def test_every_sample_has_its_expected_reading() -> None:
    """And no reading is without its sample."""
    assert set(EXPECTED) == {path.name for path in FOLDER.iterdir()} - {"expected.json"}


@pytest.mark.parametrize("name", EXPECTED)
def test_each_interview_has_its_day_hours_zone_format_and_people(name: str) -> None:
    """One round a day, and everybody of that day."""
    found = reading(name).fields.get("rounds", [])
    for expected, one in zip(EXPECTED[name]["rounds"], found, strict=True):
        said = {**{key: one.get(key, "") for key in expected}, "people": list(map(person, one["interviewers"]))}
        assert expected == said


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_guessed_says_so_and_what_is_called_off_too(name: str) -> None:
    """Role and company are proposed where a person would read them."""
    found, expected = reading(name), EXPECTED[name]
    assert set(expected.get("unsure", ())) <= set(found.unsure)
    assert expected.get("cancelled", False) == found.is_cancelled
    proposed = {"company": found.proposed.company, "role": found.proposed.role}
    assert {key: expected[key] for key in proposed if key in expected} == {
        key: value for key, value in proposed.items() if key in expected
    }


@pytest.mark.parametrize("name", [name for name in EXPECTED if "wrong" in EXPECTED[name]])
def test_what_invites_to_no_interview_says_why(name: str) -> None:
    """A decision, an offer, a task and days to choose from are none, whatever days they name."""
    assert problem_words(EXPECTED[name]["wrong"], said=EXPECTED[name].get("said", "")) == reading(name).wrong


@pytest.mark.parametrize("name", [name for name in EXPECTED if "left_out" in EXPECTED[name]])
def test_who_has_no_name_is_told(name: str) -> None:
    """Beside the address that an invitation has of them."""
    assert all(any(who in words for words in reading(name).left_out) for who in EXPECTED[name]["left_out"])


MOVES = [
    ("moved from 12 January at 10 am to 14 January at 3 pm", "2027-01-14 15:00"),
    ("moved from 10 am to 3 pm on 12 January", "2027-01-12"),
    ("14 January at 3 pm instead of 12 January at 10 am", "2027-01-14 15:00"),
    ("Previously: 12 January, 10:00\nNow: 14 January, 15:00", "2027-01-14 15:00"),
    ("Der Termin wurde vom 12. Januar um 10:00 Uhr auf den 14. Januar um 15:00 Uhr verschoben", "2027-01-14 15:00"),
    ("Verschoben vom 12.01.2027, 10:00 Uhr, auf den 14.01.2027, 15:00 Uhr", "2027-01-14 15:00"),
    ("Confirm by 11 January at 5 pm. We meet on 14 January at 3 pm", "2027-01-14 15:00"),
]


@pytest.mark.parametrize(("text", "expected"), MOVES)
def test_of_a_day_that_was_left_and_a_new_one_the_new_one_is_read(text: str, expected: str) -> None:
    """Nor is a day until which to answer that of the interview."""
    (found,) = read(text, "", "", date(2027, 1, 4)).fields["rounds"]
    assert f"{found['date']} {found.get('starts', '')}".startswith(expected)


NUMBERS = [
    ("Friday 01/08/2027 at 10:00", "2027-01-08"),
    ("Friday, 08/01/2027 at 10:00", "2027-01-08"),
    ("01/08/2027 at 10:00 AM EST", "2027-01-08"),
    ("08/01/2027 at 10:00 GMT", "2027-01-08"),
    ("1/14/27 at 10 am", "2027-01-14"),
    ("Thu 1/14 at 10 am", "2027-01-14"),
    ("Friday 5/2 at 10:00", "2027-02-05"),
    ("Confirming 1/14 @ 9:30a", "2027-01-14"),
    ("Te esperamos el 5/2 a las 16:00", "2027-02-05"),
    ("Esperamos você no dia 5/2 às 16:00", "2027-02-05"),
    ("À réaliser avant le 5/2/2027 à 23h59 par Hirevue, entretien différé", "2027-02-05"),
    ("w czwartek 14.1 o 15:30", "2027-01-14"),
    ("Donnerstag 14.01 um 15 Uhr", "2027-01-14"),
    ("vendredi 5/2 à 10h", "2027-02-05"),
    ("el lunes 8/2/2027 a las 10", "2027-02-08"),
    ("terça-feira, 5/2, às 10h", "2027-02-05"),
    ("14-01-2027, 10:00", "2027-01-14"),
    ("2027/01/14 10:00", "2027-01-14"),
    ("am 14.01. um 10 Uhr", "2027-01-14"),
    ("am 14.01.27 um 10 Uhr", "2027-01-14"),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_the_order_of_two_numbers_is_told_by_the_weekday_or_the_clock(text: str, expected: str) -> None:
    """8 January 2027 is a Friday; who names Eastern time writes the month first, who says "terça" the day.

    The year is the closest one: 5 February 2027 is a Friday, and 2 May is one in 2025 alone.
    """
    assert [expected] == [one["date"] for one in read(text, "", "", date(2027, 1, 4)).fields["rounds"]]


@pytest.mark.parametrize(
    "text",
    [
        "2/3/2027 at 2 pm",
        "open 24/7 at 10:00",
        "Round 1/3, 10:00 AM EST",
        "Room 3/4, 10:00 AM EST",
        "call 2/3 at 10:00 AM EST",
        "Day 1/2, 9:00 AM EST",
        "torsdag 10.30",
        "we are 1/14 of the way",
        "version 1.14.2",
    ],
)
def test_numbers_that_say_no_day_give_none(text: str) -> None:
    """Of two small numbers nobody knows which is the month."""
    assert read(text, "", "", date(2027, 1, 4)).wrong


@pytest.mark.parametrize(
    "text",
    [
        "Interview 02/04/2027 at 8:30. Reply by 28 January.",
        "Interview on Tuesday 02/04 at 8:30.",
        "Interview: 02/04, 8:30.",
    ],
)
def test_a_date_that_may_be_two_days_is_told_as_both(text: str) -> None:
    """With their weekdays, by which the reader may know which one is meant; neither is a Tuesday."""
    wrong = read(text, "", "", date(2027, 1, 4)).wrong
    assert all(each in wrong for each in ("02/04", "Thursday 4 February 2027", "Friday 2 April 2027"))


LENGTHS = [
    ("It takes half an hour.", "14:30"),
    ("It takes an hour.", "15:00"),
    ("It takes an hour; half an hour of it is yours.", "15:00"),
    ("It takes about three quarters of an hour.", "14:45"),
    ("It takes an hour and a half.", "15:30"),
    ("Dura una hora y media.", "15:30"),
    ("Cela dure une heure et demie.", "15:30"),
    ("Es dauert eine halbe Stunde.", "14:30"),
    ("It takes an hour (45 minutes of questions).", "15:00"),
]


@pytest.mark.parametrize(("words", "ends"), LENGTHS)
def test_a_length_in_words_tells_the_end(words: str, ends: str) -> None:
    """Half an hour is no hour, and of two lengths the shorter one is a part."""
    (found,) = read(f"Interview on 14 January, 14:00.\n{words}", "", "", date(2027, 1, 4)).fields["rounds"]
    assert ("14:00", ends) == (found["starts"], found["ends"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sie sprechen mit Max Weiß und Lea Groß.", ["Max Weiß, interviewer", "Lea Groß, interviewer"]),
        ("You will meet Max Weiß and Dana Ruiz.", ["Max Weiß, interviewer", "Dana Ruiz, interviewer"]),
        ("Max Weiß is inviting you to a meeting.", ["Max Weiß, recruiter"]),
    ],
)
def test_letters_without_a_capital_shift_no_names(words: str, expected: list[str]) -> None:
    """Folded, "ß" is two letters: what is found in the folded text stands elsewhere in the one that was written."""
    (found,) = read(f"Interview on 14 January, 14:00.\n{words}", "", "", date(2027, 1, 4)).fields["rounds"]
    assert expected == list(map(person, found["interviewers"]))


TO_CHOOSE = [
    "Please choose one of these:\nTuesday 12 January, 10:00\nThursday 14 January, 15:00",
    "Could you do Mon 18 January 10:00-11:00, Tue 19 January 15:00-16:00 or Wed 20 January 9:00? Let me know!",
    "Would Thursday 14 January at 3 pm or Friday 15 January at 10 am work for you?",
    "Folgende Termine wären möglich: 18. Januar 10 Uhr, 19. Januar 15 Uhr oder 20. Januar 9 Uhr. Passt einer davon?",
    "Seriez-vous disponible le mardi 19 janvier à 10h ou le mercredi 20 janvier à 14h pour un entretien ?",
]


@pytest.mark.parametrize("text", TO_CHOOSE)
def test_days_to_choose_from_are_no_interviews(text: str) -> None:
    """And we say what to come back with."""
    assert read(text, "", "", date(2027, 1, 4)).wrong.startswith("This offers several days to choose from.")


@pytest.mark.parametrize(
    "asked",
    [
        "Please let me know if any of these clash with something.",
        "Tell us if one of these doesn't suit you.",
        "Bitte melden Sie sich, falls einer der folgenden Termine nicht passt.",
        "Dites-moi si l'une de ces dates ne vous convient pas.",
        "Avísame si alguna de estas fechas no te viene bien.",
    ],
)
def test_who_asks_what_does_not_suit_has_set_the_days(asked: str) -> None:
    """Each is held as the words beside it say, and what comes only later is none of them."""
    text = (
        "- Monday 11 January, 16:00: phone call with Peter Lund\n- Thursday 14 January, 9:00: interview at our office\n"
        f"- If both go well: a half-day on site in the week of 25 January\n\n{asked}"
    )
    rounds = read(text, "", "", date(2027, 1, 4)).fields["rounds"]
    assert [("2027-01-11", "phone"), ("2027-01-14", "onsite")] == [(one["date"], one.get("format")) for one in rounds]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("We are delighted to offer you an interview on 14 January at 2 pm.", "14:00"),
        ("Can you come by Thursday 14 January at a quarter past four?", "16:15"),
        ("Please stop by on 14 January at 3 pm.", "15:00"),
        ("We decided not to move the interview; it stays on 14 January at 2 pm.", "14:00"),
    ],
)
def test_who_is_offered_an_interview_or_comes_by_has_one(asked: str, told: str) -> None:
    """No job is offered so, and no day set until which something is due."""
    (one,) = read(asked, "", "", date(2027, 1, 4)).fields["rounds"]
    assert ("2027-01-14", told) == (one["date"], one["starts"])


def test_an_address_in_angle_brackets_is_no_tag() -> None:
    """Nor is a link that Outlook puts behind its words."""
    text = "You will meet Dana Ruiz <dana@acme.example> on 14 January at 2 pm. Join<https://zoom.us/j/1>"
    (found,) = read(text, "", "", date(2027, 1, 4)).fields["rounds"]
    assert [{"name": "Dana Ruiz", "part": "interviewer", "email": "dana@acme.example"}] == found["interviewers"]
    assert "video" == found["format"]
