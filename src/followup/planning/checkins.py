"""The touches: first check-in, second check-in, a call they asked for, and letting go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from followup.case.history import Happened, Story
from followup.dates import clock
from followup.dates.calendars import Calendar, add_business_days, roll_forward
from followup.model.plan import Channel, Window
from followup.planning import stances, windows
from followup.planning.stances import Grounds
from followup.planning.steps import Draft, apart, done, dropped, later
from followup.planning.windows import Days
from followup.rules.rulebook import figure


@dataclass(frozen=True, kw_only=True, slots=True)
class Basis:
    """What a check-in counts from: a promised day, or the day the wait began."""

    day: date
    promised: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Spent:
    """The touches spent, by the step they count as; `count` is how many in all."""

    first: Happened | None
    second: Happened | None
    count: int


def check_ins(story: Story, thanks: Sequence[Draft], answers: Sequence[Draft], calendar: Calendar) -> tuple[Draft, ...]:
    """Check-in, second check-in, a call if they asked for one, and the day to let go; kept apart from the rest."""
    spent = spend(story)
    # C9: the second goes to the person who got the first.
    got = spent.first or spent.second
    story = replace(story, contact=(story.named(got) if got else None) or story.contact)
    first = _first(story, spent, thanks, answers, calendar)
    call = _call_back(story, calendar)
    if call is None:
        touches = [first, *_second(story, spent, [first, *answers], calendar)]
    else:
        call = apart(call, [*thanks, *answers], calendar)
        touches = _with_call(story, spent, first, call, answers, calendar)
    return (*touches, _let_go(story, touches, calendar))


def _with_call(
    story: Story, spent: Spent, first: Draft, call: Draft, answers: Sequence[Draft], calendar: Calendar
) -> list[Draft]:
    """A call they asked for takes the place of the next check-in, before and after it is made."""
    if _gives_way(first, call):
        second = _second(story, spent, [call, *answers], calendar)
        return [replace(first, fate="dropped", done_at=None), call, *second]
    second = _second(story, spent, [first, *answers], calendar)
    return [first, *(replace(one, fate="dropped") if _gives_way(one, call) else one for one in second), call]


def _gives_way(draft: Draft, call: Draft) -> bool:
    return call.fate != "dropped" and draft.fate != "dropped" and draft.done_at in (None, call.done_at)


def most_touches(approach: str) -> int:
    """How many touches there are in all: one in the source that leaves it after that, else two (C11, C12)."""
    return figure("C11", "touches_max") if approach == "formats" else figure("K7", "touches_max")


def spend(story: Story) -> Spent:
    """Which touch counts as which check-in: in order, whatever the means, unless the reader said the second."""
    touches = story.touches
    skips = bool(touches) and touches[0].event.step == "second-check-in"
    if skips:
        return Spent(first=None, second=touches[0], count=len(touches) + 1)
    first, second = (*touches, None, None)[:2]
    return Spent(first=first, second=second, count=len(touches))


def _first(story: Story, spent: Spent, thanks: Sequence[Draft], answers: Sequence[Draft], calendar: Calendar) -> Draft:
    basis = _basis(story, None, spent.first) or Basis(day=_last_day(story), promised=False)
    draft = _based(story, basis, calendar)
    draft = replace(
        draft, id="check-in", action="check-in", letter=_first_letter(story, basis), channel=_channel(story)
    )
    if basis.promised and thanks:
        draft = later(draft, _floor(thanks, calendar), "O8")
    draft = _not_while_away(story, spent.first, draft, calendar)
    if spent.first:
        return done(draft, spent.first.at)
    return dropped(draft) if spent.second else apart(draft, [*thanks, *answers], calendar)


def _second(story: Story, spent: Spent, others: Sequence[Draft], calendar: Calendar) -> list[Draft]:
    """The second check-in, counted from the first of `others`; none where the approach has one touch alone."""
    if spent.second is None and most_touches(story.case.approach) < 2:
        return []
    basis = _basis(story, spent.first, spent.second) if spent.first else None
    draft = _based(story, basis, calendar) if basis else _after_first(story, others[0], calendar)
    draft = replace(draft, id="second-check-in", action="second-check-in", letter="second-check-in")
    draft = _not_while_away(story, spent.second, draft, calendar)
    return [done(draft, spent.second.at) if spent.second else apart(draft, others, calendar)]


def _based(story: Story, basis: Basis, calendar: Calendar) -> Draft:
    if basis.promised:
        days = windows.check_in_after_promise(basis.day, story.case.approach, calendar)
        return _draft(story, days, stances.check_in_after_promise(basis.day, story.case.approach, calendar))
    days = windows.check_in(basis.day, story.case.approach, calendar)
    return _draft(story, days, stances.check_in(basis.day, story.case.approach, calendar))


def _after_first(story: Story, first: Draft, calendar: Calendar) -> Draft:
    days = windows.second_check_in(first.day, story.case.approach, calendar)
    return _draft(story, days, stances.second_check_in(first.day, story.case.approach, calendar))


def _draft(story: Story, days: Days, grounds: Grounds) -> Draft:
    return Draft(
        id="",
        action="check-in",
        round=story.last.number,
        person=story.contact,
        window=windows.of_days(days, story.contact.zone),
        grounds=grounds,
    )


def _basis(story: Story, after: Happened | None, until: Happened | None) -> Basis | None:
    """What the wait counts from, by what they said between two touches; None if they said nothing."""
    promise = story.case.promise
    basis = None
    if after is None and promise.by and promise.kind in ("date", "range", "no-contact"):
        basis = Basis(day=promise.by, promised=True)
    for one in _between(story, after, until):
        basis = _moved(basis, one, story)
    return basis


def _between(story: Story, after: Happened | None, until: Happened | None) -> Iterable[Happened]:
    start = clock.instant(after.at) if after else None
    end = clock.instant(until.at) if until else None
    for one in story.since:
        at = clock.instant(one.at)
        if (start is None or at >= start) and (end is None or at < end):
            yield one


def _moved(basis: Basis | None, one: Happened, story: Story) -> Basis | None:
    """A new date replaces the old one; "still deciding" starts the wait again once the old date is past (O14)."""
    if one.outcome not in ("promise", "deciding"):
        return basis
    if one.event.by:
        return Basis(day=one.event.by, promised=True)
    day = one.at.astimezone(story.contact.zone).date()
    stands = basis is not None and basis.promised and basis.day >= day
    return basis if stands else Basis(day=day, promised=False)


def _not_while_away(story: Story, until: Happened | None, draft: Draft, calendar: Calendar) -> Draft:
    """An automatic reply that names a day of return: nothing is sent before it (O27)."""
    for one in _between(story, None, until):
        if one.outcome == "auto" and one.event.by:
            draft = later(draft, roll_forward(one.event.by, calendar), "O27")
    return draft


def _floor(thanks: Sequence[Draft], calendar: Calendar) -> date:
    """The first day for a check-in after a promised date: two business days after the thank-you (O8)."""
    return add_business_days(max(draft.day for draft in thanks), figure("O8", "wait_business_days"), calendar)


def _first_letter(story: Story, basis: Basis) -> str:
    if _channel(story) == "phone":
        return "call-opening"
    return "check-in-date-passed" if basis.promised else "check-in"


def _channel(story: Story) -> Channel:
    """One source has the first check-in as a call (P1, K8)."""
    return "phone" if story.case.approach == "staffing" else "email"


def _last_day(story: Story) -> date:
    return story.last.end.astimezone(story.contact.zone).date()


def _call_back(story: Story, calendar: Calendar) -> Draft | None:
    """The call they asked for, on the day they named or in a week (P7); dropped if a mail went out instead."""
    asked = [one for one in story.since if one.outcome == "call-back"]
    if not asked:
        return None
    draft = _call(story, asked, calendar)
    after = [one for one in story.touches if clock.instant(one.at) > clock.instant(asked[-1].at)]
    if not after:
        return draft
    return dropped(draft) if after[0].event.kind == "sent" else done(draft, after[0].at)


def _call(story: Story, asked: Sequence[Happened], calendar: Calendar) -> Draft:
    zone = story.contact.zone
    week = windows.rolled(asked[-1].at.astimezone(zone).date(), figure("P7", "no_date_wait_calendar_days"), calendar)
    day = roll_forward(asked[-1].event.by, calendar) if asked[-1].event.by else week
    start = windows.next_hour(windows.opening(day, zone), windows.call_hours(), zone, calendar)
    evening = windows.closing(add_business_days(day, 1, calendar), zone)
    return Draft(
        id="call",
        action="call",
        round=story.last.number,
        person=story.contact,
        window=Window(earliest=start, target=start, latest=evening),
        grounds=stances.silent("K17", {"earliest": "P7", "target": "P7", "latest": "O2"}),
        channel="phone",
        letter="call-opening",
    )


def _let_go(story: Story, touches: Sequence[Draft], calendar: Calendar) -> Draft:
    """The day to stop waiting: ten business days after the last touch, or after what they said since (O5)."""
    last_day = max(draft.day for draft in touches if draft.fate != "dropped")
    said = _basis(story, story.touches[-1], None) if story.touches else None
    if said:
        last_day = max(last_day, said.day)
    day = add_business_days(last_day, figure("O5", "wait_business_days"), calendar)
    moment: datetime = windows.opening(day, story.contact.zone)
    return Draft(
        id="let-go",
        action="let-go",
        round=story.last.number,
        person=story.contact,
        window=Window(earliest=moment, target=moment, latest=moment),
        grounds=stances.silent("K7", dict.fromkeys(stances.BOUNDS, "O5")),
        channel="none",
        letter="close-after-silence",
    )
