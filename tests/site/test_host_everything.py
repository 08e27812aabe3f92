"""A folder in which everything is changed that can be: the records of all its files hold together."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from followup_site.host.colours import check_contrast
from followup_site.host.merging import OURS, merge
from followup_site.host.mistakes import ROOT
from followup_site.host.pages import compose
from followup_site.host.settings import TOOLS, settings
from followup_site.host.trial import with_data
from followup_site.words.wording import FOR_READERS

pytestmark = pytest.mark.ours

FOLDERS = (ROOT / "docs" / "hosts" / "example", ROOT / "tests" / "hosts" / "everything")
PROGRAM = "import sys; from followup.door import answer\nfor line in sys.stdin: print(answer(line))"
ROUNDS = [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}]
CASE = {"company": "Acme", "role": "Data Analyst", "rounds": ROUNDS, "country": "US"}
NOW = "2027-01-20T12:00:00-05:00"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Gives the folder as scripts/play_host.py makes it."""
    place = tmp_path / "host"
    for folder in FOLDERS:
        shutil.copytree(folder, place, dirs_exist_ok=True)
    shutil.copyfile(ROOT / "overrides" / "assets" / "images" / "mark-180.png", place / "icon.png")
    monkeypatch.setenv("FOLLOWUP_HOST", str(place))
    return place


def answers(data: Path, *requests: dict[str, Any]) -> list[dict[str, Any]]:
    """Gives the data of each answer of an engine that has the host's."""
    told = "".join(json.dumps({"now": NOW, **request}) + "\n" for request in requests)
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, input=told, env=with_data(data), capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[]] * len(requests) == [one["problems"] for one in found]
    return [one["data"] for one in found]


def test_nothing_that_can_be_changed_is_left_as_it_was(host: Path) -> None:
    """Each key of the settings is told but one, and half of the files of words are there."""
    told = settings(host)
    assert all([told.name, told.address, told.operator, told.contact, told.imprint, told.log, told.logo, told.icon])
    assert {"status", "date", "complaints"} == set(told.accessibility)
    assert [10, 10] == [len(told.colours[scheme]) for scheme in ("light", "dark")]
    assert 3 == len(told.leave_out) < len(TOOLS)
    check_contrast(told.colours)
    engine, own = ({path.name for path in (place / "words").glob("*.toml")} for place in (OURS, host))
    ours = engine | {f"{name}.toml" for name in FOR_READERS}
    assert own <= ours
    assert len(own) > len(ours) / 2


def test_the_engine_answers_with_everything_at_once(host: Path, tmp_path: Path) -> None:
    """Plans by each approach of the host's, its words in them, its letters written, and its words of a call."""
    data = merge(tmp_path / "followup_host")
    plans = [
        {"tool": "planner", "fields": {**CASE, "approach": who}} for who in ("balanced", "union", "centre", "calm")
    ]
    letter = {"tool": "writer", "fields": {"letter": "campus-call", "case": CASE}}
    *planned, written, called = answers(data, *plans, letter, {"tool": "call-sheet", "fields": {"case": CASE}})
    days = [step["window"]["target"][:10] for plan in planned for step in plan["steps"] if step["action"] == "check-in"]
    assert ["2027-01-20", "2027-01-19", "2027-01-20", "2027-01-20"] == days
    stances = {one["source"]: one["stance"] for one in planned[0]["steps"][1]["because"] if one["bound"] == "target"}
    assert {"union", "centre"} <= stances.keys()
    assert "the Data Analyst role" in json.dumps(written)
    assert "Firms on our campus are glad of a call" in json.dumps(called)


def test_pages_join_where_their_folder_is_or_stand_by_themselves(host: Path, tmp_path: Path) -> None:
    """A page in our folder, one in a folder that we do not have, and one in none."""
    merge(tmp_path / "followup_host")
    nav = json.loads(compose(tmp_path / "copy").read_text("utf-8"))["nav"]
    sections = {next(iter(one)): next(iter(one.values())) for one in nav if isinstance(one, dict)}
    assert [{"On our campus": "campus/index.md"}] == sections["Campus"]
    assert [{"Contact": "contact.md"}] == sections["Contact"]
    assert {"Come to our desk": "guide/our-desk.md"} in sections["Guide"]


def test_the_words_of_one_file_stand_beside_ours(host: Path, tmp_path: Path) -> None:
    """Only what the host tells is another."""
    merged = tomllib.loads((merge(tmp_path / "followup_host") / "words" / "choices.toml").read_text("utf-8"))
    ours = tomllib.loads((OURS / "words" / "choices.toml").read_text("utf-8"))
    assert ours | {"formats": ours["formats"] | {"onsite": "At their place"}} == merged
