"""Proves at length what `make test` proves in short, and keeps what came of it for the page on the last long run."""

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
PAGE_DATA = ROOT / "docs" / "developers" / "nightly.json"
PYTHON = sys.executable
# Hypothesis's profiles, by how many examples each tries of a property; see tests/conftest.py.
PROFILES = {25: "check", 60: "test", 400: "nightly"}


def main(asked: argparse.Namespace) -> int:
    """Runs each part to its end, whatever came of the one before; keeps each as it ends, and gives how many failed."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    day = datetime.now(UTC).date().isoformat()
    of = {"day": day, "commit": commit.stdout.strip()}
    told = {"examples": asked.examples, "requests": asked.requests}
    failed = 0
    for part, command in parts(asked.requests).items():
        if part in asked.only:
            name = site_words(f"commands.nightly.parts.{part}", **told)
            found = run(name, command, PROFILES[asked.examples]) | of
            keep(found)
            failed += not found["passed"]
    return failed


def keep(found: dict[str, object]) -> None:
    """Keeps what came of a part, in place of what came of it before."""
    kept = json.loads(PAGE_DATA.read_text(encoding="utf-8"))["parts"] if PAGE_DATA.exists() else []
    parts_kept = [*(part for part in kept if part["name"] != found["name"]), found]
    PAGE_DATA.write_text(json.dumps({"parts": parts_kept}, indent=2) + "\n", encoding="utf-8")


def parts(requests: int) -> dict[str, list[str]]:
    """Gives the command of each part, of random requests for so many."""
    tests = [PYTHON, "-m", "pytest", "-n", "2"]
    return {
        "properties": [*tests, "-m", "not browser", "--ignore", "tests/browser"],
        "requests": [PYTHON, "scripts/random_requests.py", "--count", str(requests)],
        "audit": [PYTHON, "scripts/audit.py"],
        "load": [PYTHON, "scripts/load.py"],
        "calendars": ["scripts/nightly.sh"],
        "host": [PYTHON, "scripts/play_host.py"],
        "pages": [*tests, "tests/browser"],
        "mutants": [PYTHON, "scripts/mutants.py"],
    }


def run(name: str, command: list[str], profile: str) -> dict[str, object]:
    """Gives what a part said last, how long it took and whether it passed."""
    print(f"\n== {name}", flush=True)
    begun = time.monotonic()
    whole = os.environ | {"HYPOTHESIS_PROFILE": profile, "EVERY_PAGE": "1"}
    last = ""
    with subprocess.Popen(command, cwd=ROOT, env=whole, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            last = line.strip("= \n") or last
    seconds = round(time.monotonic() - begun)
    return {"name": name, "said": last, "seconds": seconds, "passed": running.returncode == 0}


def options() -> argparse.Namespace:
    """Reads what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000, help=site_words("commands.nightly.requests"))
    parser.add_argument(
        "--examples", type=int, choices=PROFILES, default=400, help=site_words("commands.nightly.examples")
    )
    every = [*parts(0)]
    parser.add_argument("--only", nargs="+", choices=every, default=every, help=site_words("commands.nightly.only"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(1 if main(options()) else 0)
