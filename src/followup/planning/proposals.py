"""What the answers suggest about each other: proposed to the reader, and never put in for them."""

from collections.abc import Iterator

from followup.dates import zone_countries
from followup.dates.calendar_book import region_of
from followup.model.case import Case
from followup.model.plan import Proposal
from followup.planning.wordings import wordings

# Where the voices who know it say to wait ten business days or more (O43); Austria by likeness.
LONG_WAIT = ("DE", "AT", "CH")
# These ask sooner than the pace of public service.
SHORTER = ("ordinary", "quick")


def proposals(case: Case) -> Iterator[Proposal]:
    """Each answer of a case that another one of it makes likely."""
    code, name = region_of_zone(case)
    if code:
        words = wordings()["propose-region"].format(region=name)
        yield Proposal(field="subdivision", value=code, says=words, name=name)
    if case.employer == "public" and case.pace in SHORTER:
        yield Proposal(field="pace", value="public", says=wordings()["propose-pace"])
    elif case.country in LONG_WAIT and case.pace == "ordinary":
        yield Proposal(field="pace", value="long-wait", says=wordings()["propose-pace-long-wait"])


def region_of_zone(case: Case) -> tuple[str, str]:
    """Code and name of the region that the zone of the last interview lies in; twice nothing where that is open."""
    if not case.country or case.subdivision or not case.rounds:
        return "", ""
    zone = case.rounds[-1].zone
    code, name = region_of(case.country, zone)
    return (code, name) if code else region_of(case.country, zone_countries.present_name(zone))
