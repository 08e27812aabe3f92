"""Your interviews: every application with its next step, overdue first, and one calendar file for all."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import accumulate, repeat
from typing import Any

from followup import forms, planning
from followup.case import check
from followup.dates import calendars, clock
from followup.files import ics, identity
from followup.model.answer import Answer, File, Problem
from followup.model.case import Case
from followup.model.language import dated
from followup.model.plan import Plan, Step
from followup.model.question import NAME_LIMIT, asked
from followup.model.wording import choices, problem_words, view_words
from followup.render import panels
from followup.tools.interviews import clashes, record, rows, taken
from followup.tools.interviews.closing import closing
from followup.words.cleaning import clean_line
from followup.words.moments import Reader, reader, window_data
from followup.words.wording import role_at

CALENDAR = "interviews.ics"
# What the short texts of a case are called: their problems do not say which one they mean.
LABELS = {
    forms.key_of(part): part.metadata["question"].words.label
    for part in fields(Case)
    if part.metadata["question"].kind in ("text", "line")
}
# What needs the reader first stands first; what cannot be read stands last.
ORDER = ("overdue", "due", "over", "waiting", "", "closed", "unfinished", "damaged")
# More plans at once are more work than a phone bears; the interviews themselves are all listed.
PLANNED = 100
# Work is counted in people, rounds and events: twice what a hundred busy applications have.
MOST_WORK = 3_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """One application under the reader's own name for it.

    All three are read by this tool itself: one that is half filled, damaged or oddly named must not hide the others.
    """

    id: Any = asked("named.id", kind="any", default="")
    name: Any = asked("named.name", kind="any", default="", private=True)
    case: Any = asked("named.case", kind="any", default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """All applications, each with its own case."""

    cases: tuple[Named, ...] = asked("interviews.cases", default=(), limit=1_000)


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """One application, with its plan, or with the first thing that is missing."""

    named: Named
    case: Case | None
    plan: Plan | None
    wrong: tuple[Problem, ...]

    @property
    def step(self) -> Step | None:
        """The step to look at now."""
        return next((one for one in self.plan.steps if one.id == self.plan.next), None) if self.plan else None

    @property
    def status(self) -> str:
        """How that step stands; empty if nothing is left, "unfinished" or "damaged" if the case cannot be read."""
        if self.plan is None:
            return "unfinished" if isinstance(self.named.case, Mapping) else "damaged"
        return self.step.status if self.step else ""

    @property
    def id(self) -> str:
        """The number that came with it."""
        return self.named.id if isinstance(self.named.id, str) else ""

    @property
    def name(self) -> str:
        """The reader's own name for it, else the company, on one line and no longer than a name may be."""
        case = self.named.case if isinstance(self.named.case, Mapping) else {}
        names = (
            clean_line(name)[:NAME_LIMIT] for name in (self.named.name, case.get("company")) if isinstance(name, str)
        )
        return next(filter(None, names), view_words("interviews.nameless"))

    @property
    def is_closed(self) -> bool:
        """True once it is closed and nobody waits for an answer: it is folded away, and can be opened again."""
        return self.plan is not None and self.plan.state == "closed" and self.step is None

    @property
    def about(self) -> str:
        """Role and company, as far as they are not its name already."""
        case = self.case
        return role_at(case.role, case.company if case.company != self.name else "") if case else ""


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """Gives nothing: what is wrong inside one case stands beside it in the answer."""
    return ()


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """Gives the applications in the order they need the reader, and one calendar of all plans."""
    so_far = accumulate(_work(named.case) for named in questions.cases)
    bearable = (at < PLANNED and work <= MOST_WORK for at, work in enumerate(so_far))
    seen = sorted(map(_seen, questions.cases, repeat(now), bearable), key=_order)
    planned = [(one.case, one.plan) for one in seen if one.case and one.plan]
    ids = iter(identity.identities([case for case, _ in planned]))
    sent = record.entries(case for case, _ in planned)
    met = clashes.clashes(_sendings(seen, now))
    leave = taken.withdrawal(_places(seen))
    who = reader(now, next((case.my_zone for case, _ in planned), ""), "")
    shown = [_row(one, now) for one in seen]
    file = File(name=CALENDAR, type="text/calendar", text=ics.calendar_of_all(planned, now))
    return Answer(
        data={
            "interviews": [
                _data(one, row, next(ids) if one.case else "") for one, row in zip(seen, shown, strict=True)
            ],
            "clashes": [_clash(one, who) for one in met],
            "withdraw": {"ids": list(leave.ids), "says": leave.says} if leave else None,
            "record": [dict(zip(record.HEAD, one.cells, strict=True)) for one in sent],
        },
        fragment=panels.panel(
            "interviews",
            today=_today(shown, who),
            groups=[
                (words, here) for id, words in choices("row_groups") if (here := [r for r in shown if r.group == id])
            ],
            closed=[row for row in shown if row.group == "closed"],
            all=shown,
            clashes=[one.says(who) for one in met],
            leave=leave,
            record=sent,
            record_file=record.NAME if sent else "",
            calendar=CALENDAR if planned else "",
            entries=next(filter(None, (identity.note(case) for case, _ in planned)), ""),
        ),
        files=(*((file,) if planned else ()), *((record.file(sent),) if sent else ())),
    )


