"""What is open at one moment of a process: the steps of its state, and of what holds beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from followup.case.history import midnight
from followup.case.standing import is_ended
from followup.dates import clock
from followup.model.plan import ASKS, ELSEWHERE
from followup.planning import (
    agency,
    check_ins,
    coming_back,
    ends,
    no_show,
    offers,
    other_offers,
    referees,
    replies,
    said_no,
    tasks,
)
from followup.planning.agreed_call import agreed_call
from followup.planning.postponing import apart
from followup.planning.reaching import in_their_absence
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep
from followup.planning.waits import CHECK_AFTER_YES, WAITS, asks


def pending(scene: Scene) -> tuple[PlannedStep, ...]:
    """Every step that is open now or will be, in no order; asks are left out where no contact is wished (O21)."""
    return tuple(in_their_absence(scene, replies.another_way(scene, step)) for step in _pending(scene))


def _pending(scene: Scene) -> tuple[PlannedStep, ...]:
    standing = scene.standing
    answers, others = replies.answers(scene), _others(scene)
    call = agreed_call(scene)
    if standing.state == "closed":
        # What is closed is never late (States): what they ask of it is answered in its own time, or not at all.
        asked = (*answers, *((call,) if call and _is_newer(scene) else ()))
        return tuple(replace(step, until=step.window.latest) for step in asked)
    if standing.leaving:
        return _leaving(scene, answers)
    call = apart(call, (*scene.thanks, *answers, *others), scene.calendar) if call else None
    answers = tuple(apart(step, others, scene.calendar) for step in answers)
    # A task that is owed beside the state comes before every ask, as an answer does (law 4).
    first = tuple(step for step in others if step.id != other_offers.AGAIN)
    again = tuple(step for step in others if step.id == other_offers.AGAIN)
    yes = _yes_again(scene)
    mine = (*answers, *yes, *_not_elsewhere(first), *replies.new_times(scene), *tasks.hand_in(scene))
    own = tuple(apart(step, again, scene.calendar) for step in _own(scene, call, mine))
    end = ends.let_go(scene, own, answers) if standing.state != "ahead" else ()
    news = replies.news_thanks(scene) if not answers else ()
    replied = (
        *answers,
        *yes,
        *news,
        *others,
        *replies.new_times(scene),
        *referees.warn_referee(scene),
        *agency.ring(scene),
    )
    open_asks = _allowed(scene, own)
    more = tasks.task_time(scene, (*scene.thanks, *answers, *news, *_not_elsewhere(others)))
    kept = (*open_asks, *((call,) if call else ()), *tasks.hand_in(scene), *more)
    return (*_carried(scene, replied, (*open_asks, *end)), *_till_let_go(kept, end), *end)


def _leaving(scene: Scene, answers: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    """Whoever wants out tells them so, and does nothing else about it (Events)."""
    no = tuple(replies.another_way(scene, step) for step in replies.withdraw(scene))
    # While a no that came back is still to reach them it is not over by plan.
    owed = (*answers, *(no if scene.standing.returned else ()))
    end = ends.let_go(scene, (), owed) if scene.standing.state != "ahead" else ()
    return (*_till_let_go((*answers, *no), end), *end)


def _is_newer(scene: Scene) -> bool:
    """True where they asked for a call after it was closed."""
    call, closed = scene.standing.call, scene.standing.entered
    return call is not None and closed is not None and clock.instant(call.at) >= clock.instant(closed)


def _allowed(scene: Scene, own: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    """After a wish for no contact nothing is asked; what answers them stays (O21)."""
    return tuple(step for step in own if not (scene.standing.no_contact and step.action in ASKS))


def _others(scene: Scene) -> tuple[PlannedStep, ...]:
    """Word of another offer, and time won from those who made it; whoever said yes here has nothing to win (States)."""
    back = scene.standing.returned
    has_said_yes = scene.standing.state == "accepted" or (back is not None and back.message.word == "accepted")
    if is_ended(scene.standing) or scene.standing.state == "over" or has_said_yes:
        return ()
    # Whoever has their offer on paper hurries nobody with another one.
    told = () if scene.standing.state == "offer-written" else other_offers.tell_offer(scene)
    return (*told, *other_offers.ask_others(scene))


def _yes_again(scene: Scene) -> tuple[PlannedStep, ...]:
    """A yes that came back, where no paper of theirs asks for one: it is to reach them all the same (O40)."""
    again = offers.again(scene) if scene.standing.state != "offer-written" else None
    return (again,) if again and not is_ended(scene.standing) else ()


def _not_elsewhere(steps: Sequence[PlannedStep]) -> tuple[PlannedStep, ...]:
    return tuple(step for step in steps if step.action not in ELSEWHERE)


def _own(scene: Scene, call: PlannedStep | None, mine: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    """The steps of the state itself (States); before anything was said there is none."""
    if scene.standing.exchange is None and not mine and scene.standing.entered is None:
        return ()
    if coming_back.waits(scene):
        return coming_back.steps(scene)
    match scene.standing.state:
        case "held":
            return check_ins.check_ins(scene, call, mine)
        case "no-show":
            return no_show.steps(scene)
        case "offer-written":
            return offers.theirs(scene)
        case "said-no":
            # The call that they asked for comes first.
            others = (*mine, *((call,) if call else ()))
            return tuple(apart(step, others, scene.calendar) for step in said_no.steps(scene))
        case "accepted" if scene.standing.first_day is not None:
            return (*offers.first_day(scene), *_note_before(scene, scene.standing.first_day, call, mine))
        case "accepted" if scene.standing.checks:
            return _notes_of_check(scene, call, mine)
        case "checks" if scene.standing.checks and referees.is_firm(scene, scene.standing.checks):
            return asks(scene, WAITS["firm"], call, mine)
        case "task":
            return tasks.hand_in(scene)
        case state if state in WAITS:
            return asks(scene, WAITS[state], call, mine)
    return ()


def _notes_of_check(scene: Scene, call: PlannedStep | None, mine: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    """After a yes the note about a check asks for the first day as well (States)."""
    checks = scene.standing.checks
    if checks is None:
        return ()
    wait = WAITS["firm" if referees.is_firm(scene, checks) else "checks"]
    return asks(scene, replace(wait, letter=CHECK_AFTER_YES), call, mine)


def _note_before(
    scene: Scene, day: date, call: PlannedStep | None, mine: tuple[PlannedStep, ...]
) -> tuple[PlannedStep, ...]:
    """A check that still runs is asked about before the details of the first day are, or not at all (O33, O37)."""
    end = midnight(day, scene.zone)
    details = min((step.day for step in offers.first_day(scene)), default=day)
    # The details are a question of their own: two in a row are the most (law 3).
    notes = () if scene.standing.row else _notes_of_check(scene, call, mine)[:1]
    return tuple(replace(step, until=end) for step in notes if step.day < details)


def _carried(scene: Scene, replied: Sequence[PlannedStep], after: Sequence[PlannedStep]) -> tuple[PlannedStep, ...]:
    """An answer is late until the next ask, which carries it; ahead of a round until that round (conditions)."""
    moments = [step.window.earliest for step in after if step.action in ASKS or step.action == "let-go"]
    # Law 2: what lies ahead ends the wait for everything before it.
    moments += [one.begin for one in scene.history.meetings if not one.cancelled and _is_ahead(scene, one.begin)]
    return tuple(_until(step, min(moments, key=clock.instant) if moments else None) for step in replied)


def _is_ahead(scene: Scene, at: datetime) -> bool:
    return bool(scene.facts) and clock.instant(at) > clock.instant(scene.facts[-1].at)


def _until(step: PlannedStep, moment: datetime | None) -> PlannedStep:
    """Late until that moment, if that is not before the end of its own window."""
    if moment is None or step.until is not None:
        return step
    return replace(step, until=max(moment, step.window.latest, key=clock.instant))


def _till_let_go(steps: Sequence[PlannedStep], end: Sequence[PlannedStep]) -> tuple[PlannedStep, ...]:
    """Nothing is late after the day to let go (law 2)."""
    moment = end[0].window.target if end else None
    unique = {step.id: step for step in steps}
    return tuple(_until(step, moment) for step in unique.values())
