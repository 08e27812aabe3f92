"""Puts the hours of a call day into a page."""

import datetime as dt
from collections.abc import Mapping

from markupsafe import Markup

from followup.tools.call_sheet import day as call_day
from followup_site.pages import examples
from followup_site.words.wording import site_named

EXAMPLE_DAYS = 5
NUMBERS: Mapping[str, str] = {"number": "+1 212 555 0123", "my_phone": "+44 20 7946 0123"}


def callday(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-callday/>`: the bar with lunch cut out, and the same in words."""
    shown = call_day.plain()
    return Markup('<figure class="picture">{}<figcaption>{}</figcaption></figure>').format(
        call_day.picture(shown), call_day.in_words(shown)
    )


def example() -> examples.Example:
    """Gives the call that the planner's example leads to, prepared in London five days after the interview."""
    planned, told = examples.planner(), site_named("pages.call.example")
    return examples.Example(
        label=told["label"],
        now=planned.now + dt.timedelta(days=EXAMPLE_DAYS),
        fields={
            **NUMBERS,
            "my_name": told["my_name"],
            "detail": told["detail"],
            "case": {**planned.fields, "my_zone": "Europe/London"},
        },
    )
