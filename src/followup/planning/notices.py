"""What the reader should know about the plan as a whole."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from followup.case.standing import ENDS
from followup.dates import clock
from followup.model.plan import ROUND_ASKS, Notice, State
from followup.model.wording import choice_words
from followup.planning.about_days import about_calendar, about_clock
from followup.planning.about_people import about_agency, about_people
from followup.planning.about_state import about_course, about_state
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep
from followup.planning.walk import Walk
from followup.planning.wordings import capital, notice
from followup.rules import customs
from followup.rules.rulebook import sources

# They ask for something today that is no step of the plan, so nobody is told that there is nothing to do (law 1).
ASKS_TODAY = frozenset({"accepted-elsewhere", "agency-call", "agency-line", "closed-other-job-after-yes"})


def notices(way: Walk, state: State, steps: Sequence[PlannedStep], now: datetime) -> tuple[Notice, ...]:
    """Every notice that applies, in the order a reader needs them."""
    # A meeting that the end of the course overtook needs no words.
    reached = {meeting.number for meeting in way.scene.standing.held} or {1}
    steps = [step for step in steps if step.round in reached]
    found = (
        *about_state(way, state, steps, now),
        *about_course(way, state, steps, now),
        *about_agency(way, state, now),
        *(() if state in ENDS else about_people(way.scene, steps)),
        *about_clock(way.scene),
        *about_calendar(way.scene, steps, now),
        *_about_first_day(way, state),
        *_about_country(way, state, steps, now),
        *_about_sources(way.scene, steps),
    )
    return tuple(dict.fromkeys(found))


def _about_first_day(way: Walk, state: State) -> Iterator[Notice]:
    """A first day that is a day off there may be meant so, or a slip: who knows of it can ask (States, accepted)."""
    day, calendar = way.present.first_day, way.scene.calendar
    if state == "accepted" and day and calendar.first <= day <= calendar.last and not calendar.is_business_day(day):
        yield notice("first-day-off", day=clock.spoken_day(day))


def _about_country(way: Walk, state: State, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    """What is usual there while something of it is still to be done, and law that dates the wait."""
    case, today = way.scene.case, now.date()
    ahead = {step.action for step in steps if step.is_open}
    note = customs.note_of(case.country, today, thanks="thank-you" in ahead, asking=not ahead.isdisjoint(ROUND_ASKS))
    if note:
        yield notice("custom", note=note)
    law, day = customs.deadline_of(case.country, case.subdivision), by_law(way, state)
    if law and day:
        yield notice("law", note=customs.law_note(law, clock.spoken_day(day), today))


def by_law(way: Walk, state: State) -> date | None:
    """The day by which the law where they are makes them tell; None where none does, or they told already."""
    law, last = customs.deadline_of(way.scene.case.country, way.scene.case.subdivision), way.scene.standing.last
    if law is None or last is None or state in ENDS:
        return None
    return law.day(last.end.date())


def _about_sources(scene: Scene, all_planned: Sequence[PlannedStep]) -> Iterator[Notice]:
    """An approach of one source alone is silent on some points, where the balanced date is used."""
    approach = scene.case.approach
    if approach not in sources():
        return
    for planned in all_planned:
        step = choice_words("dated", planned.action)
        if step and approach not in planned.grounds.verdicts:
            yield notice("silent", source=capital(sources()[approach].name), step=step)
