"""From when the call may be made, how long, and why: the plan's own window."""

import datetime as dt

from followup.dates import clock
from followup.model.plan import Step
from followup.planning.resuming import AT_ONCE
from followup.tools.call_sheet.sheet import Sheet, call_words
from followup.words.moments import say


def why(sheet: Sheet) -> str:
    """The reason for the call, or for waiting with it."""
    if sheet.windows and _is_ahead(sheet):
        return sheet.call.waits
    return sheet.call.why if sheet.windows else ""


def when(sheet: Sheet) -> str:
    """From when the call may be made, and how long: the plan's own window."""
    whens = call_words()["whens"]
    if not sheet.windows:
        return str(whens["missed" if sheet.step else "closed"])
    opens, is_later = sheet.windows[0].start, _is_on_a_later_day(sheet)
    if is_later and sheet.step and sheet.step.status == "overdue":
        return str(whens["late_then"].format(day=clock.spoken_day(opens.date())))
    if _is_ahead(sheet) or is_later:
        if opens.date() == sheet.now.astimezone(sheet.zone).date():
            return str(whens["later"].format(hour=say(opens, sheet.who).hour))
        return str(whens["opens"].format(day=clock.spoken_day(opens.date())))
    if sheet.step is None or sheet.is_free or _is_never_late(sheet.step, sheet.now):
        return str(whens["now"])
    if sheet.step.status == "overdue":
        return str(whens["late"])
    latest = say(sheet.windows[-1].end if len(sheet.windows) == 1 else sheet.step.window.latest, sheet.who)
    return str(whens["due"].format(latest=latest.theirs))


def _is_on_a_later_day(sheet: Sheet) -> bool:
    """True for a step of the plan that can wait, where its first hours come on a later day than today (K18)."""
    can_wait = sheet.step is not None and not sheet.is_free and sheet.step.action not in AT_ONCE
    return can_wait and sheet.windows[0].start.date() > sheet.now.astimezone(sheet.zone).date()


def _is_never_late(step: Step, now: dt.datetime) -> bool:
    return step.status != "overdue" and clock.instant(step.window.latest) <= clock.instant(now)


def _is_ahead(sheet: Sheet) -> bool:
    return sheet.opens is not None and clock.instant(sheet.opens) > clock.instant(sheet.now)
