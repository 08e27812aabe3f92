"""The draft checker: what to mend in a text of the reader's own, with the reason for each."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from followup import letters, planning
from followup.case import check
from followup.case.current import as_it_stands
from followup.case.history import place_of, tell
from followup.checking import Draft, guess, judge, kind_of, read, unseen
from followup.dates import calendars, clock, zone_countries
from followup.model.answer import Answer, File, Problem, record
from followup.model.case import Case
from followup.model.plan import ROUND_ASKS, Plan, Step
from followup.model.question import asked
from followup.model.wording import Choices, choices, problem_words, question_words
from followup.tools.checker.view import fragment, report

DRAFT_LIMIT = 20_000
OTHERS_LIMIT = 20
# Which step of a plan a kind of letter belongs to.
ACTIONS = {
    "thank-you": "thank-you",
    "pass-on": "thank-you",
    "check-in": "check-in",
    "second-check-in": "second-check-in",
    "competing-offer": "tell-offer",
    "rejection-reply": "ask-feedback",
    "stay-in-touch": "stay-in-touch",
    "card": "card",
    "answer": "answer",
    "accept": "answer",
}


def _guesses() -> Choices:
    return (*choices("guessed"), *((letter.id, letter.title) for letter in letters.letters().values()))


def _formats() -> Choices:
    return (*choices("unsaid"), *choices("formats"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """A draft, and what the reader tells about it."""

    draft: str = asked("checker.draft", kind="long", needed=True, limit=DRAFT_LIMIT, private=True)
    subject: str = asked("checker.subject", private=True)
    letter: str = asked("checker.letter", kind="choice", choices=_guesses)
    format: str = asked("checker.format", kind="choice", choices=_formats)
    sent_at: dt.datetime | None = asked("checker.sent_at", kind="moment", rare=True, default=None)
    items: tuple[str, ...] = asked("checker.items", rare=True, default=())
    earlier: tuple[str, ...] = asked("checker.earlier", rare=True, default=(), private=True)
    others: tuple[str, ...] = asked("checker.others", kind="long", rare=True, default=(), private=True)
    case: Case | None = asked("tool.case", default=None)
    step: str = asked("tool.step", rare=True)


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """Gives what is wrong across fields: an empty draft, too many others, a case that contradicts itself."""
    found = list(check.problems(values, now, path="case.")) if "case.rounds" in values else []
    draft, others = values.get("draft"), values.get("others")
    if isinstance(draft, str) and not draft.strip():
        found.append(Problem(field="draft", message=question_words("checker.draft").enter))
    if isinstance(others, int) and others > OTHERS_LIMIT:
        found.append(Problem(field="others", message=problem_words("others", limit=OTHERS_LIMIT)))
    return tuple(found)


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """Gives the findings of a draft as data, as the marked draft for the page, and as a text to take along."""
    try:
        plan = _plan(questions.case, now) if questions.case else None
    except calendars.OutOfCoverage as beyond:
        # A draft can be judged without dates; a step has no meaning then.
        if questions.step:
            return Answer(problems=(Problem(field="case.rounds", message=beyond.advice),))
        plan = None
    if questions.step and not (plan and _named(plan, questions.step)):
        return Answer(problems=(Problem(field="step", message=problem_words("step")),))
    draft = _in_case(_draft(questions, plan, now), questions, plan)
    reading = read(draft)
    findings = judge(reading)
    data = {
        "kind": reading.kind,
        "guessed": not draft.letter,
        "unseen": unseen(reading),
        "findings": [record(finding) for finding in findings],
        "counts": asdict(reading.counts),
    }
    text = report(draft.text, draft.letter, data, findings)
    files = (File(name="findings.txt", type="text/plain;charset=utf-8", text=text),)
    return Answer(data=data, fragment=fragment(reading, data, findings), files=files)


def _draft(questions: Questions, plan: Plan | None, now: dt.datetime) -> Draft:
    step = _named(plan, questions.step) if plan else None
    return Draft(
        text=questions.draft,
        subject=questions.subject,
        letter=questions.letter or (step.letter if step else ""),
        format=questions.format,
        items=tuple(filter(None, questions.items)),
        earlier_subjects=tuple(filter(None, questions.earlier)),
        others=tuple(filter(None, questions.others)),
        sent_on=_sent_on(questions.sent_at or now, questions.case),
    )


def _in_case(draft: Draft, questions: Questions, plan: Plan | None) -> Draft:
    """Gives the draft with what the case and its plan know about it."""
    case = questions.case
    if case is None:
        return draft
    draft = replace(draft, met=tuple(one.round.date for one in tell(case).meetings if not one.cancelled))
    step = _step(draft, questions.step, plan) if plan else None
    stopped = plan is not None and _has_stopped(step, plan)
    promise = as_it_stands(case).promise
    return replace(
        draft,
        format=draft.format or _format(case, step),
        company=case.company,
        role=case.role,
        people=tuple(one.name for held in case.rounds for one in held.interviewers if one.name),
        other_offer=any(event.kind == "offer-elsewhere" for event in case.events),
        window=step.window if step and not stopped else None,
        stopped=stopped,
        reads=zone_countries.country_read(case.my_zone, case.country),
        sent_at=_on_their_clock(questions.sent_at, case),
        touches_left=plan.touches_left if plan else None,
        promise="none" if promise.kind == "said" else promise.kind,
        promised_by=promise.by,
    )


def _plan(case: Case, now: dt.datetime) -> Plan:
    return planning.plan(case, now, calendars.calendar_of(case))


def _named(plan: Plan, id: str) -> Step | None:
    return next((step for step in plan.steps if step.id == id), None)


def _step(draft: Draft, id: str, plan: Plan) -> Step | None:
    """Gives the step that was named, else the open step that the kind of letter belongs to."""
    action = ACTIONS.get(kind_of(draft.letter) or guess(draft))
    # After a task the first check-in asks whether it arrived.
    actions = (action, "ask-arrived") if action == "check-in" else (action,)
    fitting = [step for step in plan.steps if step.action in actions]
    opened = [step for step in fitting if step.is_open]
    return _named(plan, id) or next(iter(opened or fitting), None)


def _has_stopped(step: Step | None, plan: Plan) -> bool:
    """Tells whether the wait is over for good, and with it the step that the draft is for."""
    waits = plan.state in ("ahead", "held", "over")
    # A thank-you may be read again after it was sent; another check-in is one too many.
    counts = step is not None and step.action in ROUND_ASKS
    return not waits and (step is None or step.status == "dropped" or (counts and step.status == "done"))


def _format(case: Case, step: Step | None) -> str:
    """Gives how the interview was held, "phone" where the phone rule applies."""
    meetings = tell(case).meetings
    meeting = next((one for one in meetings if step and one.number == step.round), meetings[-1] if meetings else None)
    if meeting is None or not meeting.has_format:
        return ""
    return "phone" if meeting.follows_phone_rule else meeting.round.format


def _on_their_clock(moment: dt.datetime | None, case: Case) -> dt.datetime | None:
    return clock.aware(moment, place_of(case)) if moment else None


def _sent_on(moment: dt.datetime, case: Case | None) -> tuple[dt.date, ...]:
    """Gives the day of sending, as it is where the interview was and where the reader is."""
    if case is None:
        return (moment.date(),)
    there = place_of(case)
    sent = clock.aware(moment, there)
    zones = (there, clock.zone(case.my_zone) if case.my_zone else sent.tzinfo)
    return tuple(dict.fromkeys(sent.astimezone(zone).date() for zone in zones))
