"""Counts the voices on each question into the small file that the engine reads; their records stay with the pages.

A build with a host's data runs this as a program: the sums then lie beside those data, and ours stay as they are.
"""

import json
from pathlib import Path

from followup.data import TALLIES
from followup.rules import evidence, evidence_counts
from followup.rules.evidence import CountedQuestion

FILE = Path("build/python/followup_host") / TALLIES


def text() -> str:
    """Gives the sums as TOML, a table for each question that can be counted."""
    return "\n".join(_table(question) for question in evidence.questions().values())


def _table(question: CountedQuestion) -> str:
    counted = evidence_counts.tally(question)
    told = ", ".join(f"[{number:g}, {voices}]" for number, voices in counted.told)
    answers = ", ".join(f"[{to:g}, {_quoted(words)}]" for to, words in counted.answers)
    words = {"page": counted.page, "title": counted.title, "counts": counted.counts, "sentence": counted.sentence}
    lines = (f"{key} = {_quoted(value)}" for key, value in words.items())
    return "\n".join((f"[{question.id}]", *lines, f"answers = [{answers}]", f"told = [{told}]", ""))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
