"""The sums that the build counts for the engine."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from followup.data import TALLIES
from followup.rules import evidence
from followup_site.calendars import tallies
from followup_site.host.merging import merge
from followup_site.host.mistakes import ROOT
from followup_site.host.trial import with_data


def test_each_question_has_its_sums() -> None:
    """As many voices as its drawing has."""
    told = tomllib.loads(tallies.text())
    assert list(evidence.questions()) == list(told)
    assert 45 == sum(voices for _, voices in told["K4"]["told"])


def test_a_voice_of_the_hosts_is_counted_in_plans_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The example's college waits twelve days: 46 voices name a wait."""
    monkeypatch.setenv("FOLLOWUP_HOST", str(ROOT / "docs" / "hosts" / "example"))
    merged = merge(tmp_path / "followup_host")
    monkeypatch.delenv("FOLLOWUP_HOST")
    (merged / TALLIES).write_text(counted(with_data(merged)), encoding="utf-8")
    assert [12, 1] in tomllib.loads((merged / TALLIES).read_text("utf-8"))["K4"]["told"]
    assert "of the 46 voices" in said(with_data(merged))
    assert "of the 45 voices" in said(with_data(merged) | {"FOLLOWUP_DATA": "upstream"})


def counted(environment: dict[str, str]) -> str:
    """Gives the sums as a process with that environment counts them."""
    return told_by("from followup_site.calendars import tallies; print(tallies.text())", environment)


def said(environment: dict[str, str]) -> str:
    """Gives what the engine of such a process says of the wait before a check-in."""
    return told_by("from followup.rules.tallies import tally; print(tally('K4').says(7))", environment)


def told_by(program: str, environment: dict[str, str]) -> str:
    """Gives what a program prints."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout
