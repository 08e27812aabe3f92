"""What the planner makes of every event in every state, a line for each: tests/planning/course.txt.

A line ends with eight digits that stand for its plans as a whole: every reason, citation, notice and hour of them.
"""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cases import Fields, event, planned, round_of
from situations import SITUATIONS
from sweeps import at_the_bounds, by_the_hour
from trials import tried

from followup.case import moves
from followup.case.moves import MOVES
from followup.model.plan import Plan, Step
from followup.model.wording import choices

FILE = Path(__file__).with_name("course.txt")
HELD = [round_of("2027-01-05", interviewers=[{"name": "Dana Ruiz"}, {"name": "Rae Poe", "part": "recruiter"}])]
THANKED = event("sent", "2027-01-06T09:00", step="thank-you")
CHECK_IN = event("sent", "2027-01-12T10:00", step="check-in")
# What brings a process into each state, told before the event of the line.
STATES: dict[str, list[Fields]] = {
    "ahead": [event("reply", "2027-01-13T10:00", outcome="next-round", by="2027-02-03")],
    "held": [],
    "asked once": [CHECK_IN],
    "asked twice": [CHECK_IN, event("sent", "2027-01-18T10:00", step="second-check-in")],
    "dated": [event("reply", "2027-01-11T10:00", outcome="promise", by="2027-01-18")],
    "owed an answer": [event("reply", "2027-01-19T10:00", outcome="question")],
    "a call agreed": [event("reply", "2027-01-11T10:00", outcome="call-back", by="2027-01-21")],
    "task": [event("reply", "2027-01-13T10:00", outcome="task", by="2027-01-25")],
    "checks": [event("reply", "2027-01-13T10:00", outcome="checks")],
    "on-hold": [event("reply", "2027-01-13T10:00", outcome="on-hold", by="2027-02-12")],
    "invited": [event("reply", "2027-01-13T10:00", outcome="next-round")],
    "runner-up": [event("reply", "2027-01-13T10:00", outcome="runner-up")],
    "offer-coming": [event("reply", "2027-01-13T10:00", outcome="offer", by="2027-01-22")],
    "offer-written": [event("reply", "2027-01-13T10:00", outcome="offer-written", deadline="2027-01-27")],
    "accepted": [
        event("reply", "2027-01-13T10:00", outcome="offer-written"),
        event("accepted", "2027-01-15T10:00"),
    ],
    "said-no": [event("reply", "2027-01-13T10:00", outcome="rejected")],
    "no-show": [event("no-show", "2027-01-19T10:00")],
    "over": [event("heard", "2027-01-13T10:00", outcome="filled")],
    "closed": [event("withdrawn", "2027-01-13T10:00")],
    "no contact": [CHECK_IN, event("reply", "2027-01-13T10:00", outcome="no-contact")],
    "another offer": [event("offer-elsewhere", "2027-01-13T10:00", deadline="2027-01-28")],
}
# The situations of situations.py, whole.
TOLD = "told by people"
# Each approach, format, promise, zone, region and origin by itself, on the days on which something is due.
TRIED = "tried out"
HOURS, BOUNDS = "by the hour", "at the bounds"
SECTIONS = (*STATES, TOLD, TRIED, HOURS, BOUNDS)
AT, SOON, LATE = "2027-01-20T10:00", "2027-01-21T12:00:00-05:00", "2027-02-20T12:00:00-05:00"
HEARD = ("advertised", "layoffs", "linkedin", "friend")
TOLD_WITHOUT_A_WORD = {"held", "sent", "heard-filled", *(f"heard-{one}" for one in HEARD)}
KINDS = (
    *("interview-moved", "moved-by-me", "no-show", "offer-elsewhere", "bounced", "handed-in", "accepted", "declined"),
    *("withdrawn", "closed", "reopened", "voicemail"),
)
NEEDS_A_DAY = ("promise",)


def happenings() -> Iterator[tuple[str, Fields]]:
    """Every event there is, with its name; what they say twice, without a day and with one."""
    for word in MOVES:
        if word in KINDS:
            yield word, event(word, AT)
        elif word not in TOLD_WITHOUT_A_WORD:
            kind = "called" if word in ("answered", "no-answer") else "reply"
            if word not in NEEDS_A_DAY:
                yield word, event(kind, AT, outcome=word)
            if kind == "reply" and word not in ("kind-word", "rejected", "filled", "taken-back", "left", "no-contact"):
                yield f"{word} by a day", event(kind, AT, outcome=word, by="2027-01-29")
    yield "heard that it is filled", event("heard", AT, outcome="filled")
    yield "heard that it is advertised", event("heard", AT, outcome="advertised")
    yield "read of layoffs", event("heard", AT, outcome="layoffs")
    yield "seen on LinkedIn", event("heard", AT, outcome="linkedin")
    yield "heard from a friend inside", event("heard", AT, outcome="friend")


