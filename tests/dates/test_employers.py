"""Whose days count: the law's as ever, what firms keep, what public offices keep."""

import json
from datetime import date, datetime

import markupsafe
import pytest
from cases import Fields, fields, planned, round_of, spoken, step, window

from followup import door
from followup.dates import calendar_book, employers
from followup.dates.calendars import calendar_for, countries
from followup.dates.place import Place
from followup_site.calendars import calendar_employers

ZONES = {
    "US": "America/New_York",
    "SE": "Europe/Stockholm",
    "DK": "Europe/Copenhagen",
    "DE": "Europe/Berlin",
    "JP": "Asia/Tokyo",
    "BR": "America/Sao_Paulo",
    "MX": "America/Mexico_City",
    "CA": "America/Toronto",
    "NL": "Europe/Amsterdam",
    "IE": "Europe/Dublin",
    "GB": "Europe/London",
    "HK": "Asia/Hong_Kong",
}


def day(text: str) -> date:
    """Reads "Fri 2027-01-08" and refuses it when that day is no Friday."""
    found = datetime.strptime(text, "%a %Y-%m-%d").date()  # noqa: DTZ007 -- a day, no moment
    assert text == f"{found:%a %Y-%m-%d}"
    return found


def met(when: str, place: str, employer: str = "", ends: str = "15:00") -> Fields:
    """An interview there, with such an employer."""
    country, _, region = place.partition("-")
    held = round_of(when, ends, zone=ZONES[country])
    return fields(rounds=[held], country=country, subdivision=region, employer=employer)


TARGETS = [
    # By law, and as firms keep it: the first check-in moves off days on which they are shut.
    ("SE", "2027-06-18", "Fri 2027-06-25", "Mon 2027-06-28"),
    ("DK", "2026-12-17", "Thu 2026-12-24", "Mon 2026-12-28"),
    ("DE-BE", "2026-12-17", "Thu 2026-12-24", "Mon 2026-12-28"),
    ("JP", "2026-12-23", "Wed 2026-12-30", "Mon 2027-01-04"),
    ("BR-SP", "2027-02-01", "Mon 2027-02-08", "Wed 2027-02-10"),
    ("MX", "2027-03-18", "Thu 2027-03-25", "Mon 2027-03-29"),
    ("CA-ON", "2027-07-26", "Mon 2027-08-02", "Tue 2027-08-03"),
    ("IE", "2026-12-18", "Mon 2026-12-28", "Tue 2026-12-29"),
    ("HK", "2027-03-20", "Fri 2027-03-26", "Tue 2027-03-30"),
    # The day after Thanksgiving is one; Columbus Day is worked, whatever the state.
    ("US", "2027-11-18", "Fri 2027-11-26", "Mon 2027-11-29"),
    ("US", "2027-10-04", "Tue 2027-10-12", "Mon 2027-10-11"),
    ("US-NY", "2027-10-04", "Tue 2027-10-12", "Mon 2027-10-11"),
    ("US-TX", "2027-01-12", "Thu 2027-01-21", "Wed 2027-01-20"),
    ("US-CA", "2027-10-22", "Mon 2027-11-01", "Fri 2027-10-29"),
    # Good Friday is worked.
    ("NL", "2027-03-19", "Tue 2027-03-30", "Fri 2027-03-26"),
    # Nothing differs.
    ("US", "2027-01-07", "Thu 2027-01-14", "Thu 2027-01-14"),
]


@pytest.mark.parametrize(("place", "when", "by_law", "private"), TARGETS)
def test_a_check_in_follows_the_days_that_firms_keep(place: str, when: str, by_law: str, private: str) -> None:
    """Only where the case says so; without an employer the law's list counts as before."""
    now = f"{when}T23:00:00+00:00"
    expected = {"": f"{by_law} 09:00", "private": f"{private} 09:00"}
    assert expected == {
        employer: spoken(step(planned(met(when, place, employer), now), "check-in").window.target)
        for employer in expected
    }


def test_without_an_employer_every_place_is_the_laws() -> None:
    """Old cases, links and files keep their dates to the byte."""
    for country in countries():
        for region in ("", *dict(country.subdivisions)):
            place = calendar_for(country.code, region).place
            assert place is calendar_for(country.code, region, employer="").place
            assert {} == {**place.shut, **place.half, **place.optional, **place.worked}


FEDERAL_LESS = {"Columbus Day", "Veterans Day", "Veterans Day (observed)"}
TERRITORIES = {"AS", "GU", "MP", "PR", "UM", "VI"}


