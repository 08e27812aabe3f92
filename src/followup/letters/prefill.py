"""What a case already tells about a letter, so that the reader types nothing twice."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from followup.case.history import moment_of, place_of, tell
from followup.case.interview_end import end_of
from followup.dates import clock
from followup.letters.letter import letters
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.language import dated, listed
from followup.model.plan import ROUND_ASKS, Step
from followup.model.wording import view_words
from followup.rules.customs import asks_late
from followup.words.names import first_name, name_of

HOSTS = ("interviewer", "hiring-manager")
ORGANISERS = ("recruiter", "hr")
# This letter goes to somebody else than the person the step is for: it asks to pass the thanks on.
PASSED_ON = "thank-you-organiser"
NOBODY = Interviewer()
# They say by when there will be news, or that there is no day; what they ask meanwhile leaves that as it is.
SAYS_WHEN = (
    *("deciding", "promise", "on-hold", "checks", "runner-up", "offer", "offer-written"),
    *("rejected", "filled", "taken-back"),
)
# What is asked again after an answer: when paper comes, whether they know by now.
AGAIN = ("ask-paper", "still-interested")
OF_ROUNDS = ("next-round", "called-off", "interview-moved")
# What each of these leaves to be sent; an answer comes after it.
ASKS_OF_US = ("question", "checks")
# What ends it: the reader's word, and theirs.
STOPS = ("withdrawn", "closed")
NOES = ("rejected", "filled", "taken-back")
# What comes from them: a message, or what they say when they pick up.
THEIRS = ("reply", "called")


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

    def situations_at(self, at: dt.datetime) -> frozenset[str]:
        """Gives the situation at a moment, in the zone where they are: what was held by then, and what lies ahead."""
        ahead = {"ahead"} if self.values.get("interview_date", "") > at.date().isoformat() else set()
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
    if step.action == "ask-time" if step else letter == "more-time" and _is_offered_elsewhere(case):
        return _other_employer(case, to)
    held = _spoken_of(case, step)
    meant = _meant(case, held, to, step)
    person = _organiser(held, meant) if letter == PASSED_ON else meant
    others = (meant.name,) if person != meant else _others(held, person)
    return Known(
        values={
            "company": case.company,
            "role": case.role,
            "interview_date": _day(held, person).isoformat(),
            **_greeted(person.name),
            "person": person.name,
            "others": listed(others),
            "agreed_hour": _hour(held, case.country),
            "next_round": _next_round(case),
            **_dates(case, letter),
        },
        situations=frozenset(_situations(case, held, person, others, step)),
        name=person.name,
        address=person.email,
        zone=person.zone or held.zone,
        format=held.format,
        people=tuple(one.name for one in held.interviewers if one.name),
        position=_position(case, held, person),
        interviews=_interviews(case),
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
    return tuple((one.told_from, one.round.format != "recorded") for one in taken)


def _ended(case: Case) -> dt.datetime | None:
    """Gives when it ended, unless something was said since that goes on."""
    words = [one for one in case.events if one.kind in THEIRS or one.kind in STOPS]
    last = words[-1] if words else None
    if last is None or not (last.kind in STOPS or last.outcome in NOES):
        return None
    return moment_of(last, place_of(case), case)


def _meant(case: Case, held: Round, to: str, step: Step | None) -> Interviewer:
    """Gives who is meant; a step to nobody, as to a company's own number, means none of those who have a name."""
    if step and not step.to and not to and _has_people(held):
        return NOBODY
    return _person(held, case.rounds, to or next(iter(step.to if step else ()), ""))


def _has_people(held: Round) -> bool:
    """True where somebody was told whom a letter or a call could go to."""
    return any(one.name or one.email for one in held.interviewers)


def _outside(case: Case, letter: str, to: str, step: Step | None, *, rounds: bool = False) -> Known:
    """Gives what a case tells of a letter to whom it does not know: a referee, or somebody met in no interview yet."""
    known = told("" if "@" in to else to)
    held = {"interview_date": end_of(_spoken_of(case, None)).date().isoformat()} if rounds else {}
    told_of = {"company": case.company, "role": case.role, "next_round": _next_round(case)}
    values = {**known.values, **told_of, **held, **_dates(case, letter)}
    situations = known.situations | {*_told_since(case, NOBODY, step)}
    return replace(known, values=values, situations=situations, interviews=() if case.events and not rounds else None)


