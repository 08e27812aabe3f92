"""Invents requests that no image was made with: all tools, odd values, pieces of drafts, many items, half a sign."""

import json
import random
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from followup_site.training import invented, odd
from followup_site.training.requests import request

MANY = (40, 64, 65, 100)
SIGNS = (
    "_" * 32,
    "—" * 40,
    "=" * 70,
    "\u0301" * 9,
    "١٢٣",
    "日本語の件名",
    "עברית",
    "Ǆ ß İ ŉ",
    "🎉" * 30,
    "a" * 3000,
    "\t\v\f",
    "½ ² Ⅷ",
)
ADDRESSES = ("dana@müller.de", "dana@例え.jp", "dana@xn--", "d@" + "a." * 70 + "de", "ü@ü.ü", "dana@straße.de")


def strangers(count: int, seed: int, drafts: Path) -> list[str]:
    """Gives so many requests, the same for the same seed; `drafts` is a folder of TOML files that hold a draft each."""
    dice = random.Random(seed)
    kinds = [_plain(seed), _odd(seed), _pieces(dice, drafts), _crowds(dice), _signs(dice), _foreign(dice)]
    turns = (next(kind) for _ in iter(int, 1) for kind in kinds)
    return list(islice(turns, count))


def _plain(seed: int) -> Iterator[str]:
    for tool, fields in invented.invented(10**9, seed):
        yield request(tool, fields, invented.NOW)


def _odd(seed: int) -> Iterator[str]:
    yield from odd.made_odd(_plain(seed + 1), seed)


def _pieces(dice: random.Random, drafts: Path) -> Iterator[str]:
    """The first and the last lines of drafts, which are what somebody has typed or pasted so far."""
    texts = [text for path in sorted(drafts.glob("*.toml")) for text in [_draft(path)] if text]
    while True:
        lines = dice.choice(texts).split("\n")
        cut = dice.randint(0, len(lines))
        yield request("checker", {"draft": "\n".join(dice.choice((lines[:cut], lines[cut:])))}, invented.NOW)


def _crowds(dice: random.Random) -> Iterator[str]:
    """More of everything than one case holds, in no order."""
    for _, case in invented.invented(10**9, dice.randrange(10**6)):
        count = dice.choice(MANY)
        days = [f"2027-02-{dice.randint(1, 28):02}T{dice.randint(0, 23):02}:00" for _ in range(count)]
        if "rounds" in case:
            yield request("planner", {**case, "events": [{"kind": "called", "at": day} for day in days]}, invented.NOW)
            cases = [{"id": str(number), "name": day, "case": _moved(case, day)} for number, day in enumerate(days)]
            yield request("interviews", {"cases": cases}, invented.NOW)


def _moved(case: dict[str, Any], day: str) -> dict[str, Any]:
    return {**case, "rounds": [{**one, "date": day[:10]} for one in case["rounds"]]}


def _signs(dice: random.Random) -> Iterator[str]:
    """Signs of all sorts in a draft and in a name; some are half a sign, which travels as an escape."""
    while True:
        text = dice.choice((" ", "\n")).join(
            dice.choices((*SIGNS, "Best,\nSam", chr(dice.randint(0xD800, 0xDFFF))), k=3)
        )
        fields = dice.choice(({"draft": text}, {"case": {"company": text, "rounds": []}, "draft": "Hi"}))
        yield json.dumps({"tool": "checker", "now": invented.NOW, "fields": fields})


def _foreign(dice: random.Random) -> Iterator[str]:
    while True:
        blanks = {"first_name": dice.choice(SIGNS), "role": dice.choice(SIGNS)}
        fields = {
            "letter": dice.choice(("thank-you-onsite", "check-in")),
            "address": dice.choice(ADDRESSES),
            "blanks": blanks,
        }
        yield request("writer", fields, invented.NOW)


def _draft(path: Path) -> str:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return str(told.get("draft") or told.get("text") or "")
