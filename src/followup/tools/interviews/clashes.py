"""Two messages to one address on one day, from two applications: one message for both (O19)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from followup.dates import clock
from followup.model.case import Case
from followup.model.plan import Plan, Step
from followup.words.moments import Reader, say


@dataclass(frozen=True, kw_only=True, slots=True)
class Sending:
    """One message that is planned: of which application, to which address, and when."""

    name: str
    id: str
    step: Step
    address: str

    @property
    def day(self) -> date:
        """The recipient's day it is meant for."""
        return self.step.window.target.date()


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """Messages that meet, and when one message does for all: not later than any of them."""

    sendings: tuple[Sending, ...]
    at: datetime

    def says(self, who: Reader) -> str:
        """The clash and the proposal, in words."""
        names = " and ".join(dict.fromkeys(one.name for one in self.sendings))
        to = self.sendings[0].step.to[0]
        return (
            f"{names} both have a message to {to} on {clock.spoken_day(self.sendings[0].day)}. "
            f"Write one message for both, {say(self.at, who).theirs}."
        )


def sendings(name: str, id: str, case: Case, plan: Plan) -> Iterator[Sending]:
    """The open messages of one application whose address is known."""
    addresses = {one.name: one.email.casefold() for held in case.rounds for one in held.interviewers if one.email}
    for step in plan.steps:
        to = next(iter(step.to), "")
        address = addresses.get(to, to.casefold() if "@" in to else "")
        if step.is_open and step.channel == "email" and address:
            yield Sending(name=name, id=id, step=step, address=address)


def clashes(found: Iterable[Sending]) -> tuple[Clash, ...]:
    """Every address and day on which two applications meet."""

    def key(one: Sending) -> tuple[str, date]:
        return one.address, one.day

    groups = [tuple(same) for _, same in groupby(sorted(found, key=key), key=key)]
    meeting = [group for group in groups if len({one.id for one in group}) > 1]
    return tuple(
        Clash(sendings=group, at=min((one.step.window.target for one in group), key=clock.instant)) for group in meeting
    )
