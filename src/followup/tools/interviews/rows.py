"""One row of the list: what to do, for which application, when, and the group it stands in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from followup.case.history import place_of, tell
from followup.case.meetings import Meeting
from followup.case.standing import ENDS
from followup.dates import clock
from followup.dates.calendars import calendar_of
from followup.model.case import Case
from followup.model.language import listed
from followup.model.plan import Action, Plan, Step
from followup.model.wording import view_words
from followup.planning.resuming import resumed
from followup.tools.interviews.closing import Closing
from followup.words.lead import day_words, lead, lead_words, short_day, standing
from followup.words.moments import reader

type Group = Literal["today", "soon", "theirs", "over", "unfinished", "closed"]

SOON_DAYS = 6
# What nobody need do, or only whoever needs it.
UNPRESSED: tuple[Action, ...] = ("let-go", "last-question", "task-time")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One application in words; `do`, `when` and `wrong` may be empty."""

    id: str
    name: str
    who: str
    group: Group
    do: str
    when: str
    wrong: str
    is_damaged: bool
    closing: Closing | None

    @property
    def hour(self) -> str:
        """When, under a heading that says the day already."""
        return capital(self.when.removeprefix("Today, ")) if self.group == "today" else self.when


def chosen(plan: Plan, step: Step | None, now: datetime, case: Case) -> tuple[Step | None, datetime]:
    """The step that a row is about, and the moment for it from `now` on.

    That is the one to look at now, unless its hour comes on a later day and another is for today.
    """
    if step is None:
        return None, now
    calendar, here = calendar_of(case), reader(now, case.my_zone, "", place_of(case)).here
    again = resumed(step, now, calendar)
    today = now.astimezone(here).date()
    if again.astimezone(here).date() <= today:
        return step, again
    ripe = (one for one in plan.steps if one.status in ("due", "overdue") and one.action not in UNPRESSED)
    others = ((one, resumed(one, now, calendar)) for one in ripe)
    return next(((one, at) for one, at in others if at.astimezone(here).date() <= today), (step, again))


def upcoming(case: Case, plan: Plan, step: Step | None, now: datetime, again: datetime) -> Meeting | None:
    """The interview that a row is about: one that is not over, and comes before its step can be done."""
    if plan.state in ENDS:
        return None
    known = (one for one in tell(case, now).meetings if one.is_ahead(now))
    first = min(known, key=lambda one: clock.instant(one.begin), default=None)
    waits = step is None or first is None or clock.instant(first.begin) < clock.instant(again)
    return first if waits else None


def of_interview(case: Case, one: Meeting, now: datetime) -> tuple[Group, str, str]:
    """The group and the words of an interview that lies ahead, or runs."""
    who = reader(now, case.my_zone, case.country, place_of(case))
    begin = one.begin.astimezone(who.here)
    day = begin.date() if one.has_hour else one.round.date
    names = listed(tuple(person.name for person in one.people if person.name))
    do = view_words("interviews.meet" if names else "interviews.meet_nobody", to=names)
    hour = clock.short_time(begin, who.country) if one.round.starts else ""
    when = view_words("interviews.on_at", day=day_words(day, who), hour=hour) if hour else day_words(day, who)
    return _group_of((day - who.today).days), do, capital(when)


def group(plan: Plan, step: Step | None, now: datetime, zone: str, again: datetime) -> Group:
    """Whose turn it is, and how soon, `again` being the moment for the step from now on; over by plan is no hurry."""
    if plan.state == "closed" and step is None:
        return "closed"
    if plan.state == "over":
        return "over"
    if step is None:
        return "theirs"
    who = reader(now, zone, "")
    return _group_of((again.astimezone(who.here).date() - who.today).days)


def _group_of(away: int) -> Group:
    return "today" if away <= 0 else "soon" if away <= SOON_DAYS else "theirs"


def row_words(
    case: Case, plan: Plan, step: Step | None, now: datetime, where: Group, again: datetime
) -> tuple[str, str]:
    """What to do and when; in the group of their turn, how it stands and the day to look again."""
    who = reader(now, case.my_zone, case.country, place_of(case))
    if step is None or where in ("theirs", "over", "closed"):
        return " ".join(filter(None, standing(plan, who))), _again(plan, step, again)
    said = lead(step, step.to, who, now, again)
    return said.do, capital(said.time)


def capital(text: str) -> str:
    """Gives the text with a capital at its head."""
    return f"{text[:1].upper()}{text[1:]}"


def _again(plan: Plan, step: Step | None, again: datetime) -> str:
    if step and plan.state != "over":
        return f"{lead_words()['next']} {short_day(again.date())}"
    return f"{lead_words()['look_again']} {short_day(plan.look_again)}" if plan.look_again else ""
