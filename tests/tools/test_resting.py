"""Where a process rests its state leads, and a sheet of paper says what it is."""

import json
from typing import Any

import pytest

from followup import door

NOW = "2027-01-15T15:40:00-05:00"
HELD = {"format": "onsite", "date": "2027-01-05", "ends": "15:00", "zone": "America/New_York"}
SENT = [
    {"kind": "sent", "step": "thank-you", "at": "2027-01-05T21:00"},
    {"kind": "reply", "outcome": "on-hold", "at": "2027-01-12T10:00"},
    {"kind": "sent", "step": "answer", "at": "2027-01-13T10:00"},
]


def fragment(events: list[dict[str, str]], now: str = NOW, **told: str) -> str:
    """The page's answer for somebody in New York."""
    fields: dict[str, Any] = {"rounds": [HELD], "country": "US", "events": events, **told}
    return str(json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": fields})))["fragment"])


def test_on_hold_the_state_leads_and_a_card_names_the_day_to_look_again():
    """The button for news stands once, in the card, and the letter lies folded."""
    shown = fragment(SENT)
    assert '<h2 class="lead">On hold <span' in shown
    card = shown[shown.index('<div class="again">') :]
    assert "On Wednesday 3 February" in card[: card.index("</strong>")]
    assert 1 == shown.count('<details class="since')
    assert card.index("See the email") < card.index('class="letter letter--next"')


@pytest.mark.parametrize(("events", "now"), [(SENT, "2027-02-03T10:00:00-05:00"), (SENT[:1], NOW)])
def test_what_is_due_and_a_silence_lead_with_their_step(events: list[dict[str, str]], now: str):
    """Once the day has come, or while nothing was heard."""
    shown = fragment(events, now)
    assert '<div class="again">' not in shown
    assert 1 == shown.count('<details class="since')


def test_a_printed_plan_says_what_it_is_of_whom_and_of_when():
    """The page adds the site's address."""
    shown = fragment([], company="Acme & Sons", role="Analyst")
    head = shown[shown.index("paper-head__title") : shown.index("</header>")]
    for words in ("What to do after the interview", "Analyst at Acme &amp; Sons", "15 January 2027", "data-here"):
        assert words in head
