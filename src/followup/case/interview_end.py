"""When an interview began and ended, told or not."""

from datetime import datetime

from followup.dates import clock
from followup.model.case import Round
from followup.rules.rulebook import figure, hour


def end_of(one: Round) -> datetime:
    """The end of an interview, aware: as told, else an hour after the start (O9), else at 17:00 (O42)."""
    where = clock.zone(one.zone)
    if one.ends is None and one.starts is not None:
        return clock.shift(clock.local(one.date, one.starts, where), figure("O9", "length_hours"))
    return clock.local(one.date, one.ends or hour("O42", "hour_time"), where)


def start_of(one: Round) -> datetime | None:
    """The start of an interview, aware: as told, else its end as told, which it lies before; else None."""
    told = one.starts or one.ends
    return clock.local(one.date, told, clock.zone(one.zone)) if told else None


def assumed_start(one: Round) -> datetime | None:
    """The start of an interview, aware: as told, else an hour before its end as told (O9); else None."""
    if one.starts is None and one.ends is not None:
        return clock.shift(end_of(one), -figure("O9", "length_hours"))
    return start_of(one)


def first_hour(one: Round) -> datetime:
    """When its day's business begins (O1): an interview whose hour nobody told may be the first thing then."""
    return clock.local(one.date, hour("O1", "send_from_time"), clock.zone(one.zone))
