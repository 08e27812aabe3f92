"""The small rules by which an invitation is read: hours, days, zones, places, names and titles, each by itself."""

import textwrap
from datetime import date, time

import pytest

from followup.dates import clock
from followup.files.invitation.days import days
from followup.files.invitation.described import people
from followup.files.invitation.held import held, links
from followup.files.invitation.hours import hours
from followup.files.invitation.job import company
from followup.files.invitation.labels import labelled
from followup.files.invitation.left_hours import left_hours
from followup.files.invitation.lengths import minutes_of
from followup.files.invitation.lines import Block, CalendarFile, Line, calendar, split
from followup.files.invitation.mail import mail
from followup.files.invitation.people import attendee, company_host, host, is_person_name, same
from followup.files.invitation.plain import read_words
from followup.files.invitation.rounds import Notes
from followup.files.invitation.sessions import _latest
from followup.files.invitation.signatures import signatures
from followup.files.invitation.spoken_zones import CLOCKS
from followup.files.invitation.tables import is_heading
from followup.files.invitation.times import When, when
from followup.files.invitation.titles import proposed, title
from followup.files.invitation.words import one_line, plain, unmarked, weekdays
from followup.files.invitation.wrapping import unwrapped
from followup.files.invitation.writer import written_by
from followup.files.invitation.written_names import person_name
from followup.files.invitation.zones import guessed_zone, told_zone, zone_in_words

NEAR = date(2027, 1, 4)


def test_of_several_empty_lines_one_stays() -> None:
    """An email in HTML has thousands, and each pattern would look at all of them."""
    assert "Hi\n\nSam\nBest\n\nDana" == plain("Hi\r\n\r\n\xa0\r\n\t\r\nSam\rBest\n\nDana")


def between(text: str) -> str:
    """The hours of a text as "14:00-15:30", without an end where there is none."""
    found = hours(text)
    return f"{found.starts:%H:%M}-{f'{found.ends:%H:%M}' if found.ends else ''}" if found else ""


HOURS = [
    ("2 pm - 3:30 pm", "14:00-15:30"),
    ("à dix heures", "10:00-"),
    ("à dix heures et demie", "10:30-"),
    ("à dix heures et quart", "10:15-"),
    ("à dix heures moins le quart", "09:45-"),
    ("à quatorze heures trente", "14:30-"),
    ("à quatorze heures quinze", "14:15-"),
    ("à quinze heures quarante-cinq", "15:45-"),
    ("onze heures et demie", "11:30-"),
    ("à 10 heures et demie", "10:30-"),
    ("10h et quart", "10:15-"),
    ("à 11 heures moins le quart", "10:45-"),
    ("à 10h30", "10:30-"),
    ("à 10 heures 30", "10:30-"),
    ("um 10 uhr 30", "10:30-"),
    ("um 10 uhr, 30 minuten lang", "10:00-"),
    ("um 10 uhr 30 min", "10:00-"),
    ("um zehn uhr dreißig", "10:30-"),
    ("um 14 uhr fünfzehn", "14:15-"),
    ("at ten thirty", "10:30-"),
    ("om tien uur dertig", "10:30-"),
    ("om 14 uur 45", "14:45-"),
    ("a las 10 y 30", "10:30-"),
    ("a las diez y cuarenta y cinco", "10:45-"),
    ("às dez e trinta", "10:30-"),
    ("às 10 horas e 15", "10:15-"),
    ("alle 10 e 30", "10:30-"),
    ("ore quindici e quindici", "15:15-"),
    ("2-3 pm", "14:00-15:00"),
    ("11-1 pm", "11:00-13:00"),
    ("12 pm - 1 pm", "12:00-13:00"),
    ("12 am to 1 am", "00:00-01:00"),
    ("14:00–15:30", "14:00-15:30"),
    ("14 bis 15 uhr", "14:00-15:00"),
    ("9 to 10", ""),
    ("9:00 to 10", "09:00-10:00"),
    ("16:00 - 15:00", "16:00-"),
    ("at 14:30", "14:30-"),
    ("at 3 pm", "15:00-"),
    ("at 23:59", "23:59-"),
    ("at 24:00", ""),
    ("at 14:60", ""),
    ("at 0 pm", ""),
    ("at 13 pm", ""),
    ("at 1 am", "01:00-"),
    ("12 noon", "12:00-"),
    ("midday", "12:00-"),
    ("room 14", ""),
    ("noon to 1 pm", "12:00-13:00"),
    ("11 am to noon", "11:00-12:00"),
    ("finish at 4 pm, begins 10 am", "10:00-"),
    ("it ends at 4 pm", ""),
]


