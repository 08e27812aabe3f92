"""What happened, held against the interviews, the people and today."""

from collections.abc import Container, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from followup.case.told import Told, begin_of, check_words, is_computable, word
from followup.dates import clock
from followup.model.answer import Problem
from followup.model.wording import problem_words, question_words

BEFORE = (
    *("question", "interest", "task", "away", "checks", "cleared", "called-off", "next-round", "rejected", "filled"),
    *("on-hold", "interview-moved", "no-show", "moved-by-me"),
)
# What can only be sent after an interview; with no step named it would be a check-in.
AFTERWARDS = ("", "thank-you", "check-in", "second-check-in", "third-check-in", "fourth-check-in", "ask-feedback")


def events(told: Told, now: datetime) -> Iterator[Problem]:
    """What is wrong with one event after another, against all people and the first interview."""
    people = {told.text(path).casefold() for path in _people(told)}
    zone, first = _zone(told), begin_of(told, 0)
    opened = _opened(told, zone) if zone else None
    for at in range(told.count("events")):
        key = f"events[{at}]"
        yield from _event(told, key)
        yield from _event_person(told, key, people)
        if zone:
            yield from _event_time(told, key, zone, now)
            yield from _event_order(told, key, zone, first, opened)


def _zone(told: Told) -> ZoneInfo | None:
    """The zone of the last interview, else the reader's own, else none is needed."""
    if told.count("rounds"):
        return told.zone(f"rounds[{told.count('rounds') - 1}].zone")
    return told.zone("my_zone") or clock.zone("UTC")


def _opened(told: Told, zone: ZoneInfo) -> datetime | None:
    """The first moment at which something happened that may come before an interview."""
    keys = [f"events[{at}]" for at in range(told.count("events"))]
    moments = [_moment(told, key, zone) for key in keys if word(told, key) in BEFORE]
    return min(filter(None, moments), key=clock.instant, default=None)


def _moment(told: Told, key: str, zone: ZoneInfo) -> datetime | None:
    """When an event happened; a day alone lasts to its end."""
    at, day = told.moment(f"{key}.at"), told.day(f"{key}.at")
    if at is not None:
        return clock.aware(at, zone)
    return clock.local(day, time(23, 59), zone) if day and is_computable(day) else None


def _event(told: Told, key: str) -> Iterator[Problem]:
    kind, outcome = told.text(f"{key}.kind"), told.text(f"{key}.outcome")
    if kind == "sent" and not told.text(f"{key}.step"):
        yield told.problem(f"{key}.step", problem_words("message"))
    if kind in ("called", "reply") and not outcome and f"{key}.outcome" in told:
        yield told.problem(f"{key}.outcome", problem_words("outcome"))
    has_day = f"{key}.by" in told or told.text(f"{key}.said")
    if outcome == "promise" and kind in ("called", "reply") and not has_day:
        yield told.problem(f"{key}.by", question_words("promise.by").enter)


def _event_person(told: Told, key: str, people: Container[str]) -> Iterator[Problem]:
    to = told.text(f"{key}.to").casefold()
    if to and told.text(f"{key}.step") == "thank-you" and to not in people:
        yield told.problem(f"{key}.to", problem_words("person"))


def _people(told: Told) -> Iterator[str]:
    for at in range(told.count("rounds")):
        for one in range(told.count(f"rounds[{at}].interviewers")):
            yield f"rounds[{at}].interviewers[{one}].name"
            yield f"rounds[{at}].interviewers[{one}].email"


def _event_time(told: Told, key: str, zone: ZoneInfo, now: datetime) -> Iterator[Problem]:
    at, day = told.moment(f"{key}.at"), told.day(f"{key}.at")
    today = now.astimezone(zone).date()
    late = clock.instant(clock.aware(at, zone)) > clock.instant(now) if at else day is not None and day > today
    if late:
        yield told.problem(f"{key}.at", problem_words("future"))
    moment = _moment(told, key, zone)
    if moment:
        yield from _event_days(told, key, moment.astimezone(zone).date())


def _event_order(
    told: Told, key: str, zone: ZoneInfo, first: datetime | None, opened: datetime | None
) -> Iterator[Problem]:
    """Before the first interview there is little to tell; once something opened the case there is more."""
    at = _moment(told, key, zone)
    if at is None or first is None or clock.instant(at) >= clock.instant(first):
        return
    was_opened = opened is not None and clock.instant(opened) <= clock.instant(at)
    kind, step = told.text(f"{key}.kind"), told.text(f"{key}.step")
    theirs, mine = kind in ("reply", "called"), kind in ("sent", "called", "voicemail")
    too_early = (theirs and word(told, key) not in BEFORE) or (mine and step in AFTERWARDS)
    if too_early and not was_opened:
        yield told.problem(f"{key}.at", problem_words("too_early", first=clock.spoken(first)))


def _event_days(told: Told, key: str, day: date) -> Iterator[Problem]:
    yield from check_words(told, f"{key}.said", day)
    by, deadline = told.day(f"{key}.by"), told.day(f"{key}.deadline")
    if by and by < day:
        ahead = clock.on_or_after(day, by)
        message = problem_words("before_said", said=clock.written_day(day), ahead=clock.written_day(ahead))
        yield told.problem(f"{key}.by", message)
    if deadline and deadline < day:
        yield told.problem(f"{key}.deadline", problem_words("deadline", said=clock.written_day(day)))
