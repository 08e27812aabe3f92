"""Says a moment for both sides: on the recipient's clock, on the reader's, and how far away it is."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from followup.dates import clock, zone_countries
from followup.frozen import remembered
from followup.model.case import Case
from followup.model.plan import Window
from followup.model.wording import view_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """The reader's day where they are, their zone if they told it, and the country whose clock they read.

    Without a zone `here` is the offset that the reader's device sent with the moment. `names_places` where more than
    one clock is read, so that no hour stands without its place.
    """

    today: date
    here: tzinfo | None
    zone: ZoneInfo | None
    country: str
    names_places: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenMoment:
    """One moment in words; `mine` is empty where the reader's clock shows the same, `where` unless places are named."""

    iso: str
    day: str
    hour: str
    place: str
    mine: str
    away: str
    where: str = ""

    @property
    def theirs(self) -> str:
        """Day and hour where the recipient is: "Friday 8 January 2027, 09:00"."""
        said = f"{self.day}, {self.hour}" if self.hour else self.day
        return view_words("hours.there", theirs=said, place=self.where) if self.hour and self.where else said

    @property
    def both(self) -> str:
        """The same with the reader's own reading, for plain text."""
        return (
            self.theirs
            if not self.mine
            else view_words("hours.both", theirs=self.theirs, place=self.place, mine=self.mine)
        )


def reader(now: datetime, my_zone: str, country: str, there: tzinfo | None = None) -> Reader:
    """Gives the reader; without a zone of theirs they are taken to be in the country of the interview.

    Their device's offset says nothing of another day: where it is that of the recipient's zone `there` today, the
    reader goes by that zone, so that a change of clocks on the way parts nobody.
    """
    zone = clock.zone(my_zone) if my_zone else None
    alike = there if there and now.astimezone(there).utcoffset() == now.utcoffset() else now.tzinfo
    here = zone or alike
    return Reader(
        today=now.astimezone(here).date(), here=here, zone=zone, country=zone_countries.country_read(my_zone, country)
    )


def hours_read(case: Case | None, zone: str) -> str:
    """Gives the country whose clock the reader reads; where no case tells it, that of the zone a moment stands in."""
    told = zone_countries.country_read(case.my_zone, case.country) if case else ""
    return told or zone_countries.country_of(zone)


def say(moment: datetime, reader: Reader) -> SpokenMoment:
    """Gives the words for a moment that stands in the recipient's zone."""
    return _say(moment, *clock.zone_and_fold(moment), reader)


@remembered(256)
def _say(moment: datetime, where: tzinfo | None, fold: int, reader: Reader) -> SpokenMoment:
    mine = moment.astimezone(reader.here)
    read_here = _mine(mine, moment, reader.country) if reader.zone else ""
    place = city(moment.tzinfo)
    return SpokenMoment(
        iso=clock.iso(moment),
        day=clock.spoken_day(moment.date()),
        hour=clock.clock_time(moment, reader.country),
        place=place,
        mine=read_here,
        away=_away(mine.date(), reader.today),
        # What is said on both clocks names the place already.
        where=place if reader.names_places and not read_here else "",
    )


def window_data(window: Window) -> dict[str, str]:
    """Gives the bounds of a window as plain JSON values."""
    moments = {"earliest": window.earliest, "target": window.target, "latest": window.latest}
    return {bound: clock.iso(moment) for bound, moment in moments.items()}


def city(zone: tzinfo | str | None) -> str:
    """Gives the name of a zone's place: "New York"."""
    return str(zone).rpartition("/")[2].replace("_", " ")


def _mine(mine: datetime, theirs: datetime, country: str) -> str:
    """Gives what the reader's clock shows, as far as it differs."""
    if mine.utcoffset() == theirs.utcoffset():
        return ""
    hour = clock.clock_time(mine, country)
    return hour if mine.date() == theirs.date() else f"{clock.spoken_day(mine.date())}, {hour}"


def _away(day: date, today: date) -> str:
    """Counts days on the reader's own calendar: their today is not always the recipient's."""
    days = (day - today).days
    return near_day(days) or view_words("days.ahead" if days > 0 else "days.past", count=abs(days))


def near_day(away: int) -> str:
    """Gives a day by how many days it is away: "yesterday", "today", "tomorrow"; nothing for any other.

    >>> near_day(0), near_day(2)
    ('today', '')
    """
    if abs(away) > 1:
        return ""
    return view_words("days.today" if away == 0 else "days.tomorrow" if away > 0 else "days.yesterday")
