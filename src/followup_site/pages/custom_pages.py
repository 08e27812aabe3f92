"""Writes the pages on what is usual and what is law, country by country."""

import logging
import re
from collections.abc import Mapping

from followup.dates import clock
from followup.rules import by_country
from followup.rules.by_country import usual_words
from followup.rules.findings import trust_words
from followup_site.pages.evidence_rows import Row, one_claim, told, with_reason, written
from followup_site.pages.rendering import rendered
from followup_site.publish.build_date import build_date
from followup_site.words.wording import site_list, site_words

LOG = logging.getLogger("mkdocs.followup")


def customs_table(attributes: Mapping[str, str]) -> str:
    """Gives the customs at a glance: a row for each country, with the thank-you, the wait, and how sure we are."""
    return rendered(
        "customs_table",
        heads=site_list("pages.customs.heads"),
        rows=tuple(
            (_slug(one.place), one.place, usual_words(one.usual), _days(one.wait_days), trust_words(one.confidence))
            for one in by_country.customs()
        ),
    )


def _days(wait: tuple[int, ...]) -> str:
    if not wait:
        return site_words("pages.customs.no_wait")
    least, most = wait
    return site_words(f"pages.customs.{'days' if least == most else 'span'}", least=least, most=most)


def customs(attributes: Mapping[str, str]) -> str:
    """Gives what is usual, country by country."""
    _warn()
    nothing = one_claim(site_words("pages.customs.nothing"))
    return written(
        Row(
            id=f"custom-{_slug(one.place)}",
            title=one.place,
            told=told(
                "pages.custom",
                thank_you=one.thank_you or nothing,
                when=one.when or nothing,
                address_form=one.address_form or nothing,
                channel=one.channel or nothing,
                next_step=one.next_step or nothing,
                sure=one_claim(with_reason(trust_words(one.confidence), one.confidence_because)),
            ),
            addresses=one.addresses,
            read=one.read,
            check_by=one.check_by,
        )
        for one in by_country.customs()
    )


def law(attributes: Mapping[str, str]) -> str:
    """Gives the law that touches the wait, with instrument and dates."""
    return written(
        Row(
            id=f"law-{_slug(one.place)}",
            title=one.place,
            told=told(
                "pages.law",
                instrument=one_claim(one.instrument),
                in_force=one_claim(one.in_force),
                covers=one_claim(one.covers),
                gives=one_claim(one.gives),
                copy_dated=one_claim(one.copy_dated),
                read=one_claim(clock.spoken_day(one.read)),
                check_by=one_claim(with_reason(clock.spoken_day(one.check_by), one.check_because)),
            ),
            addresses=one.addresses,
            read=one.read,
            check_by=one.check_by,
        )
        for one in by_country.laws()
    )


def law_due(attributes: Mapping[str, str]) -> str:
    """Gives a line for a page that speaks of a law, shown from the day on which its row is due for a new look."""
    place = attributes["place"]
    row = next((one for one in by_country.laws() if one.place == place), None)
    if row is None:
        raise ValueError(site_words("mistakes.tags.law", place=place))
    return rendered("due", law=row, day=clock.spoken_day(row.check_by))


def _slug(place: str) -> str:
    return re.sub(r"\W+", "-", place.casefold()).strip("-")


def _warn() -> None:
    """Says in the log what is due for a new look; it stops nothing, and the page says so by the reader's day."""
    for one in by_country.overdue(build_date()):
        LOG.info("Due for a new look: %s", one)
