"""The timeline at a glance: the plan of a Monday and of a Friday interview, as pictures and tables."""

import datetime as dt
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from followup import planning
from followup.dates import calendars, clock
from followup.model.case import Case, Interviewer, Round
from followup.model.plan import Plan, Step
from followup.render import timeline as drawing
from followup.words.wording import summary
from followup_site.pages.examples import ZONE
from followup_site.publish.build_date import build_date

MONDAY, FRIDAY = 0, 4
ENDS = dt.time(15)


def timeline(attributes: Mapping[str, str]) -> str:
    """Gives two headings, each with a picture and a table of the same plan, counted from the day of the build."""
    return "\n\n".join(part for weekday in (MONDAY, FRIDAY) for part in _example(weekday))


def _example(weekday: int) -> Iterator[str]:
    day = _weekday_after(build_date(), weekday)
    name = clock.WEEKDAYS[weekday]
    plan = _plan(day)
    yield f"### Interview on a {name} {{#{name.lower()}}}"
    yield str(_figure(day, plan, f"timeline-{name.lower()}"))
    yield "\n".join(_table(plan))


def _weekday_after(day: dt.date, weekday: int) -> dt.date:
    return day + dt.timedelta(days=(weekday - day.weekday()) % 7)


def _plan(day: dt.date) -> Plan:
    """No country, so that no one country's holidays move the example."""
    met = Round(format="onsite", date=day, ends=ENDS, zone=ZONE, interviewers=(Interviewer(),))
    return planning.plan(Case(rounds=(met,)), _end(day), calendars.calendar_for(""))


def _end(day: dt.date) -> dt.datetime:
    return clock.local(day, ENDS, clock.zone(ZONE))


def _figure(day: dt.date, plan: Plan, id: str) -> Markup:
    met = drawing.Row(label="Interview", kind="interview", earliest=_end(day), target=_end(day), latest=_end(day))
    rows = (met, *(_row(step) for step in plan.steps))
    return Markup('<figure class="glance">{}</figure>').format(drawing.timeline(rows, id=id))


def _row(step: Step) -> drawing.Row:
    bounds = step.window
    return drawing.Row(
        label=_name(step),
        kind="waiting",
        earliest=bounds.earliest,
        target=bounds.target,
        latest=bounds.latest,
    )


def _name(step: Step) -> str:
    return summary(step).replace(" with them", "").replace("Thank them", "Thank-you")


def _table(plan: Plan) -> Iterator[str]:
    yield "| Step | Not before | Best | At the latest |"
    yield "| --- | --- | --- | --- |"
    for step in plan.steps:
        bounds = (step.window.earliest, step.window.target, step.window.latest)
        yield f"| {' | '.join((str(escape(_name(step))), *map(_short, bounds)))} |"


def _short(moment: dt.datetime) -> str:
    """The weekday and the hour, and the date beside them: Friday 8 January, 09:00."""
    day = f"{clock.WEEKDAYS[moment.weekday()]} {moment.day} {clock.MONTHS[moment.month - 1]}"
    return f"{day}, {clock.clock_time(moment)}"
