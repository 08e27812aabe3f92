"""The letter of each thank-you; thanks to somebody without an address stand in the letter to another one (O19)."""

from collections.abc import Sequence
from dataclasses import replace

from followup.case.agency import agent_of
from followup.case.history import History
from followup.case.meetings import Meeting, Person
from followup.case.passing_on import PASSED_ON, passes_on, unreached
from followup.planning.steps import PlannedStep

OF_FORMAT = {"onsite": "thank-you-onsite", "phone": "thank-you-phone", "video": "thank-you-video"}
# Nobody met or heard anybody: each who asked is thanked in the same words, however many there were (O46).
IN_WRITING = "thank-you-written"
# Nobody asked the questions: who invited the reader is thanked for that, with nobody else to pass it on to.
ALONE = "thank-you-recorded"

# These words take no place for granted, and say nothing of being late.
NO_PLACE = "thank-you-late"


def letter_of(meeting: Meeting, person: Person) -> str:
    """The letter by how they talked, and with how many; or by whether they can be reached."""
    if meeting.round.format == "recorded":
        return ALONE
    if meeting.round.format == "written":
        return IN_WRITING
    if person in unreached(meeting.people):
        return PASSED_ON
    if len(meeting.people) > 1:
        return "thank-you-panel"
    if not meeting.has_format:
        return NO_PLACE
    return OF_FORMAT[meeting.round.format]


def passed_on(thanks: Sequence[PlannedStep], history: History) -> tuple[PlannedStep, ...]:
    """Those that stand in another letter: one goes to each person, with all that is said in it."""
    carried = {step.round for step in thanks if _passes(step, history)}
    return tuple(
        step for step in thanks if step.round in carried and step.letter == PASSED_ON and not step.person.email
    )


def through_agency(thanks: Sequence[PlannedStep], history: History) -> tuple[PlannedStep, ...]:
    """Those of an interview that an agency arranged: the call that tells it how it went asks to pass them on (O20)."""
    return tuple(step for step in thanks if agent_of(history.meetings[step.round - 1]))


def in_words_for_both(thanks: Sequence[PlannedStep], history: History) -> tuple[PlannedStep, ...]:
    """The thank-yous, those that ask to thank others too in the words for it, while one of the others is to be sent."""
    asked = {step.round for step in passed_on(thanks, history) if step.is_open}
    return tuple(
        replace(step, letter=PASSED_ON) if step.is_open and step.round in asked and _passes(step, history) else step
        for step in thanks
    )


def _passes(step: PlannedStep, history: History) -> bool:
    """True for the thanks to whoever can pass on those of others."""
    return step.person == passes_on(history.meetings[step.round - 1].people)
