"""What is said in a call, its blanks filled and its days true on the day of the call."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from followup import letters
from followup.frozen import warmed
from followup.letters.spoken import opening_words, words
from followup.tools.call_sheet import calling
from followup.tools.call_sheet.sheet import Sheet
from followup.words import dates
from followup.words.calls import Call, calls, frames

NOTHING = letters.Written(subject="", body="", subject_html="", body_html="", missing=())

type SpokenPart = Literal["opening", "points", "voicemail"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReplySaid:
    """What they may say, and the words for it; `do` is what to do before them."""

    to: str
    words: letters.Written
    do: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """Everything that is said in a call, its blanks filled; the last of the replies is to "call back later"."""

    opening: letters.Written
    questions: tuple[letters.Written, ...]
    replies: tuple[ReplySaid, ...]
    voicemail: letters.Written
    points: letters.Written

    @property
    def missing(self) -> tuple[str, ...]:
        """The blanks that nobody filled yet, in the order in which they are met."""
        spoken = (self.opening, self.points, self.voicemail, *self.questions, *(one.words for one in self.replies))
        return tuple(dict.fromkeys(blank for one in spoken for blank in one.missing))


def script(sheet: Sheet) -> Script:
    """Gives all that is said, written once for data, page and file; nothing where nobody is to be called."""
    if sheet.is_none:
        return Script(opening=NOTHING, questions=(), replies=(), voicemail=NOTHING, points=NOTHING)
    replies = [ReplySaid(to=one.to, words=_filled(sheet, one.say), do=one.do) for one in sheet.call.replies]
    if later := sheet.call.written.get("later"):
        replies.append(ReplySaid(to=frames()["later"], words=_written(sheet, letters.letters()[later])))
    return Script(
        opening=_said(sheet, "opening"),
        questions=tuple(one for one in (_filled(sheet, each) for each in sheet.call.questions) if one.body),
        replies=tuple(replies),
        voicemail=_said(sheet, "voicemail"),
        points=_said(sheet, "points"),
    )


def _said(sheet: Sheet, part: SpokenPart) -> letters.Written:
    if part in sheet.call.written:
        return _written(sheet, letters.letters()[sheet.call.written[part]])
    return _filled(sheet, _source(sheet.call, part), kind="voicemail" if part == "voicemail" else "phone")


def _source(call: Call, part: SpokenPart) -> str:
    """Gives the words of a part with their blanks."""
    match part:
        case "opening":
            return opening_words(call)
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
            letters.make_ready(words(source))
        letters.make_ready(words(_source(call, "voicemail"), "voicemail"))


def _filled(sheet: Sheet, source: str, kind: letters.LetterKind = "phone") -> letters.Written:
    """Words with blanks, filled, their days true on the day of the call."""
    return _written(sheet, words(source, kind))


def _written(sheet: Sheet, letter: letters.Letter) -> letters.Written:
    manner = letters.Manner(situations=sheet.situations)
    # Whoever picks up at a house's number has no name yet.
    nobody = dict.fromkeys(("first_name", "title", "surname"), "") if sheet.call.rings == "number" else {}
    return letters.write(letter, manner, {**_call_back(sheet), **sheet.values, **nobody}, sheet.day)


def _call_back(sheet: Sheet) -> dict[str, str]:
    promised, deadline = (sheet.values.get(name, "") for name in ("promised_date", "offer_deadline"))
    day = calling.call_back_day(sheet.day, dt.date.fromisoformat(promised) if promised else None, sheet.calendar)
    if "offer" in sheet.situations and deadline:
        day = calling.last_call_day(sheet.day, dt.date.fromisoformat(deadline), sheet.calendar)
    return {"call_back": dates.day_said(day, sheet.day).when}
