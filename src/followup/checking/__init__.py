"""The checker's room: what is wrong, doubtful or disputed in a draft."""

from collections.abc import Callable, Iterator
from functools import cache

from followup.checking import (
    blanks,
    contents,
    days,
    deeds,
    greeting,
    lengths,
    loudness,
    names,
    questions,
    roles,
    sides,
    slips,
    subjects,
    thanks,
    timing,
    tone,
)
from followup.checking.contents import unseen
from followup.checking.counting import Counts, counts
from followup.checking.draft import Draft, MessageKind, kind_of
from followup.checking.findings import found
from followup.checking.guessing import guess
from followup.checking.language import is_foreign
from followup.checking.likeness import Likeness, likeness, too_alike
from followup.checking.phrases import phrases
from followup.checking.reading import DraftReading, read
from followup.model.answer import Finding

__all__ = [
    "Counts",
    "Draft",
    "DraftReading",
    "Likeness",
    "MessageKind",
    "check",
    "counts",
    "guess",
    "judge",
    "kind_of",
    "likeness",
    "read",
    "unseen",
]

CHECKS: tuple[Callable[[DraftReading], Iterator[Finding]], ...] = (
    timing.timing,
    timing.touches,
    days.days,
    sides.sides,
    subjects.subjects,
    blanks.blanks,
    greeting.greeting,
    names.names,
    roles.roles,
    deeds.deeds,
    thanks.thanks,
    thanks.specific,
    thanks.selling,
    thanks.extra,
    questions.date_question,
    questions.status_question,
    questions.many_questions,
    lengths.lengths,
    tone.wordings,
    tone.sounds,
    loudness.exclamations,
    loudness.capitals,
    slips.slips,
    contents.leftovers,
    contents.items,
    contents.attachments,
    contents.contact,
    contents.offers,
    too_alike,
)
# What a letter should ask or say kindly; one that presses has asked, and is told that it presses.
KINDLY = frozenset({"no-status-question", "interest-not-said", "offer-not-said", "no-number-said"})
# The same finding more often than this teaches nothing more.
MOST_OF_A_KIND = 12


def check(draft: Draft) -> tuple[Finding, ...]:
    """Gives everything the checker has to say of a draft, in the order of the text; nothing for an empty one."""
    return judge(read(draft))


def judge(reading: DraftReading) -> tuple[Finding, ...]:
    """Gives the findings of a draft that was read already."""
    if not reading.draft.text.strip():
        return ()
    if is_foreign(reading.layout.plain):
        return (found("other-language", (0, 0)),)
    findings = [finding for one in CHECKS for finding in one(reading)]
    if not reading.draft.letter and any(_presses(one) for one in findings):
        findings = [one for one in findings if one.check not in KINDLY]
    return tuple(sorted(_fewer(findings), key=lambda finding: (finding.start, finding.end)))


def _presses(finding: Finding) -> bool:
    """Tells whether a finding points at words that sound wrong: what they press or beg for is the question."""
    return finding.end > 0 and (finding.check.startswith("sounds-") or finding.check in _tones())


@cache
def _tones() -> frozenset[str]:
    return frozenset(phrase.id for phrase in phrases() if phrase.family in ("tone", "wide"))


def _fewer(findings: list[Finding]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.check] = seen.get(finding.check, 0) + 1
        if seen[finding.check] <= MOST_OF_A_KIND:
            yield finding
