"""Whose days count: what firms or public offices keep beside the public holidays, opened at one country at a time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from followup.dates import calendar_book
from followup.dates.calendar_book import days_of, read_entries
from followup.dates.place import Place
from followup.frozen import remembered, warmed


@remembered(64)
def employer_place(country: str, subdivision: str, employer: str) -> Place:
    """Gives a place as that employer keeps its days, "private" or "public"; with none, as the law has it.

    Raises UnknownCountry and UnknownSubdivision.
    """
    law = calendar_book.place(country, subdivision)
    if not employer:
        return law
    kept = _kept(law.country, law.subdivision, employer)
    if kept is None:
        return replace(law, employer=employer)
    closed, half, optional, works = kept
    base = calendar_book.place(country) if _is_national(law, employer) else law
    free = set(days_of(works)) if works else set()
    shut = read_entries(closed.split(";"))
    return replace(
        law,
        employer=employer,
        holidays=_joined({day: names for day, names in base.holidays.items() if day not in free}, shut),
        mostly=base.mostly,
        shut={day: names for day, names in shut.items() if day in free or day not in base.holidays},
        half=read_entries(half.split(";")),
        optional=_read_optional(optional),
        worked={day: "; ".join(names) for day, names in base.holidays.items() if day in free},
    )


def _joined(
    days: Mapping[date, tuple[str, ...]], more: Mapping[date, tuple[str, ...]]
) -> Mapping[date, tuple[str, ...]]:
    both = {day: (*days.get(day, ()), *more.get(day, ())) for day in {*days, *more}}
    return MappingProxyType(both)


def _read_optional(text: str) -> Mapping[date, tuple[str, str]]:
    """Reads "Squeeze day=0507=many people": the name of a day, and who may be away."""
    found: dict[date, tuple[str, str]] = {}
    for entry in filter(None, text.split(";")):
        name, pattern, who = entry.split("=")
        found |= dict.fromkeys(days_of(pattern), (name, who))
    return found


def _is_national(law: Place, employer: str) -> bool:
    """True where the region's list is its government's, and this employer keeps the national one."""
    rules = dict(rule.split(":") for rule in _sections()[law.country].split("\n")[0].split("|")[1].split(";") if rule)
    return bool(law.subdivision) and employer in rules and law.subdivision not in rules[employer].split(",")


def _kept(country: str, subdivision: str, employer: str) -> tuple[str, str, str, str] | None:
    """The line of that region, else that of the country; nothing where the employer keeps the law's days alone."""
    lines = [line.split("|") for line in _sections().get(country, "").rstrip("\n").split("\n")[1:]]
    found = {
        region: (closed, half, optional, works)
        for who, region, closed, half, optional, works in lines
        if who == employer
    }
    return found.get(subdivision) or found.get("")


@cache
def _sections() -> Mapping[str, str]:
    text = (files("followup_calendars") / "employers.txt").read_text(encoding="utf-8")
    return {section[:2]: section for section in text.removeprefix("=").split("\n=")}


@warmed
def _open() -> None:
    _sections()
