"""What the call sheet shows: its data, its page and its plain text."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal
from zoneinfo import ZoneInfo

from markupsafe import Markup

from followup import letters
from followup.checking.counting import counts
from followup.data import table
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.frozen import warmed
from followup.letters.prefill import Known
from followup.model.answer import File
from followup.model.case import Case
from followup.model.language import weekday
from followup.model.plan import ASKS, Plan, Step
from followup.model.wording import view_words
from followup.render import panels
from followup.rules.rulebook import figure
from followup.tools.call_sheet import calling, choosing
from followup.tools.call_sheet import day as call_day
from followup.words import dates
from followup.words.calls import Call, calls, frames, told_as
from followup.words.moments import Reader, SpokenMoment, city, reader, say, window_data
from followup.words.steps import Tap, step_view, tap, touches

FILE = "call-sheet.txt"
NOTHING = letters.Written(subject="", body="", subject_html="", body_html="", missing=())
OPENING = "call-opening"

type Part = Literal["opening", "points", "voicemail"]


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
    call: Call
    step: Step | None
    # The plan holds no call; the words are those of a plain one.
    is_none: bool
    # They asked for it, so it waits for nothing.
    is_free: bool
    attempt: calling.Attempt
    windows: tuple[calling.Stretch, ...]
    values: Mapping[str, str]
    known: Known
    points: tuple[str, ...]
    calendar: Calendar

    @property
    def opens(self) -> dt.datetime | None:
        """When the first call may be made; None where it need not wait (K17)."""
        return None if self.is_free or self.step is None else self.step.window.earliest

    @property
    def spends(self) -> bool:
        """True for an ask: a message that is left counts as one of the reader's tries (law 3)."""
        action = self.step.action if self.step else next(iter(self.call.actions), "")
        return not self.is_free and action in ASKS

    @property
    def called(self) -> str:
        """Whom it rings, as a sentence says it."""
        told = "" if self.call.rings == "number" else self.name
        return told or self.call.who or str(words()["nobody"])

    @property
    def at(self) -> dt.datetime:
        """The moment of the next call, on the recipient's clock; now where none can be made."""
        return self.windows[0].start if self.windows else self.now.astimezone(self.zone)

    @property
    def day(self) -> dt.date:
        """The recipient's day of the next call."""
        return self.at.date()

    @property
    def situations(self) -> frozenset[str]:
        """What is so at the time of the call."""
        return self.known.situations_at(self.at)

    @property
    def who(self) -> Reader:
        """The reader, on their own clock."""
        return reader(self.now, str(self.mine or ""), self.case.country)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What they may say, and the words for it."""

    to: str
    words: letters.Written


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """Everything that is said in a call, its blanks filled; the last of the replies is to "call back later"."""

    opening: letters.Written
    questions: tuple[letters.Written, ...]
    replies: tuple[Said, ...]
    voicemail: letters.Written
    points: letters.Written

    @property
    def missing(self) -> tuple[str, ...]:
        """The blanks that nobody filled yet, in the order in which they are met."""
        spoken = (self.opening, self.points, self.voicemail, *self.questions, *(one.words for one in self.replies))
        return tuple(dict.fromkeys(blank for one in spoken for blank in one.missing))


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


def data(sheet: Sheet, script: Script) -> dict[str, Any]:
    """Gives what a program gets to know; times of `start` and `end` are in the recipient's zone, with offset."""
    size = counts(script.voicemail.body, spoken=True)
    return {
        "call": sheet.call.id,
        "step": sheet.step.id if sheet.step else "",
        "window": window_data(sheet.step.window) if sheet.step else {},
        "question": sheet.step.question if sheet.step else "",
        "windows": [_window(sheet, one) for one in sheet.windows],
        "opens": clock.iso(sheet.opens) if sheet.opens else "",
        "to": sheet.name,
        "who": sheet.called,
        "number": sheet.number,
        "attempt": sheet.attempt,
        "spends": sheet.spends,
        "touches_left": sheet.plan.touches_left if sheet.plan else None,
        "when": _when(sheet),
        "why": _why(sheet),
        "opening": script.opening.body,
        "points": [*_lines(script.points.body), *sheet.points],
        "questions": [one.body for one in script.questions],
        "replies": [{"to": one.to, "say": one.words.body} for one in script.replies],
        "call_back": script.replies[-1].words.body if script.replies else "",
        "voicemail": {
            "text": script.voicemail.body,
            "words": size.words,
            "seconds": size.reading_seconds,
            "words_band": [figure("O15", "message_words_min"), figure("O15", "message_words_max")],
            "seconds_band": [figure("O15", "message_seconds_min"), figure("O15", "message_seconds_max")],
        },
        "avoid": list(sheet.call.avoid),
        "stop": sheet.call.stop,
        "missing": list(script.missing),
    }


