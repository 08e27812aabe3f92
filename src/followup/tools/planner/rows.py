"""The steps after the next one, a row each, and the picture of the weeks they lie in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from markupsafe import Markup

from followup.model.language import dated
from followup.model.plan import Plan, Step
from followup.model.wording import view_words
from followup.planning.voices import Voices
from followup.render import weeks
from followup.words.lead import Lead, is_for_silence, lead, short
from followup.words.moments import Reader, near_day
from followup.words.steps import StepView


@dataclass(frozen=True, kw_only=True, slots=True)
class StepRow:
    """One later step: its number on the line, a few words, its day, and all the rest."""

    number: int
    words: str
    day: str
    lead: Lead
    step: StepView
    voices: Voices | None
    is_for_silence: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Rows that stand under one heading: what is done all the same, or only where they hear nothing."""

    title: str
    rows: tuple[StepRow, ...]


def sections(rows: Iterable[StepRow]) -> Iterator[Section]:
    """Gives the rows in their order, under what each of them waits for."""
    title = view_words("later.next")
    for is_silent, those in groupby(rows, lambda row: row.is_for_silence):
        yield Section(title=view_words("later.silent") if is_silent else title, rows=tuple(those))
        title = view_words("later.anyway")


def together(plan: Plan, first: Step | None) -> tuple[Step, ...]:
    """The step to look at now, and the same one for others on the same day."""
    if first is None:
        return ()
    return tuple(
        step
        for step in plan.steps
        if step.is_open and (step.action, step.status) == (first.action, first.status)
        if step.window.target.date() == first.window.target.date()
    )


def later(
    plan: Plan,
    together: Sequence[Step],
    views: Mapping[str, StepView],
    told: Mapping[str, Voices],
    who: Reader,
    now: datetime,
    again: Mapping[str, datetime],
) -> Iterator[StepRow]:
    """Gives the open steps after those to look at now, numbered as in the picture; `again` by id, from now on."""
    number = 1 if together else 0
    for step in plan.steps:
        if step.is_open and step not in together:
            number += 1
            shown = views[step.id]
            yield StepRow(
                number=number,
                words=short(step),
                day=_day_words("row", _day(again[step.id], who), who),
                lead=lead(step, step.to, who, now, again[step.id]),
                step=shown,
                voices=told.get(step.id),
                is_for_silence=is_for_silence(step),
            )


def _day(again: datetime, who: Reader) -> date:
    """Never a day that is past: what could have been done before is for today, or the next day for it."""
    return max(again.astimezone(who.here).date(), who.today)


def _day_words(form: str, day: date, who: Reader) -> str:
    return near_day(0).capitalize() if day == who.today else dated(form, day)


def picture(
    plan: Plan, first: Step | None, together: Sequence[Step], who: Reader, again: Mapping[str, datetime]
) -> Markup:
    """Gives the open steps as a line of days, the next one first."""
    shown = [step for step in plan.steps if step.is_open and (step is first or step not in together)]
    if first is not None:
        shown = [first, *(step for step in shown if step is not first)]
    stops = tuple(
        _stop(number, step, _day(again[step.id], who), step is first, who) for number, step in enumerate(shown, 1)
    )
    said = "; ".join(f"{stop.number}, {stop.words}" for stop in stops)
    return weeks.weeks(stops, view_words("plan.picture", days=said))


def _stop(number: int, step: Step, day: date, is_now: bool, who: Reader) -> weeks.Stop:
    words = _day_words("short", day, who)
    return weeks.Stop(number=number, day=day, until=step.window.latest.date(), words=words, now=is_now)
