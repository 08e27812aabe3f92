"""What the reader should know about the plan as a whole."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from followup.case.history import Story
from followup.dates import clock
from followup.dates.calendar_book import Holiday
from followup.dates.calendars import CLOSED, Calendar, add_business_days, calendar_for, next_business_day, skipped
from followup.model.plan import Notice
from followup.planning import checkins, days_off
from followup.planning.steps import Draft, status
from followup.planning.thanks import carried, joined
from followup.planning.windows import opening
from followup.planning.wordings import notice as _notice
from followup.rules.rulebook import figure, sources

WEEK = timedelta(days=7)
DATED = {"thank-you": "thank-you", "check-in": "first check-in", "second-check-in": "second check-in"}


def notices(story: Story, drafts: Sequence[Draft], now: datetime, calendar: Calendar) -> tuple[Notice, ...]:
    """Every notice that applies, in the order a reader needs them."""
    # A meeting that the end of the course overtook needs no words.
    reached = {meeting.number for meeting in story.standing}
    drafts = [draft for draft in drafts if draft.round in reached]
    found = (
        *_about_course(story, drafts, now),
        *_about_people(story, drafts),
        *_about_clock(story),
        *_about_calendar(story, drafts, now, calendar),
        *_about_sources(story, drafts),
    )
    return tuple(dict.fromkeys(found))


def _about_course(story: Story, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    answering = any(draft.action == "answer" and draft.is_open for draft in drafts)
    if story.case.promise.kind == "no-contact" and not answering:
        yield _notice("no-contact")
    if story.turn and story.turn.outcome in ("next-round", "offer"):
        yield _notice(story.turn.outcome)
    if any(one.cancelled for one in story.standing):
        yield _notice("interview-cancelled")
    if len({one.round.date for one in story.standing}) > 1 and not story.last.cancelled:
        yield _notice("later-round", day=clock.spoken_day(story.last.end.date()))
    yield from _about_touches(story, drafts, now)


def _about_touches(story: Story, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    most = checkins.most_touches(story.case.approach)
    if len(story.touches) > most:
        yield _notice("over-limit", count=len(story.touches), most=most)
    away = [one.event.by for one in story.since if one.outcome == "auto" and one.event.by]
    if away and any(draft.action in ("check-in", "second-check-in") and draft.is_open for draft in drafts):
        yield _notice("away", day=clock.spoken_day(max(away)))
    attempts = [one for one in story.since if one.event.kind == "called" and one.outcome == "no-answer"]
    if attempts:
        yield _notice("silent-attempt", count=len(attempts))
    yield from _about_merging(story, drafts, now)
    for draft in drafts:
        if draft.action == "tell-offer" and draft.fate == "dropped":
            yield _notice("offer-past")
        elif draft.action == "tell-offer" and draft.channel == "phone":
            yield _notice("offer-call")


def _about_merging(story: Story, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    thanks = [draft for draft in drafts if draft.action == "thank-you"]
    both = [draft for draft in thanks if draft.fate == "dropped" and joined(draft, thanks)]
    for draft in both:
        yield _notice("thanks-together", name=draft.person.to[0])
    answered = [draft for draft in drafts if draft.action in ("answer", "tell-offer") and draft.fate == "done"]
    unsent = any(
        draft.fate == "dropped" and draft not in both and not carried(story, draft, answered, now) for draft in thanks
    )
    actions = {draft.action for draft in drafts if draft.is_open}
    if unsent and "ask-feedback" in actions:
        yield _notice("thanks-in-reply")
    elif unsent and "answer" in actions:
        yield _notice("thanks-in-answer")
    elif unsent and "tell-offer" in actions:
        yield _notice("thanks-in-offer")
    elif unsent and "check-in" in actions:
        yield _notice("thanks-in-check-in")
    elif any(status(draft, now) == "overdue" for draft in thanks):
        yield _notice("thank-you-late")


def _about_people(story: Story, drafts: Sequence[Draft]) -> Iterator[Notice]:
    unreachable = [draft for draft in drafts if draft.letter == "thank-you-organiser" and draft.person.name]
    for draft in unreachable:
        yield _notice("pass-on", name=draft.person.name, through=_organiser(story, draft))
    if story.contact.part == "recruiter" and any(draft.action == "check-in" for draft in drafts):
        yield _notice("through-recruiter", name=story.contact.name or "the recruiter")
    thanked = {draft.round for draft in drafts if draft.action == "thank-you"}
    if any(one.round.format == "recorded" and one.number not in thanked for one in story.standing):
        yield _notice("recorded")


def _organiser(story: Story, draft: Draft) -> str:
    people = [one for one in story.meetings[draft.round - 1].people if one.email]
    running = [one for one in people if one.part in ("recruiter", "hr")]
    return next((one.name for one in (*running, *people) if one.name), "whoever invited you")


def _about_clock(story: Story) -> Iterator[Notice]:
    country = clock.country_read(story.case.my_zone, story.case.country)
    for meeting in story.standing:
        if meeting.round.ends is None:
            kind = "end-from-start" if meeting.round.starts else "end-unknown"
            yield _notice(kind, end=clock.spoken(meeting.end, country))
        told = meeting.round.ends or meeting.round.starts
        if told and not clock.has_one_reading(meeting.round.date, told, meeting.zone):
            reading = clock.spoken(meeting.end, country)
            yield _notice("clock-changed", time=clock.clock_time(told, country), reading=reading)
    for one in story.happened:
        wall = one.event.at
        if wall.tzinfo is None and not clock.has_one_reading(wall.date(), wall.time(), story.last.zone):
            reading = clock.spoken(one.at, country)
            yield _notice("clock-changed", time=clock.clock_time(wall, country), reading=reading)


def _about_calendar(story: Story, drafts: Sequence[Draft], now: datetime, calendar: Calendar) -> Iterator[Notice]:
    if not calendar.has_holidays:
        yield _notice("no-calendar")
    yield from days_off.about_age(now.date(), calendar)
    still = [draft for draft in drafts if draft.is_open]
    if not still:
        return
    days = [meeting.end.date() for meeting in story.standing]
    last = max(draft.window.target.astimezone(draft.person.zone).date() for draft in still)
    yield from days_off.notices(story.case, min(days), last, calendar, [draft.window for draft in still])
    for day in days:
        if not calendar.is_business_day(day):
            yield _notice("interview-on-day-off", day=clock.spoken_day(day))
    yield from _about_plain_week(story, still, calendar)
    yield from _about_alternative(story, still, now, calendar)
    yield from _about_my_weekend(story, still, last)


def _about_plain_week(story: Story, still: Sequence[Draft], calendar: Calendar) -> Iterator[Notice]:
    """Business days and plain weeks part ways where a holiday lies between (K20)."""
    first = story.last.end.astimezone(story.contact.zone).date()
    counted = add_business_days(first, figure("K4", "wait_business_days"), calendar)
    names = _names(skipped(first, counted, calendar))
    for draft in still:
        if draft.action == "check-in" and draft.window.target.date() == counted and names and counted != first + WEEK:
            reading = clock.spoken_day(first + WEEK)
            yield _notice("plain-week", day=clock.spoken_day(counted), plain=reading, names=names)


def _names(holidays: Sequence[Holiday]) -> str:
    """The holidays as they stand before "not counted", each name once: "Good Friday and Easter Monday are"."""
    names = tuple(dict.fromkeys("a day they are closed" if one.name == CLOSED else one.name for one in holidays))
    return f"{days_off.listed(names)} {'are' if len(names) > 1 else 'is'}" if names else ""


def _about_alternative(story: Story, still: Sequence[Draft], now: datetime, calendar: Calendar) -> Iterator[Notice]:
    """Where the thank-you goes out before a day off, the later reading is shown too until it is over (K2)."""
    for draft in still:
        position = draft.grounds.positions.get("resume")
        if draft.action == "thank-you" and position and not position.allows(draft.window.target):
            end = story.meetings[draft.round - 1].end.astimezone(draft.person.zone).date()
            day = next_business_day(end, calendar)
            is_ahead = clock.instant(now) < clock.instant(opening(day, draft.person.zone))
            if is_ahead and not calendar.is_business_day(end + timedelta(days=1)):
                yield _notice("alternative", day=clock.spoken_day(day))


def _about_my_weekend(story: Story, still: Sequence[Draft], last: date) -> Iterator[Notice]:
    """The plan follows the recipient's calendar; a day that is the reader's own weekend is named."""
    country = clock.country_of(story.case.my_zone)
    if not country:
        return
    mine = calendar_for(country)
    for draft in still:
        day = draft.window.target.astimezone(clock.zone(story.case.my_zone)).date()
        # Some countries' calendars end early; a plan elsewhere does not depend on them.
        covered = mine.first <= day <= mine.last
        is_free = covered and mine.is_weekend(day) and not mine.is_working_weekend(day)
        if is_free and draft.action != "let-go":
            yield _notice("own-weekend", day=clock.spoken_day(day), action=_said(draft))


def _said(draft: Draft) -> str:
    return draft.action.replace("-", " ")


def _about_sources(story: Story, drafts: Sequence[Draft]) -> Iterator[Notice]:
    """An approach of one source alone is silent on some points, where the balanced date is used."""
    approach = story.case.approach
    if approach not in sources():
        return
    for draft in drafts:
        if draft.action in DATED and approach not in draft.grounds.positions:
            yield _notice("silent", source=_capital(sources()[approach].name), step=DATED[draft.action])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
