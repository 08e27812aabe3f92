"""What a plan says of the days it did not count, and of whose days those are."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from followup.dates import clock
from followup.dates.calendar_book import made
from followup.dates.calendars import Calendar, Holiday, skipped
from followup.model.case import Case
from followup.model.language import listed
from followup.model.plan import Notice, Window
from followup.planning.proposals import region_of_zone
from followup.planning.wordings import notice, wordings

# Swapped days lie within a week of the holiday they belong to.
AROUND = timedelta(days=7)
FEAST = timedelta(days=4)
# A site is built again once a year; half a year later it says that it was not.
KEPT_UP = timedelta(days=548)


def notices(case: Case, first: date, last: date, calendar: Calendar, windows: Sequence[Window]) -> Iterator[Notice]:
    """Every day after `first` up to and including `last` that cost a working day, with its reason.

    Half days and days on which some are away are named where one of the `windows` has them.
    """
    for holiday in skipped(first, last, calendar):
        yield _about(case, holiday, calendar)
    yield from _about_unknown(first, last, calendar)
    yield from _about_employer(first, last, calendar, windows)


def about_age(today: date, calendar: Calendar) -> Iterator[Notice]:
    """Says so where the calendars were made long before the reader's `today`."""
    if calendar.has_holidays and today - made() > KEPT_UP:
        yield notice("old-calendars", day=clock.spoken_day(made()))


def _about_unknown(first: date, last: date, calendar: Calendar) -> Iterator[Notice]:
    """What is not announced yet and may move the plan: days of the moon, and days swapped around holidays."""
    place, days = calendar.place, timedelta(days=calendar.place.moving_days)
    near = sorted(day for day in place.holidays if first - AROUND <= day <= last + AROUND)
    found = [holiday for holiday in map(place.holiday, near) if holiday]
    moving = [holiday for holiday in found if holiday.estimated and first - days < holiday.day <= last + days]
    for before, holiday in pairwise((None, *moving)):
        # A feast of several days is told once.
        if holiday and not (before and holiday.day - before.day < FEAST):
            yield _estimated(holiday, place.moving_days)
    unknown = [holiday for holiday in found if place.swaps_until and holiday.day.year > place.swaps_until]
    for holiday in {holiday.day.year: holiday for holiday in reversed(unknown)}.values():
        yield notice("not-announced", name=holiday.name, day=clock.spoken_day(holiday.day), year=holiday.day.year)


def _estimated(holiday: Holiday, days: int) -> Notice:
    kind = "estimated" if days == 1 else "estimated-moving"
    return notice(kind, day=clock.spoken_day(holiday.day), name=holiday.name, days=days)


def _about(case: Case, holiday: Holiday, calendar: Calendar) -> Notice:
    """A day off by law, one that the employer keeps, or one of most regions where none was chosen."""
    told = {"day": clock.spoken_day(holiday.day), "name": holiday.name}
    place = calendar.place
    if holiday.day in place.shut:
        return notice(f"{place.employer}-shut", **told)
    if holiday.day not in place.mostly:
        return notice("holiday-skipped", **told)
    working = place.mostly[holiday.day]
    if not working:
        return notice("every-region", **told)
    _, region = region_of_zone(case)
    choose = wordings()["propose-region" if region else "choose-region"].format(region=region)
    return notice("most-regions", regions=listed(working), choose=choose, **told)


def _about_employer(first: date, last: date, calendar: Calendar, windows: Sequence[Window]) -> Iterator[Notice]:
    """What firms or public offices do on days that count: holidays worked on, half days, days when some are away."""
    place = calendar.place
    until = max([last, *(window.latest.date() for window in windows)])
    spans = [(window.earliest.date(), window.latest.date()) for window in windows]
    for day in sorted({*place.worked, *place.half, *place.optional}):
        told, touched = {"day": clock.spoken_day(day)}, any(start <= day <= end for start, end in spans)
        if not first < day <= until or not calendar.is_business_day(day):
            continue
        if day in place.half and touched:
            yield notice("half-day", name="; ".join(place.half[day]), **told)
        elif day in place.optional and touched:
            name, who = place.optional[day]
            yield notice("some-away", name=name, who=who, **told)
        elif day in place.worked and day not in place.optional:
            yield notice(f"{place.employer}-works", name=place.worked[day], **told)
