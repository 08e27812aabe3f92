"""A call to be made, and everything known around it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from followup.data import table
from followup.dates.calendars import Calendar
from followup.letters.prefill import Known
from followup.model.case import Case
from followup.model.plan import ASKS, Plan, Step
from followup.tools.call_sheet import calling
from followup.words.calls import Call
from followup.words.moments import Reader, reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A call to be made, and everything known around it."""

    name: str
    number: str
    case: Case
    # Whether the case was sent along, so that what happened can go back into it.
    is_told: bool
    now: dt.datetime
    zone: ZoneInfo
    mine: ZoneInfo | None
    plan: Plan | None
    call: Call
    step: Step | None
    # The plan holds no call; the words are those of a plain one.
    is_none: bool
    # They asked for it, so it waits for nothing.
    is_free: bool
    attempt: calling.Attempt
    windows: tuple[calling.Stretch, ...]
    values: Mapping[str, str]
    known: Known
    points: tuple[str, ...]
    calendar: Calendar

    @property
    def opens(self) -> dt.datetime | None:
        """When the first call may be made; None where it need not wait (K17)."""
        return None if self.is_free or self.step is None else self.step.window.earliest

    @property
    def spends(self) -> bool:
        """True for an ask: a message that is left counts as one of the reader's tries (law 3)."""
        action = self.step.action if self.step else next(iter(self.call.actions), "")
        return not self.is_free and action in ASKS

    @property
    def called(self) -> str:
        """Whom it rings, as a sentence says it."""
        told = "" if self.call.rings == "number" else self.name
        return told or self.call.who or str(call_words()["nobody"])

    @property
    def at(self) -> dt.datetime:
        """The moment of the next call, on the recipient's clock; now where none can be made."""
        return self.windows[0].start if self.windows else self.now.astimezone(self.zone)

    @property
    def day(self) -> dt.date:
        """The recipient's day of the next call."""
        return self.at.date()

    @property
    def situations(self) -> frozenset[str]:
        """What is so at the time of the call; whoever tells of another offer has one, whatever was noted."""
        found = self.known.situations_at(self.at)
        if not self.call.tells_of_offer:
            return found
        told = {"offer"} if self.values.get("offer_deadline") else {"offer", "no_deadline"}
        return found - {"no_deadline"} | told

    @property
    def who(self) -> Reader:
        """The reader, on their own clock."""
        return reader(self.now, str(self.mine or ""), self.case.country)


@lru_cache(maxsize=1)
def call_words() -> Mapping[str, Any]:
    """Gives the words of data/words/call_words.toml."""
    return table("words", "call_words.toml")
