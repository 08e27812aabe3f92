"""When an interview ended, told or not."""

from datetime import datetime, time

from followup.dates import clock
from followup.model.case import Round
from followup.rules.rulebook import figure

# When neither end nor start is known, the end of a working day keeps the thank-you from going out too early.
ASSUMED_END = time(17)


def end_of(one: Round) -> datetime:
    """The end of an interview, aware: as told, else an hour after the start (O9), else at the end of the day."""
    where = clock.zone(one.zone)
    if one.ends is None and one.starts is not None:
        return clock.shift(clock.local(one.date, one.starts, where), figure("O9", "length_hours"))
    return clock.local(one.date, one.ends or ASSUMED_END, where)
