"""A plan in words for people: what the panel shows and the plain text to copy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from markupsafe import Markup

from followup import data
from followup.dates import calendars, clock
from followup.files import identity, links, mail
from followup.model.case import Case, approaches
from followup.model.language import dated
from followup.model.plan import Notice, Plan, Step
from followup.model.wording import view_words
from followup.planning.voices import Voices, voices
from followup.render import panels, weeks
from followup.rules import customs
from followup.tools.planner.days import Choice, choices, clocks, days
from followup.tools.planner.news import News, news
from followup.tools.planner.past import Past, past
from followup.tools.planner.preview import Preview, preview
from followup.tools.planner.recap import Recap, recap, recap_words
from followup.words.lead import Lead, between_hours, day_words, lead, named_day, short, short_day, standing
from followup.words.moments import Reader, near_day, reader
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
# They ask for something today that is no step of the plan, so nobody is told that there is nothing to do (law 1).
ASKS_TODAY = frozenset({"accepted-elsewhere", "agency-call"})
# The lead says it already.
SAID = frozenset({"alternative"})


@dataclass(frozen=True, kw_only=True, slots=True)
class StepRow:
    """One later step: its number on the line, a few words, its day, and all the rest."""

    number: int
    words: str
    day: str
    lead: Lead
    step: StepView
    voices: Voices | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LawRow:
    """What the law makes them do, in a few words, and by which day."""

    words: str
    day: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Again:
    """What a second save of the calendar file does, in a sentence, and the words of the way to more."""

    words: str
    link: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rather:
    """Another window that is as good: a question with its day and hours on the reader's clock, and the reason."""

    words: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Take:
    """Links that take the next step along to calendars on the web; they hold a title and an hour."""

    google: str
    outlook: str
    # When the email is to go, on the reader's clock; empty once that hour is here.
    send_at: str


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
    together = _together(plan, first)
    told = _voices(plan, case)
    return PlanView(
        about=role_at(case.role, case.company),
        today=clock.spoken_day(who.today),
        next=views[first.id] if first else None,
        lead=_lead(first, together, who, now) if first else None,
        letter=preview(first, case, views[first.id].writer, now) if first else None,
        take=_take(first, who, now) if first else None,
        also=tuple(views[step.id] for step in together if step is not first),
        later=tuple(_later(plan, together, views, told, who, now)),
        dropped=tuple(views[step.id] for step in plan.steps if step.status == "dropped"),
        past=past(case, now),
        recap=recap(case, calendar, who),
        nothing=words()["nothing_next"],
        rests=words()["rests_but" if any(one.kind in ASKS_TODAY for one in plan.notices) else "rests"],
        standing=standing(plan, who) if plan.state not in ("held", "ahead") else ("", ""),
        look_again=day_words(plan.look_again, who) if plan.look_again and first is None else "",
        steps=tuple(views.values()),
        voices=told,
        news=can_tell(plan, case, now),
        notices=tuple(one for one in plan.notices if one.kind not in ABOUT_DAYS | SAID),
        about_days=tuple(one for one in plan.notices if one.kind in ABOUT_DAYS),
        alternative=_alternative(plan, first, who),
        approach=_approach(case.approach),
        ends=clock.spoken_day(plan.ends) if plan.ends else "",
        law=_law(plan, case),
        touches=touches(plan),
        picture=_picture(plan, first, together, who),
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


def _law(plan: Plan, case: Case) -> LawRow | None:
    law = customs.deadline_of(case.country, case.subdivision)
    return LawRow(words=law.row, day=short_day(plan.by_law)) if law and plan.by_law else None


def _alternative(plan: Plan, first: Step | None, who: Reader) -> Rather | None:
    why = next((one.text for one in plan.notices if one.kind == "alternative"), "")
    if first is None or not first.alternatives or not why:
        return None
    window = first.alternatives[0].window
    begins, ends = (moment.astimezone(who.here) for moment in (window.earliest, window.latest))
    hours = between_hours(begins, ends, who.country)
    return Rather(words=view_words("plan.rather", day=day_words(begins.date(), who), hours=hours), why=why)


def _take(step: Step, who: Reader, now: datetime) -> Take:
    """The hour to act on; a step that is late already is for the next quarter of an hour."""
    target = step.window.target
    is_ahead = clock.instant(target) > clock.instant(now)
    at = target if is_ahead else now
    mine = target.astimezone(who.here)
    hour = view_words("plan.hour", day=named_day(mine.date(), who), hour=clock.short_time(mine, who.country))
    words = short(step)
    return Take(
        google=links.google(words, at),
        outlook=links.outlook(words, at),
        send_at=hour if is_ahead and step.channel == "email" else "",
    )


def _together(plan: Plan, first: Step | None) -> tuple[Step, ...]:
    """The step to look at now, and the same one for others on the same day."""
    if first is None:
        return ()
    return tuple(
        step
        for step in plan.steps
        if step.is_open and (step.action, step.status) == (first.action, first.status)
        if step.window.target.date() == first.window.target.date()
    )


def _lead(first: Step, together: Sequence[Step], who: Reader, now: datetime) -> Lead:
    names = tuple(name for step in together for name in step.to)
    return lead(first, names, who, now)


def _later(
    plan: Plan,
    together: Sequence[Step],
    views: Mapping[str, StepView],
    told: Mapping[str, Voices],
    who: Reader,
    now: datetime,
) -> Iterator[StepRow]:
    number = 1 if together else 0
    for step in plan.steps:
        if step.is_open and step not in together:
            number += 1
            shown = views[step.id]
            yield StepRow(
                number=number,
                words=short(step),
                day=_day_words("row", _day(step, who), who),
                lead=lead(step, step.to, who, now),
                step=shown,
                voices=told.get(step.id),
            )


def _day(step: Step, who: Reader) -> date:
    """Never a day that is past: what could have been done before is for today."""
    return max(step.window.target.astimezone(who.here).date(), who.today)


def _day_words(form: str, day: date, who: Reader) -> str:
    return near_day(0).capitalize() if day == who.today else dated(form, day)


def _picture(plan: Plan, first: Step | None, together: Sequence[Step], who: Reader) -> Markup:
    shown = [step for step in plan.steps if step.is_open and (step is first or step not in together)]
    if first is not None:
        shown = [first, *(step for step in shown if step is not first)]
    stops = tuple(_stop(number, step, step is first, who) for number, step in enumerate(shown, 1))
    said = "; ".join(f"{stop.number}, {stop.words}" for stop in stops)
    return weeks.weeks(stops, view_words("plan.picture", days=said))


def _stop(number: int, step: Step, is_now: bool, who: Reader) -> weeks.Stop:
    day = _day(step, who)
    words = _day_words("short", day, who)
    return weeks.Stop(number=number, day=day, until=step.window.latest.date(), words=words, now=is_now)


def fragment(view: PlanView) -> str:
    """Gives the panel of a plan."""
    text = plan_text(view)
    myself = mail.mailto("", words()["to_myself"], text)
    return panels.panel("plan", view=view, text=text, to_myself=myself, site=data.name())


def plan_text(view: PlanView) -> str:
    """Gives the plan as plain text, to copy or for a terminal."""
    lines = [view_words("plan.head_about", about=view.about) if view.about else view_words("plan.head"), ""]
    if view.next:
        lines += [f"{view.next.lead}: {view.next.title}, {view.next.best.both} ({view.next.best.away})", ""]
    for step in view.steps:
        lines += [
            f"- {step.title} [{step.status_words}]",
            *_when(step),
        ]
    lines += ["", *(notice.text for notice in view.notices), view.touches]
    lines += [view_words("plan.ends", day=view.ends)] if view.ends else []
    return "\n".join(lines).rstrip() + "\n"


def _when(step: StepView) -> Iterator[str]:
    """The bounds of a step, or only when it was done."""
    if step.status == "done":
        yield f"    {step.best.both}"
    else:
        yield from (f"    {bound.name}: {bound.when.both}" for bound in step.bounds)


def can_tell(plan: Plan, case: Case, now: datetime) -> News | None:
    """What can be told in the present state; before the first interview only what may come before one."""
    first = min(one.date for one in case.rounds) if case.rounds else now.date()
    # A day's grace: the reader's date may be behind the recipient's.
    if now.date() >= first - timedelta(days=1):
        return news(plan.state)
    return news(plan.state, early=True) if plan.state in ("ahead", "invited", "no-show", "task") else None


def _approach(approach: str) -> str:
    return str(words()["approaches"].get(approach) or f"{dict(approaches())[approach]}.")