@pytest.mark.parametrize(("text", "expected"), HOURS)
def test_hours_are_read_as_people_write_them(text: str, expected: str) -> None:
    """A number alone is no hour; of "2-3 pm" both are in the afternoon."""
    assert expected == between(text)


DAYS = [
    ("thursday, january 14", ["2027-01-14"]),
    ("14th of january 2028", ["2028-01-14"]),
    ("28 december", ["2026-12-28"]),
    ("3 july", ["2027-07-03"]),
    ("2027-01-14", ["2027-01-14"]),
    ("2027年1月14日", ["2027-01-14"]),
    ("14.1.2027", ["2027-01-14"]),
    ("1/14/2027", ["2027-01-14"]),
    ("14/1/2027", ["2027-01-14"]),
    ("2/3/2027", []),
    ("12/12/2027", ["2027-12-12"]),
    ("12/13/2027", ["2027-12-13"]),
    ("30 february 2027", []),
    ("31/31/2027", []),
    ("14 january 1899", []),
    ("14 january 1900", ["1900-01-14"]),
    ("16 january or 15 january", ["2027-01-16", "2027-01-15"]),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days_are_read_where_they_can_mean_one_day_only(text: str, expected: list[str]) -> None:
    """One without a year is the one closest to now; of two small numbers nobody knows which is the month."""
    assert expected == [one.day.isoformat() for one in days(text, NEAR)]


def test_a_day_stands_where_its_words_stand() -> None:
    """From the number to the end of the month's name."""
    (found,) = days("on 14 january at 2", NEAR)
    assert "14 january" == "on 14 january at 2"[found.start : found.end].strip()


PLAIN = [
    ("a<br>b", "a\nb"),
    ("a<b>b</b>c", "abc"),
    ("<p>a</p>b", "\na\nb"),
    ("R&amp;D", "R&D"),
    ("ol&eacute;", "olé"),
    ("M&uuml;ller", "Müller"),
    ("&#65;&#x42;", "AB"),
    ("&#31;&#32;|", "  |"),
    ("&#xD800;|", " |"),
    ("a &bogus; b", "a &bogus; b"),
    ("1 < 2", "1 < 2"),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_html_becomes_the_lines_that_a_reader_sees(text: str, expected: str) -> None:
    """Marks go, signs that were spelled out come back, and what is no sign becomes a space."""
    assert expected == plain(text)


def test_a_line_has_no_link_and_an_end() -> None:
    """200 signs, for it may stand in an answer."""
    assert "Interview" == one_line("Interview - https://meet.example.com/abc")
    assert 200 == len(one_line("x" * 500))


def event(*lines: str) -> tuple[Block, CalendarFile]:
    """An event of those lines, in a calendar of its own."""
    found = calendar("\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"]))
    assert found is not None
    return found.events[0], found


def at(*lines: str, words: str = "", mine: str = "") -> When | None:
    """When such an event is."""
    block, whole = event(*lines)
    return when(block, whole, words, mine)


PARIS = "DTSTART;TZID=Europe/Paris:20270114T140000"
ENDS = [
    ((PARIS, "DTEND;TZID=Europe/Paris:20270114T153000"), "2027-01-14T15:30"),
    ((PARIS, "DTEND:20270114T143000Z"), "2027-01-14T15:30"),
    ((PARIS, "DURATION:PT1H30M"), "2027-01-14T15:30"),
    ((PARIS, "DURATION:P1D"), "2027-01-15T14:00"),
    ((PARIS, "DURATION:P1W"), "2027-01-21T14:00"),
    ((PARIS, "DURATION:P"), None),
    ((PARIS, "DTEND;TZID=Europe/Paris:20270114T130000"), None),
    ((PARIS,), None),
]


@pytest.mark.parametrize(("lines", "ends"), ENDS)
def test_an_end_is_on_the_clock_of_its_beginning(lines: tuple[str, ...], ends: str | None) -> None:
    """Told as a moment or as a length; one before the beginning is none."""
    found = at(*lines)
    assert found is not None
    assert "2027-01-14T14:00" == found.starts.isoformat(timespec="minutes") if found.starts else ""
    assert ends == (found.ends.isoformat(timespec="minutes") if found.ends else None)
    assert "Europe/Paris" == found.zone


