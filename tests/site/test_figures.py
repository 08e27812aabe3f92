"""A page names a figure of ours instead of writing it, so that a host who changes it changes the page too."""

import re
from pathlib import Path

import pytest

from followup.rules import rulebook
from followup.rules.sayings import BARE, FIGURE, said
from followup_site.host.mistakes import ROOT

pytestmark = pytest.mark.ours

DOCS = ROOT / "docs"
PROJECT = ("developers", "hosts")
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if path.relative_to(DOCS).parts[0] not in PROJECT]
CITED = re.compile(r"\[\[([^\]]*)\]\]")
OURS = re.compile(r"(?<![\w:])[KO]\d+(?![\d.:])")


def written(line: str) -> list[str]:
    """Gives the figures of the records that a line cites which it writes out."""
    plain = CITED.sub("", line).lower()
    ids = {id for cited in CITED.findall(line) for id in OURS.findall(cited)}
    figures = [(id, key, value) for id in sorted(ids) for key, value in rulebook.record(id).figures.items()]
    named = [(id, key, said(key, value)) for id, key, value in figures if _unit(key) not in BARE]
    return [f"{id}.{key}: {words}" for id, key, words in named if re.search(rf"(?<!next )\b{words}\b", plain)]


def _unit(key: str) -> str:
    found = FIGURE.fullmatch(key)
    return found["unit"] if found else ""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_a_page_names_the_figures_of_the_records_it_cites(path: Path) -> None:
    """Write [[figure K4.wait_business_days]], not "five business days"."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = {number: figures for number, line in enumerate(lines, 1) if (figures := written(line))}
    assert {} == found


def test_a_written_figure_is_seen() -> None:
    """The check itself sees what it is there to see."""
    assert ["K4.wait_business_days: five business days"] == written("Wait five business days [[K4]].")
    assert [] == written("Wait [[figure K4.wait_business_days]] [[K4]].")
