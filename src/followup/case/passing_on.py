"""Who of an interview passes thanks on to those whose address the reader does not have."""

from collections.abc import Iterable
from typing import Protocol

ORGANISERS = ("agency", "recruiter", "hr")
# An agency's recruiter, and one of whom nobody told whether they work for the firm itself.
RECRUITERS = ("agency", "recruiter")
# This letter thanks whoever gets it, and asks to thank the others.
PASSED_ON = "thank-you-organiser"


class Somebody(Protocol):
    """Somebody of an interview, as entered or as somebody to write to."""

    @property
    def name(self) -> str: ...

    @property
    def email(self) -> str: ...

    @property
    def part(self) -> str: ...


def passes_on[Anybody: Somebody](people: Iterable[Anybody]) -> Anybody | None:
    """Who is asked to pass thanks on: of those with an address who runs the process, else the first one."""
    reached = [one for one in people if one.email]
    running = (one for one in reached if one.part in ORGANISERS)
    return next(running, next(iter(reached), None))


def unreached[Anybody: Somebody](people: Iterable[Anybody]) -> tuple[Anybody, ...]:
    """Those without an address, where somebody else has one."""
    told = tuple(people)
    return tuple(one for one in told if not one.email) if passes_on(told) else ()