def fragment(sheet: Sheet, script: Script, data: Mapping[str, Any]) -> str:
    """Gives the sheet as the page shows it."""
    return panels.panel(
        "call-sheet",
        sheet=sheet,
        data=data,
        days=list(_days(sheet)),
        picture=_picture(sheet),
        when=data["when"],
        words=words(),
        called=sheet.called,
        because=data["why"],
        reasons=step_view(sheet.step, sheet.who) if sheet.step and sheet.step.because else None,
        attempt=words()["attempts"][sheet.call.tries][sheet.attempt],
        touches=_touches(sheet),
        else_answers=_else_answers(sheet),
        opening=Markup(script.opening.body_html),
        questions=[Markup(one.body_html) for one in script.questions],
        replies=[(one.to, Markup(one.words.body_html)) for one in script.replies],
        voicemail=Markup(script.voicemail.body_html),
        others=_others(sheet),
        # The letters' own renderer escaped what stands in them.
        points=[*map(Markup, _lines(script.points.body_html)), *sheet.points],
        labels={name: blank.label for name, blank in letters.blanks().items()},
        dial="".join(sign for sign in sheet.number if sign in "+0123456789"),
        taps=_taps(sheet) if sheet.is_told else (),
        place=city(sheet.now.astimezone(sheet.zone)),
    )


def _else_answers(sheet: Sheet) -> str:
    """What to say where somebody else picks up; a call with words of its own for that needs none."""
    if sheet.call.hello:
        return ""
    return str(words()["else_answers"].format(name=sheet.name or view_words("people.person")))


def files(sheet: Sheet, data: Mapping[str, Any]) -> tuple[File, ...]:
    """Gives the sheet as plain text, to take along."""
    return (File(name=FILE, type="text/plain;charset=utf-8", text=_text(sheet, data)),)


def _text(sheet: Sheet, data: Mapping[str, Any]) -> str:
    if sheet.is_none:
        return f"{words()['whens']['none']}.\n\n{data['when']}\n"
    about = " ".join(
        filter(None, (view_words("call.about", name=sheet.called, purpose=sheet.call.purpose), sheet.number))
    )
    parts = [about, "", " ".join(filter(None, (data["when"], data["why"])))]
    parts += [f"- {_both(sheet, one)}" for one in sheet.windows]
    for title, body in _parts(sheet, data):
        parts += ["", title.upper(), body]
    return "\n".join(parts).rstrip() + "\n"