def test_an_hour_in_utc_is_put_on_the_clock_that_the_words_name() -> None:
    """Else on the reader's, and then nobody is sure."""
    lines = ("DTSTART:20270114T130000Z", "DTEND:20270114T143000Z")
    told, mine = at(*lines, words="2pm (Europe/Paris)"), at(*lines, mine="America/New_York")
    assert told is not None
    assert mine is not None
    assert ("2027-01-14 14:00:00", "Europe/Paris") == (str(told.starts), told.zone)
    assert ("2027-01-14 08:00:00", "America/New_York", False) == (str(mine.starts), mine.zone, mine.is_sure)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tuesday, 8:00 AM - 9:00 AM EST", ("2027-01-14 08:00:00", "America/New_York", False)),
        ("from 14:00 (CET)", ("2027-01-14 14:00:00", "Europe/Berlin", False)),
        ("at 1:00 PM, 2 CVs please", ("2027-01-14 13:00:00", "UTC", False)),
    ],
)
def test_an_hour_in_utc_is_put_on_the_clock_of_the_letters_behind_an_hour(
    words: str, told: tuple[str, str, bool]
) -> None:
    """As applicant systems write it into the description."""
    found = at("DTSTART:20270114T130000Z", words=words)
    assert found is not None
    assert told == (str(found.starts), found.zone, found.is_sure)


def test_whole_days_end_on_the_day_before_the_one_that_is_told() -> None:
    """The end of RFC 5545 is exclusive; the same day twice is that day."""
    two, one = (at("DTSTART;VALUE=DATE:20270114", f"DTEND;VALUE=DATE:{day}") for day in ("20270116", "20270114"))
    assert two is not None
    assert one is not None
    assert (date(2027, 1, 14), date(2027, 1, 15)) == (two.day, two.last)
    assert (date(2027, 1, 14), date(2027, 1, 14)) == (one.day, one.last)


def test_a_zone_is_known_by_its_description_where_its_name_says_nothing() -> None:
    """By the offsets of winter and summer; nobody is sure, for many zones share them."""
    line = split("DTSTART;TZID=Ours:20270114T140000")
    assert line is not None
    zone = Block(lines=tuple(Line(name=name, parameters={}, value=value) for name, value in (
        ("TZID", "Ours"), ("TZOFFSETTO", "-0500"), ("TZOFFSETTO", "-0400"),
    )))  # fmt: skip
    whole = CalendarFile(own=Block(lines=()), events=(), zones=(zone,))
    found = told_zone(line, Block(lines=(line,)), whole)
    assert found is not None
    assert ("America/New_York", False) == (found.zone, found.is_sure)
    assert told_zone(line, Block(lines=()), CalendarFile(own=Block(lines=()), events=(), zones=())) is None


def test_a_zone_may_stand_in_words() -> None:
    """Whole names alone."""
    assert "Europe/London" == getattr(zone_in_words("2pm Europe/London"), "zone", "")
    assert "America/New_York" == getattr(zone_in_words("2pm (Eastern Time - New York)"), "zone", "")
    assert zone_in_words("London, 2 pm") is None


def test_signs_that_were_escaped_come_back() -> None:
    """Backslashes in a value (RFC 5545), carets in a parameter (RFC 6868), and quotes around it."""
    line = split(r"SUMMARY;CN=A ^'B^' ^^ ^n C;X=1:Acme\, Inc.\; R\\D\nRoom 1")
    quoted = split('ATTENDEE;CN="Ruiz, Dana":mailto:dana@example.com')
    assert line is not None
    assert quoted is not None
    assert "Acme, Inc.; R\\D\nRoom 1" == line.text
    assert 'A "B" ^ \n C' == line.parameters["CN"]
    assert ("Ruiz, Dana", "mailto:dana@example.com") == (quoted.parameters["CN"], quoted.value)


def place(location: str = "", summary: str = "", link: str = "", description: str = "", **more: str) -> str:
    """How such an interview is held, with "?" where that is not sure."""
    lines = [Line(name=name, parameters={}, value=value) for name, value in more.items()]
    block = Block(lines=(*lines, *([Line(name="URL", parameters={}, value=link)] if link else [])))
    found = held(block, summary, location, description, has_room=False)
    return found.format + ("" if found.is_sure else "?")


