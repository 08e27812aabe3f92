"""Business days as plain days, and numbers as words: each in one place."""

import pytest

from followup.model.language import number_word
from followup.rules.weeks import plain_days


@pytest.mark.parametrize(
    ("business", "weekday", "plain"),
    [(0, 0, 0), (1, 0, 1), (4, 0, 4), (5, 0, 7), (6, 0, 8), (10, 0, 14), (1, 4, 3), (3, 3, 5), (1, 5, 2), (5, 6, 5)],
)
def test_business_days_take_the_weekends_between_them(business: int, weekday: int, plain: int) -> None:
    """From a Monday (0), a Thursday (3), a Friday (4), a Saturday (5) and a Sunday (6)."""
    assert plain == plain_days(business, weekday)


@pytest.mark.parametrize(
    ("count", "words", "expected"),
    [
        (0, {}, "zero"),
        (0, {"none": "no"}, "no"),
        (1, {"none": "no"}, "one"),
        (12, {"most": 12}, "twelve"),
        (13, {"most": 12}, "13"),
        (20, {}, "twenty"),
        (21, {}, "21"),
        (-1, {}, "-1"),
    ],
)
def test_a_number_is_a_word_as_far_as_asked(count: int, words: dict[str, object], expected: str) -> None:
    """Nothing has the word that fits its sentence."""
    assert expected == number_word(count, **words)  # type: ignore[arg-type]  # the table holds both of its settings
