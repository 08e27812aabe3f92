"""The day that a thank-you gives the interview, held against the day that its case has."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from followup import door

TEXT = """Hi Dana,

Thank you for meeting me {when} about the Data Analyst role. I keep thinking about the wall of releases.

When do you expect to decide?

Best wishes,
Sam Oduya"""
NEW_YORK = {"date": "2027-01-07", "format": "onsite", "zone": "America/New_York", "ends": "15:00"}


def found(when: str, now: str, *, interview: Mapping[str, str] = NEW_YORK, **fields: object) -> list[Mapping[str, Any]]:
    """The findings on days in the letter that names such a day."""
    rounds = [{**interview, "interviewers": [{"name": "Dana Ruiz"}]}]
    case = {"company": "Acme", "role": "Data Analyst", "country": "US", "rounds": rounds, **fields.pop("case", {})}  # type: ignore[dict-item]
    request = {"tool": "checker", "now": now, "fields": {"draft": TEXT.format(when=when), "case": case, **fields}}
    findings = json.loads(door.answer(json.dumps(request)))["data"]["findings"]
    return [one for one in findings if one["check"] in ("other-day", "other-weekday", "no-such-day")]


@pytest.mark.parametrize(
    ("when", "now", "check"),
    [
        ("yesterday", "2027-01-08T09:00:00-05:00", None),
        ("yesterday", "2027-01-09T09:00:00-05:00", "other-day"),
        ("today", "2027-01-07T18:00:00-05:00", None),
        ("today", "2027-01-08T09:00:00-05:00", "other-day"),
        ("on Thursday", "2027-01-09T09:00:00-05:00", None),
        ("last Friday", "2027-01-11T09:00:00-05:00", "other-day"),
        ("on 7 January", "2027-01-11T09:00:00-05:00", None),
        ("on 8 January", "2027-01-11T09:00:00-05:00", "other-day"),
        ("on Friday 7 January", "2027-01-11T09:00:00-05:00", "other-weekday"),
        ("on 30 February", "2027-01-11T09:00:00-05:00", "no-such-day"),
    ],
)
def test_the_day_in_the_letter_is_that_of_the_case(when: str, now: str, check: str | None) -> None:
    """7 January 2027 is a Thursday."""
    assert ([check] if check else []) == [one["check"] for one in found(when, now)]


def test_the_day_of_sending_counts_and_not_that_of_checking() -> None:
    """A letter checked on Friday and sent on Saturday says "on Thursday"."""
    (one,) = found("yesterday", "2027-01-08T09:00:00-05:00", sent_at="2027-01-09T09:00")
    assert "“on Thursday”" in one["instead"]


def test_the_day_may_be_that_of_either_side() -> None:
    """In Auckland it was yesterday by the time the reader in Honolulu, where it is still that day, writes."""
    auckland = {**NEW_YORK, "zone": "Pacific/Auckland"}
    case = {"my_zone": "Pacific/Honolulu", "country": "NZ"}
    for when, is_told in (("today", False), ("yesterday", False), ("on 8 January", True)):
        assert is_told == bool(found(when, "2027-01-07T10:00:00-10:00", interview=auckland, case=case))
