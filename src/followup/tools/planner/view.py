"""A plan in words for people: what the panel shows and the plain text to copy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from followup import data
from followup.dates import calendars, clock
from followup.files import identity, mail
from followup.model.case import Case, approaches
from followup.model.plan import Notice, Plan, Step
from followup.model.wording import view_words
from followup.planning.notices import ASKS_TODAY
from followup.planning.resuming import resumed
from followup.planning.voices import Voices, voices
from followup.render import panels
from followup.tools.planner import beside, rows
from followup.tools.planner.beside import LawRow, Rather, Take
from followup.tools.planner.days import Choice, choices, clocks, days
from followup.tools.planner.news import News, can_tell
from followup.tools.planner.past import Past, past
from followup.tools.planner.preview import Preview, preview
from followup.tools.planner.recap import Recap, recap, recap_words
from followup.tools.planner.rows import StepRow
from followup.words.lead import Lead, day_words, lead, standing
from followup.words.moments import Reader, reader
from followup.words.steps import StepView, step_view, touches, words
from followup.words.wording import entry_words, role_at

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Again:
    """What a second save of the calendar file does, in a sentence, and the words of the way to more."""

    words: str
    link: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanView:
    """Everything that a page or a terminal shows of a plan."""

    about: str
    # The day on which it was planned, on the reader's clock.
    today: str
    next: StepView | None
    lead: Lead | None
    letter: Preview | None
    # Others who get the same on the same day, each with their own letter.
    also: tuple[StepView, ...]
    later: tuple[StepRow, ...]
    dropped: tuple[StepView, ...]
    past: tuple[Past, ...]
    recap: Recap
    nothing: str
    # What is said while the next step waits.
    rests: str
    # Where the process stands and since when, once something is known of it; and the day to come back on.
    standing: tuple[str, str]
    look_again: str
    steps: tuple[StepView, ...]
    # What further sources say, by the id of the step.
    voices: Mapping[str, Voices]
    news: News | None
    notices: tuple[Notice, ...]
    about_days: tuple[Notice, ...]
    alternative: Rather | None
    approach: str
    ends: str
    # The day by which the law makes them tell, on a line of its own.
    law: LawRow | None
    touches: str
    picture: Markup
    # What is to be known of its calendar entries, where the case has no id.
    entries: str
    again: Again
    # Whose days were counted, and what else may be chosen in one tap.
    days: str
    choices: tuple[Choice, ...]
    # What takes back the day that words were read as.
    forget: Choice | None
    # Where it can go, and at which hour; nothing where nothing is to be done.
    take: Take | None
    # Hours by our zones, for the page to hold against the device's own.
    clocks: str
    clocks_differ: str


def view(plan: Plan, case: Case, now: datetime, forget: Choice | None = None) -> PlanView:
    """Gives the words of a plan; `now` is aware and on the reader's clock, `forget` takes back a day said in words."""
    who = reader(now, case.my_zone, case.country)
    calendar = calendars.calendar_of(case)
    views = {step.id: step_view(step, who) for step in plan.steps}
    first = next((step for step in plan.steps if step.id == plan.next), None)
    together = rows.together(plan, first)
    told = _voices(plan, case)
    is_asked = any(one.kind in ASKS_TODAY for one in plan.notices)
    again = {step.id: resumed(step, now, calendar) for step in plan.steps if step.is_open or step is first}
    return PlanView(
        about=role_at(case.role, case.company),
        today=clock.spoken_day(who.today),
        next=views[first.id] if first else None,
        lead=_lead(first, together, who, now, again[first.id]) if first else None,
        letter=preview(first, case, views[first.id].writer, again[first.id]) if first else None,
        take=beside.take(first, who, now, again[first.id]) if first else None,
        also=tuple(views[step.id] for step in together if step is not first),
        later=tuple(rows.later(plan, together, views, told, who, now, again)),
        dropped=tuple(views[step.id] for step in plan.steps if step.status == "dropped"),
        past=past(case, now),
        recap=recap(case, calendar, who),
        nothing=words()["rests_but" if is_asked else "nothing_next"],
        rests=words()["rests_but" if is_asked else "rests"],
        standing=standing(plan, who) if plan.state not in ("held", "ahead") else ("", ""),
        look_again=day_words(plan.look_again, who) if plan.look_again and first is None else "",
        steps=tuple(views.values()),
        voices=told,
        news=can_tell(plan, case, now),
        notices=tuple(one for one in plan.notices if one.kind not in ABOUT_DAYS | SAID),
        about_days=tuple(one for one in plan.notices if one.kind in ABOUT_DAYS),
        alternative=beside.rather(plan, first, who),
        approach=_approach(case.approach),
        ends=clock.spoken_day(plan.ends) if plan.ends else "",
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


def _voices(plan: Plan, case: Case) -> Mapping[str, Voices]:
    found = {step.id: voices(step, case) for step in plan.steps if step.is_open}
    return {id: one for id, one in found.items() if one}


def _lead(first: Step, together: Sequence[Step], who: Reader, now: datetime, again: datetime) -> Lead:
    names = tuple(name for step in together for name in step.to)
    return lead(first, names, who, now, again)


def fragment(view: PlanView) -> str:
    """Gives the panel of a plan."""
    text = plan_text(view)
    myself = next(filter(None, (mail.mailto("", words()["to_myself"], one) for one in (text, _short_text(view)))), "")
    return panels.panel("plan", view=view, text=text, to_myself=myself, site=data.name())


def plan_text(view: PlanView) -> str:
    """Gives the plan as plain text, to copy or for a terminal."""
    lines = [_head(view), ""]
    if view.next:
        lines += [f"{view.next.lead}: {view.next.title}, {view.next.best.both} ({view.next.best.away})", ""]
    elif view.look_again:
        lines += [view_words("plan.look_again", day=view.look_again), ""]
    for step in view.steps:
        lines += [
            f"- {step.title} [{step.status_words}]",
            *_when(step),
        ]
    lines += ["", *(notice.text for notice in view.notices), view.touches]
    lines += [view_words("plan.ends", day=view.ends)] if view.ends else []
    return "\n".join(lines).rstrip() + "\n"


def _head(view: PlanView) -> str:
    return view_words("plan.head_about", about=view.about) if view.about else view_words("plan.head")


def _short_text(view: PlanView) -> str:
    """The plan with one line a step, for a link that would be too long with all its hours."""
    steps = (f"- {step.title}: {step.best.both}" for step in view.steps if step.status != "dropped")
    return "\n".join((_head(view), "", *steps))


def _when(step: StepView) -> Iterator[str]:
    """The bounds of a step, or only when it was done."""
    if step.status == "done":
        yield f"    {step.best.both}"
    else:
        yield from (f"    {bound.name}: {bound.when.both}" for bound in step.bounds)


def _approach(approach: str) -> str:
    return str(words()["approaches"].get(approach) or f"{dict(approaches())[approach]}.")
