"""The page on performance shows what the bench kept, or says that nothing was measured."""

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import pytest

from followup_site.pages.performance_pages import chart, marks, measured, page, performance_table, table

type Kept = Mapping[str, Mapping[str, Any]]


@pytest.fixture
def figures() -> Kept:
    """Two figures against the plain way, one against a peer and one against nobody."""
    return {
        "site_bytes": {"ours": 12_500_000, "baseline": None, "ratio": None, "runs": 1},
        "vs_micropython": {"ours": 0.4, "baseline": 0.2, "ratio": 2.0, "runs": 7},
        "time_cold": {"ours": 0.4, "baseline": 8, "ratio": 0.05, "runs": 7},
        "heap": {"ours": 24_000_000, "baseline": 40_000_000, "ratio": 0.6, "runs": 7},
    }


def test_the_page_says_so_when_nothing_was_measured() -> None:
    """A fresh clone builds its site before any bench."""
    assert "<p>No figures are here yet: <code>make bench</code> measures them.</p>" == page({})


def test_what_the_repository_holds_can_be_shown() -> None:
    """The kept file is read as it stands."""
    assert performance_table({}).startswith("<p>")


def test_the_rows_follow_the_table_of_figures(figures: Kept) -> None:
    """Whatever order the file has."""
    expected = ["time_cold", "heap", "vs_micropython", "site_bytes"]
    assert expected == [figure.name for figure, _ in measured(figures)]


def test_the_table_gives_units_that_people_read(figures: Kept) -> None:
    """Bytes become megabytes, and what nobody is compared with has a dash."""
    rows = told(table(measured(figures)))
    assert ["12.5\N{NO-BREAK SPACE}MB", "–", "–", "–"] in [row[1:] for row in rows]
    assert ["0.40\N{NO-BREAK SPACE}s", "the plain way: 8.00\N{NO-BREAK SPACE}s", "0.05", "0.08"] in [
        row[1:] for row in rows
    ]


def test_the_chart_is_whole_and_has_no_style_of_its_own(figures: Kept) -> None:
    """The site's policy refuses inline styles."""
    drawn = chart(measured(figures))
    ElementTree.fromstring(drawn.replace(" data-search-exclude", ""))
    assert "style=" not in drawn


def test_the_chart_draws_what_the_plain_way_is_the_measure_of(figures: Kept) -> None:
    """The bar of the peer would need another scale."""
    widths = [part.split('"')[0] for part in chart(measured(figures)).split('class="scale__span"')[1:]]
    assert 2 == len(widths)


def test_an_aim_that_is_met_stands_out(figures: Kept) -> None:
    """Time meets its aim; memory meets its floor only."""
    assert 1 == chart(measured(figures)).count("scale__row--ours")


def test_the_marks_of_each_page_stand_in_a_row() -> None:
    """A row that nobody named would be read as numbers."""
    page = {
        "measured": "Lighthouse <1>",
        "pages": {"Home": {"Speed": 98, "Access": 100}, "A guide page": {"Speed": 97, "Access": 99}},
    }
    sentence, whole = marks(page).split("\n\n")
    assert "<p>Lighthouse &lt;1&gt;</p>" == sentence
    assert [["Page", "Speed", "Access"], ["Home", "98", "100"], ["A guide page", "97", "99"]] == told(whole)


def told(table: str) -> list[list[str]]:
    """Gives the words of a table, row by row."""
    return [["".join(cell.itertext()) for cell in row] for row in ElementTree.fromstring(table).iter("tr")]
