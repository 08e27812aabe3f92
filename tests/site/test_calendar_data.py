"""The data file says what the holidays library says, for every country and subdivision."""

import doctest
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import holidays
import pytest

from followup.data.age import CALENDARS
from followup.dates.calendars import Calendar, calendar_for, countries
from followup_site.calendars import calendar_data, calendar_names, calendar_source
from followup_site.calendars.calendar_source import added, codes, covered, days_of, entity, plain, region
from followup_site.calendars.calendar_unannounced import is_sighted
from followup_site.publish.build_date import build_date

pytestmark = pytest.mark.ours

REGIONS = [(country, code) for country, subdivisions in codes().items() for code in ("", *subdivisions)]


def years_of(calendar: Calendar) -> range:
    """Gives the years a calendar covers."""
    return range(calendar.first.year, calendar.last.year + 1)


def test_every_country_and_subdivision_of_the_library_is_there() -> None:
    """Nothing is left out and no stock exchange slips in."""
    found = {country.code: sorted(code for code, _ in country.subdivisions) for country in countries()}
    assert codes() == found


def test_every_day_off_and_every_worked_weekend_is_the_librarys() -> None:
    """For each region the same holidays under the same names, the same worked weekend days and the same weekends."""
    for country, subdivision in REGIONS:
        ours = calendar_for(country, subdivision)
        known, years = entity(country, subdivision, years_of(ours)), years_of(ours)
        expected = {day: _sighted(country, day, marked(known[day])) for day in known if day.year in years}
        ours_alone = {
            *ours.place.mostly,
            *(day for days in added(country, subdivision, years).values() for day in days),
        }
        found = {day: told for day, told in shown(ours) if day not in ours_alone}
        assert expected == found, (country, subdivision)
        worked = {day for day in known.weekend_workdays if day.year in years and known.is_weekend(day)}
        assert worked == ours.place.working_weekends, (country, subdivision)
        for day in (
            date(year, month, 15) + timedelta(days=extra) for year in years for month in (1, 7) for extra in range(7)
        ):
            assert known.is_weekend(day) == ours.is_weekend(day), (country, subdivision, day)


def _sighted(country: str, day: date, told: tuple[str, bool]) -> tuple[str, bool]:
    """Gives the same, as an estimate where the moon has to be seen first."""
    return told[0], told[1] or is_sighted(country, told[0], day, build_date().year)


def marked(names: str) -> tuple[str, bool]:
    """Gives what we call a day with those names in the library, and whether all of them are estimates."""
    parts = [plain(name) for name in names.split("; ")]
    return "; ".join(sorted({name for name, _ in parts})), all(estimated for _, estimated in parts)


def shown(calendar: Calendar) -> list[tuple[date, tuple[str, bool]]]:
    """Gives every holiday of a calendar with its name and mark."""
    found = [calendar.holiday(day) for day in calendar.place.holidays]
    return [(holiday.day, (holiday.name, holiday.estimated)) for holiday in found if holiday]


@pytest.mark.parametrize(
    ("country", "subdivision"),
    [("AE", ""), ("BN", ""), ("CN", ""), ("GB", "SCT"), ("HU", ""), ("IN", "KA"), ("LK", ""), ("MY", "01"), ("VN", "")],
)
def test_every_single_day_is_worked_when_the_library_says_so(country: str, subdivision: str) -> None:
    """Where swaps and changing weekends make it hardest, the whole coverage is compared day by day."""
    ours = calendar_for(country, subdivision)
    known = entity(country, subdivision, years_of(ours))
    assert [] == [day for day in days_of(years_of(ours)) if known.is_working_day(day) != ours.is_business_day(day)]


def test_the_coverage_is_six_years_each_side_unless_the_library_vouches_for_less() -> None:
    """The years promised are this year - 1 to this year + 5; Sri Lanka's stop where the library's do."""
    unknown = calendar_for("")
    assert 13 == len(years_of(unknown))
    for country in countries():
        assert covered(country.code, years_of(unknown)) == years_of(calendar_for(country.code)), country.code
    assert holidays.LK.end_year == calendar_for("LK").last.year


def test_a_weekend_that_changed_is_written_with_the_day_of_the_change() -> None:
    """The Emirates changed in 2022, Saudi Arabia in the middle of 2013, Johor in 2014 and back in 2025."""
    assert "45 20220101:56" == region("AE", "", range(2020, 2024)).weekends
    assert "34 20130628:45" == region("SA", "", range(2012, 2015)).weekends
    assert "56 20140101:45 20250101:56" == region("MY", "01", range(2012, 2027)).weekends


def test_every_alias_of_a_subdivision_means_the_same_as_in_the_library() -> None:
    """No name of one subdivision is the code of another."""
    for country, subdivisions in codes().items():
        aliases = getattr(holidays, country).subdivisions_aliases | {code: code for code in subdivisions}
        for written, expected in aliases.items():
            assert expected == calendar_for(country, written).place.subdivision, (country, written)


def test_english_names_belong_to_subdivisions_that_exist() -> None:
    """A name for a code that the library dropped would never show."""
    known = {f"{country}-{code}" for country, code in REGIONS if code}
    assert (
        set()
        == {f"{country}-{code}" for country, names in calendar_names.english_names().items() for code in names} - known
    )


def test_the_same_year_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of one year are equal, and a third leaves what stands alone."""
    few = {"AE": [], "GB": ["ENG", "SCT"]}
    monkeypatch.setattr(calendar_data, "codes", lambda: few)
    first, second = (calendar_data.write(tmp_path / name, 2026).read_bytes() for name in ("one", "two"))
    assert first == second
    (tmp_path / "one" / "calendars.txt").write_text("kept", encoding="utf-8")
    assert "kept" == calendar_data.write(tmp_path / "one", 2026).read_text(encoding="utf-8")
    assert first != calendar_data.write(tmp_path / "one", 2027).read_bytes()


def test_the_build_counts_from_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of a given moment is that moment's, in UTC; else it is today's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761599")
    assert date(2026, 12, 31) == build_date()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert datetime.now(UTC).date() - build_date() <= timedelta(days=1)


def test_the_examples_in_the_docstrings_are_true() -> None:
    """Every example of the modules gives what it shows."""
    for module in (calendar_data, calendar_names, calendar_source):
        assert 0 == doctest.testmod(module).failed


def test_the_command_line_knows_every_file_of_the_calendars() -> None:
    """One more or less here, and it would not see what an older build lacks."""
    made = {path.name for path in calendar_data.FOLDER.iterdir() if path.is_file()}
    assert {"__init__.py", *CALENDARS} == made
