"""The guide cites every rule, keeps one shape and stays easy to read."""

import re
from pathlib import Path

import pytest

from followup_site.pages import tool_pages
from followup_site.pages.reading import (
    EASIEST_GRADE,
    HARDEST_GRADE,
    LEAST_SPREAD,
    prose_lines,
    reading_grade,
    spoken_words,
    spread,
)

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = sorted((DOCS / "guide").glob("*.md"))
QUESTIONS = sorted((DOCS / "questions").glob("*.md"))
PROSE = [
    DOCS / "index.md",
    *GUIDE,
    *QUESTIONS,
    *sorted((DOCS / "about").glob("*.md")),
    *sorted((DOCS / "hosts").glob("*.md")),
]
BONES = (
    "Do this now",
    "When",
    "To whom",
    "What to write",
    "What not to do",
    "Where the sources disagree",
    "Next",
)
# These are no moments: a map of the moments, a picture of all, a state of mind and a place.
NO_MOMENTS = {"index", "timeline", "silence", "abroad"}
ANSWERED = [page for page in QUESTIONS if page.stem != "index"]
MOMENTS = [page for page in GUIDE if page.stem not in NO_MOMENTS]
RULES = (
    *(f"T{number}" for number in range(1, 24)),
    *(f"C{number}" for number in range(1, 15)),
    *(f"P{number}" for number in range(1, 9)),
    *(f"R{number}" for number in range(1, 5)),
    "G1",
    *(f"K{number}" for number in range(1, 22)),
)
# A citation, or a count of those who say so, which is a link to the same row.
CITED = re.compile(r"\[\[(?:[A-Za-z]+ )?([A-Z]\d+(?::[a-z,]+)?(?: [A-Z]\d+(?::[a-z,]+)?)*)\]\]")
# A sentence ends inside the line: a stop or question mark, perhaps a closing mark, then a new beginning.
SECOND_SENTENCE = re.compile(r"(?<![A-Z\d])[.!?][\"”’)*]* +[\"“(*\[]*[A-Z]")
MOST_WORDS = 650


def _named(page: Path) -> str:
    return str(page.relative_to(DOCS))


def _parts(page: Path) -> tuple[str, str]:
    """Gives the front matter and the body."""
    _, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
    return front, body


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_cited_in_the_guide(rule: str) -> None:
    """A rule that no page of the guide cites would be advice that nobody reads."""
    cited = {
        name for page in GUIDE for match in CITED.findall(_parts(page)[1]) for name in re.findall(r"[A-Z]\d+", match)
    }
    assert rule in cited


@pytest.mark.parametrize("page", MOMENTS, ids=_named)
def test_a_moment_begins_with_what_to_do(page: Path) -> None:
    """A reader in a hurry finds the steps first on every page."""
    assert BONES[0] == re.findall(r"^## (.+)$", _parts(page)[1], flags=re.MULTILINE)[0]


@pytest.mark.parametrize("page", [page for page in GUIDE if page.stem != "index"], ids=_named)
def test_pages_keep_the_order_of_the_bones(page: Path) -> None:
    """A page leaves out the headings that would carry nothing, keeps the rest in order, and ends in what comes next."""
    headings = re.findall(r"^## (.+)$", _parts(page)[1], flags=re.MULTILINE)
    assert [bone for bone in BONES if bone in headings] == [each for each in headings if each in BONES]
    assert headings[-1] == BONES[-1]


@pytest.mark.parametrize("page", PROSE, ids=_named)
def test_a_page_tells_its_title_and_what_it_is_for(page: Path) -> None:
    """Search engines and shared links show both."""
    front = _parts(page)[0]
    assert re.search(r"^title: \S.+$", front, flags=re.MULTILINE)
    assert re.search(r"^description: \S.+[.?]\"?$", front, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PROSE, ids=_named)
def test_a_line_holds_one_sentence(page: Path) -> None:
    """Changes are then seen sentence by sentence."""
    assert [] == [line for line in prose_lines(page.read_text(encoding="utf-8")) if SECOND_SENTENCE.search(line)]


@pytest.mark.parametrize("page", GUIDE, ids=_named)
def test_the_guide_begs_and_apologises_nowhere(page: Path) -> None:
    """We tell you what to do; we do not plead."""
    assert [] == re.findall(r"\b(?:please|sorry|simply|unfortunately)\b", _parts(page)[1], flags=re.IGNORECASE)


@pytest.mark.parametrize("page", GUIDE, ids=_named)
def test_a_page_of_the_guide_is_short(page: Path) -> None:
    """A page is read standing, on a phone."""
    assert len(spoken_words(page.read_text(encoding="utf-8")).split()) <= MOST_WORDS


@pytest.mark.parametrize("page", [*GUIDE, *ANSWERED], ids=_named)
def test_a_page_of_the_guide_reads_with_ease(page: Path) -> None:
    """A 15-year-old reads it without stopping, and without being given one short order after another."""
    assert EASIEST_GRADE <= round(reading_grade(page)) <= HARDEST_GRADE


@pytest.mark.parametrize("page", [*GUIDE, *ANSWERED], ids=_named)
def test_the_sentences_of_a_page_differ_in_length(page: Path) -> None:
    """A page is read with pleasure when its rhythm varies."""
    assert spread(page) >= LEAST_SPREAD


@pytest.mark.parametrize("page", QUESTIONS, ids=_named)
def test_a_short_answer_reads_with_ease_too(page: Path) -> None:
    """It may be easier than a page of the guide, and never harder."""
    assert round(reading_grade(page)) <= HARDEST_GRADE


def test_the_home_page_begins_with_the_questions() -> None:
    """They stand before anything about ourselves, and who was not interviewed today finds their moment below."""
    words = _parts(DOCS / "index.md")[1]
    assert words.index("<followup-start/>") < words.index("<followup-moments/>") < words.index("This is a handbook")
    assert 6 == tool_pages.moments({}).count("<li>")
