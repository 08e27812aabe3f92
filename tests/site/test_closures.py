"""A host's own days off reach the calendars, and those that cannot are refused."""

from datetime import date

import pytest

from followup_site.calendars import calendar_closures, calendar_source
from followup_site.calendars.calendar_closures import Closure, UnusableClosure

YEARS = range(2026, 2029)
RECORD = '[[closure]]\ncountry = "US"\nsubdivision = "CA"\ndate = 2027-03-29\nname = "Founder\'s Day"\n'


def test_a_closure_is_a_day_off_where_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """In its subdivision alone, beside the holidays that are known already."""
    monkeypatch.setattr(calendar_source, "closures", lambda: tuple(calendar_closures.read(RECORD)))
    there = calendar_source.region("US", "CA", YEARS).entries
    assert calendar_source.Entry("Founder's Day", False, "- 0329 -") in there
    assert "Founder's Day" not in {entry.name for entry in calendar_source.region("US", "NY", YEARS).entries}


def test_a_country_closes_all_its_subdivisions() -> None:
    """Without a subdivision the whole country is meant."""
    closure = Closure(country="GB", date=date(2027, 6, 1), name="Closed")
    assert {"Closed": [date(2027, 6, 1)]} == calendar_closures.days_off((closure,), "GB", "SCT")
    assert {} == calendar_closures.days_off((closure,), "IE", "")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [('country = "US"', 'country = "XX"'), ('"CA"', '"ZZ"'), ("2027-03-29", "2040-03-29")],
)
def test_a_place_or_year_that_is_not_covered_stops_the_build(wrong: str, right: str) -> None:
    """The message names the closure."""
    found = tuple(calendar_closures.read(RECORD.replace(wrong, right)))
    with pytest.raises(UnusableClosure, match="Founder"):
        calendar_closures.check(found, calendar_source.codes(), YEARS)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("2027-03-29", '"29 March"'), ("Founder's", "a;b"), ("name =", "called ="), ("2027-03-29", "2027-03-29T09:00:00")],
)
def test_a_record_that_cannot_be_read_stops_the_build(wrong: str, right: str) -> None:
    """A key too many, no date, or a name that would tear the file apart."""
    with pytest.raises(UnusableClosure, match="closure 1"):
        tuple(calendar_closures.read(RECORD.replace(wrong, right)))