def _other_employer(case: Case, to: str) -> Known:
    """Gives what a case tells of a letter to those who made the other offer: nothing of its own company and role."""
    known = told("" if "@" in to else to)
    return replace(known, values={**known.values, "offer_deadline": _written(_offer_deadline(case))})


def _is_offered_elsewhere(case: Case) -> bool:
    """True where the one offer that was told of came from somebody else, so that they are asked for time."""
    here = any(event.outcome in ("offer", "offer-written") for event in case.events)
    return not here and any(event.kind == "offer-elsewhere" for event in case.events)


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


def _hour(held: Round, country: str) -> str:
    return view_words("hours.at", hour=clock.clock_time(held.starts, country)) if held.starts else ""


def _position(case: Case, held: Round, person: Interviewer) -> int:
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


def _day(held: Round, person: Interviewer) -> dt.date:
    """Gives the day of the interview where that person lives, so that "yesterday" is true there."""
    return end_of(held).astimezone(clock.zone(person.zone or held.zone)).date()


def _organiser(held: Round, meant: Interviewer) -> Interviewer:
    """Gives who arranged the interview, else somebody with an address; somebody unnamed where there is neither."""
    people = sorted((one for one in held.interviewers if one != meant), key=lambda one: not one.email)
    running = (one for one in people if one.part in ORGANISERS)
    reached = (one for one in people if one.email)
    return next(chain(running, reached), Interviewer(name="", part="hr"))


def _others(held: Round, person: Interviewer) -> tuple[str, ...]:
    """Gives the names of those who asked the questions, without the one who gets the letter."""
    return tuple(one.name for one in held.interviewers if one.part in HOSTS and one.name and one != person)


def _situations(case: Case, held: Round, person: Interviewer, others: Sequence[str], step: Step | None) -> list[str]:
    found = []
    if others and person.part in HOSTS:
        found.append("several")
    # A recruiter who held the interview alone stands between nobody.
    if person.part == "recruiter" and any(one != person for one in held.interviewers):
        found.append("agency")
    if not case.promise.by and case.promise.kind != "no-contact" and not asks_late(case.country):
        found.append("ask_when")
    if step and step.action == "tell-offer":
        found.append("offer")
    if held.format == "recorded":
        found.append("recorded")
    if held.format == "recorded" or _was_elsewhere(held, person, step):
        found.append("apart")
    return [*found, *_of_call(held, step), *_told_since(case, person, step)]


def _was_elsewhere(held: Round, person: Interviewer, step: Step | None) -> bool:
    """True for who was not in that interview; where nobody of it is named, whoever gets the letter may have been."""
    is_thanks = step is not None and step.action == "thank-you"
    return _has_people(held) and person not in held.interviewers and not is_thanks


def _of_call(held: Round, step: Step | None) -> Iterator[str]:
    """Gives whom a call is for: somebody who asked for it, or a company's own number where nobody is left to name."""
    if step and step.letter == "call-opening" and step.id == "call":
        yield "asked"
    if step and step.letter == "call-opening" and step.action in ROUND_ASKS and _has_people(held) and not step.to:
        yield "nobody"


def _told_since(case: Case, person: Interviewer, step: Step | None) -> list[str]:
    """Gives what the events alone say of the situation."""
    found = []
    if any(event.kind == "offer-elsewhere" for event in case.events) and not _offer_deadline(case):
        found.append("no_deadline")
    found += _who_named(case, person)
    if _only_called(case):
        found.append("called")
    if case.channel == "message":
        found.append("texted")
    if _is_again(case, step):
        found.append("again")
    if _is_off(case):
        found.append("off")
    if sum(event.outcome == "first-day" for event in case.events) > 1 or _is_put_off(case):
        found.append("moved")
    if step and step.action == "answer" and _asked_of_us(case) == "checks":
        found.append("papers")
    return found


def _is_put_off(case: Case) -> bool:
    """True where they put it on hold after the reader's yes: no first day stands."""
    yes = next((at for at, one in enumerate(case.events) if one.kind == "accepted"), len(case.events))
    said = [one.outcome for one in case.events[yes:] if one.outcome in ("on-hold", "first-day")]
    return bool(said) and said[-1] == "on-hold"


def _is_again(case: Case, step: Step | None) -> bool:
    """True for an ask about what was thanked for, or asked about, before."""
    action = step.action if step else "ask-paper"
    if action not in AGAIN:
        return False
    if any(event.step == action for event in case.events if event.kind in ("sent", "called", "voicemail")):
        return True
    opened = max((at for at, one in enumerate(case.events) if one.outcome in ("offer", "runner-up")), default=None)
    return step is not None and opened is not None and any(one.step == "answer" for one in case.events[opened:])


