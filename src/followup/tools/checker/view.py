"""How the checker's findings are shown: as marks in the draft, as a list, and as plain text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from followup import letters
from followup.checking import DraftReading
from followup.model.answer import Finding
from followup.model.wording import choice_words, choices, view_words
from followup.render.panels import panel
from followup.rules import rulebook
from followup.tools.checker.mends import mend

LEVELS = ("warning", "note", "disputed")
QUOTE_CHARACTERS = 80
# A yes to an offer, to an invitation, and the question about a first day are checked alike.
BROAD = frozenset({"accept"})


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkedPiece:
    """A stretch of the draft that all its findings cover, and the findings that end with it."""

    text: str
    level: str
    ends: tuple[int, ...]


def pieces(text: str, findings: Sequence[Finding]) -> tuple[MarkedPiece, ...]:
    """Cuts a draft where findings begin and end; findings are numbered from 1 in their order."""
    cuts = sorted({0, len(text), *(at for finding in findings for at in (finding.start, finding.end))})
    heads = (MarkedPiece(text="", level="", ends=_ending(findings, 0)),)
    return heads + tuple(_piece(text, start, end, findings) for start, end in pairwise(cuts))


def fragment(reading: DraftReading, data: Mapping[str, Any], findings: Sequence[Finding]) -> str:
    """Gives the marked draft, its findings and its size for the page."""
    text = reading.draft.text
    return panel(
        "checker",
        kind=_kind(reading.draft.letter, data["kind"]),
        guessed=data["guessed"],
        counts=data["counts"],
        unseen=_unseen(data["unseen"]),
        summary=_summary(findings),
        pieces=pieces(text, findings),
        findings=[_shown(reading, number, finding) for number, finding in enumerate(findings, 1)],
        levels=dict(choices("levels")),
    )


def _unseen(parts: Sequence[str]) -> str:
    """Gives what was not pasted, in a sentence; nothing where all was seen."""
    if not parts:
        return ""
    return view_words("checker.unseen", count=len(parts), first=parts[0], last=parts[-1])


def _kind(letter: str, kind: str) -> str:
    """Gives what a draft was read as: its kind in words, or the title of a chosen letter whose kind stands for many."""
    chosen = letters.letters().get(letter) if kind in BROAD else None
    return view_words("checker.chosen", title=chosen.title) if chosen else choice_words("drafts", kind)


def report(text: str, letter: str, data: Mapping[str, Any], findings: Sequence[Finding]) -> str:
    """Gives the findings as plain text, each with its line in the draft."""
    kind = _kind(letter, data["kind"])
    read_as = view_words("checker.guessed" if data["guessed"] else "checker.read_as", kind=kind)
    read_as = read_as if kind else view_words("checker.untold")
    lines = [f"{read_as} {_summary(findings)}", *(_line(text, finding) for finding in findings)]
    return "\n".join(lines) + "\n"


def _piece(text: str, start: int, end: int, findings: Sequence[Finding]) -> MarkedPiece:
    covering = {finding.level for finding in findings if finding.start <= start and end <= finding.end}
    level = next((level for level in LEVELS if level in covering), "")
    # A page shows a carriage return as one more line end.
    return MarkedPiece(
        text=text[start:end].replace("\r\n", "\n").replace("\r", ""), level=level, ends=_ending(findings, end)
    )


def _ending(findings: Sequence[Finding], at: int) -> tuple[int, ...]:
    return tuple(number for number, finding in enumerate(findings, 1) if finding.end == at)


def _shown(reading: DraftReading, number: int, finding: Finding) -> Mapping[str, Any]:
    return {
        "number": number,
        "finding": finding,
        "quote": _quote(reading.draft.text, finding),
        "mend": mend(reading, finding),
        "credit": rulebook.credit(finding.rule),
        "place": rulebook.place(finding.rule),
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
    said = {
        "warning": view_words("checker.warnings", count=sizes["warning"]),
        "note": view_words("checker.notes", count=sizes["note"]),
        "disputed": view_words("checker.disputed", count=sizes["disputed"]),
    }
    found = [said[level] for level in LEVELS if sizes[level]]
    return f"{', '.join(found)}." if found else view_words("checker.nothing")


def _line(text: str, finding: Finding) -> str:
    quote = _quote(text, finding)
    line = text.count("\n", 0, finding.start) + 1
    where = view_words("checker.line", number=line) if finding.end else view_words("checker.whole")
    credit = rulebook.credit(finding.rule)
    credit = credit if finding.rule == "ours" else f"{finding.rule}, {credit}"
    said = f"“{quote}”: " if quote else ""
    return f"{choice_words('levels', finding.level)} ({where}): {said}{finding.why} {finding.instead} ({credit})"
