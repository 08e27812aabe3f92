"""One application as the list sees it: with its plan, or with what is wrong in it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from followup import forms, planning
from followup.case import check
from followup.dates import calendars, clock
from followup.model.answer import Problem
from followup.model.case import Case
from followup.model.plan import Plan, Step
from followup.model.question import NAME_LIMIT, asked
from followup.model.wording import problem_words, view_words
from followup.words.cleaning import clean_line
from followup.words.wording import role_at

# What needs the reader first stands first; what cannot be read stands last.
ORDER = ("overdue", "due", "over", "waiting", "", "closed", "unfinished", "damaged")
# Word of an offer from elsewhere, and the wish for more time for it.
OF_OTHER_OFFERS = ("tell-offer", "ask-time")
# More plans at once are more work than a phone bears; the interviews themselves are all listed.
PLANNED = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """One application under the reader's own name for it.

    All three are read by this tool itself: one that is half filled, damaged or oddly named must not hide the others.
    """

    id: Any = asked("named.id", kind="any", default="")
    name: Any = asked("named.name", kind="any", default="", private=True)
    case: Any = asked("named.case", kind="any", default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Application:
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


def seen_of(named: Named, now: dt.datetime, is_bearable: bool) -> Application:
    """Gives an application with its plan, if it can be read and is not one too many."""
    if not isinstance(named.case, dict) or not is_bearable:
        return Application(named=named, case=None, plan=None, wrong=_unplanned(named))
    reading = forms.read(Case, named.case)
    found = (*reading.problems, *check.problems(reading.values, now))
    case = reading.value
    if case is None or found:
        return Application(named=named, case=None, plan=None, wrong=found)
    try:
        calendar = calendars.calendar_of(case)
        return Application(named=named, case=case, plan=planning.plan(case, now, calendar), wrong=())
    except calendars.OutOfCoverage as beyond:
        wrong = Problem(field="rounds", message=beyond.advice)
        return Application(named=named, case=None, plan=None, wrong=(wrong,))


def _unplanned(named: Named) -> tuple[Problem, ...]:
    if isinstance(named.case, dict):
        message = problem_words("entries", planned=PLANNED)
        return (Problem(field="", message=message),)
    return (Problem(field="", message=problem_words("damaged")),)


def order(seen: Application, now: dt.datetime) -> tuple[bool, int, dt.datetime]:
    """What an offer ends today, then overdue, then by the day it has to be done; what has no day at the end."""
    step = seen.step
    until = step.window.latest if step and step.status == "overdue" else step.window.target if step else None
    by = clock.instant(until) if until else dt.datetime.max.replace(tzinfo=dt.UTC)
    return not _ends_today(seen, now), _rank(seen), by


def _ends_today(seen: Application, now: dt.datetime) -> bool:
    """True for a step about an offer on its last day or after it: the offer may be gone tomorrow (O4, O36)."""
    step, plan = seen.step, seen.plan
    if step is None or plan is None or step.status not in ("due", "overdue"):
        return False
    is_of_offer = plan.state == "offer-written" or step.action in OF_OTHER_OFFERS
    here = step.window.latest.tzinfo
    return is_of_offer and step.window.latest.date() <= now.astimezone(here).date()


def _rank(seen: Application) -> int:
    """What is over by plan is in no hurry: it stands after what is due (law 2)."""
    unhurried = seen.plan is not None and seen.plan.state == "over"
    return ORDER.index("closed" if seen.is_closed else "over" if unhurried else seen.status)