def test_a_state_gives_a_private_employer_the_federal_list() -> None:
    """Less Columbus and Veterans Day, with the day after Thanksgiving; Utah keeps Pioneer Day too."""
    law = calendar_for("US").place.holidays
    federal = {when for when, names in law.items() if not set(names) <= FEDERAL_LESS}
    for region in {code for country in countries() if country.code == "US" for code, _ in country.subdivisions}:
        place = calendar_for("US", region, employer="private").place
        more = {when for when, names in place.holidays.items() if "Day after Thanksgiving" in names}
        own = set(place.shut) - more
        assert {date(year, 7, 24) for year in range(2021, 2032)} <= own if region == "UT" else set() == own
        if region not in TERRITORIES:
            assert federal | more | own == set(place.holidays), region


def test_a_state_gives_its_offices_its_own_list() -> None:
    """In Texas some of it is kept with part of the staff: those days count, and the plan says who may be away."""
    texas = calendar_for("US", "TX", employer="public")
    partial = day("Tue 2027-01-19")
    assert texas.is_business_day(partial)
    assert ("Confederate Memorial Day", "part of the staff of state offices") == texas.place.optional[partial]
    # Where it falls on another holiday, that holds.
    assert not texas.is_business_day(day("Mon 2026-01-19"))
    assert not texas.is_business_day(day("Fri 2027-11-26"))
    assert not calendar_for("US", "CA", employer="public").is_business_day(day("Wed 2027-03-31"))


PUBLIC = [
    ("DE", "Fri 2027-12-24", False),
    ("NL", "Wed 2027-05-05", False),
    ("JP", "Tue 2026-12-29", False),
    ("ES", "Thu 2026-12-24", False),
    ("BE", "Mon 2026-11-02", False),
    ("CA", "Thu 2027-09-30", False),
    ("US", "Fri 2027-11-26", True),
]


@pytest.mark.parametrize(("country", "when", "works"), PUBLIC)
def test_public_offices_keep_days_of_their_own(country: str, when: str, works: bool) -> None:
    """Federal offices in the United States work on the day after Thanksgiving."""
    assert works == calendar_for(country, employer="public").is_business_day(day(when))


def test_a_window_that_ends_on_a_half_day_ends_at_noon() -> None:
    """Its target stays; one that ends on another day is as it was, and so is one whose target is later."""
    law, private = (
        step(planned(met("2026-12-23", "GB-ENG", employer), "2026-12-23T23:00:00+00:00"), "thank-you")
        for employer in ("", "private")
    )
    assert ("Wed 2026-12-23 17:00", "Thu 2026-12-24 09:00", "Thu 2026-12-24 15:00") == window(law)
    assert ("Wed 2026-12-23 17:00", "Thu 2026-12-24 09:00", "Thu 2026-12-24 12:00") == window(private)
    assert {"O45"} == {
        reason.rule for reason in private.because if reason.bound == "latest" and reason.stance == "ours"
    }
    late = step(planned(met("2026-12-23", "GB-ENG", "private", "21:30"), "2026-12-23T23:00:00+00:00"), "thank-you")
    assert "Thu 2026-12-24 12:00" == window(late)[2]
    early = step(planned(met("2026-12-22", "GB-ENG", "private"), "2026-12-23T23:00:00+00:00"), "thank-you")
    assert "Wed 2026-12-23 15:00" == window(early)[2]


def notices(asked: Fields) -> list[tuple[str, str]]:
    """What its plan says."""
    return [(one.kind, one.text) for one in planned(asked, f"{asked['rounds'][0]['date']}T23:00:00+00:00").notices]


SAID = [
    (
        met("2026-12-17", "DK", "private"),
        "private-shut",
        "Thursday 24 December 2026 is no public holiday there, but most offices are shut: Christmas Eve."
        " It is not counted.",
    ),
    (
        met("2026-12-17", "DE-BE", "public"),
        "public-shut",
        "Thursday 24 December 2026 is no public holiday there, but most public offices are shut: Christmas Eve."
        " It is not counted.",
    ),
    (
        met("2027-03-19", "NL", "private"),
        "private-works",
        "Friday 26 March 2027, Good Friday, is a public holiday there, but most firms work on it. It is counted.",
    ),
    (
        met("2026-12-23", "GB-ENG", "private"),
        "half-day",
        "Thursday 24 December 2026 is a half day in most offices there: Christmas Eve. Reach them before noon.",
    ),
    (
        met("2027-02-01", "BR-SP", "private"),
        "some-away",
        "Wednesday 10 February 2027 is Ash Wednesday there: offices, which open about noon, may be away."
        " It is counted.",
    ),
]


