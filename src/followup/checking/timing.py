"""When the draft is sent, and how often before."""

from collections.abc import Iterator
from datetime import datetime

from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.dates.clock import instant, spoken, spoken_day
from followup.model.answer import Finding, Level

# What a kind of letter's window stands on.
RULES = {
    "thank-you": "K1",
    "pass-on": "K1",
    "check-in": "K4",
    "second-check-in": "K6",
    "competing-offer": "O4",
    "rejection-reply": "O3",
    "answer": "O2",
    "accept": "O2",
}
TOUCHES = frozenset({"check-in", "second-check-in", "voicemail", "call-opening"})
# What nobody asked for; an answer to them is always welcome.
UNASKED = TOUCHES | {"thank-you", "pass-on", "competing-offer", "close"}
# Word of another offer stays allowed, whatever they wish (O21).
UNWISHED = UNASKED - {"competing-offer"}


def timing(reading: DraftReading) -> Iterator[Finding]:
    """Finds a moment of sending before or after the plan's window."""
    window, sent_at = reading.draft.window, reading.draft.sent_at
    if not window or not sent_at:
        return
    moment, rule, reads = _there(sent_at, window.earliest), _rule(reading), reading.draft.reads
    sent = spoken(moment, reads)
    if instant(moment) < instant(window.earliest):
        earliest, target = spoken(window.earliest, reads), spoken(window.target, reads)
        yield found("sent-early", (0, 0), rule=rule, sent=sent, earliest=earliest, target=target)
    elif instant(moment) > instant(window.latest):
        level: Level = "note" if reading.draft.letter == "thank-you-late" else "warning"
        yield found("sent-late", (0, 0), level=level, rule=rule, sent=sent, latest=spoken(window.latest, reads))


def _rule(reading: DraftReading) -> str:
    if reading.kind == "thank-you" and reading.format == "phone":
        return "K3"
    return "K5" if reading.kind == "check-in" and reading.draft.promised_by else RULES.get(reading.kind, "")


def touches(reading: DraftReading) -> Iterator[Finding]:
    """Finds a message over the limit, after the end, or against their wish (C12, K7, O21)."""
    if reading.kind not in UNASKED:
        return
    if reading.draft.promise == "no-contact" and reading.kind in UNWISHED:
        yield found("asked-not-to", (0, 0))
    elif reading.draft.stopped:
        yield found("plan-stopped", (0, 0))
    elif reading.draft.touches_left == 0 and reading.kind in TOUCHES:
        yield found("over-the-limit", (0, 0))
    if reading.kind in TOUCHES:
        yield from _before_the_date(reading)


def _before_the_date(reading: DraftReading) -> Iterator[Finding]:
    by, sent_at = reading.draft.promised_by, reading.draft.sent_at
    # With a plan its window says so already, and better.
    if by and sent_at and not reading.draft.window and sent_at.date() <= by:
        yield found("before-the-date", (0, 0), date=spoken_day(by))


def _there(moment: datetime, where: datetime) -> datetime:
    return moment.astimezone(where.tzinfo) if moment.tzinfo else moment.replace(tzinfo=where.tzinfo)
