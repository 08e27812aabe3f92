"""A draft as the checks see it: taken apart once, with what it is and which phrases stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followup.checking.counting import Counts, counted
from followup.checking.draft import CHECK_INS, SPOKEN, Draft, MessageKind, format_of, kind_of
from followup.checking.guessing import Guess, guessed
from followup.checking.layout import Layout, lay_out
from followup.checking.meanings import meanings
from followup.checking.phrases import Hit, hits
from followup.checking.spans import Span, fold
from followup.checking.words import bare_words

# Their doing with a first day, or the writer's own yes: who only hopes for the job has neither.
MOVED = (
    r"(?:moved|moves|moving|slipped|slips|put (?:back|off)|pushed (?:back|out)|changed|delayed|postponed"
    r"|brought forward)"
)
START = r"(?:(?:first|start(?:ing)?) (?:day|date)|start)\b(?! of\b)"
HIRED = re.compile(
    rf"\b(?:my|the) {START}[^.?!\n]{{0,30}}\b(?:has|have|had|was|were|is|being|been|keeps)\b[^.?!\n]{{0,20}}\b{MOVED}\b"
    rf"|\b(?:my|the) {START} (?:again |once more |now )?{MOVED}\b"
    rf"|\b{MOVED}\b[^.?!\n]{{0,12}}\b(?:my|the) {START}"
    r"|\b(?:my|the) (?:new|later|third|second) (?:first|start(?:ing)?) (?:day|date)\b"
    r"|\bi(?: have|'ve)?(?: already| now)? (?:accepted|signed)\b[^.?!\n]{0,12}"
    r"\b(?:your|the) (?:job )?(?:offer|contract)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftReading:
    """Everything that a check may look at."""

    draft: Draft
    kind: MessageKind
    # Told, or as good as told by its words: a finding that supposes a kind may be made.
    is_known: bool
    # They have offered the job: pay is what one speaks of then.
    is_offered: bool
    # The writer has said yes: the work is theirs to speak of.
    is_hired: bool
    # "phone" where the phone rule applies.
    format: str
    layout: Layout
    counts: Counts
    hits: tuple[Hit, ...]
    # The subject as told, or as it stands at the top of the text.
    subject: str
    subject_hits: tuple[Hit, ...]

    @property
    def is_check_in(self) -> bool:
        """Whether the draft asks how things stand."""
        return self.kind in CHECK_INS

    @property
    def is_spoken(self) -> bool:
        """Whether the draft is to be said, not sent."""
        return self.kind in SPOKEN

    @property
    def is_mail(self) -> bool:
        """Whether the draft is an email."""
        return not self.is_spoken and self.kind != "card"

    @property
    def end(self) -> Span:
        """The place behind the last sentence, or above the sign-off, where something left out would go."""
        at = self.layout.sentences[-1].end if self.layout.sentences else self.layout.closing.start
        return Span(at, at)

    @property
    def greeted(self) -> set[str]:
        """The words of the name that is greeted, each made comparable."""
        return bare_words(self.layout.own[slice(*self.layout.name)])

    def plain(self, span: Span) -> str:
        """Gives a stretch in small letters with plain quotes."""
        return self.layout.plain[span.start : span.end]

    def sentences_in_plain(self) -> Iterator[tuple[Span, str]]:
        """Gives each sentence of the body with its words in small letters."""
        return ((span, self.plain(span)) for span in self.layout.sentences)

    def family(self, name: str) -> Iterator[Hit]:
        """Gives the phrases of one family that stand in the text."""
        return (hit for hit in self.hits if hit.phrase.family == name)


def read(draft: Draft) -> DraftReading:
    """Takes a draft apart once for all checks."""
    told = kind_of(draft.letter)
    known = Guess(kind=told, is_sure=True) if told else guessed(draft)
    kind = known.kind
    layout = lay_out(draft.text, spoken=kind in SPOKEN)
    subject = draft.subject or draft.text[layout.subject.start : layout.subject.end]
    return DraftReading(
        draft=draft,
        kind=kind,
        is_known=known.is_sure,
        is_offered=kind in CHECK_INS and _has_offered(layout.plain),
        is_hired=bool(HIRED.search(layout.plain)),
        format=format_of(draft),
        layout=layout,
        counts=counted(layout),
        hits=tuple(hit for hit in hits(layout.plain) if not layout.is_signature(hit.start)),
        subject=subject,
        subject_hits=hits(fold(subject)),
    )


def _has_offered(plain: str) -> bool:
    done = meanings(plain)
    return "their-offer" in done and "other-offer" not in done