def _is_off(case: Case) -> bool:
    """True where the last that was said of an interview calls it off, or moves it."""
    said = [word for one in case.events if (word := one.outcome if one.kind in THEIRS else one.kind) in OF_ROUNDS]
    return bool(said) and said[-1] != "next-round"


def _who_named(case: Case, person: Interviewer) -> Iterator[str]:
    """Gives who named the day that stands, if it was named since the interview: they, or somebody else there."""
    said = _said_when(case)
    if said is None or _day_in(said) is None:
        return
    yield "named"
    if said.to and said.to.casefold() not in (person.name.casefold(), person.email.casefold()):
        yield "reported"


def _asked_of_us(case: Case) -> str:
    """Gives what they asked for last."""
    asked = [event.outcome for event in case.events if event.kind in THEIRS and event.outcome in ASKS_OF_US]
    return asked[-1] if asked else ""


def _said_when(case: Case) -> Event | None:
    """Gives the last word of theirs that says by when there will be news, or that nobody knows."""
    said = [event for event in case.events if event.kind in THEIRS and event.outcome in SAYS_WHEN]
    since = _last_talk(case)
    there = place_of(case)
    later = [one for one in said if since is None or moment_of(one, there, case).astimezone(there) >= since]
    return later[-1] if later else None


def _day_in(said: Event) -> dt.date | None:
    """Gives the day that a word of theirs names: for news, or for the reader's answer."""
    return said.by or said.deadline


def _last_talk(case: Case) -> dt.datetime | None:
    """Gives when the last interview was over of which something was told since."""
    last = max((moment_of(one, place_of(case), case) for one in case.events), default=None)
    ends = [one.told_from for one in tell(case).meetings if not one.cancelled]
    return max((end for end in ends if last and end <= last), default=None)


def _only_called(case: Case) -> bool:
    """True if the reader called or left a message and sent no check-in, so that no mail of theirs can stand below."""
    mailed = any(event.kind == "sent" and event.step in ROUND_ASKS for event in case.events)
    spoke = any(event.kind == "called" and event.outcome != "no-answer" for event in case.events)
    return not mailed and (spoke or any(event.kind == "voicemail" for event in case.events))


def _dates(case: Case, letter: str) -> dict[str, str]:
    """Gives the days that the case knows by the blank they stand in, empty where there is none."""
    replies = [event for event in case.events if event.kind in THEIRS]
    first_days = [event.by for event in replies if event.outcome == "first-day"]
    tasks = [event.by for event in replies if event.outcome == "task"]
    said = _said_when(case)
    dates = {
        "promised_date": case.promise.by,
        "offer_deadline": _offer_deadline(case),
        "named_day": _day_in(said) if said else case.promise.by,
        "first_day": _last(first_days),
        # Whoever needs more time names a new day: theirs, which may be over, is not it.
        "hand_in": _last(tasks) if letter == "accept-task" else None,
        "sent_date": _last([_day_of(event.at) for event in case.events if _is_sending(event, letter)]),
    }
    return {name: _written(day) for name, day in dates.items()}


def _offer_deadline(case: Case) -> dt.date | None:
    """Gives the day by which the other offer that was told of last wants its answer."""
    return _last([event.deadline for event in case.events if event.kind == "offer-elsewhere"])


def _next_round(case: Case) -> str:
    """Gives the day that they named for the next interview, with its hour where the case knows it; else nothing."""
    invited = [event.by for event in case.events if event.kind in THEIRS and event.outcome == "next-round"]
    day = invited[-1] if invited else None
    if day is None:
        return ""
    hour = next((_hour(held, case.country) for held in case.rounds if held.date == day), "")
    return f"{dated('weekday', day)} {hour}".strip()


def _is_sending(event: Event, letter: str) -> bool:
    """True for what a letter asks after: the task that was handed in, or the answer with forms and names."""
    handed = event.kind == "handed-in" or (event.kind == "sent" and event.step == "hand-in")
    if handed or letter == "did-it-arrive":
        return handed and letter in ("did-it-arrive", "anything-missing")
    return event.kind == "sent" and event.step in ("answer", "warn-referee")


def _day_of(at: dt.datetime | dt.date) -> dt.date:
    return at.date() if isinstance(at, dt.datetime) else at


def _written(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _last(days: Sequence[dt.date | None]) -> dt.date | None:
    return days[-1] if days else None
