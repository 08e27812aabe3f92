"""Every state met with everything that can be told in it: what the engine makes of each pair."""

from collections.abc import Iterator
from typing import NamedTuple

from cases import Fields, event, planned, round_of

from followup.case.moves import STATES

HELD = "2027-01-05"
TOLD, NOW = "2027-01-13T10:00", "2027-01-13T12:00:00-05:00"
THANKED = event("sent", "2027-01-06T09:00", step="thank-you")
DAY = "2027-01-27"


def _reply(outcome: str, **words: str) -> Fields:
    return event("reply", "2027-01-12T10:00", outcome=outcome, **words)


# What leads to each state, a day before something more is told.
WAYS: dict[str, tuple[Fields, ...]] = {
    "ahead": (_reply("next-round", by=DAY),),
    "held": (),
    "task": (_reply("task", by=DAY),),
    "invited": (_reply("next-round"),),
    "no-show": (_reply("next-round", by="2027-01-13"), event("no-show", "2027-01-13T09:00")),
    "on-hold": (_reply("on-hold"),),
    "checks": (_reply("checks"),),
    "runner-up": (_reply("runner-up"),),
    "offer-coming": (_reply("offer"),),
    "offer-written": (_reply("offer-written", deadline=DAY),),
    "accepted": (_reply("offer-written", deadline=DAY), event("accepted", "2027-01-12T12:00")),
    "said-no": (_reply("rejected"),),
    "over": (event("heard", "2027-01-12T10:00", outcome="filled"),),
    "closed": (event("closed", "2027-01-12T10:00", reason="gave-up"),),
}
WORDS: dict[str, Fields] = {
    **{
        word: {"kind": "reply", "outcome": word}
        for word in (
            *("kind-word", "auto", "deciding", "question", "next-round", "called-off", "task", "checks", "on-hold"),
            *(
                "runner-up",
                "offer",
                "offer-written",
                "rejected",
                "filled",
                "taken-back",
                "left",
                "no-contact",
                "answered",
            ),
        )
    },
    "away": {"kind": "reply", "outcome": "away", "by": DAY},
    "promise": {"kind": "reply", "outcome": "promise", "by": DAY},
    "call-back": {"kind": "reply", "outcome": "call-back", "by": DAY},
    "next-round, a day": {"kind": "reply", "outcome": "next-round", "by": DAY},
    "first-day": {"kind": "reply", "outcome": "first-day", "by": "2027-02-15"},
    "heard: filled": {"kind": "heard", "outcome": "filled"},
    "heard: advertised": {"kind": "heard", "outcome": "advertised"},
    "heard: layoffs": {"kind": "heard", "outcome": "layoffs"},
    "heard: LinkedIn": {"kind": "heard", "outcome": "linkedin"},
    "heard: a friend inside": {"kind": "heard", "outcome": "friend"},
    "no-show": {"kind": "no-show"},
    "moved-by-me": {"kind": "moved-by-me"},
    "interview-moved": {"kind": "interview-moved"},
    "offer-elsewhere": {"kind": "offer-elsewhere", "deadline": DAY},
    "bounced": {"kind": "bounced"},
    "called, nobody": {"kind": "called", "outcome": "no-answer"},
    "called, they picked up": {"kind": "called", "outcome": "answered"},
    "voicemail": {"kind": "voicemail"},
    "handed-in": {"kind": "handed-in"},
    "accepted": {"kind": "accepted"},
    "declined": {"kind": "declined"},
    "withdrawn": {"kind": "withdrawn"},
    "closed": {"kind": "closed", "reason": "gave-up"},
    "reopened": {"kind": "reopened"},
}


class Pair(NamedTuple):
    """A state, what is told in it, and what follows: the state, the next action and the end of its window."""

    state: str
    word: str
    to: str
    action: str
    until: str


def told(state: str, *more: Fields) -> Fields:
    """A case that stands in that state, with something more told the day after."""
    events = [THANKED, *WAYS[state], *({**one, "at": TOLD} for one in more)]
    return {"rounds": [round_of(HELD)], "country": "US", "events": events}


def pairs() -> Iterator[Pair]:
    """Every pair, by the engine."""
    for word, event_of in WORDS.items():
        for state in STATES:
            plan = planned(told(state, event_of), now=NOW)
            step = next((one for one in plan.steps if one.id == plan.next), None)
            until = step.window.latest.date().isoformat() if step else ""
            yield Pair(state=state, word=word, to=plan.state, action=step.action if step else "", until=until)
