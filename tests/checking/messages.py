"""Real-life messages, written and marked by people who had not seen the checker's rules; a fifth is held back."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from followup.checking import Draft, MessageKind, check, guess
from followup.model.answer import Finding

FOLDER = Path(__file__).parent.parent / "messages"
# What the marks call a fault, and the findings that answer it.
ANSWERED: Mapping[str, frozenset[str]] = {
    "blank": frozenset({"blank", "gap", "lorem", "empty-greeting", "no-number-said"}),
    "punctuation-slip": frozenset({"doubled-stop", "space-before-stop", "question-marks", "exclamation-marks"}),
    "doubled-word": frozenset({"doubled-word"}),
    "ing-slip": frozenset({"forward-to-hear"}),
    "long-sentence": frozenset({"long-sentence"}),
    "nothing-specific": frozenset({"nothing-specific"}),
    "no-question": frozenset({"no-status-question"}),
    "too-long": frozenset(
        {"too-many-sentences", "too-many-words", "long-letter", "long-paragraph", "too-many-paragraphs"}
    ),
    "wrong-greeting": frozenset({"nobody-greeted", "nobody-greeted-unknown", "no-greeting", "empty-greeting"}),
    "shouting": frozenset({"capitals", "subject-loud", "exclamation-marks"}),
}
# What is told of the message as a whole, whatever words the mark stands on.
ANYWHERE = frozenset({"no-number-said"})
# They remind of a thing that cannot be seen in the words; they say of none that it is wrong.
REMINDERS = frozenset({"attachment"})
# What the message as a whole lacks or has too much of.
WHOLE = frozenset({"nothing-specific", "no-question", "too-long", "long-sentence"})
# Kinds that are one for whoever marks them.
SAME: Mapping[str, frozenset[str]] = {
    "thank-you": frozenset({"thank-you", "pass-on"}),
    "check-in": frozenset({"check-in", "second-check-in"}),
    "second-check-in": frozenset({"second-check-in", "check-in"}),
    "rejection-reply": frozenset({"rejection-reply", "stay-in-touch", "card"}),
    "call-script": frozenset({"voicemail", "call-opening", "talking-points"}),
    "withdraw": frozenset({"withdraw", "close"}),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message; `expected` are its faults as (fault, start, end)."""

    name: str
    kind: str
    is_good: bool
    is_held_back: bool
    text: str
    expected: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """How the checker does on some messages; precision and recall count spans."""

    messages: int
    kind: float
    precision: float
    recall: float
    warnings: float
    notes: float

    def __str__(self) -> str:
        return (
            f"{self.messages} messages: kind right {self.kind:.0%}, precision {self.precision:.0%}, "
            f"recall {self.recall:.0%}; on good ones {self.warnings:.2f} warnings and {self.notes:.2f} notes each"
        )


def messages() -> tuple[Message, ...]:
    """Gives every message by name."""
    return tuple(_message(path) for path in sorted(FOLDER.glob("*.toml")))


def _message(path: Path) -> Message:
    record = tomllib.loads(path.read_text(encoding="utf-8"))
    return Message(
        name=path.stem,
        kind=record["kind"],
        is_good=record["quality"] == "good",
        is_held_back=record.get("held_back", False),
        text=record["text"],
        expected=tuple(_fault(record["text"], fault) for fault in record.get("expected", ())),
    )


def _fault(text: str, fault: Mapping[str, str]) -> tuple[str, int, int]:
    on = fault.get("on", "")
    start = text.index(on) if on else 0
    return fault["fault"], start, start + len(on)


def known(message: Message) -> MessageKind:
    """Gives what the checker takes it for."""
    return guess(Draft(text=message.text))


def is_right(message: Message) -> bool:
    """True if the checker knows what it is."""
    return known(message) in SAME.get(message.kind, frozenset({message.kind}))


def figures(some: Iterable[Message]) -> Figures:
    """Gives the figures of the checker, each message read as it was pasted, without any facts."""
    some = tuple(some)
    found = {message.name: check(Draft(text=message.text)) for message in some}
    good = [found[message.name] for message in some if message.is_good]
    levels = Counter(finding.level for findings in good for finding in findings)
    hits = sum(_hits(message, found[message.name]) for message in some)
    expected = sum(len(message.expected) for message in some)
    told = sum(len(_told(found[message.name])) for message in some if not message.is_good) + sum(
        map(len, map(_told, good))
    )
    right = sum(_rightly(message, finding) for message in some for finding in _told(found[message.name]))
    return Figures(
        messages=len(some),
        kind=sum(map(is_right, some)) / len(some),
        precision=right / max(told, 1),
        recall=hits / max(expected, 1),
        warnings=levels["warning"] / max(len(good), 1),
        notes=levels["note"] / max(len(good), 1),
    )


def _told(findings: Iterable[Finding]) -> list[Finding]:
    """Where the sources disagree nothing is a fault, and a reminder is none."""
    return [one for one in findings if one.level != "disputed" and one.check not in REMINDERS]


def _hits(message: Message, findings: Iterable[Finding]) -> int:
    findings = tuple(findings)
    return sum(any(_answers(fault, finding) for finding in findings) for fault in message.expected)


def _rightly(message: Message, finding: Finding) -> bool:
    return any(_answers(fault, finding) for fault in message.expected)


def _answers(fault: tuple[str, int, int], finding: Finding) -> bool:
    name, start, end = fault
    if finding.check in ANSWERED.get(name, frozenset()):
        return (
            name in WHOLE
            or finding.check in ANYWHERE
            or start == end
            or (finding.start < end and start < max(finding.end, finding.start + 1))
        )
    if name in ANSWERED and name in WHOLE:
        return False
    # Tone has many names: what matters is that the words are pointed at.
    return finding.start < end and start < finding.end
