"""The call that they asked for, on the day they named or soon."""

from dataclasses import replace
from datetime import date

from followup.case.facts import Fact
from followup.dates import clock
from followup.dates.calendars import add_business_days, roll_forward
from followup.model.plan import Window
from followup.planning import stances
from followup.planning.hours import call_hours, closing, hours_after, reply, settle
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep


def agreed_call(scene: Scene) -> PlannedStep | None:
    """The call they asked for: on the day they named, else soon, for they are waiting for it (P7, O2)."""
    fact = scene.standing.call
    if fact is None or fact.event is None:
        return None
    window = _on_their_day(scene, fact.event.by) if fact.event.by else _soon(scene, fact)
    first = "P7" if fact.event.by else "O2"
    if (back := _away_until(scene, fact, window)) is not None:
        window, first = _on_their_day(scene, roll_forward(back, scene.calendar)), "O27"
    grounds = stances.silent("K17", {"earliest": first, "target": first, "latest": "O2"})
    return replace(scene.planned("call", window, grounds, "call-opening"), channel="phone")


def _away_until(scene: Scene, call: Fact, window: Window) -> date | None:
    """The day of return where they said since the call was agreed that nobody is there before it (O27)."""
    back, told = scene.standing.away, scene.standing.away_told
    if back is None or told is None or clock.instant(told.at) < clock.instant(call.at):
        return None
    return back if window.target.date() < back else None


def _on_their_day(scene: Scene, by: date) -> Window:
    """The day is theirs, worked or not: what they asked for is bound by no wait (law 3)."""
    start = clock.local(by, call_hours()[0][0], scene.zone)
    evening = closing(add_business_days(by, 1, scene.calendar), scene.zone)
    return Window(earliest=start, target=start, latest=evening)


def _soon(scene: Scene, fact: Fact) -> Window:
    """Who writes "call me" is rung in the next call hours; who was just rung and had no time, in those after."""
    window = reply(fact.at, scene.zone, scene.calendar, by_phone=True)
    if fact.event is None or fact.event.kind != "called":
        return window
    start = hours_after(fact.at, call_hours(), scene.zone, scene.calendar)
    return settle(Window(earliest=start, target=start, latest=window.latest))
