"""The thank-yous: one to each person and day, in their own calendar and zone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from followup.case.facts import Fact
from followup.case.history import History
from followup.case.meetings import Meeting, Person
from followup.case.passing_on import ORGANISERS
from followup.case.standing import Returned
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.planning import thanks_window
from followup.planning.hours import reply
from followup.planning.postponing import later, same_person
from followup.planning.stances import chosen
from followup.planning.steps import PlannedStep, done, dropped
from followup.planning.thanks_letters import in_words_for_both, letter_of, passed_on, through_agency


def thank_yous(
    history: History,
    meetings: Iterable[Meeting],
    facts: Iterable[Fact],
    calendar: Calendar,
    lost: tuple[Returned, ...] = (),
) -> tuple[PlannedStep, ...]:
    """One thank-you a person and day, counted from the last interview of that day; those sent are done.

    One that came back was not: it is open again, for the next send hour where its own day is over (O40).
    """
    steps = [_thank_you(meeting, person, history, calendar) for meeting, person in _thanked(meetings, history)]
    named = [replace(step, id=id) for step, id in zip(steps, _ids(steps), strict=True)]
    for one in facts:
        if one.step == "thank-you":
            named = _sent(named, history.meetings, one)
        back = next((back for back in lost if back.back is one and back.step == "thank-you"), None)
        named = [_came_back(step, back, calendar) for step in named] if back else named
    twice = {step.id for step in (*joined(named), *passed_on(named, history), *through_agency(named, history))}
    named = [*in_words_for_both(named, history)]
    return tuple(dropped(step) if step.id in twice else _apart(step, named) for step in named)


def joined(thanks: Iterable[PlannedStep]) -> Iterator[PlannedStep]:
    """Those to a person who is thanked for a later interview on that day: one message thanks for both (O19)."""
    alike: dict[tuple[date, str], list[PlannedStep]] = defaultdict(list)
    told = [(step, _keys(step.window.target.date(), step.person)) for step in thanks]
    for step, keys in told:
        for key in keys:
            alike[key].append(step)
    for step, keys in told:
        others = (one for key in keys for one in alike[key] if one.round > step.round)
        if any(same_person(one.person, step.person) for one in others):
            yield step


def follows(history: History, step: PlannedStep, asks: Iterable[PlannedStep]) -> bool:
    """True if one of these asks, made or due, came after the interview: the thanks stand in it, or are past (O18)."""
    return any(history.meetings[step.round - 1].is_before(one.done_at or one.window.earliest) for one in asks)


def carried(history: History, step: PlannedStep, answers: Iterable[PlannedStep], now: datetime) -> bool:
    """True if an answer to the same person takes the thanks along: on their day, or once they are late (O19)."""
    return any(one.fate != "dropped" and _carries(one, step, history, now) for one in answers)


def _carries(one: PlannedStep, step: PlannedStep, history: History, now: datetime) -> bool:
    if not same_person(one.person, step.person):
        return False
    at = one.done_at or now
    # What went out before the interview cannot thank for it.
    if one.done_at and not history.meetings[step.round - 1].is_before(at):
        return False
    late = clock.instant(step.window.latest) < clock.instant(at)
    # Thanks that were not sent in their own hour do not go out beside a question that waits for an answer.
    asked_since = one.action == "answer" and clock.instant(one.window.earliest) > clock.instant(step.window.target)
    if asked_since and clock.instant(at) >= clock.instant(one.window.earliest):
        return True
    return late or step.window.target.date() in (one.day, one.window.target.date())


def _apart(step: PlannedStep, thanks: Iterable[PlannedStep]) -> PlannedStep:
    """The thank-you moved past every day on which the same person was thanked for another interview (O19)."""
    sent = [one for one in thanks if one.fate == "done" and one.round != step.round]
    taken = {one.day for one in sent if step.person.to and same_person(one.person, step.person)}
    while step.is_open and step.day in taken:
        step = later(step, step.day + timedelta(days=1), "O19")
    return step


def _thanked(meetings: Iterable[Meeting], history: History) -> list[tuple[Meeting, Person]]:
    """Whom to thank for which meeting; only those of one day and name are held against each other."""
    found: dict[int, tuple[Meeting, Person]] = {}
    alike: dict[tuple[date, str], list[int]] = defaultdict(list)
    pairs = ((meeting, person) for meeting in meetings for person in _people(meeting, history))
    for place, (meeting, person) in enumerate(pairs):
        keys = _keys(meeting.end.astimezone(person.zone).date(), person)
        before = {at for key in keys for at in alike[key] if at in found}
        for at in before:
            if _is_again(*found[at], meeting, person):
                del found[at]
        found[place] = meeting, person
        for key in keys:
            alike[key].append(place)
    return [*found.values()]


def _keys(day: date, person: Person) -> set[tuple[date, str]]:
    """What two of the same person have in common on a day: the address or the name."""
    return {(day, word.casefold()) for word in (person.name, person.email) if word}


def _is_again(before: Meeting, one: Person, meeting: Meeting, person: Person) -> bool:
    """True if that person is there again that day; two unnamed people are two, as are two who share an address."""
    if not one.to or not person.to or not same_person(one, person):
        return False
    return before.number != meeting.number or one.name.casefold() == person.name.casefold()


def _people(meeting: Meeting, history: History) -> tuple[Person, ...]:
    """Whom to thank for a meeting; after a recording only who runs the process (O11)."""
    if meeting.cancelled:
        return ()
    if meeting.round.format != "recorded":
        nobody = Person(name="", email="", part="interviewer", zone=meeting.zone)
        return meeting.people or (nobody,)
    before = [one for one in reversed(history.meetings) if one.number < meeting.number]
    after = [one for one in history.meetings if one.number > meeting.number]
    groups = [_running(one) for one in (meeting, *before, *after)]
    return next((people[:1] for people in groups if people), ())


def _running(meeting: Meeting) -> tuple[Person, ...]:
    """Who ran the process in that interview: a recruiter before anybody of human resources, whoever came first."""
    people = [one for one in meeting.people if one.part in ORGANISERS]
    return tuple(sorted(people, key=lambda one: ORGANISERS.index(one.part)))


def _thank_you(meeting: Meeting, person: Person, history: History, calendar: Calendar) -> PlannedStep:
    end, phone_rule = meeting.end.astimezone(person.zone), meeting.follows_phone_rule
    approach = history.case.approach
    return PlannedStep(
        id="",
        action="thank-you",
        round=meeting.number,
        person=person,
        window=thanks_window.window(end, phone_rule=phone_rule, approach=approach, calendar=calendar),
        grounds=thanks_window.grounds(end, phone_rule=phone_rule, approach=approach, calendar=calendar),
        letter=letter_of(meeting, person),
        choices=thanks_window.choices(end, phone_rule=phone_rule, approach=approach, calendar=calendar),
    )


def _ids(steps: Iterable[PlannedStep]) -> Iterator[str]:
    """Ids that stay the same when the plan is made again: round, name, and a number for a namesake."""
    seen: dict[str, int] = {}
    for step in steps:
        name = re.sub(r"\W+", "-", "".join(step.person.to).casefold()).strip("-")
        id = "-".join(word for word in ("thank-you", str(step.round), name) if word)
        seen[id] = seen.get(id, 0) + 1
        yield id if seen[id] == 1 else f"{id}-{seen[id]}"


def _sent(steps: list[PlannedStep], meetings: Iterable[Meeting], one: Fact) -> list[PlannedStep]:
    """Marks the thank-yous that a message answers: to that person, for the latest interview before it."""
    ended = [meeting.number for meeting in meetings if meeting.is_before(one.at)]
    fitting = [step for step in steps if step.is_open and one.may_concern(step.person.called) and step.round in ended]
    latest = max((step.round for step in fitting), default=0)
    meant = [step.id for step in fitting if step.round == latest]
    # Of namesakes a name can mean one only.
    meant = meant[:1] if one.event and one.event.to else meant
    return [done(step, one.at) if step.id in meant else step for step in steps]


def _came_back(step: PlannedStep, back: Returned, calendar: Calendar) -> PlannedStep:
    """The thank-you as unsent, if it is the one that came back; the same address would bring it back once more."""
    person = step.person
    if step.done_at != back.message.at or (person.to and not person.is_among(back.unreached)):
        return step
    step = replace(step, fate=None, done_at=None, channel="message")
    again = reply(back.at, person.zone, calendar, rule="O40")
    if clock.instant(again.target) <= clock.instant(step.window.target):
        return step
    return replace(step, window=again, grounds=chosen("O40"), choices=())
