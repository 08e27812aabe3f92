"""What pages say of the sources: quotations, counts and credits come from the records."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from followup.rules import rulebook
from followup_site.pages.reading import prose_lines

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
# Of our sources alone: those of a host stand on pages of its own.
SOURCES = tomllib.loads((ROOT / "src" / "followup" / "data" / "rules" / "sources.toml").read_text("utf-8"))["source"]
FOLDERS = ("guide", "sources", "tools", "letters", "questions")
PAGES = [
    DOCS / "index.md",
    *(DOCS / "about" / f"{name}.md" for name in ("index", "faq", "glossary")),
    *chain.from_iterable(sorted((DOCS / folder).glob("*.md")) for folder in FOLDERS),
]
QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
# A number of sources that nobody computed, be it a word or a figure.
COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|both|most|all|\d+)(?: of the| of our)?(?: published| short| other| further)* "
    r"(?:sources|documents|texts)\b",
    re.IGNORECASE,
)
ONE = re.compile(r"\b(?:one|another|the first|a single) source\b", re.IGNORECASE)
CITED = re.compile(r"\[\[([A-Z]\d[^\]]*)\]\]")


def _named(page: Path) -> str:
    return str(page.relative_to(DOCS))


def _lines(page: Path) -> list[str]:
    """Gives the lines of a page that a person reads as ours; a draft shown as an example is somebody else's."""
    return [line for line in prose_lines(page.read_text(encoding="utf-8")) if not line.startswith(">")]


def _speakers(claim: str) -> tuple[str, ...]:
    """Gives who makes a claim."""
    id, _, named = claim.partition(":")
    record = rulebook.record(id)
    return tuple(named.split(",")) if named else tuple(getattr(record, "sources", record.says))


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_quotation_marks_hold_words_of_a_source_alone(page: Path) -> None:
    """A label is bold and an example slanted, so that marks mean what they say."""
    quotes = set(chain.from_iterable(source.quotes for source in rulebook.sources().values()))
    assert [] == [run for line in _lines(page) for run in QUOTED.findall(line) if run not in quotes]


@pytest.mark.parametrize("quote", sorted(chain.from_iterable(each.get("quotes", ()) for each in SOURCES)))
def test_a_quotation_stands_on_a_page_beside_its_source(quote: str) -> None:
    """A record that no page shows is not kept, and its line names whose words they are."""
    owner = next(id for id, source in rulebook.sources().items() if quote in source.quotes)
    lines = [line for page in PAGES for line in _lines(page) if quote in QUOTED.findall(line)]
    assert lines
    assert [] == [line for line in lines if not any((owner,) == _speakers(claim) for claim in _claims(line))]


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_sources_are_counted_by_a_tag_alone(page: Path) -> None:
    """Write [[count C14]] sources: a number in the text would stay when a source joins or leaves."""
    assert [] == [line for line in _lines(page) if COUNTED.search(line)]


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_what_one_source_says_is_credited_to_that_one(page: Path) -> None:
    """A line that speaks of one source cites a claim that one alone makes."""
    lines = [line for line in _lines(page) if ONE.search(line)]
    assert [] == [line for line in lines if not any(len(_speakers(claim)) == 1 for claim in _claims(line))]


def _claims(line: str) -> list[str]:
    return [claim for cited in CITED.findall(line) for claim in cited.split()]


# An instrument of law by what it is called in its name.
INSTRUMENT = re.compile(r"\b(?:Directive|Regulation|GDPR|O\. Reg\.|Act,|Act of)\b")
DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
)
IN_LAW = re.compile(r"\b(?:by law|the law (?:gives|grants|makes|forbids|asks)|must by law)\b")


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_a_law_is_named_with_its_day(page: Path) -> None:
    """Whoever relies on it can look it up, and see how old it is."""
    lines = [line for line in _lines(page) if INSTRUMENT.search(line)]
    assert [] == [line for line in lines if not DAY.search(line)]


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_what_the_law_grants_is_told_with_its_name_or_the_page_of_names(page: Path) -> None:
    """A claim about law without its instrument is hearsay."""
    lines = [line for line in _lines(page) if IN_LAW.search(line)]
    assert [] == [line for line in lines if not (INSTRUMENT.search(line) or "evidence/law.md" in line)]
