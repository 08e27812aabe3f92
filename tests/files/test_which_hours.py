"""Of the hours that an email names the interview's are read, as they are from now on, and those of nothing else."""

from datetime import date

import pytest

from followup.files.invitation.hours import HALVES, hours
from followup.files.invitation.reading import Invitation, read

TODAY = date(2027, 1, 8)


def asked(text: str) -> Invitation:
    """What an email says."""
    return read(text, "", "America/New_York", TODAY)


def told(text: str) -> str:
    """Its interviews as "01-14 10:30-11:00", and "off" where it calls the last one off."""
    found = asked(text)
    days = (
        f"{one['date'][5:]} {one.get('starts', '')}-{one.get('ends', '')}" for one in found.fields.get("rounds", ())
    )
    return " ".join((*days, *(["off"] if found.is_cancelled else [])))


ASIDE = [
    ("Interview on January 14, 2027 at 10:30 AM ET.\n\nJordan\nOffice hours: Mon-Fri 9:00 AM - 5:00 PM", "10:30-"),
    ("Interview on January 14, 2027 at 10:30 AM ET. Reception is open 8:00 - 18:00.", "10:30-"),
    ("Interview on January 14, 2027 at 10:30 AM ET. Parking is free from 7:00 to 19:00.", "10:30-"),
    ("Interview on January 14, 2027 at 10:30 AM ET. Lunch is served from 12 to 1 pm.", "10:30-"),
    ("Interview on January 14, 2027 at 10:30 AM ET. I'm reachable between 8 am and 4 pm.", "10:30-"),
    ("Interview: January 14, 2027, 1:30 pm. For questions I am there Monday to Thursday, 8 am to 2 pm.", "13:30-"),
    ("Ihr Gespräch ist am 14. Januar um 10:30 Uhr.\n\nBürozeiten: Mo-Do 8:00 - 16:00 Uhr", "10:30-"),
    ("Ihr Gespräch ist am 14. Januar um 10:30 Uhr. Telefonisch bin ich von 9 bis 12 Uhr erreichbar.", "10:30-"),
    ("Votre entretien est le 14 janvier à 10h30. L'accueil est ouvert de 8h à 18h.", "10:30-"),
    ("La esperamos el 14 de enero a las 10:00. Nuestro horario de oficina es de 8:00 a 15:00.", "10:00-"),
    ("Aguardamos você em 14 de janeiro às 10:00. O estacionamento está aberto das 7h às 20h.", "10:00-"),
    ("Il colloquio è per il 14 gennaio alle 9.30. La mensa è aperta dalle 12 alle 14.", "09:30-"),
    ("Je gesprek is op 14 januari om 10.00 uur. Wij zijn bereikbaar van 9.00 tot 17.00 uur.", "10:00-"),
    ("Välkommen på intervju 14 januari kl. 13.00. Receptionen är öppen 8.00-16.30.", "13:00-"),
    ("面接は2027年1月14日 14:00からです。営業時間は9:00-18:00です。", "14:00-"),
    # A single hour that stands first.
    ("It is on January 14, 2027. Doors open at 8 am, your interview starts at 10:30 AM.", "10:30-"),
    ("It is on January 14, 2027. Please call me before 5 pm today to confirm. We start at 10:30 AM.", "10:30-"),
    ("It is on January 14, 2027. Take the 1:05 pm train from Leeds. We begin at 2 pm.", "14:00-"),
    ("You'll receive the link at 9 am on the day. The call is on January 14 at 11 am.", "11:00-"),
    ("Please reply by 5 pm tomorrow to confirm January 14 at 10 am.", "10:00-"),
    ("Arrive by 10:15 am on January 14 for a 10:30 am start.", "10:30-"),
    ("Am 14. Januar um 9 Uhr geht es los. Von 12 bis 13 Uhr gibt es Mittagessen.", "09:00-"),
    ("10:00 - 10:30 AM on Thursday, January 14. I'm in meetings from 11 to 3 pm that day.", "10:00-10:30"),
    ("As discussed at 9:15 am today, your interview is on January 14. It begins at 4 pm.", "16:00-"),
    (
        "It is on January 14, 2027. Please arrive at 8.15am; your lesson is at 9am and your interview at 11.20am.",
        "09:00-",
    ),
    # None is better than one of something else.
    ("Your interview is on January 14, 2027. Reception is open from 8 am to 6 pm.", "-"),
    ("Your interview is on January 14, 2027. Please confirm before 5 pm.", "-"),
    # What stands with the day itself is of the day.
    ("We'd like to take you for lunch on Thursday, January 14 at noon.", "12:00-"),
    ("Lunch interview on January 14, 12:30 pm - 1:30 pm.", "12:30-13:30"),
    ("Please arrive at 8:30 am on January 14.", "08:30-"),
    ("Please be at reception by 10 am on January 14.", "10:00-"),
    ("January 14 at 3 pm. We will need you from 3 pm to 4 pm. My phone is on from 9 am.", "15:00-16:00"),
    ("January 14: 10 am. Arrival 9:45 am.", "10:00-"),
]


