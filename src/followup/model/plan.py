"""What is planned: steps with their windows and reasons."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

type Bound = Literal["earliest", "target", "latest"]


type Stance = Literal["agrees", "disagrees", "silent", "ours"]


type Status = Literal["waiting", "due", "overdue", "done", "dropped"]


type Channel = Literal["email", "phone", "post", "none"]


type Action = Literal[
    "thank-you",
    "check-in",
    "second-check-in",
    "call",
    "tell-offer",
    "ask-feedback",
    "stay-in-touch",
    "card",
    "answer",
    "let-go",
]


# What asks them how things stand.
TOUCHES: tuple[Action, ...] = ("check-in", "second-check-in", "call")


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """When a step may be done, in the recipient's zone, aware."""

    earliest: dt.datetime
    target: dt.datetime
    latest: dt.datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why a bound lies where it lies, and where one source stands on it."""

    bound: Bound
    rule: str
    source: str
    stance: Stance
    says: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One dated action; `done_at` is when it was done, on the recipient's clock."""

    id: str
    action: Action
    round: int
    to: tuple[str, ...]
    channel: Channel
    letter: str
    window: Window
    status: Status
    because: tuple[Reason, ...]
    done_at: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """True until it is done or dropped."""
        return self.status not in ("done", "dropped")


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """Something the reader should know about the plan as a whole."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A value that other answers make likely for one field of the case, with the reason in words."""

    field: str
    value: str
    says: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """All steps in the order of their targets, the one to look at now, and where it ends."""

    steps: tuple[Step, ...]
    next: str
    ends: dt.date | None
    touches_left: int
    notices: tuple[Notice, ...]
