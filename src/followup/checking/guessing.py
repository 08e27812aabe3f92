"""What a draft is, when nobody told."""

from dataclasses import dataclass

from followup.checking.draft import Draft, MessageKind, kind_of
from followup.checking.learnt import chances
from followup.checking.signs import signs
from followup.frozen import remembered

# Below the first nothing is said of a draft's kind, from the second on it is taken as known (record 0039).
LIKELY = 0.45
SURE = 0.65
CERTAIN = 0.8
# How a text looks says nothing of what it does.
SHAPES = frozenset({"{one-line}", "{signed}", "{list}"})
# Whoever thanks for an interview of today or yesterday asks only when they will hear, as these kinds do as well;
# one of the other signs tells of more than thanks.
THANKED = "{thanks-for-the-day}"
ASKS_AS_WELL = frozenset({"check-in", "second-check-in", "competing-offer", "ask-time"})
# What is said on the phone has no name below it.
SAID_OR_SIGNED = frozenset({"call-opening", "voicemail"})
MORE = frozenset(
    "{other-offer} {their-offer} {was-refused} {quits} {refuses} {says-who} {calls} {asks-for} {says-number}"
    " {rings-off} {directions}".split()
)
# Kinds that are read so much alike that either will do.
ALIKE: tuple[frozenset[MessageKind], ...] = (
    frozenset({"thank-you", "pass-on"}),
    frozenset({"check-in", "second-check-in"}),
    frozenset({"rejection-reply", "stay-in-touch", "card"}),
    frozenset({"withdraw", "close"}),
    frozenset({"voicemail", "call-opening", "talking-points"}),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Guess:
    """A kind, and whether findings may rely on it."""

    kind: MessageKind
    is_sure: bool


def guess(draft: Draft) -> MessageKind:
    """Gives the kind of letter that a draft is, or "unknown" where nothing tells or two kinds are close."""
    return guessed(draft).kind


def guessed(draft: Draft) -> Guess:
    """Gives the kind of letter that a draft is by its signs, and whether that is as good as known."""
    return _guessed(Draft(text=draft.text, subject=draft.subject))


@remembered(1)
def _guessed(draft: Draft) -> Guess:
    """By subject and text alone: the checker asks for the step of the plan, and again once the case is known."""
    found = signs(draft)
    likely = chances("kinds", found)
    best = max(likely, key=lambda kind: likely[kind])
    kind = kind_of(best) or "unknown"
    chance = sum(likely[name] for name in _alike(kind))
    does_something = any(sign.startswith("{") for sign in found - SHAPES)
    # Words that ask, thank, take or refuse nothing could be anything.
    least = LIKELY if does_something else CERTAIN
    if THANKED in found and not MORE & found and (_asks_as_well(kind, found) or chance < least):
        return Guess(kind="thank-you", is_sure=True)
    return Guess(kind=kind if chance >= least else "unknown", is_sure=chance >= SURE)


def _asks_as_well(kind: MessageKind, found: frozenset[str]) -> bool:
    return kind in ASKS_AS_WELL or (kind in SAID_OR_SIGNED and "{signed}" in found)


def _alike(kind: MessageKind) -> frozenset[MessageKind]:
    return next((alike for alike in ALIKE if kind in alike), frozenset({kind}))
