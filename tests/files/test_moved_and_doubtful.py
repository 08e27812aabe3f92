"""What an email leaves for the reader to settle, and an email that moves an interview which was told already."""

import json
from typing import Any

import pytest

from followup import door

NOW = "2026-12-28T09:00:00-05:00"
TOLD = {"date": "2027-01-05", "format": "onsite", "zone": "America/New_York", "interviewers": [{"name": "Dana Ruiz"}]}
CASE = {"company": "Acme", "country": "US", "rounds": [TOLD]}


def asked(text: str, **fields: object) -> Any:
    """The answer of the door to a text."""
    request = {"tool": "invitation", "now": NOW, "fields": {"text": text, "my_zone": "America/New_York", **fields}}
    return json.loads(door.answer(json.dumps(request)))


@pytest.mark.parametrize(
    "text",
    [
        "Your interview with Dana Ruiz on Tuesday 5 January at 10 am has been moved to Thursday 7 January at 2 pm.",
        "With Dana Ruiz: could we do Thursday 7 January at 2 pm instead of Tuesday 5 January at 10 am?",
    ],
)
def test_an_email_that_moves_a_told_interview_is_its_news(text: str) -> None:
    """It would stand there twice, once on the old day, if it were read as another interview."""
    assert {"kind": "interview-moved", "by": "2027-01-07"}.items() <= asked(text, case=CASE)["data"]["event"].items()


@pytest.mark.parametrize(
    "text",
    [
        "You have the technical interview on Tuesday, 5 January at 10:00 and the panel on Wednesday, 6 January at 2 pm."
        "\nThe panel has been moved from Wednesday to Monday, 11 January at 3 pm. The other one stays.",
        "Your interview on Tuesday 5 January at 10:00 stays as it is. The interview on Wednesday, 6 January at 2 pm is "
        "moved to Monday, 11 January at 3 pm.",
        "Ihr Gespräch am Dienstag, 5. Januar um 10:00 Uhr bleibt. Das Gespräch am Mittwoch, 6. Januar um 14 Uhr wird "
        "auf Montag, 11. Januar um 15 Uhr verschoben.",
    ],
)
def test_of_two_interviews_one_moves_and_the_other_is_named(text: str) -> None:
    """The day that was left is not the other one's, which stays and would else be dropped unsaid."""
    found = asked(text)["data"]
    assert ["2027-01-11"] == [one["date"] for one in found["fields"]["rounds"]]
    assert any("Tuesday 5 January 2027" in one for one in found["doubts"])


def test_an_email_of_one_day_moves_nothing() -> None:
    """Somebody may be met twice."""
    assert "event" not in asked("You will meet Dana Ruiz again on Thursday 7 January at 2 pm.", case=CASE)["data"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Your interview is on Wednesday, January 7, 2027 at 2 pm.", ("Wednesday", "Thursday 7 January 2027")),
        ("Talk: 7 January 2027, 2pm. Assessment day: 14 January 2027, 9am.", ("Thursday 14 January 2027",)),
        ("Interview terça-feira, 5/2, às 10h.", ("terça", "Friday 5 February 2027")),
        (
            "[10:14, 28/12/2026] Ana: Interview on 7 January at 5 pm?\n[10:15, 28/12/2026] Bo: I work. At 6 pm?"
            "\n[10:16, 28/12/2026] Ana: ok, let me ask",
            ("6:00 pm",),
        ),
        ("We'd like to offer you the Site Engineer job! A call on 7 January at 10 am?", ("offers you the job",)),
        ("Open day on 14 January, any time between 10am and 4pm ET.", ("10:00 am", "4:00 pm")),
    ],
)
def test_what_the_reader_has_to_settle_is_said_openly(text: str, named: tuple[str, ...]) -> None:
    """In the data, on the page above all rows, and on the command line."""
    answer = asked(text)
    (words,) = answer["data"]["doubts"]
    assert all(each in words for each in named)
    assert answer["fragment"].index(words.partition(",")[0]) < answer["fragment"].index("read__row")
    assert words in answer["files"][0]["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Your interview was originally scheduled for Tuesday 5 January at 10 am. It takes place on {new} at 2 pm.",
        "The interview, previously agreed for Tuesday 5 January at 10 am, is on {new} at 2 pm.",
        "The interview (initially booked for 5 January 2027 at 10 am): {new}, 2 pm.",
        "Your interview, formerly on 5 January at 10:00, is on {new} at 14:00.",
        "The original slot was 5 January 2027, 10 am. We'd like to see you on {new} at 2 pm.",
        "Original date: Tuesday 5 January 2027, 10 am\nYour interview: {new}, 2 pm",
        "Your interview is on {new} at 2 pm (originally planned for Tuesday 5 January at 10 am).",
        "Originally we said Tuesday 5 January at 10 am, but {new} at 2 pm suits the panel better.",
        "Ihr Gespräch, ursprünglich am 5. Januar um 10 Uhr geplant, findet am 7. Januar um 14 Uhr statt.",
        "L'entretien initialement prévu le 5 janvier à 10h aura lieu le 7 janvier à 14h.",
        "La entrevista, originalmente prevista para el 5 de enero a las 10:00, será el 7 de enero a las 14:00.",
    ],
)
def test_the_day_that_was_planned_at_first_is_not_the_interviews(text: str) -> None:
    """Only the first day behind the word is the one that it was planned for."""
    rounds = asked(text.format(new="Thursday 7 January"))["data"]["fields"]["rounds"]
    assert [("2027-01-07", "14:00")] == [(one["date"], one["starts"]) for one in rounds]


