"""Invents requests, the same in every build, so that what only a rare answer calls is called before sealing."""

import itertools
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from followup import letters
from followup.dates import calendar_book, clock

type Fields = dict[str, Any]

NOW = "2027-03-01T12:00:00+01:00"
# A day that a letter of that moment may promise.
AHEAD = "2027-03-05"
MISTAKEN = 0.1
PLACES = ("interviewed", "waiting", "silence", "replied", "offer", "rejected", "done")
NAMES = (
    "Dana Ruiz",
    "Ken Ito-O’Brien",
    "李小龍",
    "محمد الفاتح",
    "José de la Cruz, Jr.",
    "x" * 150,
    "Zoë 🎉",
    "<b>&",
    "",
)
ADDRESSES = ("", "dana@example.com", "ken.ito+jobs@mail.example.co.jp")
FORMATS = ("onsite", "phone", "video", "recorded", "written")
PARTS = ("interviewer", "hr", "recruiter", "hiring-manager")
APPROACHES = ("balanced", "patient", "staffing", "primer", "checklist", "resume", "formats")
KINDS = ("sent", "sent", "called", "voicemail", "reply", "reply", "offer-elsewhere", "interview-moved", "withdrawn")
OUTCOMES = ("deciding", "promise", "question", "rejected", "next-round", "offer", "auto")
STEPS = ("thank-you", "check-in", "second-check-in")
WORDS = (
    *NAMES,
    "Thank you",
    "ASAP",
    "[Name]",
    "http://x.y/?a=%20",
    "9 a.m.",
    "!!!",
    "\n\n",
    "> quoted",
    "- point",
    "ÜNÏ",
)


def invented(count: int, seed: int = 20270107) -> Iterator[tuple[str, Fields]]:
    """Gives tools and their fields for so many cases, of every country, zone and letter in turn; a few are wrong."""
    dice = random.Random(seed)
    places = itertools.cycle(_countries())
    zones = itertools.cycle(sorted(clock.zone_names()))
    for number in range(count):
        case = _case(dice, next(places), next(zones))
        yield "planner", case
        if dice.random() < MISTAKEN:
            yield "planner", case | dice.choice(_MISTAKES)
        tool = tuple(_TOLD)[number % len(_TOLD)]
        yield tool, _TOLD[tool](dice, number, case)


def _countries() -> tuple[tuple[str, str], ...]:
    found = [
        (place.code, code) for place in calendar_book.countries() for code, _ in (*place.subdivisions[:1], ("", ""))
    ]
    return (*found, ("", ""), ("ZZ", ""))


def _case(dice: random.Random, place: tuple[str, str], zone: str) -> Fields:
    country, subdivision = place
    return {
        "company": dice.choice(NAMES),
        "role": dice.choice(NAMES),
        "rounds": [_round(dice, zone, day) for day in sorted(dice.sample(range(1, 28), dice.randint(1, 3)))],
        "country": country,
        "subdivision": subdivision,
        "my_zone": dice.choice(("", zone, "Asia/Tokyo")),
        "approach": dice.choice(APPROACHES),
        "promise": dice.choice(_PROMISES),
        "events": [_event(dice, day) for day in sorted(dice.sample(range(1, 28), dice.randint(0, 5)))],
        "closures": dice.choice(([], ["2027-02-01"])),
    }


def _round(dice: random.Random, zone: str, day: int) -> Fields:
    return {
        "format": dice.choice(FORMATS),
        "date": f"2027-01-{day:02}",
        "ends": dice.choice(("15:00", "08:30", "23:59")),
        "zone": zone,
        "interviewers": [_person(dice) for _ in range(dice.randint(1, 3))],
    }


def _person(dice: random.Random) -> Fields:
    told = {"name": dice.choice(NAMES[:-1]), "part": dice.choice(PARTS), "email": dice.choice(ADDRESSES)}
    return told | {"zone": dice.choice(("", "Europe/London"))}


def _event(dice: random.Random, day: int) -> Fields:
    kind = dice.choice(KINDS)
    told = {"kind": kind, "at": f"2027-02-{day:02}T{dice.randint(0, 23):02}:00"}
    return told | {name: dice.choice(choices) for name, choices in _MORE.get(kind, {}).items()}


def _draft(dice: random.Random) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 200)))


def _letter(dice: random.Random, number: int, case: Fields) -> Fields:
    lines = {name: dice.choice((blank.example, dice.choice(NAMES))) for name, blank in letters.blanks().items()}
    dates = {
        name: AHEAD if blank.lies == "ahead" else blank.example
        for name, blank in letters.blanks().items()
        if blank.kind == "date"
    }
    return {
        "letter": tuple(letters.letters())[number // len(_TOLD) % len(letters.letters())],
        "variant": dice.choice(("plain", "warm", "formal")),
        "reply": dice.random() < 0.5,
        "blanks": lines | dates,
        "written": [{"to": "Ken", "text": _draft(dice)}],
        **dice.choice(({"case": case}, {})),
    }


_TOLD: Mapping[str, Callable[[random.Random, int, Fields], Fields]] = {
    "writer": _letter,
    "checker": lambda dice, _number, case: {"draft": _draft(dice), "case": case},
    "call-sheet": lambda _dice, _number, case: {"case": case},
    "what-now": lambda dice, _number, case: {"answers": {"where": dice.choice(PLACES)}, "case": case},
    "interviews": lambda dice, _number, case: {"cases": [{"id": "1", "name": dice.choice(NAMES), "case": case}]},
}
_MISTAKES: tuple[Fields, ...] = (
    {"rounds": []},
    {"my_zone": "Nowhere/At-All"},
    {"closures": ["soon"]},
    {"approach": "bold"},
    {"rounds": [{"format": "onsite", "date": "2027-02-30", "ends": "25:00", "interviewers": [{"email": "dana@"}]}]},
)
_MORE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sent": {"step": STEPS},
    "called": {"outcome": ("answered", "no-answer", "call-back"), "by": ("2027-03-10",)},
    "reply": {"outcome": OUTCOMES, "by": ("2027-03-10",)},
    "offer-elsewhere": {"deadline": ("2027-03-05",)},
}
_PROMISES: tuple[Mapping[str, str], ...] = (
    {"kind": "none"},
    {"kind": "date", "by": "2027-02-15"},
    {"kind": "no-contact"},
    {"kind": "range", "from": "2027-02-01", "by": "2027-02-10"},
)
