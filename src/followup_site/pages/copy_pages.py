"""Says what a copy says of itself: who runs it, what its server logs, and how accessible it is."""

from collections.abc import Callable, Mapping
from datetime import date

from followup_site.host.settings import Settings, settings

MEETS = {
    "full": "This copy meets level AA of WCAG 2.2 in full.",
    "partial": "This copy meets level AA of WCAG 2.2 in part; the limits above are what is missing.",
    "none": "This copy does not meet level AA of WCAG 2.2 yet.",
}


def part(attributes: Mapping[str, str]) -> str:
    """Gives one part in Markdown, or nothing where the host told nothing; ValueError for another part."""
    if attributes["part"] not in PARTS:
        raise ValueError(f'There is no part "{attributes["part"]}"; there are: {", ".join(PARTS)}')
    return PARTS[attributes["part"]](settings())


def _operator(told: Settings) -> str:
    who = f"{told.operator} runs this copy.\n" if told.operator else ""
    write = f"Write to [{told.contact}]({told.contact_link}).\n" if told.contact else ""
    # This part stands on a page in about/.
    is_ours = told.imprint_place != told.imprint
    imprint = f"[Imprint]({'../' if is_ours else ''}{told.imprint}).\n" if told.imprint else ""
    return f"## Who runs this copy\n\n{who}{write}{imprint}" if who or write or imprint else ""


def _log(told: Settings) -> str:
    return f"This copy's host says: {told.log}" if told.log else ""


def _accessibility(told: Settings) -> str:
    if not told.accessibility:
        return ""
    on = told.accessibility.get("date")
    words = [
        MEETS.get(told.accessibility.get("status", ""), ""),
        f"This was written on {_day(on)}." if on else "",
        f"Tell us at [{told.contact}]({told.contact_link})." if told.contact else "",
        told.accessibility.get("complaints", ""),
    ]
    return "## Where this copy stands\n\n" + "\n".join(filter(None, words))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


PARTS: Mapping[str, Callable[[Settings], str]] = {
    "operator": _operator,
    "log": _log,
    "accessibility": _accessibility,
}
