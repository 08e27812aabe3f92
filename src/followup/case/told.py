"""What was told of a case, as far as each answer could be read: the values that are held against each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from followup.case.said import day_or_problem
from followup.case.said_days import said_words
from followup.dates import calendars, clock
from followup.model.answer import Problem
from followup.model.wording import problem_words, question_words

FULL_DAY = timedelta(days=1)


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


def calendar_of(told: Told) -> tuple[calendars.Calendar, tuple[Problem, ...]]:
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


def word(told: Told, key: str) -> str:
    """What an event is called: what they said, or what happened."""
    kind = told.text(f"{key}.kind")
    return told.text(f"{key}.outcome") if kind in ("reply", "called") else kind


def is_computable(day: date) -> bool:
    """True for a day with room around it: moments are put into other zones."""
    return date.min + FULL_DAY * 2 < day < date.max - FULL_DAY * 2


def check_words(told: Told, key: str, on: date | None, *, needed: bool = False) -> Iterator[Problem]:
    """A day that was said in words: it can be read, and lies on or after the day on which it was said (O41)."""
    words = told.text(key)
    if not words:
        yield from (told.problem(key, said_words()["says"]["missing"]),) if needed else ()
        return
    calendar, _ = calendar_of(told)
    if on is None or not calendar.first <= on <= calendar.last:
        return
    if isinstance(found := day_or_problem(words, on, calendar), str):
        yield told.problem(key, found)


def begin_of(told: Told, at: int) -> datetime | None:
    """The moment from which something can have happened since an interview."""
    day, zone = told.day(f"rounds[{at}].date"), told.zone(f"rounds[{at}].zone")
    if day is None or zone is None or not is_computable(day):
        return None
    ends, starts = told.hour(f"rounds[{at}].ends"), told.hour(f"rounds[{at}].starts")
    return clock.local(day, ends or starts or time(), zone)
