"""The stretches in which the call may be made, in words and on both clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from followup.dates import clock
from followup.model.language import weekday
from followup.model.wording import view_words
from followup.tools.call_sheet import calling
from followup.tools.call_sheet.sheet import Sheet, call_words
from followup.words.moments import SpokenMoment, say


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenHours:
    """One stretch in words, on both clocks."""

    start: SpokenMoment
    end: SpokenMoment
    mine: str
    night: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CallingDay:
    """The stretches of one day, with their picture."""

    day: str
    away: str
    hours: tuple[SpokenHours, ...]


def window(sheet: Sheet, one: calling.Stretch) -> dict[str, str]:
    """Gives a stretch as data, on their clock and, where it is known, on the reader's."""
    ends = {"start": one.start, "end": one.end}
    mine = {f"my_{name}": moment.astimezone(sheet.mine) for name, moment in ends.items()} if sheet.mine else {}
    return {name: clock.iso(moment) for name, moment in {**ends, **mine}.items()} | {"night": one.night}


def days(sheet: Sheet) -> Iterator[CallingDay]:
    """Gives the stretches day by day, in the recipient's zone."""
    for _, same in groupby(sheet.windows, key=lambda one: one.start.date()):
        hours = tuple(_hours(sheet, one) for one in same)
        yield CallingDay(day=hours[0].start.day, away=hours[0].start.away, hours=hours)


def _hours(sheet: Sheet, one: calling.Stretch) -> SpokenHours:
    start, end = say(one.start, sheet.who), say(one.end, sheet.who)
    return SpokenHours(start=start, end=end, mine=_mine(sheet, one), night=call_words()["nights"][one.night])


def _mine(sheet: Sheet, one: calling.Stretch) -> str:
    """The stretch on the reader's clock: "14:00 to 16:00", with weekdays where their day is another."""
    if sheet.mine is None or one.start.utcoffset() == one.start.astimezone(sheet.mine).utcoffset():
        return ""
    ends = one.start.astimezone(sheet.mine), one.end.astimezone(sheet.mine)
    days = ["", ""]
    if {end.date() for end in ends} != {one.start.date()}:
        days = [*dict.fromkeys(weekday(end) for end in ends), ""]
    hours = [clock.clock_time(end, sheet.who.country) for end in ends]
    first, last = (" ".join(filter(None, pair)) for pair in zip(days, hours, strict=False))
    return view_words("hours.between", first=first, last=last)


def both(sheet: Sheet, one: calling.Stretch) -> str:
    """Gives a stretch in words on both clocks: "9:00 to 12:00 in Berlin (3:00 to 6:00 for you)"."""
    hours = _hours(sheet, one)
    theirs = view_words("hours.between", first=hours.start.theirs, last=hours.end.hour)
    both = view_words(
        "hours.both" if hours.mine else "hours.there", theirs=theirs, place=hours.start.place, mine=hours.mine
    )
    return f"{both}, {hours.night}" if hours.night else both
