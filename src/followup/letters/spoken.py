"""What is said in a call, as letters: its opening and its questions, in words with blanks."""

from datetime import date

from followup.letters.letter import Letter, LetterKind, letters, of_words
from followup.letters.manner import Manner
from followup.letters.prefill import Known
from followup.letters.writing import Written, write
from followup.words.calls import Call, frames


def opening(call: Call) -> Letter:
    """Gives how a call is opened: the letter of the gallery that has its words, else its own."""
    if "opening" in call.written:
        return letters()[call.written["opening"]]
    return words(opening_words(call))


def opening_words(call: Call) -> str:
    """Gives the greeting and the first sentences of a call that has words of its own."""
    return f"{frames()['hello'] if call.hello is None else call.hello}\n\n{call.opening}"


def words(source: str, kind: LetterKind = "phone") -> Letter:
    """Gives words with blanks as a letter that is said."""
    return of_words(source.strip(), kind)


def say(call: Call, known: Known, manner: Manner, on: date) -> tuple[Written, ...]:
    """Gives what is said first in a call on that day, and then each question."""
    # Whoever picks up at a house's number has no name yet.
    nobody = dict.fromkeys(("first_name", "title", "surname"), "") if call.rings == "number" else {}
    values = {**known.values, **nobody}
    asked = () if "opening" in call.written else tuple(words(one) for one in call.questions)
    said = tuple(write(one, manner, values, on) for one in (opening(call), *asked))
    return tuple(one for one in said if one.body)
