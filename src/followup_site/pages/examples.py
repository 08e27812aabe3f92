"""The worked examples that stand in the pages, counted from the day of the build."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from followup.dates import clock
from followup.dates.calendars import calendar_for
from followup_site.publish.build_date import build_date
from followup_site.words.wording import site_named, site_words

THURSDAY = 3
WEEK = dt.timedelta(days=7)
ZONE = "America/New_York"


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A request to a tool and the words that say what it is about."""

    label: str
    now: dt.datetime
    fields: Mapping[str, Any]


def untouched() -> Example:
    """Gives the request of a tool that has been told nothing: what it shows then stands in the page."""
    return Example(label="", now=clock.local(build_date(), dt.time(12), clock.zone("UTC")), fields={})


def planner() -> Example:
    """Gives an interview on site in New York on the last Thursday of work, seen an hour after it ended."""
    day = last_thursday(build_date())
    words = site_named("pages.examples.told")
    return Example(
        label=site_words("pages.examples.planner", day=clock.spoken_day(day)),
        now=clock.local(day, dt.time(16), clock.zone(ZONE)),
        fields={
            "company": words["company"],
            "role": words["role"],
            "rounds": [
                {
                    "format": "onsite",
                    "date": day.isoformat(),
                    "ends": "15:00",
                    "zone": ZONE,
                    "interviewers": [{"name": words["name"], "part": "hiring-manager"}],
                }
            ],
            "country": "US",
            "my_zone": ZONE,
        },
    )


def last_thursday(today: dt.date) -> dt.date:
    """Gives the last Thursday on which New York works, today's included: nobody is interviewed at Thanksgiving."""
    last = today - dt.timedelta(days=(today.weekday() - THURSDAY) % 7)
    # Christmas and New Year's Day are a week apart.
    return next(filter(calendar_for("US", "NY").is_business_day, (last - WEEK * count for count in range(3))))


def checker() -> Example:
    """Gives a draft after that interview with a blank, words that press, a wrong name and a point in dispute."""
    told, words = planner(), site_named("pages.examples.told")
    return Example(
        label=site_words("pages.examples.checker"),
        now=clock.local(told.now.date() + dt.timedelta(days=1), dt.time(9), clock.zone(ZONE)),
        fields={
            "draft": words["draft"],
            "subject": words["subject"],
            "letter": "thank-you-onsite",
            "case": told.fields,
        },
    )
