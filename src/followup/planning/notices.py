"""What the reader should know about the plan as a whole."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from followup.case.meetings import Person
from followup.case.standing import ENDED, ENDS, Standing
from followup.dates import clock
from followup.dates.calendar_book import Holiday
from followup.dates.calendars import CLOSED, Calendar, add_business_days, calendar_for, next_business_day, skipped
from followup.model.language import listed
from followup.model.plan import ASKS, ELSEWHERE, ROUND_ASKS, Notice, State
from followup.model.wording import choice_words, view_words
from followup.planning import days_off, offers, said_no
from followup.planning.scene import Scene
from followup.planning.steps import Draft, status
from followup.planning.thanks import carried, joined
from followup.planning.walk import Walk
from followup.planning.wordings import notice as _notice
from followup.planning.wordings import wordings
from followup.rules import customs
from followup.rules.rulebook import figure, hour, sources, with_figures
from followup.rules.tallies import tally

WEEK = timedelta(days=7)
CANCELLED = ("called-off", "interview-moved")
# With these words of theirs it goes on, as far as they are concerned.
GOES_ON = ("deciding", "promise", "question", "call-back", "next-round", "answered", "cleared")
AFTER_THANKS = ("accepted", "closed")
# Where a check that was passed leaves them to decide.
CLEARED = ("held",)
FIRST_ASKS = ("check-in", "ask-arrived")


def notices(way: Walk, state: State, drafts: Sequence[Draft], now: datetime) -> tuple[Notice, ...]:
    """Every notice that applies, in the order a reader needs them."""
    # A meeting that the end of the course overtook needs no words.
    reached = {meeting.number for meeting in way.scene.standing.held} or {1}
    drafts = [draft for draft in drafts if draft.round in reached]
    found = (
        *_about_state(way, state, drafts, now),
        *_about_course(way, state, drafts, now),
        *_about_agency(way, state, now),
        *(() if state in ENDS else _about_people(way.scene, drafts)),
        *_about_clock(way.scene),
        *_about_calendar(way.scene, drafts, now),
        *_about_country(way, state, drafts, now),
        *_about_sources(way.scene, drafts),
    )
    return tuple(dict.fromkeys(found))


def _about_state(way: Walk, state: State, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    """Where the process stands, in a sentence, where that needs saying."""
    standing = way.present
    if standing.leaving and state != "closed":
        return
    if state == "invited":
        yield _notice(_why_no_day(standing))
    elif state == "over" and way.let_go:
        if standing.state == "over":
            # They told nothing: it was heard elsewhere.
            yield _notice("heard-filled")
        yield _notice("over", day=clock.spoken_day(way.let_go.window.target.date()))
    elif state == "closed":
        # What they ask of it is still owed an answer, so nobody is told that nothing is left to do.
        yield _notice(_closed(way, drafts))
    elif state == "offer-coming":
        yield _notice("offer")
    elif state == "offer-written" and _is_answer_late(way, now):
        yield Notice(kind=state, text=with_figures(wordings()["offer-day-over"]))
    elif state == "said-no" and standing.no and said_no.is_taken_back(way.scene, standing.no):
        yield _notice("taken-back-after-yes" if standing.came_from == "accepted" else "taken-back")
    elif state == "accepted" and standing.checks:
        yield _notice("accepted-checks")
    elif standing.cleared and state in (*CLEARED, "accepted"):
        yield _notice("accepted-cleared" if state == "accepted" else "cleared")
    elif state == "ahead":
        yield from _about_ahead(way, drafts, now)
    elif state == "task" and any(draft.action == "hand-in" and status(draft, now) == "overdue" for draft in drafts):
        yield _notice("task-late")
    elif state in wordings() and state != "held":
        yield _notice(state)
    for word in dict.fromkeys(fact.word for fact in standing.news):
        yield _notice(word.removeprefix("heard-"))
    if way.scene.case.candidate == "internal" and state not in ("closed", "ahead"):
        yield _notice("internal")
    if any(draft.action == "last-question" and draft.is_open for draft in drafts):
        yield _notice("last-question")


def _closed(way: Walk, drafts: Sequence[Draft]) -> str:
    """Which notice says that it is closed: by what they said since, else by the reason."""
    standing = way.present
    if any(draft.action in ("answer", "call") and draft.is_open for draft in drafts):
        return "closed-asked"
    closed = standing.entered
    spoken = [fact.at for fact in way.scene.facts if fact.is_theirs and fact.word in GOES_ON]
    if standing.state == "closed" and closed and any(clock.instant(at) > clock.instant(closed) for at in spoken):
        return "closed-wrote"
    kind = f"closed-{'started' if standing.state == 'accepted' else standing.reason}"
    return kind if kind in wordings() else "closed"


def _about_ahead(way: Walk, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    """What to ask before leaving: told from the beginning where nothing else is to be done, else the day before."""
    if way.present.leaving:
        return
    if _day_before(way, now):
        yield _notice("before-round")
    elif not any(status(draft, now) in ("due", "overdue") for draft in drafts):
        yield _notice("ahead")


def _is_answer_late(way: Walk, now: datetime) -> bool:
    """True where the last day for an answer to their offer is over (O36)."""
    return now.astimezone(way.scene.zone).date() > offers.last_day(way.scene)


def _why_no_day(standing: Standing) -> str:
    """Which notice says why no day is known, by their last word on it."""
    last = standing.opened_by.word if standing.opened_by else "next-round"
    if last in ("next-round", "moved-by-me"):
        return last
    return "missed" if standing.missed and last not in CANCELLED else "interview-cancelled"


def _day_before(way: Walk, now: datetime) -> bool:
    """From the day before a round on: what to ask before leaving (States, ahead)."""
    ahead = [one for one in way.scene.history.meetings if not one.cancelled and not one.is_before(now)]
    return any((one.round.date - now.astimezone(one.zone).date()).days <= 1 for one in ahead)


def _about_course(way: Walk, state: State, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    standing = way.scene.standing
    if standing.no_contact and state not in ENDED:
        yield _notice("no-contact-but" if _writes_to_them(drafts) else "no-contact")
    rounds = {one.round.date for one in standing.held}
    if len(rounds) > 1 and standing.last and state not in (*ENDED, "offer-coming"):
        yield _notice("later-round", day=clock.spoken_day(standing.last.end.date()))
    if state == "accepted" and standing.other_offer:
        yield _notice("accepted-elsewhere")
    elif state == "offer-written" and standing.other_offer:
        yield _notice("two-offers")
    if state not in (*ENDED, "over"):
        yield from _about_said(way)
    yield from _about_touches(way, state, drafts, now)


def _writes_to_them(drafts: Sequence[Draft]) -> bool:
    """True where something goes to them all the same: an answer, word of another offer, thanks (O21)."""
    return any(draft.is_open and draft.channel != "none" and draft.action not in ELSEWHERE for draft in drafts)


def _about_said(way: Walk) -> Iterator[Notice]:
    """The last day they named, where they said it in words: which day that is taken for (O41)."""
    events = [
        fact.event for fact in way.scene.history.happened if fact.event and fact.event.kind in ("reply", "called")
    ]
    dated = [one for one in events if one.by or one.deadline or one.said]
    told = dated[-1] if dated else way.scene.case.promise
    day = told.by or (dated[-1].deadline if dated else None)
    if told.said and day:
        yield _notice("said", words=told.said, day=clock.spoken_day(day))
    elif told.said:
        yield _notice("said-none", words=told.said)


def _about_country(way: Walk, state: State, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    """What is usual there while something of it is still to be done, and law that dates the wait."""
    case, today = way.scene.case, now.date()
    ahead = {draft.action for draft in drafts if draft.is_open}
    note = customs.note_of(case.country, today, thanks="thank-you" in ahead, asking=not ahead.isdisjoint(ROUND_ASKS))
    if note:
        yield _notice("custom", note=note)
    law, day = customs.deadline_of(case.country, case.subdivision), by_law(way, state)
    if law and day:
        yield _notice("law", note=customs.law_note(law, clock.spoken_day(day), today))


def by_law(way: Walk, state: State) -> date | None:
    """The day by which the law where they are makes them tell; None where none does, or they told already."""
    law, last = customs.deadline_of(way.scene.case.country, way.scene.case.subdivision), way.scene.standing.last
    if law is None or last is None or state in ENDS:
        return None
    return law.day(last.end.date())


def _about_touches(way: Walk, state: State, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    standing = way.scene.standing
    row, most = len(standing.row), figure("O29", "in_row_count")
    if row > most and state not in ENDED:
        yield _notice("over-limit", count=row, most=most)
        yield from _about_limits(most)
    asked = [draft for draft in drafts if draft.action in ROUND_ASKS and draft.is_open]
    if standing.away and (asked or state == "over"):
        yield _notice("away", day=clock.spoken_day(standing.away))
    last = standing.last.told_from if standing.last else None
    attempts = [
        fact
        for fact in way.scene.facts
        if fact.word == "no-answer" and (last is None or clock.instant(fact.at) >= clock.instant(last))
    ]
    if attempts and state not in ENDED:
        yield _notice("silent-attempt", count=len(attempts))
    yield from _about_merging(way.scene, state, drafts, now)
    if _takes_answer_along(way.scene, drafts):
        yield _notice("answer-in-ask")
    yield from _about_returned(way.scene, drafts)
    for draft in drafts:
        if draft.action == "tell-offer" and draft.fate == "dropped" and state not in (*ENDED, "over", "accepted"):
            yield _notice("offer-past")
        elif draft.action == "tell-offer" and draft.channel == "phone" and draft.is_open:
            yield _notice("offer-call")


def _takes_answer_along(scene: Scene, drafts: Sequence[Draft]) -> bool:
    """True where their question was left so long that the next ask has to answer it (conditions)."""
    asked = any(fact.word == "question" for fact in scene.standing.owed)
    answers = [draft for draft in drafts if draft.action == "answer" and draft.fate != "done"]
    missed = bool(answers) and all(draft.fate == "dropped" for draft in answers)
    return asked and missed and any(draft.action in ASKS and draft.is_open for draft in drafts)


def _about_returned(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Notice]:
    """A message that is known not to have arrived, while nothing was written since: there are other ways (O40)."""
    back = scene.standing.returned
    if back is None:
        return
    if any(draft.action == back.step and draft.is_open for draft in drafts):
        yield _notice("thanks-came-back" if back.step == "thank-you" else "came-back")


def _about_limits(most: int) -> Iterator[Notice]:
    """Who stops where, of the voices that speak of a limit (law 3)."""
    counted = tally("K7")
    if counted is None:
        return
    at = dict(counted.told)
    further = {number: voices for number, voices in at.items() if number > most}
    nowhere = further.pop(max(at), 0)
    said = {"one": at.get(1, 0), "two": at.get(most, 0), "more": sum(further.values()), "nowhere": nowhere}
    yield _notice("limits", **said)


def _about_merging(scene: Scene, state: State, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    held = {one.number for one in scene.standing.held if one.is_before(now)}
    thanks = [draft for draft in drafts if draft.action == "thank-you" and draft.round in held]
    both = [draft for draft in joined(thanks) if draft.fate == "dropped"]
    for draft in both:
        yield _notice("thanks-together", name=draft.person.to[0])
    told = [draft for draft in drafts if draft.fate == "done" and draft.action not in ("thank-you", *ELSEWHERE)]
    # Once it is closed, or the reader said yes, nobody owes thanks for an interview any more.
    unsent = state not in AFTER_THANKS and any(
        draft.fate == "dropped" and draft not in both and not carried(scene.history, draft, told, now)
        for draft in thanks
    )
    actions = {draft.action for draft in drafts if draft.is_open}
    if unsent and "ask-feedback" in actions:
        yield _notice("thanks-in-reply")
    elif unsent and "answer" in actions:
        yield _notice("thanks-in-answer")
    elif unsent and "tell-offer" in actions:
        yield _notice("thanks-in-offer")
    elif unsent and any(draft.id == "call" and draft.is_open for draft in drafts):
        yield _notice("thanks-in-call")
    elif unsent and not actions.isdisjoint(FIRST_ASKS):
        yield _notice("thanks-in-check-in")
    elif any(status(draft, now) == "overdue" for draft in thanks):
        yield _notice("thank-you-late")


def _about_agency(way: Walk, state: State, now: datetime) -> Iterator[Notice]:
    """An agency is rung on the day itself or in the next call hours (States, held)."""
    recruiter = agency_to_ring(way.scene, now) if state == "held" else None
    if recruiter is not None:
        yield _notice("agency-call", name=recruiter.name or view_words("people.recruiter"))
    name = None if way.scene.standing.no_contact else _recruiter_who_left(way.scene)
    if name is not None and state not in (*ENDED, "over"):
        yield _notice("agency-left", name=name)
    if _is_agency_silent(way.scene) and state not in ENDED:
        yield _notice("agency-line", name=way.scene.contact.name or _capital(view_words("people.recruiter")))


def _recruiter_who_left(scene: Scene) -> str | None:
    """The recruiter who is there no longer, while nobody else of that part is known (conditions)."""
    people = [one for meeting in scene.history.meetings for one in meeting.people if one.part == "recruiter"]
    gone = [one for one in people if one.is_among(scene.standing.left)]
    return gone[-1].name if len(gone) == len(people) and gone else None


def _is_agency_silent(scene: Scene) -> bool:
    """A recruiter who left two asks unanswered: somebody else at the agency is asked, nobody past it (conditions)."""
    return scene.contact.part == "recruiter" and len(scene.standing.row) >= figure("O29", "in_row_count")


def agency_to_ring(scene: Scene, now: datetime) -> Person | None:
    """The recruiter who waits to hear how the last interview was, until the end of the next business day."""
    last = scene.standing.last
    spoken = any(fact.event.kind in ("called", "voicemail") for fact in scene.history.happened if fact.event)
    if last is None or spoken:
        return None
    today = now.astimezone(last.zone).date()
    if not last.round.date <= today <= next_business_day(last.round.date, scene.calendar):
        return None
    return next((one for one in last.people if one.part == "recruiter"), None)


def _about_people(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Notice]:
    unreachable = [draft for draft in drafts if draft.letter == "thank-you-organiser" and draft.person.name]
    for draft in unreachable:
        yield _notice("pass-on", name=draft.person.name, through=_organiser(scene, draft))
    through = scene.contact.part == "recruiter" and not _is_agency_silent(scene)
    if through and any(draft.action in FIRST_ASKS for draft in drafts):
        yield _notice("through-recruiter", name=scene.contact.name or view_words("people.recruiter"))
    thanked = {draft.round for draft in drafts if draft.action == "thank-you"}
    if any(one.round.format == "recorded" and one.number not in thanked for one in scene.standing.held):
        yield _notice("recorded")


def _organiser(scene: Scene, draft: Draft) -> str:
    people = [one for one in scene.history.meetings[draft.round - 1].people if one.email]
    running = [one for one in people if one.part in ("recruiter", "hr")]
    return next((one.name for one in (*running, *people) if one.name), view_words("people.inviting"))


def _about_clock(scene: Scene) -> Iterator[Notice]:
    country = clock.country_read(scene.case.my_zone, scene.case.country)
    for meeting in scene.standing.held:
        if meeting.round.ends is None:
            kind = "end-from-start" if meeting.round.starts else "end-unknown"
            yield _notice(kind, end=clock.spoken(meeting.end, country))
        told = meeting.round.ends or meeting.round.starts
        if told and not clock.has_one_reading(meeting.round.date, told, meeting.zone):
            reading = clock.spoken(meeting.end, country)
            yield _notice("clock-changed", time=clock.clock_time(told, country), reading=reading)
    for one in scene.history.happened:
        wall = one.event.at if one.event else None
        if not isinstance(wall, datetime) or wall.tzinfo is not None:
            continue
        if not clock.has_one_reading(wall.date(), wall.time(), scene.history.zone):
            reading = clock.spoken(one.at, country)
            yield _notice("clock-changed", time=clock.clock_time(wall, country), reading=reading)


def _about_calendar(scene: Scene, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    calendar = scene.calendar
    if not calendar.has_holidays:
        yield _notice("no-calendar")
    yield from days_off.about_age(now.date(), calendar)
    still = [draft for draft in drafts if draft.is_open]
    if not still:
        return
    days = [meeting.end.date() for meeting in scene.standing.held] or [draft.window.earliest.date() for draft in still]
    last = max(draft.window.target.astimezone(draft.person.zone).date() for draft in still)
    yield from days_off.notices(scene.case, min(days), last, calendar, [draft.window for draft in still])
    for day in (meeting.end.date() for meeting in scene.standing.held):
        if not calendar.is_business_day(day):
            yield _notice("interview-on-day-off", day=clock.spoken_day(day))
    yield from _about_plain_week(scene, still, calendar)
    yield from _about_alternative(scene, still, now)
    yield from _about_my_weekend(scene, still, last)


def _about_plain_week(scene: Scene, still: Sequence[Draft], calendar: Calendar) -> Iterator[Notice]:
    """Business days and plain weeks part ways where a holiday lies between (K20)."""
    if scene.standing.last is None or not scene.standing.fresh:
        return
    first = scene.standing.last.end.astimezone(scene.zone).date()
    counted = add_business_days(first, figure("K4", "wait_business_days"), calendar)
    names = _names(skipped(first, counted, calendar))
    for draft in still:
        if draft.action == "check-in" and draft.window.target.date() == counted and names and counted != first + WEEK:
            reading = clock.spoken_day(first + WEEK)
            yield _notice("plain-week", day=clock.spoken_day(counted), plain=reading, names=names)


def _names(holidays: Sequence[Holiday]) -> str:
    """The holidays as they stand before "not counted", each name once: "Good Friday and Easter Monday are"."""
    names = tuple(dict.fromkeys(view_words("days.closed") if one.name == CLOSED else one.name for one in holidays))
    return view_words("days.off", count=len(names), names=listed(names)) if names else ""


def _about_alternative(scene: Scene, still: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    """Before a day off the next business morning is as good, until it is over (K2)."""
    for draft in still:
        for choice in draft.choices:
            if clock.instant(now) < clock.instant(choice.window.latest):
                country = clock.country_read(scene.case.my_zone, scene.case.country)
                hours = hour("K2", "alternative_from_time"), hour("K2", "alternative_to_time")
                first, last = (clock.short_time(one, country) for one in hours)
                yield _notice(
                    "alternative",
                    day=clock.spoken_day(choice.window.target.date()),
                    first=first,
                    last=last,
                )


def _about_my_weekend(scene: Scene, still: Sequence[Draft], last: date) -> Iterator[Notice]:
    """The plan follows the recipient's calendar; a day that is the reader's own weekend is named."""
    country = clock.country_of(scene.case.my_zone)
    if not country:
        return
    mine = calendar_for(country)
    for draft in still:
        day = draft.window.target.astimezone(clock.zone(scene.case.my_zone)).date()
        # Some countries' calendars end early; a plan elsewhere does not depend on them.
        covered = mine.first <= day <= mine.last
        is_free = covered and mine.is_weekend(day) and not mine.is_working_weekend(day)
        if is_free and draft.action != "let-go":
            yield _notice("own-weekend", day=clock.spoken_day(day), action=_said(draft))


def _said(draft: Draft) -> str:
    return draft.action.replace("-", " ")


def _about_sources(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Notice]:
    """An approach of one source alone is silent on some points, where the balanced date is used."""
    approach = scene.case.approach
    if approach not in sources():
        return
    for draft in drafts:
        step = choice_words("dated", draft.action)
        if step and approach not in draft.grounds.verdicts:
            yield _notice("silent", source=_capital(sources()[approach].name), step=step)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
