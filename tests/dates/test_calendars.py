"""Business days are the ones people work on there, and sums of them come out right."""

import doctest
from datetime import date, datetime, timedelta
from functools import cache

import holidays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.dates import calendar_book, calendars
from followup.dates.calendars import (
    CLOSED,
    Calendar,
    OutOfCoverage,
    UnknownCountry,
    UnknownSubdivision,
    add_business_days,
    business_days_between,
    calendar_for,
    countries,
    next_business_day,
    roll_back,
    roll_forward,
    skipped,
)
from followup.dates.place import Place

REGIONS = [(country.code, code) for country in countries() for code in ("", *dict(country.subdivisions))]
# The library lacks the anniversaries of these, and knows no day that is off in most regions of a country alone.
LACKING = {("NZ", code) for code in ("WKO", "BOP", "GIS", "MWT", "TAS")}
LIBRARYS = [region for region in REGIONS if region not in LACKING and not calendar_for(*region).place.mostly]
MARGIN = timedelta(days=150)


def day(text: str) -> date:
    """Reads "Fri 2027-01-08" and refuses it when that day is no Friday."""
    found = datetime.strptime(text, "%a %Y-%m-%d").date()  # noqa: DTZ007 -- a day, no moment
    assert text == f"{found:%a %Y-%m-%d}"
    return found


SUMS = [
    # An ordinary week, from a business day and from a weekend.
    ("US", "", "Thu 2027-01-07", 5, "Thu 2027-01-14"),
    ("US", "", "Fri 2027-01-08", 1, "Mon 2027-01-11"),
    ("US", "", "Sat 2027-01-09", 1, "Mon 2027-01-11"),
    ("US", "", "Sun 2027-01-10", 5, "Fri 2027-01-15"),
    # The year end: 28 December is a substitute day in England, 2 January one more holiday in Scotland.
    ("US", "", "Thu 2026-12-24", 5, "Mon 2027-01-04"),
    ("GB", "ENG", "Thu 2026-12-24", 5, "Tue 2027-01-05"),
    ("GB", "SCT", "Thu 2026-12-24", 5, "Wed 2027-01-06"),
    # Easter.
    ("US", "", "Thu 2027-03-25", 1, "Fri 2027-03-26"),
    ("GB", "ENG", "Thu 2027-03-25", 1, "Tue 2027-03-30"),
    ("GB", "SCT", "Thu 2027-03-25", 1, "Mon 2027-03-29"),
    # Holidays of a subdivision alone.
    ("DE", "", "Tue 2027-01-05", 1, "Wed 2027-01-06"),
    ("DE", "BY", "Tue 2027-01-05", 1, "Thu 2027-01-07"),
    ("US", "CA", "Tue 2027-03-30", 1, "Thu 2027-04-01"),
    # Weekend days worked for a day off elsewhere.
    ("CN", "", "Fri 2026-02-13", 1, "Sat 2026-02-14"),
    ("CN", "", "Sat 2026-09-19", 1, "Sun 2026-09-20"),
    ("HU", "", "Fri 2026-08-07", 1, "Sat 2026-08-08"),
    ("TW", "", "Fri 2025-02-07", 1, "Sat 2025-02-08"),
    # Weekends of other days, and of one day only.
    ("IL", "", "Thu 2027-01-07", 1, "Sun 2027-01-10"),
    ("SA", "", "Thu 2027-01-07", 1, "Sun 2027-01-10"),
    ("AE", "", "Fri 2027-01-08", 1, "Mon 2027-01-11"),
    ("MY", "03", "Thu 2027-01-07", 1, "Sun 2027-01-10"),
    ("BN", "", "Thu 2027-01-07", 1, "Sat 2027-01-09"),
    ("BN", "", "Sat 2027-01-09", 1, "Mon 2027-01-11"),
    ("IR", "", "Thu 2027-01-07", 1, "Sat 2027-01-09"),
    # A leap day counts as any other.
    ("US", "", "Mon 2028-02-28", 2, "Wed 2028-03-01"),
    # Backwards from a deadline, and not at all.
    ("GB", "ENG", "Tue 2027-03-30", -1, "Thu 2027-03-25"),
    ("US", "", "Mon 2027-01-04", -5, "Thu 2026-12-24"),
    ("US", "", "Sun 2027-01-10", -1, "Fri 2027-01-08"),
    ("US", "", "Sat 2027-01-09", 0, "Sat 2027-01-09"),
    # Without a country: Monday to Friday, whatever day it is.
    ("", "", "Thu 2026-12-24", 5, "Thu 2026-12-31"),
]


