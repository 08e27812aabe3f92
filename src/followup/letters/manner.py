"""In which manner a letter is written: its tone, the situation, its form, and which of its wordings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from followup.letters.letter import TONES

type Form = Literal["email", "message"]

FORMS = ("email", "message")
# What a letter may ask about the situation besides its tone.
SITUATIONS = (
    *("several", "agency", "ask_when", "offer", "no_deadline", "called", "again", "moved", "ahead"),
    # Nobody was in the room; they asked for the call.
    *("recorded", "asked"),
    # They named the day since the interview; somebody else than who gets the letter did; texts went before.
    *("named", "reported", "texted"),
    # Who gets it was not in that interview; nobody talked with the reader in any; none was held at all.
    *("apart", "unheard", "unmet"),
    # It was held in writing, so that nobody talked.
    *("written",),
    # They asked for papers or names, not for an answer.
    *("papers",),
    # The last that they said is that a check was passed.
    *("cleared",),
    # The day they named was said in words, and is our reading of them (O41).
    *("in_words",),
    # After a yes nobody has named the first day; the offer was only spoken of; they have put it on hold.
    *("no_first_day", "no_paper", "on_hold"),
    # Their question was never answered, and nothing was sent since the interview: the ask takes both along.
    *("owes_answer", "late_thanks"),
    # They asked something besides what this answers.
    *("asked_too",),
    # Somebody else there said what the letter speaks of.
    *("relayed",),
    # They named no day for an answer to their offer, and the reader did.
    *("own_day",),
    # The reader said no to their offer, and has thought again.
    *("declined",),
    # No day for that answer is known.
    *("unnamed",),
    # They called off or moved the interview that this speaks of.
    *("off",),
    # They asked whether the reader is still interested; the reader has sent this same letter before.
    *("interest", "repeated"),
    # They said no, and came back to the reader since.
    *("revived",),
    # The last that was said between them was said when the reader called.
    *("phoned",),
    # Where it stands: the reader accepted their offer; they offered the job; an interview is to come that has no day.
    *("said_yes", "offered", "invited"),
    # They said no after an offer, and called it nothing else; somebody else than whoever gets it told the no.
    *("plain_no", "no_relayed"),
    # Whom the reader knew there is gone, so that a call has nobody to ask for.
    *("nobody",),
    # The reader asked for time and nobody answered; in no message that could be read; a referee's name is out already.
    *("asked_time", "unwritten", "given"),
)
# What else is so where this is: nobody heard anything where no interview was held.
IMPLIED: Mapping[str, tuple[str, ...]] = {
    "unmet": ("unheard", "apart"),
    "unheard": ("apart",),
    "recorded": ("apart",),
    "written": ("unheard", "apart"),
    "agency": ("apart",),
    "reported": ("named",),
    "said_yes": ("offered",),
}
# A letter has up to four sentences that are dealt out, each in three wordings.
SENTENCES = "1234"
WORDINGS = "abc"
# What decides which blanks a letter has; the wordings of one sentence have the same.
TOLD_WORDS = (*TONES, *SITUATIONS, "reply")
WORDS = (
    *TOLD_WORDS,
    *(f"wording_{sentence}{wording}" for sentence, wording in product(SENTENCES, WORDINGS)),
)


def _dealt(position: int) -> tuple[int, int, int, int]:
    """Gives the wording of each sentence; any two of the nine have one sentence in common.

    The lines of the plane over three elements: (a, b, a + b, a + 2b). The first three share the second sentence,
    which holds a detail of each one's own.
    """
    second, first = divmod(position % 9, 3)
    return first, second, (first + second) % 3, (first + 2 * second) % 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Manner:
    """Which of a letter's variants is meant; `position` is that of the person among those who get such a letter."""

    tone: str = "plain"
    situations: frozenset[str] = frozenset()
    reply: bool = False
    form: Form = "email"
    position: int = 0

    @property
    def told(self) -> frozenset[str]:
        """The words that are true of this manner, of those that a letter's branches may test."""
        wordings = zip(SENTENCES, _dealt(self.position), strict=True)
        dealt = (f"wording_{sentence}{WORDINGS[wording]}" for sentence, wording in wordings)
        replies = ("reply",) if self.reply else ()
        return frozenset((self.tone, *whole(self.situations), *replies, *dealt))

    def words(self) -> dict[str, bool]:
        """Gives every word a letter's branches may test, true or false."""
        told = self.told
        return {word: word in told for word in WORDS}


def whole(situations: Iterable[str]) -> frozenset[str]:
    """Gives the situations with those that they imply."""
    told = frozenset(situations)
    return told.union(*(IMPLIED.get(one, ()) for one in told))
