"""What the draft asks: for the date, for too much at once, or not at all."""

import re
from collections.abc import Iterator

from followup.checking.draft import asks_otherwise
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.dates.clock import spoken_day
from followup.model.answer import Finding, Level
from followup.model.wording import view_words

TOPIC = re.compile(
    r"\b(?:when\b.{0,60}\b(?:hear|decide|decision|expect|know|answer|next|news|choose)|time-?(?:line|frame|table|scale)"
    r"|next steps?|hear(?:ing)? (?:back|from)|by when|how (?:soon|long|far along)|decisions?|status"
    r"|what (?:happens|comes) next|look(?:s|ing) after (?:it|this)\b"
    r"|updates?|news|latest|timing|(?:new|later) date|progress|movement|anything new|decided?|filled|chosen|hired"
    r"|(?:date|day|plan|timing)\b.{0,20}\bstill (?:holds?|stands?)|did i get|got it|situation"
    r"|plans? (?:have|has) changed|gone to (?:some(?:one|body)|another)|glad of a (?:short )?(?:line|word|note)"
    r"|how far|how\b.{0,50}\b(?:stands?|go|going(?! to)|coming along|looks?|looking|progress\w*|moving|getting on)"
    r"|where\b.{0,40}\bstands?|where (?:we|you|things|it)(?:'re|'ve|'s| are| have| is)"
    r"|where (?:are|is) (?:we|you|things)|still (?:(?:being )?considered|considering|interviewing|open)"
    r"|under consideration|in the running|search stands|(?:got|get) the (?:job|role|position)"
    r"|heard|(?:come|came|got) back|c[ao]me through|your answer"
    r"|in the (?:picture|mix|frame)|know (?:by|before)"
    r"|results?|outcome|answer me|fixed|mind|found (?:some|any)(?:one|body)|any (?:word|luck|joy)|met (?:yet|already)"
    r"|already met|did it (?:finish|end)|(?:is|are)\b.{0,30}\bstill (?:going|available|free|on)|revert|signed off"
    r"|approved|(?:speed|hurry) (?:things|it|this)|sooner|faster|before then|in time|by then)\b",
    re.DOTALL,
)
# "I would be glad to hear" asks, "I was glad to hear" does not.
ASKING = re.compile(
    r"\?|\b(?:let me know|tell me|may i (?:ask|know)|i ask|wonder(?:ed|ing)?"
    r"|(?:would|'d) (?:also )?(?:appreciate|welcome)"
    r"|(?:am|'m|be) (?:[a-z]{1,20} ){0,2}curious (?:when|how|whether|if|about)"
    r"|(?:would|'d) (?:be|help) (?:[a-z]{1,20} ){0,2}"
    r"(?:great|good|nice|lovely|helpful|useful|wonderful|kind|me) (?:to|if)"
    r"|(?:eager|keen|interested) to (?:hear|know|learn) (?:when|how soon|by when)"
    r"|(?:like|curious|love|wanted|want|writing|calling|be (?:[a-z]{1,20} ){0,2}(?:glad|happy|grateful|pleased)) "
    r"(?:very much )?to (?:ask|know|hear|learn|see|find out|get|understand)"
    r"|be (?:[a-z]{1,20} ){0,2}(?:glad|happy|grateful|pleased|thankful) (?:of|for|about)"
    r"|i(?:'d| would) (?:be )?(?:appreciate|interested|grateful)"
    r"|(?:see|check|ask|know) (?:if|whether|where|how|when|what)"
    r"|need your|(?:please|kindly) (?:revert|update|advise)|just seeing|seeing how"
    r"|if there (?:is|are) any|could you|can you|would you|do you|have you|is there|are there)\b"
)
# In a check-in a question asks how things stand, unless it is a courtesy or an offer.
ASKS = re.compile(
    r"(?:^|[,;:] ?|\b(?:and|or|so|but) )(?:has|have (?:you|they|the)|is (?:it|the|that|there)"
    r"|are (?:you|they|the)|did (?:it|you|they|the|he|she)"
    r"|do you (?:still|have|know)|when|where|any|was (?:it|the))\b[^?]{0,200}\?"
)
COURTESY = re.compile(
    r"how (?:are|was) you|good (?:weekend|holiday|trip|time)|i can (?:send|give|add|provide|do|help)|would help"
    r"|you need from me"
    r"|(?:help|useful|else) (?:if|for|i)|coffee|parking"
)
# What asks for news without a question, and would not ask for a date.
HOPING = re.compile(
    r"\b(?:(?:would|'d) be (?:[a-z]{1,20} ){0,2}(?:welcome|appreciated|helpful)|hop(?:e|ed|ing) (?:for|you can)"
    r"|hear(?:ing)? (?:if|whether|where|how|of))\b"
)
# Whoever names the day on which they decide was told it.
DAY_KNOWN = re.compile(
    r"\b(?:hear(?:ing)? from you|your (?:decision|answer|reply|news)|(?:will|'ll) (?:have )?decided?)\b.{0,60}"
    r"\b(?:on|by|after|before|around|at the end of|later|this|next)\b.{0,30}"
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?\b|\b(?:mon|tues|wednes|thurs|fri)day\b|\bweek\b|\bmonth\b)"
)
# Two short questions are answered in one go.
MANY_QUESTIONS = 3
# "What would it be, and is it possible on Fridays?" asks for two things.
ALSO_ASKED = re.compile(
    r",? (?:and|or) (?:also )?(?:is|are|do|does|can|could|would|will|may|what|when|where|who|how|which)\b(?=[^?]*\?)"
)
FORWARD = re.compile(r"\blook(?:ing)? forward to (?:hearing|learning|knowing|your)?")
WHEN = re.compile(
    r"\bwhen\b.{0,60}\b(?:hear|decid|decision|expect|know|answer|news|choose|choosing|chosen|pick|appoint|find out|next"
    r"|your mind)"
    r"|time-?(?:line|frame|table|scale)|(?:sense|idea) of (?:the |your )?timing|date by which|by what date|by when"
    r"|how (?:soon|long)|what (?:are|is|happens|the) (?:the )?next|next steps?|hear back"
    r"|decision (?:is )?(?:expected|due|date|be made)",
    re.DOTALL,
)


