"""They did not come: a call after a quarter of an hour, an email that day, a call on the next business day (O31)."""

from dataclasses import replace
from datetime import datetime

from followup.case.facts import Fact
from followup.case.moved import missed_at
from followup.dates import clock
from followup.dates.calendars import add_business_days
from followup.model.plan import Window
from followup.planning.hours import call_hours, closing, next_hour, opening, settle
from followup.planning.positions import FigureSum
from followup.planning.scene import Scene
from followup.planning.since import is_called, is_told
from followup.planning.steps import PlannedStep
from followup.planning.waits import WAITS, asks
from followup.rules.rulebook import figure, hour

# What to say in the call that asks whether now would still do.
OF_THAT_HOUR = "no-show-call"
OF_NEXT_DAY = "call-next-day"


def steps(scene: Scene) -> tuple[PlannedStep, ...]:
    """The call, the email, the call of the next business day, and one question for a new day."""
    fact = scene.standing.missed
    if fact is None:
        return ()
    hour_of = begun(scene, fact)
    mail, again = _mail(scene, hour_of), _again(scene, hour_of)
    ask = _ask(scene, mail)
    until = ask[0].window.earliest if ask else None
    called = is_told(scene, "call", fact) or any(_is_try(one) for one in scene.facts if one.at >= fact.at)
    missed = _number(scene, fact)
    made = [
        *(() if called else (_call(scene, hour_of, mail),)),
        *(() if is_told(scene, "new-times", fact) else (replace(mail, until=until),)),
        *(() if is_called(scene, again.window.earliest) else (replace(again, until=until),)),
    ]
    return (*(replace(step, round=missed) for step in made), *ask)


def _is_try(fact: Fact) -> bool:
    """True for a call, whoever picked up, and for any other ask."""
    return fact.is_ask or fact.word == "no-answer"


def is_of_that_hour(step: PlannedStep, at: datetime) -> bool:
    """True for the call of that hour, as long as it can be made: an attempt at it is all that the hour asks for."""
    in_time = step.until is not None and clock.instant(at) <= clock.instant(step.until)
    return step.action == "call" and step.letter == OF_THAT_HOUR and in_time


def is_of_next_day(step: PlannedStep, at: datetime) -> bool:
    """True for the call of the next business day, as long as that has not come."""
    return step.id == OF_NEXT_DAY and clock.instant(at) < clock.instant(step.window.earliest)


def _number(scene: Scene, fact: Fact) -> int:
    """The number of the interview that was missed: its day and hour are what the words speak of."""
    at = missed_at(scene.history.meetings, fact.at)
    return scene.round if at is None else scene.history.meetings[at].number


def begun(scene: Scene, fact: Fact) -> datetime:
    """The hour N they did not come at: the start of that interview, else the moment it was told."""
    at = missed_at(scene.history.meetings, fact.at)
    meeting = scene.history.meetings[at] if at is not None else None
    told = meeting.begin if meeting and meeting.round.starts else fact.at
    return told.astimezone(scene.zone)


def _call(scene: Scene, begin: datetime, mail: PlannedStep) -> PlannedStep:
    """The call of that hour, which asks whether now would still do: late as long as the email is in time, then gone."""
    first, last = figure("O31", "call_minutes_min"), figure("O31", "call_minutes_max")
    start = clock.shift(begin, first / 60)
    window = Window(earliest=start, target=start, latest=clock.shift(begin, last / 60))
    step = scene.planned("call", window, "O31", OF_THAT_HOUR)
    return replace(step, channel="phone", until=max(window.latest, mail.window.latest, key=clock.instant))


def _mail(scene: Scene, begin: datetime) -> PlannedStep:
    start = clock.shift(begin, figure("O31", "call_minutes_max") / 60)
    evening = clock.local(begin.date(), hour("O31", "same_day_to_time"), scene.zone)
    window = settle(Window(earliest=start, target=start, latest=evening))
    return scene.planned("new-times", window, "O31", "no-show")


def _again(scene: Scene, begin: datetime) -> PlannedStep:
    day = add_business_days(begin.date(), figure("O31", "next_business_days"), scene.calendar)
    start = next_hour(opening(day, scene.zone), call_hours(), scene.zone, scene.calendar)
    window = Window(earliest=start, target=start, latest=closing(day, scene.zone))
    step = scene.planned("call", window, "O31", "no-show")
    return replace(step, id=OF_NEXT_DAY, channel="phone")


def turns(scene: Scene) -> datetime | None:
    """From when it stands as "invited, no day": the end of the next business day (States)."""
    fact = scene.standing.missed
    return _again(scene, begun(scene, fact)).window.latest if fact else None


def _ask(scene: Scene, mail: PlannedStep) -> tuple[PlannedStep, ...]:
    """One ask is left, counted from the email (O30, O31)."""
    wait = WAITS["invited"]
    if scene.standing.row:
        found = asks(scene, wait, None, ())
        return tuple(replace(step, id=wait.action) for step in found)
    bounds = [FigureSum(rule="O30", key=key).day(mail.day, scene.calendar) for key in wait.again or ()]
    window = Window(
        earliest=opening(bounds[0], scene.zone),
        target=opening(bounds[1], scene.zone),
        latest=closing(bounds[2], scene.zone),
    )
    return (scene.planned(wait.action, window, wait.rule, wait.letter),)
