"""What one tap puts in the place of what a finding points at (data/checks/mends.toml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from followup import data
from followup.checking import DraftReading
from followup.checking.draft import ANSWERED
from followup.checking.words import listed
from followup.model.answer import Finding
from followup.model.wording import view_words

# The form that follows "look forward to".
FOLLOWS = re.compile(r"e?$")
# Behind one of these a day is part of something: "at the Tuesday interview".
PART_OF = re.compile(r"\b(?:the|an?|at|our|my|your|this|that|past|of|in|during)\s{1,20}$", re.IGNORECASE)
QUOTED = re.compile(r"“([^”]+)”\.?$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mend:
    """New words for the characters from `start` up to `end`; no words take them out."""

    start: int
    end: int
    old: str
    text: str

    @property
    def says(self) -> str:
        """What stands on the button."""
        words = " ".join(self.text.split())
        if words:
            return view_words("checker.write", words=words)
        return view_words("checker.sentence_out" if len(self.old.split()) > 1 else "checker.word_out")


def mend(reading: DraftReading, finding: Finding) -> Mend | None:
    """Gives what can be put there, or None where only the reader's own words can mend it."""
    text = reading.draft.text
    made = (
        _exact(text, finding)
        or _listed(reading, finding)
        or (None if finding.check in _words()["left"] else _without_sentence(reading, finding))
    )
    if made is None:
        return None
    start, end, words = made
    return Mend(start=start, end=end, old=text[start:end], text=words)


def _exact(text: str, finding: Finding) -> tuple[int, int, str] | None:
    """Gives the right form of the words themselves."""
    start, end, said = finding.start, finding.end, text[finding.start : finding.end]
    match finding.check:
        case "doubled-word":
            return start, end, said.split()[0]
        case "space-before-stop":
            return start, end, said.lstrip()
        case "doubled-stop":
            return start, end, said[0]
        case "question-marks":
            return start, end, f"{said.rstrip('?!')}?"
        case "exclamation-marks":
            return _one_stop(text, start, end)
        case "capitals":
            return start, end, said.lower()
        case "forward-to-hear":
            return start, end, _with_ing(said)
        case "chat-leftover":
            return start, end, ""
        case "chat-marks":
            return start, end, said.strip("*# \t`")
        case "other-day" if text.startswith(("'s", "’s"), end) or PART_OF.search(text, 0, start):
            return None
        case "misspelt-name" | "other-day" | "no-apostrophe":
            named = QUOTED.search(finding.instead)
            return (start, end, named[1]) if named else None
    return None


def _one_stop(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Gives a full stop; where a greeting's own stop stands before the marks, that one alone stays."""
    words = text[:start].rstrip("!?.,")
    return (len(words), end, text[len(words)]) if len(words) < start else (start, end, ".")


def _with_ing(said: str) -> str:
    """Gives "look forward to hear" as "look forward to hearing"."""
    return f"{said}ing" if said.endswith((" see", " be")) else FOLLOWS.sub("ing", said, count=1)


def _listed(reading: DraftReading, finding: Finding) -> tuple[int, int, str] | None:
    check, layout = finding.check, reading.layout
    if check in _words()["greeting"]:
        return layout.greeting.start, layout.greeting.end, _words()["greeting"][check]
    if check in _words()["missing"]:
        at = finding.start
        words = _words()["missing"][check]
        return (at, at, f" {words}" if at and not reading.draft.text[at - 1].isspace() else f"{words} ")
    if check in _words()["sentence"] and not (reading.kind in ANSWERED and check in listed("asks-for-news")):
        sentence = _sentence(reading, finding)
        return (*sentence, _words()["sentence"][check]) if sentence else None
    return None


def _without_sentence(reading: DraftReading, finding: Finding) -> tuple[int, int, str] | None:
    """Takes the sentence out with the white space behind it, unless it is all there is."""
    sentence = _sentence(reading, finding)
    if sentence is None or len(reading.layout.sentences) == 1:
        return None
    text, (start, end) = reading.draft.text, sentence
    while end < len(text) and text[end].isspace():
        end += 1
    below = text[sentence[1] : end]
    # The last sentence of a paragraph leaves the empty line behind it, and goes with the space before it.
    if "\n" in below and start and text[start - 1] not in "\n\r":
        while text[start - 1] == " ":
            start -= 1
        end = sentence[1]
    return start, end, ""


def _sentence(reading: DraftReading, finding: Finding) -> tuple[int, int] | None:
    if finding.start == finding.end:
        return None
    spans = (span for span in reading.layout.sentences if span.start < finding.end and finding.start < span.end)
    return next(((span.start, span.end) for span in spans), None)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """Gives by list and check what the file puts there."""
    lists: Mapping[str, Mapping[str, str]] = data.table("checks", "mends.toml")
    return {
        name: {check: words for words, checks in told.items() for check in checks.split()}
        for name, told in lists.items()
    }
