"""What today's tries of a call leave to do."""

import datetime as dt
from zoneinfo import ZoneInfo

from followup.case.history import moment_of
from followup.dates import clock
from followup.model.case import Case, Event
from followup.model.plan import ASKS
from followup.tools.call_sheet import calling, choosing
from followup.words.calls import told_as


def attempt_of(case: Case, now: dt.datetime, zone: ZoneInfo, meant: choosing.Meant | None) -> calling.Attempt:
    """What today's tries of this call leave to do, on the recipient's day; some may be tried again the same day."""
    if meant is None:
        return "silent"
    today = now.astimezone(zone).date()
    there = clock.zone(case.rounds[-1].zone) if case.rounds else zone
    events = [event for event in case.events if moment_of(event, there, case).astimezone(zone).date() == today]
    events = [event for event in events if event.kind in ("called", "voicemail") and _is_same(event, meant)]
    tried = sum(event.outcome == "no-answer" for event in events)
    # Who asked to be called again is called again.
    heard = any(event.kind == "voicemail" or event.outcome not in ("no-answer", "call-back") for event in events)
    attempt = calling.attempt(tried, left_message=heard)
    if meant.call.tries == "at-once" and attempt == "silent":
        return "leave"
    return "leave" if meant.call.tries != "ordinary" and attempt == "stop" else attempt


def _is_same(event: Event, meant: choosing.Meant) -> bool:
    """True for a try of this very call: a referee who was rung says nothing of a call to the employer."""
    told = told_as(meant.step.action, meant.step.letter) if meant.step else meant.call.told_as or ""
    if told in ("", *ASKS):
        return event.step in ("", *ASKS)
    return event.step == told