def _work(case: Any) -> int:
    """How much there is to plan: an application, its rounds, the people in them and what happened."""
    told = case if isinstance(case, dict) else {}
    rounds, events = (part if isinstance(part, list) else [] for part in (told.get("rounds"), told.get("events")))
    people = (one.get("interviewers") for one in rounds if isinstance(one, dict))
    return 1 + len(rounds) + len(events) + sum(len(one) for one in people if isinstance(one, list))


def _seen(named: Named, now: dt.datetime, is_bearable: bool) -> Seen:
    if not isinstance(named.case, dict) or not is_bearable:
        return Seen(named=named, case=None, plan=None, wrong=_unplanned(named))
    reading = forms.read(Case, named.case)
    found = (*reading.problems, *check.problems(reading.values, now))
    case = reading.value
    if case is None or found:
        return Seen(named=named, case=None, plan=None, wrong=found)
    try:
        calendar = calendars.calendar_of(case)
        return Seen(named=named, case=case, plan=planning.plan(case, now, calendar), wrong=())
    except calendars.OutOfCoverage as beyond:
        wrong = Problem(field="rounds", message=beyond.advice)
        return Seen(named=named, case=None, plan=None, wrong=(wrong,))


def _unplanned(named: Named) -> tuple[Problem, ...]:
    if isinstance(named.case, dict):
        message = problem_words("entries", planned=PLANNED)
        return (Problem(field="", message=message),)
    return (Problem(field="", message=problem_words("damaged")),)


def _sendings(seen: Iterable[Seen], now: dt.datetime) -> Iterator[clashes.Sending]:
    for one in seen:
        if one.case and one.plan and not one.is_closed:
            yield from clashes.sendings(one.name, one.id, one.case, one.plan, now)


def _places(seen: Iterable[Seen]) -> Iterator[taken.Place]:
    for one in seen:
        if one.case and one.plan:
            yield taken.Place(name=one.name, id=one.id, case=one.case, plan=one.plan)


def _clash(clash: clashes.Clash, who: Reader) -> dict[str, Any]:
    return {
        "to": clash.sendings[0].to,
        "ids": [one.id for one in clash.sendings],
        "at": clock.iso(clash.at),
        "says": clash.says(who),
    }


def _rank(seen: Seen) -> int:
    """What is over by plan is in no hurry: it stands after what is due (law 2)."""
    unhurried = seen.plan is not None and seen.plan.state == "over"
    return ORDER.index("closed" if seen.is_closed else "over" if unhurried else seen.status)


def _order(seen: Seen) -> tuple[int, dt.datetime]:
    """Overdue first, then by the day it has to be done; what has no day at the end."""
    step = seen.step
    until = step.window.latest if step and step.status == "overdue" else step.window.target if step else None
    return _rank(seen), clock.instant(until) if until else dt.datetime.max.replace(tzinfo=dt.UTC)


def _data(seen: Seen, row: rows.Row, calendar_id: str) -> dict[str, Any]:
    """One application as data; `calendar_id` is what its calendar entries are known by, empty without a plan."""
    step = seen.step
    return {
        "id": seen.id,
        "name": seen.name,
        "status": seen.status,
        "state": seen.plan.state if seen.plan else "",
        "turn": row.group,
        "says": {"do": row.do, "who": row.who, "when": row.when},
        "look_again": seen.plan.look_again.isoformat() if seen.plan and seen.plan.look_again else "",
        "calendar": {"id": calendar_id, "note": identity.note(seen.case) if seen.case else ""},
        "next": {"id": step.id, "action": step.action, "to": list(step.to), "window": window_data(step.window)}
        if step
        else None,
        "problems": [{"field": problem.field, "message": problem.message} for problem in seen.wrong],
    }


def _row(seen: Seen, now: dt.datetime) -> rows.Row:
    case, plan, step = seen.case, seen.plan, seen.step
    group = rows.group(plan, step, now, case.my_zone) if case and plan else "unfinished"
    do, when = rows.words(case, plan, step, now, group) if case and plan else ("", "")
    return rows.Row(
        id=seen.id,
        name=seen.name,
        who=", ".join(filter(None, (seen.name, seen.about))),
        group=group,
        do=do,
        when=_closed(seen) or _unhurried(seen) or when,
        wrong=next(_messages(seen), ""),
        is_damaged=seen.status == "damaged",
        closing=closing(seen.id, seen.name, seen.plan),
    )


def _today(shown: Iterable[rows.Row], who: Reader) -> str:
    """How much there is to do today, in a sentence."""
    count = sum(row.group == "today" for row in shown)
    day = dated("weekday", who.today)
    return view_words("interviews.today", count=count, day=day) if count else view_words("interviews.free", day=day)


def _closed(seen: Seen) -> str:
    """Why a closed one is closed."""
    if seen.plan is None or not seen.is_closed:
        return ""
    return next((one.text for one in seen.plan.notices if one.kind.startswith("closed")), "")


def _unhurried(seen: Seen) -> str:
    """What is said of one that is over by plan: it has a day, and no hurry."""
    told = seen.plan.notices if seen.plan else ()
    return next((one.text for one in told if one.kind == "over"), "")


def _messages(seen: Seen) -> Iterator[str]:
    """What is wrong, each with the name of its field where the field's own words do not tell it."""
    return (_told(problem) for problem in seen.wrong)


def _told(problem: Problem) -> str:
    """A problem that says which answer it means: "Company: Enter at most 200 characters"."""
    label = LABELS.get(problem.field, "")
    return f"{label}: {problem.message}" if label else problem.message
