"""The calls that a process can lead to: what each is for, whom it rings and what is said in it, from calls.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from followup import data

# A number is that of a house, where nobody is asked for by name.
type Rings = Literal["them", "referee", "other-employer", "number"]
# How nobody picking up is met: K16; once more on the same day; a message at the first try.
type Tries = Literal["ordinary", "again", "at-once"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What they may say, what to say then, and what to do before it, which is not spoken."""

    to: str
    say: str
    do: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One kind of call; `opening`, `questions`, the replies and `voicemail` are words with blanks, as in a letter.

    It belongs to the steps of its `actions` and `letters`, and to the notices of a plan it is named by. `told_as` is
    the step that its events carry: nothing where any call finishes it. `until` names the blank with its last day,
    `business_days` says how many are left after today.
    """

    id: str
    about: str
    purpose: str
    actions: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    rings: Rings = "them"
    who: str = ""
    told_as: str | None = None
    tries: Tries = "ordinary"
    until: str = ""
    business_days: int | None = None
    why: str = ""
    waits: str = ""
    hello: str | None = None
    opening: str = ""
    questions: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    voicemail: str = ""
    points: str = ""
    avoid: tuple[str, ...] = ()
    stop: str = ""
    # The letters of the gallery that hold its words, by the part they take the place of.
    written: Mapping[str, str]

    @property
    def tells_of_offer(self) -> bool:
        """True for a call that tells of an offer from elsewhere."""
        return "tell-offer" in self.actions

    def fits(self, action: str, letter: str) -> bool:
        """True for a step of that action and letter."""
        named = bool(self.actions or self.letters)
        return named and (not self.actions or action in self.actions) and (not self.letters or letter in self.letters)


@lru_cache(maxsize=1)
def calls() -> Mapping[str, Call]:
    """Gives every kind of call by id, in the order of the form."""
    return {one["id"]: _call(one) for one in data.table("words", "calls.toml")["call"]}


@lru_cache(maxsize=1)
def frames() -> Mapping[str, str]:
    """Gives what stands around the words of each call."""
    return dict(data.table("words", "calls.toml")["frames"])


def call_for(action: str, letter: str) -> Call | None:
    """Gives the call that a step would be, the kind with the narrowest claim; None where nobody would ring."""
    found = [one for one in calls().values() if one.fits(action, letter)]
    return min(found, key=lambda one: not one.letters, default=None)


def told_as(action: str, letter: str) -> str:
    """Gives the step that an event of such a call carries; nothing for a call that any call finishes."""
    kind = call_for(action, letter)
    return action if kind is None or kind.told_as is None else kind.told_as


def noticed(kinds: frozenset[str]) -> Call | None:
    """Gives the call that a notice of the plan proposes."""
    return next((one for one in calls().values() if kinds & {*one.notices}), None)


def abouts() -> tuple[tuple[str, str], ...]:
    """Gives what a call may be about, for a form: what the plan says first."""
    return (("", frames()["about"]), *((one.id, one.about) for one in calls().values()))


def _call(record: Mapping[str, Any]) -> Call:
    told: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in record.items()}
    told["replies"] = tuple(Reply(**one) for one in record.get("replies", ()))
    return Call(**{"written": {}, **told})
