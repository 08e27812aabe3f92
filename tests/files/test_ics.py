"""The calendar file, judged by those who read it: the icalendar library, ical.js and khal."""

import json
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import icalendar
import pytest
from cases import Fields, event, fields, promised, round_of
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from followup import door, letters
from followup.files import ics
from followup.forms.values import TURNING
from followup.model.plan import Action
from followup.words import wording
from followup.words.calls import calls

ROOT = Path(__file__).parents[2]
NOW, SOON, LATER = "2027-01-07T18:00:00-05:00", "2027-01-08T10:00:00-05:00", "2027-01-14T11:00:00-05:00"
LONG = "Ægir & Söhne; 株式会社" + "名" * 60
NASTY = fields(company=f"{LONG}, a\\b", rounds=[round_of("2027-01-07", interviewers=[{"name": "Zoë, \\n; Ñandú"}])])
SENT = [event("sent", "2027-01-08T09:00", step="thank-you"), event("sent", "2027-01-14T10:00", step="check-in")]


def answered(asked: Fields, now: str = NOW) -> dict[str, Any]:
    """The planner's answer to a case."""
    answer: dict[str, Any] = json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": asked})))
    assert [] == answer["problems"]
    return answer


def saved(asked: Fields, now: str = NOW) -> str:
    """The calendar file of a case."""
    (file,) = [file for file in answered(asked, now)["files"] if file["type"] == "text/calendar"]
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


ASCII, SIGNS = "abcdefghijklmnopqrstuvwxyz 0123456789;,", "Ægir & Söhne; 株式会社, 🎉 名"


@pytest.mark.parametrize("signs", [ASCII, SIGNS], ids=["ascii", "other"])
@pytest.mark.parametrize("length", range(1, 201, 3))
def test_a_long_text_is_wrapped_anywhere_and_loses_no_letter(signs: str, length: int) -> None:
    """Titles of every length come back whole, and so does the description below them."""
    company = (signs * 10)[:length].strip()
    thanks, *_ = events(saved(fields(company=company)))
    assert f"Thank Dana Ruiz ({company})" == thanks["SUMMARY"]
    assert [
        "Write a few sentences: thanks, one thing you talked about, and that you look forward to hearing from them.",
        "Not before Thursday 7 January 2027, 5:00 pm (their time)",
        "Best Friday 8 January 2027, 9:00 am (their time)",
        "At the latest Friday 8 January 2027, 3:00 pm (their time)",
    ] == str(thanks["DESCRIPTION"]).split("\n")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200))
def test_any_text_comes_back_whole(company: str) -> None:
    """Whatever stands at the place where a line is wrapped; signs that turn its direction are never taken."""
    thanks, *_ = events(saved(fields(company=company)))
    taken = TURNING.sub("", company).strip()
    assert ("Thank Dana Ruiz" + (f" ({taken})" if taken else "")) == thanks["SUMMARY"]


