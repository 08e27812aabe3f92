"""What nobody can know yet is said where it touches a plan, and never worked around silently."""

from datetime import date, timedelta

import pytest
from cases import Fields, fields, planned, round_of

from followup.dates import calendar_book
from followup.dates.calendars import calendar_for
from followup.model.case import Case
from followup.planning import days_off


def met(when: str, country: str, zone: str) -> Fields:
    """An interview there."""
    return fields(rounds=[round_of(when, zone=zone)], country=country)


def told(asked: Fields, *kinds: str) -> list[str]:
    """What its plan says of those kinds."""
    plan = planned(asked, f"{asked['rounds'][0]['date']}T23:00:00+00:00")
    return [notice.text for notice in plan.notices if notice.kind in kinds]


def test_swapped_days_of_a_later_year_are_not_announced() -> None:
    """China's spring festival of 2027: once in a plan, with the first holiday it comes near."""
    (text,) = told(met("2027-01-29", "CN", "Asia/Shanghai"), "not-announced")
    assert text.startswith("About Chinese New Year")
    assert "The one for 2027 is not in this calendar" in text


@pytest.mark.parametrize(
    "asked",
    [
        met("2026-01-29", "CN", "Asia/Shanghai"),
        # No holiday comes near.
        met("2027-07-05", "CN", "Asia/Shanghai"),
        met("2027-01-29", "US", "America/New_York"),
        met("2027-02-26", "JP", "Asia/Tokyo"),
    ],
)
def test_what_is_announced_or_far_away_is_not_doubted(asked: Fields) -> None:
    """The swaps of 2026 are known to the day."""
    assert [] == told(asked, "not-announced", "estimated", "estimated-moving")


def test_a_day_of_the_moon_is_about_a_day() -> None:
    """A feast of several days is told once; a cabinet that moves days may move it by three."""
    (text,) = told(met("2027-03-01", "AE", "Asia/Dubai"), "estimated", "estimated-moving")
    assert text.startswith("Eid al-Fitr is expected about Tuesday 9 March 2027.")
    assert "by up to 3 days in all" in text
    (text,) = told(met("2027-03-01", "SA", "Asia/Riyadh"), "estimated", "estimated-moving")
    assert text.endswith("It depends on the moon and may move by a day, and the plan with it.")


def test_an_estimate_just_outside_a_plan_is_told_too() -> None:
    """The plan ends the day before: the feast may come a day sooner."""
    emirates = calendar_for("AE")
    feast = date(2027, 3, 9)
    near = [*days_off.notices(Case(), feast - timedelta(20), feast - timedelta(3), emirates, [])]
    far = [*days_off.notices(Case(), feast - timedelta(20), feast - timedelta(4), emirates, [])]
    assert ["estimated-moving"] == [notice.kind for notice in near]
    assert [] == far


AGES = [(0, []), (548, []), (549, ["old-calendars"]), (5000, ["old-calendars"])]


@pytest.mark.parametrize(("days", "kinds"), AGES)
def test_a_site_that_was_not_built_again_says_so(days: int, kinds: list[str]) -> None:
    """After a year and a half, with the day it was made; without a country there is nothing to miss."""
    today = calendar_book.made() + timedelta(days=days)
    assert kinds == [notice.kind for notice in days_off.about_age(today, calendar_for("US"))]
    assert [] == [*days_off.about_age(today, calendar_for(""))]
