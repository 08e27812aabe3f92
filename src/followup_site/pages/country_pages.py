"""Tells a guide page's reader what is usual in their own country, and in each other one that anything is known of."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from followup.rules import customs
from followup_site.pages.rendering import country as named
from followup_site.pages.rendering import rendered
from followup_site.words.wording import site_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A country by code and name, the sentences on it, and their own day to look again, if they have one."""

    country: str
    name: str
    words: str
    check_by: dt.date | None


def countries(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-countries about="thanks"/>`, or "asking"; the page shows the case's own first."""
    about = attributes["about"]
    return rendered(
        "countries",
        summary=site_words(f"pages.countries.{about}"),
        told=sorted(_told(about), key=lambda one: one.name),
        check_by=customs.check_by(),
        due=customs.due(),
    )


def _told(about: str) -> Iterator[Told]:
    for country, note in customs.notes().items():
        # The page holds the day against the reader's own, so the sentence is asked for as it was written.
        words = customs.note_of(country, dt.date.min, thanks=about == "thanks", asking=about == "asking")
        if words:
            yield Told(country=country, name=named(country), words=words, check_by=note.check_by)
