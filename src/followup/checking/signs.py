"""The signs by which a draft's kind is known: its words, pairs of them, and what it does."""

import re
from itertools import combinations, pairwise

from followup.checking import chat
from followup.checking.draft import Draft
from followup.checking.meanings import meanings
from followup.checking.quoting import quoted
from followup.checking.spans import blank_out, fold
from followup.checking.words import families

# The subject and the first lines tell; the rest of a long text adds nothing.
READ_CHARACTERS = 1500
GREETED = re.compile(r"(?:dear|hi|hello|hey) ?[^\n]{0,60}\n")
# Days, numbers and jobs are one to whoever asks what a letter is.
NAMED = (
    ("<day>", re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")),
    (
        "<month>",
        re.compile(
            r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b",
        ),
    ),
    (
        "<number>",
        re.compile(
            r"\d[\d.,:/]*(?:st|nd|rd|th|am|pm|k)?\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
        ),
    ),
    ("<job>", re.compile(r"\b(?:job|role|post|position|vacancy|opening|seat|place|spot)\b")),
)
WHOLE = (
    ("can't", "can not"),
    ("cannot", "can not"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'m", " am"),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'d", " would"),
    ("'re", " are"),
)
WORD = re.compile(r"<[a-z]+>|[a-z']+|[?!]|[^\W\d_]+")
BULLETS = re.compile(r"^[ \t]*(?:[-*•–]|\d[.)]) ", re.MULTILINE)
# Small words that tell who does it, and whether it is asked, denied or a condition.
TELLING = frozenset("i you your my not ? they me will if".split())
SIGNATURE_WORDS = 5
# Two lines that begin with a bullet are a list.
LISTED = 2


def signs(draft: Draft) -> frozenset[str]:
    """Gives every sign in the subject and the first lines, quoted mail left out.

    >>> sorted(signs(Draft(text="See you on Friday!")))
    ['!', '<day>', '<day> !', 'on', 'on <day>', 'see', 'see you', 'you', 'you on', '{accepts}', '{one-line}']
    """
    text = draft.text[:READ_CHARACTERS]
    plain = fold(blank_out(text, (*chat.said(text), *quoted(text)))).strip()
    words = words_of(f"{fold(draft.subject)}\n{GREETED.sub('', plain, count=1)}")
    done = {f"{{{meaning}}}" for meaning in meanings(f"{fold(draft.subject)}\n{plain}")}
    listed = {"{list}"} if len(BULLETS.findall(plain)) >= LISTED else set()
    both = {f"{one}{other}" for one, other in combinations(sorted(done), 2)}
    return words | done | listed | both | _shape(plain)


def _shape(plain: str) -> set[str]:
    """Tells a text in one go, as it is said or texted, from one with a short line below, as a signature is."""
    lines = [line for line in plain.splitlines() if line.strip()]
    if len(lines) == 1:
        return {"{one-line}"}
    return {"{signed}"} if lines and len(lines[-1].split()) <= SIGNATURE_WORDS else set()


def words_of(plain: str) -> frozenset[str]:
    """Gives the words of a folded text and every two that stand side by side."""
    words = _words(plain)
    return frozenset({*words, *(" ".join(pair) for pair in pairwise(words))})


def sounds_of(plain: str) -> frozenset[str]:
    """Gives a folded sentence's signs of how it sounds: its words, their families, and what of them stands together.

    >>> sorted(sign for sign in sounds_of("call me tonight") if "&" in sign)
    ['@due&@ring', '@due&me', '@ring&me']
    """
    words = _words(plain)
    named = [_family(word) for word in words]
    pairs = (" ".join(pair) for pair in pairwise(named))
    telling = sorted({word for word in named if word[0] == "@" or word in TELLING})
    return words_of(plain) | frozenset(
        {
            *(word for word in named if word[0] == "@"),
            *(pair for pair in pairs if "@" in pair),
            *(f"{one}&{other}" for one, other in combinations(telling, 2)),
            # How it begins tells a question from an order.
            *(f"^{' '.join(words[:count])}" for count in (1, 2) if len(words) >= count),
        }
    )


def _family(word: str) -> str:
    return families().get(word) or families().get(word.rstrip("s")) or word


def _words(plain: str) -> list[str]:
    for name, pattern in NAMED:
        plain = pattern.sub(name, plain)
    for short, whole in WHOLE:
        plain = plain.replace(short, whole)
    return WORD.findall(plain)
