"""What a draft is, when nobody told."""

import re
from dataclasses import dataclass

from followup.checking.draft import Draft, MessageKind, kind_of
from followup.checking.learnt import chances
from followup.checking.signs import signs
from followup.frozen import remembered

# Below the first nothing is said of a draft's kind, from the second on it is taken as known (record 0039).
LIKELY = 0.45
SURE = 0.65
# Our choice: thanks come within days; the first check-in is a week off.
DAYS_OF_THANKS = 4
ASKS_NEWS = "{asks-news}"
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
# Whoever dates the interview, is still interested and asks how things stand writes days later.
STILL = re.compile(
    r"\b(?:still|remain) (?:very |really |extremely |so )?(?:much )?(?:interested|keen)\b", re.IGNORECASE
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}"
DATED = re.compile(
    rf"\b{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b", re.IGNORECASE
)
# Asking for another figure is no wish for time.
RAISE = re.compile(
    r"\b(?:move|raise|increase|bring|lift|stretch|go up|improve|revisit|higher|match|meet|flexib\w+|room)\b"
    r"[^.!?\n]{0,50}"
    r"\b(?:salary|base|pay|figure|rate|wage|package|compensation)\b"
    r"|\b(?:salary|base|pay|rate|wage)\b[^.!?\n]{0,30}\b(?:to|of|at|nearer|closer)\b ?[$£€]?\d",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?:time|until|till|days?|(?:extend|extension)\w*|longer|weeks?|(?:mon|tues|wednes|thurs|fri)day|think)\b",
    re.IGNORECASE,
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
    known = _guessed(Draft(text=draft.text, subject=draft.subject))
    if known.kind == "thank-you" and _is_days_later(draft) and ASKS_NEWS in signs(draft):
        # Who thanks once more after a week, and asks how things stand, checks in.
        return Guess(kind="check-in", is_sure=known.is_sure)
    if known.kind == "ask-time" and RAISE.search(draft.text) and not TIME.search(draft.text):
        return Guess(kind="unknown", is_sure=False)
    return known


def _is_days_later(draft: Draft) -> bool:
    """Tells whether the last interview was days ago, by both days or by the words."""
    if STILL.search(draft.text) and DATED.search(draft.text) and THANKED not in signs(draft):
        return True
    last = max((day for day in draft.met if draft.sent_on and day <= max(draft.sent_on)), default=None)
    return last is not None and (min(draft.sent_on) - last).days > DAYS_OF_THANKS


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
