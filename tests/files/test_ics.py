"""The calendar file, judged by those who read it: the icalendar library, ical.js and khal."""

import json
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from cases import Fields, event, fields, promised, round_of

from followup import door

ROOT = Path(__file__).parents[2]
NOW, SOON, LATER = "2027-01-07T18:00:00-05:00", "2027-01-08T10:00:00-05:00", "2027-01-14T11:00:00-05:00"
LONG = "Ægir & Söhne; 株式会社" + "名" * 60
NASTY = fields(company=f"{LONG}, a\\b", rounds=[round_of("2027-01-07", interviewers=[{"name": "Zoë, \\n; Ñandú"}])])
SENT = [event("sent", "2027-01-08T09:00", step="thank-you"), event("sent", "2027-01-14T10:00", step="check-in")]


def saved(asked: Fields, now: str = NOW) -> str:
    """The calendar file of a case."""
    answered = json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": asked})))
    assert [] == answered["problems"]
    (file,) = [file for file in answered["files"] if file["type"] == "text/calendar"]
    return str(file["text"])


def events(text: str) -> list[icalendar.Event]:
    """Its events, read by the icalendar library, which must find no fault."""
    calendar = icalendar.Calendar.from_ical(text.encode())
    assert [] == calendar.errors
    found = [part for part in calendar.walk("VEVENT") if isinstance(part, icalendar.Event)]
    assert [] == [part.errors for part in found if part.errors]
    return found


def by_uid(text: str) -> dict[str, icalendar.Event]:
    """Its events by their UID."""
    return {str(one["UID"]): one for one in events(text)}


def cancelled(text: str) -> list[str]:
    """What its cancelled events are called."""
    return [str(one["SUMMARY"]) for one in events(text) if one["STATUS"] == "CANCELLED"]


def test_every_step_is_an_event_with_the_hour_of_its_target() -> None:
    """In UTC, a quarter of an hour long, with a reminder; letting go is a whole day with an exclusive end."""
    thanks, check_in, _, let_go = events(saved(fields()))
    assert ("Thank Dana Ruiz (Acme)", "20270108T140000Z") == (thanks["SUMMARY"], thanks["DTSTART"].to_ical().decode())
    assert timedelta(minutes=15) == check_in.end - check_in.start
    assert (date(2027, 2, 11), date(2027, 2, 12)) == (let_go.start, let_go.end)
    assert [1, 1, 1, 1] == [len(one.walk("VALARM")) for one in events(saved(fields()))]


@pytest.mark.parametrize("asked", [fields(), NASTY, fields(approach="formats")], ids=["plain", "nasty", "formats"])
def test_lines_end_in_crlf_and_hold_75_octets_at_most(asked: Fields) -> None:
    """No character is cut, and no bare line end is left."""
    text = saved(asked)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    lines = text.split("\r\n")
    assert 75 >= max(len(line.encode()) for line in lines)
    assert 70 <= max(len(line.encode()) for line in lines)


def test_text_comes_back_as_it_went_in() -> None:
    """Commas, semicolons, backslashes and characters of several octets, read by both libraries."""
    summary = f"Thank Zoë, \\n; Ñandú ({LONG}, a\\b)"
    assert summary == events(saved(NASTY))[0]["SUMMARY"]
    assert summary == by_ical_js(saved(NASTY))[0]["summary"]


def by_ical_js(text: str) -> list[dict[str, Any]]:
    """Its events, read by ical.js."""
    node = ["node", str(ROOT / "tests" / "ics" / "read.mjs")]
    read: list[dict[str, Any]] = json.loads(subprocess.run(node, input=text.encode(), stdout=-1, check=True).stdout)
    return read


