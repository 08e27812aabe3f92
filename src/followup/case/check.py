"""A case as a whole: what one answer says against another."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from followup.case.said import day_or_problem, said_words
from followup.dates import calendars, clock
from followup.model.answer import Problem
from followup.model.wording import problem_words, question_words
from followup.rules.rulebook import figure

FULL_DAY = timedelta(days=1)
# A case may open with these and hold no interview; before the first one only these may happen, and answers to them.
OPENING = ("next-round", "task", "offer", "offer-written", "no-show")
BEFORE = (
    *("question", "task", "away", "checks", "called-off", "next-round", "rejected", "filled", "on-hold"),
    *("interview-moved", "no-show", "moved-by-me"),
)
# What can only be sent after an interview; with no step named it would be a check-in.
AFTERWARDS = ("", "thank-you", "check-in", "second-check-in", "third-check-in", "fourth-check-in", "ask-feedback")


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The values that could be read, by path; `path` is where the case stands in the request."""

    values: Mapping[str, object]
    path: str

    def __contains__(self, key: str) -> bool:
        """True if that answer was given and was right in itself."""
        return self.values.get(self.path + key) is not None

    def text(self, key: str) -> str:
        """The text given there, or nothing."""
        value = self.values.get(self.path + key)
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> date | None:
        """The day given there, by itself or within a moment."""
        value = self.values.get(self.path + key)
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def hour(self, key: str) -> time | None:
        """The time of day given there."""
        value = self.values.get(self.path + key)
        return value if isinstance(value, time) else None

    def moment(self, key: str) -> datetime | None:
        """The moment given there, aware or not."""
        value = self.values.get(self.path + key)
        return value if isinstance(value, datetime) else None

    def count(self, key: str) -> int:
        """How many items the list there has."""
        value = self.values.get(self.path + key)
        return value if isinstance(value, int) else 0

    def zone(self, key: str) -> ZoneInfo | None:
        """The zone given there."""
        name = self.text(key)
        return clock.zone(name) if name else None

    def problem(self, key: str, message: str) -> Problem:
        """A problem with the answer there."""
        return Problem(field=self.path + key, message=message)


def problems(values: Mapping[str, object], now: datetime, path: str = "") -> tuple[Problem, ...]:
    """Every contradiction between the answers of a case; `now` is aware. Works on what could be read."""
    told = Told(values=values, path=path)
    calendar, unknown = _calendar(told)
    return (
        *unknown,
        *_coverage(told, calendar),
        *_opening(told),
        *_rounds(told),
        *_promise(told),
        *_events(told, now),
    )


def _calendar(told: Told) -> tuple[calendars.Calendar, tuple[Problem, ...]]:
    """The recipient's calendar, or the plain one with the reason why it has to serve."""
    country, subdivision = told.text("country"), told.text("subdivision")
    plain = calendars.calendar_for("")
    if "country" not in told:
        return plain, ()
    if subdivision and not country:
        return plain, (told.problem("subdivision", problem_words("region_without_country")),)
    try:
        return calendars.calendar_for(country, subdivision), ()
    except calendars.UnknownSubdivision:
        message = question_words("case.subdivision").enter
        return calendars.calendar_for(country), (told.problem("subdivision", message),)


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
    words = (_word(told, f"events[{at}]") for at in range(told.count("events")))
    if told.count("rounds") == 0 and f"{told.path}rounds" in told.values and not any(word in OPENING for word in words):
        yield told.problem("rounds", question_words("case.rounds").enter)


def _word(told: Told, key: str) -> str:
    """What an event is called: what they said, or what happened."""
    kind = told.text(f"{key}.kind")
    return told.text(f"{key}.outcome") if kind in ("reply", "called") else kind


def _rounds(told: Told) -> Iterator[Problem]:
    before: tuple[datetime, str] | None = None
    for at in range(told.count("rounds")):
        starts, ends = told.hour(f"rounds[{at}].starts"), told.hour(f"rounds[{at}].ends")
        if starts and ends and ends <= starts:
            yield told.problem(f"rounds[{at}].ends", problem_words("ends"))
        begin, end = _begin(told, at), _end(told, at)
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
    if day is None or zone is None or not _is_computable(day):
        return None
    starts, ends = told.hour(f"rounds[{at}].starts"), told.hour(f"rounds[{at}].ends")
    if ends is None and starts:
        return clock.shift(clock.local(day, starts, zone), figure("O9", "length_hours"))
    return clock.local(day, ends, zone) if ends else clock.local(day, time(23, 59), zone)


def _is_computable(day: date) -> bool:
    return date.min + FULL_DAY * 2 < day < date.max - FULL_DAY * 2


def _promise(told: Told) -> Iterator[Problem]:
    kind, start, by = told.text("promise.kind"), told.day("promise.from"), told.day("promise.by")
    if kind in ("date", "range") and "promise.by" not in told:
        yield told.problem("promise.by", question_words("promise.by").enter)
    last_round = told.day(f"rounds[{told.count('rounds') - 1}].date")
    if kind == "said":
        yield from _words(told, "promise.said", last_round, needed=True)
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


def _events(told: Told, now: datetime) -> Iterator[Problem]:
    """What is wrong with one event after another, against all people and the first interview."""
    people = {told.text(path).casefold() for path in _people(told)}
    zone, first = _zone(told), _begin(told, 0)
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
    moments = [_moment(told, key, zone) for key in keys if _word(told, key) in BEFORE]
    return min(filter(None, moments), key=clock.instant, default=None)


def _moment(told: Told, key: str, zone: ZoneInfo) -> datetime | None:
    """When an event happened; a day alone lasts to its end."""
    at, day = told.moment(f"{key}.at"), told.day(f"{key}.at")
    if at is not None:
        return clock.aware(at, zone)
    return clock.local(day, time(23, 59), zone) if day and _is_computable(day) else None


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
    too_early = (theirs and _word(told, key) not in BEFORE) or (mine and step in AFTERWARDS)
    if too_early and not was_opened:
        yield told.problem(f"{key}.at", problem_words("too_early", first=clock.spoken(first)))


def _words(told: Told, key: str, on: date | None, *, needed: bool = False) -> Iterator[Problem]:
    """A day that was said in words: it can be read, and lies on or after the day on which it was said (O41)."""
    words = told.text(key)
    if not words:
        yield from (told.problem(key, said_words()["says"]["missing"]),) if needed else ()
        return
    calendar, _ = _calendar(told)
    if on is None or not calendar.first <= on <= calendar.last:
        return
    if isinstance(found := day_or_problem(words, on, calendar), str):
        yield told.problem(key, found)


def _event_days(told: Told, key: str, day: date) -> Iterator[Problem]:
    yield from _words(told, f"{key}.said", day)
    by, deadline = told.day(f"{key}.by"), told.day(f"{key}.deadline")
    if by and by < day and told.text(f"{key}.kind") != "interview-moved":
        ahead = clock.on_or_after(day, by)
        message = problem_words("before_said", said=clock.written_day(day), ahead=clock.written_day(ahead))
        yield told.problem(f"{key}.by", message)
    if deadline and deadline < day:
        yield told.problem(f"{key}.deadline", problem_words("deadline", said=clock.written_day(day)))


def _begin(told: Told, at: int) -> datetime | None:
    """The moment from which something can have happened since an interview."""
    day, zone = told.day(f"rounds[{at}].date"), told.zone(f"rounds[{at}].zone")
    if day is None or zone is None or not _is_computable(day):
        return None
    ends, starts = told.hour(f"rounds[{at}].ends"), told.hour(f"rounds[{at}].starts")
    return clock.local(day, ends or starts or time(), zone)
