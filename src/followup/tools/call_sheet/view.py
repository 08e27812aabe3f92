"""What the call sheet shows: its data, its page and its plain text."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from followup import letters
from followup.checking.counting import counts
from followup.data import table
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.answer import File
from followup.model.case import Case
from followup.model.plan import Plan, Step
from followup.render import panels
from followup.rules.rulebook import figure
from followup.tools.call_sheet import calling
from followup.tools.call_sheet import day as call_day
from followup.words import dates
from followup.words.moments import Reader, SpokenMoment, city, reader, say
from followup.words.steps import Tap, tap, touches

FILE = "call-sheet.txt"
OPENING = "call-opening"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A call to be made, and everything known around it."""

    name: str
    number: str
    case: Case
    # Whether the case was sent along, so that what happened can go back into it.
    is_told: bool
    now: dt.datetime
    zone: ZoneInfo
    mine: ZoneInfo | None
    plan: Plan | None
    step: Step | None
    invited: bool
    opens: dt.datetime | None
    attempt: calling.Attempt
    windows: tuple[calling.Stretch, ...]
    values: Mapping[str, str]
    situations: frozenset[str]
    points: tuple[str, ...]
    calendar: Calendar

    @property
    def opening(self) -> str:
        """The id of the letter that opens the call."""
        return opening(self.step)

    @property
    def day(self) -> dt.date:
        """The recipient's day of the next call."""
        return self.windows[0].start.date() if self.windows else self.now.astimezone(self.zone).date()

    @property
    def who(self) -> Reader:
        """The reader, on their own clock."""
        return reader(self.now, str(self.mine or ""), self.case.country)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """One stretch in words, on both clocks."""

    start: SpokenMoment
    end: SpokenMoment
    mine: str
    night: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """The stretches of one day, with their picture."""

    day: str
    away: str
    hours: tuple[Hours, ...]


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """Gives the words of data/words/call_words.toml."""
    return table("words", "call_words.toml")


def opening(step: Step | None) -> str:
    """Gives the id of the letter that opens a call: the step's own where that is spoken."""
    own = step.letter if step else None
    return own if own and letters.letters()[own].kind == "phone" else OPENING


def data(sheet: Sheet) -> dict[str, Any]:
    """Gives what a program gets to know; times of `start` and `end` are in the recipient's zone, with offset."""
    voicemail = written(sheet, "voicemail")
    size = counts(voicemail.body, spoken=True)
    return {
        "windows": [_window(sheet, one) for one in sheet.windows],
        "opens": clock.iso(sheet.opens) if sheet.opens else "",
        "to": sheet.name,
        "number": sheet.number,
        "attempt": sheet.attempt,
        "touches_left": sheet.plan.touches_left if sheet.plan else None,
        "opening": written(sheet, sheet.opening).body,
        "points": points(sheet),
        "questions": list(words()["questions"]),
        "call_back": written(sheet, "call-back").body,
        "voicemail": {
            "text": voicemail.body,
            "words": size.words,
            "seconds": size.reading_seconds,
            "words_band": [figure("O15", "message_words_min"), figure("O15", "message_words_max")],
            "seconds_band": [figure("O15", "message_seconds_min"), figure("O15", "message_seconds_max")],
        },
        "missing": list(_missing(sheet)),
    }


def fragment(sheet: Sheet) -> str:
    """Gives the sheet as the page shows it."""
    told = data(sheet)
    return panels.panel(
        "call-sheet",
        sheet=sheet,
        data=told,
        days=list(_days(sheet)),
        picture=_picture(sheet),
        when=_when(sheet),
        words=words(),
        touches=_touches(sheet),
        else_answers=words()["else_answers"].format(name=sheet.name or "the person"),
        opening=_html(sheet, sheet.opening),
        call_back=_html(sheet, "call-back"),
        voicemail=_html(sheet, "voicemail"),
        points=_points_html(sheet),
        labels={name: blank.label for name, blank in letters.blanks().items()},
        dial="".join(sign for sign in sheet.number if sign in "+0123456789"),
        taps=_taps(sheet) if sheet.is_told and sheet.step else (),
        place=city(sheet.now.astimezone(sheet.zone)),
    )


def files(sheet: Sheet) -> tuple[File, ...]:
    """Gives the sheet as plain text."""
    return (File(name=FILE, type="text/plain;charset=utf-8", text=text(sheet)),)


def text(sheet: Sheet) -> str:
    """Gives the sheet as plain text, to take along."""
    parts = [f"Call {sheet.name or words()['nobody']} {sheet.number}".rstrip(), "", _when(sheet)]
    for one in sheet.windows:
        parts.append(f"- {_both(sheet, one)}")
    for title, body in (
        ("Somebody answers", written(sheet, sheet.opening).body),
        ("Points", "\n".join(f"- {point}" for point in points(sheet))),
        ("Ask", "\n".join(f"- {question}" for question in words()["questions"])),
        ("Voicemail", f"{words()['attempts'][sheet.attempt]}\n\n{written(sheet, 'voicemail').body}"),
        ("Notes", ""),
    ):
        parts += ["", title.upper(), body]
    return "\n".join(parts).rstrip() + "\n"