def test_ical_js_reads_the_same_events() -> None:
    """Another reader, the same names, hours and numbers."""
    text = saved(fields(approach="formats"))
    expected = [(str(one["UID"]), one["SEQUENCE"], one["STATUS"]) for one in events(text)]
    read = by_ical_js(text)
    assert expected == [(one["uid"], one["sequence"], one["status"]) for one in read]
    assert ["2027-01-08T14:00:00Z", "2027-02-04"] == [
        read[0]["start"],
        next(one for one in read if one["wholeDay"])["start"],
    ]
    assert {0} == {one["people"] for one in read}


def test_nobody_is_invited() -> None:
    """A calendar would write to the interviewer."""
    text = saved(NASTY)
    assert "ATTENDEE" not in text
    assert "ORGANIZER" not in text
    assert "METHOD" not in text


def test_a_second_save_updates_the_events() -> None:
    """The same UIDs and a higher SEQUENCE, even when dates, approach and people's zones have changed."""
    first = by_uid(saved(fields()))
    second = by_uid(saved(fields("2027-01-06", promise=promised("2027-01-15"), approach="patient"), LATER))
    assert first.keys() == second.keys()
    assert all(first[uid]["SEQUENCE"] < second[uid]["SEQUENCE"] for uid in first)


def of_all(*cases: Fields) -> list[str]:
    """The UIDs of several cases in one file."""
    told = {"cases": [{"id": str(number), "case": case} for number, case in enumerate(cases)]}
    answered = json.loads(door.answer(json.dumps({"tool": "interviews", "now": NOW, "fields": told})))
    return [str(one["UID"]) for one in events(answered["files"][0]["text"])]


def test_two_cases_with_the_same_company_and_role_are_told_apart() -> None:
    """By the number that the page gives the second, alone and in the file of all, whatever is told since."""
    one, two = fields(), fields(twin="2")
    assert set() == by_uid(saved(one)).keys() & by_uid(saved(two)).keys()
    assert sorted([*by_uid(saved(one)), *by_uid(saved(two))]) == sorted(of_all(one, two))
    assert by_uid(saved(two)).keys() == by_uid(saved(fields("2027-01-06", twin="2", events=SENT[:0]))).keys()
    assert by_uid(saved(two, LATER)).keys() == by_uid(saved(fields(twin="2", events=SENT[:1]), LATER)).keys()


def test_two_cases_without_a_number_are_told_apart_in_one_file() -> None:
    """The first in time keeps the names that its own file has; the order in the file does not matter."""
    early, late = fields("2027-01-04"), fields("2027-01-07")
    uids = of_all(early, late)
    assert len(uids) == len(set(uids))
    assert sorted(uids) == sorted(of_all(late, early))
    assert by_uid(saved(early)).keys() < set(uids)


def test_the_same_save_is_the_same_text() -> None:
    """Nothing random, nothing read from a clock."""
    assert saved(NASTY) == saved(NASTY)


@pytest.mark.parametrize(("now", "sequence"), [("1999-01-01T00:00:00Z", 0), ("2999-12-31T00:00:00Z", 2**31 - 1)])
def test_sequence_stays_within_an_integer_of_the_format(now: str, sequence: int) -> None:
    """However wrong the clock is."""
    assert {sequence} == {one["SEQUENCE"] for one in events(saved(fields(), now))}


def test_dropped_steps_are_cancelled_without_a_reminder() -> None:
    """After a rejection the check-ins and the thank-you are."""
    text = saved(fields(events=[event("reply", "2027-01-14T10:30", outcome="rejected")]), LATER)
    assert 4 == len(cancelled(text))
    assert {0} == {len(one.walk("VALARM")) for one in events(text) if one["STATUS"] == "CANCELLED"}


def test_a_done_step_says_so() -> None:
    """Without a reminder."""
    found = [one for one in events(saved(fields(events=SENT), LATER)) if one["SUMMARY"].startswith("Done: ")]
    assert [("CONFIRMED", 0)] * 2 == [(one["STATUS"], len(one.walk("VALARM"))) for one in found]


