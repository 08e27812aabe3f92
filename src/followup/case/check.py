"""A case as a whole: what one answer says against another."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from followup.case.event_checks import events
from followup.case.told import Told, begin_of, calendar_of, check_words, is_computable, word
from followup.dates import calendars, clock
from followup.model.answer import Problem
from followup.model.wording import problem_words, question_words
from followup.rules.rulebook import figure

# A case may open with these and hold no interview; before the first one only these may happen, and answers to them.
OPENING = ("next-round", "task", "offer", "offer-written", "no-show")


def problems(values: Mapping[str, object], now: datetime, path: str = "") -> tuple[Problem, ...]:
    """Every contradiction between the answers of a case; `now` is aware. Works on what could be read."""
    told = Told(values=values, path=path)
    calendar, unknown = calendar_of(told)
    return (
        *unknown,
        *_coverage(told, calendar),
        *_opening(told),
        *_rounds(told),
        *_promise(told),
        *events(told, now),
    )


def _coverage(told: Told, calendar: calendars.Calendar) -> Iterator[Problem]:
    first, last = calendar.first, calendar.last
    for key in _days(told):
        day = told.day(key)
        if day and not first <= day <= last:
            yield told.problem(key, calendar.advice)


def _days(told: Told) -> Iterator[str]:
    yield from (f"rounds[{at}].date" for at in range(told.count("rounds")))
    yield from ("promise.from", "promise.by")
    for at in range(told.count("events")):
        yield from (f"events[{at}].at", f"events[{at}].by", f"events[{at}].deadline")


def _opening(told: Told) -> Iterator[Problem]:
    """Without an interview a case begins with an invitation, a task, an offer or a no-show."""
    words = (word(told, f"events[{at}]") for at in range(told.count("events")))
    if told.count("rounds") == 0 and f"{told.path}rounds" in told.values and not any(word in OPENING for word in words):
        yield told.problem("rounds", question_words("case.rounds").enter)


def _rounds(told: Told) -> Iterator[Problem]:
    before: tuple[datetime, str] | None = None
    for at in range(told.count("rounds")):
        starts, ends = told.hour(f"rounds[{at}].starts"), told.hour(f"rounds[{at}].ends")
        if starts and ends and ends <= starts:
            yield told.problem(f"rounds[{at}].ends", problem_words("ends"))
        begin, end = begin_of(told, at), _end(told, at)
        if before and end and clock.instant(end) < clock.instant(before[0]):
            message = problem_words("order", said=before[1])
            yield told.problem(f"rounds[{at}].date", message)
        if begin and (before is None or clock.instant(begin) > clock.instant(before[0])):
            before = (begin, _said(told, at, begin))


def _said(told: Told, at: int, begin: datetime) -> str:
    """When an interview was, in the words of what was told: nobody told an hour that we assume."""
    if told.hour(f"rounds[{at}].ends"):
        return problem_words("said_ends", moment=clock.spoken(begin))
    if told.hour(f"rounds[{at}].starts"):
        return problem_words("said_starts", moment=clock.spoken(begin))
    return problem_words("said_is_on", day=clock.spoken_day(begin.date()))


def _end(told: Told, at: int) -> datetime | None:
    """When an interview ended, as far as it is told: with no hour, the end of that day."""
    day, zone = told.day(f"rounds[{at}].date"), told.zone(f"rounds[{at}].zone")
    if day is None or zone is None or not is_computable(day):
        return None
    starts, ends = told.hour(f"rounds[{at}].starts"), told.hour(f"rounds[{at}].ends")
    if ends is None and starts:
        return clock.shift(clock.local(day, starts, zone), figure("O9", "length_hours"))
    return clock.local(day, ends, zone) if ends else clock.local(day, time(23, 59), zone)


def _promise(told: Told) -> Iterator[Problem]:
    kind, start, by = told.text("promise.kind"), told.day("promise.from"), told.day("promise.by")
    if kind in ("date", "range") and "promise.by" not in told:
        yield told.problem("promise.by", question_words("promise.by").enter)
    last_round = told.day(f"rounds[{told.count('rounds') - 1}].date")
    if kind == "said":
        yield from check_words(told, "promise.said", last_round, needed=True)
    if kind == "range" and "promise.from" not in told:
        yield told.problem("promise.from", question_words("promise.from_").enter)
    if kind == "range" and start and by and start > by:
        yield told.problem("promise.by", problem_words("range"))
    last = max(filter(None, (last_round, _moved_to(told))), default=None)
    if kind not in ("none", "said") and by and last and by < last:
        yield told.problem("promise.by", _before_interview(by, last))


def _moved_to(told: Told) -> date | None:
    """The day an interview was moved to, by the last word on it."""
    zone = told.zone(f"rounds[{told.count('rounds') - 1}].zone")
    keys = [f"events[{at}]" for at in range(told.count("events"))]
    moves = [
        (clock.instant(clock.aware(at, zone)), told.day(f"{key}.by"))
        for key in keys
        if zone and told.text(f"{key}.kind") == "interview-moved" and (at := told.moment(f"{key}.at"))
    ]
    return max(moves, key=lambda move: move[0])[1] if moves else None


def _before_interview(by: date, interview: date) -> str:
    """They named a day that was past already: either the year is wrong, or it was said before another interview."""
    ahead = clock.on_or_after(interview, by)
    days = {"interview": clock.spoken_day(interview), "ahead": clock.written_day(ahead), "day": clock.written_day(by)}
    return problem_words("before_interview", **days)