def pairs() -> Iterator[tuple[str, str, Plan]]:
    """Every event in each of the states themselves, with the plan on the next day; the developers' page shows them."""
    for name, told in happenings():
        for state in moves.STATES:
            yield name, state, planned(case_of(state, told), now=SOON)


def case_of(state: str, *more: Fields) -> Fields:
    """A case that stands in that state, with something more told."""
    return _case([THANKED, *STATES[state], *more])


def done() -> Iterator[tuple[str, Fields]]:
    """Every step that the reader can have taken, one way or another."""
    for step, _ in choices("event_steps"):
        if step:
            yield f"sent {step}", event("sent", AT, step=step)
    yield "rang and asked", event("called", AT, step="check-in", outcome="answered")
    yield "rang about the offer", event("called", AT, step="tell-offer", outcome="no-answer")
    yield "left a message", event("voicemail", AT, step="second-check-in")
    yield "thanked one", event("sent", AT, step="thank-you", to="Rae Poe")
    yield "the answer came back", event("bounced", AT, step="answer")


def section(name: str) -> Iterator[str]:
    """One section of the table, line by line, under its name."""
    yield f"== {name}"
    if name in STATES:
        yield from _state(STATES[name])
    elif name in (TOLD, TRIED):
        asked = tried() if name == TRIED else ((one.number, one.told, one.moment) for one in SITUATIONS)
        for said, told, now in asked:
            plan = planned(told, now=now)
            yield f"{said}: {_plan(plan)} {_digits(plan)}"
    else:
        for row, plans in by_the_hour() if name == HOURS else at_the_bounds():
            said = "; ".join(f"{when} {plan.state} {_next(plan)}" for when, plan in plans)
            yield f"{row}: {said} {_digits(*(plan for _, plan in plans))}"


def _state(before: list[Fields]) -> Iterator[str]:
    """What follows each event in a state; one that changes nothing there has no line."""
    plain = _line([THANKED, *before])
    yield f"nothing: {plain}"
    for name, told in (*happenings(), *done()):
        found = _line([THANKED, *before, told])
        if found != plain:
            yield f"{name}: {found}"


def _next(plan: Plan) -> str:
    step = next((one for one in plan.steps if one.id == plan.next), None)
    return f"{step.id} {step.status} {_moment(step.window.target)}" if step else "nothing"


def _line(events: list[Fields]) -> str:
    """The plan on the next day, and where it stands a month on."""
    case = _case(events)
    soon, late = planned(case, now=SOON), planned(case, now=LATE)
    return f"{_plan(soon)} | {_short(late)} {_digits(soon, late)}"


def _digits(*plans: Plan) -> str:
    return sha256(repr(plans).encode()).hexdigest()[:8]


def _case(events: list[Fields]) -> Fields:
    return {"rounds": HELD, "country": "US", "events": events}


def _plan(plan: Plan) -> str:
    steps = [_step(step, plan) for step in plan.steps if step.status != "done"]
    beside = f" with {', '.join(plan.beside)}" if plan.beside else ""
    said = ", ".join(notice.kind for notice in plan.notices)
    return f"{plan.state} {plan.since}{beside}; {'; '.join(steps)}; look again {plan.look_again}; says {said}"


def _short(plan: Plan) -> str:
    return f"{plan.state} {plan.since}, {plan.next or 'nothing'} next, {plan.touches_left} left, ends {plan.ends}"


def _step(step: Step, plan: Plan) -> str:
    window = step.window
    bounds = dict.fromkeys(_moment(at) for at in (window.earliest, window.target, window.latest))
    named = "*" if step.id == plan.next else ""
    to = "" if step.to in ((), ("Rae Poe",)) else f" to {' '.join(step.to)}"
    channel = "" if step.channel in ("email", "none") else f" by {step.channel}"
    letter = "" if step.letter == step.action else f" {step.letter}"
    return f"{step.id}{named} {step.status} {' '.join(bounds)}{to}{channel}{letter}"


def _moment(at: datetime) -> str:
    return at.strftime("%-d/%-m %-H")


def text() -> str:
    """The whole table."""
    return "\n".join(line for name in SECTIONS for line in section(name)) + "\n"


def record() -> None:
    """Writes the table as it is today."""
    FILE.write_text(text(), encoding="utf-8")
