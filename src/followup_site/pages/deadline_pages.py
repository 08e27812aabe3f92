"""Draws a deadline counted backwards: the business days that are left until another offer must be answered."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from followup import planning
from followup.dates import calendars, clock
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.language import short_weekday, weekday
from followup.model.plan import Step
from followup_site.pages import drawing
from followup_site.pages.timeline_pages import WEEK, ZONE, weekday_after
from followup_site.publish.build_date import build_date
from followup_site.words.wording import site_words

# The offer comes on a Wednesday evening, and its deadline is the Wednesday after.
WEDNESDAY, COMES = 2, dt.time(18)
DAY = dt.timedelta(days=1)
GAP, CELL, BAR, LABEL = 1.0, 44, 62, 92


def deadline(attributes: Mapping[str, str]) -> str:
    """Gives the picture for `<followup-deadline/>`: a cell a day, and below it the time in which you tell them."""
    first = weekday_after(build_date(), WEDNESDAY)
    shown = [first + DAY * ahead for ahead in range(WEEK + 1)]
    step = _tell(first, shown[-1])
    parts = [*_cells(shown), *_window(shown, step)]
    said = _in_words(shown, step)
    return drawing.figure("deadline", site_words("pages.deadline.title"), said, LABEL + 8, parts, caption=said)


def _tell(known: dt.date, end: dt.date) -> Step:
    """The planner's own step; no country, so that no one country's holidays move the example."""
    met = Round(format="onsite", date=known - DAY, ends=dt.time(15), zone=ZONE, interviewers=(Interviewer(),))
    offer = Event(kind="offer-elsewhere", at=dt.datetime.combine(known, COMES), deadline=end)
    now = clock.local(known, COMES, clock.zone(ZONE))
    plan = planning.plan(Case(rounds=(met,), events=(offer,)), now, calendars.calendar_for(""))
    return next(step for step in plan.steps if step.action == "tell-offer")


def _left(day: dt.date, end: dt.date) -> int:
    """The business days from a day to the deadline."""
    return calendars.business_days_between(day, end, calendars.calendar_for(""))


def _cells(shown: Sequence[dt.date]) -> Iterator[Markup]:
    """A cell a day: its weekday, and the business days that are left; a weekend has none to count."""
    share, calendar = 100 / len(shown), calendars.calendar_for("")
    for at, day in enumerate(shown):
        is_worked = calendar.is_business_day(day)
        kind = "end" if day == shown[-1] else "cell" if is_worked else "off"
        yield drawing.bar(kind, share * at + GAP / 2, 0, share - GAP, CELL)
        middle = share * (at + 0.5)
        yield drawing.text(f"in-{kind}", middle, 18, short_weekday(day), "middle")
        if is_worked:
            yield drawing.text(f"in-{kind}", middle, 36, str(_left(day, shown[-1])), "middle")


def _window(shown: Sequence[dt.date], step: Step) -> Iterator[Markup]:
    left, right, best = (_x(shown, moment) for moment in (step.window.earliest, step.window.latest, step.window.target))
    yield drawing.bar("window", left, BAR - 5, right - left, 10)
    yield drawing.dot("dot", best, BAR)
    yield drawing.text("label", left, LABEL, site_words("pages.deadline.tell"))


def _x(shown: Sequence[dt.date], moment: dt.datetime) -> float:
    days = (moment.date() - shown[0]).days + (moment.hour + moment.minute / 60) / 24
    return 100 * days / len(shown)


def _in_words(shown: Sequence[dt.date], step: Step) -> str:
    best, last = (_spoken(moment) for moment in (step.window.target, step.window.latest))
    first, end = weekday(shown[0]), weekday(shown[-1])
    return site_words("pages.deadline.said", first=first, end=end, best=best, last=last)


def _spoken(moment: dt.datetime) -> str:
    return site_words("pages.deadline.moment", weekday=weekday(moment), clock=clock.clock_time(moment))