def date_question(reading: DraftReading) -> Iterator[Finding]:
    """Finds the question about the date where it is missing, or where the answer was given (T19, K15)."""
    asked = (span for span, words in reading.sentences_in_plain() if asks_when(words))
    promise = reading.draft.promise
    if reading.kind in ("thank-you", "pass-on") and promise in ("date", "range"):
        yield from (found("date-was-given", span, date=_spoken(reading)) for span in asked)
    elif reading.kind == "thank-you" and promise == "none" and not any(asked) and not _names_the_day(reading):
        yield found("no-date-question", reading.end)


def _names_the_day(reading: DraftReading) -> bool:
    return any(DAY_KNOWN.search(words) for _, words in reading.sentences_in_plain())


def status_question(reading: DraftReading) -> Iterator[Finding]:
    """Finds a check-in that does not ask how things stand (C7)."""
    letter = reading.draft.letter
    asking = reading.is_known and (reading.is_check_in or (reading.kind == "competing-offer" and letter))
    is_any = not letter or asks_otherwise(letter)
    if asking and not any(
        _asks_status(words) or (is_any and words.endswith("?")) for _, words in reading.sentences_in_plain()
    ):
        yield found("no-status-question", reading.end)


def many_questions(reading: DraftReading) -> Iterator[Finding]:
    """Finds more questions than one can answer in a minute."""
    marks = [span for span in reading.layout.sentences if "?" in reading.draft.text[span.end - 3 : span.end]]
    # A thank-you owes no question at all, so what one mark asks twice counts there.
    also = sum(len(ALSO_ASKED.findall(reading.plain(span))) for span in marks) if reading.kind == "thank-you" else 0
    if reading.is_spoken or reading.kind == "answer" or len(marks) + also < MANY_QUESTIONS:
        return
    level: Level = "warning" if len(marks) > 3 else "note"
    yield found(
        "several-questions",
        Span(marks[min(1, len(marks) - 1)].start, marks[-1].end),
        level=level,
        count=len(marks) + also,
    )


def asks_when(words: str) -> bool:
    """Tells whether a sentence, in small letters, asks when there will be an answer."""
    forward = FORWARD.search(words)
    if not forward:
        return _is_request(words)
    # "I look forward to hearing about next steps" asks for nothing; "... and would like to know when" does.
    rest = words[forward.end() :] if "when" in words[forward.end() :] else ""
    return _is_request(words[: forward.start()]) or _is_request(rest)


def _is_request(words: str) -> bool:
    return bool(WHEN.search(words) and ASKING.search(words))


def _asks_status(words: str) -> bool:
    if ASKS.search(words) and not COURTESY.search(words):
        return True
    return bool(TOPIC.search(words) and (ASKING.search(words) or HOPING.search(words)))


def _spoken(reading: DraftReading) -> str:
    by = reading.draft.promised_by
    return spoken_day(by) if by else view_words("checker.named_date")
