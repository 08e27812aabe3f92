"""Makes requests odd, the same way in every build: no form sends such values, but a file or a link may hold them."""

import random
import re
from collections.abc import Iterable, Iterator

# JSON values in the place of any other; the longest numbers need arithmetic of their own.
NUMBERS = (
    "0",
    "-1",
    "0.1",
    "-0.0",
    "5e-324",
    "1e23",
    "1e308",
    "-1e400",
    "NaN",
    "Infinity",
    "9" * 400,
    "0." + "1" * 800,
)
OTHERS = ("true", "null", "[]", "{}", "[[1]]", '{"a": [null]}')
TEXTS = (
    "",
    "  ",
    "us",
    "é",
    "ß",
    "ǆ",
    "İ",
    "ΣΑΣ",
    "ＵＳ",
    "١٢",
    "日本",
    "עברית",
    "🎉",
    "e\\u0301",
    "\\ud800",
    "\\u0000",
    "\\u2028",
    "2027-02-30",
    "0001-01-01",
    "9999-12-31",
    "24:00",
    "1999-12-31T23:59",
    "2027-01-08T09:00:00.123456-05:00",
    "ü@exämple.de",
    "x" * 201,
    "é" * 20_001,
    "</script>",
    "{{ 1 }}",
)
VALUES = (*NUMBERS, *OTHERS, *(f'"{text}"' for text in TEXTS))
YEARS = (1900, 1969, 2019, 2020, 2024, 2026, 2028, 2032, 2033, 2038, 2100, 2999)
OFFSETS = ("Z", "-05:00", "+05:45", "+14:00", "-03:30")
# A value, and no name of one: after a colon, or in a list.
VALUE = re.compile(r'(?<=[:,\[] )(?:"(?:\\.|[^"\\])*"(?!:)|true|false)')
NOW = re.compile(r'(?<="now": ")[^"]*')


def made_odd(requests: Iterable[str], seed: int = 0) -> Iterator[str]:
    """Gives each request with an odd value in the place of one of its own, or asked in another year."""
    dice = random.Random(seed)
    for number, request in enumerate(requests):
        asked = NOW.sub(_moment(dice), request) if dice.random() < 0.5 else request
        place = dice.choice(list(VALUE.finditer(asked)))
        yield asked[: place.start()] + VALUES[number % len(VALUES)] + asked[place.end() :]


def _moment(dice: random.Random) -> str:
    day = f"{dice.choice(YEARS)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return f"{day}T{dice.randint(0, 23):02}:{dice.randint(0, 59):02}{dice.choice(OFFSETS)}"
