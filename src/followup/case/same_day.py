"""An ask of ours and a word of theirs on one day, where nobody told the hour of either: which came first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from followup.case.facts import Fact

# What their word makes the reader ask at once; such an ask follows the first word of its kind (States).
OPENED_BY: Mapping[str, tuple[str, ...]] = {
    "ask-day": ("next-round", "called-off"),
    "ask-paper": ("offer",),
    "hold-note": ("on-hold",),
    "checks-note": ("checks",),
    "still-interested": ("runner-up",),
}


def asks_first(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts with each ask before the word of that day that may answer it, the rest as it was.

    The course has theirs first at one moment, so that a step which answers them stands after what it answers. An ask
    answers nothing: told with their word by the day alone, it would stand unanswered although they wrote back. So it
    departs from the course for an ask by email or voicemail and a reply. It goes by what the two are and not by the
    order in which they were told, which says nothing of the hour. At a moment with an hour theirs stay first.
    """
    told: list[Fact] = []
    for fact in facts:
        at = (at for at, word in enumerate(told) if _may_answer(word, fact, told[:at]))
        told.insert(next(at, len(told)), fact)
    return tuple(told)


def _may_answer(word: Fact, ask: Fact, before: Sequence[Fact]) -> bool:
    """True for a word that the ask may have brought; `before` is what came before the word."""
    if not ask.is_unanswered or ask.event is None or word.event is None or word.event.kind != "reply":
        return False
    if isinstance(ask.event.at, datetime) or isinstance(word.event.at, datetime) or ask.event.at != word.event.at:
        return False
    if word.word == "left":
        # The same ask again goes to somebody else, because the first one reached nobody (O40).
        return not any(one.is_unanswered and one.step == ask.step for one in before)
    if word.word == "call-back":
        # A voicemail is the call that they asked for (law 3).
        return ask.event.kind == "sent"
    return word.word not in OPENED_BY.get(ask.step, ()) or any(one.word == word.word for one in before)
