"""A country whose regions differ: most of them decide where none was chosen, and the time zone proposes one."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from cases import NEW_YORK, Fields, fields, planned, round_of, spoken, step

from followup import door
from followup.dates import zone_countries
from followup.dates.calendar_book import region_of
from followup.dates.calendars import calendar_for, countries
from followup_site.calendars.calendar_zones import regions


def day(text: str) -> date:
    """Reads "Fri 2027-01-08" and refuses it when that day is no Friday."""
    found = datetime.strptime(text, "%a %Y-%m-%d").date()  # noqa: DTZ007 -- a day, no moment
    assert text == f"{found:%a %Y-%m-%d}"
    return found


MOSTLY = [
    ("GB", "Mon 2027-03-29", "Easter Monday", ["Scotland"]),
    ("GB", "Mon 2027-08-30", "Late Summer Bank Holiday", ["Scotland"]),
    ("AU", "Mon 2026-12-28", "Boxing Day (observed)", []),
    ("AU", "Mon 2027-06-14", "King's Birthday", ["Queensland", "Western Australia"]),
    ("CH", "Fri 2027-03-26", "Good Friday", ["Grisons", "Ticino", "Valais"]),
    ("CA", "Mon 2027-10-11", "Thanksgiving Day", ["New Brunswick", "Newfoundland and Labrador", "Nova Scotia"]),
]


@pytest.mark.parametrize(("country", "when", "name", "working"), MOSTLY)
def test_a_day_off_in_most_regions_is_off_where_none_was_chosen(
    country: str, when: str, name: str, working: list[str]
) -> None:
    """Under the name that most use, with the regions that work on it."""
    calendar = calendar_for(country)
    found = calendar.holiday(day(when))
    assert found
    assert (name, False) == (found.name, calendar.is_business_day(day(when)))
    assert set(working) <= set(calendar.place.mostly[day(when)])


def test_more_than_half_of_the_regions_decide_and_nothing_else() -> None:
    """Each day of each country whose regions differ, counted anew from the regions' own calendars."""
    for country in countries():
        whole, parts = (
            calendar_for(country.code),
            [calendar_for(country.code, code) for code, _ in country.subdivisions],
        )
        for when in sorted({day for part in parts for day in part.place.holidays if whole.first <= day <= whole.last}):
            off = [part for part in parts if not part.is_business_day(when)]
            if not whole.is_weekend(when):
                nationwide = when in whole.place.holidays and when not in whole.place.mostly
                expected = nationwide or len(off) * 2 > len(parts)
                assert expected == (not whole.is_business_day(when)), (country.code, when)
                working = {part.place.subdivision_name for part in parts} - {one.place.subdivision_name for one in off}
                assert working == set(whole.place.mostly.get(when, working)), (country.code, when)


@pytest.mark.parametrize("country", ["US", "IN", "BR"])
def test_nothing_is_added_where_no_day_is_shared_by_most(country: str) -> None:
    """The United States, India and Brazil keep their national lists."""
    assert {} == calendar_for(country).place.mostly


def test_a_region_has_its_own_days_and_no_others() -> None:
    """Scotland works on Easter Monday, whatever the others do."""
    assert calendar_for("GB", "SCT").is_business_day(day("Mon 2027-03-29"))
    assert {} == calendar_for("GB", "SCT").place.mostly


ANNIVERSARIES = [
    ("WKO", "Mon 2027-02-01", "Auckland Anniversary Day"),
    ("BOP", "Mon 2026-01-26", "Auckland Anniversary Day"),
    ("GIS", "Mon 2028-01-31", "Auckland Anniversary Day"),
    ("MWT", "Mon 2027-01-25", "Wellington Anniversary Day"),
    ("TAS", "Mon 2026-02-02", "Nelson Anniversary Day"),
]


@pytest.mark.parametrize(("region", "when", "name"), ANNIVERSARIES)
def test_the_regions_of_new_zealand_keep_the_day_of_their_province(region: str, when: str, name: str) -> None:
    """The dates are those of the government's list."""
    found = calendar_for("NZ", region).holiday(day(when))
    assert found
    assert (name, False) == (found.name, calendar_for("NZ", region).is_business_day(day(when)))


def abroad(when: str, zone: str, country: str, **words: Any) -> Fields:
    """An interview there, without a region."""
    return fields(rounds=[round_of(when, zone=zone)], country=country, **words)


CHECKED_IN = [
    # Each of these stood on a day off before.
    (abroad("2027-03-19", "Europe/London", "GB"), "Tue 2027-03-30 09:00"),
    (abroad("2027-08-23", "Europe/London", "GB"), "Tue 2027-08-31 09:00"),
    (abroad("2026-12-18", "Australia/Sydney", "AU"), "Tue 2026-12-29 09:00"),
    (abroad("2027-03-19", "Europe/Zurich", "CH"), "Tue 2027-03-30 09:00"),
    (abroad("2027-10-04", "America/Toronto", "CA"), "Tue 2027-10-12 09:00"),
    (abroad("2027-03-18", "Europe/Madrid", "ES"), "Mon 2027-03-29 09:00"),
    # Nothing changed here.
    (fields("2027-01-07"), "Thu 2027-01-14 09:00"),
]


@pytest.mark.parametrize(("asked", "target"), CHECKED_IN)
def test_a_check_in_is_no_longer_planned_for_a_day_off_of_most(asked: Fields, target: str) -> None:
    """Five business days as most people there would count them."""
    now = f"{asked['rounds'][0]['date']}T23:00:00+00:00"
    assert target == spoken(step(planned(asked, now), "check-in").window.target)


def told(asked: Fields, kind: str) -> list[str]:
    """What a plan says of that kind."""
    now = f"{asked['rounds'][0]['date']}T23:00:00+00:00"
    return [notice.text for notice in planned(asked, now).notices if kind == notice.kind]


def test_the_plan_names_the_day_and_the_regions_that_work() -> None:
    """And asks for the region, or proposes the one of the time zone."""
    assert (
        "Monday 29 March 2027 is not counted as a business day: it is Easter Monday in most of the country."
        " People work then in Scotland. Choose their state or region for exact dates."
    ) in told(abroad("2027-03-19", "Europe/London", "GB"), "most-regions")
    (king,) = told(abroad("2027-06-04", "Australia/Sydney", "AU"), "most-regions")
    assert king.endswith(
        "By its time zone it may be New South Wales: choose it, or the one they are in, for exact dates."
    )
    assert [] == told(abroad("2027-03-19", "Europe/London", "GB", subdivision="ENG"), "most-regions")
    assert told(abroad("2026-12-18", "Australia/Sydney", "AU"), "every-region")


def test_what_the_law_of_the_whole_country_says_is_told_as_before() -> None:
    """Good Friday in Great Britain."""
    (friday, *_) = told(abroad("2027-03-19", "Europe/London", "GB"), "holiday-skipped")
    assert "Friday 26 March 2027 is not counted as a business day where they are: Good Friday." == friday


REGIONS_OF_ZONES = [
    ("CA", "America/Toronto", "ON"),
    ("AU", "Australia/Sydney", "NSW"),
    ("AU", "Australia/NSW", "NSW"),
    ("CA", "America/Montreal", "QC"),
    ("GB", "Europe/Belfast", "NIR"),
    ("US", "Pacific/Honolulu", "HI"),
    ("GB", "Europe/London", ""),
    ("US", NEW_YORK, ""),
    # A zone of another country says nothing of this one.
    ("GB", "Australia/Sydney", ""),
    ("FR", "Europe/Paris", ""),
]


@pytest.mark.parametrize(("country", "zone", "region"), REGIONS_OF_ZONES)
def test_a_zone_in_one_region_proposes_it(country: str, zone: str, region: str) -> None:
    """And is never put in unasked."""
    asked = abroad("2027-01-07", zone, country)
    answered = json.loads(door.answer(json.dumps({"tool": "planner", "now": "2027-01-07T23:00:00Z", "fields": asked})))
    proposed = [one for one in answered["data"]["proposals"] if one["field"] == "subdivision"]
    assert [region] * bool(region) == [one["value"] for one in proposed]
    chosen = json.loads(
        door.answer(
            json.dumps({"tool": "planner", "now": "2027-01-07T23:00:00Z", "fields": asked | {"subdivision": region}})
        )
    )
    assert not [one for one in chosen["data"]["proposals"] if region and one["field"] == "subdivision"]


def test_every_zone_of_a_region_is_one_and_every_region_exists() -> None:
    """No line of the table leads nowhere."""
    named = {country.code: dict(country.subdivisions) for country in countries()}
    for country, zones in regions().items():
        for zone, region in zones.items():
            assert region in named[country], (country, zone)
            assert country == zone_countries.country_of(zone), zone
            assert (region, named[country][region]) == region_of(country, zone)
