"""Who gets a letter, of all whom a case names, and who else was there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from followup.case.passing_on import ORGANISERS, passes_on, unreached
from followup.model.case import Case, Interviewer, Round
from followup.model.plan import Step

HOSTS = ("interviewer", "hiring-manager")
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
    """Gives who is asked to pass thanks on, else who runs the process; somebody unnamed where there is neither.

    Their own thanks are the letter that asks to pass on those of the others.
    """
    if unreached(held.interviewers) and meant == passes_on(held.interviewers):
        return meant
    people = [one for one in held.interviewers if one != meant]
    running = (one for one in people if one.part in ORGANISERS)
    return passes_on(people) or next(running, Interviewer(name="", part="hr"))


def thanked_through(held: Round, person: Interviewer, meant: Interviewer) -> tuple[str, ...]:
    """Gives the names of those whom that person is asked to thank: whoever is meant, and all without an address."""
    asked = (one for one in held.interviewers if one != person and (one == meant or not one.email))
    return tuple(one.name for one in asked if one.name) or others(held, person)


def others(held: Round, person: Interviewer) -> tuple[str, ...]:
    """Gives the names of those who asked the questions, without the one who gets the letter."""
    return tuple(one.name for one in held.interviewers if one.part in HOSTS and one.name and one != person)
