"""What a plan says of the days it did not count, and of whose days those are."""

from collections.abc import Iterator, Sequence
from datetime import date

from followup.dates import clock
from followup.dates.calendars import Calendar, Holiday, skipped
from followup.model.case import Case
from followup.model.plan import Notice, Window
from followup.planning.proposals import region_of_zone
from followup.planning.wordings import notice, wordings


def notices(case: Case, first: date, last: date, calendar: Calendar, windows: Sequence[Window]) -> Iterator[Notice]:
    """Every day after `first` up to and including `last` that cost a working day, with its reason.

    Half days and days on which some are away are named where one of the `windows` has them.
    """
    for holiday in skipped(first, last, calendar):
        yield _about(case, holiday, calendar)
        if holiday.estimated:
            yield notice("estimated", day=clock.spoken_day(holiday.day), name=holiday.name)
    yield from _about_employer(first, last, calendar, windows)


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


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "a, b and c"."""
    *most, last = names or ("",)
    return f"{', '.join(most)} and {last}" if most else last
