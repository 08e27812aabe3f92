"""Reads days, times and moments as data write them."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from followup.forms.wrong import Wrong, wanted
from followup.model.question import Question
from followup.model.wording import problem_words

DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
TIME = re.compile(r"\d{2}:\d{2}", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII)
# Years in which every zone's clock can be computed without leaving Python's calendar.
YEARS = range(1900, 3000)


def _matching(pattern: re.Pattern[str]) -> Callable[[object], str]:
    def match(data: object) -> str:
        if not isinstance(data, str) or not pattern.fullmatch(data):
            raise Wrong
        return data

    return match


_date_text, _time_text, _moment_text = _matching(DATE), _matching(TIME), _matching(MOMENT)


def read_date(data: object, question: Question) -> date:
    text = _date_text(data)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(problem_words("no_such_day", wanted=wanted(question), text=text)) from None


def read_time(data: object, question: Question) -> time:
    try:
        return time.fromisoformat(_time_text(data))
    except ValueError:
        raise Wrong from None


def moment(data: object, question: Question) -> datetime:
    """A moment, with its offset or without; raises Wrong."""
    try:
        read = datetime.fromisoformat(_moment_text(data))
    except ValueError:
        raise Wrong from None
    if read.year not in YEARS:
        raise Wrong
    return read


def moment_or_day(data: object, question: Question) -> datetime | date:
    """A moment, or a day where the hour is not known."""
    if isinstance(data, str) and DATE.fullmatch(data):
        return read_date(data, question)
    return moment(data, question)
