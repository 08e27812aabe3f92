"""The case with every day that was said in words in its place: the date that holds for all that is planned (O41)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from followup.case.said import last_day
from followup.case.said_days import Unreadable
from followup.dates import clock
from followup.dates.calendars import Calendar, OutOfCoverage, calendar_of
from followup.model.case import Case, Event, Promise

# With these the day they named is the last one for an answer.
DEADLINES = ("offer-written", "offer-elsewhere")


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """Words that were said in place of a day: where they stand in the case, and the day they were read as, if any."""

    path: str
    words: str
    day: date | None


def understood(case: Case, where: ZoneInfo) -> Case:
    """The case with the days that were said in words; hours without an offset are read in `where`.

    Words that cannot be read, or reach beyond the calendar, name no day here: they are a problem of the case.
    """
    if case.promise.kind != "said" and not any(event.said for event in case.events):
        return case
    calendar = calendar_of(case)
    events = tuple(_event(one, _read(one.said, _day(one, where), calendar)) for one in case.events)
    return replace(case, promise=_promise(case, where, calendar), events=events)


def understood_words(case: Case, where: ZoneInfo) -> Iterator[Spoken]:
    """What was said in words, each as it was read."""
    read = understood(case, where)
    if case.promise.kind == "said":
        yield Spoken(path="promise", words=case.promise.said, day=read.promise.by)
    for at, one in enumerate(read.events):
        if one.said and not _told(case.events[at]):
            yield Spoken(path=f"events[{at}]", words=one.said, day=_told(one))


def _told(event: Event) -> date | None:
    return event.deadline if _is_deadline(event) else event.by


def _is_deadline(event: Event) -> bool:
    return (event.outcome or event.kind) in DEADLINES


def _promise(case: Case, where: ZoneInfo, calendar: Calendar) -> Promise:
    told = case.promise
    if told.kind != "said":
        return told
    # They said it in the room, or with whatever opened the case.
    days = [one.date for one in case.rounds] or [_day(one, where) for one in case.events[:1]]
    day = _read(told.said, days[-1], calendar) if days else None
    return Promise(kind="date" if day else "none", by=day, said=told.said)


def _event(event: Event, day: date | None) -> Event:
    if not event.said or _told(event):
        return event
    if day is None:
        # A day that is none: they are still deciding.
        return replace(event, outcome="deciding") if event.outcome == "promise" else event
    return replace(event, deadline=day) if _is_deadline(event) else replace(event, by=day)


def _read(words: str, on: date, calendar: Calendar) -> date | None:
    try:
        return last_day(words, on, calendar) if words else None
    except (Unreadable, OutOfCoverage):
        return None


def _day(event: Event, where: ZoneInfo) -> date:
    if isinstance(event.at, datetime):
        return clock.aware(event.at, where).astimezone(where).date()
    return event.at