@pytest.mark.parametrize(("asked", "kind", "text"), SAID)
def test_the_plan_names_what_it_took(asked: Fields, kind: str, text: str) -> None:
    """And says nothing of it where the law alone counts."""
    assert (kind, text) in notices(asked)
    assert kind not in dict(notices(asked | {"employer": ""}))


def test_the_day_of_the_interview_itself_is_no_news() -> None:
    """Whoever met them on a half day knows; what comes after it is named."""
    asked = met("2026-12-24", "GB-ENG", "private", "11:00")
    asked["rounds"][0]["format"] = "phone"
    assert "half-day" not in dict(notices(asked))


def answered(asked: Fields) -> list[dict[str, str]]:
    """What the planner proposes."""
    request = {"tool": "planner", "now": "2027-01-07T23:00:00Z", "fields": asked}
    proposed: list[dict[str, str]] = json.loads(door.answer(json.dumps(request)))["data"]["proposals"]
    return proposed


def test_a_public_employer_proposes_the_pace_and_applies_none() -> None:
    """The windows are those of the private one on days without a difference."""
    (proposed,) = answered(met("2027-01-11", "US", "public"))
    assert ("pace", "public") == (proposed["field"], proposed["value"])
    assert [] == answered(met("2027-01-11", "US", "private"))
    plans = [
        step(planned(met("2027-06-07", "SE", employer), "2027-06-07T23:00:00+00:00"), "check-in")
        for employer in ("private", "public")
    ]
    assert window(plans[0]) == window(plans[1])


def test_every_line_of_the_table_has_a_source_and_gives_a_day() -> None:
    """No name is misspelt, and none is of a day that the law has off by now."""
    for kind in ("library", "day", "holiday"):
        for record in calendar_employers.records()[kind]:
            assert record["source"]
            regions = record.get("regions") or ["", *calendar_employers.codes()[record["country"]]]
            for employer in {"private", "public"} & set(record):
                places = [calendar_for(record["country"], region, employer=employer).place for region in regions]
                names = {name for place in places for name in kept_in(place)}
                wanted = set(record.get("names", [record["name"]] if "name" in record else []))
                assert wanted <= names, (record, wanted - names)


def kept_in(place: Place) -> set[str]:
    """The names of all that an employer keeps there."""
    named = [name for names in (*place.shut.values(), *place.half.values()) for name in names]
    return {*named, *(name for name, _ in place.optional.values()), *place.worked.values()}


@pytest.mark.parametrize(
    "wrong",
    [
        {"country": "XX", "source": "a"},
        {"country": "US"},
        {"country": "US", "source": "a", "private": "shut"},
        {"country": "US", "source": "a", "private": "optional"},
        {"country": "US", "source": "a", "on": ["12-24"], "colour": "red"},
    ],
)
def test_a_line_that_cannot_be_used_stops_the_build(wrong: dict[str, str]) -> None:
    """An unknown country, no source, no such kind, nobody named, a key too many."""
    with pytest.raises(calendar_employers.UnusableRecord):
        calendar_employers.check("day", wrong)


def test_the_page_takes_the_employer_back_in_one_tap() -> None:
    """The plan says whose days it left out, and each of the other answers is a button."""
    request = {"tool": "planner", "now": "2027-01-07T23:00:00Z", "fields": met("2027-01-11", "CA", "private")}
    fragment = json.loads(door.answer(json.dumps(request)))["fragment"]
    assert "Days on which private firms are usually shut are left out too." in fragment
    assert "as private firms keep them" in fragment
    for sets in ({"employer": ""}, {"employer": "public"}, {"subdivision": "ON"}):
        assert f'data-set="{markupsafe.escape(json.dumps(sets))!s}"' in fragment
    law = json.loads(door.answer(json.dumps(request | {"fields": met("2027-01-11", "CA")})))["fragment"]
    assert "Only public holidays are left out" in law


def test_an_employer_that_works_on_a_holiday_works_on_it_where_most_regions_have_it() -> None:
    """What most regions have off, less the days worked, and each day on one side alone (no region chosen)."""
    looked_at = 0
    for country in calendar_book.countries():
        law = calendar_book.place(country.code)
        for employer in ("private", "public"):
            kept = employers.employer_place(country.code, "", employer)
            assert {*law.mostly} - {*kept.worked} == {*kept.mostly} & {*kept.holidays}
            looked_at += bool(law.mostly)
    assert looked_at > 10
