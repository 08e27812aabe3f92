"""The days that a case knows, by the blank of a letter that they stand in."""

import datetime as dt

from followup.case.standing import answer_day
from followup.dates import clock
from followup.letters.done_before import asked_for_time, names_sent
from followup.letters.news_day import THEIRS, day_in, last, said_when
from followup.letters.situation import OF_ROUNDS, offer_deadline, standing_of, word_of
from followup.model.case import Case, Event, Round
from followup.model.language import dated
from followup.model.plan import ROUND_ASKS
from followup.model.wording import view_words


def hour_of(held: Round, country: str) -> str:
    return view_words("hours.at", hour=clock.clock_time(held.starts, country)) if held.starts else ""


def dates_in(case: Case, letter: str) -> dict[str, str]:
    """Gives the days that the case knows by the blank they stand in, empty where there is none."""
    replies = [event for event in case.events if event.kind in THEIRS]
    tasks = [event.by for event in replies if event.outcome == "task"]
    said, standing = said_when(case), standing_of(case)
    dates = {
        "promised_date": case.promise.by,
        "offer_deadline": offer_deadline(case),
        "named_day": answer_day(standing) or (day_in(said) if said else case.promise.by),
        "first_day": standing.first_day,
        # Whoever needs more time names a new day: theirs, which may be over, is not it.
        "hand_in": last(tasks) if letter == "accept-task" else None,
        "sent_date": _sent(case, letter),
    }
    return {name: written(day) for name, day in dates.items()}


def next_round(case: Case) -> str:
    """Gives the day that they named for the next interview, with its hour where the case knows it; else nothing."""
    said = [event for event in case.events if word_of(event) in OF_ROUNDS]
    day = said[-1].by if said else None
    if day is None:
        return ""
    # What moved an interview may have moved it within its day: the hour that stands there may be the old one (0106).
    is_new = word_of(said[-1]) == "next-round"
    hour = next((hour_of(held, case.country) for held in case.rounds if is_new and held.date == day), "")
    return f"{dated('weekday', day)} {hour}".strip()


def _sent(case: Case, letter: str) -> dt.date | None:
    """Gives the day of what a letter goes back to: the names of referees, a wish for more time, a task, forms."""
    standing = standing_of(case)
    meant = asked_for_time(standing) if letter == "does-it-stand" else None
    if letter in ("warn-referee", "references-reached"):
        meant = names_sent(standing)
    if meant and meant.event:
        return _day_of(meant.event.at)
    return last([_day_of(event.at) for event in case.events if _is_sending(event, letter)])


def _is_sending(event: Event, letter: str) -> bool:
    """True for what a letter goes back to: a check-in, a task handed in, or the answer with forms and names."""
    if letter == "second-check-in":
        return event.kind == "sent" and event.step in (*ROUND_ASKS, "ask-back")
    handed = event.kind == "handed-in" or (event.kind == "sent" and event.step == "hand-in")
    if handed or letter == "did-it-arrive":
        return handed and letter in ("did-it-arrive", "anything-missing")
    return event.kind == "sent" and event.step in ("answer", "warn-referee")


def _day_of(at: dt.datetime | dt.date) -> dt.date:
    return at.date() if isinstance(at, dt.datetime) else at


def written(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
