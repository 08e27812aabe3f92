"""Draws two clocks, one above the other: the hours that suit the reader of a message, and the night of who sends it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from markupsafe import Markup

from followup.dates import clock
from followup.model.language import listed
from followup.planning.hours import call_hours
from followup.rules.rulebook import hour
from followup.tools.call_sheet import calling
from followup_site.pages import drawing
from followup_site.words.wording import site_words

# Neither changes its clocks, so that the picture is the same on every day of the year.
THEIRS, MINE = "Asia/Singapore", "Africa/Lagos"
DAY = dt.date(2027, 1, 4)
HOURS = 24
EVERY = 6
UPPER, LOWER, HEIGHT = 24, 92, 26


def clocks(attributes: Mapping[str, str]) -> str:
    """Gives the picture for `<followup-clocks/>`."""
    theirs, mine = clock.zone(THEIRS), clock.zone(MINE)
    parts = [*_their_day(theirs), *_my_day(theirs, mine)]
    said = _in_words(theirs, mine)
    return drawing.figure("clocks", site_words("pages.clocks.title"), said, LOWER + HEIGHT + 22, parts, caption=said)


def _their_day(theirs: ZoneInfo) -> Iterator[Markup]:
    yield drawing.text("label", 0, UPPER - 8, site_words("pages.clocks.theirs", place=_place("theirs")))
    yield drawing.bar("track", 0, UPPER, 100, HEIGHT)
    for start, end in call_hours():
        yield drawing.bar("window", _share(start), UPPER, _share(end) - _share(start), HEIGHT)
    yield drawing.dot("dot", _share(_nine()), UPPER + HEIGHT / 2)
    yield from _hours(UPPER + HEIGHT + 14, clock.local(DAY, dt.time(), theirs))


def _my_day(theirs: ZoneInfo, mine: ZoneInfo) -> Iterator[Markup]:
    """The same stretch of time below, with the night on it and the same instants marked."""
    yield drawing.text("label", 0, LOWER - 8, site_words("pages.clocks.mine", place=_place("mine")))
    yield drawing.bar("track", 0, LOWER, 100, HEIGHT)
    for start, end in _nights(theirs, mine):
        yield drawing.bar("night", start, LOWER, end - start, HEIGHT)
    nine = _share(_nine())
    yield drawing.dot("dot", nine, LOWER + HEIGHT / 2)
    yield from _hours(LOWER + HEIGHT + 14, clock.local(DAY, dt.time(), theirs).astimezone(mine))


def _nights(theirs: ZoneInfo, mine: ZoneInfo) -> Iterator[tuple[float, float]]:
    """The sender's nights that fall into the day, as shares of it (O26)."""
    begin = clock.instant(clock.local(DAY, dt.time(), theirs))
    for ahead in (-1, 0):
        evening = DAY + dt.timedelta(days=ahead)
        dusk = clock.instant(clock.local(evening, hour("O26", "night_from_time"), mine))
        dawn = clock.instant(clock.local(evening + dt.timedelta(days=1), hour("O26", "night_to_time"), mine))
        start, end = (min(max((moment - begin) / dt.timedelta(hours=HOURS), 0), 1) for moment in (dusk, dawn))
        if end > start:
            yield 100 * start, 100 * end


def _hours(y: float, midnight: dt.datetime) -> Iterator[Markup]:
    for ahead in range(0, HOURS + 1, EVERY):
        anchor = {0: "start", HOURS: "end"}.get(ahead, "middle")
        shown = midnight + dt.timedelta(hours=ahead)
        yield drawing.text("tick", 100 * ahead / HOURS, y, clock.clock_time(shown), anchor)


def _nine() -> dt.time:
    return hour("K1", "send_time")


def _share(at: dt.time) -> float:
    return 100 * (at.hour + at.minute / 60) / HOURS


def _in_words(theirs: ZoneInfo, mine: ZoneInfo) -> str:
    nine = clock.local(DAY, _nine(), theirs)
    asleep = calling.night(nine, nine + dt.timedelta(minutes=1), mine) != "none"
    return site_words(
        "pages.clocks.said",
        nine=clock.clock_time(nine),
        theirs=_place("theirs"),
        here=clock.clock_time(nine.astimezone(mine)),
        mine=_place("mine"),
        advice=site_words("pages.clocks.asleep") if asleep else "",
        hours=listed([_stretch(start, end, theirs, mine) for start, end in call_hours()]),
    )


def _stretch(start: dt.time, end: dt.time, theirs: ZoneInfo, mine: ZoneInfo) -> str:
    first, last = (clock.local(DAY, hour, theirs).astimezone(mine) for hour in (start, end))
    return site_words("pages.clocks.hours", start=clock.clock_time(first), end=clock.clock_time(last))


def _place(whose: str) -> str:
    return site_words(f"pages.clocks.places.{whose}")
