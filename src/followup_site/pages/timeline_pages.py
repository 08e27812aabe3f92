"""The timeline at a glance: the plan of an interview in days counted from it, as pictures and tables."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from followup import planning
from followup.dates import calendars, clock
from followup.model.case import Case, Interviewer, Round
from followup.model.language import short_weekday, weekdays
from followup.model.plan import Plan, Step
from followup.model.wording import choice_words
from followup_site.pages import drawing
from followup_site.pages.rendering import line, opened
from followup_site.publish.build_date import build_date
from followup_site.words.wording import site_list, site_words

MONDAY, FRIDAY = 0, 4
ENDS = dt.time(15)
# No change of the clocks moves an example.
ZONE = "UTC"
WEEK = 7
ROW, LABEL, BAR, AXIS = 42, 14, 20, 26
LEFT, RIGHT = 1.5, 98.5
# From here on words end with their bar, so that they stay in the picture on a phone.
THIRD = 33
# Of five stops each has a fifth of the width.
STRIP_HEIGHT, STRIP_DOT, STRIP_LETTERS = 66, 12, 9
FIRST, BEST, LAST = range(3)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """A step of the example: when the interview ended, and its window, the moments FIRST, BEST and LAST."""

    name: str
    met: dt.datetime
    moments: tuple[dt.datetime, dt.datetime, dt.datetime]

    def day(self, at: int = BEST) -> int:
        """The day of one of its moments, counted from that of the interview."""
        return (self.moments[at].date() - self.met.date()).days

    def after(self, at: int) -> float:
        """The days that have passed since the interview at one of its moments."""
        return (self.moments[at] - self.met) / dt.timedelta(days=1)


def timeline(attributes: Mapping[str, str]) -> str:
    """Gives two headings, each with a picture and a table of the same plan, in days from the interview."""
    return "\n\n".join(part for at in (MONDAY, FRIDAY) for part in _example(at))


def days(attributes: Mapping[str, str]) -> str:
    """Gives the whole plan as five dots on one line, for `<followup-days/>`."""
    stops = _stops(weekday_after(build_date(), MONDAY))
    said = "; ".join(site_words("pages.timeline.listed", day=stop.day(), name=stop.name.lower()) for stop in stops)
    names = [drawing.wrapped(stop.name, STRIP_LETTERS) for stop in stops]
    share = 100 / len(stops)
    parts = [drawing.line("axis", share / 2, STRIP_DOT, 100 - share / 2, STRIP_DOT)]
    for at, (stop, lines) in enumerate(zip(stops, names, strict=True)):
        middle = share * (at + 0.5)
        parts.append(drawing.dot("dot" if at else "start", middle, STRIP_DOT))
        parts.append(drawing.text("day", middle, STRIP_DOT + 24, _day(stop), "middle"))
        for number, words in enumerate(lines):
            parts.append(drawing.text("label", middle, STRIP_DOT + 41 + 14 * number, words, "middle"))
    height = STRIP_HEIGHT + 14 * (max(map(len, names)) - 1)
    return drawing.figure("days", site_words("pages.timeline.days"), f"{said[0].upper()}{said[1:]}.", height, parts)


def _example(at: int) -> Iterator[str]:
    stops = _stops(weekday_after(build_date(), at))
    name = weekdays()[at]
    yield f"### {site_words('pages.timeline.heading', weekday=name)} {{#{name.lower()}}}"
    yield _figure(name, stops)
    yield "\n".join(_table(stops))


def weekday_after(day: dt.date, at: int) -> dt.date:
    """Gives the first such day of the week from a day on."""
    return day + dt.timedelta(days=(at - day.weekday()) % WEEK)


def _stops(day: dt.date) -> tuple[Stop, ...]:
    end = clock.local(day, ENDS, clock.zone(ZONE))
    interview = Stop(name=site_words("pages.timeline.interview"), met=end, moments=(end, end, end))
    return (interview, *(_stop(step, end) for step in _plan(day, end).steps))


def _plan(day: dt.date, end: dt.datetime) -> Plan:
    """No country, so that no one country's holidays move the example."""
    met = Round(format="onsite", date=day, ends=ENDS, zone=ZONE, interviewers=(Interviewer(),))
    return planning.plan(Case(rounds=(met,)), end, calendars.calendar_for(""))


def _stop(step: Step, end: dt.datetime) -> Stop:
    name = choice_words("event_steps", step.action)
    return Stop(name=name, met=end, moments=(step.window.earliest, step.window.target, step.window.latest))


def _day(stop: Stop) -> str:
    return site_words("pages.timeline.day", day=stop.day())


def _figure(name: str, stops: Sequence[Stop]) -> str:
    last = max(stop.after(LAST) for stop in stops)
    bottom = ROW * len(stops)
    parts = [*_axis(last, bottom), *(part for at, stop in enumerate(stops) for part in _row(stop, ROW * at, last))]
    said = "; ".join(f"{stop.name}: {_moment(stop, BEST)}" for stop in stops)
    title = site_words("pages.timeline.title", weekday=name)
    return drawing.figure(f"timeline-{name.lower()}", title, f"{said}.", bottom + AXIS, parts, kind="drawn glance")


def _x(day: float, last: float) -> float:
    return LEFT + (RIGHT - LEFT) * max(day, 0) / last


def _axis(last: float, bottom: int) -> Iterator[Markup]:
    """A line every week, with its day below."""
    for day in range(0, int(last) + 1, WEEK):
        x = _x(day, last)
        yield drawing.line("week", x, 4, x, bottom)
        anchor = "start" if day == 0 else "end" if x > RIGHT - LEFT else "middle"
        yield drawing.text("tick", x, bottom + 16, f"+{day}" if day else "0", anchor)


def _row(stop: Stop, top: int, last: float) -> Iterator[Markup]:
    first, best, end = (stop.after(at) for at in (FIRST, BEST, LAST))
    left, right = _x(first, last), _x(end, last)
    is_left = left < THIRD
    words = site_words("pages.timeline.stop", name=stop.name, day=stop.day())
    yield drawing.text("label", left if is_left else right, top + LABEL, words, "start" if is_left else "end")
    if end > first:
        yield drawing.bar("window", left, top + BAR, max(right - left, 1), 10)
    yield drawing.dot("dot" if end else "start", _x(best, last), top + BAR + 5)


def _table(stops: Sequence[Stop]) -> Iterator[str]:
    yield from opened(site_list("pages.timeline.heads"))
    for stop in stops[1:]:
        yield line((escape(stop.name), *(_moment(stop, at) for at in (FIRST, BEST, LAST))))


def _moment(stop: Stop, at: int) -> str:
    """The day counted from the interview, its weekday and the hour: "day 1, Tue 09:00"."""
    moment = stop.moments[at]
    weekday, shown = short_weekday(moment), clock.clock_time(moment)
    return site_words("pages.timeline.moment", day=stop.day(at), weekday=weekday, clock=shown)
