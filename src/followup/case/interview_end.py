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