@pytest.mark.parametrize("begins", ["", "é"])
def test_each_line_of_a_long_text_is_as_full_as_it_may_be(begins: str) -> None:
    """75 octets (RFC 5545), the space that a further line begins with among them."""
    lines = saved(fields(company=f"{begins}{'x' * 190}")).encode().split(b"\r\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(b"SUMMARY") and b"xxx" in line)
    assert [75, 75] == [len(line) for line in lines[at : at + 2]]


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


def test_an_id_alone_names_the_entries() -> None:
    """Company, role, day and people may be corrected; another id is another application."""
    one = fields(id="a1")
    corrected = fields("2027-01-06", id="a1", company="Acme Inc", role="", rounds=[round_of("2027-01-06")])
    assert by_uid(saved(one)).keys() == by_uid(saved(corrected)).keys()
    other = fields(id="a2")
    assert set() == by_uid(saved(one)).keys() & by_uid(saved(other)).keys()
    assert sorted([*by_uid(saved(one)), *by_uid(saved(other))]) == sorted(of_all(one, other))


def test_two_confidential_applications_stand_beside_each_other() -> None:
    """Both without company and role, both on one day: each has its own entries, and the file of all has the same."""
    dana = fields(id="a1", company="", role="")
    kim = fields(id="a2", company="", role="", rounds=[round_of("2027-01-07", "10:00")])
    assert set() == by_uid(saved(dana)).keys() & by_uid(saved(kim)).keys()
    assert sorted([*by_uid(saved(dana)), *by_uid(saved(kim))]) == sorted(of_all(dana, kim))


def test_a_case_without_an_interview_is_known_by_the_first_thing_that_was_told() -> None:
    """In whatever order things are told; with interviews it is the day of the first."""
    told = [event("reply", "2027-01-13T10:00", outcome="task"), event("handed-in", "2027-01-15T10:00")]
    for events in (told, told[::-1]):
        case = fields(company="", role="", rounds=[], my_zone="America/New_York", events=events)
        assert "2027-01-13" == answered(case, "2027-01-20T12:00:00-05:00")["data"]["calendar"]["id"]
    rounds = [round_of("2027-01-07"), round_of("2027-01-12")]
    assert (
        "2027-01-07"
        == answered(fields(company="", role="", rounds=rounds), "2027-01-20T12:00:00-05:00")["data"]["calendar"]["id"]
    )


UNNUMBERED = [
    ({}, "Acme\nData Analyst", "company and role"),
    ({"role": ""}, "Acme\n", "company and role"),
    ({"company": ""}, "\nData Analyst", "company and role"),
    ({"company": "", "role": ""}, "2027-01-07", "the day of the interview"),
    ({"twin": "2"}, "Acme\nData Analyst\n2", "company and role"),
    (
        {"company": "A" * 200, "role": "R" * 200, "twin": "2" * 200},
        "\n".join(("A" * 200, "R" * 200, "2" * 200)),
        "company",
    ),
]


@pytest.mark.parametrize(("words", "name", "what"), UNNUMBERED)
def test_a_case_without_an_id_says_which_to_put_in(words: Fields, name: str, what: str) -> None:
    """With it in, nothing in a calendar doubles, and company, role and day may be corrected from then on."""
    case = fields(**words)
    told = answered(case)["data"]["calendar"]
    assert name == told["id"]
    assert f"known by {what}" in told["note"]
    assert told["note"].endswith(f'"id": {json.dumps(name)}')
    assert escape(told["note"]) in answered(case)["fragment"]
    corrected = case | {"id": told["id"], "company": "Acme Inc", "rounds": [round_of("2027-01-06")]}
    assert by_uid(saved(case)).keys() == by_uid(saved(corrected)).keys()
    assert {"id": name, "note": ""} == answered(corrected)["data"]["calendar"]


def test_of_two_namesakes_the_first_in_time_keeps_its_entries() -> None:
    """The names that both have alone are those of the early one in the file of all, with its days."""
    early, late = fields("2027-01-04"), fields("2027-01-07")
    told = {"cases": [{"id": str(number), "case": case} for number, case in enumerate((late, early))]}
    answer = json.loads(door.answer(json.dumps({"tool": "interviews", "now": NOW, "fields": told})))
    together, alone = by_uid(answer["files"][0]["text"]), by_uid(saved(early))
    assert {uid: one.start for uid, one in alone.items()} == {uid: together[uid].start for uid in alone}


def test_the_ids_that_the_list_gives_keep_namesakes_apart() -> None:
    """Put into the cases they give each its own file of the entries that the file of all had."""
    early, late = fields("2027-01-04", company="", role=""), fields("2027-01-04", company="", role="")
    late = late | {"rounds": [round_of("2027-01-04", interviewers=[{"name": "Kim Lee"}])]}
    told = {"cases": [{"id": str(number), "case": case} for number, case in enumerate((early, late))]}
    data = json.loads(door.answer(json.dumps({"tool": "interviews", "now": NOW, "fields": told})))["data"]
    ids = {one["id"]: one["calendar"]["id"] for one in data["interviews"]}
    assert {"0": "2027-01-04", "1": "2027-01-04\n2027-01-04\nAmerica/New_York\nKim Lee"} == ids
    alone = [saved(case | {"id": ids[str(number)]}) for number, case in enumerate((early, late))]
    assert sorted(of_all(early, late)) == sorted(uid for text in alone for uid in by_uid(text))


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


def triggers(text: str) -> dict[str, str]:
    """When each reminder rings, counted from the start of its event, by title, as it is written."""
    found = re.findall(r"SUMMARY:(.*?)\r\n.*?(?:TRIGGER:(.*?)\r\n.*?)?END:VEVENT", text, re.DOTALL)
    return {title: rings for title, rings in found if rings}


NO_NIGHT = {
    # 9 in the morning in New York, by the clock of somebody who lives there.
    "America/New_York": {"Thank Dana Ruiz (Acme)": "PT0S", "Let it go (Acme)": "PT9H"},
    # 2 in the afternoon and 11 in the evening: the second rings at 9 that evening.
    "Europe/London": {"Thank Dana Ruiz (Acme)": "PT0S", "Let it go (Acme)": "PT9H"},
    "Asia/Tokyo": {"Thank Dana Ruiz (Acme)": "-PT120M", "Let it go (Acme)": "PT9H"},
    # Half past seven in the evening, and 4 in the morning: 9 the evening before.
    "Asia/Kolkata": {"Thank Dana Ruiz (Acme)": "PT0S", "Let it go (Acme)": "PT9H"},
    # Seven in the morning is day, and ten in the evening is night.
    "America/Denver": {"Thank Dana Ruiz (Acme)": "PT0S", "Let it go (Acme)": "PT9H"},
    "Asia/Singapore": {"Thank Dana Ruiz (Acme)": "-PT60M", "Let it go (Acme)": "PT9H"},
    "Pacific/Honolulu": {"Thank Dana Ruiz (Acme)": "-PT420M", "Let it go (Acme)": "PT9H"},
}


@pytest.mark.parametrize(("zone", "expected"), NO_NIGHT.items())
def test_no_reminder_rings_in_the_readers_night(zone: str, expected: dict[str, str]) -> None:
    """A message due at 9 in New York is set up the evening before where that is night; the last day rings at 9."""
    rings = triggers(saved(fields(my_zone=zone)))
    assert expected == {title: rings[title] for title in expected}


def test_a_night_without_an_evening_left_rings_in_the_morning() -> None:
    """Saved at 10 in the evening in Honolulu, for 4 in the morning there: 9 in the morning, five hours late."""
    rings = triggers(saved(fields(my_zone="Pacific/Honolulu"), "2027-01-07T22:00:00-10:00"))
    assert "PT300M" == rings["Thank Dana Ruiz (Acme)"]


@pytest.mark.parametrize("now", [NOW, SOON, LATER, "2027-01-29T12:00:00-05:00", "2027-03-01T12:00:00-05:00"])
@pytest.mark.parametrize("zone", ["", *NO_NIGHT, "Pacific/Auckland", "America/Caracas"])
def test_every_reminder_is_to_come_and_at_an_hour_people_are_up(now: str, zone: str) -> None:
    """Between 7 and 22 on the reader's clock; what is over or open since yesterday has none."""
    text = saved(fields(my_zone=zone), now)
    moment = datetime.fromisoformat(now)
    here = ZoneInfo(zone) if zone else moment.tzinfo
    for one in events(text):
        for alarm in one.walk("VALARM"):
            whole = not isinstance(one.start, datetime)
            start = datetime.combine(one.start, time(), here) if whole else one.start.astimezone(here)
            rings = (start.astimezone(UTC) + alarm["TRIGGER"].dt).astimezone(here)
            assert time(7) <= rings.time() < time(22)
            assert rings > moment


def test_an_entry_says_what_to_write_and_no_number_of_a_rule() -> None:
    """And, where the hour is not the best one, why the reminder rings then."""
    for one in events(saved(fields(my_zone="Asia/Tokyo", approach="formats"))):
        told = str(one["DESCRIPTION"])
        assert told.split("\n")[0] in wording.entry_words()["write"].values()
        assert not re.search(r"\b[A-Z]\d+\b", told)
    assert "rings at Friday 8 January 2027, 21:00 your time" in str(
        events(saved(fields(my_zone="Asia/Tokyo")))[0]["DESCRIPTION"]
    )


def test_every_step_there_is_has_words_for_its_entry() -> None:
    """No entry without a sentence on what to write."""
    assert set() == set(get_args(Action.__value__)) - set(wording.entry_words()["write"])


def test_an_entry_links_to_its_letter_where_the_site_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nowhere else: a file from the command line leads to no page of a stranger."""
    assert "http" not in saved(fields())
    monkeypatch.setattr(wording, "site_address", lambda: "https://example.com/follow/")
    monkeypatch.setattr(ics, "site_address", lambda: "https://example.com/follow/")
    thanks, *_, let_go = events(saved(fields()))
    link = "https://example.com/follow/tools/writer/#step=thank-you-1-dana-ruiz&letter=thank-you-onsite"
    assert str(thanks["URL"]).startswith(link)
    assert link in str(thanks["DESCRIPTION"])
    # Nothing is sent on the day to stop.
    assert "https://example.com/follow/tools/planner/" in str(let_go["URL"])
    assert {False} == {"URL" in one for one in events(saved(fields(events=SENT), LATER)) if "Done" in one["SUMMARY"]}


VANISHED = [
    ({"approach": "formats"}, ["Cancelled: Ask Dana Ruiz once more (Acme)"]),
    (
        {"promise": {"kind": "no-contact"}},
        [
            f"Cancelled: {title} (Acme)"
            for title in ("Thank Dana Ruiz", "Ask Dana Ruiz how things stand", "Ask Dana Ruiz once more")
        ],
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
    before = by_uid(saved(fields(events=[asked]), "2027-01-14T12:00:00-05:00"))
    after = saved(fields(events=[asked, made]), "2027-01-21T12:00:00-05:00")
    assert before.keys() == by_uid(after).keys()
    assert "Done: Call Dana Ruiz (Acme)" in [one["SUMMARY"] for one in events(after)]


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


@pytest.mark.parametrize("letter", sorted(id for id, one in letters.letters().items() if "answer" in one.actions))
def test_an_answer_says_what_to_write_by_its_letter(letter: str) -> None:
    """Every letter that answers them has words of its own."""
    assert {**wording.entry_words()["letters"], **wording.entry_words()["answers"]}[letter]


ANSWERED = {
    "deciding": "letting you know",
    "next-round": "next interview",
    "offer": "in writing",
    "on-hold": "paused or stopped",
    "question": "what they asked",
}


@pytest.mark.parametrize(("outcome", "said"), ANSWERED.items())
def test_an_entry_says_that_they_asked_only_where_they_did(outcome: str, said: str) -> None:
    """What they wrote decides what is written back."""
    told = fields(events=[SENT[0], event("reply", "2027-01-12T09:00", outcome=outcome)])
    (answer,) = [
        str(one["DESCRIPTION"])
        for one in events(saved(told, "2027-01-12T10:00:00-05:00"))
        if "Answer" in str(one["SUMMARY"]) and one["STATUS"] == "CONFIRMED"
    ]
    assert said in answer
    assert ("they asked" in answer) == (outcome == "question")


TAKEN_BACK = [
    event("reply", "2027-01-18T10:00", outcome="offer"),
    event("reply", "2027-01-19T10:00", outcome="taken-back"),
]
CALL_BACK = event("reply", "2027-01-12T10:00", outcome="call-back", by="2027-01-21")
OFFER = event("reply", "2027-01-12T10:00", outcome="offer-written", deadline="2027-01-19")
YES = [event("reply", "2027-01-12T10:00", outcome="offer-written"), event("accepted", "2027-01-13T10:00")]
RECORDED = round_of("2027-01-07", format="recorded", interviewers=[{"name": "Dana Ruiz", "part": "recruiter"}])
NO_SHOW = event("no-show", "2027-01-20T10:10")
BY_THE_STEP = {
    "an offer taken back": ("Reply to", "2027-01-19T12:00:00-05:00", TAKEN_BACK, {}, "Ask why", "do better"),
    "a call they asked for": ("Call Dana", "2027-01-13T10:00:00-05:00", [CALL_BACK], {}, "asked you to call", "stand"),
    "a late answer": ("Call Dana", "2027-01-20T10:00:00-05:00", [OFFER], {}, "still stands", "where things"),
    "no first day": ("Ask Dana", "2027-01-14T10:00:00-05:00", YES, {}, "first day in writing", "where and when"),
    "an interview nobody came to": (
        "Call Dana",
        "2027-01-20T10:15:00-05:00",
        [NO_SHOW],
        {"rounds": [round_of("2027-01-20", starts="10:00", ends="11:00")]},
        "missed each other",
        "where things stand",
    ),
    "by phone": ("Thank", NOW, [], {"rounds": [round_of("2027-01-07", format="phone")]}, "call", "one thing you"),
    "recorded": ("Thank", NOW, [], {"rounds": [RECORDED]}, "inviting", "talked"),
}


@pytest.mark.parametrize("name", BY_THE_STEP)
def test_an_entry_says_what_its_own_call_or_letter_says(name: str) -> None:
    """Two steps of one action may have two letters, and no entry clashes with its own."""
    entry, now, told, words, said, unsaid = BY_THE_STEP[name]
    thanked = [] if entry == "Thank" or "rounds" in words else [SENT[0]]
    (found, *_) = [
        str(one["DESCRIPTION"]).split("\n")[0]
        for one in events(saved(fields(events=[*thanked, *told]) | words, now))
        if str(one["SUMMARY"]).startswith(entry)
    ]
    assert said in found
    assert unsaid not in found


def test_nobody_is_told_to_write_in_a_call() -> None:
    """After a message that came back the company is rung, and so it is the second time."""
    told = [SENT[0], event("sent", "2027-01-14T10:00", step="check-in"), event("bounced", "2027-01-14T11:00")]
    found = {
        str(one["SUMMARY"]): str(one["DESCRIPTION"])
        for one in events(saved(fields(events=told), "2027-01-20T10:00:00-05:00"))
        if one["STATUS"] == "CONFIRMED" and "the company" in str(one["SUMMARY"])
    }
    assert found
    assert all("main number" in told and not told.startswith("Write") for told in found.values())


def test_every_word_of_an_entry_can_be_reached() -> None:
    """No sentence for a letter, a call or an action that is none."""
    words = wording.entry_words()
    assert set() == ({*words["letters"]} | {*words["answers"]}) - {*letters.letters()}
    assert set() == {*words["calls"]} - {*calls()}
    assert set() == {*words["phone"]} - {*get_args(Action.__value__)}