@pytest.mark.parametrize(("text", "expected"), ASIDE)
def test_hours_of_something_else_are_not_the_interviews(text: str, expected: str) -> None:
    """Opening, lunch, parking, being reachable, a deadline: the day's own sentence comes first, then one on it."""
    assert f"01-14 {expected}" == told(text)


MOVED = [
    ("we're shifting your Thursday, January 14 interview from 2:00-2:45 PM to 3:30-4:15 PM ET.", "15:30-16:15"),
    ("we need to push your January 14 interview from 2pm to 3:30pm ET.", "15:30-"),
    ("we need to move your interview from 2pm to 3pm ET on Thursday, January 14.", "15:00-"),
    ("we're moving your interview on January 14 back by an hour, from 2pm to 3pm ET.", "15:00-"),
    ("We've moved your January 14 interview one hour earlier, at 2 pm.", "14:00-"),
    ("the start time for Thursday, January 14 changed: 2:00 PM → 3:30 PM ET.", "15:30-"),
    ("Time change for January 14: 3:00 - 4:00 pm → 4:00 - 5:00 pm.", "16:00-17:00"),
    ("January 14, previously at 2:00 PM, will be at 3:30 PM ET.", "15:30-"),
    ("Originally scheduled for 3 pm, your interview on January 14 will start at 4 pm.", "16:00-"),
    ("We changed the time of your interview on January 14: it was 2:00 PM, it's now 3:30 PM.", "15:30-"),
    ("Your interview on January 14 is now at 3:30 PM ET (was 2:00 PM).", "15:30-"),
    ("Your January 14 interview will start at 3:30 PM ET, not 2:00 PM.", "15:30-"),
    ("Date: January 14, 2027\nOld time: 2 PM\nNew time: 3:30 PM", "15:30-"),
    ("Ihr Gespräch am 14. Januar verschiebt sich von 14 Uhr auf 15:30 Uhr.", "15:30-"),
    ("Ihr Gespräch am 14. Januar müssen wir von 14 Uhr auf 15:30 Uhr verlegen.", "15:30-"),
    ("Ihr Gespräch am 14. Januar beginnt um 15:30 Uhr statt um 14 Uhr.", "15:30-"),
    ("Votre entretien du jeudi 14 janvier passe de 14h à 15h30.", "15:30-"),
    ("Nous devons décaler votre entretien du 14 janvier de 15h à 16h.", "16:00-"),
    ("La entrevista del jueves 14 de enero pasa de las 14:00 a las 15:30.", "15:30-"),
    ("Sua entrevista de 14 de janeiro foi remarcada das 15h para as 16h.", "16:00-"),
    ("Il colloquio del 14 gennaio è spostato dalle 15:00 alle 16:00.", "16:00-"),
    ("We moeten je gesprek op 14 januari verzetten van 15.00 naar 16.00 uur.", "16:00-"),
    ("Vi måste flytta intervjun den 14 januari från 15.00 till 16.00.", "16:00-"),
    ("Heads up, January 14 slipped from 4 pm to 5 pm.", "17:00-"),
    ("Your interview at 10 on January 14 has been moved to 2 pm.", "14:00-"),
    ("Statt um 16 Uhr treffen wir uns am 14. Januar erst um 17 Uhr.", "17:00-"),
    ("Cambio de hora: el 14 de enero a las 17:00 (antes a las 16:00).", "17:00-"),
    # From one hour to another it lasts, where nothing says that it moved from there.
    ("Your interview has been moved to Thursday, January 14, from 3 pm to 4 pm.", "15:00-16:00"),
    ("Your interview has been rescheduled for January 14 from 3 pm to 4 pm.", "15:00-16:00"),
    ("We've moved the interview online and it runs on January 14 from 3 pm to 4 pm.", "15:00-16:00"),
    ("We have updated the link; you meet Dana on January 14 from 3 pm to 4 pm.", "15:00-16:00"),
    ("Room change: January 14 from 3 pm to 4 pm, now in room 5.", "15:00-16:00"),
    ("January 14 from 3pm to 4pm. If you need to change it from 3pm to 5pm, tell me.", "15:00-16:00"),
]


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_an_hour_that_moved_on_its_day_is_read_as_the_new_one(text: str, expected: str) -> None:
    """And an interview with a new hour is not called off."""
    assert f"01-14 {expected}" == told(text)


