"""The table of bounds read a second time, from the text: plain loops, the holidays library, no planning code."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import holidays

NINE, EIGHT, FIVE, SIX, EIGHT_PM = time(9), time(8), time(17), time(18), time(20)
SHEET_YEARS = range(2025, 2033)


class Bounds(NamedTuple):
    """Earliest, target and latest of one step."""

    earliest: datetime
    target: datetime
    latest: datetime


class Days:
    """Business days of a country by the holidays library; Monday to Friday where no country is told."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.closed = set(fields.get("closures", []))
        self.book = _book(fields.get("country", ""), fields.get("subdivision", ""))

    def open(self, day: date) -> bool:
        if day.isoformat() in self.closed:
            return False
        return day.weekday() < 5 if self.book is None else self.book.is_working_day(day)

    def add(self, day: date, count: int) -> date:
        while count:
            day += timedelta(days=1)
            count -= self.open(day)
        return day

    def rolled(self, day: date, more_days: int) -> date:
        day += timedelta(days=more_days)
        return day if self.open(day) else self.add(day, 1)


@cache
def _book(country: str, subdivision: str) -> holidays.HolidayBase | None:
    if not country:
        return None
    return holidays.country_holidays(country, subdiv=subdivision or None, years=SHEET_YEARS)


@cache
def zone_of(name: str) -> ZoneInfo:
    """The zone's rules from the package: the system's own may be of another year."""
    with (files("tzdata") / "zoneinfo" / name).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def wall(day: date, hour: time, zone: str) -> datetime:
    """The later reading of a wall time that is doubled or does not exist."""
    place = zone_of(zone)
    readings = [datetime.combine(day, hour, place).replace(fold=fold).astimezone(UTC) for fold in (0, 1)]
    return max(readings).astimezone(place)


def later(moment: datetime, **span: float) -> datetime:
    """Elapsed time, not wall time."""
    return (moment.astimezone(UTC) + timedelta(**span)).astimezone(moment.tzinfo)


def utc(moment: datetime) -> datetime:
    """The form to compare: within one zone Python compares wall clocks."""
    return moment.astimezone(UTC)


def end_of(round_: dict[str, Any], zone: str) -> datetime:
    """When the interview ended, on the recipient's clock."""
    day = date.fromisoformat(round_["date"])
    return wall(day, time.fromisoformat(round_["ends"]), round_["zone"]).astimezone(zone_of(zone))


def settled(earliest: datetime, target: datetime, latest: datetime, zone: str) -> Bounds:
    """The rule for every approach: a target outside its bounds moves the bound."""
    if utc(target) > utc(latest):
        latest = wall(target.date(), FIVE, zone)
    return Bounds(min(earliest, target, key=utc), target, latest)


def by_phone_rule(number: int, round_: dict[str, Any]) -> bool:
    """Phone always; video in the first round with at most one interviewer."""
    few = len(round_["interviewers"]) <= 1
    return round_["format"] == "phone" or (round_["format"] == "video" and number == 1 and few)


def thanks_window(end: datetime, zone: str, phone: bool, approach: str, days: Days) -> Bounds | None:
    """None where the text leaves the target open: no hour from 08:00 to 18:00 of a business day lies within 24 h."""
    next_open = wall(days.add(end.date(), 1), NINE, zone)
    if approach == "staffing":
        return settled(later(end, hours=2), next_open, later(end, hours=48), zone)
    if approach == "resume":
        return Bounds(next_open, next_open, wall(next_open.date(), FIVE, zone))
    if phone:
        hour_later, evening = later(end, hours=1), wall(end.date(), EIGHT_PM, zone)
        latest = hour_later if approach == "formats" else max(hour_later, evening, key=utc)
        return settled(end, later(end, minutes=30), latest, zone)
    target = onsite_target(end, zone, days)
    return settled(later(end, hours=2), target, later(end, hours=24), zone) if target else None


def onsite_target(end: datetime, zone: str, days: Days) -> datetime | None:
    tomorrow = end.date() + timedelta(days=1)
    nine, day_later, evening = wall(tomorrow, NINE, zone), later(end, hours=24), wall(end.date(), EIGHT_PM, zone)
    if days.open(tomorrow):
        return nine if utc(nine) <= utc(day_later) else last_good(end, day_later, zone, days)
    three = later(end, hours=3)
    return three if utc(three) <= utc(evening) else nine


def last_good(end: datetime, limit: datetime, zone: str, days: Days) -> datetime | None:
    for day in (limit.date(), end.date()):
        best = min(limit, wall(day, SIX, zone), key=utc)
        soonest = max(wall(day, EIGHT, zone), later(end, hours=2), key=utc)
        if days.open(day) and utc(best) >= utc(soonest):
            return best
    return None


