"""What a plan says of the days it counted: clocks, holidays, weekends and the calendars' own age."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from followup.case.meetings import Meeting
from followup.dates import clock, zone_countries
from followup.dates.calendars import CLOSED, Calendar, add_business_days, calendar_for, skipped
from followup.dates.place import Holiday
from followup.model.language import listed
from followup.model.plan import Notice
from followup.model.wording import view_words
from followup.planning import days_off
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep
from followup.planning.wordings import notice
from followup.rules.rulebook import figure, hour

WEEK = timedelta(days=7)


def about_clock(scene: Scene) -> Iterator[Notice]:
    """Ends that nobody told, and hours that came twice or not at all."""
    country = zone_countries.country_read(scene.case.my_zone, scene.case.country)
    for meeting in scene.standing.held:
        if meeting.round.ends is None:
            day, end = clock.spoken_day(meeting.round.date), clock.spoken(meeting.end, country)
            yield notice(_of_end(scene, meeting), day=day, end=end)
        told = meeting.round.ends or meeting.round.starts
        if told and not clock.has_one_reading(meeting.round.date, told, meeting.zone):
            reading = clock.spoken(meeting.end, country)
            yield notice("clock-changed", time=clock.clock_time(told, country), reading=reading)
    for one in scene.history.happened:
        wall = one.event.at if one.event else None
        if not isinstance(wall, datetime) or wall.tzinfo is not None:
            continue
        if not clock.has_one_reading(wall.date(), wall.time(), scene.history.zone):
            reading = clock.spoken(one.at, country)
            yield notice("clock-changed", time=clock.clock_time(wall, country), reading=reading)


def _of_end(scene: Scene, meeting: Meeting) -> str:
    """Which notice says how the end was taken: from its start, or in place of the hour that a moved one had."""
    if meeting.round.starts:
        return "end-from-start"
    entered = scene.history.entered
    had_hour = meeting.number <= len(entered) and entered[meeting.number - 1].has_hour
    return "moved-hour" if had_hour else "end-unknown"


def about_calendar(scene: Scene, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    """Whose days were counted, which of them were left out, and how far the calendars reach."""
    calendar = scene.calendar
    if not calendar.has_holidays:
        yield notice("no-calendar")
    yield from days_off.about_age(now.date(), calendar)
    still = [step for step in steps if step.is_open]
    if not still:
        return
    days = [meeting.end.date() for meeting in scene.standing.held] or [step.window.earliest.date() for step in still]
    last = max(step.window.target.astimezone(step.person.zone).date() for step in still)
    yield from days_off.notices(scene.case, min(days), last, calendar, [step.window for step in still])
    for day in (meeting.end.date() for meeting in scene.standing.held):
        if not calendar.is_business_day(day):
            yield notice("interview-on-day-off", day=clock.spoken_day(day))
    yield from _about_plain_week(scene, still, calendar)
    yield from _about_their_day(still, calendar)
    yield from _about_alternative(scene, still, now)
    yield from _about_my_weekend(scene, still, last)


def _about_plain_week(scene: Scene, still: Sequence[PlannedStep], calendar: Calendar) -> Iterator[Notice]:
    """Business days and plain weeks part ways where a holiday lies between (K20)."""
    if scene.standing.last is None or not scene.standing.fresh:
        return
    first = scene.standing.last.end.astimezone(scene.zone).date()
    counted = add_business_days(first, figure("K4", "wait_business_days"), calendar)
    names = _names(skipped(first, counted, calendar))
    for step in still:
        if step.action == "check-in" and step.window.target.date() == counted and names and counted != first + WEEK:
            reading = clock.spoken_day(first + WEEK)
            yield notice("plain-week", day=clock.spoken_day(counted), plain=reading, names=names)


def _names(holidays: Sequence[Holiday]) -> str:
    """The holidays as they stand before "not counted", each name once: "Good Friday and Easter Monday are"."""
    names = tuple(dict.fromkeys(view_words("days.closed") if one.name == CLOSED else one.name for one in holidays))
    return view_words("days.off", count=len(names), names=listed(names)) if names else ""


def _about_alternative(scene: Scene, still: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    """Before a day off the next business morning is as good, until it is over (K2)."""
    for step in still:
        for choice in step.choices:
            if clock.instant(now) < clock.instant(choice.window.latest):
                country = zone_countries.country_read(scene.case.my_zone, scene.case.country)
                hours = hour("K2", "alternative_from_time"), hour("K2", "alternative_to_time")
                first, last = (clock.short_time(one, country) for one in hours)
                yield notice(
                    "alternative",
                    day=clock.spoken_day(choice.window.target.date()),
                    first=first,
                    last=last,
                )


def _about_their_day(still: Sequence[PlannedStep], calendar: Calendar) -> Iterator[Notice]:
    """They asked for a call on a day off: it is kept, and said aloud (P7)."""
    for step in still:
        if step.id == "call" and not calendar.is_business_day(step.day):
            yield notice("call-day-off", day=clock.spoken_day(step.day))


def _about_my_weekend(scene: Scene, still: Sequence[PlannedStep], last: date) -> Iterator[Notice]:
    """The plan follows the recipient's calendar; a day that is the reader's own weekend is named."""
    country = zone_countries.country_of(scene.case.my_zone)
    if not country:
        return
    mine = calendar_for(country)
    for step in still:
        day = step.window.target.astimezone(clock.zone(scene.case.my_zone)).date()
        # Some countries' calendars end early; a plan elsewhere does not depend on them.
        covered = mine.first <= day <= mine.last
        is_free = covered and mine.is_weekend(day) and not mine.is_working_weekend(day)
        if is_free and step.action != "let-go":
            yield notice("own-weekend", day=clock.spoken_day(day), action=_said(step))


def _said(step: PlannedStep) -> str:
    return step.action.replace("-", " ")
