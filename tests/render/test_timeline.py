"""Tests of the picture of a plan."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from followup.render import timeline
from followup.render.timeline import Row

THURSDAY = datetime(2027, 1, 7, 15, tzinfo=UTC)
SVG = "{http://www.w3.org/2000/svg}"


def row(label: str, *days: int, kind: str = "waiting") -> Row:
    """Gives a row whose window begins, is best and ends that many days after Thursday."""
    earliest, target, latest = (THURSDAY + timedelta(days=day) for day in days)
    return Row(label=label, kind=kind, earliest=earliest, target=target, latest=latest)


ROWS = (row("Interview", 0, 0, 0, kind="interview"), row("Thank-you", 0, 1, 1), row("First check-in", 7, 7, 14))


def parsed(svg: str) -> ElementTree.Element:
    """Gives the picture as a tree; it must be well-formed."""
    return ElementTree.fromstring(svg)


def test_no_rows_no_picture():
    """A plan of nothing is not drawn."""
    assert "" == timeline.timeline(())


def test_the_picture_tells_in_words_what_it_shows():
    """A screen reader hears every date."""
    picture = parsed(timeline.timeline(ROWS))
    assert "timeline-title timeline-desc" == picture.get("aria-labelledby")
    assert "First check-in: Thursday 14 January 2027, 15:00" in (picture.findtext("desc") or "")


def test_the_words_follow_the_readers_clock():
    """Twelve hours in the United States."""
    assert "3:00 pm" in timeline.timeline(ROWS, country="US")


def test_later_stands_further_right():
    """From left to right as time goes."""
    centres = [float(circle.get("cx", "")) for circle in parsed(timeline.timeline(ROWS)).iter("circle")]
    assert sorted(centres) == centres
    assert all(0 <= centre <= timeline.WIDTH for centre in centres)


def test_nothing_reaches_out_of_the_picture():
    """Labels near the right edge end at their bar instead of beginning there."""
    picture = parsed(timeline.timeline((*ROWS, row("Second check-in", 60, 61, 62))))
    for bar in picture.iter("rect"):
        assert float(bar.get("x", "")) + float(bar.get("width", "")) <= timeline.WIDTH
    last = list(picture.iter("text"))[-1]
    assert "end" == last.get("text-anchor")


def test_a_line_marks_now_only_where_it_is_in_the_picture():
    """Years later the line would lie elsewhere."""
    assert "timeline__now" in timeline.timeline(ROWS, THURSDAY)
    assert "timeline__now" not in timeline.timeline(ROWS, THURSDAY + timedelta(days=400))


def test_the_policy_of_the_site_holds():
    """Classes and attributes only: no style, no script, no address."""
    svg = timeline.timeline(ROWS, THURSDAY)
    assert not re.search(r"style=|<script|href|url\(", svg)


@pytest.mark.parametrize("name", ["<b>&", "A" * 200])
def test_a_name_is_escaped_and_cut(name: str):
    """Whatever somebody is called."""
    picture = parsed(timeline.timeline((row(name, 0, 1, 2),)))
    assert len("".join(picture.itertext())) < timeline.WIDTH + 2 * len(name)
