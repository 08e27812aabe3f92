"""What the answers say as a case: its template with each answer in place."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from followup import forms
from followup.case.history import moment_of, place_of
from followup.dates import clock
from followup.model.case import Case, Event, Promise
from followup.tools.what_now import own

# "@handed-" stands for the minute before the moment that `@handed` stands for.
BEFORE, MINUTE = "-", dt.timedelta(minutes=1)


def added_by(case: Case, missing: Mapping[str, Any], answers: Mapping[str, str], now: dt.datetime) -> Mapping[str, Any]:
    """What the answers add to the reader's case, in its own fields; a day left empty says nothing."""
    filled = fill(missing, {**answers, **own.base(case)}, now, "", {})
    events = [{key: value for key, value in event.items() if value} for event in filled.get("events", ())]
    return {**filled, "events": events} if "events" in filled else filled


def with_added(case: Case, added: Mapping[str, Any], events: Sequence[Event | None]) -> Case:
    promise = forms.read(Promise, added["promise"]).value if "promise" in added else None
    return replace(case, events=(*case.events, *(event for event in events if event)), promise=promise or case.promise)


def may_be_kept(case: Case, added: Mapping[str, Any], events: Sequence[Event | None], now: dt.datetime) -> bool:
    """True where the kept case may take it: nothing of tomorrow, and no date in place of what was promised."""
    there = place_of(case)
    if any(event is None or clock.instant(moment_of(event, there, case)) > clock.instant(now) for event in events):
        return False
    return "promise" not in added or case.promise.kind == "none"


def fill(template: Any, answers: Mapping[str, str], now: dt.datetime, path: str, origins: dict[str, str]) -> Any:
    """The template with the answers in place; `origins` gathers which answer went where."""
    match template:
        case Mapping():
            inside = {key: f"{path}.{key}".removeprefix(".") for key in template}
            return {key: fill(value, answers, now, inside[key], origins) for key, value in template.items()}
        case list():
            told = [one for one in template if not _is_left_out(one, answers)]
            return [fill(one, answers, now, f"{path}[{at}]", origins) for at, one in enumerate(told)]
        case str() if template.startswith("@"):
            origins[path] = template[1:].removesuffix(BEFORE)
            return _value(template[1:], path, answers, now)
        case _:
            return template


def _is_left_out(one: Any, answers: Mapping[str, str]) -> bool:
    """True for what happened on a day that was left empty: it did not happen."""
    keys = ("at", "date", "by") if one.get("outcome") == "promise" else ("at", "date")
    days = (str(one[key])[1:].removesuffix(BEFORE) for key in keys if key in one)
    return any(day != "now" and not answers.get(day) for day in days)


def _value(name: str, path: str, answers: Mapping[str, str], now: dt.datetime) -> str:
    if name == "now":
        return now.isoformat()
    told = answers.get(name.removesuffix(BEFORE), "")
    if not (told and path.endswith(".at")):
        return told
    moment = _moment(told, answers, now)
    if not name.endswith(BEFORE) or moment == told:
        return moment
    return (dt.datetime.fromisoformat(moment) - MINUTE).isoformat()


def _moment(told: str, answers: Mapping[str, str], now: dt.datetime) -> str:
    """A moment of that day that can have been: now if it is today, else the day alone, but after the interview."""
    day = dt.date.fromisoformat(told)
    zone = clock.zone(answers["zone"])
    if day == now.astimezone(zone).date():
        return now.isoformat()
    if told == answers.get("interview") and (known := answers.get("ended") or answers.get("begins")):
        return f"{told}T{dt.time.fromisoformat(known):%H:%M}"
    # Nobody told the hour: the day alone is read as O42 says.
    return told