QUOTED = (
    "\n\nOn Mon, Dec 21, 2026 at 4:55 PM Ana Gil wrote:\n> See you on Tuesday, January 5 at 11:30 AM with Dana Ruiz."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Could we push Tuesday's call to Thursday the 7th, same time?{QUOTED}", ("2027-01-07", "11:30")),
        (f"Could we move it to Thursday the 7th?{QUOTED}", ("2027-01-07", None)),
        (f"Sent: 28 December 2026\n\nCould we push it to next Thursday, same time?{QUOTED}", ("2027-01-07", "11:30")),
        (f"Great, see you then, and bring the form to Thursday's desk.{QUOTED}", ("2027-01-05", "11:30")),
        ("It was on 5 January at 11:30. It has been moved to 7 January, same time.", ("2027-01-07", "11:30")),
        ("It was on 5 January at 11:30. The call is moved to 7 January.", ("2027-01-07", None)),
        ("It is on 5 January at 11:30. Our party has moved to 7 January.", ("2027-01-05", "11:30")),
        (
            "Können wir das Gespräch auf Donnerstag, den 7.1. verschieben, gleiche Uhrzeit?\n\nGesendet: 21.12."
            "2026\n\nIhr Gespräch ist am 5. Januar um 11:30 Uhr.",
            ("2027-01-07", "11:30"),
        ),
        (
            "L'entretien était prévu le 5 janvier à 11h30. Il est décalé au 7 janvier à la même heure.",
            ("2027-01-07", "11:30"),
        ),
    ],
)
def test_the_day_to_which_it_is_moved_counts_before_that_of_an_older_email(
    text: str, expected: tuple[str, str | None]
) -> None:
    """Its hour is the old one where they say so, and nobody's guess elsewhere."""
    (one,) = asked(text)["data"]["fields"]["rounds"]
    assert expected == (one["date"], one.get("starts"))


THANKS = "Thank you for the interview on 22 December at 2 pm. "


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (f"Could we push it to next Thursday, same time?{QUOTED}", "This says “Thursday”"),
        ("Can you come by Thursday at 4:15 pm?", "This says “Thursday”"),
        ("Unfortunately we have to call off tomorrow's interview.", "This says “tomorrow”"),
        ("Unfortunately we have to call off your interview.", "This calls an interview off"),
        ("Ihr Gespräch müssen wir leider absagen.", "This calls an interview off"),
        ("Could you send me two or three windows next week?", "This asks when you can come"),
        ("Wann hätten Sie nächste Woche Zeit für ein Gespräch?", "This asks when you can come"),
        ("We are thrilled to offer you the Site Engineer position. Please sign by 8 January.", "This tells how"),
        (f"{THANKS}We have decided not to take your application further.", "This tells how"),
        (f"{THANKS}We won't be taking your application forward.", "This tells how"),
        ("Nach dem Gespräch am 22.12. um 10 Uhr haben wir uns gegen Sie entschieden.", "This tells how"),
        ("Après l'entretien du 22 décembre à 10h, nous avons choisi un autre profil.", "This tells how"),
        ("Tras la entrevista del 22 de diciembre a las 10, hemos decidido no continuar.", "This tells how"),
        ("Dopo il colloquio del 22 dicembre alle 10 abbiamo scelto un altro profilo.", "This tells how"),
        ("Na het gesprek van 22 december om 10 uur: de keuze is gevallen op een ander.", "This tells how"),
        ("Join our webinar on Thursday 7 January at 6 pm.", "No day of an interview"),
    ],
)
def test_what_sets_no_day_says_what_it_tells_instead(text: str, begins: str) -> None:
    """A no, an offer, a question for times and a call-off are no invitations."""
    (problem,) = asked(text)["problems"]
    assert problem["message"].startswith(begins)


def test_an_offer_that_may_come_only_later_is_none() -> None:
    """Who speaks of what would be then has decided nothing."""
    assert "doubts" not in asked("If we offer you the role you'd start in March. We meet on 7 January at 2 pm.")["data"]


def test_an_email_that_calls_tomorrow_off_is_of_the_day_behind_the_one_of_sending() -> None:
    """The day of sending says which one it is."""
    data = asked("Sent: 4 January 2027\n\nUnfortunately we have to call off tomorrow's interview with Dana Ruiz.")[
        "data"
    ]
    assert ("2027-01-05", True) == (data["fields"]["rounds"][0]["date"], data["cancelled"])