def first_window(
    last: date, promised: date | None, thanked: date | None, zone: str, approach: str, days: Days
) -> Bounds:
    if promised is None:
        return undated(last, zone, approach, days)
    early, aim, late = {"patient": (5, 5, 10), "staffing": (1, 1, 5), "primer": (1, 1, 2)}.get(approach, (1, 2, 5))
    floor = days.add(thanked, 2) if thanked else date.min
    target = days.rolled(promised, 7) if approach == "resume" else days.add(promised, aim)
    earliest, target = max(days.add(promised, early), floor), max(target, floor)
    latest = wall(days.add(promised, late), FIVE, zone)
    return settled(wall(earliest, NINE, zone), wall(target, NINE, zone), latest, zone)


def undated(last: date, zone: str, approach: str, days: Days) -> Bounds:
    plain_days = {"staffing": 7, "checklist": 7, "formats": 14}.get(approach)
    wait, limit = (10, 15) if approach == "patient" else (5, 10)
    target = days.rolled(last, plain_days) if plain_days else days.add(last, wait)
    latest = wall(days.add(last, limit), FIVE, zone)
    return settled(wall(days.add(last, wait), NINE, zone), wall(target, NINE, zone), latest, zone)


def second_window(first: date, zone: str, approach: str, days: Days) -> Bounds:
    target = days.rolled(first, 14)
    if approach == "primer":
        opens, late = days.rolled(first, 7), target
    else:
        opens, late = days.add(first, 5), days.add(target, 5)
    return settled(wall(opens, NINE, zone), wall(target, NINE, zone), wall(late, FIVE, zone), zone)


RANK = {"recruiter": 0, "hr": 1, "hiring-manager": 2, "interviewer": 3}


def contact(rounds: list[dict[str, Any]], approach: str) -> dict[str, Any]:
    """Who ran the process, else the hiring manager, else an interviewer; the latest round first."""
    people = [person for round_ in reversed(rounds) for person in people_of(round_)]
    ranks = {**RANK, "recruiter": 1, "hr": 0} if approach == "checklist" else RANK
    return min(people, key=lambda one: ranks[one["part"]], default={"name": "", "zone": rounds[-1]["zone"]})


def people_of(round_: dict[str, Any]) -> list[dict[str, Any]]:
    """The people of a round, each with a zone."""
    return [{**person, "zone": person["zone"] or round_["zone"]} for person in round_["interviewers"]]


def thanked_people(round_: dict[str, Any], rounds: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """After a recording the recruiter, else human resources: of that round, else of the nearest before, else after."""
    people, at = people_of(round_), rounds.index(round_)
    if round_["format"] == "recorded":
        nearest = [round_, *reversed(rounds[:at]), *rounds[at + 1 :]]
        running = [[one for one in people_of(each) if one["part"] in ("recruiter", "hr")] for each in nearest]
        found: list[dict[str, Any]] = next(filter(None, running), [])
        return sorted(found, key=lambda one: RANK[one["part"]])[:1]
    return people or [{"name": "", "zone": round_["zone"]}]


type Windows = dict[tuple[object, ...], Bounds | None]


def windows(fields: dict[str, Any]) -> Windows:
    """Every window of a case without events: thank-yous by round and name, the rest by action."""
    if fields["promise"]["kind"] == "no-contact":
        return {}
    days = Days(fields)
    thanks = thank_yous(fields, days)
    return thanks | touches(fields, days, thanks)


def thank_yous(fields: dict[str, Any], days: Days) -> Windows:
    """One a person and day of theirs, counted from the last interview of that day."""
    last: dict[tuple[str, date], tuple[int, str, Bounds | None]] = {}
    for number, round_ in enumerate(fields["rounds"], 1):
        for person in thanked_people(round_, fields["rounds"]):
            end = end_of(round_, person["zone"])
            window = thanks_window(end, person["zone"], by_phone_rule(number, round_), fields["approach"], days)
            # Nobody named in two rounds may be two people.
            last[person["name"] or str(number), end.date()] = (number, person["name"], window)
    return {("thank-you", number, name): window for number, name, window in last.values()}


def touches(fields: dict[str, Any], days: Days, thanks: Windows) -> Windows:
    """First and second check-in, and letting go; moved off a day on which the same person is thanked."""
    approach, rounds, by = fields["approach"], fields["rounds"], fields["promise"]["by"]
    person = contact(rounds, approach)
    last, promised = end_of(rounds[-1], person["zone"]).date(), date.fromisoformat(by) if by else None
    targets = {key: window.target.date() for key, window in thanks.items() if window}
    first = first_window(last, promised, max(targets.values(), default=None), person["zone"], approach, days)
    taken = {day for (_, _, name), day in targets.items() if name in ("", person["name"])}
    first = off(first, taken, person["zone"], days)
    second = second_window(first.target.date(), person["zone"], approach, days)
    spent = first if approach == "formats" else second
    stop = wall(days.add(spent.target.date(), 10), NINE, person["zone"])
    found: Windows = {("check-in",): first, ("let-go",): Bounds(stop, stop, stop)}
    return found if approach == "formats" else {**found, ("second-check-in",): second}


def off(window: Bounds, taken: set[date], zone: str, days: Days) -> Bounds:
    """Never two messages to one person on one day."""
    while window.target.date() in taken:
        day = wall(days.add(window.target.date(), 1), NINE, zone)
        window = settled(max(window.earliest, day), day, window.latest, zone)
    return window
