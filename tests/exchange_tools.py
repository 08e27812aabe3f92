"""What is asked of the other tools in tests/exchanges: every letter, drafts of every kind, calls and what now."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cases import DANA, Fields, event, fields, promised, round_of

from followup import letters

DRAFTS = Path(__file__).parent / "drafts"
NOW = "2027-01-08T09:00:00-05:00"
CASE = fields(rounds=[round_of("2027-01-07", interviewers=[DANA | {"email": "dana@example.com"}])])
# One draft of each sort: good, pressing, long, with blanks left, in another language, quoted mail below.
CHECKED = 24
CASE_BEFORE = fields(rounds=[round_of("2027-01-06", interviewers=[DANA])])


def request(tool: str, told: Fields, now: str = NOW) -> str:
    """A request to a tool."""
    return json.dumps({"tool": tool, "now": now, "fields": told}, ensure_ascii=False)


def _examples() -> Mapping[str, str]:
    return {name: blank.example for name, blank in letters.blanks().items()}


def _written() -> Iterator[tuple[str, str]]:
    tones = ("plain", "warm", "formal")
    for number, (id, letter) in enumerate(letters.letters().items()):
        is_early = _speaks_of_a_day_to_come(letter)
        blanks = letters.examples(letter) if is_early else _examples()
        told: dict[str, Any] = {"letter": id, "variant": tones[number % 3], "blanks": dict(blanks)}
        told |= {"reply": number % 2 == 0, "date_known": number % 4 == 0}
        yield f"writer-{id}", request("writer", told, f"{letter.example_sent}T09:00:00-05:00" if is_early else NOW)
    yield "writer-nothing-told", request("writer", {"letter": "thank-you-onsite"})
    yield "writer-of-a-case", request("writer", {"letter": "check-in-date-passed", "case": _promised()})
    yield "writer-of-a-step", request("writer", {"case": CASE, "step": "thank-you-1-dana-ruiz"})
    hostile = {
        "first_name": "{{ 7*7 }}",
        "company": "<b>A</b>",
        "role": "{% x %}",
        "my_name": "A\r\nBcc: b@example.com",
    }
    yield "writer-hostile", request("writer", {"letter": "thank-you-onsite", "blanks": hostile})
    # Two words of another script in a subject are encoded together: the mail library takes another way then.
    scripts = {"first_name": "محمد", "role": "データアナリスト", "thread": "محمد الفاتح", "my_name": "李小龍"}
    yield "writer-other-scripts", request("writer", {"letter": "check-in", "reply": True, "blanks": scripts})
    yield "writer-unknown-letter", request("writer", {"letter": "ransom-note"})


def _speaks_of_a_day_to_come(letter: letters.Letter) -> bool:
    """True where an example has happened by the day of sending, and lies ahead of the usual one."""
    used = letters.used_blanks(letter, letters.Manner())
    sides = {blank.name: letter.lies.get(blank.name, blank.lies) for blank in used}
    days = (blank.example for blank in used if sides[blank.name] == "behind" and "ahead" not in letter.situations)
    return any(day > NOW[:10] for day in days)


def _promised() -> Fields:
    return CASE | {"promise": promised("2027-01-15")}


def _checked() -> Iterator[tuple[str, str]]:
    for path in sorted(DRAFTS.glob("*.toml"))[:CHECKED]:
        draft = tomllib.loads(path.read_text(encoding="utf-8"))
        yield f"checker-{path.stem}", request("checker", {"draft": draft["text"], "case": CASE})
    yield "checker-too-long", request("checker", {"draft": "word " * 5000})
    yield "checker-empty", request("checker", {"draft": "  "})


OTHERS: Mapping[str, str] = {
    "call-sheet-second-try": request(
        "call-sheet",
        {
            "my_name": "Sam Lee",
            "case": fields(
                my_zone="Europe/London",
                events=[event("called", "2027-01-14T09:30", step="check-in", outcome="no-answer")],
            ),
        },
        "2027-01-14T10:00:00-05:00",
    ),
    "call-sheet-typed": request(
        "call-sheet",
        {
            "name": "Dana Ruiz",
            "number": "+1 212 555 0123",
            "company": "Acme",
            "role": "Data Analyst",
            "interview_date": "2027-01-07",
            "zone": "America/New_York",
            "my_zone": "Asia/Tokyo",
            "country": "US",
            "my_name": "Sam Lee",
            "my_phone": "+81 3 1234 5678",
            "detail": "how your team checks forecasts",
            "points": "The salary band\nWhen it starts",
        },
        "2027-01-12T10:00:00+09:00",
    ),
    "call-sheet-without-a-zone": request("call-sheet", {"name": "<b>{{ 7*7 }}</b>"}, "2027-01-14T10:00:00-05:00"),
    "interviews": request(
        "interviews",
        {
            "cases": [
                {"id": "1", "name": "Acme", "case": fields()},
                {"id": "2", "name": "Half", "case": {"company": "Half"}},
                {"id": "3", "name": "Globex", "case": fields("2027-01-11", company="Globex")},
            ]
        },
        "2027-01-12T10:00:00-05:00",
    ),
    "what-now-call": request(
        "what-now",
        {
            "answers": {
                "where": "silence",
                "followed-up": "never",
                "named-date": "no",
                "manner": "call",
                "interview": "2027-01-07",
                "ended": "15:00",
                "zone": "America/New_York",
            }
        },
        "2027-01-14T11:30:00-05:00",
    ),
    "what-now-ending": request(
        "what-now",
        {
            "answers": {
                "where": "silence",
                "followed-up": "once",
                "interview": "2027-01-07",
                "ended": "15:00",
                "zone": "America/New_York",
                "sent": "2027-01-14",
            }
        },
        "2027-02-01T10:00:00-05:00",
    ),
    "what-now-fact": request(
        "what-now",
        {
            "answers": {
                "where": "waiting",
                "promise": "date",
                "interview": "2027-01-07",
                "ended": "15:00",
                "zone": "America/New_York",
            }
        },
        "2027-01-14T10:00:00-05:00",
    ),
    "what-now-of-a-case": request(
        "what-now",
        {
            "answers": {"where": "rejected", "answered-no": "no", "heard": "2027-01-29"},
            "case": {
                "company": "Acme",
                "role": "Data Analyst",
                "rounds": [
                    {
                        "format": "onsite",
                        "date": "2027-01-07",
                        "ends": "15:00",
                        "zone": "America/New_York",
                        "interviewers": [{"name": "Dana Ruiz"}],
                    }
                ],
                "country": "US",
            },
        },
        "2027-02-01T10:00:00-05:00",
    ),
    "what-now-question": request("what-now", {"answers": {"where": "silence"}}, "2027-01-14T10:00:00-05:00"),
    "what-now-strange": request(
        "what-now", {"answers": {"where": "<b>", "colour": "blue"}}, "2027-02-01T10:00:00-05:00"
    ),
    "what-now-withdraw": request(
        "what-now", {"answers": {"where": "done", "zone": "Europe/London"}}, "2027-01-14T11:30:00-05:00"
    ),
}

INVITATIONS = Path(__file__).parent / "invitations"
# One of each way in which an email without a calendar tells of an interview.
MORE_INVITATIONS = (
    "ashby-table",
    "two-days",
    "greenhouse-html-base64",
    "german-latin1-html",
    "moved",
    "short-et",
    "google-meet-french-utc",
    "rooms-like-people",
    "google-mail-text",
)
PASTED = """Hi Sam,

