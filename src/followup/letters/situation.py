"""What a case tells of the situation that a letter is written in."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from followup.case.history import tell
from followup.case.passing_on import RECRUITERS
from followup.case.standing import ENDS, Standing, answer_day
from followup.case.standing import told_since as done_since
from followup.case.state import stand
from followup.frozen import remembered
from followup.letters.news_day import THEIRS, is_elsewhere, is_from_another, is_in_words, last, said_when, who_named
from followup.letters.recipients import HOSTS, has_people
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.plan import ROUND_ASKS, Step
from followup.rules.customs import asks_late

# Held so that nobody talked with the reader.
UNHEARD = ("recorded", "written")
# What is asked again after an answer, by what was answered: when paper comes, whether they know by now, which day.
AGAIN: Mapping[str, tuple[str, ...]] = {
    "ask-paper": ("offer",),
    "still-interested": ("runner-up",),
    "first-day": ("first-day", "on-hold"),
}
# What goes out a second time in words of its own.
REPEATED = ("hold-note", "ask-day", "still-interested")
# Where it stands, in a letter's word for it.
STAGES = {"accepted": "said_yes", "offer-coming": "offered", "offer-written": "offered", "invited": "invited"}
OF_ROUNDS = ("next-round", "called-off", "interview-moved")
# What each of these leaves to be sent; an answer comes after it.
ASKS_OF_US = ("question", "checks", "interest")


def situations(case: Case, held: Round, person: Interviewer, others: Sequence[str], step: Step | None) -> list[str]:
    """Gives what is so of a letter to one person about one interview: the names that its branches ask for."""
    found = []
    if others and person.part in HOSTS:
        found.append("several")
    # A recruiter who held the interview alone stands between nobody.
    if person.part in RECRUITERS and any(one != person for one in held.interviewers):
        found.append("agency")
    open_ = not case.promise.by and case.promise.kind != "no-contact" and not is_offered_here(case)
    if open_ and not asks_late(case.country):
        found.append("ask_when")
    if step and step.action == "tell-offer":
        found.append("offer")
    if held.format in UNHEARD:
        found.append(held.format)
    if held.format in UNHEARD or _was_elsewhere(held, person, step) or _organised(held, person):
        found.append("apart")
    if step and step.letter == "call-opening" and step.id == "call":
        found.append("asked")
    return [*found, *told_since(case, person, step)]


def _organised(held: Round, person: Interviewer) -> bool:
    """True for who runs the process beside those who asked: nobody told whether they were in the room."""
    return person.part == "hr" and any(one != person and one.part in HOSTS for one in held.interviewers)


def _was_elsewhere(held: Round, person: Interviewer, step: Step | None) -> bool:
    """True for who was not in that interview; where nobody of it is named, whoever gets the letter may have been."""
    is_thanks = step is not None and step.action == "thank-you"
    return has_people(held) and person not in held.interviewers and not is_thanks


def told_since(case: Case, person: Interviewer, step: Step | None) -> list[str]:
    """Gives what the events alone say of the situation."""
    found = []
    if any(event.kind == "offer-elsewhere" for event in case.events) and not offer_deadline(case):
        found.append("no_deadline")
    found += who_named(case, person)
    if is_in_words(case):
        found.append("in_words")
    standing = standing_of(case)
    if step and not step.to and standing.contact_gone:
        found.append("nobody")
    if standing.state in STAGES:
        found.append(STAGES[standing.state])
    if standing.state == "accepted":
        found += _after_yes(case, standing)
    found += _about_answer(standing)
    if standing.came_from == "said-no" and standing.opened_by and standing.opened_by.is_theirs:
        found.append("revived")
    if (said := said_when(case)) and said.outcome == "cleared":
        found.append("cleared")
    if _only_called(case):
        found.append("called")
    if case.channel == "message":
        found.append("texted")
    if _has_phoned(case, person):
        found.append("phoned")
    if _is_again(case, step):
        found.append("again")
    if standing.declined and standing.declined.word == "declined":
        found.append("declined")
    if _is_off(case):
        found.append("off")
    if sum(event.outcome == "first-day" for event in case.events) > 1 and "on_hold" not in found:
        found.append("moved")
    if step and step.action in REPEATED and any(one.kind == "sent" and one.step == step.action for one in case.events):
        found.append("repeated")
    return [*found, *_asked_for(case, standing, step)]


def _asked_for(case: Case, standing: Standing, step: Step | None) -> Iterator[str]:
    """Gives what an answer has to give them; who has closed it, or said yes to it, may have another word for them."""
    asked = _asked_of_us(case) if step and step.action == "answer" else ""
    if asked == "checks":
        yield "papers"
    if asked == "interest" and standing.state not in ENDS:
        yield "interest"


def _about_answer(standing: Standing) -> Iterator[str]:
    """Gives who named the day for an answer to their offer in writing, as far as anybody did."""
    if standing.state != "offer-written" or standing.deadline or standing.opened_by is None:
        return
    if done_since(standing, standing.opened_by, "say-when", "ask-time"):
        yield "own_day"
    if answer_day(standing) is None:
        yield "unnamed"


def _after_yes(case: Case, standing: Standing) -> Iterator[str]:
    """Gives what is open after the reader's yes: the first day, the paper of an offer that was spoken of, all of it."""
    if standing.first_day is None:
        yield "no_first_day"
    told = {event.outcome for event in case.events}
    if "offer" in told and "offer-written" not in told:
        yield "no_paper"
    if standing.put_off and standing.put_off.word == "on-hold":
        yield "on_hold"


