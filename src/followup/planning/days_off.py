"""What a plan says of the days it did not count, and of whose days those are."""

from collections.abc import Iterator, Sequence
from datetime import date

from followup.dates import clock
from followup.dates.calendars import Calendar, Holiday, skipped
from followup.model.case import Case
from followup.model.plan import Notice
from followup.planning.proposals import region_of_zone
from followup.planning.wordings import notice, wordings


def notices(case: Case, first: date, last: date, calendar: Calendar) -> Iterator[Notice]:
    """Every day after `first` up to and including `last` that cost a working day, with its reason."""
    for holiday in skipped(first, last, calendar):
        yield _about(case, holiday, calendar.place.mostly.get(holiday.day))
        if holiday.estimated:
            yield notice("estimated", day=clock.spoken_day(holiday.day), name=holiday.name)


def _about(case: Case, holiday: Holiday, working: Sequence[str] | None) -> Notice:
    """A day off by law, or one of most regions where none was chosen: who works then is named."""
    told = {"day": clock.spoken_day(holiday.day), "name": holiday.name}
    if working is None:
        return notice("holiday-skipped", **told)
    if not working:
        return notice("every-region", **told)
    _, region = region_of_zone(case)
    choose = wordings()["propose-region" if region else "choose-region"].format(region=region)
    return notice("most-regions", regions=listed(working), choose=choose, **told)


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "a, b and c"."""
    *most, last = names or ("",)
    return f"{', '.join(most)} and {last}" if most else last
