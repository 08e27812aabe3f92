"""Measures how easily a page reads, in years of school."""

import re
from pathlib import Path
from statistics import median

import textstat  # type: ignore[import-untyped]  # It ships no types.

# A grade is a year of school: a 15-year-old has nine behind them, so six leaves room for nerves.
HARDEST_GRADE = 6.5
NOT_PROSE = ("#", "|", "<", ":::", "---", "    ")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FENCE = re.compile(r"```.*?```", re.DOTALL)
CITATION = re.compile(r"\[\[[^\]]*\]\]")
LINK_TARGET = re.compile(r"\]\([^)]*\)")
LINE_MARK = re.compile(r"^(?:>|[-*]|\d+\.|:) *", re.MULTILINE)


def reading_grades(docs: Path) -> dict[str, float]:
    """Gives the grade of each page of the guide, by its path below `docs`."""
    return {page.relative_to(docs).as_posix(): reading_grade(page) for page in sorted((docs / "guide").glob("*.md"))}


def reading_grade(page: Path) -> float:
    """Gives the automated readability index of a page's prose.

    This measure counts letters; those that count syllables fetch a dictionary from the network.
    """
    return float(textstat.automated_readability_index(spoken_words(page.read_text(encoding="utf-8"))))


def spoken_words(text: str) -> str:
    """Gives the sentences of a page without the marks of Markdown, so that only words are counted."""
    plain = LINK_TARGET.sub("", CITATION.sub("", "\n".join(prose_lines(text))))
    lines = re.sub(r"[*\[\]`]", "", LINE_MARK.sub("", plain)).split("\n")
    # A line is a sentence here, also when it ends in a colon or is an item of a list.
    return "\n".join(f"{line.strip(' .:;,?!')}." for line in lines)


def prose_lines(text: str) -> list[str]:
    """Gives the lines of a page that a person reads as sentences: no front matter, headings, tables, tags or code."""
    body = FENCE.sub("", FRONT.sub("", text))
    return [line for line in body.split("\n") if line.strip() and not line.startswith(NOT_PROSE)]


def summary(docs: Path) -> str:
    """Gives one line on how the guide reads: its middle, and its hardest page."""
    grades = reading_grades(docs)
    hardest = max(grades, key=grades.__getitem__)
    return (
        f"The guide reads at grade {median(grades.values()):.1f}; "
        f"the hardest page is {hardest} at {grades[hardest]:.1f}, and {HARDEST_GRADE} is allowed."
    )


if __name__ == "__main__":
    print(summary(Path("docs")))
