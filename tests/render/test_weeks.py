"""Tests of the line of weeks."""

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from followup.render.weeks import DOT, FIRST, LAST, Stop, weeks

FRIDAY = date(2027, 1, 15)


def stops(*days: int) -> tuple[Stop, ...]:
    """Gives one stop for each number of days after Friday."""
    dates = [FRIDAY + timedelta(days=day) for day in days]
    return tuple(
        Stop(number=number, day=day, until=day + timedelta(days=3), words=f"{day:%d %b}", now=number == 1)
        for number, day in enumerate(dates, 1)
    )


def places(*days: int) -> list[float]:
    """Gives where the dots stand, in per cent."""
    dots = ElementTree.fromstring(weeks(stops(*days), "said")).iter("circle")
    return [float(dot.get("cx", "").removesuffix("%")) for dot in dots]


def test_one_day_is_no_line():
    """There is nothing to see."""
    assert "" == weeks(stops(0), "said")


def test_days_stand_where_the_calendar_has_them():
    """From the first to the last."""
    assert [FIRST, 50.0, LAST] == places(0, 20, 40)


def test_dots_never_cover_one_another():
    """However near their days are."""
    for days in ((0, 0, 0, 40), (0, 39, 40, 40), (0, 1, 2, 3, 60)):
        found = places(*days)
        assert all(later - earlier >= DOT - 0.2 for earlier, later in pairwise(found))
        assert FIRST <= found[0]
        assert LAST >= found[-1]


def test_what_is_read_aloud_is_escaped():
    """Names come from readers."""
    assert 'aria-label="&lt;b&gt;"' in weeks(stops(0, 9), "<b>")
