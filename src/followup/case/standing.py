"""Where a process stands after some facts, and what follows from that alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup.case.facts import OWN_NO, Fact
from followup.case.meetings import Meeting
from followup.dates import clock
from followup.rules.rulebook import figure

# They wrote or spoke about the case; these words of theirs are none (course.md, Words: Exchange).
NO_EXCHANGE = ("kind-word", "auto", "left", "away", "no-answer")
# They end by what was said, not by a day to let go.
ENDED = ("said-no", "closed")
ENDS = (*ENDED, "accepted")
FROM_AN_OFFER = ("offer-coming", "offer-written", "accepted")
# They asked the reader something, and wait for an answer.
ASKED = ("question", "interest")
# They want something more of the reader, or think of them still.
ASKING_MORE = ("task", "checks", "runner-up")
# What asks for more time for a task.
MORE_TIME = ("task-time", "ask-time")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """One ask that was made: when, under which action, and whether a date of theirs called for it."""

    fact: Fact
    called_for: bool = False
    # The state it was made in.
    state: str = "held"


@dataclass(frozen=True, kw_only=True, slots=True)
class Returned:
    """A message other than an ask that came back: the word of it, the message, and whom it did not reach."""

    back: Fact
    message: Fact
    unreached: tuple[str, ...]

    @property
    def at(self) -> datetime:
        """When the reader heard of it."""
        return self.back.at

    @property
    def step(self) -> str:
        """What has to go out again: the step that it was, and for a no of the reader's the word that they withdraw."""
        return "withdraw" if self.message.word in OWN_NO else self.message.step


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where the process stands after some facts.

    `exchange` is the last one (X), `fresh` while that is the round itself; `named` is the day they named. `row` holds
    the asks unanswered in a row, `asks` those of the round, `stage` those since the state began.
    """

    state: str
    entered: datetime | None = None
    opened_by: Fact | None = None
    back: str = ""
    came_from: str = ""
    reason: str = ""
    held: tuple[Meeting, ...] = ()
    exchange: datetime | None = None
    fresh: bool = True
    named: date | None = None
    date_asked: bool = False
    row: tuple[Ask, ...] = ()
    asks: tuple[Ask, ...] = ()
    stage: tuple[Ask, ...] = ()
    made: tuple[Ask, ...] = ()
    owed: tuple[Fact, ...] = ()
    thanks: Fact | None = None
    no: Fact | None = None
    kind_word: datetime | None = None
    # The day they are back, and their word on it.
    away: date | None = None
    away_told: Fact | None = None
    no_contact: bool = False
    other_offer: Fact | None = None
    call: Fact | None = None
    checks: Fact | None = None
    # Their word that a check was passed, while no other is asked for.
    cleared: Fact | None = None
    task: Fact | None = None
    sent: tuple[Fact, ...] = ()
    gone: tuple[str, ...] = ()
    contact_gone: bool = False
    bounced: Fact | None = None
    returned: Returned | None = None
    # Every one that came back so far.
    lost: tuple[Returned, ...] = ()
    # Who is there no longer, as far as the reader knows; the others among those gone cannot be reached in writing.
    left: tuple[str, ...] = ()
    # The offer that was spoken of, while the paper is to come.
    offered: Fact | None = None
    # Where things stood before the last message, while it may come back.
    before: "Standing | None" = None
    missed: Fact | None = None
    first_day: date | None = None
    # Their word, after a yes, that put off the first day or the whole of it without a new day.
    put_off: Fact | None = None
    deadline: date | None = None
    news: tuple[Fact, ...] = ()
    leaving: Fact | None = None
    last_question: Fact | None = None
    reopened: Fact | None = None
    # The reader's own no, as long as they hold it: told to them, and not answered by a word of theirs since.
    declined: Fact | None = None

    @property
    def is_asked(self) -> bool:
        """True while a question of theirs waits for an answer."""
        return any(fact.word in ASKED for fact in self.owed)

    @property
    def last(self) -> Meeting | None:
        """The interview that a check-in counts from; one that was moved may have changed places."""
        last = None
        for one in self.held:
            same_day = last is not None and one.round.date == last.round.date
            if last is None or same_day or clock.instant(one.end) >= clock.instant(last.end):
                last = one
        return last


def answer_day(standing: Standing) -> date | None:
    """The last day that the reader named for an answer to an offer in writing that names none itself; None for none."""
    opened = standing.opened_by
    if standing.state != "offer-written" or standing.deadline or opened is None:
        return None
    return day_named(standing, opened, "say-when", "ask-time")


def day_named(standing: Standing, since: Fact, *steps: str) -> date | None:
    """The last day that the reader named in one of these steps since something happened; None for none."""
    named = [one.event.by for one in told_since(standing, since, *steps) if one.event and one.event.by]
    return named[-1] if named else None


def told_since(standing: Standing, since: Fact, *steps: str) -> tuple[Fact, ...]:
    """The steps of these names that were done here since something happened."""
    return tuple(one for one in _since(standing, since) if one.step in steps and not one.is_elsewhere)


def is_done_elsewhere(standing: Standing, since: Fact, step: str) -> bool:
    """True if a step that goes to somebody else was done since something happened."""
    return any(one.step == step and one.is_elsewhere for one in _since(standing, since))


def _since(standing: Standing, since: Fact) -> Iterator[Fact]:
    return (one for one in standing.sent if clock.instant(one.at) >= clock.instant(since.at))


def is_sorry(standing: Standing) -> bool:
    """True where the reader opened it again, and they hold a no of the reader's."""
    return standing.declined is not None and standing.reopened is not None and standing.state != "closed"


def is_ended(standing: Standing) -> bool:
    """True after a no, and where it was closed."""
    return standing.state in ENDED


def is_done_with(standing: Standing) -> bool:
    """True where it ended, and where it was heard elsewhere that it is filled: nothing is expected of them."""
    return is_ended(standing) or standing.state == "over"


def begins_anew(standing: Standing, at: datetime) -> bool:
    """True for an interview so long after the end that it cannot have been planned before it: they applied again."""
    wait = timedelta(days=figure("O39", "last_calendar_days"))
    return standing.entered is not None and clock.instant(at) >= clock.instant(standing.entered + wait)