def _is_again(case: Case, step: Step | None) -> bool:
    """True for an ask about what was thanked for, or asked about, before."""
    action = step.action if step else "ask-paper"
    if action not in AGAIN:
        return False
    if any(event.step == action for event in case.events if event.kind in ("sent", "called", "voicemail")):
        return True
    opened = max((at for at, one in enumerate(case.events) if one.outcome in AGAIN[action]), default=None)
    return step is not None and opened is not None and any(one.step == "answer" for one in case.events[opened:])


def _is_off(case: Case) -> bool:
    """True where the last that was said of an interview calls it off, or moves it."""
    said = [word for one in case.events if (word := word_of(one)) in OF_ROUNDS]
    return bool(said) and said[-1] != "next-round"


def word_of(event: Event) -> str:
    """Gives what they said, or what happened."""
    return event.outcome if event.kind in THEIRS else event.kind


@remembered(1)
def standing_of(case: Case) -> Standing:
    """Gives where the process stands by all that was told: one reading, for the plan and for its letters."""
    history = tell(case)
    return stand(history, history.facts)


def _asked_of_us(case: Case) -> str:
    """Gives what they asked for last."""
    asked = [event.outcome for event in case.events if event.kind in THEIRS and event.outcome in ASKS_OF_US]
    return asked[-1] if asked else ""


def _only_called(case: Case) -> bool:
    """True if the reader called or left a message and sent no check-in, so that no mail of theirs can stand below."""
    mailed = any(event.kind == "sent" and event.step in ROUND_ASKS for event in case.events)
    calls = [event for event in case.events if event.kind in ("called", "voicemail") and not is_elsewhere(case, event)]
    return not mailed and any(event.kind == "voicemail" or event.outcome != "no-answer" for event in calls)


def _has_phoned(case: Case, person: Interviewer) -> bool:
    """True if the last word between the reader and that person was spoken when the reader called."""
    spoken = (one for one in case.events if one.outcome != "no-answer" and not is_elsewhere(case, one))
    said = [one for one in spoken if one.kind in THEIRS or (one.kind == "sent" and one.step in ROUND_ASKS)]
    return bool(said) and said[-1].kind == "called" and not is_from_another(case, said[-1], person)


def offer_deadline(case: Case) -> dt.date | None:
    """Gives the day by which the other offer that was told of last wants its answer."""
    return last([event.deadline for event in case.events if event.kind == "offer-elsewhere"])


def is_offered_elsewhere(case: Case) -> bool:
    """True where the one offer that was told of came from somebody else, so that they are asked for time."""
    return not is_offered_here(case) and any(event.kind == "offer-elsewhere" for event in case.events)


def is_offered_here(case: Case) -> bool:
    """True once they spoke of an offer, or sent it."""
    return any(event.outcome in ("offer", "offer-written") for event in case.events)