@pytest.mark.parametrize(("country", "subdivision", "start", "count", "expected"), SUMS)
def test_a_sum_of_business_days_ends_on_the_day_a_person_would_count_to(
    country: str, subdivision: str, start: str, count: int, expected: str
) -> None:
    """Holidays, weekends and swapped days of that place are seen, and the first day never counts."""
    assert day(expected) == add_business_days(day(start), count, calendar_for(country, subdivision))


@pytest.mark.parametrize(
    ("start", "back", "forward", "after"),
    [
        ("Thu 2027-03-25", "Thu 2027-03-25", "Thu 2027-03-25", "Tue 2027-03-30"),
        ("Fri 2027-03-26", "Thu 2027-03-25", "Tue 2027-03-30", "Tue 2027-03-30"),
        ("Mon 2027-03-29", "Thu 2027-03-25", "Tue 2027-03-30", "Tue 2027-03-30"),
    ],
)
def test_rolling_keeps_a_business_day_and_leaves_any_other(start: str, back: str, forward: str, after: str) -> None:
    """Easter in England, rolled back, forward and moved to the next business day."""
    england = calendar_for("GB", "ENG")
    assert day(back) == roll_back(day(start), england)
    assert day(forward) == roll_forward(day(start), england)
    assert day(after) == next_business_day(day(start), england)


def test_a_weekend_that_changed_is_read_by_its_day() -> None:
    """The Emirates had Friday and Saturday off until 2021 and Saturday and Sunday from 2022 on."""
    weekends = ((date.min, frozenset({4, 5})), (date(2022, 1, 1), frozenset({5, 6})))
    emirates = Calendar(place=Place(first=date(2021, 1, 1), last=date(2022, 12, 31), weekends=weekends))
    assert day("Sun 2021-12-19") == add_business_days(day("Thu 2021-12-16"), 1, emirates)
    assert day("Mon 2022-01-10") == add_business_days(day("Fri 2022-01-07"), 1, emirates)
    assert (True, False) == (emirates.is_weekend(day("Fri 2021-12-31")), emirates.is_weekend(day("Fri 2022-01-07")))


def test_a_worked_saturday_is_a_weekend_and_a_business_day() -> None:
    """A swapped Saturday in China still counts as weekend for those who ask about the weekend."""
    china, saturday = calendar_for("CN"), day("Sat 2026-02-14")
    assert (True, True, True) == (
        china.is_weekend(saturday),
        china.is_business_day(saturday),
        china.is_working_weekend(saturday),
    )
    assert not china.is_working_weekend(day("Sat 2026-02-07"))
    assert not china.is_working_weekend(day("Fri 2026-02-13"))


def test_a_day_off_that_was_swapped_names_the_day_it_was_swapped_with() -> None:
    """Dates in names are spelled out, never 02/14/2026."""
    found = calendar_for("CN").holiday(day("Fri 2026-02-20"))
    assert found
    assert "Day off (swapped with Saturday 14 February 2026)" == found.name


def test_holidays_that_follow_the_moon_are_marked_as_estimates() -> None:
    """Eid al-Fitr of 2027 is an estimate in the Emirates, New Year's Day is certain."""
    emirates = calendar_for("AE")
    eid, new_year = emirates.holiday(day("Tue 2027-03-09")), emirates.holiday(day("Fri 2027-01-01"))
    assert eid
    assert ("Eid al-Fitr", True) == (eid.name, eid.estimated)
    assert new_year
    assert ("New Year's Day", False) == (new_year.name, new_year.estimated)
    assert emirates.holiday(day("Mon 2027-01-04")) is None


def test_a_day_with_two_reasons_is_certain_when_one_of_them_is() -> None:
    """Names stand in the order of the alphabet; an estimate beside a fixed holiday does not make the day doubtful."""
    place = Place(first=day("Fri 2027-01-01"), last=day("Fri 2027-12-31"))
    both = {day("Fri 2027-01-01"): ("~Moon", "Fixed"), day("Mon 2027-01-04"): ("~Moon",)}
    calendar = Calendar(place=Place(first=place.first, last=place.last, holidays=both))
    first, second = calendar.holiday(day("Fri 2027-01-01")), calendar.holiday(day("Mon 2027-01-04"))
    assert first
    assert second
    assert ("Fixed; Moon", False, True) == (first.name, first.estimated, second.estimated)


