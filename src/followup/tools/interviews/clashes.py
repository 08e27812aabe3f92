"""Two things due to one person on one day, from two applications: one message, or one call, for both (O19)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from followup.case.passing_on import RECRUITERS
from followup.dates import clock
from followup.dates.calendars import calendar_of
from followup.model.case import Case
from followup.model.language import listed
from followup.model.plan import ASKS, Plan, Step
from followup.model.wording import view_words
from followup.planning.resuming import resumed
from followup.words.lead import day_words
from followup.words.moments import Reader

REACHING = ("email", "message", "phone")
# What is made first cannot be sent sooner for the sake of another message.
MADE = ("hand-in", "decide")
# Only whoever needs more time writes for it.
IF_NEEDED = ("task-time",)
PAIR = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Sending:
    """One message or call that is planned: of which application, to whom, and when it would go out, seen from `now`.

    `company` and `is_recruiter` tell one person from a namesake elsewhere.

    `at` is on the recipient's clock: its target, or where that has passed the next hour for it.
    """

    name: str
    id: str
    step: Step
    to: str
    address: str
    at: datetime
    now: datetime
    company: str
    is_recruiter: bool

    @property
    def day(self) -> date:
        """The recipient's day of that moment."""
        return self.at.date()

    def may_go(self, at: datetime) -> bool:
        """True if its window is open at that moment; what is late may go at any."""
        is_late = self.step.status == "overdue"
        is_over = clock.instant(at) > clock.instant(self.step.window.latest) and not is_late
        return clock.instant(self.step.window.earliest) <= clock.instant(at) and not is_over

    def is_to(self, other: "Sending") -> bool:
        """True for one address; else for one full name at one company, or of a recruiter who fills posts at both."""
        if self.address and other.address:
            return self.address == other.address
        if " " not in self.to.strip() or self.to.casefold() != other.to.casefold():
            return False
        is_one_company = bool(self.company) and self.company.casefold() == other.company.casefold()
        return is_one_company or (self.is_recruiter and other.is_recruiter)

    def meets(self, other: "Sending") -> bool:
        """True if both would go to one person on one day, or the later one might go with the earlier."""
        if self.id == other.id or not self.is_to(other):
            return False
        first, last = sorted((self, other), key=lambda one: clock.instant(one.at))
        return first.day == last.day or (last.step.action not in MADE and last.may_go(first.at))


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """What meets, and when one message or call does for all: not later than any of them, where that can be."""

    sendings: tuple[Sending, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Who meets, and over whom."""
        return (self.sendings[0].to.casefold(), *sorted({one.id for one in self.sendings}))

    @property
    def at(self) -> datetime:
        """The first moment at which all of it may go; a call keeps its own hour."""
        calls = [one for one in self.sendings if one.step.channel == "phone"]
        first = min((one.at for one in calls or self.sendings), key=clock.instant)
        opened = (one.step.window.earliest for one in self.sendings)
        return max(first, *opened, key=clock.instant).astimezone(first.tzinfo)

    def says(self, who: Reader) -> str:
        """The clash and the one proposal, in words; an hour is named where it lies ahead."""
        names, first = [*dict.fromkeys(one.name for one in self.sendings)], self.sendings[0]
        called = any(one.step.channel == "phone" for one in self.sendings)
        ahead = clock.instant(self.at) > clock.instant(first.now)
        at = self.at.astimezone(who.here)
        when = (
            view_words("interviews.at", hour=clock.short_time(at, who.country)) if ahead else day_words(who.today, who)
        )
        day = view_words("days.on", day=clock.spoken_day(at.date())) if ahead else when
        count = len({one.id for one in self.sendings})
        both = view_words("interviews.both" if count == PAIR else "interviews.all")
        named = listed(names) if len(names) == count else view_words("interviews.alike", name=listed(names))
        facts = {"names": named, "both": both, "to": first.to, "day": day, "when": when}
        return view_words("interviews.one_call" if called else "interviews.one_message", **facts)


def sendings(name: str, id: str, case: Case, plan: Plan, now: datetime) -> Iterator[Sending]:
    """The open messages and calls of one application that go to somebody known; of its asks the next one alone."""
    people = [one for held in case.rounds for one in held.interviewers]
    addresses = {one.name: one.email.casefold() for one in people if one.email}
    recruiters = {word for one in people if one.part in RECRUITERS for word in (one.name, one.email)}
    asked, calendar = False, calendar_of(case)
    for step in plan.steps:
        to = next(iter(step.to), "")
        if not step.is_open or step.action in IF_NEEDED or step.channel not in REACHING or not to:
            continue
        if asked and step.action in ASKS:
            continue
        asked = asked or step.action in ASKS
        address = addresses.get(to, to.casefold() if "@" in to else "")
        at = resumed(step, now, calendar)
        yield Sending(
            name=name,
            id=id,
            step=step,
            to=to,
            address=address,
            at=at,
            now=now,
            company=case.company,
            is_recruiter=to in recruiters,
        )


def clashes(found: Iterable[Sending]) -> tuple[Clash, ...]:
    """Every person for whom two applications meet, on the first such day: one clash, and one proposal."""
    left = sorted(found, key=lambda one: clock.instant(one.at))
    met: dict[tuple[str, ...], Clash] = {}
    while left:
        first, *rest = left
        others = [one for one in rest if one.meets(first)]
        if others:
            clash = Clash(sendings=(first, *others))
            met.setdefault(clash.key, clash)
        left = [one for one in rest if one not in others]
    return tuple(met.values())
