"""The worked examples that stand in the pages, counted from the day of the build."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from followup.dates import clock
from followup_site.publish.build_date import build_date

THURSDAY = 3
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
    """Gives an interview on site in New York on the last Thursday, seen an hour after it ended."""
    day = build_date() - dt.timedelta(days=(build_date().weekday() - THURSDAY) % 7)
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


def checker() -> Example:
    """Gives a draft after that interview with a blank, words that press, a wrong name and a point in dispute."""
    told = planner()
    return Example(
        label="An example: a draft after an interview for Data Analyst at Acme, sent the next morning.",
        now=clock.local(told.now.date() + dt.timedelta(days=1), dt.time(9), clock.zone(ZONE)),
        fields={"draft": DRAFT, "subject": "Interview", "letter": "thank-you-onsite", "case": told.fields},
    )
