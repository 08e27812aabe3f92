"""How the checker's findings are shown: as marks in the draft, as a list, and as plain text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from followup.checking import Reading
from followup.model.answer import Finding
from followup.render.panels import panel
from followup.rules import rulebook
from followup.tools.checker.mends import mend

LEVELS = {"warning": "Warning", "note": "Note", "disputed": "Disputed"}
COUNTED = {
    "warning": ("warning", "warnings"),
    "note": ("note", "notes"),
    "disputed": ("disputed point", "disputed points"),
}
KINDS = {
    "thank-you": "a thank-you",
    "pass-on": "thanks to be passed on",
    "check-in": "a first check-in",
    "second-check-in": "a second check-in",
    "competing-offer": "news of another offer",
    "answer": "an answer to them",
    "rejection-reply": "a reply to a rejection",
    "stay-in-touch": "a letter to stay in touch",
    "card": "a handwritten card",
    "withdraw": "a withdrawal",
    "accept": "an answer to an invitation",
    "close": "a closing letter after silence",
    "decline": "a no to an offer",
    "ask-time": "a wish for more time",
    "correction": "a correction",
    "reschedule": "a letter about a new time",
    "somebody-else": "a letter to somebody else, not the employer",
    "talking-points": "talking points",
    "call-opening": "the opening of a call",
    "voicemail": "a voicemail",
    "unknown": "",
}
QUOTE_CHARACTERS = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A stretch of the draft that all its findings cover, and the findings that end with it."""

    text: str
    level: str
    ends: tuple[int, ...]


def pieces(text: str, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """Cuts a draft where findings begin and end; findings are numbered from 1 in their order."""
    cuts = sorted({0, len(text), *(at for finding in findings for at in (finding.start, finding.end))})
    heads = (Piece(text="", level="", ends=_ending(findings, 0)),)
    return heads + tuple(_piece(text, start, end, findings) for start, end in pairwise(cuts))


def fragment(reading: Reading, data: Mapping[str, Any], findings: Sequence[Finding]) -> str:
    """Gives the marked draft, its findings and its size for the page."""
    text = reading.draft.text
    return panel(
        "checker",
        kind=KINDS[data["kind"]],
        guessed=data["guessed"],
        counts=data["counts"],
        unseen=_unseen(data["unseen"]),
        summary=_summary(findings),
        pieces=pieces(text, findings),
        findings=[_shown(reading, number, finding) for number, finding in enumerate(findings, 1)],
        levels=LEVELS,
    )


def _unseen(parts: Sequence[str]) -> str:
    """Gives what was not pasted, in a sentence; nothing where all was seen."""
    if not parts:
        return ""
    was, it = ("was", "it") if len(parts) == 1 else ("were", "them")
    return f"The {' and the '.join(parts)} {was} not pasted, so nothing is said of {it}."


def report(text: str, data: Mapping[str, Any], findings: Sequence[Finding]) -> str:
    """Gives the findings as plain text, each with its line in the draft."""
    kind = KINDS[data["kind"]]
    read_as = f"Read as {kind}{' (guessed)' if data['guessed'] else ''}." if kind else "What this is cannot be told."
    lines = [f"{read_as} {_summary(findings)}", *(_line(text, finding) for finding in findings)]
    return "\n".join(lines) + "\n"


def _piece(text: str, start: int, end: int, findings: Sequence[Finding]) -> Piece:
    covering = {finding.level for finding in findings if finding.start <= start and end <= finding.end}
    level = next((level for level in LEVELS if level in covering), "")
    # A page shows a carriage return as one more line end.
    return Piece(text=text[start:end].replace("\r\n", "\n").replace("\r", ""), level=level, ends=_ending(findings, end))


def _ending(findings: Sequence[Finding], at: int) -> tuple[int, ...]:
    return tuple(number for number, finding in enumerate(findings, 1) if finding.end == at)


def _shown(reading: Reading, number: int, finding: Finding) -> Mapping[str, Any]:
    ours = finding.rule == "ours"
    return {
        "number": number,
        "finding": finding,
        "quote": _quote(reading.draft.text, finding),
        "mend": mend(reading, finding),
        "credit": "our choice" if ours else rulebook.credit(finding.rule),
        "place": "" if ours else rulebook.place(finding.rule),
        "sides": _sides(finding),
    }


def _sides(finding: Finding) -> Sequence[tuple[str, str]]:
    """Gives what each source says of a disputed point."""
    if not finding.rule.startswith("K"):
        return ()
    named = rulebook.sources()
    return [(named[source].name, says) for source, says in rulebook.defaults()[finding.rule].says.items()]


def _quote(text: str, finding: Finding) -> str:
    words = " ".join(text[finding.start : finding.end].split())
    return words if len(words) <= QUOTE_CHARACTERS else words[: QUOTE_CHARACTERS - 1] + "…"


def _summary(findings: Sequence[Finding]) -> str:
    sizes = {level: sum(finding.level == level for finding in findings) for level in LEVELS}
    said = [f"{size} {COUNTED[level][size > 1]}" for level, size in sizes.items() if size]
    return f"{', '.join(said)}." if said else "Nothing to mend."


def _line(text: str, finding: Finding) -> str:
    quote = _quote(text, finding)
    where = f"line {text.count(chr(10), 0, finding.start) + 1}" if finding.end else "whole draft"
    credit = "our choice" if finding.rule == "ours" else f"{finding.rule}, {rulebook.credit(finding.rule)}"
    said = f"“{quote}”: " if quote else ""
    return f"{LEVELS[finding.level]} ({where}): {said}{finding.why} {finding.instead} ({credit})"
