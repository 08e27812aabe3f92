"""Whether a sentence says a figure, in digits or in words: a source's own sentences carry no blanks."""

import re
from collections.abc import Iterator

from followup.model.language import number_word
from followup.rules.records import Figure

TENS = {30: "thirty", 40: "forty", 50: "fifty", 60: "sixty"}
# Fifteen, thirty and sixty minutes have names of their own.
PARTS = {15: "quarter of an hour", 30: "half an hour", 60: "(?:the|an|one) hour"}


def is_said(key: str, value: Figure, sentence: str) -> bool:
    """True if the sentence holds the figure: 5, five, a week for seven days, two days for 48 hours, 09:00."""
    return any(re.search(rf"\b{form}\b", sentence, re.IGNORECASE) for form in _forms(key, value))


def _forms(key: str, value: Figure) -> Iterator[str]:
    if not isinstance(value, int):
        yield f"{value:%H:%M}"
        return
    yield from _number(value) if value != 1 else _counted(1, _noun(key))
    if "minutes" in key and value in PARTS:
        yield PARTS[value]
    if "hours" in key and value % 24 == 0:
        yield from _counted(value // 24, "day")
    if "days" in key:
        for week in (5, 7) if "calendar" not in key else (7,):
            if value % week == 0:
                yield from _counted(value // week, "week")


def _noun(key: str) -> str:
    unit = re.search(r"(day|hour|minute|second|sentence|word|paragraph|interviewer)s", key)
    return unit[1] if unit else "[a-z]+"


def _number(value: int) -> Iterator[str]:
    if value == 2:
        yield from ("2", "two", "twice", "second", "both", "couple")
    else:
        yield str(value)
        yield TENS.get(value) or number_word(value)


def _counted(count: int, noun: str) -> Iterator[str]:
    if count == 1:
        yield f"(?:an?|one|1|first|next|whole|working) (?:more |business |working )*{noun}"
    else:
        yield from (f"{form} (?:working )?{noun}s?" for form in _number(count))
