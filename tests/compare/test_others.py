"""Our calendars beside those of others: every difference is listed with what we think of it, and none is new."""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import others
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays  # type: ignore[import-untyped]  # It has no types.

from followup.dates.calendars import calendar_for

LISTED = Path(__file__).with_name("differences.csv")
DIVISIONS = {"ENG": "england-and-wales", "WLS": "england-and-wales", "SCT": "scotland", "NIR": "northern-ireland"}
# Proclaimed since the package was made: the day after Scotland's first match at the World Cup.
SINCE = {"SCT": {date(2026, 6, 15)}}
# What nobody has looked up in a law stays marked so.
UNJUDGED = "not judged"

type Row = tuple[str, str, str]
type Counts = dict[Row, list[int]]


@pytest.mark.parametrize(("region", "division"), DIVISIONS.items())
def test_every_bank_holiday_of_gov_uk_is_ours(region: str, division: str) -> None:
    """The list of the government itself, as the package holds it, from our first day to its last."""
    calendar = calendar_for("GB", region)
    listed = {one["date"] for one in BankHolidays(use_cached_holidays=True).get_holidays(division)}
    first, last = calendar.first, date(max(listed).year, 12, 31)
    ours = {day for day in calendar.place.holidays if first <= day <= last and not calendar.is_business_day(day)}
    listed |= SINCE.get(region, set())
    assert {day for day in listed if first <= day <= last} == {day for day in ours if not calendar.is_weekend(day)}


def listed() -> Counts:
    """The differences as they were judged, by source, country and day, with how many places have them each year."""
    with LISTED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["verdict"] for row in rows)
    return {
        (row["source"], row["country"], row["what"]): [int(row[str(year)]) for year in others.YEARS] for row in rows
    }


def found(source: str) -> Counts:
    """The differences as they are."""
    counted: defaultdict[Row, Counter[int]] = defaultdict(Counter)
    for (country, region), years in {"date-holidays": others.date_holidays, "workalendar": others.workalendar}[
        source
    ]():
        for year, off in years.items():
            for _, what in others.differences(calendar_for(country, region), off, year):
                counted[source, country, what][year] += 1
    return {row: [years[year] for year in others.YEARS] for row, years in counted.items()}


@pytest.mark.nightly
@pytest.mark.parametrize("source", ["date-holidays", "workalendar"])
def test_every_difference_to_another_library_is_listed(source: str) -> None:
    """A new one is looked up, and one that is gone is struck off: tests/compare/differences.csv."""
    assert {row: years for row, years in listed().items() if row[0] == source} == found(source)


@pytest.mark.nightly
def test_what_is_left_unjudged_is_told() -> None:
    """Most differences are lists of regions, of which we looked up none."""
    with LISTED.open(encoding="utf-8", newline="") as file:
        judged = Counter(UNJUDGED not in row["verdict"] for row in csv.DictReader(file))
    assert 100 < judged[True]


# Days on which an exchange is shut and a private employer there works as on any other, with the reason.
SHUT_ALONE = {
    "XDUB": {"05-01": "the exchange keeps the calendar of Euronext"},
    "XPAR": {"easter-2": "the exchange keeps the calendar of Euronext"},
    "XAMS": {
        "05-01": "the exchange keeps the calendar of Euronext",
        "easter-2": "Good Friday is worked in most offices",
    },
    "XLIS": {"easter+1": "the exchange keeps the calendar of Euronext"},
    "XMAD": {"easter+1": "Easter Monday is worked in Madrid"},
    "XMIL": {"easter-2": "Good Friday is worked in Italy"},
}


@pytest.mark.nightly
@pytest.mark.parametrize("name", others.EXCHANGES)
@pytest.mark.parametrize("year", others.YEARS[:2])
def test_where_an_exchange_is_shut_a_private_employer_is_too(name: str, year: int) -> None:
    """Or open until noon, or with some away; what is none of these is listed with its reason."""
    shut = others.exchange(name, year)
    alone = {day for day in shut if others.kept(name, day) == "works"}
    assert {others.named_by_easter(day) for day in alone} <= set(SHUT_ALONE.get(name, ()))
    assert any(others.kept(name, day) == "closed" for day in shut)
