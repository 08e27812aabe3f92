"""Proves at length what `make test` proves in short, and keeps what came of it for the page on the last long run."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE_DATA = ROOT / "docs" / "developers" / "nightly.json"
PYTHON = sys.executable
REQUESTS = "20000"
PARTS = {
    "properties at 400 examples": [PYTHON, "-m", "pytest", "-m", "not browser", "--ignore", "tests/browser", "-n", "2"],
    "random requests, image and CPython": [PYTHON, "scripts/random_requests.py", "--count", REQUESTS],
    "packages against known faults": [PYTHON, "scripts/audit.py"],
    "fifty connections at once": [PYTHON, "scripts/load.py"],
    "calendars against other libraries": ["scripts/nightly.sh"],
    "a host, from a fresh clone": [PYTHON, "scripts/play_host.py"],
    "every page, palette, width and engine": [PYTHON, "-m", "pytest", "tests/browser", "-n", "2"],
}
# A script that changes the code in small ways and sees whether a test minds; it is run where there is one.
MUTANTS = ROOT / "scripts" / "mutants.py"


def main() -> int:
    """Runs each part to its end, whatever came of the one before, and gives how many failed."""
    parts = PARTS | ({"mutants": [PYTHON, str(MUTANTS)]} if MUTANTS.exists() else {})
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = [run(name, command) for name, command in parts.items()]
    day = datetime.now(UTC).date().isoformat()
    PAGE_DATA.write_text(json.dumps({"day": day, "commit": commit.stdout.strip(), "parts": found}, indent=2) + "\n")
    return sum(not part["passed"] for part in found)


def run(name: str, command: list[str]) -> dict[str, object]:
    """Gives what a part said last, how long it took and whether it passed."""
    print(f"\n== {name}", flush=True)
    begun = time.monotonic()
    whole = os.environ | {"HYPOTHESIS_PROFILE": "nightly", "EVERY_PAGE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=whole, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, flush=True)
    last = done.stdout.strip().rsplit("\n", 1)[-1].strip("= ")
    return {"name": name, "said": last, "seconds": round(time.monotonic() - begun), "passed": done.returncode == 0}


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
