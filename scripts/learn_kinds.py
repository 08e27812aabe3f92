"""Learns which signs speak for which kind of letter and which way a sentence sounds, and writes the engine's data.

These are checks/kinds.txt and checks/tones.txt.

It learns from the open messages of `tests/messages`, from its lines and sentences, and from our own letters in every
tone; never from a message that is held back. Run it when one of them, meanings.toml or followup/checking/signs.py has
changed; it takes a minute or two. Record 0039 says what is learnt.
"""

import math
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from followup import letters
from followup.checking import Draft, kind_of
from followup.checking.layout import lay_out
from followup.checking.learnt import NOTHING, SCALE
from followup.checking.signs import signs, sounds_of
from followup.checking.spans import fold
from followup.letters import Manner, Written

ROOT = Path(__file__).parents[1]
MESSAGES = ROOT / "tests" / "messages"
LEARNT = ROOT / "src" / "followup" / "data" / "checks"
HEAD = (
    "# What each sign adds to each class, a character a class in the order of the next line; N adds nothing, A takes"
    " 3.25, Z adds 3.\n# Made by scripts/learn_kinds.py from the open messages and our letters; change those.\n"
)
# What the marks of a message call a fault, and how a sentence with it sounds.
TONES = {
    "resentment": "hurt",
    "accusing": "blames",
    "pressure": "pushes",
    "deadline": "pushes",
    "taking-for-granted": "granted",
    "need-or-gift": "needs",
    "begging": "needs",
    "apology": "sorry",
    "comparison": "boasts",
    "selling-again": "boasts",
    "money": "money",
    "slang": "chat",
    "gossip": "gossip",
    "personal": "private",
    "flattery": "flatters",
}
# A sign that stands in fewer texts or sentences tells of them, not of a kind.
FEWEST = {"kinds": 4, "tones": 5}
ROUNDS = 15
# How fast it learns, and how strongly every weight is pulled to nothing.
PACE = 0.3
PULL = 0.0015
# A text that is known as well as this teaches nothing more.
KNOWN = 0.02
LEAST, MOST = ord("!"), ord("~")
# A sign that adds less than this to every class, in whole numbers, changes no finding and is left out. A kind is told
# by many small signs.
FAINT = {"kinds": 1, "tones": 3}

OPENS_CALL = re.compile(
    r"\bis (?:that|this (?:an? |m|d|[a-z]+\?))|\bspeak (?:to|with)\b|^\W*[(\[](?:if|when)\b", re.I | re.M
)

type Example = tuple[str, frozenset[str]]


def messages_in_kinds() -> Iterator[Example]:
    """Gives every text to learn kinds from, as its kind and its signs."""
    for message in _open_messages():
        yield _kind(message["kind"], message["text"]), signs(Draft(text=message["text"]))
    for kind, text in _lines("lines"):
        yield kind.rstrip("!"), signs(Draft(text=text))
    for kind, written in _our_letters():
        yield kind, signs(Draft(text=written.body, subject=written.subject))


def sentences_in_tones() -> Iterator[Example]:
    """Gives every sentence to learn tones from: "plain" is one in which nobody marked a tone."""
    for message in _open_messages():
        yield from _sentences(message["text"], message.get("expected", []))
    for tone, text in _lines("tones"):
        yield tone, sounds_of(fold(text))
    for kind, text in _lines("lines"):
        if not kind.endswith("!"):
            yield from _sentences(text, [])
    for _, written in _our_letters():
        yield from _sentences(written.body, [])


def _open_messages() -> Iterator[Mapping[str, Any]]:
    """Gives the messages by name, but for those that are held back."""
    for path in sorted(MESSAGES.glob("*.toml")):
        message = tomllib.loads(path.read_text(encoding="utf-8"))
        if not message.get("held_back"):
            yield message


def _lines(name: str) -> Iterator[tuple[str, str]]:
    for line in (MESSAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            label, text = line.split("|", 1)
            yield label, text.replace("\\n", "\n")


def _sentences(text: str, marks: Sequence[Mapping[str, str]]) -> Iterator[Example]:
    spans = [
        (TONES[mark["fault"]], text.index(mark["on"]), len(mark["on"])) for mark in marks if mark["fault"] in TONES
    ]
    for start, end in lay_out(text).sentences:
        tones = [tone for tone, at, size in spans if at < end and start < at + size]
        yield (tones or ["plain"])[0], sounds_of(fold(text[start:end]))


def _our_letters() -> Iterator[tuple[str, Written]]:
    for letter in letters.letters().values():
        for tone in letters.TONES:
            manner = Manner(tone=tone, situations=frozenset(), reply=False)
            written = letters.write(letter, manner, letters.examples(letter), letter.example_sent)
            yield str(kind_of(letter.id)), written


def _kind(marked: str, text: str) -> str:
    """Gives the kind that is marked; a call's words are one of three."""
    if marked != "call-script":
        return marked
    if len(re.findall(r"^\s*[-*•] ", text, re.MULTILINE)) > 1:
        return "talking-points"
    return "call-opening" if OPENS_CALL.search(text) else "voicemail"


def learn(kinds: Sequence[str], texts: Sequence[Example], fewest: int) -> dict[str, list[float]]:
    """Gives a weight for each sign and kind: soft-max regression, each weight with a pace of its own."""
    count = Counter(sign for _, found in texts for sign in found)
    known = [
        (kinds.index(kind), ["", *sorted(sign for sign in found if count[sign] >= fewest)]) for kind, found in texts
    ]
    weights = {sign: [0.0] * len(kinds) for _, found in known for sign in found}
    seen = {sign: [1e-3] * len(kinds) for sign in weights}
    for _ in range(ROUNDS):
        for right, found in known:
            _step(weights, seen, right, found)
    return weights


def _step(weights: dict[str, list[float]], seen: dict[str, list[float]], right: int, found: Sequence[str]) -> None:
    rows = [weights[sign] for sign in found]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    most = max(sums)
    shares = [math.exp(one - most) for one in sums]
    total = sum(shares)
    faults = [share / total - (at == right) for at, share in enumerate(shares)]
    if -faults[right] < KNOWN:
        return
    for sign in found:
        row, past = weights[sign], seen[sign]
        for at, fault in enumerate(faults):
            slope = fault + PULL * row[at]
            past[at] += slope * slope
            row[at] -= PACE * slope / math.sqrt(past[at])


def written(kinds: Sequence[str], weights: dict[str, list[float]], faint: int) -> str:
    """Gives the file: a line for each sign that tells something, and for the one that stands in every text."""
    rows = ((sign, [round(weight * SCALE) for weight in weights[sign]]) for sign in sorted(weights))
    told = ((sign, row) for sign, row in rows if not sign or max(map(abs, row)) >= faint)
    return HEAD + " ".join(kinds) + "\n" + "".join(f"{sign}\t{_row(row)}\n" for sign, row in told)


def _row(whole: Sequence[int]) -> str:
    return "".join(chr(min(MOST, max(LEAST, NOTHING + one))) for one in whole)


def table(name: str) -> str:
    """Gives the text of checks/kinds.txt or checks/tones.txt, as it is to be stored."""
    texts = list({"kinds": messages_in_kinds, "tones": sentences_in_tones}[name]())
    classes = sorted({one for one, _ in texts})
    return written(classes, learn(classes, texts, FEWEST[name]), FAINT[name])


def main() -> int:
    for name in ("kinds", "tones"):
        (LEARNT / f"{name}.txt").write_text(table(name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
