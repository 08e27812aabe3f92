"""What a case already tells about a letter, so that the reader types nothing twice."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from followup.case.history import moment_of, place_of, tell
from followup.case.interview_end import end_of, start_of
from followup.case.passing_on import PASSED_ON
from followup.dates import clock
from followup.letters import recipients, situation
from followup.letters.days_known import dates_in, hour_of, next_round, written
from followup.letters.done_before import done_before
from followup.letters.gone import colleague
from followup.letters.letter import letters
from followup.letters.news_day import THEIRS
from followup.letters.relayed import is_no_of_another, is_relayed
from followup.letters.situation import UNHEARD, offer_deadline, told_since
from followup.letters.taken_along import taken_along
from followup.model.case import Case, Interviewer, Round
from followup.model.language import listed
from followup.model.plan import Step
from followup.words.greeting import first_name
from followup.words.names import name_of
from followup.words.said_names import people_in

# What ends it: the reader's word, and theirs.
STOPS = ("withdrawn", "closed")
NOES = ("rejected", "filled", "taken-back")


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Blanks by name, the situation the letter is for, and who gets it where."""

    values: Mapping[str, str]
    situations: frozenset[str]
    name: str
    address: str
    zone: str
    format: str
    people: tuple[str, ...]
    # Who they are among all who are thanked, in the order of the interviews: each gets other wordings.
    position: int = 0
    # From when on each interview that was not called off is over, and whether somebody talked with the reader there;
    # none at all where the case says that there was none, and None where nobody said.
    interviews: tuple[tuple[dt.datetime, bool], ...] | None = None
    # When the interview that the letter speaks of starts, else ends, where the case says so: nobody missed it before.
    starts_at: dt.datetime | None = None

    def situations_at(self, at: dt.datetime) -> frozenset[str]:
        """Gives the situation at a moment, in the zone where they are: what was held by then, and what lies ahead."""
        is_later_day = self.values.get("interview_date", "") > at.date().isoformat()
        is_later = self.starts_at is not None and clock.instant(at) < clock.instant(self.starts_at)
        ahead = {"ahead"} if is_later_day or is_later else set()
        held = [talked for over, talked in self.interviews or () if clock.instant(over) <= clock.instant(at)]
        unmet = self.interviews is not None and not held
        found = {"unmet"} if unmet else set()
        if unmet or (held and not any(held)):
            found |= {"unheard", "apart"}
        return self.situations | ahead | found


def known(case: Case, letter: str, to: str, step: Step | None) -> Known:
    """Gives everything that a case as it stands tells about a letter to one person; `to` is a name or an address."""
    if not case.rounds:
        return _outside(case, letter, to, step)
    if letters()[letter].checked_as == "somebody-else":
        return _outside(case, letter, to, step, rounds=True)
    if step.action == "ask-time" if step else letter == "more-time" and situation.is_offered_elsewhere(case):
        return _other_employer(case, to)
    held = _spoken_of(case, step)
    meant = recipients.meant(case, held, to, step)
    person = recipients.organiser(held, meant) if letter == PASSED_ON else meant
    others = recipients.thanked_through(held, person, meant) if letter == PASSED_ON else recipients.others(held, person)
    return Known(
        values={
            "company": case.company,
            "role": case.role,
            "interview_date": _day(held, person).isoformat(),
            **_greeted(person.name),
            "person": person.name,
            "others": listed([said for name in others for said in people_in(name)]),
            "agreed_hour": hour_of(held, case.country),
            "next_round": next_round(case),
            "colleague": colleague(case),
            **dates_in(case, letter),
        },
        situations=frozenset(
            (
                *situation.situations(case, held, person, others, step),
                *_of_person(case, letter, held, person, step),
            )
        ),
        name=person.name,
        address=person.email,
        zone=person.zone or held.zone,
        format=held.format,
        people=tuple(one.name for one in held.interviewers if one.name),
        position=recipients.position(case, held, person),
        interviews=_interviews(case),
        starts_at=start_of(held),
    )


def _spoken_of(case: Case, step: Step | None) -> Round:
    """Gives the interview that a letter speaks of: the step's own, else the last one that was not called off."""
    if step:
        return case.rounds[step.round - 1]
    return next((one.round for one in reversed(tell(case).meetings) if not one.cancelled), case.rounds[-1])


def _interviews(case: Case) -> tuple[tuple[dt.datetime, bool], ...]:
    """Gives those that took place or will: after a no, or a word that the reader stops, none does that was ahead."""
    ended = _ended(case)
    taken = (one for one in tell(case).meetings if not one.cancelled and not (ended and ended < one.told_from))
    return tuple((one.told_from, one.round.format not in UNHEARD) for one in taken)


def _ended(case: Case) -> dt.datetime | None:
    """Gives when it ended, unless something was said since that goes on."""
    words = [one for one in case.events if one.kind in THEIRS or one.kind in STOPS]
    last = words[-1] if words else None
    if last is None or not (last.kind in STOPS or last.outcome in NOES):
        return None
    return moment_of(last, place_of(case), case)


def _outside(case: Case, letter: str, to: str, step: Step | None, *, rounds: bool = False) -> Known:
    """Gives what a case tells of a letter to whom it does not know: a referee, or somebody met in no interview yet."""
    known = told("" if "@" in to else to)
    held = {"interview_date": end_of(_spoken_of(case, None)).date().isoformat()} if rounds else {}
    told_of = {"company": case.company, "role": case.role, "next_round": next_round(case), "colleague": colleague(case)}
    values = {**known.values, **told_of, **held, **dates_in(case, letter)}
    person = Interviewer(name=known.name, email=to if "@" in to else "")
    situations = known.situations | {*told_since(case, person, step), *_of_person(case, letter, None, person, step)}
    return replace(known, values=values, situations=situations, interviews=() if case.events and not rounds else None)


def _of_person(case: Case, letter: str, held: Round | None, person: Interviewer, step: Step | None) -> Iterator[str]:
    """Gives what is so of a letter because of whom it goes to."""
    if is_relayed(case, letter, person):
        yield "relayed"
    if is_no_of_another(case, person):
        yield "no_relayed"
    yield from done_before(case, letter, step)
    yield from taken_along(case, held, person, step)


def _other_employer(case: Case, to: str) -> Known:
    """Gives what a case tells of a letter to those who made the other offer: nothing of its own company and role."""
    known = told("" if "@" in to else to)
    return replace(known, values={**known.values, "offer_deadline": written(offer_deadline(case))})


def told(name: str) -> Known:
    """Gives what a name alone tells."""
    return Known(
        values={**_greeted(name), "person": name},
        situations=frozenset({"ask_when"}),
        name=name,
        address="",
        zone="",
        format="",
        people=(),
    )


def _greeted(full_name: str) -> dict[str, str]:
    """Gives what a letter's greeting is made of."""
    name = name_of(full_name)
    return {"first_name": first_name(full_name), "title": name.title, "surname": name.surname}


def _day(held: Round, person: Interviewer) -> dt.date:
    """Gives the day of the interview where that person lives, so that "yesterday" is true there."""
    return end_of(held).astimezone(clock.zone(person.zone or held.zone)).date()
