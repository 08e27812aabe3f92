"""The bundle that the page starts when the image has no answer: what it answers, and what it cannot import."""

import itertools
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from strides import stride

from followup import door
from followup.dates import calendar_book, clock
from followup_site.publish.bundle import ROOT
from followup_site.training import requests

HERE = Path(__file__).parent
# The exchanges have every tool and letter, one in eight is asked by day; these every country, and by night every zone.
COUNTRIES = [country.code for country in calendar_book.countries()]
ZONES = sorted(clock.zone_names())[:: stride(check=2, test=4)]
PLACES = [
    requests.request("call-sheet", {"zone": zone, "country": country})
    for zone, country in zip(ZONES, itertools.cycle(COUNTRIES), strict=False)
]
EXCHANGES = requests.build_requests(ROOT / "tests" / "exchanges")
ASKED = (*EXCHANGES[:: stride(check=4, test=8)], *PLACES)
# Every name under which Pyodide leads to JavaScript, parts of them among it: those once stood beside the whole.
BROWSER = (
    "js",
    "js.Object",
    "pyodide",
    "pyodide._package_loader",
    "pyodide.code",
    "pyodide.ffi",
    "pyodide.webloop",
    "pyodide_js",
    "pyodide_js._api",
    "_pyodide",
    "_pyodide._base",
    "_pyodide._core_docs",
    "_pyodide._importhook",
    "_pyodide.jsbind",
    "_pyodide_core",
)


@pytest.fixture(scope="session")
def told(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Gives what the bundle told, started in Node with the very code of the page."""
    (folder,) = (built / "assets" / "runtime").iterdir()
    home, work = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("work")
    (work / "asked.json").write_text(json.dumps({"requests": ASKED, "imports": ["json", *BROWSER]}))
    command: list[str | Path] = ["node", HERE / "ask_bundle.mjs", folder, home, work / "asked.json", work / "told.json"]
    subprocess.run(command, check=True)
    return json.loads((work / "told.json").read_text(encoding="utf-8"))


def test_the_bundle_answers_like_the_command_line(told: Any) -> None:
    """Every tool and country, by night every zone and stored exchange: what is left out of it would be missed."""
    assert len(ASKED) == len(told["answers"])
    answers = zip(ASKED, told["answers"], strict=True)
    assert [] == [request[:300] for request, answer in answers if door.answer(request) != answer]


@pytest.mark.parametrize("name", BROWSER)
def test_no_import_leads_out_of_the_bundle(told: Any, name: str) -> None:
    """What Pyodide needed to start is there no more for whoever asks by name."""
    assert "ModuleNotFoundError" == told["imports"][name]


def test_no_finder_of_pyodide_is_left(told: Any) -> None:
    """One of them holds the browser's objects by name."""
    assert "PathFinder" in told["finders"]
    assert "yodide" not in told["finders"]


def test_other_imports_still_work(told: Any) -> None:
    """The refusals above are not those of a Python that imports nothing at all."""
    assert told["imports"]["json"].startswith("<module")