def _parts(sheet: Sheet, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield view_words("call.answers"), data["opening"]
    yield view_words("call.ask"), "\n".join(f"- {question}" for question in data["questions"])
    yield view_words("call.then"), "\n".join(f"- {one['to']}: {one['say']}" for one in data["replies"])
    if data["points"]:
        yield view_words("call.points"), "\n".join(f"- {point}" for point in data["points"])
    yield (
        view_words("call.voicemail"),
        f"{words()['attempts'][sheet.call.tries][sheet.attempt]}\n\n{data['voicemail']['text']}",
    )
    yield view_words("call.avoid"), "\n".join(f"- {one}" for one in data["avoid"])
    yield view_words("call.stop"), data["stop"]
    yield view_words("call.notes"), ""


def script(sheet: Sheet) -> Script:
    """Gives all that is said, written once for data, page and file; nothing where nobody is to be called."""
    if sheet.is_none:
        return Script(opening=NOTHING, questions=(), replies=(), voicemail=NOTHING, points=NOTHING)
    replies = [Said(to=one.to, words=_filled(sheet, one.say)) for one in sheet.call.replies]
    if later := sheet.call.written.get("later"):
        replies.append(Said(to=frames()["later"], words=_written(sheet, letters.letters()[later])))
    return Script(
        opening=_said(sheet, "opening"),
        questions=tuple(one for one in (_filled(sheet, each) for each in sheet.call.questions) if one.body),
        replies=tuple(replies),
        voicemail=_said(sheet, "voicemail"),
        points=_said(sheet, "points"),
    )


def _said(sheet: Sheet, part: Part) -> letters.Written:
    if part in sheet.call.written:
        return _written(sheet, letters.letters()[sheet.call.written[part]])
    return _filled(sheet, _source(sheet.call, part), kind="voicemail" if part == "voicemail" else "phone")


def _source(call: Call, part: Part) -> str:
    """Gives the words of a part with their blanks."""
    match part:
        case "opening":
            return f"{frames()['hello'] if call.hello is None else call.hello}\n\n{call.opening}"
        case "voicemail":
            return frames()["voicemail"].replace("{words}", call.voicemail)
        case "points":
            return call.points


@warmed
def _compile_calls() -> None:
    for call in calls().values():
        replies = (reply.say for reply in call.replies)
        spoken = (_source(call, "opening"), _source(call, "points"), *call.questions, *replies)
        for source in spoken:
            _make_ready(source)
        _make_ready(_source(call, "voicemail"), kind="voicemail")


def _make_ready(source: str, kind: letters.LetterKind = "phone") -> None:
    letter = _letter(source, kind)
    letters.make_ready(letter, letters.situations_asked(letter))


def _filled(sheet: Sheet, source: str, kind: letters.LetterKind = "phone") -> letters.Written:
    """Words with blanks, filled, their days true on the day of the call."""
    return _written(sheet, _letter(source, kind))


def _letter(source: str, kind: letters.LetterKind) -> letters.Letter:
    return letters.of_words(source.strip(), kind)


def _written(sheet: Sheet, letter: letters.Letter) -> letters.Written:
    manner = letters.Manner(situations=sheet.situations)
    # Whoever picks up at a house's number has no name yet.
    nobody = dict.fromkeys(("first_name", "title", "surname"), "") if sheet.call.rings == "number" else {}
    return letters.write(letter, manner, {**_call_back(sheet), **sheet.values, **nobody}, sheet.day)


def _why(sheet: Sheet) -> str:
    """The reason for the call, or for waiting with it."""
    if sheet.windows and _is_ahead(sheet):
        return sheet.call.waits
    return sheet.call.why if sheet.windows else ""


def _lines(body: str) -> list[str]:
    return [line.removeprefix("- ") for line in body.splitlines() if line.startswith("- ")]


def _call_back(sheet: Sheet) -> dict[str, str]:
    promised, deadline = (sheet.values.get(name, "") for name in ("promised_date", "offer_deadline"))
    day = calling.call_back_day(sheet.day, dt.date.fromisoformat(promised) if promised else None, sheet.calendar)
    if "offer" in sheet.situations and deadline:
        day = calling.last_call_day(sheet.day, dt.date.fromisoformat(deadline), sheet.calendar)
    return {"call_back": dates.spoken(day, sheet.day).when}


def _others(sheet: Sheet) -> list[tuple[str, str]]:
    """The other calls that the plan holds by now, each with the step it is."""
    found = choosing.possible(sheet.plan) if sheet.plan else ()
    phoned = [one for one in found if one.step and one.step.channel == "phone" and one.step != sheet.step]
    return [(one.step.id, _title(one)) for one in phoned if one.step]


def _title(one: choosing.Meant) -> str:
    """Another call in a line: "Call Dana Ruiz to ask whether the offer still stands"."""
    name = next(iter(one.step.to), "") if one.step else ""
    return view_words("call.title", name=name or one.call.who or words()["nobody"], purpose=one.call.purpose)


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
        days = [*dict.fromkeys(weekday(end) for end in ends), ""]
    hours = [clock.clock_time(end, sheet.who.country) for end in ends]
    first, last = (" ".join(filter(None, pair)) for pair in zip(days, hours, strict=False))
    return view_words("hours.between", first=first, last=last)


def _both(sheet: Sheet, one: calling.Stretch) -> str:
    hours = _hours(sheet, one)
    theirs = view_words("hours.between", first=hours.start.theirs, last=hours.end.hour)
    both = view_words(
        "hours.both" if hours.mine else "hours.there", theirs=theirs, place=hours.start.place, mine=hours.mine
    )
    return f"{both}, {hours.night}" if hours.night else both


def _picture(sheet: Sheet) -> Markup:
    return call_day.picture(
        call_day.CallDay(day=sheet.day, zone=sheet.zone, mine=sheet.mine, country=sheet.who.country)
    )


def _when(sheet: Sheet) -> str:
    """From when the call may be made, and how long: the plan's own window."""
    whens = words()["whens"]
    if not sheet.windows:
        return str(whens["missed" if sheet.step else "closed"])
    if _is_ahead(sheet):
        opens = sheet.windows[0].start
        if opens.date() == sheet.now.astimezone(sheet.zone).date():
            return str(whens["later"].format(hour=say(opens, sheet.who).hour))
        return str(whens["opens"].format(day=clock.spoken_day(opens.date())))
    if sheet.step is None or sheet.is_free or _is_never_late(sheet.step, sheet.now):
        return str(whens["now"])
    if sheet.step.status == "overdue":
        return str(whens["late"])
    latest = say(sheet.windows[-1].end if len(sheet.windows) == 1 else sheet.step.window.latest, sheet.who)
    return str(whens["due"].format(latest=latest.theirs))


def _is_never_late(step: Step, now: dt.datetime) -> bool:
    return step.status != "overdue" and clock.instant(step.window.latest) <= clock.instant(now)


def _is_ahead(sheet: Sheet) -> bool:
    return sheet.opens is not None and clock.instant(sheet.opens) > clock.instant(sheet.now)


def _touches(sheet: Sheet) -> str:
    if not sheet.spends:
        return str(words()["touches"]["free"])
    return " ".join(filter(None, (words()["touches"]["spends"], touches(sheet.plan) if sheet.plan else "")))


def _taps(sheet: Sheet) -> tuple[Tap, ...]:
    """What can be told of the call, as an event of the step it was made for."""
    if sheet.step is None and sheet.call.told_as is None:
        return ()
    step = told_as(sheet.step.action, sheet.step.letter) if sheet.step else sheet.call.told_as or ""
    return tuple(tap(one, step=step, to=sheet.name) for one in words()["told"])
