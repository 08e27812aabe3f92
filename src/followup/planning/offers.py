"""Their offer in writing, to be answered in time, and the first day that follows it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from followup.case.facts import Fact
from followup.case.history import midnight
from followup.case.standing import NO_EXCHANGE, answer_day, told_since
from followup.dates import clock
from followup.dates.calendars import add_business_days, next_business_day, roll_back
from followup.model.plan import Window
from followup.planning.check_ins import by_phone
from followup.planning.hours import call_hours, closing, next_hour, opening, reply, send_hours, settle
from followup.planning.scene import Scene
from followup.planning.since import calls, is_called, is_told, is_written, said_day
from followup.planning.steps import PlannedStep, dropped
from followup.rules.rulebook import figure

DAY = timedelta(days=1)


def before_deadline(
    scene: Scene, step: PlannedStep, at: datetime, end: datetime | None, by_email: str = ""
) -> PlannedStep:
    """The step before the deadline: at once, in an email, where no business hour is left before it (O4, O36)."""
    if end is None:
        return step
    last = end - timedelta(microseconds=1)
    if clock.instant(step.window.target) >= clock.instant(end):
        window = Window(earliest=at, target=at, latest=max(closing(last.date(), scene.zone), at, key=clock.instant))
        step = replace(step, window=window, channel="email", letter=by_email or step.letter)
    step = replace(step, until=last)
    return dropped(step) if clock.instant(at) >= clock.instant(end) else step


def theirs(scene: Scene) -> tuple[PlannedStep, ...]:
    """Their offer in writing: say when you will answer, and answer a business day before their day (O36)."""
    opened = scene.standing.opened_by
    if opened is None:
        return ()
    back, other = again(scene), _other_deadline(scene, scene.day(opened.at))
    own = back or _decide(scene, opened)
    decide = _decide(scene, opened, other) if other and not back else own
    stand = _does_it_stand(scene, opened)
    # Whoever asked for time until a day has said that the offer is there.
    told = is_told(scene, "say-when", opened) or is_told(scene, "ask-time", opened)
    window = reply(opened.at, scene.zone, scene.calendar)
    say = scene.planned("say-when", window, "O36", "got-offer")
    # One message a day: where the answer itself is due by then, nothing is said of a day.
    hurry = own.channel == "phone" or window.target.date() >= own.window.target.date()
    decided = () if is_told(scene, "decide", opened) else (decide,)
    said = () if told or hurry else (replace(say, until=own.window.target),)
    return (*said, *_asked_for_time(scene, opened, decide), *decided, *stand)


def again(scene: Scene) -> PlannedStep | None:
    """The answer to their offer that came back: another way at once, by phone, and before their day is over (O40)."""
    back, opened = scene.standing.returned, scene.standing.opened_by
    if back is None or back.step != "decide" or told_since(scene.standing, back.back, "decide"):
        return None
    window = reply(back.at, scene.zone, scene.calendar, by_phone=True, rule="O40")
    step = replace(scene.planned("decide", window, "O40", "accept-offer"), channel="phone")
    if scene.standing.state != "offer-written" or opened is None:
        return step
    last = min(window.latest, closing(last_day(scene), scene.zone), key=clock.instant)
    step = replace(step, window=settle(replace(window, latest=last)))
    return before_deadline(scene, step, back.at.astimezone(scene.zone), _over(scene, last_day(scene)))


def _asked_for_time(scene: Scene, opened: Fact, decide: PlannedStep) -> tuple[PlannedStep, ...]:
    """Time was asked for in writing, and nobody answered: a call two business days later, before their day (O36)."""
    standing = scene.standing
    asked = told_since(standing, opened, "ask-time")
    if not asked or standing.exchange != asked[-1].at or not is_written(asked[-1]):
        return ()
    day = add_business_days(scene.day(asked[-1].at), figure("O36", "call_business_days"), scene.calendar)
    day = min(day, decide.window.latest.date())
    start = next_hour(max(opening(day, scene.zone), asked[-1].at), call_hours(), scene.zone, scene.calendar)
    window = settle(Window(earliest=start, target=start, latest=closing(day, scene.zone)))
    step = scene.planned("call", window, "O36", "more-time")
    if is_called(scene, start) or clock.instant(start) >= clock.instant(_over(scene, last_day(scene))):
        return ()
    return (replace(step, id="call-about-time", channel="phone", until=_over(scene, last_day(scene))),)


def _own_day(scene: Scene, opened: Fact) -> date:
    """The day for an answer where they gave none: the last one the reader named to them, else five business days."""
    last = add_business_days(scene.day(opened.at), figure("O36", "own_business_days"), scene.calendar)
    return answer_day(scene.standing) or last


def _decide(scene: Scene, opened: Fact, other: date | None = None) -> PlannedStep:
    """A business day before their day, or before that of another offer if it is sooner (O36)."""
    if (still := still_there(scene, opened)) is not None:
        window = reply(still.at, scene.zone, scene.calendar)
        return replace(scene.planned("decide", window, "O36", "accept-offer"), until=_over(scene, last_day(scene)))
    at, deadline = opened.at.astimezone(scene.zone), scene.standing.deadline
    day, own = at.date(), max(roll_back(_own_day(scene, opened), scene.calendar), at.date())
    ends = [end for end in (deadline, other) if end]
    before = [add_business_days(end, -figure("O36", "lead_business_days"), scene.calendar) for end in ends]
    lead = min(before if deadline else [own, *before])
    if ends and lead <= day:
        target = next_hour(at, call_hours(), scene.zone, scene.calendar)
        window = settle(Window(earliest=at, target=target, latest=closing(min(ends), scene.zone)))
        step = replace(scene.planned("decide", window, "O36", "accept-offer"), channel="phone")
        return before_deadline(scene, step, at, _over(scene, deadline or own))
    if said := said_day(scene):
        lead = min(lead, max(roll_back(said, scene.calendar), day))
    target = max(opening(lead, scene.zone), at, key=clock.instant)
    window = settle(Window(earliest=at, target=target, latest=closing(lead, scene.zone)))
    return replace(scene.planned("decide", window, "O36", "accept-offer"), until=_over(scene, deadline or own))


def _other_deadline(scene: Scene, day: date) -> date | None:
    """The day of the other offer, from that day on: whoever holds two decides before the first of them ends."""
    fact = scene.standing.other_offer
    deadline = fact.event.deadline if fact and fact.event else None
    return deadline if deadline and deadline > day else None


def _over(scene: Scene, day: date) -> datetime:
    return midnight(day + DAY, scene.zone)


def last_day(scene: Scene) -> date:
    """The day their offer ends: theirs, else the last the reader may name (O36).

    Where they spoke after it, the offer is still there: it is answered by the end of the next business day (O2).
    """
    opened = scene.standing.opened_by
    if opened is None:
        raise ValueError("no offer was made")
    still = still_there(scene, opened)
    if still is None:
        return _named_day(scene, opened)
    return add_business_days(scene.day(still.at), figure("O2", "deadline_business_days"), scene.calendar)


def _named_day(scene: Scene, opened: Fact) -> date:
    return scene.standing.deadline or _own_day(scene, opened)


def still_there(scene: Scene, opened: Fact) -> Fact | None:
    """Their last word about an offer whose day was over by then; None where they did not speak since."""
    end = _over(scene, _named_day(scene, opened))
    spoke = (one for one in reversed(scene.facts) if one.is_theirs and one.word not in NO_EXCHANGE)
    last = next(spoke, None)
    return last if last and clock.instant(last.at) >= clock.instant(end) else None


def _does_it_stand(scene: Scene, opened: Fact) -> tuple[PlannedStep, ...]:
    """The deadline passed: a call within two business days, whether it stands (States, if missed)."""
    end = last_day(scene)
    after = add_business_days(end, 1, scene.calendar)
    last = add_business_days(end, figure("O36", "call_business_days"), scene.calendar)
    start = next_hour(opening(after, scene.zone), call_hours(), scene.zone, scene.calendar)
    made = calls_after(scene)
    if made:
        # A message was left, and an offer does not wait long: once more on the next business day.
        last = next_business_day(scene.day(made[-1].at), scene.calendar)
        start = next_hour(opening(last, scene.zone), call_hours(), scene.zone, scene.calendar)
    window = Window(earliest=start, target=start, latest=closing(last, scene.zone))
    step = scene.planned("call", window, "O36", "does-it-stand")
    if len(made) > 1 or not all(is_written(one) for one in made):
        return ()
    return (replace(step, id="call-does-it-stand", channel="phone"),)


def calls_after(scene: Scene) -> tuple[Fact, ...]:
    """The calls made, and the messages left, since the day for an answer was over."""
    return calls(scene, _over(scene, last_day(scene)))


def _details_from(scene: Scene, day: date) -> date:
    return add_business_days(day, -figure("O37", "details_business_days"), scene.calendar)


def is_late_first_day(scene: Scene) -> bool:
    """True where they named the first day so late that the answer asks for its details: one letter, not two (O19)."""
    day, owed = scene.standing.first_day, scene.standing.owed
    named = (one for one in reversed(scene.facts) if one.word == "first-day")
    said = next(named, None)
    if day is None or said is None or said.event is None or said.event.by != day or said.event.kind == "called":
        return False
    only = all(one.word == "first-day" for one in owed)
    return only and scene.day(said.at) >= _details_from(scene, day)


def first_day(scene: Scene) -> tuple[PlannedStep, ...]:
    """The first day is known: its details are asked for five business days before it (O37)."""
    day = scene.standing.first_day
    if day is None or any(ask.fact.step == "first-day" for ask in scene.standing.stage) or is_late_first_day(scene):
        return ()
    opens = _details_from(scene, day)
    closes = add_business_days(day, -figure("O37", "details_latest_business_days"), scene.calendar)
    soonest = next_hour(scene.standing.exchange or opening(opens, scene.zone), send_hours(), scene.zone, scene.calendar)
    start = max(opening(opens, scene.zone), soonest, key=clock.instant)
    window = settle(Window(earliest=start, target=start, latest=closing(closes, scene.zone)))
    step = scene.planned("first-day", window, "O37", "first-day")
    return (by_phone(scene, replace(step, until=midnight(day, scene.zone))),)