def test_without_a_country_every_weekday_is_worked_and_it_says_so() -> None:
    """No country means no holidays, and the calendar tells that it knows none."""
    nowhere = calendar_for("")
    assert not nowhere.has_holidays
    assert nowhere.is_business_day(day("Fri 2026-12-25"))
    assert not nowhere.is_business_day(day("Sat 2026-12-26"))
    assert nowhere.holiday(day("Fri 2026-12-25")) is None
    assert calendar_for("US").has_holidays


def test_own_closures_are_days_off_even_on_a_worked_saturday() -> None:
    """The reader knows better than any calendar when they are closed."""
    closed = (day("Mon 2027-01-11"), day("Tue 2027-01-12"))
    assert day("Wed 2027-01-13") == next_business_day(day("Fri 2027-01-08"), calendar_for("US", closures=closed))
    saturday = day("Sat 2026-02-14")
    assert not calendar_for("CN", closures=[saturday]).is_business_day(saturday)


def test_what_was_skipped_are_the_holidays_and_closures_that_cost_a_working_day() -> None:
    """A holiday on a Sunday costs nothing; the end of the span belongs to it and its start does not."""
    closed = (day("Tue 2026-12-29"), day("Sat 2027-01-02"))
    england = calendar_for("GB", "ENG", closures=closed)
    found = skipped(day("Thu 2026-12-24"), day("Fri 2027-01-01"), england)
    names = [(f"{holiday.day:%a %Y-%m-%d}", holiday.name) for holiday in found]
    assert [
        ("Fri 2026-12-25", "Christmas Day"),
        ("Mon 2026-12-28", "Boxing Day (observed)"),
        ("Tue 2026-12-29", CLOSED),
        ("Fri 2027-01-01", "New Year's Day"),
    ] == names
    assert () == skipped(day("Fri 2027-01-01"), day("Mon 2027-01-04"), england)
    assert () == skipped(day("Mon 2027-01-04"), day("Fri 2027-01-01"), england)


@pytest.mark.parametrize("written", ["CA", "ca", "US-CA", "us-ca", "California"])
def test_a_subdivision_answers_to_its_code_and_its_name(written: str) -> None:
    """Small letters, the full code and the name all mean California."""
    place = calendar_for("us", written).place
    assert ("US", "United States", "CA", "California") == (
        place.country,
        place.country_name,
        place.subdivision,
        place.subdivision_name,
    )


@pytest.mark.parametrize("country", ["XX", "USA", "United States", "ß", "U|", "\n=", "XNYS"])
def test_an_unknown_country_is_refused(country: str) -> None:
    """Only codes of two letters are countries; a stock exchange is none."""
    with pytest.raises(UnknownCountry):
        calendar_for(country)


@pytest.mark.parametrize(("country", "subdivision"), [("US", "ENG"), ("GB", "US-CA"), ("CN", "11"), ("", "CA")])
def test_an_unknown_subdivision_is_refused(country: str, subdivision: str) -> None:
    """A subdivision belongs to its own country."""
    with pytest.raises(UnknownSubdivision):
        calendar_for(country, subdivision)


@pytest.mark.parametrize("country", ["", "US", "LK"])
def test_a_day_past_the_coverage_is_never_guessed(country: str) -> None:
    """Every question about such a day raises, with the day and the span that is covered."""
    calendar = calendar_for(country)
    after = calendar.last + timedelta(days=1)
    questions = (calendar.is_business_day, calendar.is_weekend, calendar.is_working_weekend, calendar.holiday)
    for ask in questions:
        with pytest.raises(OutOfCoverage):
            ask(after)
    for sum_days in (next_business_day, roll_forward, roll_back):
        with pytest.raises(OutOfCoverage):
            sum_days(after, calendar)
    with pytest.raises(OutOfCoverage) as caught:
        add_business_days(calendar.last, 1, calendar)
    assert (after, calendar.first, calendar.last) == (caught.value.day, caught.value.first, caught.value.last)


def test_every_calendar_ends_with_a_year() -> None:
    """The last day of its last year belongs to it, and so does the first of its first."""
    for country, subdivision in [("", ""), *REGIONS]:
        calendar = calendar_for(country, subdivision)
        assert ((1, 1), (12, 31)) == (
            (calendar.first.month, calendar.first.day),
            (calendar.last.month, calendar.last.day),
        )


@pytest.mark.parametrize("wild", [date.min, date.max])
def test_the_ends_of_time_are_out_of_coverage_too(wild: date) -> None:
    """No overflow hides behind the first and last day that Python knows."""
    for count in (-1, 0, 1):
        with pytest.raises(OutOfCoverage):
            add_business_days(wild, count, calendar_for("US"))


