"""Says a moment for both sides: on the recipient's clock, on the reader's, and how far away it is."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from followup import clock


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """The reader's moment, their zone if they told it, and the country whose clock they read."""

    now: datetime
    zone: ZoneInfo | None
    country: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenMoment:
    """One moment in words; `mine` is empty where the reader's clock shows the same."""

    iso: str
    day: str
    hour: str
    place: str
    mine: str
    away: str

    @property
    def theirs(self) -> str:
        """Day and hour where the recipient is: "Friday 8 January 2027, 09:00"."""
        return f"{self.day}, {self.hour}"

    @property
    def both(self) -> str:
        """The same with the reader's own reading, for plain text."""
        return f"{self.theirs} in {self.place} ({self.mine} for you)" if self.mine else self.theirs


def reader(now: datetime, my_zone: str, country: str) -> Reader:
    """Gives the reader; without a zone of theirs they are taken to be in the country of the interview."""
    zone = clock.zone(my_zone) if my_zone else None
    return Reader(now=now, zone=zone, country=clock.country_of(my_zone) or country)


def say(moment: datetime, reader: Reader) -> SpokenMoment:
    """Gives the words for a moment that stands in the recipient's zone."""
    return SpokenMoment(
        iso=moment.isoformat(),
        day=clock.spoken_day(moment.date()),
        hour=clock.clock_time(moment, reader.country),
        place=city(moment),
        mine=_mine(moment, reader),
        away=_away(moment, reader),
    )


def city(moment: datetime) -> str:
    """Gives the name of the zone's place: "New York"."""
    return str(moment.tzinfo).rpartition("/")[2].replace("_", " ")


def _mine(moment: datetime, reader: Reader) -> str:
    if reader.zone is None:
        return ""
    mine = moment.astimezone(reader.zone)
    if mine.utcoffset() == moment.utcoffset():
        return ""
    hour = clock.clock_time(mine, reader.country)
    return hour if mine.date() == moment.date() else f"{clock.spoken_day(mine.date())}, {hour}"


def _away(moment: datetime, reader: Reader) -> str:
    """Counts days on the reader's own calendar: their today is not always the recipient's."""
    # An unknown zone leaves the offset that the reader's device sent with the moment.
    here = reader.zone or reader.now.tzinfo
    days = (moment.astimezone(here).date() - reader.now.astimezone(here).date()).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
