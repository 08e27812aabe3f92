"""The worked examples that stand in the pages, counted from the day of the build."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from followup.dates import clock
from followup.dates.calendars import calendar_for
from followup_site.publish.build_date import build_date

THURSDAY = 3
WEEK = dt.timedelta(days=7)
ZONE = "America/New_York"
DRAFT = """\
Dear [First Name],

Thank you for showing me the forecasts yesterday. I keep thinking about how your team checks each one against real \
sales. With my five years of sales reports I am the perfect candidate for the Data Scientist role. Sorry to bother \
you, but I need an answer ASAP! When do you expect to decide?

Best wishes,
Sam Lee
"""


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
    return Example(
        label=f"An example: an interview on site in New York on {clock.spoken_day(day)}, and no date was promised.",
        now=clock.local(day, dt.time(16), clock.zone(ZONE)),
        fields={
            "company": "Acme",
            "role": "Data Analyst",
            "rounds": [
                {
                    "format": "onsite",
                    "date": day.isoformat(),
                    "ends": "15:00",
                    "zone": ZONE,
                    "interviewers": [{"name": "Dana Ruiz", "part": "hiring-manager"}],
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
    told = planner()
    return Example(
        label="An example: a draft after an interview for Data Analyst at Acme, sent the next morning.",
        now=clock.local(told.now.date() + dt.timedelta(days=1), dt.time(9), clock.zone(ZONE)),
        fields={"draft": DRAFT, "subject": "Interview", "letter": "thank-you-onsite", "case": told.fields},
    )
