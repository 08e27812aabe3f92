"""Reads one typed answer: a JSON value in, a value of the asked kind out."""

import re
from collections.abc import Callable, Mapping

from followup.dates import calendars, clock
from followup.forms.days import moment_or_day, read_date, read_time
from followup.forms.wrong import Wrong, inside
from followup.model.question import NAME_LIMIT, Question
from followup.model.wording import problem_words

# Dots stand between words of an address, never at an end or in pairs; the domain has at least one.
EMAIL = re.compile(
    r"[^\s@.,;:<>()\[\]\"\\]+(\.[^\s@.,;:<>()\[\]\"\\]+)*@([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W_]([\w-]{0,61}[^\W_])"
)
# Control characters, halves of surrogate pairs, and what ends a line or a paragraph; several lines may hold the last.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
CONTROL_IN_LINES = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# They turn what follows round, and in a name every line that it stands in. The marks of one direction stay: names in
# Hebrew and Arabic have them.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
LONG_LIMIT = 20_000


type ValueReader = Callable[[object, Question], object]


def _text(data: object, question: Question) -> str:
    if not isinstance(data, str):
        raise Wrong(problem_words("text", label=inside(question)))
    text = TURNING.sub("", data).strip()
    if len(text) > question.limit:
        raise Wrong(problem_words("characters", limit=question.limit))
    if CONTROL.search(text):
        raise Wrong(problem_words("line_breaks"))
    return text


def longest(question: Question) -> int:
    """The most characters of a long text, or of a line that may be pasted with its breaks."""
    return LONG_LIMIT if question.limit == NAME_LIMIT else question.limit


def _long(data: object, question: Question) -> str:
    if not isinstance(data, str):
        raise Wrong(problem_words("text", label=inside(question)))
    limit = longest(question)
    if len(data) > limit:
        raise Wrong(problem_words("characters", limit=limit))
    if CONTROL_IN_LINES.search(data):
        raise Wrong(problem_words("control"))
    return data


def _file(data: object, question: Question) -> str:
    """The text of a file as it is: whoever reads it passes over what is damaged in it."""
    if not isinstance(data, str):
        raise Wrong
    if len(data) > question.limit:
        raise Wrong(problem_words("too_large", wanted=question.words.enter))
    return data


def _email(data: object, question: Question) -> str:
    text = _text(data, question)
    if text and not EMAIL.fullmatch(text):
        raise Wrong
    return text


def _choice(data: object, question: Question) -> str:
    values = [value for value, _ in question.offered]
    if not isinstance(data, str) or data not in values:
        raise Wrong(problem_words("one_of", names=", ".join(filter(None, values))))
    return data


def _zone(data: object, question: Question) -> str:
    text = _text(data, question)
    if text and text not in clock.zone_names():
        raise Wrong
    return text


def _country(data: object, question: Question) -> str:
    text = _text(data, question)
    if text:
        _known(lambda: calendars.calendar_for(text))
    return text.upper()


def _known(look_up: Callable[[], object]) -> None:
    try:
        look_up()
    except calendars.UnknownCountry:
        raise Wrong from None


def _flag(data: object, question: Question) -> bool:
    if not isinstance(data, bool):
        raise Wrong(problem_words("flag"))
    return data


def _any_object(data: object, question: Question) -> Mapping[str, object]:
    """An object whose tool reads it itself, so that one that cannot be read spoils nothing beside it."""
    if not isinstance(data, dict):
        raise Wrong
    return data


def _any(data: object, question: Question) -> object:
    """Whatever was told; the tool judges it."""
    return data


# What reads an answer, by the kind of the question; raises Wrong.
READERS: Mapping[str, ValueReader] = {
    "text": _text,
    "long": _long,
    # One line on the page, but what is pasted with line breaks is taken: who uses it makes spaces of them.
    "line": _long,
    "email": _email,
    "date": read_date,
    "time": read_time,
    "moment": moment_or_day,
    "choice": _choice,
    "zone": _zone,
    "country": _country,
    # Which regions there are depends on the country: the case as a whole is checked later.
    "subdivision": _text,
    "flag": _flag,
    "object": _any_object,
    "file": _file,
    "any": _any,
}
