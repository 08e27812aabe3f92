"""Days on the wrong side of the day of sending: a promise until a day that is over, an interview that is to come."""

import datetime as dt
from collections.abc import Iterator

from followup import letters
from followup.model.answer import Problem
from followup.tools.writer.ready_letter import ReadyLetter


def problems_of(sheet: ReadyLetter) -> tuple[Problem, ...]:
    """Gives what is wrong with the days that the reader typed; what the case tells was looked at there."""
    if sheet.is_own:
        return ()
    return tuple(_astray(sheet))


def _astray(sheet: ReadyLetter) -> Iterator[Problem]:
    sent = sheet.sent_at.date()
    for blank in sheet.blanks:
        if blank.kind != "date" or blank.name not in sheet.typed:
            continue
        day, side = dt.date.fromisoformat(sheet.values[blank.name]), _side(sheet, blank)
        if (side == "behind" and day > sent) or (side == "ahead" and day < sent):
            yield Problem(field=f"blanks.{blank.name}", message=blank.astray)


def _side(sheet: ReadyLetter, blank: letters.Blank) -> str:
    """The side on which the day must lie; a letter that has words for an interview to come takes any."""
    if blank.name == "interview_date" and "ahead" in sheet.letter.situations:
        return ""
    return sheet.letter.lies.get(blank.name, blank.lies)