VANISHED = [
    ({"approach": "formats"}, ["Check in with Dana Ruiz once more (Acme)"]),
    (
        {"promise": {"kind": "no-contact"}},
        ["Thank Dana Ruiz (Acme)", "Check in with Dana Ruiz (Acme)", "Check in with Dana Ruiz once more (Acme)"],
    ),
]


@pytest.mark.parametrize(("change", "names"), VANISHED)
def test_steps_that_a_change_takes_away_are_cancelled(change: Fields, names: list[str]) -> None:
    """An approach of one touch, and a wish not to be contacted, leave no event from before behind."""
    before, after = by_uid(saved(fields())), by_uid(saved(fields(**change), SOON))
    assert before.keys() <= after.keys()
    assert names == cancelled(saved(fields(**change), SOON))


def test_a_call_that_was_made_stays_in_the_file() -> None:
    """It is done, not left open in somebody's calendar."""
    asked = event("called", "2027-01-14T10:00", outcome="call-back", by="2027-01-21")
    made = event("called", "2027-01-21T10:00", outcome="answered")
    before = by_uid(saved(fields(events=[asked]), LATER))
    after = saved(fields(events=[asked, made]), "2027-01-21T12:00:00-05:00")
    assert before.keys() == by_uid(after).keys()
    assert "Done: Call Dana Ruiz back (Acme)" in [one["SUMMARY"] for one in events(after)]


KHAL = """[calendars]
[[plan]]
path = {home}/plan
type = calendar
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = America/New_York
default_timezone = America/New_York
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = plan
"""


@pytest.fixture
def khal(tmp_path: Path) -> Path:
    """The settings of a calendar client with an empty calendar."""
    if not shutil.which("khal"):
        pytest.fail("install khal first: scripts/setup.sh browsers")
    (tmp_path / "plan").mkdir()
    (tmp_path / "khal.conf").write_text(KHAL.format(home=tmp_path))
    return tmp_path / "khal.conf"


def ask_khal(settings: Path, *words: str) -> str:
    """What khal says."""
    return subprocess.run(["khal", "-c", str(settings), *words], stdout=-1, check=True, text=True).stdout


def taken_in(settings: Path, text: str) -> dict[str, icalendar.Event]:
    """The events khal holds after it was given a file."""
    file = settings.parent / "saved.ics"
    file.write_bytes(text.encode())
    ask_khal(settings, "import", "--batch", "-a", "plan", str(file))
    kept = [path.read_text(encoding="utf-8") for path in (settings.parent / "plan").glob("*.ics")]
    return {uid: found for one in kept for uid, found in by_uid(one).items()}


def test_khal_updates_its_events_and_cancels_what_was_dropped(khal: Path) -> None:
    """Save, import, change the plan, import again: the same number of events."""
    first = taken_in(khal, saved(fields()))
    second = taken_in(khal, saved(fields(approach="formats", events=SENT), LATER))
    third = taken_in(khal, saved(fields(promise={"kind": "no-contact"}), "2027-01-15T11:00:00-05:00"))
    assert (4, first.keys(), first.keys()) == (len(first), second.keys(), third.keys())
    assert [0, 1, 3] == [[one["STATUS"] for one in kept.values()].count("CANCELLED") for kept in (first, second, third)]


def test_khal_shows_the_hour_where_the_reader_lives(khal: Path) -> None:
    """09:00 on Friday in New York."""
    taken_in(khal, saved(fields()))
    shown = ask_khal(khal, "list", "2027-01-08", "1d", "--format", "{start-end-time-style} {title}")
    assert "09:00-09:15 Thank Dana Ruiz (Acme)" in shown


def test_an_entry_tells_the_hours_as_the_reader_reads_them() -> None:
    """Twelve hours in the United States; who lives in London reads twenty-four."""
    assert "9:00 am (their time)" in str(events(saved(fields()))[0]["DESCRIPTION"])
    assert "09:00 (their time)" in str(events(saved(fields(my_zone="Europe/London")))[0]["DESCRIPTION"])
