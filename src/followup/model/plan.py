"""What is planned: steps with their windows and reasons."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

type Bound = Literal["earliest", "target", "latest"]
type Stance = Literal["agrees", "disagrees", "silent", "ours"]
type Status = Literal["waiting", "due", "overdue", "done", "dropped"]


type Channel = Literal["email", "phone", "message", "post", "none"]


# Where a hiring process stands; exactly one.
type State = Literal[
    "ahead",
    "held",
    "task",
    "invited",
    "no-show",
    "on-hold",
    "checks",
    "runner-up",
    "offer-coming",
    "offer-written",
    "accepted",
    "said-no",
    "over",
    "closed",
]
STATES: tuple[State, ...] = get_args(State.__value__)


# What holds beside the state; any number.
type Condition = Literal[
    "question",
    "call-agreed",
    "away",
    "no-contact",
    "other-offer",
    "contact-gone",
    "advertised",
    "layoffs",
    "linkedin",
    "friend",
    "checks",
    "task",
]


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
    "third-check-in",
    "fourth-check-in",
    "ask-day",
    "hold-note",
    "checks-note",
    "still-interested",
    "ask-paper",
    "say-when",
    "decide",
    "ask-time",
    "task-time",
    "warn-referee",
    "hand-in",
    "ask-arrived",
    "new-times",
    "first-day",
    "withdraw",
    "last-question",
    "ask-back",
]


# What asks them how things stand.
CHECK_INS: tuple[Action, ...] = ("check-in", "second-check-in", "third-check-in", "fourth-check-in")
# Those of a round: after a task the first one asks whether it arrived.
ROUND_ASKS: tuple[Action, ...] = (*CHECK_INS, "ask-arrived")
TOUCHES: tuple[Action, ...] = (*CHECK_INS, "call")
# An ask is any check-in of ours, whatever the state it is made in (course.md, Words).
ASKS: tuple[Action, ...] = (
    *ROUND_ASKS,
    "ask-day",
    "hold-note",
    "checks-note",
    "still-interested",
    "ask-paper",
    "first-day",
    "last-question",
)
# These stand on their own: nothing is kept apart from them, for they go to somebody else.
ELSEWHERE: tuple[Action, ...] = ("ask-time", "warn-referee")


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
class Alternative:
    """A second window that is as good as the first, with what stands behind it."""

    window: Window
    because: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One dated action; `done_at` is when it was done, on the recipient's clock.

    `question` is the record its dates answer: a disputed question, or a choice of ours. From `limit` on, aware, it is
    too late to wait: it is dropped then, or that is the day of the interview that it has to reach them before.
    """

    id: str
    action: Action
    round: int
    to: tuple[str, ...]
    channel: Channel
    letter: str
    window: Window
    status: Status
    because: tuple[Reason, ...]
    question: str = ""
    done_at: dt.datetime | None = None
    alternatives: tuple[Alternative, ...] = ()
    limit: dt.datetime | None = None

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
    # What the value is called: "New South Wales".
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """All steps in the order of their targets, the one to look at now, and where it ends.

    `since` is the day from which the state holds; `look_again` is the day to come back on where no step asks sooner;
    `by_law` is the day by which the law makes them tell, where there is one.
    """

    state: State = "held"
    since: dt.date | None = None
    beside: tuple[Condition, ...] = ()
    look_again: dt.date | None = None
    by_law: dt.date | None = None
    unanswered: int = 0
    steps: tuple[Step, ...]
    next: str
    ends: dt.date | None
    touches_left: int
    notices: tuple[Notice, ...]
