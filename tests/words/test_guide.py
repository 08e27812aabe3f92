"""Each step's page is the one that treats it, and says the figures that the step is planned by."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from followup.case.moves import STATES
from followup.model.plan import Action
from followup.planning.waits import WAITS, Bounds, Wait
from followup.words import guide

DOCS = Path(__file__).parents[2] / "docs"
ACTIONS = Action.__value__.__args__
# States that are planned by hand, with the figures that their pages have to name.
OWN: Mapping[str, tuple[str, ...]] = {
    "ahead": ("K1", "K3"),
    "held": ("K4.wait_business_days", "K5.target_business_days"),
    "task": ("O38.lead_business_days", "O38.own_business_days", "O38.late_business_days"),
    "no-show": ("O31.call_minutes_min", "O31.call_minutes_max", "O31.same_day_to_time", "O30.wait_business_days"),
    "offer-written": ("O36.own_business_days", "O36.lead_business_days", "O36.call_business_days"),
    "said-no": (
        *("O3.deadline_business_days", "O25.card_business_days", "O25.talk_business_days_min"),
        "O39.reply_business_days",
    ),
    "over": ("O39.last_calendar_days", "O39.closed_calendar_days", "O5.wait_business_days", "O29.in_round_count"),
    "closed": ("O39.last_calendar_days", "O39.closed_calendar_days"),
}


def text(page: str) -> str:
    """What stands on a page, as it is written."""
    return (DOCS / f"{page}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_in_every_state_has_a_page(action: str, state: str) -> None:
    """Whatever is to be done, there is something to read."""
    assert (DOCS / f"{guide.page(action, state)}.md").is_file()


def figures(wait: Wait) -> Iterable[str]:
    """The target of each window of a wait; without one of its own, that of a date (K5) or of a second ask (K6)."""
    for bounds, else_ in (
        (wait.first, ""),
        (wait.dated, "K5.target_business_days"),
        (wait.again, "K6.target_calendar_days"),
    ):
        yield _target(wait, bounds) if bounds else else_


def _target(wait: Wait, bounds: Bounds) -> str:
    return bounds[1] if "." in bounds[1] else f"{wait.rule}.{bounds[1]}"


@pytest.mark.parametrize("state", [state for state in WAITS if state in STATES])
def test_the_page_of_a_state_says_the_figures_of_its_asks(state: str) -> None:
    """The first, the one after a date of theirs, and the second."""
    assert set(figures(WAITS[state])) <= set(named(guide.page(WAITS[state].action, state)))


def test_the_page_of_checks_says_how_long_a_firm_takes() -> None:
    """A firm's check and referees are on one page."""
    assert set(figures(WAITS["firm"])) <= set(named(guide.page("checks-note", "checks")))


@pytest.mark.parametrize("state", OWN)
def test_the_page_of_a_state_says_its_own_figures(state: str) -> None:
    """Those of the states that are not one wait after another."""
    page = guide.page("answer" if state not in ("ahead", "closed") else "none", state)
    told = {*named(page), *re.findall(r"\[\[(\w+)\]\]", text(page))}
    assert set(OWN[state]) <= told


def test_every_state_has_its_figures_looked_at() -> None:
    """None is left out of the tests above."""
    assert set(STATES) == {*OWN, *WAITS} - {"firm"}


def named(page: str) -> list[str]:
    """The figures that a page takes from their records."""
    return re.findall(r"\[\[(?:figure|number|count) ([\w.]+)\]\]", text(page), re.IGNORECASE)
