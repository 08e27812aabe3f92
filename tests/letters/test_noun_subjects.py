"""Answers that are whole sentences about a thing, or about somebody by name, are turned; things stay things."""

import pytest

from followup.letters.typed import shaped


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the team works in pairs", "how the team works in pairs"),
        ("The team works in pairs.", "how the team works in pairs"),
        ("the pay is a joke", "how the pay is a joke"),
        ("Priya runs marathons", "how Priya runs marathons"),
        ("Ngozi Okonjo has three dogs", "how Ngozi Okonjo has three dogs"),
        ("Łukasz started in the kitchen", "how Łukasz started in the kitchen"),
        ("The new plant in Leeds is huge", "how huge the new plant in Leeds is"),
        ("two shifts run at night", "how two shifts run at night"),
        ("each team plans its own week", "how each team plans its own week"),
        ("teams are small", "how small teams are"),
        ("the manager told me about the flood", "how the manager told me about the flood"),
        ("your boss started as an apprentice", "how your boss started as an apprentice"),
        ("the coffee is good and the people are kind", "how the coffee is good and the people are kind"),
        ("your customers don't wait", "how your customers don't wait"),
    ],
)
def test_a_clause_about_a_thing_is_told_as_one_about_somebody(typed: str, said: str):
    """As "we test on real sales" is told: "how we test on real sales"."""
    assert said == shaped(typed, "about")


@pytest.mark.parametrize(
    "thing",
    [
        "the team that works in pairs",
        "the way you work",
        "the tools the team is building",
        "the team works council",
        "the work shift patterns",
        "your team's plans for the spring",
        "your plan to open in Leeds",
        "the team based in Leeds",
        "the product launched last year",
        "the returns dashboard nobody trusts",
        "the museum visits",
        "the changes in the team",
        "the can collection",
        "the will to change",
        "my future desk by the window",
        "Rose gardens in June",
        "Mark schemes",
        "Tom's talk",
        "three languages",
        "everybody on the floor",
    ],
)
def test_a_thing_stays_a_thing(thing: str):
    """A relative clause, a participle, a noun that could be a verb: none makes a sentence of it."""
    assert thing == shaped(thing, "about")


def test_what_was_turned_is_not_turned_again():
    """The blank of the page gets back what the letter said."""
    for typed in ("the team works in pairs", "Priya runs marathons", "the new plant is huge"):
        once = shaped(typed, "about")
        assert once == shaped(once, "about")
