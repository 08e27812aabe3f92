"""Who gets a letter, of all whom a case names, and who else was there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from followup.model.case import Case, Interviewer, Round
from followup.model.plan import Step

HOSTS = ("interviewer", "hiring-manager")
ORGANISERS = ("recruiter", "hr")
# This letter goes to somebody else than the person the step is for: it asks to pass the thanks on.
PASSED_ON = "thank-you-organiser"
NOBODY = Interviewer()


def meant(case: Case, held: Round, to: str, step: Step | None) -> Interviewer:
    """Gives who is meant; a step to nobody, as to a company's own number, means none of those who have a name."""
    if step and not step.to and not to and has_people(held):
        return NOBODY
    return _person(held, case.rounds, to or next(iter(step.to if step else ()), ""))


def has_people(held: Round) -> bool:
    """True where somebody was told whom a letter or a call could go to."""
    return any(one.name or one.email for one in held.interviewers)


def position(case: Case, held: Round, person: Interviewer) -> int:
    """Gives the person's place among all who were met, 0 for somebody from elsewhere."""
    met = [(other is held, one.name, one.email) for other in case.rounds for one in other.interviewers]
    here = (True, person.name, person.email)
    anywhere = [one[1:] for one in met]
    if here in met:
        return met.index(here)
    return anywhere.index(here[1:]) if here[1:] in anywhere else 0


def _person(held: Round, rounds: Sequence[Round], to: str) -> Interviewer:
    """Gives who is meant, the first one if nobody is named; a name from elsewhere stands for itself."""
    everybody = (*held.interviewers, *_elsewhere(held, rounds))
    nobody = Interviewer(name="" if "@" in to else to, email=to if "@" in to else "")
    if not to:
        return next(iter(held.interviewers), nobody)
    return next((one for one in everybody if to in (one.name, one.email)), nobody)


def _elsewhere(held: Round, rounds: Sequence[Round]) -> Iterator[Interviewer]:
    """Gives the people of the other interviews, the last ones first, each in the zone they live by."""
    for other in reversed(rounds):
        if other is not held:
            yield from (replace(one, zone=one.zone or other.zone) for one in other.interviewers)


def organiser(held: Round, meant: Interviewer) -> Interviewer:
    """Gives who arranged the interview, else somebody with an address; somebody unnamed where there is neither."""
    people = sorted((one for one in held.interviewers if one != meant), key=lambda one: not one.email)
    running = (one for one in people if one.part in ORGANISERS)
    reached = (one for one in people if one.email)
    return next(chain(running, reached), Interviewer(name="", part="hr"))


def others(held: Round, person: Interviewer) -> tuple[str, ...]:
    """Gives the names of those who asked the questions, without the one who gets the letter."""
    return tuple(one.name for one in held.interviewers if one.part in HOSTS and one.name and one != person)