def test_countries_stand_by_name_with_their_subdivisions() -> None:
    """The list to choose from is in English and in the order of the alphabet."""
    found = {country.code: country for country in countries()}
    assert sorted(country.name for country in countries()) == [country.name for country in countries()]
    assert "United Kingdom" == found["GB"].name
    assert (("ENG", "England"), ("NIR", "Northern Ireland"), ("SCT", "Scotland"), ("WLS", "Wales")) == found[
        "GB"
    ].subdivisions
    assert "Bavaria" == dict(found["DE"].subdivisions)["BY"]


def test_the_examples_in_the_docstrings_are_true() -> None:
    """Every example of both modules gives what it shows."""
    assert 0 == doctest.testmod(calendars).failed
    assert 0 == doctest.testmod(calendar_book).failed


@cache
def library(country: str, subdivision: str) -> holidays.HolidayBase:
    """Gives the library's own calendar, filled one year past each end, as worked Saturdays may reach back."""
    covered = calendar_for(country, subdivision)
    years = range(covered.first.year - 1, covered.last.year + 2)
    return holidays.country_holidays(country, subdiv=subdivision or None, years=years)


@cache
def numpy_days(country: str, subdivision: str) -> np.busdaycalendar:
    """Gives numpy's calendar of all days that the library does not call working days."""
    covered, known = calendar_for(country, subdivision), library(country, subdivision)
    days = np.arange(covered.first, covered.last, dtype="datetime64[D]")
    off = [found for found in days if not known.is_working_day(found.item())]
    return np.busdaycalendar(weekmask="1111111", holidays=off)


def starts(region: tuple[str, str]) -> st.SearchStrategy[tuple[tuple[str, str], list[date]]]:
    """Gives that region with ten days far enough from both ends of its coverage."""
    covered = calendar_for(*region)
    days = st.dates(covered.first + MARGIN, covered.last - MARGIN)
    return st.tuples(st.just(region), st.lists(days, min_size=10, max_size=10))


ANYWHERE = st.sampled_from(LIBRARYS).flatmap(starts)
COUNTS = st.integers(-40, 40)


@settings(deadline=None)
@given(ANYWHERE, COUNTS)
def test_sums_agree_with_numpy(where: tuple[tuple[str, str], list[date]], count: int) -> None:
    """Thousands of random sums over all countries and years are those of numpy's busday_offset."""
    region, days = where
    # numpy counts from a business day: roll away from the direction first, so that the day itself never counts.
    roll = "backward" if count > 0 else "forward"
    for start in days if count else ():
        expected = np.busday_offset(start, count, roll=roll, busdaycal=numpy_days(*region)).item()  # type: ignore[call-overload]  # numpy takes dates
        assert expected == add_business_days(start, count, calendar_for(*region))


@settings(deadline=None)
@given(ANYWHERE, COUNTS)
def test_sums_agree_with_the_library(where: tuple[tuple[str, str], list[date]], count: int) -> None:
    """The holidays library, asked for its n-th working day and for each single day, says the same."""
    region, days = where
    known, calendar = library(*region), calendar_for(*region)
    for start in days:
        assert known.is_working_day(start) == calendar.is_business_day(start)
        assert known.is_weekend(start) == calendar.is_weekend(start)
        assert known.get_nth_working_day(start, 0) == roll_forward(start, calendar)
        if count:
            assert known.get_nth_working_day(start, count) == add_business_days(start, count, calendar)


@settings(deadline=None)
@given(ANYWHERE, COUNTS)
def test_counting_undoes_adding(where: tuple[tuple[str, str], list[date]], count: int) -> None:
    """From a day to its n-th business day there are n business days, in both directions."""
    region, days = where
    calendar = calendar_for(*region)
    for start in days:
        assert count == business_days_between(start, add_business_days(start, count, calendar), calendar)


@pytest.mark.parametrize("country", ["", "US", "LK"])
def test_the_first_and_the_last_covered_day_are_covered(country: str) -> None:
    """Every question about them is answered, and a count may end on the last."""
    calendar = calendar_for(country)
    for day in (calendar.first, calendar.last):
        assert day == add_business_days(day, 0, calendar)
        assert calendar.is_business_day(day) in (True, False)
    last = roll_back(calendar.last, calendar)
    assert last == next_business_day(add_business_days(last, -1, calendar), calendar)
