"""Whether what a letter speaks of was said by somebody else than whoever gets it: then it is no word of theirs."""

from collections.abc import Mapping

from followup.letters.news_day import THEIRS, is_from_another
from followup.letters.situation import standing_of
from followup.model.case import Case, Interviewer

# The words of theirs that a letter goes back to, the last of which counts.
SPEAKS_OF: Mapping[str, tuple[str, ...]] = {
    "when-paper": ("offer",),
    "competing-offer-spoken": ("offer",),
    "hold-note": ("on-hold",),
    "still-interested": ("runner-up",),
    "start-day": ("first-day", "on-hold"),
    "offer-taken-back": ("offer", "offer-written"),
}


def is_no_of_another(case: Case, person: Interviewer) -> bool:
    """True where somebody else told the reader the no that stands."""
    no = standing_of(case).no
    return no is not None and no.event is not None and is_from_another(case, no.event, person)


def is_relayed(case: Case, letter: str, person: Interviewer) -> bool:
    """True where somebody else told the reader what this letter to a person speaks of."""
    words = SPEAKS_OF.get(letter, ())
    said = [event for event in case.events if event.kind in THEIRS and event.outcome in words]
    return bool(said) and is_from_another(case, said[-1], person)
