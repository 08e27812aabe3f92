"""What happened, one fact at a time, and what the table of events calls it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from followup.case.meetings import Meeting
from followup.model.case import Event
from followup.model.plan import ASKS

# Means by which the reader finishes a step.
MEANS = ("sent", "called", "voicemail")
# What the reader did that has a kind of its own, by the step that it finishes.
FINISHES = {"handed-in": "hand-in", "accepted": "decide", "declined": "decide", "withdrawn": "withdraw"}
# What the reader tells as done that may have gone out by email, and come back.
WRITTEN = ("sent", *FINISHES)
# The reader's own no, told to them.
OWN_NO = ("declined", "withdrawn")
# A call to somebody else in which whoever it was meant for could not be spoken to yet.
NOT_REACHED = ("no-answer", "call-back", "left", "away", "auto")


# A plan asks each fact some hundred times what it is: it finds that once, in the dictionary that slots would take.
@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened: an event as it was told, or (with no event) a meeting that took place.

    `elsewhere` marks a wish for more time that went to those who made another offer, `reports` a call that told a
    recruiter how the interview went.
    """

    at: datetime
    event: Event | None = None
    meeting: Meeting | None = None
    elsewhere: bool = False
    reports: bool = False

    @cached_property
    def word(self) -> str:
        """What it is called in the table of events (course.md, Events)."""
        if self.event is None:
            return "held"
        if self.is_elsewhere:
            return "elsewhere"
        if self.event.kind in MEANS and self.event.step == "withdraw" and self.event.outcome != "no-answer":
            # Withdrawing is a step until it is told as done, and its own button tells it (Events).
            return "withdrawn"
        match self.event.kind:
            case "reply" | "called":
                return self.event.outcome or "answered"
            case "heard":
                return f"heard-{self.event.outcome}"
            case kind:
                return kind

    @property
    def to(self) -> str:
        """Whom it went to, or who wrote it, by name or address as they are compared; nothing where nobody told."""
        return self.event.to.casefold() if self.event else ""

    def may_concern(self, people: Collection[str]) -> bool:
        """True if whom it went to is among these names and addresses, or was not told."""
        return not self.to or self.to in people

    @cached_property
    def is_elsewhere(self) -> bool:
        """True for what went to a referee, or to those who made another offer: it moves nothing here."""
        told = self.event is not None and self.event.kind in MEANS
        return told and (self.elsewhere or (self.event is not None and self.event.step == "warn-referee"))

    @cached_property
    def is_theirs(self) -> bool:
        """True for what they wrote or said, by their own will or in a call."""
        return (
            self.event is not None
            and not self.is_elsewhere
            and self.event.kind in ("reply", "called")
            and self.word != "no-answer"
        )

    @property
    def is_wish_to_leave(self) -> bool:
        """True where the reader wants out and told nobody there yet: to withdraw is a step until it is told as done."""
        kinds = ("accepted", "declined")
        return self.event is not None and self.event.kind in kinds and self.event.step == "withdraw"

    @property
    def is_message(self) -> bool:
        """True for what may have gone out in writing, and may come back."""
        return self.event is not None and self.event.kind in WRITTEN and not self.is_wish_to_leave

    @cached_property
    def is_ask(self) -> bool:
        """True for a check-in of ours, by any means, whether it was answered or not (law 3)."""
        if self.event is None or self.reports or self.word == "no-answer":
            return False
        steps = ASKS if self.event.kind == "sent" else (*ASKS, "")
        return self.event.kind in ("sent", "called", "voicemail") and self.event.step in steps

    @property
    def is_unanswered(self) -> bool:
        """True for an ask that no voice answered: an email, a voicemail, word left."""
        return self.is_ask and self.event is not None and self.event.kind != "called"

    @cached_property
    def step(self) -> str:
        """The action that it finishes, whatever the means; nothing where it finishes none."""
        if self.event is None or self.word == "no-answer" or self._is_in_vain:
            return ""
        return FINISHES.get(self.event.kind, self.event.step if self.event.kind in MEANS else "")

    @property
    def _is_in_vain(self) -> bool:
        return self.is_elsewhere and self.event is not None and self.event.outcome in NOT_REACHED
