"""A plan in words for people: what the panel shows and the plain text to copy."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from followup import data
from followup.case.history import place_of
from followup.dates import calendars, clock
from followup.files import identity, mail
from followup.model.case import Case, approaches
from followup.model.plan import Plan, Step
from followup.planning.notices import ASKS_TODAY
from followup.planning.resuming import resumed
from followup.planning.voices import Voices, voices
from followup.render import panels
from followup.tools.planner import beside, rows
from followup.tools.planner.days import FieldButton, choices, clocks, days
from followup.tools.planner.news import can_tell
from followup.tools.planner.past import past
from followup.tools.planner.plain_text import plan_text, short_text
from followup.tools.planner.plan_view import Again, PlanView
from followup.tools.planner.preview import preview, spoken_by
from followup.tools.planner.recap import recap, recap_words
from followup.tools.planner.whose import WHOSE, whose
from followup.words.lead import Lead, day_words, lead, lead_words, standing
from followup.words.moments import Reader, reader
from followup.words.steps import StepView, say_for, step_view, touches
from followup.words.wording import entry_words, plan_words, role_at

# What explains the days counted stands folded; what changes what to do stands in sight.
ABOUT_DAYS = frozenset(
    {
        "holiday-skipped",
        "every-region",
        "private-shut",
        "public-shut",
        "private-works",
        "public-works",
        "some-away",
        "plain-week",
        "estimated",
        "estimated-moving",
        "silent",
        "interview-on-day-off",
        "end-from-start",
    }
)
# The lead says it already.
SAID = frozenset({"alternative"})


def view(plan: Plan, case: Case, now: datetime, forget: FieldButton | None = None) -> PlanView:
    """Gives the words of a plan; `now` is aware and on the reader's clock, `forget` takes back a day said in words."""
    who = reader(now, case.my_zone, case.country, place_of(case))
    who = replace(who, names_places=len({str(step.window.target.tzinfo) for step in plan.steps}) > 1)
    calendar = calendars.calendar_of(case)
    views = {step.id: _step_view(step, who) for step in plan.steps}
    first = next((step for step in plan.steps if step.id == plan.next), None)
    together = rows.together(plan, first)
    told = _voices(plan, case)
    is_asked = any(one.kind in ASKS_TODAY for one in plan.notices)
    rests = not is_asked and _rests(plan, first)
    again = {step.id: resumed(step, now, calendar) for step in plan.steps if step.is_open or step is first}
    later = tuple(rows.later(plan, together, views, told, who, now, again))
    return PlanView(
        about=role_at(case.role, case.company),
        today=clock.spoken_day(who.today),
        next=_next(views[first.id], again[first.id], now) if first else None,
        when=_when(first, who, now, again[first.id]) if first else "",
        lead=_lead(first, together, who, now, again[first.id], rests=rests) if first else None,
        letter=preview(first, case, views[first.id].writer, again[first.id]) if first else None,
        take=beside.take(first, who, now, again[first.id]) if first else None,
        also=tuple(views[step.id] for step in together if step is not first),
        later=later,
        whose=whose(plan, case),
        whose_asked=WHOSE if first else frozenset(),
        sections=tuple(rows.sections(later)),
        dropped=tuple(views[step.id] for step in plan.steps if step.status == "dropped"),
        past=past(case, now),
        recap=recap(case, calendar, who, now),
        nothing=plan_words()["rests_but" if is_asked else "nothing_next"],
        rests=plan_words()["rests_but" if is_asked else "rests"],
        standing=standing(plan, who) if plan.state not in ("held", "ahead") else ("", ""),
        look_again=day_words(plan.look_again, who) if plan.look_again and first is None else "",
        steps=tuple(views.values()),
        voices=told,
        news=can_tell(plan, case, now),
        notices=tuple(one for one in plan.notices if one.kind not in ABOUT_DAYS | SAID),
        about_days=tuple(one for one in plan.notices if one.kind in ABOUT_DAYS),
        alternative=beside.rather(plan, first, who),
        approach=_approach(case.approach),
        ends=clock.spoken_day(plan.ends) if plan.ends and plan.ends >= who.today else "",
        law=beside.by_law(plan, case),
        touches=touches(plan),
        picture=rows.picture(plan, first, together, who, again),
        entries=identity.note(case),
        again=Again(words=entry_words()["again"], link=entry_words()["again_link"]),
        days=days(case, calendar),
        choices=choices(case, calendar),
        forget=forget,
        clocks=clocks(plan, case),
        clocks_differ=recap_words()["days"]["clocks_differ"],
    )


def _step_view(step: Step, who: Reader) -> StepView:
    """The words of a step; what is to be said has no letter to write."""
    found = step_view(step, who)
    return replace(found, writer="") if spoken_by(step) else found


def _next(found: StepView, again: datetime, now: datetime) -> StepView:
    """What is due, but best on another day, is no thing to do now."""
    is_later = found.status == "due" and again.date() > now.astimezone(again.tzinfo).date()
    return replace(found, lead=plan_words()["leads"]["waiting"]) if is_later else found


def _voices(plan: Plan, case: Case) -> Mapping[str, Voices]:
    found = {step.id: voices(step, case) for step in plan.steps if step.is_open}
    return {id: one for id, one in found.items() if one}


def _when(first: Step, who: Reader, now: datetime, again: datetime) -> str:
    """The moment for it from now on; what has no hour to wait for is for today."""
    said = say_for(first, again, who)
    return f"{said.both} ({said.away})" if clock.instant(again) > clock.instant(now) else clock.spoken_day(who.today)


def _lead(first: Step, together: Sequence[Step], who: Reader, now: datetime, again: datetime, *, rests: bool) -> Lead:
    """The sentence that leads; who has nothing left but to wait is told so, and asks nobody why."""
    names = tuple(name for step in together for name in step.to)
    found = lead(first, names, who, now, again)
    return replace(found, fine=lead_words()["their_turn"]) if rests else found


def _rests(plan: Plan, first: Step | None) -> bool:
    """True where only the day to let go is left; a task that is not handed in is the reader's own turn."""
    is_end = first is not None and first.action == "let-go" and first.status == "waiting"
    return is_end and plan.state != "task"


def fragment(view: PlanView) -> str:
    """Gives the panel of a plan."""
    text = plan_text(view)
    myself = next(
        filter(None, (mail.mailto("", plan_words()["to_myself"], one) for one in (text, short_text(view)))), ""
    )
    return panels.panel("plan", view=view, text=text, to_myself=myself, site=data.name())


def _approach(approach: str) -> str:
    return str(plan_words()["approaches"].get(approach) or f"{dict(approaches())[approach]}.")
