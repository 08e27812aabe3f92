"""By when there will be news: what they said of it last, and the day in it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from followup.case.history import moment_of, place_of, tell
from followup.frozen import remembered
from followup.model.case import Case, Event, Interviewer
from followup.model.plan import ELSEWHERE

# They say by when there will be news, or that there is no day; what they ask meanwhile leaves that as it is.
SAYS_WHEN = (
    *("deciding", "promise", "on-hold", "checks", "cleared", "runner-up", "offer", "offer-written"),
    *("rejected", "filled", "taken-back"),
)
# What comes from them: a message, or what they say when they pick up.
THEIRS = ("reply", "called")


def who_named(case: Case, person: Interviewer) -> Iterator[str]:
    """Gives who named the day that stands, if it was named since the interview: they, or somebody else there."""
    said = said_when(case)
    if said is None or day_in(said) is None:
        return
    yield "named"
    if is_from_another(case, said, person):
        yield "reported"


def is_from_another(case: Case, said: Event, person: Interviewer) -> bool:
    """True for what somebody else said, or somebody without a name who has left since."""
    if said.to:
        return said.to.casefold() not in (person.name.casefold(), person.email.casefold())
    return any(one.outcome == "left" for one in case.events[case.events.index(said) :])


def is_in_words(case: Case) -> bool:
    """True where the day that stands was said in words: the reader is told which day it is taken for, they are not."""
    said = said_when(case)
    return bool(said.said) if said and day_in(said) else said is None and bool(case.promise.said)


@remembered(1)
def said_when(case: Case) -> Event | None:
    """Gives the last word of theirs that says by when there will be news, or that nobody knows."""
    said = [event for event in case.events if event.kind in THEIRS and event.outcome in SAYS_WHEN]
    said = [event for event in said if not is_elsewhere(case, event)]
    since = _last_talk(case)
    there = place_of(case)
    later = [one for one in said if since is None or moment_of(one, there, case).astimezone(there) >= since]
    return later[-1] if later else None


def is_elsewhere(case: Case, told: Event) -> bool:
    """True for what was said by a referee, or by those who made another offer: it is no word of theirs."""
    return told.step in ELSEWHERE and (told.at, told.step) in _done_elsewhere(case)


@remembered(1)
def _done_elsewhere(case: Case) -> frozenset[tuple[dt.date, str]]:
    """Gives when each step was done that went to somebody else, and which it was."""
    done = (fact.event for fact in tell(case).happened if fact.event and fact.is_elsewhere)
    return frozenset((one.at, one.step) for one in done)


def day_in(said: Event) -> dt.date | None:
    """Gives the day that a word of theirs names: for news, or for the reader's answer."""
    return said.by or said.deadline


def _last_talk(case: Case) -> dt.datetime | None:
    """Gives when the last interview was over of which something was told since."""
    last = max((moment_of(one, place_of(case), case) for one in case.events), default=None)
    ends = [one.told_from for one in tell(case).meetings if not one.cancelled]
    return max((end for end in ends if last and end <= last), default=None)


def last(days: Sequence[dt.date | None]) -> dt.date | None:
    """Gives the last of them, None where there is none."""
    return days[-1] if days else None
