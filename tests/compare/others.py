"""What other libraries and exchanges call days off, in the places that we know too."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import Mock

from dateutil.easter import easter  # type: ignore[import-untyped]  # It has no types.

from followup.dates.calendars import Calendar, calendar_for, countries

# The countries that were looked at one by one; a verdict on the others would be a guess.
COUNTRIES = ("AE AT AU BE BR CA CH CN DE DK ES FI FR GB IE IN IT JP MX NL NO NZ PL PT SA SE SG US ZA").split()
YEARS = (2026, 2027, 2028)
SCRIPT = Path(__file__).with_name("date_holidays.mjs")
# Each exchange with the place of its offices.
EXCHANGES = {
    "XNYS": ("US", "NY"),
    "XTSE": ("CA", "ON"),
    "XLON": ("GB", "ENG"),
    "XDUB": ("IE", ""),
    "XFRA": ("DE", "HE"),
    "XSWX": ("CH", "ZH"),
    "XWBO": ("AT", "9"),
    "XPAR": ("FR", ""),
    "XAMS": ("NL", ""),
    "XBRU": ("BE", ""),
    "XLIS": ("PT", "11"),
    "XMAD": ("ES", "MD"),
    "XMIL": ("IT", "MI"),
    "XSTO": ("SE", ""),
    "XOSL": ("NO", ""),
    "XCSE": ("DK", ""),
    "XHEL": ("FI", ""),
    "XICE": ("IS", ""),
    "XTKS": ("JP", ""),
    "BVMF": ("BR", "SP"),
    "XMEX": ("MX", ""),
}

# Days off by day, with the name that the source gives them.
type Off = Mapping[date, str]


def places() -> Iterator[tuple[str, str]]:
    """Gives each country of the list and each of its regions."""
    for country in countries():
        if country.code in COUNTRIES:
            yield from ((country.code, code) for code in ("", *dict(country.subdivisions)))


def weekdays(year: int) -> Iterator[date]:
    """Gives Monday to Friday of a year."""
    days = (date(year, 1, 1) + timedelta(days=ahead) for ahead in range(366))
    return (day for day in days if day.year == year and day.weekday() < 5)


def ours(calendar: Calendar, year: int) -> Off:
    """Gives our days off among the weekdays of a year; a weekend of Friday is no holiday."""
    holidays = {day: calendar.holiday(day) for day in weekdays(year) if not calendar.is_weekend(day)}
    return {day: one.name for day, one in holidays.items() if one and not calendar.is_business_day(day)}


def differences(calendar: Calendar, theirs: Off, year: int) -> Iterator[tuple[date, str]]:
    """Gives the days that only one side has off, as "only ours: Good Friday" or "only theirs: Carnival"."""
    our_days = ours(calendar, year)
    for day in sorted(our_days.keys() ^ theirs.keys()):
        if day.year == year and day.weekday() < 5 and not calendar.is_weekend(day):
            yield day, f"only ours: {our_days[day]}" if day in our_days else f"only theirs: {theirs[day]}"


def date_holidays() -> Iterator[tuple[tuple[str, str], Mapping[int, Off]]]:
    """Gives the public holidays of the npm package date-holidays, for the places that both know."""
    asked = json.dumps({"places": [list(place) for place in places()], "years": YEARS})
    found = subprocess.run(["node", SCRIPT], input=asked, stdout=-1, check=True, text=True).stdout
    for country, region, years in json.loads(found):
        yield (
            (country, region),
            {int(year): {date.fromisoformat(day): name for day, name in days.items()} for year, days in years.items()},
        )


def workalendar() -> Iterator[tuple[tuple[str, str], Mapping[int, Off]]]:
    """Gives the holidays of workalendar, for the places that both know."""
    # A library below it asks for these by name, for Persian and other calendars that no place here has.
    for name in ("Angle", "Epoch", "Sun"):
        sys.modules[f"pymeeus.{name}"] = Mock()
    from workalendar.registry import registry  # type: ignore[import-untyped]  # It has no types.

    known = registry.region_registry
    for country, region in places():
        code = f"{country}-{region}" if region else country
        # Its Chinese data ends with 2023.
        if code in known and country != "CN":
            calendar = known[code]()
            yield (country, region), {year: dict(calendar.holidays(year)) for year in YEARS}


def exchange(name: str, year: int) -> frozenset[date]:
    """Gives the weekdays on which an exchange is shut."""
    import exchange_calendars  # type: ignore[import-not-found]  # It is there at night.

    calendar = exchange_calendars.get_calendar(name, start=f"{year}-01-01", end=f"{year}-12-31")
    days = [day for day in weekdays(year) if calendar.first_session.date() <= day <= calendar.last_session.date()]
    return frozenset(day for day in days if not calendar.is_session(day.isoformat()))


def named_by_easter(day: date) -> str:
    """Gives a day as "05-01", or as "easter-2" within a week of Easter."""
    apart = (day - easter(day.year)).days
    return f"easter{apart:+}" if abs(apart) < 7 else f"{day:%m-%d}"


def kept(name: str, day: date) -> str:
    """Gives what that day is to a private employer at the place of an exchange."""
    calendar = calendar_for(*EXCHANGES[name], employer="private")
    if not calendar.is_business_day(day):
        return "closed"
    return "half" if day in calendar.place.half else "optional" if day in calendar.place.optional else "works"
