"""What was sent and when, over all interviews: a record to print, and as a file that a job centre can read."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from followup.case.facts import MEANS, Fact
from followup.case.history import History, tell
from followup.dates import clock
from followup.model.answer import File
from followup.model.case import Case, Event
from followup.model.plan import ELSEWHERE
from followup.model.wording import choice_words, view_words
from followup.words.wording import plan_words

NAME = "what-was-sent.csv"
HEAD = ("date", "time", "company", "role", "what", "to", "how")
# What was done by a means that nobody told, by the step that it finishes.
BARE = {
    "handed-in": "hand-in",
    "accepted": "decide",
    "declined": "decide",
    "withdrawn": "withdraw",
}
# Closing a case says with these reasons that something was sent.
CLOSED = {"withdrew": "withdraw", "answered": "ask-feedback"}
# A spreadsheet takes what begins with these for a formula.
FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing the reader sent or said: when, on their clock, for which application, what and to whom.

    `has_hour` is False where the day alone was told; `step` is what it finished, `is_bare` where no means was told.
    """

    at: dt.datetime
    company: str
    role: str
    what: str
    to: str
    how: str
    has_hour: bool = True
    step: str = ""
    is_bare: bool = False

    @property
    def day(self) -> str:
        """The day in words."""
        return clock.spoken_day(self.at.date())

    @property
    def cells(self) -> tuple[str, ...]:
        """Its row of the file."""
        return (
            self.at.date().isoformat(),
            self.at.strftime("%H:%M") if self.has_hour else "",
            self.company,
            self.role,
            self.what,
            self.to,
            self.how,
        )


def entries(cases: Iterable[Case]) -> tuple[Entry, ...]:
    """Everything that was sent, the oldest first."""
    found = (entry for case in cases for entry in _of(tell(case)))
    return tuple(sorted(found, key=lambda entry: clock.instant(entry.at)))


def _of(history: History) -> tuple[Entry, ...]:
    """What was done in one case, each deed once; `since` counts what was done after their last word."""
    found: tuple[Entry, ...] = ()
    since = 0
    for fact in history.happened:
        if fact.is_theirs or fact.word == "reopened":
            since = len(found)
        if fact.word == "bounced":
            found = _came_back(found, fact)
        elif (entry := _entry(fact, history)) is not None:
            found = (*found[:since], *_with(found[since:], entry))
    return found


def _entry(fact: Fact, history: History) -> Entry | None:
    """The row of what was done; None for what they did, what was wished alone, and a call that nobody took."""
    event, step = fact.event, _step(fact)
    if event is None or step is None:
        return None
    case = history.case
    has_hour = isinstance(event.at, dt.datetime)
    return Entry(
        at=fact.at.astimezone(clock.zone(case.my_zone)) if case.my_zone and has_hour else fact.at,
        company=case.company,
        role=case.role,
        what=_what(event, step),
        to=event.to,
        how=_how(event, case),
        has_hour=has_hour,
        step=step,
        is_bare=event.kind not in MEANS,
    )


def _what(event: Event, step: str) -> str:
    """What was done, in words; who closed it as withdrawn withdrew."""
    if event.kind == "closed":
        return choice_words("events", "withdrawn") if step == "withdraw" else choice_words("event_steps", step)
    if event.step and event.kind in MEANS:
        return choice_words("event_steps", event.step)
    return choice_words("events", event.kind)


def _step(fact: Fact) -> str | None:
    """What was done, as a step; None where nothing went out."""
    event = fact.event
    if event is None or fact.is_wish_to_leave or fact.word == "no-answer":
        return None
    if event.kind in MEANS:
        # Letting go is nothing to send.
        return None if event.step == "let-go" else event.step
    return CLOSED.get(event.reason) if event.kind == "closed" else BARE.get(event.kind)


def _how(event: Event, case: Case) -> str:
    """By which means: a card goes by post, and what goes to others goes as nobody told."""
    if event.kind != "sent":
        return choice_words("unwritten", event.kind)
    if event.step == "card":
        return _channel("post")
    if case.channel == "message":
        return "" if event.step in ELSEWHERE else _channel("message")
    return _channel("email")


def _channel(name: str) -> str:
    return str(plan_words()["channels"][name])


def _with(found: tuple[Entry, ...], entry: Entry) -> tuple[Entry, ...]:
    """The deeds since their last word with one more; the same one told twice, once without its means, is one."""
    same = [at for at, one in enumerate(found) if entry.step and one.step == entry.step]
    if not same or not (entry.is_bare or found[same[-1]].is_bare):
        return (*found, entry)
    told = found[same[-1]]
    kept, other = (entry, told) if told.is_bare else (told, entry)
    # A no and a yes say more than "my answer".
    one = replace(kept, what=other.what if other.is_bare else kept.what, to=kept.to or other.to)
    return (*found[: same[-1]], one, *found[same[-1] + 1 :])


def _came_back(found: tuple[Entry, ...], fact: Fact) -> tuple[Entry, ...]:
    """What never arrived says so: the last thing sent of that step, or the last one sent at all."""
    step = fact.event.step if fact.event else ""
    ways = tuple(filter(None, plan_words()["channels"].values()))
    sent = [at for at, one in enumerate(found) if one.how.startswith(ways) and step in ("", one.step)]
    if not sent:
        return found
    at = sent[-1]
    return (
        *found[:at],
        replace(found[at], how=view_words("interviews.came_back", how=found[at].how)),
        *found[at + 1 :],
    )


def file(found: Iterable[Entry]) -> File:
    """The record as a table of its own, lines ended as the type asks for."""
    rows = (HEAD, *(entry.cells for entry in found))
    text = "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)
    return File(name=NAME, type="text/csv", text=text)


def _cell(text: str) -> str:
    safe = f"'{text}" if text.startswith(FORMULA) else text
    return '"{}"'.format(safe.replace('"', '""')) if set(safe) & set('",\r\n') else safe
