"""Which word leads from which state to which: the table of events of a hiring process, to the letter."""

from collections.abc import Mapping

from followup.model.plan import STATES

# An empty name means that the state stays; BACK is the state from which it was left. "*" stands for every other state.
STAYS, BACK, ANY = "", "back", "*"

_TALK = {"offer-written": STAYS, "accepted": STAYS}
_BESIDE = {"ahead": STAYS, "offer-coming": STAYS, "offer-written": STAYS, "accepted": STAYS}
_NO_DAY = {ANY: "invited", **_TALK, "closed": STAYS}
_NO = {ANY: "said-no", "closed": STAYS}
_CLOSED = {ANY: "closed"}

MOVES: Mapping[str, Mapping[str, str]] = {
    # A round that took place, or the task that stood in its place, was handed in.
    "held": {ANY: "held", "offer-coming": STAYS, **_TALK, "said-no": STAYS, "closed": STAYS},
    "handed-in": {"task": "held"},
    # Their words.
    "deciding": {"on-hold": "held", "said-no": "held", "no-show": "invited", "over": BACK},
    "promise": {"on-hold": "held", "no-show": "invited", "over": BACK},
    "question": {"over": BACK},
    # Whoever asks whether the reader is still interested has opened it again, even after a no.
    "interest": {"on-hold": "held", "said-no": "held", "no-show": "invited", "over": BACK},
    "call-back": {"over": BACK},
    "answered": {"over": BACK},
    "next-round": _NO_DAY,
    "called-off": _NO_DAY,
    "interview-moved": _NO_DAY,
    "task": {ANY: "task", **_BESIDE},
    "checks": {ANY: "checks", **_BESIDE},
    # A check that was passed decides nothing yet: where it stood alone, they decide now.
    "cleared": {"checks": "held", "over": BACK},
    "on-hold": {ANY: "on-hold", "accepted": STAYS},
    "runner-up": {ANY: "runner-up"},
    "offer": {ANY: "offer-coming", **_TALK},
    "offer-written": {ANY: "offer-written", "accepted": STAYS},
    "rejected": _NO,
    "filled": _NO,
    "taken-back": _NO,
    "first-day": {},
    "no-contact": {},
    # No words about the case.
    "kind-word": {},
    "auto": {},
    "left": {},
    "away": {},
    "no-answer": {},
    "heard-filled": {ANY: "over", **_TALK, "said-no": STAYS, "closed": STAYS},
    "heard-advertised": {},
    "heard-layoffs": {},
    "heard-linkedin": {},
    "heard-friend": {},
    "bounced": {},
    "no-show": {ANY: "no-show", "closed": STAYS},
    # What the reader did.
    "sent": {},
    "voicemail": {},
    "offer-elsewhere": {},
    "moved-by-me": _NO_DAY,
    "accepted": {ANY: "accepted"},
    "declined": _CLOSED,
    "withdrawn": _CLOSED,
    "closed": _CLOSED,
    "reopened": {"closed": BACK},
}


def moved(state: str, word: str) -> str:
    """The state that a word leads to: another one, BACK, or STAYS."""
    told = MOVES.get(word, {})
    return told.get(state, told.get(ANY, STAYS))


def matrix() -> Mapping[str, Mapping[str, str]]:
    """Every state against every word, with what comes of it; the developers' page and the tests print it."""
    states = dict.fromkeys(STATES)
    return {word: {state: moved(state, word) or state for state in states} for word in MOVES}