def written(sheet: Sheet, letter: str) -> letters.Written:
    """Gives one of the letters of a call, filled, its days true on the day of the call."""
    manner = letters.Manner(situations=sheet.situations)
    return letters.write(letters.letters()[letter], manner, {**_call_back(sheet), **sheet.values}, sheet.day)


def points(sheet: Sheet) -> list[str]:
    """Gives the talking points, the reader's own last."""
    return [*_lines(written(sheet, "talking-points").body), *sheet.points]


def _lines(body: str) -> list[str]:
    return [line.removeprefix("- ") for line in body.splitlines() if line.startswith("- ")]


def _points_html(sheet: Sheet) -> list[str | Markup]:
    # The letters' own renderer escaped what stands in them.
    ours = _lines(written(sheet, "talking-points").body_html)
    return [*(Markup(line) for line in ours), *sheet.points]


def _html(sheet: Sheet, letter: str) -> Markup:
    return Markup(written(sheet, letter).body_html)


def _missing(sheet: Sheet) -> Iterator[str]:
    named = (sheet.opening, "talking-points", "voicemail")
    yield from dict.fromkeys(blank for letter in named for blank in written(sheet, letter).missing)


def _call_back(sheet: Sheet) -> dict[str, str]:
    promised, deadline = (sheet.values.get(name, "") for name in ("promised_date", "offer_deadline"))
    day = calling.call_back_day(sheet.day, dt.date.fromisoformat(promised) if promised else None, sheet.calendar)
    if "offer" in sheet.situations and deadline:
        day = calling.last_call_day(sheet.day, dt.date.fromisoformat(deadline), sheet.calendar)
    return {"call_back": dates.spoken(day, sheet.day).when}


def _window(sheet: Sheet, one: calling.Stretch) -> dict[str, str]:
    ends = {"start": one.start, "end": one.end}
    mine = {f"my_{name}": moment.astimezone(sheet.mine) for name, moment in ends.items()} if sheet.mine else {}
    return {name: clock.iso(moment) for name, moment in {**ends, **mine}.items()} | {"night": one.night}


def _days(sheet: Sheet) -> Iterator[Day]:
    for _, same in groupby(sheet.windows, key=lambda one: one.start.date()):
        hours = tuple(_hours(sheet, one) for one in same)
        yield Day(day=hours[0].start.day, away=hours[0].start.away, hours=hours)


def _hours(sheet: Sheet, one: calling.Stretch) -> Hours:
    start, end = say(one.start, sheet.who), say(one.end, sheet.who)
    return Hours(start=start, end=end, mine=_mine(sheet, one), night=words()["nights"][one.night])


def _mine(sheet: Sheet, one: calling.Stretch) -> str:
    """The stretch on the reader's clock: "14:00 to 16:00", with weekdays where their day is another."""
    if sheet.mine is None or one.start.utcoffset() == one.start.astimezone(sheet.mine).utcoffset():
        return ""
    ends = one.start.astimezone(sheet.mine), one.end.astimezone(sheet.mine)
    days = ["", ""]
    if {end.date() for end in ends} != {one.start.date()}:
        days = [*dict.fromkeys(clock.WEEKDAYS[end.weekday()] for end in ends), ""]
    hours = [clock.clock_time(end, sheet.who.country) for end in ends]
    return " to ".join(" ".join(filter(None, pair)) for pair in zip(days, hours, strict=False))


def _both(sheet: Sheet, one: calling.Stretch) -> str:
    hours = _hours(sheet, one)
    mine = f" ({hours.mine} for you)" if hours.mine else ""
    night = f", {hours.night}" if hours.night else ""
    return f"{hours.start.theirs} to {hours.end.hour} in {hours.start.place}{mine}{night}"


def _picture(sheet: Sheet) -> Markup:
    return call_day.picture(
        call_day.CallDay(day=sheet.day, zone=sheet.zone, mine=sheet.mine, country=sheet.who.country)
    )


def _when(sheet: Sheet) -> str:
    if not sheet.windows:
        return str(words()["whens"]["closed"])
    if sheet.invited:
        return str(words()["whens"]["invited"])
    is_ahead = sheet.opens is not None and clock.instant(sheet.opens) > clock.instant(sheet.now)
    said = words()["whens"]["opens" if is_ahead else "now"]
    return str(said.format(day=clock.spoken_day(sheet.day)))


def _touches(sheet: Sheet) -> str:
    left = touches(sheet.plan) if sheet.plan else ""
    return " ".join(filter(None, (words()["touches"]["spends"], left)))


def _taps(sheet: Sheet) -> tuple[Tap, ...]:
    """What can be told of the call, as an event of the step it was made for."""
    step = sheet.step.action if sheet.step and sheet.step.action != "call" else ""
    return tuple(tap(one, step=step, to=sheet.name) for one in words()["told"])
