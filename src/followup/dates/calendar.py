"""The days worked in one place, and the days there is no calendar for."""

from dataclasses import dataclass
from datetime import date

from followup.dates import clock
from followup.dates.place import Holiday, Place
from followup.model.wording import problem_words


class OutOfCoverage(ValueError):
    """A day we have no calendar for; it is not guessed."""

    def __init__(self, day: date, first: date, last: date) -> None:
        """Keeps the day asked for and the first and last day there is data for."""
        super().__init__(f"{day} is not between {first} and {last}")
        self.day, self.first, self.last = day, first, last

    @property
    def advice(self) -> str:
        """What to enter in place of a day that leads too far."""
        return problem_words("beyond", last=clock.written_day(self.last))


@dataclass(frozen=True, kw_only=True, slots=True)
class Calendar:
    """The days worked in one place; every question about a day outside it raises OutOfCoverage."""

    place: Place
    closures: frozenset[date] = frozenset()

    @property
    def first(self) -> date:
        """The first day there is data for."""
        return self.place.first

    @property
    def last(self) -> date:
        """The last day there is data for."""
        return self.place.last

    @property
    def advice(self) -> str:
        """What to enter in place of a day there is no data for."""
        first, last = clock.written_day(self.first), clock.written_day(self.last)
        return problem_words("outside", first=first, last=last)

    @property
    def has_holidays(self) -> bool:
        """False when no country was given: Monday to Friday, and no holidays are known."""
        return bool(self.place.country)

    def is_business_day(self, day: date) -> bool:
        """True when people work there on that day.

        >>> from datetime import date
        >>> from followup.dates.calendars import calendar_for
        >>> calendar_for("GB", "ENG").is_business_day(date(2026, 12, 28))  # Monday, Boxing Day observed
        False
        """
        is_off = day not in self.place.working_weekends if self.is_weekend(day) else day in self.place.holidays
        return not is_off and day not in self.closures

    def is_weekend(self, day: date) -> bool:
        """True when that weekday belongs to the weekend there and then, even if this one day is worked."""
        self.check(day)
        return day.weekday() in self.place.weekend(day)

    def is_working_weekend(self, day: date) -> bool:
        """True when that day of a weekend is worked, swapped for a day off elsewhere."""
        return self.is_weekend(day) and self.is_business_day(day)

    def holiday(self, day: date) -> Holiday | None:
        """The public holiday on that day, on a weekend too."""
        self.check(day)
        return self.place.holiday(day)

    def check(self, day: date) -> None:
        """Raises OutOfCoverage for a day we have no data for."""
        if not self.place.first <= day <= self.place.last:
            raise OutOfCoverage(day, self.first, self.last)
