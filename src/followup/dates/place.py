"""What a country, or a part of it, has off: its weekends, its holidays, and what an employer keeps beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

type Weekends = tuple[tuple[date, frozenset[int]], ...]

ESTIMATE = "~"
SATURDAY_SUNDAY = frozenset({5, 6})


class UnknownCountry(LookupError):
    """There is no country with that code; the code is its only argument."""


class UnknownSubdivision(LookupError):
    """The country has no subdivision of that code; the arguments are the country's code and that one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Country:
    """A country to choose from, with its subdivisions as (code, name)."""

    code: str
    name: str
    subdivisions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Holiday:
    """A day off; `estimated` when it follows the moon and the day is not fixed yet."""

    day: date
    name: str
    estimated: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """What one country or subdivision has off, from `first` to `last`, both included."""

    first: date
    last: date
    country: str = ""
    country_name: str = ""
    subdivision: str = ""
    subdivision_name: str = ""
    # Weekdays off (Monday is 0) from each day on, oldest first.
    weekends: Weekends = field(default=(), repr=False, compare=False)
    # The names of what falls on a day; those that begin with "~" are estimates.
    holidays: Mapping[date, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    # Days of a weekend that are worked, swapped for a day off elsewhere.
    working_weekends: frozenset[date] = field(default=frozenset(), repr=False, compare=False)
    # Where no subdivision was chosen: the days off in most of them, with the names of those that work.
    mostly: Mapping[date, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    # By how many days a holiday that follows the moon may move, and the last year whose swapped days are known.
    moving_days: int = 1
    swaps_until: int | None = None
    # Whose days these are: "private", "public", or nobody's but the law's; and what that employer keeps beside it.
    employer: str = ""
    # Closed although the law is silent; open until noon; open, with who may be away; public holidays that are worked.
    shut: Mapping[date, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    half: Mapping[date, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    optional: Mapping[date, tuple[str, str]] = field(default_factory=dict, repr=False, compare=False)
    worked: Mapping[date, str] = field(default_factory=dict, repr=False, compare=False)

    def weekend(self, day: date) -> frozenset[int]:
        """Gives the weekdays off at that time; Saturday and Sunday where nothing else is known."""
        for since, off in reversed(self.weekends):
            if since <= day:
                return off
        return SATURDAY_SUNDAY

    def holiday(self, day: date) -> Holiday | None:
        """Gives the holiday on that day; it is certain as soon as one of its reasons is."""
        names = self.holidays.get(day)
        if not names:
            return None
        plain = sorted({name.removeprefix(ESTIMATE) for name in names})
        return Holiday(day=day, name="; ".join(plain), estimated=all(name.startswith(ESTIMATE) for name in names))
