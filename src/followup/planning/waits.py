"""The asks of every state but `held`: for a day, for paper, for news, each with its own first wait and its own end."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from followup.case.standing import is_sorry
from followup.dates.calendars import add_business_days
from followup.model.plan import Action
from followup.planning import stances
from followup.planning.ask_limits import in_row
from followup.planning.bounds import days
from followup.planning.check_ins import by_phone, date_stands, floored, is_redirected, last_word, past, redirect
from followup.planning.hours import of_days
from followup.planning.positions import FigureSum
from followup.planning.postponing import apart, later
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep, in_turn

type Bounds = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """What is asked in a state: `first` and `dated` and `again` name the figures of `rule`; none of them means K5, K6.

    `again` counts from the ask before. A latest bound that begins with + counts from the target.
    """

    action: Action
    letter: str
    rule: str
    first: Bounds
    dated: Bounds | None = None
    again: Bounds | None = None


WAITS: Mapping[str, Wait] = {
    "invited": Wait(
        action="ask-day",
        letter="ask-day-again",
        rule="O30",
        first=("wait_business_days", "wait_business_days", "latest_business_days"),
        dated=("named_wait_business_days", "named_wait_business_days", "named_latest_business_days"),
        again=("again_business_days", "again_business_days", "again_latest_business_days"),
    ),
    "on-hold": Wait(
        action="hold-note",
        letter="hold-note",
        rule="O32",
        first=("wait_calendar_days", "wait_calendar_days", "+window_business_days"),
        dated=("named_wait_business_days", "named_target_business_days", "named_latest_business_days"),
        again=("again_calendar_days", "again_calendar_days", "+window_business_days"),
    ),
    "checks": Wait(
        action="checks-note",
        letter="references-reached",
        rule="O33",
        first=("referees_business_days", "referees_business_days", "referees_latest_business_days"),
    ),
    "firm": Wait(
        action="checks-note",
        letter="anything-missing",
        rule="O33",
        first=("firm_business_days", "firm_business_days", "firm_latest_business_days"),
    ),
    "runner-up": Wait(
        action="still-interested",
        letter="still-interested",
        rule="O34",
        first=("wait_business_days", "wait_business_days", "latest_business_days"),
    ),
    "offer-coming": Wait(
        action="ask-paper",
        letter="when-paper",
        rule="O35",
        first=("wait_business_days", "wait_business_days", "latest_business_days"),
        dated=("K5.wait_business_days_min", "K5.target_business_days", "K5.wait_business_days_max"),
        again=("again_business_days", "again_business_days", "again_latest_business_days"),
    ),
    "accepted": Wait(
        action="first-day",
        letter="start-day",
        rule="O37",
        first=("wait_business_days", "wait_business_days", "latest_business_days"),
        dated=("K5.wait_business_days_min", "K5.target_business_days", "K5.wait_business_days_max"),
        again=("again_business_days", "again_business_days", "again_latest_business_days"),
    ),
}
# After a yes the note about a check asks for the first day as well (States).
CHECK_AFTER_YES = "anything-missing"
# What asks for the day where the last word about it was never answered, by that word.
ANSWERING: Mapping[str, str] = {
    "next-round": "accept-and-ask-day",
    "called-off": "called-off-times",
    "interview-moved": "called-off-times",
}
# Two without an answer, whatever the state (law 3).
IN_ROW = FigureSum(rule="O29", key="in_row_count")


def asks(
    scene: Scene, wait: Wait, call: PlannedStep | None, answers: tuple[PlannedStep, ...]
) -> tuple[PlannedStep, ...]:
    """The asks that are left in a state, one waiting for the other."""
    planned: list[PlannedStep] = []
    made = in_row(scene)
    for place in range(made, IN_ROW.count):
        step = _ask(scene, wait, place, planned, call, answers)
        others = (*scene.thanks, *answers, *planned, *((call,) if call else ()))
        planned.append(apart(step, others, scene.calendar))
    return tuple(in_turn(planned, call))


def _ask(
    scene: Scene,
    wait: Wait,
    place: int,
    planned: list[PlannedStep],
    call: PlannedStep | None,
    answers: tuple[PlannedStep, ...],
) -> PlannedStep:
    row = scene.standing.row
    redirected = not planned and is_redirected(scene)
    if redirected:
        step = redirect(scene, call, answers)
    elif planned:
        step = _window(scene, wait, "again", planned[-1].day)
    elif row:
        step = floored(scene, past(scene, _window(scene, wait, "again", scene.day(row[-1].fact.at)), call, answers))
    elif date_stands(scene) and scene.standing.named:
        step = floored(scene, past(scene, _window(scene, wait, "dated", scene.standing.named), call, answers))
    else:
        step = floored(scene, _window(scene, wait, "first", last_word(scene, call, answers)))
    named = scene.standing.named if row and not planned and date_stands(scene) else None
    step = later(step, add_business_days(named, 1, scene.calendar), "O22") if named else step
    words = "second-check-in" if is_sorry(scene.standing) else wait.letter
    if redirected:
        words = step.letter
    elif wait.action == "ask-paper" and scene.standing.checks:
        # The paper waits for the check, so that is asked about (Events).
        words = "anything-missing"
    elif wait.action == "ask-day":
        # Where nobody answered their last word, the ask answers it as well (States, if missed).
        words = _answering(scene) or words
    return by_phone(scene, replace(step, id=_id(wait, place), action=wait.action, letter=words))


def _answering(scene: Scene) -> str:
    """The words for what is still owed: an invitation is accepted, a round that was called off gets new times."""
    found = (ANSWERING.get(fact.word, "") for fact in reversed(scene.standing.owed))
    return next(filter(None, found), "")


def _id(wait: Wait, place: int) -> str:
    return wait.action if place == 0 else f"{wait.action}-again"


def _window(scene: Scene, wait: Wait, which: str, base: date) -> PlannedStep:
    bounds: Bounds | None = getattr(wait, which)
    if bounds is None:
        return _by_approach(scene, wait, "K5" if which == "dated" else "K6", base)
    earliest, target, latest = (_figure(wait, key) for key in bounds)
    aim = target.day(base, scene.calendar)
    last = latest.day(aim if bounds[2].startswith("+") else base, scene.calendar)
    window = of_days(earliest.day(base, scene.calendar), aim, last, scene.zone)
    return scene.planned(wait.action, window, wait.rule)


def _by_approach(scene: Scene, wait: Wait, question: str, base: date) -> PlannedStep:
    """After a date, and after an ask, as the approach has it; a pace moves `held` alone (course.md, Pace)."""
    found = days(question, base, scene.case.approach, "ordinary", scene.calendar)
    window = of_days(found.earliest, found.target, found.latest, scene.zone)
    return scene.planned(wait.action, window, stances.of_question(question, base, found.ours, scene.calendar))


def _figure(wait: Wait, key: str) -> FigureSum:
    rule, _, name = key.removeprefix("+").rpartition(".")
    return FigureSum(rule=rule or wait.rule, key=name)