OFF = [
    "I'm afraid Thursday, January 14 at 3 pm is off. New times to follow.",
    "Dev can't do Thursday, January 14 at 3 pm after all. New times to follow.",
    "Please disregard the interview on January 14 at 3 pm.",
    "The interview on January 14 at 3 pm isn't going ahead. We'll rebook.",
    "Thursday, January 14 at 3 pm doesn't work for Dev any more.",
    "Sadly Dana won't be able to do January 14 at 3 pm. I'll propose a new slot.",
    "The interview on January 14 at 3 pm is on hold until further notice.",
    "Das Gespräch am 14. Januar um 15 Uhr fällt leider aus.",
    "Leider müssen wir das Gespräch am 14. Januar um 15 Uhr verschieben. Wir melden uns.",
    "Der Termin am 14. Januar um 15 Uhr klappt leider doch nicht. Wir melden uns.",
    "L'entretien du 14 janvier à 15h n'aura pas lieu.",
    "La entrevista del 14 de enero a las 15:00 no tendrá lugar.",
    "Infelizmente a entrevista de 14 de janeiro às 15:00 não vai acontecer.",
    "Il colloquio del 14 gennaio alle 15:00 non si terrà.",
    "Het gesprek op 14 januari om 15.00 uur vervalt.",
]
STANDS = [
    "If you can't make January 14 at 3 pm, let me know.",
    "Dana can't make January 14 at 3 pm, so Lee will interview you.",
    "We can't do video on January 14 at 3 pm, so please come to our office.",
    "The interview on January 14 at 3 pm is not cancelled.",
    "Dana is off sick, so Lee meets you on January 14 at 3 pm.",
    "Our office is off Main Street. See you on January 14 at 3 pm.",
    "Please disregard the previous email. Your interview is on January 14 at 3 pm.",
    "Please disregard the invitation for January 13; your interview is on January 14 at 3 pm.",
    "We have to cancel Tuesday, January 12; Thursday, January 14 at 3 pm stays.",
]


@pytest.mark.parametrize("text", OFF)
def test_an_interview_that_falls_through_is_called_off(text: str) -> None:
    """By whatever words: it would be planned for otherwise."""
    assert "01-14 15:00- off" == told(text)


@pytest.mark.parametrize("text", STANDS)
def test_an_interview_stands_where_something_else_falls_through(text: str) -> None:
    """Another day, another person, a condition."""
    assert "01-14 15:00-" == told(text)


SEVERAL = [
    "1. Tue 12 January, 10:00-10:45, Zoom, with Ana Bell\n2. Thu 14 January, 15:00-16:00, our office, with Bo Dietz",
    "(1) 12 January, 10:00-10:45 with Ana Bell\n(2) 14 January, 15:00-16:00 with Bo Dietz",
    "Round 1 is on 12 January, 10:00-10:45 with Ana Bell; round 2 on 14 January, 15:00-16:00 with Bo Dietz.",
    "1. January 12, 10:00-10:45: Ana Bell\n2. January 14, 15:00-16:00: Bo Dietz",
    "1) Technical interview on Tuesday, January 12, 10:00-10:45\n2) Panel on Thursday, January 14, 15:00-16:00",
    "Runde 1 ist am 12. Januar, 10:00-10:45 Uhr; Runde 2 am 14. Januar, 15:00-16:00 Uhr.",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_two_interviews_of_one_list_are_both_read(text: str) -> None:
    """Each with its day, its hours and its people."""
    rounds = asked(text).fields["rounds"]
    assert "01-12 10:00-10:45 01-14 15:00-16:00" == told(text)
    assert "Ana Bell" not in [one["name"] for one in rounds[1]["interviewers"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. January 12, 10 am with Dana", "01-12 10:00-"),
        ("Gespräch am 12. Januar 14 Uhr.", "01-12 14:00-"),
        ("12. Januar 14 Uhr, Gespräch", "01-12 14:00-"),
        ("Interview 12 January 2 pm", "01-12 14:00-"),
    ],
)
def test_a_month_between_two_numbers_is_of_one_day(text: str, expected: str) -> None:
    """The other one is the number of a list, or the hour."""
    assert expected == told(text)


def test_days_alone_in_a_list_with_numbers_may_be_to_choose() -> None:
    """Only the first is read then, and the other is told."""
    found = asked("1. Tuesday, January 12, 10 am ET\n2. Thursday, January 14, 3 pm ET")
    assert "01-12" == found.fields["rounds"][0]["date"][5:]
    assert "14 January" in found.doubts[0]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("hour", ["9時", "9点", "9시", "9:00"])
def test_an_hour_behind_a_half_of_the_day_is_read_as_of_that_half(half: str, hour: str) -> None:
    """In Japanese, Chinese and Korean it stands before the hour, and may stand before both."""
    (at, later), day = ((9, 10), "am") if half in ("午前", "上午", "오전") else ((21, 22), "pm")
    found, span = hours(f"1月14日{half}{hour}"), hours(f"{half} {hour}〜{half} {hour.replace('9', '10')}")
    assert day == HALVES[half]
    assert (at, None) == (found.starts.hour, found.ends) if found else False
    assert (at, later) == (span.starts.hour, span.ends.hour) if span and span.ends else False
