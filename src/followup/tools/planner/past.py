"""What has happened in a case, the newest first, one sentence each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from followup.case.history import moment_of
from followup.case.interview_end import end_of, start_of
from followup.dates import clock
from followup.model.case import Case, Event, Round
from followup.model.language import listed
from followup.model.wording import choice_words, view_words
from followup.tools.planner.recap import held, recap_words
from followup.words.greeting import first_name
from followup.words.lead import short_day


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """One thing that happened: its day in words and as data, and its sentence; interviews stand out."""

    iso: str
    day: str
    says: str
    is_interview: bool


def past(case: Case, now: datetime) -> tuple[Past, ...]:
    """Gives what happened up to `now`, the newest first; nothing where only one interview is known."""
    if not case.events and len(case.rounds) < 2:
        return ()
    found = sorted((*_interviews(case), *_events(case)), key=lambda one: clock.instant(one[0]), reverse=True)
    return tuple(
        Past(iso=at.date().isoformat(), day=short_day(at.date()), says=says, is_interview=is_interview)
        for at, says, is_interview in found
        if clock.instant(at) <= clock.instant(now) or not is_interview
    )


def _interviews(case: Case) -> Iterator[tuple[datetime, str, bool]]:
    for number, one in enumerate(case.rounds):
        names = listed(tuple(person.name for person in one.interviewers if person.name))
        line = recap_words()["happened"]["round"].format(which=_which(number), held=held(one).lower())
        yield _came(one), f"{line}: {names}." if names else f"{line}.", True


def _which(number: int) -> str:
    words = recap_words()["happened"]
    ordinals: list[str] = words["ordinals"]
    return ordinals[number] if number < len(ordinals) else str(words["later"].format(number=number + 1))


def _came(one: Round) -> datetime:
    """When it began, where that was told: that they did not come is told before it would have ended."""
    return start_of(one) or end_of(one)


def _events(case: Case) -> Iterator[tuple[datetime, str, bool]]:
    where = clock.zone(case.rounds[-1].zone) if case.rounds else clock.zone("UTC")
    for event in case.events:
        yield moment_of(event, where), _says(event), False


def _says(event: Event) -> str:
    sentences = recap_words()["happened"]
    words = sentences.get(event.step if event.kind == "sent" else event.kind, "")
    sentence = words.format(to=first_name(event.to) or "them") if words else ""
    came = choice_words("outcomes", event.outcome) if event.outcome else ""
    if event.kind == "reply" and came:
        sentence = f"{came}."
    elif came:
        sentence = f"{sentence.removesuffix('.')}: {came[:1].lower()}{came[1:]}."
    named = event.by or event.deadline
    day = f" {view_words('plan.they_named', day=short_day(named))}" if named else ""
    return f"{sentence or choice_words('events', event.kind) + '.'}{day}"
