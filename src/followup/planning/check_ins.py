"""The asks after a round: as many as the laws leave, each counted from the last word or from the ask before it."""

from dataclasses import replace
from datetime import date

from followup.case.agency import has_agency
from followup.case.standing import is_sorry
from followup.dates.calendars import add_business_days, roll_forward
from followup.model.plan import CHECK_INS, Action, Channel
from followup.planning import stances
from followup.planning.ask_limits import AHEAD, Count, count, may_ask
from followup.planning.bounds import days
from followup.planning.hours import of_days, reply
from followup.planning.postponing import apart, later, put_off
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep, in_turn
from followup.rules.rulebook import figure


def check_ins(scene: Scene, call: PlannedStep | None, answers: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    """The next ask and the one after it, if they stay without an answer; kept apart from every other message."""
    planned: list[PlannedStep] = []
    counted = count(scene)
    for _ in range(AHEAD):
        called_for = date_stands(scene) and not planned
        if not may_ask(scene, counted, called_for=called_for):
            break
        # A call they agreed to comes first: the ask counts from it (conditions).
        step = _ask(scene, counted, planned[-1] if planned else None, call, answers)
        planned.append(apart(step, (*scene.thanks, *answers, *planned, *_of(call)), scene.calendar))
        counted = counted.more(called_for=called_for)
    return tuple(in_turn(planned, call))


def _of(call: PlannedStep | None) -> tuple[PlannedStep, ...]:
    return (call,) if call else ()


def date_stands(scene: Scene) -> bool:
    """True while a day they named lies on or after the last word, and was not asked about (law 4)."""
    standing = scene.standing
    if standing.named is None or standing.date_asked:
        return False
    return standing.fresh or standing.exchange is None or standing.named >= scene.day(standing.exchange)


def _ask(
    scene: Scene, counted: Count, before: PlannedStep | None, call: PlannedStep | None, answers: tuple[PlannedStep, ...]
) -> PlannedStep:
    redirected = before is None and is_redirected(scene)
    step = redirect(scene, call, answers) if redirected else _based(scene, counted, before, call, answers)
    number = counted.total
    asks = CHECK_INS[min(number, len(CHECK_INS) - 1)]
    rings = step.channel == "phone" or (scene.approach.phone and number == 0)
    channel: Channel = "phone" if rings else "email"
    # After a date of theirs more than four are allowed; each has an id of its own, by its order in the round.
    id = asks if number < len(CHECK_INS) else f"{asks}-{number - len(CHECK_INS) + 2}"
    action: Action = "ask-arrived" if number == 0 and _is_about_task(scene) and not rings else asks
    words = step.letter if redirected else _letter(scene, counted, before, channel)
    return by_phone(scene, replace(step, id=id, action=action, letter=words, channel=channel))


def by_phone(scene: Scene, step: PlannedStep) -> PlannedStep:
    """An ask by the company's own number, where no address that works is left (O40)."""
    if scene.contact.to or not (scene.standing.gone or is_redirected(scene)):
        return step
    return replace(step, channel="phone", letter="agency-line" if has_agency(scene.history.meetings) else "main-line")


def is_redirected(scene: Scene) -> bool:
    """True while an ask that never arrived was not made again to somebody else (O40)."""
    return scene.standing.bounced is not None and not scene.standing.row


def redirect(scene: Scene, call: PlannedStep | None, answers: tuple[PlannedStep, ...]) -> PlannedStep:
    """The ask that never arrived goes to the next person in the next send hour; to nobody known, by phone (O40)."""
    standing, calendar = scene.standing, scene.calendar
    moment = standing.bounced.at if standing.bounced else standing.entered
    window = reply(moment or scene.facts[-1].at, scene.zone, calendar, by_phone=not scene.contact.to)
    step = by_phone(scene, scene.planned("check-in", window, "O40", "colleague-left"))
    if standing.exchange is not None:
        floor = figure("O28", "floor_business_days")
        step = later(step, add_business_days(last_word(scene, call, answers), floor, calendar), "O28")
    if date_stands(scene) and standing.named is not None:
        step = later(step, add_business_days(standing.named, 1, calendar), "O22")
    return floored(scene, step)


def _letter(scene: Scene, counted: Count, before: PlannedStep | None, channel: Channel) -> str:
    """The words go by what happened: their date is over, the first question, or one that stayed without an answer."""
    if channel == "phone":
        return "call-opening"
    if date_stands(scene) and before is None:
        return "check-in-date-passed"
    if counted.row or is_sorry(scene.standing):
        # Who came back has asked already.
        return "second-check-in"
    if _is_about_task(scene):
        return "did-it-arrive"
    return "third-check-in" if counted.uncalled >= figure("O29", "third_count") - 1 else "check-in"


def _is_about_task(scene: Scene) -> bool:
    """True where a task was handed in and nothing came since: whether it arrived is asked first."""
    opened = scene.standing.opened_by
    return opened is not None and opened.step == "hand-in" and scene.standing.exchange == opened.at


def _based(
    scene: Scene, counted: Count, before: PlannedStep | None, call: PlannedStep | None, answers: tuple[PlannedStep, ...]
) -> PlannedStep:
    """Law 4: after an ask without an answer K6; after a date they named K5; else from the last word K4."""
    standing = scene.standing
    if before is not None:
        return _window(scene, "K6", before.day)
    if standing.row and not call:
        step = _window(scene, "K6", scene.day(standing.row[-1].fact.at))
        named = standing.named if date_stands(scene) else None
        step = later(step, add_business_days(named, 1, scene.calendar), "O22") if named else step
        return floored(scene, past(scene, step, call, answers))
    if date_stands(scene) and standing.named is not None:
        step = _window(scene, "K5", standing.named)
        if scene.thanks:
            step = later(step, _after_thanks(scene), "O8")
        return floored(scene, past(scene, step, call, answers))
    third = counted.uncalled >= figure("O29", "third_count") - 1
    return floored(scene, _window(scene, "K4", last_word(scene, call, answers), third=third))


def past(scene: Scene, step: PlannedStep, call: PlannedStep | None, answers: tuple[PlannedStep, ...]) -> PlannedStep:
    """After a date the answer and the agreed call still come first, two business days before the ask."""
    if scene.standing.fresh and not answers and not call:
        return step
    floor = figure("O28", "floor_business_days")
    return later(step, add_business_days(last_word(scene, call, answers), floor, scene.calendar), "O28")


def _window(scene: Scene, question: str, base: date, *, third: bool = False) -> PlannedStep:
    found = days(question, base, scene.case.approach, scene.case.pace, scene.calendar, third=third)
    grounds = stances.of_question(question, base, found.ours, scene.calendar)
    window = of_days(found.earliest, found.target, found.latest, scene.zone)
    return scene.planned("check-in", window, grounds)


def last_word(scene: Scene, call: PlannedStep | None, answers: tuple[PlannedStep, ...]) -> date:
    """The day of X: of the last word between you, of an answer or of a call that is still to come (law 4)."""
    standing = scene.standing
    known = [scene.day(standing.exchange)] if standing.exchange else []
    to_come = [step.day for step in (*answers, *_of(call)) if step.fate != "dropped" and not step.is_optional]
    return max([*known, *to_come] or [scene.day(standing.entered)])


def floored(scene: Scene, step: PlannedStep) -> PlannedStep:
    """Never before a kind word or thanks of ours and two business days, nor before they are back (law 4, O8, O27)."""
    standing, calendar = scene.standing, scene.calendar
    thanked = [one.day for one in scene.thanks if one.fate == "done"]
    if thanked:
        # Thanks that went out late ask when they decide, as a check-in does.
        day = add_business_days(max(thanked), figure("O8", "wait_business_days"), calendar)
        step = put_off(step, day, "O8", calendar)
    floor = figure("O28", "floor_business_days")
    if standing.kind_word:
        step = put_off(step, add_business_days(scene.day(standing.kind_word), floor, calendar), "O28", calendar)
    if standing.away:
        step = put_off(step, roll_forward(standing.away, calendar), "O27", calendar)
    return step


def _after_thanks(scene: Scene) -> date:
    """The first day for a check-in after a promised date: two business days after the thank-you (O8)."""
    day = max(step.day for step in scene.thanks)
    return add_business_days(day, figure("O8", "wait_business_days"), scene.calendar)