thank you for your time on the phone. We would like to meet you on Thursday, January 14 at 2 pm - 3:30 pm ET.
You will meet Dana Ruiz (Engineering Manager) and Lee Park.
Where: 1 Hudson Street, New York

Best,
Ana
"""


def _invited() -> Iterator[tuple[str, str]]:
    told: dict[str, Any] = {"me": "sam.candidate@example.com", "my_zone": "Europe/London"}
    for path in sorted(INVITATIONS.glob("*.[ie][cm][sl]")):
        text = path.read_bytes().decode("utf-8")
        yield f"invitation-{path.stem[:2]}", request("invitation", {"text": text} | told)
    for name in MORE_INVITATIONS:
        path = next((INVITATIONS / "more").glob(f"{name}.*"))
        yield f"invitation-{name}", request("invitation", {"text": path.read_bytes().decode("utf-8")} | told)
    yield "invitation-pasted", request("invitation", {"text": PASTED})
    yield "invitation-moves-a-case", request("invitation", {"text": _sample("04*"), "case": CASE_BEFORE})
    yield "invitation-calls-off-a-case", request("invitation", {"text": _sample("11*"), "case": CASE})
    yield "invitation-without-a-day", request("invitation", {"text": "Nothing to see here."})
    yield "invitation-of-nothing", request("invitation", {"text": ""})


def _sample(name: str) -> str:
    return next(INVITATIONS.glob(name)).read_bytes().decode("utf-8")


TOOLS: Mapping[str, str] = {**dict(_written()), **dict(_checked()), **dict(_invited()), **OTHERS}
