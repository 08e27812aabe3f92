"""The wheel holds the engine as it is published, whatever a host's build has left beside it."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from followup_site.host.trial import with_data

ROOT = Path(__file__).parents[1]
PARTS = ("LICENSE", "README.md", "pyproject.toml", "scripts/wheel_calendars.py", "src")
CASE = {
    "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}],
    "country": "US",
}

# It is built once, in a quarter of a minute, and a host changes nothing of it.
pytestmark = pytest.mark.ours


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives a folder with what the wheel holds, built beside a host's data and with a host's address."""
    clone = tmp_path_factory.mktemp("clone")
    for part in PARTS:
        (clone / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        copy(ROOT / part, clone / part)
    host = clone / "build" / "python" / "followup_host"
    shutil.copytree(ROOT / "src" / "followup" / "data", host)
    defaults = host / "rules" / "defaults.toml"
    defaults.write_text(
        defaults.read_text("utf-8").replace("wait_business_days = 5", "wait_business_days = 9"), "utf-8"
    )
    (host / "evidence" / "voices.toml").write_text("", "utf-8")
    told = with_data(host) | {"SITE_URL": "https://careers.northfield.example/"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "built"]
    done = subprocess.run(command, cwd=clone, env=told, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    (file,) = (clone / "built").iterdir()
    zipfile.ZipFile(file).extractall(clone / "whole")
    return clone / "whole"


def ran(wheel: Path, *arguments: str) -> str:
    """Gives what the command prints, with the wheel and its needs on the path and nothing of this tree."""
    path = os.pathsep.join((str(wheel), sysconfig.get_path("purelib")))
    command = [sys.executable, "-S", "-m", "followup", *arguments]
    done = subprocess.run(command, cwd=wheel.parent, env={"PYTHONPATH": path}, capture_output=True, text=True)
    assert "" == done.stderr
    return done.stdout


def test_the_wheel_holds_the_engine_and_its_calendars(wheel: Path) -> None:
    """Typed, and nothing of the site or of a host."""
    found = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    assert {"followup/py.typed", "followup_calendars/calendars.txt", "followup_calendars/tallies.toml"} <= found
    assert {"followup", "followup_calendars"} == {name.partition("/")[0] for name in found if ".dist-info" not in name}


def test_a_plan_of_the_wheel_is_upstreams(wheel: Path) -> None:
    """Five business days after Thursday 7 January 2027, no other figure, and the voices that we counted."""
    case = wheel.parent / "case.json"
    case.write_text(json.dumps(CASE), "utf-8")
    told = json.loads(ran(wheel, "plan", str(case), "--now", "2027-01-07T18:00:00-05:00", "--format", "json"))
    step = next(step for step in told["data"]["steps"] if step["action"] == "check-in")
    assert step["window"]["target"].startswith("2027-01-14")
    assert "" == (wheel / "followup_calendars" / "site.txt").read_text("utf-8")
    assert "[7, 25]" in (wheel / "followup_calendars" / "tallies.toml").read_text("utf-8")


def test_the_wheel_says_its_version_outside_the_tree(wheel: Path) -> None:
    """As it is installed: with its metadata beside it."""
    assert ran(wheel, "--version").startswith("followup 0.")
