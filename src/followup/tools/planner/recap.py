"""What a plan rests on: one line that says all of it, and each part for the group that changes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from followup import data
from followup.case.history import tell
from followup.case.meetings import Meeting
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.case import Case, Round, approaches
from followup.model.language import listed
from followup.model.wording import view_words
from followup.words.lead import named_day
from followup.words.moments import Reader

# By the word that took an interview off; any other one called it off.
OFF = {"no-show": "missed", "on-hold": "on_hold"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Recap:
    """The line in parts, and what stands beside each group of the form, by the group's id."""

    line: tuple[str, ...]
    parts: Mapping[str, str]


@lru_cache(maxsize=1)
def recap_words() -> Mapping[str, Any]:
    """Gives the words of data/words/recap_words.toml."""
    return data.table("words", "recap_words.toml")


def recap(case: Case, calendar: Calendar, who: Reader, now: datetime) -> Recap:
    """Gives what the plan of that case rests on, as it is said to that reader."""
    words = recap_words()["recap"]
    interview, promise, place = _interviews(case, who, now), _promise(case, who), _place(calendar)
    noted = _counted(len(case.events), words["nothing_sent"], words["sent_one"], words["sent_many"])
    return Recap(
        line=(interview, promise, noted, place),
        parts={
            "interview": f"{interview}; {promise}",
            "people": _people(case) or words["no_people"],
            "job": ", ".join(filter(None, (case.role, case.company))) or words["no_job"],
            "place": f"{place[:1].upper()}{place[1:]}",
            "closed": _counted(len(case.closures), words["no_closed"], words["one_closed"], words["closed"]),
            "pace": dict(approaches())[case.approach],
            "more": _counted(len(case.rounds) - 1, words["one_interview"], *(words["other_interviews"],) * 2, more=1),
            "happened": _counted(len(case.events), words["nothing_since"], words["sent_one"], words["sent_many"]),
        },
    )


def held(one: Round) -> str:
    """Gives how an interview was held: "In person"."""
    return str(recap_words()["held"][one.format])


def _interviews(case: Case, who: Reader, now: datetime) -> str:
    meetings = tell(case, now).meetings
    if not case.rounds:
        return ""
    last = _interview(meetings[-1], who, now)
    if len(meetings) == 1:
        return last
    return str(recap_words()["recap"]["more"].format(count=len(meetings), last=last[:1].lower() + last[1:]))


def _interview(one: Meeting, who: Reader, now: datetime) -> str:
    """Gives an interview as it stands: what was told of it since, and whether its hours are over."""
    form, hour = _form(one, who, now)
    return str(
        recap_words()["recap"][form].format(
            held=held(one.round) if one.has_format else recap_words()["held"]["unsaid"],
            day=named_day(one.round.date, who),
            hour=clock.short_time(hour, who.country) if hour else "",
            place=one.round.zone.rpartition("/")[2].replace("_", " "),
        )
    )


def _form(one: Meeting, who: Reader, now: datetime) -> tuple[str, time | None]:
    """Which words say how it stands, and the hour in them."""
    if one.cancelled:
        return OFF.get(one.off_by, "off"), None
    told, is_today = one.round, one.round.date == now.astimezone(one.zone).date()
    if told.ends and one.is_before(now):
        return "ended", told.ends
    if is_today and told.starts and clock.instant(one.begin) > clock.instant(now):
        return "begins", told.starts
    if is_today and (told.ends or told.starts):
        return ("ends", told.ends) if told.ends else ("began", told.starts)
    return "ahead" if told.date > who.today else "assumed", None


def _promise(case: Case, who: Reader) -> str:
    words, told = recap_words()["recap"], case.promise
    if told.kind == "no-contact":
        return str(words["no_contact"])
    if told.kind == "none" or told.by is None:
        return str(words["said_none"].format(words=told.said) if told.said else words["no_promise"])
    if told.said:
        return str(words["said"].format(words=told.said, by=named_day(told.by, who)))
    days = {"by": named_day(told.by, who), "from_": named_day(told.from_ or told.by, who)}
    return str(words[told.kind].format(**days))


def _people(case: Case) -> str:
    return listed(tuple(dict.fromkeys(_names(case))))


def _names(case: Case) -> Iterator[str]:
    for one in case.rounds:
        yield from (person.name or person.email for person in one.interviewers if person.name or person.email)


def _place(calendar: Calendar) -> str:
    words = recap_words()["recap"]
    if not calendar.has_holidays:
        return str(words["no_holidays"])
    country = calendar.place.country_name
    if country in words["with_article"] and not calendar.place.subdivision_name:
        country = view_words("plan.the", country=country)
    names = filter(None, (calendar.place.subdivision_name, country))
    kind = f"holidays_{calendar.place.employer}" if calendar.place.employer else "holidays"
    return str(words[kind].format(place=", ".join(names)))


def _counted(count: int, none: str, one: str, many: str, more: int = 0) -> str:
    return none if count <= 0 else one.format(count=count + more) if count == 1 else many.format(count=count + more)
