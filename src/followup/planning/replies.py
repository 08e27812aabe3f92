"""What answers them: an answer to whoever asked, times for an interview, and the reader's own no."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup.case.facts import Fact
from followup.case.leaving import took_another_job
from followup.case.meetings import Person
from followup.case.standing import ASKED
from followup.dates import clock
from followup.dates.calendars import next_business_day
from followup.model.plan import ELSEWHERE
from followup.planning import stances
from followup.planning.hours import closing, reply
from followup.planning.offers import is_late_first_day
from followup.planning.postponing import in_time, said_in_time
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep
from followup.planning.tasks import hand_in_days

# What goes out as soon as it can, whatever day it is.
UNDATED = ("answer", "ask-feedback", "new-times", "say-when", "withdraw", "ask-back", "warn-referee")
# After these it is open again: they think of the reader once more.
RESTED = ("said-no", "on-hold", "over", "no-show")
# They invite to a talk, or call one off, with a new day or without.
TALKS = ("next-round", "called-off", "interview-moved")
# The words that answer each of theirs.
LETTERS = {
    "question": "answer-question",
    "interest": "asked-back-after-no",
    "next-round": "accept-and-ask-day",
    "called-off": "called-off-times",
    "interview-moved": "called-off-times",
    "task": "accept-task",
    "checks": "answer-question",
    "on-hold": "on-hold-thanks",
    "runner-up": "still-interested",
    "offer": "when-paper",
    "first-day": "start-day",
}

# Whoever leaves declines what they hold in writing, and takes back a yes.
LEAVING = {"accepted": "back-out", "offer-written": "decline-offer"}


def answers(scene: Scene) -> tuple[PlannedStep, ...]:
    """One answer to each person for all they asked, by the end of the next business day (O2, O28)."""
    owed = [fact for fact in scene.standing.owed if fact.word != "moved-by-me" and not _says_yes_itself(scene, fact)]
    if scene.standing.state == "closed":
        # Nobody waits for somebody who puts it off.
        owed = [fact for fact in owed if fact.word != "on-hold"]
    if scene.standing.leaving:
        # Whoever withdraws answers every wish of theirs with that; a question is answered all the same, unless the
        # reader took another job: then the withdrawal is all they need.
        took = took_another_job(scene.standing.leaving)
        owed = [fact for fact in owed if fact.word == "question" and not took]
    people = dict.fromkeys(scene.writer(fact) for fact in owed)
    steps = [_answer(scene, person, [fact for fact in owed if scene.writer(fact) == person]) for person in people]
    return tuple(replace(step, id=f"answer-{at}" if at > 1 else "answer") for at, step in enumerate(steps, 1))


def _answer(scene: Scene, person: Person, owed: Sequence[Fact]) -> PlannedStep:
    window = reply(owed[0].at, person.zone, scene.calendar)
    invited = [fact for fact in owed if fact.word in TALKS]
    # One letter for all: a yes to a talk holds the answer to a question that was asked before or since.
    leads = invited[-1] if invited and owed[-1].word in ASKED else owed[-1]
    step = scene.planned("answer", window, "O2", _letter(scene, leads))
    # On the last day for a task, and once it is late, a yes to it says too little: the task itself answers, or the
    # words for a late one (O38).
    until = closing(hand_in_days(scene, owed[-1])[0], person.zone) if owed[-1].word == "task" else None
    # A firm's check may ask nothing of the reader: what it does ask is sent at once, and never late.
    step = replace(step, person=person, until=until, is_optional=all(_is_of_firm(fact) for fact in owed))
    if owed[-1].word == "on-hold":
        # An interview that was agreed before the hold may still go ahead: whether it does is known before its hour.
        start = scene.start_ahead(owed[-1].at, left=True)
        is_first = start is not None and clock.instant(start) < clock.instant(step.window.latest)
        return in_time(step, start, owed[-1].at) if is_first else step
    return in_time(step, _start(scene, invited[-1]), invited[-1].at) if invited else step


def _is_of_firm(fact: Fact) -> bool:
    return fact.word == "checks" and fact.event is not None and fact.event.reason == "firm"


def _start(scene: Scene, invited: Fact) -> datetime | None:
    """When the interview starts that they invited to: an acceptance is late until the round (States)."""
    if scene.standing.state == "closed":
        return None
    return scene.start_ahead(invited.at, by=invited.event.by if invited.event else None)


def _letter(scene: Scene, fact: Fact) -> str:
    """An invitation with a day is accepted; without one the day is asked for; a closed case declines what it asks."""
    if scene.standing.state == "closed" and fact.word not in ASKED:
        return "decline-round" if fact.word in TALKS else "withdraw"
    if fact.word == "first-day" and is_late_first_day(scene):
        return "first-day"
    if scene.standing.state == "accepted" and fact.word == "on-hold":
        # After a yes it is the first day that is put off.
        return LETTERS["first-day"]
    if fact.word == "interest" and (scene.standing.state == "closed" or scene.standing.came_from not in RESTED):
        # They ask out of no silence: it is a question like any other, and who has closed it may say no.
        return LETTERS["question"]
    if fact.word in TALKS and fact.event is not None and fact.event.by is not None:
        # They named the day: it is confirmed, and no other times are offered.
        return "accept-next-round"
    if fact.word != "next-round":
        return LETTERS[fact.word]
    if scene.standing.came_from == "said-no":
        return "asked-back-after-no"
    return LETTERS["next-round"] if scene.standing.state == "invited" else "answer-next-round"


def _says_yes_itself(scene: Scene, fact: Fact) -> bool:
    """A task that is to be handed in before an answer could go out needs none (O38)."""
    if fact.word != "task" or fact.event is None or fact.event.by is None or scene.standing.state == "closed":
        return False
    zone = scene.writer(fact).zone
    return reply(fact.at, zone, scene.calendar).target.date() >= hand_in_days(scene, fact)[0]


def another_way(scene: Scene, step: PlannedStep) -> PlannedStep:
    """A message that came back goes out again another way: in the next send hour, or on the day it has (O40)."""
    back = scene.standing.returned
    step = _reachable(scene, step)
    if back is None or step.action != back.step or step.action not in UNDATED:
        return step
    person = step.person
    window = reply(back.at, person.zone, scene.calendar, rule="O40")
    again = in_time(replace(step, window=window), step.before, back.at, at_once=step.action == "new-times")
    until = max(step.until, again.window.latest, key=clock.instant) if step.until else None
    return replace(again, grounds=stances.chosen("O40"), until=until)


def _reachable(scene: Scene, step: PlannedStep) -> PlannedStep:
    """The step to somebody who can be reached; by a message or a call where no address that works is left (O40)."""
    goes_to_them = step.channel == "email" and step.action not in ELSEWHERE
    if not scene.standing.contact_gone or not goes_to_them:
        return step
    is_gone = any(word.casefold() in scene.standing.gone for word in step.person.to)
    person = scene.contact if is_gone else step.person
    back = scene.standing.returned
    by_message = not person.to and (step.action != "answer" or (back is not None and back.step == "answer"))
    return replace(step, person=person, channel="message" if by_message else "email")


def new_times(scene: Scene) -> tuple[PlannedStep, ...]:
    """The reader cannot come, or could not: an apology with times, at once where the interview is ahead (Events)."""
    owed = [fact for fact in scene.standing.owed if fact.word == "moved-by-me"]
    if not owed:
        return ()
    window = reply(owed[-1].at, scene.zone, scene.calendar)
    off = [one.number for one in scene.history.meetings if one.cancelled]
    step = scene.planned("new-times", window, "O2", "could-not-come")
    step = replace(step, round=off[-1] if off else step.round)
    start = scene.start_ahead(owed[-1].at, left=True)
    return (in_time(step, start, owed[-1].at, at_once=True),)


def news_thanks(scene: Scene) -> tuple[PlannedStep, ...]:
    """Two lines of thanks for the news that they are still deciding; whoever leaves them out loses nothing."""
    fact = scene.standing.thanks
    if fact is None or fact.event is None or fact.event.kind == "called" or scene.standing.owed:
        return ()
    person = scene.writer(fact)
    step = scene.planned("answer", reply(fact.at, person.zone, scene.calendar), "O2", "answer-deciding")
    return (replace(step, person=person, is_optional=True),)


def withdraw(scene: Scene) -> tuple[PlannedStep, ...]:
    """The reader's own no, within a business day; by phone where a round is a day off, or after a yes (O37, O47)."""
    fact = scene.standing.leaving
    if fact is None:
        return ()
    tomorrow = next_business_day(scene.day(fact.at), scene.calendar)
    ahead = [one for one in scene.history.meetings if one.is_ahead(fact.at)]
    backs_out = scene.standing.state == "accepted"
    by_phone = backs_out or any(one.round.date <= tomorrow for one in ahead)
    window = reply(fact.at, scene.zone, scene.calendar, by_phone=by_phone, rule="O47")
    words = LEAVING.get(scene.standing.state, "withdraw")
    step = scene.planned("withdraw", window, "O47", words)
    return (said_in_time(step, scene.start_ahead(fact.at), fact.at, by_phone=by_phone),)
