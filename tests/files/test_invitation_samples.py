"""Invitations as calendars send them read as a person would read them; `expected.json` says how."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followup import door
from followup.files.invitation.people import Attendee
from followup.files.invitation.reading import read, read_sessions
from followup.files.invitation.sessions import Session

FOLDER = Path(__file__).parents[1] / "invitations"
EXPECTED: Mapping[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
ME = "sam.candidate@example.com"
TODAY = date(2027, 1, 4)


def sample(name: str) -> str:
    """The text of a sample."""
    return (FOLDER / name).read_bytes().decode("utf-8")


def as_expected(session: Session) -> dict[str, Any]:
    """A session in the words of expected.json."""
    when = session.when
    minutes = (moment.isoformat(timespec="minutes") if moment else "" for moment in (when.starts, when.ends))
    starts, ends = minutes
    found: dict[str, Any] = {
        "title": session.title,
        "start": starts or when.day.isoformat(),
        "end": ends or when.last.isoformat(),
        "zone": when.zone,
        "organizer": person(session.organizer) if session.organizer else None,
        "interviewers": [person(one) for one in session.interviewers],
        "candidate": session.candidate,
        "cancelled": session.is_cancelled,
        "recurring": session.is_recurring,
        "format_guess": session.held.format,
        "link": session.held.link,
    }
    if when.others:
        found["zone_alternatives"] = {when.zone, *when.others}
    if not starts:
        found["all_day"] = True
    if session.is_tentative:
        found["tentative"] = True
    return found


def person(one: Attendee) -> dict[str, Any]:
    """A person in the words of expected.json."""
    return {
        "name": one.name,
        "email": one.email,
        **({"optional": True} if one.is_optional else {}),
        **({"guessed_from": "DESCRIPTION"} if one.is_guessed else {}),
    }


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("me", ["", ME])
def test_each_session_reads_as_expected(name: str, me: str) -> None:
    """Title, hours, zone, people, reader, format and link of every event, whether the reader says their address."""
    found = [as_expected(one) for one in read_sessions(sample(name), me, "")]
    for expected, session in zip(EXPECTED[name]["events"], found, strict=True):
        wanted = {key: value for key, value in expected.items() if key != "zone_sure"}
        if "zone_alternatives" in wanted:
            wanted["zone_alternatives"] = set(wanted["zone_alternatives"])
        else:
            session.pop("zone_alternatives", None)
        assert wanted == session


@pytest.mark.parametrize("name", EXPECTED)
def test_each_day_is_one_round_with_the_people_of_that_day(name: str) -> None:
    """From the start of its first session to the end of its last, with the organiser where that is a person."""
    events = EXPECTED[name]["events"]
    rounds = read(sample(name), ME, "", TODAY).fields["rounds"]
    days = sorted({event["start"][:10] for event in events})
    assert days == [one["date"] for one in rounds]
    for day, one in zip(days, rounds, strict=True):
        here = [event for event in events if event["start"].startswith(day)]
        assert min(event["start"] for event in here)[11:] == one.get("starts", "")
        assert max(event["end"] for event in here)[11:] == one.get("ends", "")
        named = {each["name"] for event in here for each in event["interviewers"]}
        assert named <= {each["name"] for each in one["interviewers"]}
        assert "Sam Candidate" not in {each["name"] for each in one["interviewers"]}


@pytest.mark.parametrize(
    ("name", "unsure"),
    [
        ("01-exchange-request-language.ics", True),
        ("04-google-request-tzid.ics", False),
        ("05-zoom-publish.ics", False),
        ("08-apple-floating-principal-attendee.ics", True),
        ("13-all-day-hold.ics", True),
        ("14-teams.ics", False),
        ("15-loop-three-sessions-one-moved.ics", False),
    ],
)
def test_a_zone_of_several_countries_and_a_floating_hour_are_unsure(name: str, unsure: bool) -> None:
    """Windows' name for Paris is that of Brussels and Madrid too; that for São Paulo is Brazil's alone."""
    assert unsure == ("rounds[0].zone" in read(sample(name), ME, "", TODAY).unsure)


def test_the_organiser_is_an_unsure_recruiter() -> None:
    """Whoever invites may sit in the interview or not."""
    found = read(sample("04-google-request-tzid.ics"), ME, "", TODAY)
    assert {"name": "Lee Park", "part": "recruiter", "email": "lee.park@acme.example"} == found.fields["rounds"][0][
        "interviewers"
    ][1]
    assert "rounds[0].interviewers[1].part" in found.unsure


def test_a_team_that_invites_is_nobody_to_thank() -> None:
    """ "Acme Talent" is no person."""
    found = read(sample("06-zoom-mail-quoted-printable.eml"), "", "", TODAY)
    assert [] == found.fields["rounds"][0]["interviewers"]
    assert "“Acme Talent”, an address of several people" in found.left_out


@pytest.mark.parametrize(
    ("name", "company", "role"),
    [
        ("01-exchange-request-language.ics", "Acme", "Développeur"),
        ("02-outlook-panel-room-recurring.ics", "Firma", "Systemtechnik"),
        ("04-google-request-tzid.ics", "Acme", "Backend Engineer"),
        ("05-zoom-publish.ics", "", ""),
        ("06-zoom-mail-quoted-printable.eml", "Acme", ""),
        ("08-apple-floating-principal-attendee.ics", "Acme", ""),
        ("11-cancel.ics", "Acme", "Backend Engineer"),
        ("14-teams.ics", "Empresa", "Analista"),
        ("15-loop-three-sessions-one-moved.ics", "Acme", ""),
    ],
)
def test_company_and_role_are_proposed(name: str, company: str, role: str) -> None:
    """From the title and the hosts of the addresses, never as fields of the case."""
    found = read(sample(name), ME, "", TODAY)
    assert (company, role) == (found.proposed.company, found.proposed.role)
    assert {"rounds"} == set(found.fields)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_link_and_no_code_is_in_the_answer(name: str) -> None:
    """They may let others in; what is answered is kept and shared."""
    answer = door.answer(
        json.dumps({"tool": "invitation", "now": "2027-01-04T09:00:00Z", "fields": {"text": sample(name)}})
    )
    for secret in ("http", "REMOVED", "81234567890", "000000", "conf:sip"):
        assert secret not in answer


def test_a_cancelled_invitation_says_so_and_is_an_event_of_its_case() -> None:
    """With the case that it belongs to it gives the event; without one, the round and that it is off."""
    fields = {"text": sample("11-cancel.ics"), "me": ME}
    alone = ask(fields)
    assert alone["cancelled"]
    assert "event" not in alone
    round = {"date": "2027-01-07", "zone": "America/New_York", "interviewers": [{"name": "Dana Ruiz"}]}
    known = ask({**fields, "case": {"rounds": [round]}})
    assert {"kind": "interview-moved", "at": "2027-01-06T17:00:00+00:00"} == known["event"]


def test_an_invitation_for_another_day_moves_the_interview_of_its_people() -> None:
    """A later number of the same invitation says that it was changed."""
    text = sample("04-google-request-tzid.ics")
    round = {"date": "2027-01-06", "zone": "America/New_York", "interviewers": [{"name": "Dana Ruiz"}]}
    assert "2027-01-07" == ask({"text": text, "me": ME, "case": {"rounds": [round]}})["event"]["by"]
    same = {**round, "date": "2027-01-07"}
    assert "event" not in ask({"text": text, "me": ME, "case": {"rounds": [same]}})
    other = {**round, "interviewers": [{"name": "Somebody Else"}]}
    assert "event" not in ask({"text": text, "me": ME, "case": {"rounds": [other]}})


def ask(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data that the door answers."""
    request = {"tool": "invitation", "now": "2027-01-06T17:00:00+00:00", "fields": fields}
    answer: Mapping[str, Any] = json.loads(door.answer(json.dumps(request)))
    assert not answer["problems"]
    data: Mapping[str, Any] = answer["data"]
    return data
