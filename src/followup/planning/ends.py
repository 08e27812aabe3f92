"""Where a process ends: the day to let go, one last question after it, and when it closes of itself (O5, O39, O43)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from followup.case.history import midnight
from followup.case.standing import is_ended, is_sorry
from followup.dates import clock
from followup.dates.calendars import add_business_days, next_business_day, roll_forward
from followup.model.plan import ASKS, Window
from followup.planning import offers, said_no, stances
from followup.planning.approaches import pace_of
from followup.planning.ask_limits import is_spent
from followup.planning.bounds import BOUNDS
from followup.planning.check_ins import last_word
from followup.planning.hours import closing, opening
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep
from followup.rules.rulebook import figure


def let_go(scene: Scene, planned: Sequence[PlannedStep], answers: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    """The day to stop waiting: so many business days after the last ask allowed, made or planned (States)."""
    standing = scene.standing
    if is_ended(standing) or (standing.exchange is None and not planned and standing.entered is None):
        return ()
    if standing.state == "accepted" and standing.first_day is not None and not is_sorry(standing):
        return ()
    moment = _moment(scene, planned, answers)
    rule = _rule(scene)
    window = Window(earliest=moment, target=moment, latest=moment)
    step = scene.planned("let-go", window, stances.silent("K7", dict.fromkeys(BOUNDS, rule)))
    return (replace(step, channel="none", never_late=True),)


def _rule(scene: Scene) -> str:
    if scene.standing.state != "held":
        return "O39"
    return "O5" if pace_of(scene.case.approach, scene.case.pace).id == "ordinary" else "O43"


def _moment(scene: Scene, planned: Sequence[PlannedStep], answers: tuple[PlannedStep, ...]) -> datetime:
    standing = scene.standing
    if standing.state == "over" and standing.entered:
        return standing.entered.astimezone(scene.zone)
    if standing.state == "offer-written" and not is_sorry(standing):
        days = figure("O36", "call_business_days")
        last = add_business_days(offers.last_day(scene), days, scene.calendar)
        calls = offers.calls_after(scene)
        told = [add_business_days(scene.day(one.at), days, scene.calendar) for one in calls]
        return closing(max([last, *told]), scene.zone)
    late = [step.until for step in planned if step.action == "hand-in" and step.until]
    if standing.state == "task" and late:
        return opening(next_business_day(scene.day(late[-1]), scene.calendar), scene.zone)
    return opening(add_business_days(_last_day(scene, planned, answers), _wait(scene), scene.calendar), scene.zone)


def _wait(scene: Scene) -> int:
    """The business days after the last ask; a pace moves those of `held` alone."""
    return pace_of(scene.case.approach, scene.case.pace if scene.standing.state == "held" else "ordinary").end.count


def _last_day(scene: Scene, planned: Sequence[PlannedStep], answers: tuple[PlannedStep, ...]) -> date:
    """The day of the last ask allowed; where none is left, of the last one made, or of a later last word."""
    asked = [step.day for step in planned if step.action in (*ASKS, "call", "ask-back")]
    row = [scene.day(ask.fact.at) for ask in scene.standing.row]
    word = [last_word(scene, None, answers)] if scene.standing.exchange or answers else []
    return max([*asked, *row, *word] or [scene.day(scene.standing.entered)])


def may_ask_last(scene: Scene) -> bool:
    """One last question, once: not where a source forbids it, after a wish for no contact, or where four are spent."""
    standing = scene.standing
    free = scene.approach.last_question and not standing.no_contact and not is_spent(scene)
    return free and standing.last_question is None and standing.leaving is None


# Its words go by where things stood before it was over (States); after an interview it asks whether the role is open.
LAST_WORDS = {
    "offer-written": "last-question-offer",
    "offer-coming": "last-question-paper",
    "accepted": "last-question-first-day",
    "task": "overdue-task",
}


def _last_words(scene: Scene) -> str:
    standing = scene.standing
    before = standing.back if standing.state == "over" else standing.state
    return LAST_WORDS.get(before) or ("last-question" if standing.held else "last-question-unmet")


def last_question(scene: Scene, end: PlannedStep) -> PlannedStep:
    """From the day to let go on, and four weeks after the last ask; never late (O39)."""
    moment = end.window.target
    if scene.standing.made:
        last = scene.day(scene.standing.made[-1].fact.at) + timedelta(days=figure("O39", "last_calendar_days"))
        moment = max(moment, opening(roll_forward(last, scene.calendar), scene.zone), key=clock.instant)
    latest = closing(closing_day(moment, scene), scene.zone)
    window = Window(earliest=moment, target=moment, latest=max(latest, moment, key=clock.instant))
    step = scene.planned("last-question", window, "O39", _last_words(scene))
    return replace(step, never_late=True)


def let_go_after(scene: Scene, end: PlannedStep, asked: date) -> PlannedStep:
    """The day to let go once a last question went out on that day: as long after it as after any other ask (O39).

    The process is over since the end that was planned; only whoever asked again waits for an answer.
    """
    moment = opening(add_business_days(asked, _wait(scene), scene.calendar), scene.zone)
    window = Window(earliest=moment, target=moment, latest=moment)
    return replace(end, window=window, grounds=stances.silent("K7", dict.fromkeys(BOUNDS, "O39")))


def closing_day(moment: datetime, scene: Scene) -> date:
    """Eight weeks later (O39)."""
    return scene.day(moment) + timedelta(days=figure("O39", "closed_calendar_days"))


def closes(scene: Scene, end: PlannedStep | None) -> datetime | None:
    """The moment from which the process is closed without a word; None while it is not going to be (O39)."""
    standing = scene.standing
    opened = [closing_day(standing.reopened.at, scene)] if standing.reopened else []
    if standing.state == "said-no" and standing.no:
        last = said_no.last_window(scene, standing.no).window.latest
        rest = add_business_days(scene.day(last), figure("O39", "rest_business_days"), scene.calendar)
        return opening(max([rest, *opened]), scene.zone)
    if standing.state == "accepted" and standing.first_day:
        return midnight(max([standing.first_day, *opened]), scene.zone)
    if end is None:
        return None
    # Whoever never asked is not hurried: the question stays open to them.
    if not standing.made and standing.last_question is None and may_ask_last(scene):
        return None
    asked = [standing.last_question.at] if standing.last_question else []
    return midnight(max([*(closing_day(at, scene) for at in (end.window.target, *asked)), *opened]), scene.zone)
