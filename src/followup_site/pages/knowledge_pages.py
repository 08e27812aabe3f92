"""What the calendars and clocks of this build know: the day it was made, the versions of its data, the last day."""

from collections.abc import Mapping
from importlib.metadata import version

import tzdata  # type: ignore[import-untyped]  # It says its version and has no types.

from followup.dates import clock
from followup.dates.calendar_book import made, nowhere
from followup.words.wording import programs
from followup_site.words.wording import site_words


def knowledge(attributes: Mapping[str, str]) -> str:
    """Gives one sentence for `<followup-knowledge/>`."""
    said = site_words(
        "pages.knowledge.built",
        day=clock.spoken_day(made()),
        version=version("holidays"),
        last=clock.spoken_day(nowhere().last),
        zones=tzdata.IANA_VERSION,
    )
    return f'<p class="quiet knowledge">{said}</p>'


def calendar_programs(attributes: Mapping[str, str]) -> str:
    """Gives a list for `<followup-calendar-programs/>`: what a second save does in each, and the way that works."""
    return "\n".join(f"**{one.name}.**\n{one.does}\n{one.way}\n{one.evidence}\n" for one in programs())
