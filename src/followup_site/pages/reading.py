"""Measures how easily a page reads, in years of school."""

import re
from pathlib import Path
from statistics import median, pstdev

import textstat  # type: ignore[import-untyped]  # It ships no types.

from followup_site.words.wording import site_words

# A grade is a year of school: a 15-year-old has nine behind them, so eight leaves room for nerves. Below five a page
# is a pile of orders, each as short as the one before.
EASIEST_GRADE = 5
HARDEST_GRADE = 8
# Words by which the sentences of a page differ in length, at least: reading has a beat, and one beat alone tires.
LEAST_SPREAD = 5.0
NOT_PROSE = ("#", "|", "<", ":::", "---", "    ")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FENCE = re.compile(r"```.*?```", re.DOTALL)
CITATION = re.compile(r"\[\[[A-Z]\d[^\]]*\]\]")
FIGURE = re.compile(r"\[\[[Ff]igure [^\]]*\]\]")
COUNT = re.compile(r"\[\[[A-Za-z]+ [^\]]*\]\]")
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


def spread(page: Path) -> float:
    """Gives by how many words the sentences of a page differ in length, as a standard deviation."""
    return pstdev(len(line.split()) for line in spoken_words(page.read_text(encoding="utf-8")).split("\n"))


def spoken_words(text: str) -> str:
    """Gives the sentences of a page without the marks of Markdown, so that only words are counted."""
    plain = LINK_TARGET.sub(
        "", COUNT.sub("three", FIGURE.sub("five business days", CITATION.sub("", "\n".join(prose_lines(text)))))
    )
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
    return site_words(
        "pages.reading.summary",
        middle=median(grades.values()),
        least=min(grades.values()),
        most=grades[hardest],
        hardest=hardest,
        easy=EASIEST_GRADE,
        hard=HARDEST_GRADE,
    )


if __name__ == "__main__":
    print(summary(Path("docs")))
