"""What the checker sees in a short draft, on one line: what it takes it for, its parts, and what it says of them."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from followup.checking import Draft, judge, read, unseen
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.model.plan import Window

FILE = Path(__file__).parent / "checking" / "remarks.txt"
FACTS = " :: "
SEVERAL = ("people", "items", "earlier_subjects", "others")


def remarks(text: str) -> str:
    """What is seen in a draft; facts may stand in front of it, as "letter=check-in; people=Dana Ruiz + Bo Lee :: "."""
    told, _, draft = text.rpartition(FACTS)
    return "; ".join(_said(read(Draft(text=draft, **dict(_facts(told))))))


def _facts(told: str) -> Iterator[tuple[str, Any]]:
    for name, _, value in (one.partition("=") for one in told.split("; ") if one):
        if name in SEVERAL:
            yield name, tuple(value.split(" + "))
        elif name == "promised_by":
            yield name, date.fromisoformat(value)
        elif name in ("met", "sent_on"):
            yield name, tuple(map(date.fromisoformat, value.split(" + ")))
        elif name == "sent_at":
            yield name, datetime.fromisoformat(value)
        elif name == "touches_left":
            yield name, int(value)
        elif name in ("other_offer", "stopped"):
            yield name, value == "yes"
        elif name == "window":
            bounds = (datetime.fromisoformat(one) for one in value.split(" + "))
            yield name, Window(**dict(zip(("earliest", "target", "latest"), bounds, strict=True)))
        else:
            yield name, value


def _said(reading: DraftReading) -> Iterator[str]:
    layout, counts = reading.layout, reading.counts
    # A kind that nobody told is guessed from what was learnt, and that changes too.
    kind = reading.kind if reading.draft.letter else "a draft"
    said = f"{kind}{' by phone' if reading.format == 'phone' else ''}"
    yield f"{said}, {counts.sentences}/{counts.words}/{counts.paragraphs}/{counts.reading_seconds}"
    for name, span in (("greets", layout.name), ("closes", layout.closing), ("about", layout.subject)):
        if words := _words(reading, span):
            yield f"{name} “{words}”"
    if left := unseen(reading):
        yield f"no {' or '.join(left)} seen"
    for one in judge(reading):
        if one.check.startswith("sounds-"):
            # What a sentence sounds like is learnt anew now and then, and has tests of its own.
            continue
        where = _words(reading, Span(one.start, one.end)) if one.end > one.start else f"at {one.start}"
        yield f"{one.check} ({one.level}, {one.rule}) “{where}”"


def _words(reading: DraftReading, span: Span) -> str:
    words = reading.draft.text[span.start : span.end]
    return "|".join(line.strip() for line in words.splitlines() if line.strip())
