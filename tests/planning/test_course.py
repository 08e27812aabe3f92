"""A machine that tells anything in any order, and the four laws that hold for whatever it told (course.md)."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import oracle
from cases import event, planned, round_of
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from strides import stride

from followup.letters import letters
from followup.model.plan import ASKS, STATES, Plan, Step

PLACES = (
    ("US", "America/New_York"),
    ("GB", "Europe/London"),
    ("AE", "Asia/Dubai"),
    ("NZ", "Pacific/Auckland"),
    ("", "Asia/Kathmandu"),
)
APPROACHES = ("balanced", "patient", "prompt", "staffing", "primer", "checklist", "resume", "formats")
PACES = ("ordinary", "quick", "long-wait", "public", "university")
WORDS = (
    *("deciding", "promise", "question", "task", "checks", "on-hold", "runner-up", "next-round", "called-off", "offer"),
    *("offer-written", "first-day", "rejected", "filled", "no-contact", "away", "kind-word", "auto", "call-back"),
    *("taken-back", "left", "cleared", "interest"),
)
KINDS = (
    *("interview-moved", "moved-by-me", "no-show", "offer-elsewhere", "bounced", "handed-in", "accepted", "declined"),
    *("withdrawn", "closed", "reopened", "voicemail"),
)
NEEDS_A_DAY = ("promise",)
# Two years of anybody's calendar are enough for thirty events.
START = datetime(2027, 1, 5, 15, 0, tzinfo=UTC)
STEPS = 30


class Process(RuleBasedStateMachine):
    """One process: time goes on, things happen, steps are done; after each of them every law is looked at."""

    @initialize(
        place=st.sampled_from(PLACES),
        approach=st.sampled_from(APPROACHES),
        pace=st.sampled_from(PACES),
        opening=st.sampled_from(["round", "round", "next-round", "task", "offer"]),
    )
    def begin(self, place: tuple[str, str], approach: str, pace: str, opening: str) -> None:
        """A case opens with an interview, an invitation, a task or an offer."""
        country, self.zone = place
        self.now, self.events = START, list[dict[str, Any]]()
        self.made: tuple[Any, Any] = (None, None)
        self.earlier: list[tuple[str, list[dict[str, Any]], Plan]] = []
        rounds = [round_of("2027-01-05", "15:00", zone=self.zone)] if opening == "round" else []
        self.told = {"rounds": rounds, "country": country, "my_zone": self.zone, "approach": approach, "pace": pace}
        if opening == "round":
            self.now += timedelta(hours=24)
        else:
            self.tell(event("reply", self.at, outcome=opening))

    @property
    def at(self) -> str:
        """Now, as a request carries it."""
        return self.now.isoformat(timespec="seconds")

    def tell(self, told: dict[str, Any]) -> None:
        """Something happened just now."""
        note(f"{told}")
        self.events.append(told)
        # At one moment theirs come first, whatever was told first; here one thing happens after the other.
        self.now += timedelta(minutes=1)

    def plan(self, more: list[dict[str, Any]] | None = None) -> Plan:
        """The plan as it stands; it is made once for one moment and what was told until then."""
        events = self.events + (more or [])
        key = (self.at, json.dumps(events))
        if self.made[0] != key:
            self.made = (key, planned(self.told | {"events": events}, now=self.at))
        made: Plan = self.made[1]
        return made

    def day(self, days: int) -> str:
        """A day that many days ahead, where they are."""
        there = self.now.astimezone(oracle.zone_of(self.zone)).date()
        return (there + timedelta(days=days)).isoformat()

    @rule(hours=st.integers(1, 24 * 30))
    def wait(self, hours: int) -> None:
        """Time goes on."""
        self.now += timedelta(hours=hours)

    @rule(word=st.sampled_from(WORDS), kind=st.sampled_from(["reply", "reply", "called"]), days=st.integers(0, 40))
    def they_say(self, word: str, kind: str, days: int) -> None:
        """They write, or say it when the reader calls; a day may belong to it."""
        kind = "reply" if word in ("auto", "kind-word", "away") else kind
        named = {"by": self.day(days)} if days > 10 or word in NEEDS_A_DAY else {}
        self.happens(event(kind, self.at, outcome=word, **named))

    @rule(kind=st.sampled_from(KINDS), days=st.integers(0, 40))
    def something_happens(self, kind: str, days: int) -> None:
        """Anything else that can be told."""
        named = {"by": self.day(days)} if days > 10 and kind in ("interview-moved", "moved-by-me") else {}
        named |= {"deadline": self.day(days)} if days > 10 and kind == "offer-elsewhere" else {}
        self.happens(event(kind, self.at, **named))

    @rule()
    def the_reader_wants_out(self) -> None:
        """They say so here first, and to the employer later."""
        self.happens(event("declined", self.at, step="withdraw"))

    @rule(pick=st.integers(0, 20), kind=st.sampled_from(["sent", "called", "voicemail"]))
    def a_step_is_done(self, pick: int, kind: str) -> None:
        """The button of an open step, by any means, finishes that step."""
        opened = [step for step in self.plan().steps if step.is_open and self.has_a_button(step)]
        if not opened:
            return
        step = opened[pick % len(opened)]
        if step.action == "thank-you" and kind != "sent":
            kind = "sent"
        told = event(kind, self.at, step=step.action, to="".join(step.to) if step.action == "thank-you" else "")
        told |= {"outcome": "answered"} if kind == "called" else {}
        self.happens(told)
        after = [one for one in self.plan().steps if one.action == step.action and one.status == "done"]
        assert any(one.done_at == datetime.fromisoformat(told["at"]) for one in after) or step.action in (*ASKS, "call")

    def has_a_button(self, step: Step) -> bool:
        """Nobody is thanked for an interview that lies ahead, and letting go is closing."""
        return step.action != "let-go" and (step.action != "thank-you" or step.status != "waiting")

    def happens(self, told: dict[str, Any]) -> None:
        """What was done before an event is not moved by it."""
        before = self.plan()
        self.earlier.append((self.at, [*self.events], before))
        after = self.plan([told])
        done = {
            step.id: (step.window, step.done_at, step.to)
            for step in before.steps
            if step.status == "done" and not self.is_about_no_show(step, told)
        }
        found = {step.id: (step.window, step.done_at, step.to) for step in after.steps}
        assert not [id for id, was in done.items() if found.get(id) != was], told
        self.tell(told)

    def is_about_no_show(self, step: Step, told: dict[str, Any]) -> bool:
        """A call of the hour before a no-show was told was a call about it (O31)."""
        hour = datetime.fromisoformat(told["at"]) - timedelta(hours=1)
        made = {one["at"] for one in self.events if one["kind"] in ("called", "voicemail") and not one.get("step")}
        is_call = step.done_at is not None and any(datetime.fromisoformat(at) == step.done_at for at in made)
        return told["kind"] == "no-show" and is_call and step.done_at is not None and step.done_at >= hour

    @invariant()
    def the_first_law(self) -> None:
        """An open case has a step whose window is not over, or a day to look again; a closed one has no step."""
        if not self.events:
            return
        plan = self.plan()
        opened = [step for step in plan.steps if step.is_open]
        if plan.state == "closed":
            assert {"answer", "call"} >= {step.action for step in opened}
            assert plan.look_again is None
        else:
            assert plan.look_again is not None
            assert plan.look_again > self.now.astimezone(oracle.zone_of(self.zone)).date()

    @invariant()
    def the_second_law(self) -> None:
        """Nothing is late after the day to let go."""
        plan = self.plan()
        if plan.state in ("over", "closed"):
            assert [] == [step.id for step in plan.steps if step.status == "overdue" and step.action != "answer"]

    @invariant()
    def every_letter_is_written(self) -> None:
        """A step names words that there are; one without any, such as letting go, names none."""
        assert {step.letter for step in self.plan().steps} <= {"", *letters()}

    @invariant()
    def the_third_law(self) -> None:
        """At most two asks without an answer, made or planned; in `held` four that no date of theirs called for."""
        plan = self.plan()
        asked = [step for step in plan.steps if step.is_open and step.action in ASKS and step.action != "last-question"]
        assert not asked or plan.unanswered + len(asked) <= 2
        assert plan.state in STATES

    @invariant()
    def the_fourth_law(self) -> None:
        """No ask before two business days after the last word between them, nor on its day."""
        asked = [step for step in self.plan().steps if step.is_open and step.action in ASKS]
        last = self.last_exchange()
        if last is None:
            return
        days = oracle.Days(self.told)
        for step in asked:
            if step.action in ("last-question", "first-day", "ask-day") and self.is_free(step):
                continue
            floor = days.add(last, 2)
            assert step.window.earliest.date() >= floor, (step.id, step.window.earliest, last)

    def is_free(self, step: Step) -> bool:
        """The first day has a date of its own, and after a no-show the email was no exchange."""
        return step.action != "ask-day" or any(told["kind"] == "no-show" for told in self.events)

    def last_exchange(self) -> date | None:
        """The day of the last word between them, by the events alone."""
        none = ("kind-word", "auto", "left", "away", "no-answer")
        days = [
            datetime.fromisoformat(told["at"]).astimezone(oracle.zone_of(self.zone)).date()
            for told in self.events
            if told["kind"] in ("reply", "called") and told.get("outcome") not in none
        ]
        return max(days, default=None)

    def teardown(self) -> None:
        """A process that is followed to its end, with nothing more from them, ends."""
        if not self.events:
            return
        self.taken_back()
        for _ in range(60):
            plan = self.plan()
            if plan.state == "closed" or (plan.state == "over" and not self.asks(plan)):
                return
            step = next((one for one in plan.steps if one.id == plan.next), None)
            self.now = max(self.now + timedelta(hours=1), self.moment(plan, step))
            if step and step.action != "let-go" and step.status != "waiting":
                self.tell(event("sent", self.at, step=step.action))
        raise AssertionError(f"never ends: {self.plan().state}")

    def taken_back(self) -> None:
        """Taking back all that was told since restores a plan: the first, one half-way, and the last."""
        for at, events, before in {
            at: self.earlier[at] for at in (0, len(self.earlier) // 2, -1) if self.earlier
        }.values():
            assert before == planned(self.told | {"events": events}, now=at)

    def asks(self, plan: Plan) -> list[Step]:
        """The open asks."""
        return [step for step in plan.steps if step.is_open and step.action in ASKS]

    def moment(self, plan: Plan, step: Step | None) -> datetime:
        """When to look again: at the next step, else on the day that is told."""
        if step and step.status == "waiting":
            return step.window.target.astimezone(UTC)
        if plan.look_again and (step is None or step.action == "let-go"):
            return datetime.combine(plan.look_again, datetime.min.time(), UTC) + timedelta(hours=18)
        return self.now


TestProcess = Process.TestCase
# By day no more than twenty, in make check six: each is a whole process; by night as many as the profile tells.
BY_DAY, FROM_PROFILE = 20, settings().max_examples
TestProcess.settings = settings(
    max_examples=FROM_PROFILE if FROM_PROFILE > 60 else min(FROM_PROFILE, BY_DAY) // stride(check=3, test=1),
    stateful_step_count=STEPS,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
