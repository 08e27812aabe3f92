"""Where a device knows other rules for the clocks than we do, the page says so."""

import json
import subprocess
from pathlib import Path

import pytest
from cases import fields, planned, round_of

from followup import forms
from followup.model.case import Case
from followup.tools.planner.days import clocks

SCRIPT = Path(__file__).with_name("tell_clocks.mjs")


def is_told(moments: str) -> bool:
    """Whether the page's own script shows the line."""
    return "true" == subprocess.run(["node", SCRIPT, moments], stdout=-1, check=True, text=True).stdout


@pytest.mark.parametrize(
    ("moments", "told"),
    [
        ([["America/New_York", "2027-01-08T09:00:00-05:00"]], False),
        ([["UTC", "2027-01-08T09:00:00+00:00"], ["Asia/Kolkata", "2027-01-08T09:00:00+05:30"]], False),
        # An hour off, as where one side does not know a new law yet.
        ([["America/New_York", "2027-01-08T09:00:00-05:00"], ["Europe/London", "2027-07-08T09:00:00+00:00"]], True),
        # What the device does not know at all it cannot dispute.
        ([["Mars/Olympus", "2027-01-08T09:00:00-05:00"]], False),
        ([], False),
    ],
)
def test_another_offset_on_the_device_is_told(moments: list[list[str]], told: bool) -> None:
    """One moment is enough."""
    assert told == is_told(json.dumps(moments))


def test_a_plan_gives_the_open_steps_of_both_sides() -> None:
    """In the recipient's zone and in the reader's, by our rules; nothing is sent for it."""
    asked = fields(rounds=[round_of("2027-01-07")], my_zone="Europe/London")
    case = forms.read(Case, asked).value
    assert case
    moments = json.loads(clocks(planned(asked), case))
    assert ["America/New_York", "2027-01-08T09:00:00-05:00"] in moments
    assert ["Europe/London", "2027-01-08T14:00:00+00:00"] in moments
    assert not is_told(json.dumps(moments))
