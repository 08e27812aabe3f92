"""A plan in words for people: what the panel shows and the plain text to copy."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache

from markupsafe import Markup

from followup.dates import clock
from followup.files import identity
from followup.model.case import APPROACHES, Case
from followup.model.plan import Notice, Plan, Window
from followup.render import panels, timeline
from followup.words.moments import reader
from followup.words.steps import StepView, Tap, label, step_view, tap, touches, words


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanView:
    """Everything that a page or a terminal shows of a plan."""

    about: str
    next: StepView | None
    nothing: str
    steps: tuple[StepView, ...]
    replies: tuple[Tap, ...]
    notices: tuple[Notice, ...]
    approach: str
    ends: str
    touches: str
    picture: Markup
    # What is to be known of its calendar entries, where the case has no id.
    entries: str


def view(plan: Plan, case: Case, now: datetime) -> PlanView:
    """Gives the words of a plan; `now` is aware and on the reader's clock."""
    who = reader(now, case.my_zone, case.country)
    steps = tuple(step_view(step, who) for step in plan.steps)
    return PlanView(
        about=" at ".join(filter(None, (case.role, case.company))),
        next=next((step for step in steps if step.id == plan.next), None),
        nothing=words()["nothing_next"],
        steps=steps,
        replies=_replies(case, now),
        notices=plan.notices,
        approach=_approach(case.approach),
        ends=clock.spoken_day(plan.ends) if plan.ends else "",
        touches=touches(plan),
        picture=timeline.timeline((*_interviews(case), *_rows(plan)), now, country=who.country),
        entries=identity.note(case),
    )


def fragment(view: PlanView) -> str:
    """Gives the panel of a plan."""
    return panels.panel("plan", view=view, text=plan_text(view))


def plan_text(view: PlanView) -> str:
    """Gives the plan as plain text, to copy or for a terminal."""
    lines = [f"Following up: {view.about}" if view.about else "Following up", ""]
    if view.next:
        lines += [f"{view.next.lead}: {view.next.title}, {view.next.best.both} ({view.next.best.away})", ""]
    for step in view.steps:
        lines += [
            f"- {step.title} [{step.status_words}]",
            *_when(step),
        ]
    lines += ["", *(notice.text for notice in view.notices), view.touches]
    lines += [f"The plan ends on {view.ends}."] if view.ends else []
    return "\n".join(lines).rstrip() + "\n"


def _when(step: StepView) -> Iterator[str]:
    """The bounds of a step, or only when it was done."""
    if step.status == "done":
        yield f"    {step.best.both}"
    else:
        yield from (f"    {bound.name}: {bound.when.both}" for bound in step.bounds)


def _replies(case: Case, now: datetime) -> tuple[Tap, ...]:
    """Nothing can have come back before the first interview."""
    first = min(one.date for one in case.rounds) if case.rounds else now.date()
    # A day's grace: the reader's date may be behind the recipient's.
    return _all_replies() if now.date() >= first - timedelta(days=1) else ()


@lru_cache(maxsize=1)
def _all_replies() -> tuple[Tap, ...]:
    return tuple(map(tap, words()["replies"]))


def _approach(approach: str) -> str:
    return str(words()["approaches"].get(approach) or f"{dict(APPROACHES)[approach]}.")


def _interviews(case: Case) -> Iterator[timeline.Row]:
    for number, one in enumerate(case.rounds, 1):
        at = clock.local(one.date, one.ends or one.starts or time(12), clock.zone(one.zone))
        name = f"Interview {number}" if len(case.rounds) > 1 else "Interview"
        yield timeline.Row(label=name, kind="interview", earliest=at, target=at, latest=at)


def _rows(plan: Plan) -> Iterator[timeline.Row]:
    for step in plan.steps:
        if step.status != "dropped":
            # What is done has a day and no window any more.
            window = (
                Window(earliest=step.done_at, target=step.done_at, latest=step.done_at) if step.done_at else step.window
            )
            yield timeline.Row(
                label=label(step),
                kind=step.status,
                earliest=window.earliest,
                target=window.target,
                latest=window.latest,
            )
