"""Draws the hours of a working day that suit a call: a bar with lunch cut out, and the reader's own clock below."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from markupsafe import Markup

from followup.dates import clock
from followup.model.language import listed
from followup.model.wording import view_words
from followup.planning.hours import Hours, call_hours
from followup.tools.call_sheet import calling

# Units of the drawing; a phone shows about one a pixel, so letters of 12 stay readable.
WIDTH = 320
SIDE = 8
HEAD = 16
BAR = 22
ROW = 20
MINUTES = 60
FIRST_HOUR, LAST_HOUR = 8, 18
# A Monday like any other, for a page that knows neither reader nor recipient.
PLAIN_DAY = date(2027, 1, 4)


@dataclass(frozen=True, kw_only=True, slots=True)
class CallDay:
    """One day where they are, the zone of whom is called, the reader's if it is another, and whose clock is read."""

    day: date
    zone: ZoneInfo
    mine: ZoneInfo | None = None
    country: str = ""
    id: str = "callday"

    def at(self, hour: time) -> datetime:
        """Gives the moment at which their clock shows that hour."""
        return clock.local(self.day, hour, self.zone)

    def on_my_clock(self, hour: time) -> str:
        """Gives what the reader's clock shows then."""
        moment = self.at(hour).astimezone(self.mine or self.zone)
        shift = (moment.date() - self.day).days
        said = clock.clock_time(moment, self.country)
        if shift == 0:
            return said
        return view_words("call.day_later" if shift > 0 else "call.day_before", hour=said)

    @property
    def is_far(self) -> bool:
        """True where the reader's clock shows another hour."""
        noon = self.at(time(12))
        return self.mine is not None and noon.astimezone(self.mine).utcoffset() != noon.utcoffset()


def picture(shown: CallDay) -> Markup:
    """Gives the bar with its title and description."""
    hours = call_hours()
    height = HEAD + BAR + ROW * (2 if shown.is_far else 1) + SIDE
    parts = (_words(shown, hours), _track(), *(_stretch(shown, *one) for one in hours), *_ticks(shown, hours))
    return Markup(
        '<svg class="callday" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title {}-desc">{}</svg>'
    ).format(WIDTH, height, shown.id, shown.id, Markup("").join(parts))


def in_words(shown: CallDay) -> str:
    """Gives the same as a sentence."""
    return " ".join(_in_words(shown, call_hours()))


def _in_words(shown: CallDay, hours: Hours) -> Iterator[str]:
    ends = [[clock.clock_time(one, shown.country) for one in stretch] for stretch in hours]
    theirs = listed([view_words("hours.between", first=first, last=last) for first, last in ends])
    yield view_words("call.hours", hours=theirs)
    if shown.is_far:
        yield view_words("call.my_hours", hours=listed([_mine(shown, start, end) for start, end in hours]))


def _mine(shown: CallDay, start: time, end: time) -> str:
    night = calling.night(shown.at(start), shown.at(end), shown.mine)
    hours = view_words("hours.between", first=shown.on_my_clock(start), last=shown.on_my_clock(end))
    if night == "none":
        return hours
    return view_words("call.in_night" if night == "all" else "call.partly_in_night", hours=hours)


def _words(shown: CallDay, hours: Hours) -> Markup:
    return Markup('<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>').format(
        shown.id, view_words("call.picture"), shown.id, " ".join(_in_words(shown, hours))
    )


def _x(hour: time) -> float:
    share = (hour.hour + hour.minute / MINUTES - FIRST_HOUR) / (LAST_HOUR - FIRST_HOUR)
    return round(SIDE + share * (WIDTH - 2 * SIDE), 1)


def _track() -> Markup:
    return Markup('<rect class="callday__day" x="{}" y="{}" width="{}" height="{}" rx="4"/>').format(
        SIDE, HEAD, WIDTH - 2 * SIDE, BAR
    )


def _stretch(shown: CallDay, start: time, end: time) -> Markup:
    night = calling.night(shown.at(start), shown.at(end), shown.mine)
    return Markup('<rect class="callday__call callday__call--{}" x="{}" y="{}" width="{}" height="{}" rx="4"/>').format(
        night, _x(start), HEAD, round(_x(end) - _x(start), 1), BAR
    )


def _ticks(shown: CallDay, hours: Hours) -> Iterator[Markup]:
    """The hour at each edge, on their clock and, where it differs, on the reader's below."""
    yield _text("callday__lunch", _middle(hours), HEAD - 5, view_words("call.lunch"))
    for edge in (edge for stretch in hours for edge in stretch):
        yield _text("callday__hour", _x(edge), HEAD + BAR + 14, clock.clock_time(shown.at(edge), shown.country))
        if shown.mine is not None and shown.is_far:
            there = shown.at(edge).astimezone(shown.mine)
            yield _text("callday__mine", _x(edge), HEAD + BAR + 14 + ROW, clock.clock_time(there, shown.country))


def _middle(hours: Hours) -> float:
    """The middle of the gap between the first stretch and the second."""
    return round((_x(hours[0][1]) + _x(hours[1][0])) / 2, 1)


def _text(kind: str, x: float, y: int, words: str) -> Markup:
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(kind, x, y, words)


def plain() -> CallDay:
    """Gives a day like any other, for a page that knows no reader."""
    return CallDay(day=PLAIN_DAY, zone=clock.zone("UTC"))
