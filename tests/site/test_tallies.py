"""The sums that the build counts for the engine."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

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
    command = [sys.executable, "-c", "from followup_site.calendars import tallies; print(tallies.text())"]
    run = subprocess.run(command, env=with_data(merged), cwd=ROOT, capture_output=True, text=True, check=True)
    assert [12, 1] in tomllib.loads(run.stdout)["K4"]["told"]