PLACES = [
    ({"location": "https://zoom.us/j/123"}, "video"),
    ({"description": "Join: https://us02web.zoom.us/j/123."}, "video"),
    ({"description": "See https://example.com/careers"}, ""),
    ({"location": "+1 212 555 0100"}, "phone"),
    ({"location": "tel: +44 20 7946 0000 ext. 12"}, "phone"),
    ({"location": "1 Hudson Street, New York"}, "onsite"),
    ({"location": "Room 4"}, "onsite"),
    ({"location": "1 Hudson Street, New York", "description": "https://zoom.us/j/123"}, "onsite?"),
    ({"location": "Room 4", "description": "https://zoom.us/j/123"}, "video?"),
    ({"location": "Room 4; +1 212 555 0100"}, "phone?"),
    ({"location": "dana@example.com"}, ""),
    ({"X-GOOGLE-CONFERENCE": "https://meet.google.com/abc-defg-hij"}, "video"),
    ({"X-MICROSOFT-SKYPETEAMSMEETINGURL": "https://teams.microsoft.com/l/meetup-join/x"}, "video"),
    ({"X-MICROSOFT-ONLINEMEETINGEXTERNALLINK": "https://example.com/meet"}, "video"),
    ({"description": "Record it: https://www.hirevue.com/interview/1"}, "recorded"),
]


@pytest.mark.parametrize(("told", "expected"), PLACES)
def test_how_it_is_held_is_told_by_link_number_room_and_address(told: dict[str, str], expected: str) -> None:
    """An address beside a link means coming, a room beside one may mean calling from there."""
    assert expected == place(**told)


def test_a_link_ends_before_the_full_stop() -> None:
    """And before a bracket."""
    assert ["https://zoom.us/j/1", "https://example.com/a"] == list(
        links("https://zoom.us/j/1. (https://example.com/a)")
    )


NAMES = [
    ("Dana Ruiz (Acme)", "Dana Ruiz"),
    ("Ruiz, Dana", "Dana Ruiz"),
    ("RUIZ Dana", "Dana Ruiz"),
    ("DANA RUIZ", "Dana Ruiz"),
    ("(External) Dana Ruiz", "Dana Ruiz"),
    ("Dana Ruiz via Calendly", "Dana Ruiz"),
    ("Dana Ruiz | Acme", "Dana Ruiz"),
    ("dana@example.com", ""),
    ("12345", ""),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_is_written_as_one_would_address_it(text: str, expected: str) -> None:
    """The given name first, not in capitals, and nothing of the firm."""
    assert expected == person_name(text)


def test_the_firm_of_an_address_is_none_where_everybody_has_one() -> None:
    """ "acme" of a mail host, of a British one too; a free host is nobody's."""
    assert "acme" == host("dana@mail.acme.co.uk") == company_host("dana@acme.com")
    assert "" == host("dana@localhost")
    assert "" == company_host("dana@gmail.com")
    assert same("Dana+jobs@Example.com", "dana@example.com")
    assert not same("", "")


def test_teams_and_rooms_are_no_people() -> None:
    """Nor is a firm, nor what has a number."""
    assert is_person_name("Dana Ruiz", "dana@acme.com")
    assert not is_person_name("Acme", "jobs@acme.com")
    assert not is_person_name("Talent Team")
    assert not is_person_name("Room 4")


TITLES = [
    ("Canceled: Interview", True, "Interview"),
    ("Fwd: Canceled: Interview", True, "Interview"),
    ("Fwd: Interview: Data Analyst", False, "Interview: Data Analyst"),
    ("Data Analyst: interview", False, "Data Analyst: interview"),
]


@pytest.mark.parametrize(("text", "is_cancelled", "words"), TITLES)
def test_a_title_says_whether_it_was_called_off(text: str, is_cancelled: bool, words: str) -> None:
    """What the sender's calendar put before it is taken off."""
    found = title(text)
    assert (is_cancelled, words) == (found.is_cancelled, found.words)


def test_a_title_proposes_company_and_role() -> None:
    """A session of a loop has a subject and no role; a role has at most eighty signs."""
    found = proposed("Interview: Data Analyst @ ACME Robotics", ["Dana Ruiz"], ["dana@acme-robotics.com"])
    assert ("ACME Robotics", "Data Analyst") == (found.company, found.role)
    loop = proposed("1/3 System design @ Acme", [], ["dana@acme.com"])
    assert ("Acme", "") == (loop.company, loop.role)
    assert "" == proposed("x" * 81, [], []).role
    assert "x" * 80 == proposed("x" * 80, [], []).role


def test_people_stand_behind_a_label_in_a_list_and_in_a_sentence() -> None:
    """Each once, in order, with the address beside the name; at most twenty."""
    text = (
        "Interviewers:\n- Dana Ruiz <dana@example.com>\n- Lee Park, Engineering\n\nYou will meet Bo Lee and Dana Ruiz."
    )
    assert ["Dana Ruiz", "Lee Park", "Bo Lee"] == [one.name for one in people(text)]
    assert "dana@example.com" == people(text)[0].email
    many = "Interviewers:\n" + "\n".join(f"- Dana {chr(65 + at)}{'x' * (at + 2)}" for at in range(25))
    assert 20 == len(people(many))


def test_a_label_gives_what_stands_behind_it() -> None:
    """On one line, at most a hundred signs."""
    assert "Data Analyst" == labelled("Hello\nPosition: *Data Analyst*\n", "role_follows")
    assert "" == labelled("Position:\n", "role_follows")
    assert 100 == len(labelled("Position: " + "x" * 150, "role_follows"))


def words_of(text: str) -> dict[str, str]:
    """The first round that the words of an email tell of."""
    found = read_words(text, None, "sam@example.com", "Europe/London", NEAR)
    assert not isinstance(found, str)
    return {key: value for key, value in found.fields["rounds"][0].items() if isinstance(value, str)}


def test_the_day_with_an_hour_beside_it_is_the_interviews() -> None:
    """Not the day on which an email was sent, nor one without an hour."""
    head = "From: Ana Poe <ana@acme.com>\nSent: 2 January 2027, 9:00\n\n"
    text = f"{head}See you 14 January at 2 pm. Send the form by 8 January."
    assert ("2027-01-14", "14:00") == (words_of(text)["date"], words_of(text)["starts"])


LENGTHS = [("for 45 minutes", "14:45"), ("for 1 hour", "15:00"), ("for 9 min", None), ("for 11 hours", None)]


@pytest.mark.parametrize(("words", "ends"), LENGTHS)
def test_an_end_may_be_told_by_how_long_it_takes(words: str, ends: str | None) -> None:
    """From ten minutes to ten hours."""
    assert ends == words_of(f"See you 14 January 2027 at 2 pm, {words}.").get("ends")


def test_the_zone_stands_beside_the_hour() -> None:
    """By its name, by a city, by its letters; else it is the reader's."""
    said = "14 January 2027 at 2 pm"
    assert "America/New_York" == words_of(f"{said} Eastern Time")["zone"]
    assert "Asia/Tokyo" == words_of(f"{said} Tokyo time")["zone"]
    assert "Europe/London" == words_of(said)["zone"]
    assert time(14).strftime("%H:%M") == words_of(said)["starts"]


def told(text: str) -> str:
    """When an interview is by the words of an email, and whom one meets."""
    found = read_words(text, None, "", "", NEAR)
    if isinstance(found, str):
        return ""
    (one,) = found.fields["rounds"]
    people = ", ".join(each["name"] for each in one["interviewers"])
    return f"{one['date'][5:]} {one.get('starts', '')}-{one.get('ends', '')} {people}".strip()


SAID = [
    ("Interview on 14 January. Finish at 4pm, begins 10am.", "01-14 10:00-16:00"),
    ("It finishes at 5pm on Friday 15 January.", "01-15 -17:00"),
    ("It runs until 4pm and begins at 2pm on Monday 11 January.", "01-11 14:00-16:00"),
    ("Time: 14:00\nEnds: 15:30\nDate: 14 January 2027", "01-14 14:00-15:30"),
    ("Your interview is on 14 January at 10am. Please arrive 15 minutes early.", "01-14 10:00-"),
    ("Please book your interview by Friday 15 January at 5pm.", ""),
    ("We hold interviews in the week of 11 January.", ""),
    (
        "Interview on 14 January, 10:00 - 11:30.\nOn the day you will be meeting with:\n- Dana Ruiz, Head of Data\n"
        "- Joe O'Neill (Senior Analyst)\n\nBring your passport.",
        "01-14 10:00-11:30 Dana Ruiz, Joe O'Neill",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_day_to_answer_by_and_an_hour_of_the_end_are_no_beginning(text: str, expected: str) -> None:
    """A week and a deadline are no interview, and what is told in minutes may be a walk."""
    assert expected == told(text)


def test_a_first_name_is_no_company() -> None:
    """Behind "with" either may stand, and behind "at" a company."""
    assert "" == company("We'd love to have you interview with Marcus on Tuesday.")
    assert "Stripe" == company("Your interview with Stripe is on Tuesday.")
    assert "Oscar" == company("Your interview at Oscar is on Tuesday.")


def test_of_two_events_alike_in_name_and_age_the_one_that_comes_later_counts() -> None:
    """Some senders change an event without a new number: what stands further down was written last."""
    events = "\r\n".join(
        f"BEGIN:VEVENT\r\nUID:a@example.com\r\nSEQUENCE:1\r\nDTSTAMP:20270101T090000Z\r\n{start}\r\nEND:VEVENT"
        for start in (PARIS, PARIS.replace("T14", "T16"))
    )
    found = calendar(f"BEGIN:VCALENDAR\r\n{events}\r\nEND:VCALENDAR")
    assert found is not None
    assert [PARIS.replace("T14", "T16")[-15:]] == [one.text("DTSTART") for one in _latest(found.events)]


@pytest.mark.parametrize(
    ("zones", "expected"), [(("Europe/Paris",), "Europe/Paris"), (("Europe/Paris", "Asia/Tokyo"), "")]
)
def test_a_calendar_that_describes_one_zone_is_kept_in_it(zones: tuple[str, ...], expected: str) -> None:
    """Of two nobody knows which."""
    described = "\r\n".join(f"BEGIN:VTIMEZONE\r\nTZID:{zone}\r\nEND:VTIMEZONE" for zone in zones)
    found = calendar(
        f"BEGIN:VCALENDAR\r\n{described}\r\nBEGIN:VEVENT\r\nDTSTART:20270114T140000\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    assert found is not None
    assert expected == guessed_zone(found, "", "").zone


@pytest.mark.parametrize("before", ["", "\ufeff", "\n \t\n"])
def test_the_first_header_of_an_email_keeps_its_name(before: str) -> None:
    """Signs that stand before it are no part of it, and its own first letter is."""
    letter = mail(f"{before}X-Received: by 127.0.0.1\nMessage-ID: <1@acme.example>\nSubject: Hi\n\nHello")
    assert letter
    assert [*letter.headers] == ["x-received", "message-id", "subject"]


def test_one_word_on_a_line_of_its_own_is_no_heading_of_a_table() -> None:
    """It may be a cell; a heading says of two columns at the least what they hold."""
    assert is_heading("Time (ET)\tInterviewer")
    assert not is_heading("Interviewer")
    assert not is_heading("Interviewer\t")


def test_every_country_and_city_has_a_clock() -> None:
    """Whoever writes "2 pm Norwegian time" is planned for by the clock of Oslo."""
    assert set() == set(CLOCKS.values()) - set(clock.zone_names())


@pytest.mark.parametrize("name", ["s", "del", "strike"])
def test_what_was_struck_out_is_not_read(name: str) -> None:
    """A calendar strikes out the old day beside the new one."""
    assert "15 January" == plain(f"<p><{name}>14 January</{name}> 15 January</p>").strip()


def test_each_paragraph_that_a_program_broke_is_whole_again() -> None:
    """Not the first alone: the day of an interview may stand in the second, on two lines."""
    paragraphs = [
        "Thank you for your time last week; the whole team enjoyed hearing about the forecasts that you have made.",
        "We would like to go on and to meet you once more, in our office this time, on Thursday 14 January at 2 pm.",
        "Best wishes, and do call if anything is unclear before then, or if that day does not suit you after all.",
    ]
    assert paragraphs == unwrapped("\n\n".join(textwrap.fill(one, 70) for one in paragraphs)).split("\n\n")


def test_a_heading_of_a_table_is_a_row_of_its_cells() -> None:
    """Headings are cells like others."""
    page = "<table><tr><th>Time</th><th>With</th></tr><tr><td>2 pm</td><td>Dana Ruiz</td></tr></table>"
    assert ["Time\tWith", "2 pm\tDana Ruiz"] == [line.strip() for line in plain(page).split("\n") if line.strip()]


def test_letters_that_no_alphabet_holds_spoil_no_email() -> None:
    """A byte that is none of UTF-8's stands for one sign."""
    letter = mail(
        "Message-ID: <1@acme.example>\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n\n=FF on 14 January=80 at 2 pm"
    )
    assert letter
    assert "on 14 January" in letter.words
    assert "at 2 pm" in letter.words


FORWARDED = """Hi {name},

please see below.

From: Candidate, Sam <sam@example.com>
To: Dana Ruiz <dana@acme.com>

Could we talk on Thursday at 2?
"""


@pytest.mark.parametrize(("greeted", "writer"), [("Sam", ""), ("Candidate", "Candidate, Sam <sam@example.com>")])
def test_who_is_greeted_by_the_first_name_behind_the_comma_wrote_the_older_email(greeted: str, writer: str) -> None:
    """In some offices the family name stands first."""
    text = FORWARDED.format(name=greeted)
    assert writer == written_by(text, text.index("Thursday"))


def test_what_is_left_out_is_told_in_300_signs() -> None:
    """A page shows it on one line."""
    notes = Notes()
    notes.leave("word " * 100)
    assert [300] == [len(one) for one in notes.left_out]


PREPARING = (
    "prepare, preparation, Vorbereitung, vorbereiten, vorzubereiten, préparation, voorbereiding, förberedelse,"
    " forberedelse, przygotowanie, review the case, reading time, to read, parking, drive, journey, by train, flight,"
    " Fahrt, Fahrtzeit, trajet"
)


@pytest.mark.parametrize("words", PREPARING.lower().split(", "))
def test_what_one_does_before_an_interview_is_no_length_of_it(words: str) -> None:
    """Reading, parking and the way there, however long; of the interview itself the length is taken."""
    assert minutes_of(f"90 minutes {words}") is None
    assert 45 == minutes_of(f"the interview takes 45 minutes, 90 minutes {words}")


TIMES = {
    1: "a, one, 1 x, 7 x, some",
    2: "2 x, 2 ×, 2x, two, zwei, deux, dos, due, dois, duas, twee, två, two separate, two back-to-back",
    3: "3 x, three, drei, trois, tres, três, tre, drie, three consecutive",
    4: "4 x, four, vier, quatre, cuatro, quatro, quattro, fyra, fire",
    6: "6 x, 6 ×",
}


@pytest.mark.parametrize(("words", "times"), [(each, many) for many, all in TIMES.items() for each in all.split(", ")])
def test_two_talks_of_45_minutes_take_90(words: str, times: int) -> None:
    """As many as are told, from two to six; any other word counts once."""
    assert 45 * times == minutes_of(f"you will have {words} 45-minute interviews")


@pytest.mark.parametrize("name", [*weekdays(), "tomorrow", "morgen", "demain", "mañana", "amanhã", "domani", "imorgon"])
def test_what_moved_to_a_day_is_held_from_one_hour_to_the_other(name: str) -> None:
    """Neither hour is the old one, whatever the day is called; without the day the first one is."""
    assert [] == [*left_hours(f"your interview has been moved to {name} from 2 pm to 3 pm.")]
    text = "your interview has been moved from 2 pm to 3 pm."
    assert ["2 pm"] == [text[begin:end].strip() for begin, end in left_hours(text)]


@pytest.mark.parametrize("old", ["10:30", "10.30", "10 am", "10h30", "10 o'clock"])
def test_the_hour_before_a_verb_of_moving_is_the_old_one(old: str) -> None:
    """By its minutes or by a sign behind it; a number of something else is none."""
    text = f"your interview at {old} has been moved to 2 pm."
    assert [old] == [text[begin:end] for begin, end in left_hours(text)]
    assert [] == [*left_hours("your interview in room 10 has been moved to 2 pm.")]


@pytest.mark.parametrize(
    ("below", "is_recruiting"),
    [
        ("Talent Acquisition Partner", True),
        ("Acme\nRecruiter", True),
        ("Acme\nLeeds\nRecruiter", False),
        ("Head of Data", False),
    ],
)
def test_who_invites_by_trade_says_so_below_the_name(below: str, is_recruiting: bool) -> None:
    """In one of the first two lines; further down a department may stand."""
    (found,) = signatures(f"See you then.\n\nKind regards\nLee Park\n{below}")
    assert ("Lee Park", is_recruiting) == (found.person.name, found.is_recruiting)


@pytest.mark.parametrize(
    ("name", "bare"), [("Wisła", "wisla"), ("Bjørn", "bjorn"), ("Đặng", "dang"), ("Çelik", "celik")]
)
def test_letters_are_compared_without_their_marks_and_strokes(name: str, bare: str) -> None:
    """Where the mark is a part of the letter too; addresses are written so."""
    assert bare == unmarked(name)


@pytest.mark.parametrize(
    "room", ["Kleines Zimmer", "Sitzungszimmer", "Blue Room", "Green Rooms", "Großer Raum", "Room 4"]
)
def test_what_ends_with_a_word_for_a_room_is_one(room: str) -> None:
    """A family name that is another word for one is none."""
    guests = [attendee(Line(name="ATTENDEE", parameters={"CN": name}, value="mailto:")) for name in (room, "Ana Sala")]
    assert ["room", "person"] == [one.being for one in guests]


def test_a_zone_that_a_calendar_made_up_is_the_one_of_its_own_name() -> None:
    """A calendar may describe several, and write one of them in quotes."""
    line = split("DTSTART;TZID=Theirs:20270114T140000")
    assert line is not None
    zones = tuple(
        Block(
            lines=(Line(name="TZID", parameters={}, value=name), Line(name="TZOFFSETTO", parameters={}, value=offset))
        )
        for name, offset in (("Ours", "+0530"), ('"Theirs"', "+0900"))
    )
    found = told_zone(line, Block(lines=(line,)), CalendarFile(own=Block(lines=()), events=(), zones=zones))
    assert found is not None
    assert "Asia/Tokyo" == found.zone


@pytest.mark.parametrize("name", ["Sam", "Max", "MAX", "Xavier", "Xenia"])
@pytest.mark.parametrize("line", ["{}", "> {}", "  {},", "*{}*", "– {}", "{}."])
def test_who_has_signed_above_is_the_reader_and_wrote_no_invitation(line: str, name: str) -> None:
    """Whatever their name is, and with whatever marks a program or a writer sets around it."""
    heads = f"From: Dana Ruiz <dana@acme.com>\nTo: {name} <me@example.com>"
    text = f"Thursday is fine.\n{line.format(name)}\n\n{heads}\n\nThursday?"
    assert "" == written_by(text, text.rindex("Thursday"))
    other = text.replace(line.format(name), "Bo", 1)
    assert "Dana Ruiz <dana@acme.com>" == written_by(other, other.rindex("Thursday"))


NO_LENGTH = (
    "early, earlier, before, beforehand, prior, in advance, ahead, late, later, away, walk, drive, ago, notice, break,"
    " vorher, früher, zuvor, avant, antes, prima, eerder, van tevoren, innan, per week, a day, pro Woche, pro Tag,"
    " par semaine, por semana, por día, alla settimana, weekly"
)


@pytest.mark.parametrize("words", NO_LENGTH.lower().split(", "))
def test_minutes_that_are_no_length_are_none(words: str) -> None:
    """Of coming early, of a walk, of a week; of the interview the length is taken beside them."""
    assert minutes_of(f"the interview: please be there 15 minutes {words}") is None
    assert 45 == minutes_of(f"the interview takes 45 minutes. please be there 15 minutes {words}")


MOVED = (
    "moved, rescheduled, changed, postponed, shifted, pushed, put back, brought forward, pulled forward, delayed,"
    " deferred, switched, swapped"
)


@pytest.mark.parametrize("verb", MOVED.split(", "))
def test_an_interview_moves_by_many_verbs(verb: str) -> None:
    """From an hour to another, with the old one before the verb or behind it."""
    for text in (f"your interview at 10 am was {verb} to 2 pm.", f"your interview was {verb} from 10 am to 2 pm."):
        assert ["10 am"] == [text[begin:end].strip() for begin, end in left_hours(text)]


NO_MORE = (
    "instead of, rather than, no longer, no longer on, statt, statt am, anstatt, au lieu du, en lugar del,"
    " in plaats van, not, anstelle von, und nicht, nicht, nicht mehr, plutôt que, et non, en vez de, y no, em vez de,"
    " ao invés de, e não, invece di, invece delle, invece che, anziché, al posto delle, e non, en niet, i stället för,"
    " istället för, i stedet for, og ikke, och inte, previously, formerly, originally, initially, ursprünglich, bisher,"
    " zuvor, eigentlich, initialement, auparavant, précédemment, originalmente, inicialmente, anteriormente,"
    " precedentemente, originariamente, inizialmente, oorspronkelijk, ursprungligen, opprinnelig, oprindeligt,"
    " originally scheduled for, originally planned, previously booked, formerly set, previously agreed,"
    " ursprünglich geplant, ursprünglich angesetzt, initialement prévu, inizialmente prevista, oorspronkelijk gepland,"
    " ursprungligen planerat, opprinnelig planlagt"
)


@pytest.mark.parametrize("words", NO_MORE.split(", "))
def test_behind_some_words_an_hour_stands_that_is_no_more(words: str) -> None:
    """The other hour of the sentence is the one that holds."""
    text = f"14:00, {words} 10:00"
    assert ["10:00"] == [text[begin:end].strip() for begin, end in left_hours(text)]
