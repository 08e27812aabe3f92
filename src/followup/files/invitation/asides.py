"""What an email ties an hour to: the interview, coming in time for it, or something else as opening hours and lunch."""

import re
from dataclasses import dataclass
from functools import lru_cache

from followup.files.invitation.words import alternatives, known, pattern, weekdays

# Stands in a text for the day whose hours are looked for.
DAY = "\0"
# What parts one thing that a text tells from the next, and what parts it within a sentence.
APART = re.compile(r"[\n;!?|]|\.(?=\s|$)")
CLAUSE = re.compile(
    r"[\n;!?|()]|\.(?=\s|$)|,(?!\d)|\s[–—-]\s|\s(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar|och|og|men)\s"
)
# What stands before the hour at which something ends, or until which something is to be done.
# Behind blanks where an hour was taken out "till" says to what it moved.
UNTIL = (
    r"(?:before|no later than|not later than|latest(?: by)?|bis|spätestens|vor|avant|jusqu['’]à|antes de|hasta|até"
    r"|entro|prima delle|vóór|uiterlijk|tot|senast|innan|inden|senest|før)\s(?:um\s|las?\s|le\s|[àa]s\s|om\s|kl\.?\s)?"
)
ABOUT = (
    r"(?:at|by|around|about|approximately|approx\.?|roughly|no later than|gegen|um|ca\.?|circa|etwa|vers|à|a las?"
    r"|(?:sobre|hacia|alrededor de) las?|por volta das?|pelas|[àa]s|alle|verso le|intorno alle|om|rond|omstreeks|tegen"
    r"|kl\.?|klockan|omkring|o|około|ok\.)"
)
# "Gegen 12:15 Uhr sind wir fertig", "by 12:15 we should be done".
ENDED = re.compile(
    r"\s?(?:(?:uhr|uur|h)\s)?(?:(?:sind|seid|ist|is|zijn|är|er) (?:wir|we|ihr|sie|es|du|het|alles|vi|det) "
    r"|(?:we|you|it|everything)(?:['’]ll| will| should|['’]re| are| is)? (?:all )?(?:be )?)?"
    r"(?:done|finished|over|through|fertig|zu ende|vorbei|beendet|afgelopen|klara?|klaar|färdiga?|ferdige?|færdige?"
    r"|slut)"
    r"(?=\s?(?:[.,;!?)]|sein\b|$))"
)
# What stands before the hour at which one is to be there, some minutes before the interview begins.
ARRIVING = re.compile(
    r"\b(?:arrive|arriving|arrival|be (?:there|here|with us|on site|seated|at)|check in|sign in|report to|doors open"
    r"|registration|find(?:en sie sich|e dich|et euch)|meld(?:en sie sich|e dich|et euch)"
    r"|ankunft|arriver|arrivée|présenter|llegar|llegada|presentarse|chegar|chegada|arrivare|presentarsi|aankomst|aanwezig)\b"
    r"[^.;:!?\n]{0,20}[:\s]{1,3}$|\bby\s$"
)
# In German and Dutch it stands behind, and in a programme everywhere.
ARRIVING_BEHIND = re.compile(
    r"\s?(?:uhr|uur)?,?\s(?:bei uns |hier |vor ort |am empfang )?(?:ein(?:zu)?treffen|da (?:zu )?sein"
    r"|an(?:zu)?kommen|an(?=\s?[.,;!?]|$)|anwesend|aanwezig|te arriveren)\b"
    # "08:45 for a 09:00 start".
    r"|\s?for (?:an?|the)\s{0,2}$"
    r"|\s{0,3}(?:[-–—:|]\s{0,3})?(?:arrival|check[- ]in|sign[- ]in|registration|ankunft|accueil|llegada|aankomst)\b"
)
BESIDE = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What stands before an hour in its clause and in its sentence, up to another hour, and behind it in its clause."""

    clause: str
    before: str
    behind: str

    @property
    def is_ending(self) -> bool:
        """True for an hour at which something ends, or until which something is to be done."""
        return bool(_ending().search(self.before[-BESIDE:]) or ENDED.match(self.behind))

    @property
    def is_arrival(self) -> bool:
        """True for the hour at which one is to be there."""
        found = ARRIVING.search(self.before[-BESIDE:]) or ARRIVING_BEHIND.match(self.behind)
        return bool(found) and not self._is_reply

    @property
    def is_of_interview(self) -> bool:
        """True where the clause says that then it begins: "we start at 10:30", "for a 10:30 start"."""
        return bool(pattern("of_interview").search(self.clause) or pattern("of_interview").match(self.behind.lstrip()))

    @property
    def is_aside(self) -> bool:
        """True for an hour that the words around it tie to something else than an interview."""
        if self.is_arrival:
            return False
        if self._is_reply or _tells_aside(self.clause) or pattern("aside_behind").search(self.behind):
            return True
        return not self.is_of_interview and _tells_aside(self.before)

    @property
    def is_beside_day(self) -> bool:
        """True where the day itself stands in that sentence too, with no other hour between."""
        return DAY in self.before + self.behind

    @property
    def _is_reply(self) -> bool:
        """True for the hour by which one is to answer."""
        return self.before.endswith("by ") and bool(pattern("replying").search(self.before))


def around(text: str, start: int, end: int, other_before: int, other_behind: int) -> Around:
    """What stands around an hour, up to where the hours before it end and those behind it begin."""
    last = max([other_before, *(found.end() for found in APART.finditer(text, other_before, start))])
    before = text[last:start]
    clause = before[max([0, *(found.end() for found in CLAUSE.finditer(before))]) :]
    stop = CLAUSE.search(text, end, other_behind)
    return Around(clause=clause, before=before, behind=text[end : stop.start() if stop else other_behind])


def _tells_aside(text: str) -> bool:
    is_said = pattern("aside").search(text) or any(word in text for word in known("aside_eastern"))
    return bool(is_said or _week().search(text))


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    ends = alternatives((*known("finishing"), "until", "till"))
    return re.compile(rf"(?<!\s\s\s)(?<![\w-])(?:(?:{ends})(?:\s{ABOUT}){{0,2}}[:\s]*|{UNTIL})$")


@lru_cache(maxsize=1)
def _week() -> re.Pattern[str]:
    """From one day of the week to another, so that hours are those of every week: "Mon-Fri"."""
    every = (*weekdays(), "mo", "di", "mi", "do", "fr")
    names = alternatives(every)
    to = r"(?:[-–—]|to|through|thru|bis|à|au|a|al|t/m|tot|till?)"
    return re.compile(rf"(?<![^\W_])(?:{names})\.?\s?{to}\s?(?:{names})(?![^\W_])")
