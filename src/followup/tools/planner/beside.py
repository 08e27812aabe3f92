"""What stands beside the next step: the law's day, another window as good, and links to calendars."""

from dataclasses import dataclass
from datetime import datetime

from followup.dates import clock
from followup.files import links
from followup.model.case import Case
from followup.model.plan import Plan, Step
from followup.model.wording import view_words
from followup.rules import customs
from followup.words.lead import between_hours, day_words, named_day, short, short_day
from followup.words.moments import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class LawRow:
    """What the law makes them do, in a few words, and by which day."""

    words: str
    day: str


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


def by_law(plan: Plan, case: Case) -> LawRow | None:
    """Gives the day by which the law makes them tell, if there is one."""
    law = customs.deadline_of(case.country, case.subdivision)
    return LawRow(words=law.row, day=short_day(plan.by_law)) if law and plan.by_law else None


def rather(plan: Plan, first: Step | None, who: Reader) -> Rather | None:
    """Gives the other window of the next step that is as good, with its reason."""
    why = next((one.text for one in plan.notices if one.kind == "alternative"), "")
    if first is None or not first.alternatives or not why:
        return None
    window = first.alternatives[0].window
    begins, ends = (moment.astimezone(who.here) for moment in (window.earliest, window.latest))
    hours = between_hours(begins, ends, who.country)
    return Rather(words=view_words("plan.rather", day=day_words(begins.date(), who), hours=hours), why=why)


def take(step: Step, who: Reader, now: datetime, again: datetime) -> Take:
    """The hour to act on, `again`; a step that is late already is for the next quarter of an hour."""
    is_ahead = clock.instant(again) > clock.instant(now)
    at = again if is_ahead else now
    mine = again.astimezone(who.here)
    hour = view_words("plan.hour", day=named_day(mine.date(), who), hour=clock.short_time(mine, who.country))
    words = short(step)
    return Take(
        google=links.google(words, at),
        outlook=links.outlook(words, at),
        send_at=hour if is_ahead and step.channel == "email" else "",
    )
