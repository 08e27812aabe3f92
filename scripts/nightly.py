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


def main(options: argparse.Namespace) -> int:
    """Runs each part to its end, whatever came of the one before, and gives how many failed."""
    chosen = {name: command for name, command in parts(options).items() if any(word in name for word in options.only)}
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    day = datetime.now(UTC).date().isoformat()
    of = {"day": day, "commit": commit.stdout.strip()}
    found = [run(name, command, PROFILES[options.examples]) | of for name, command in chosen.items()]
    kept = json.loads(PAGE_DATA.read_text(encoding="utf-8"))["parts"] if PAGE_DATA.exists() else []
    # A part that was run by itself takes the place of what came of it before.
    names = {part["name"] for part in found}
    parts_kept = [*(part for part in kept if part["name"] not in names), *found]
    PAGE_DATA.write_text(json.dumps({"parts": parts_kept}, indent=2) + "\n", encoding="utf-8")
    return sum(not part["passed"] for part in found)


def parts(options: argparse.Namespace) -> dict[str, list[str]]:
    """Gives the command of each part by its name, which tells how long a form of it was run."""
    tests = [PYTHON, "-m", "pytest", "-n", "2"]
    count = str(options.requests)
    commands = {
        "properties": [*tests, "-m", "not browser", "--ignore", "tests/browser"],
        "requests": [PYTHON, "scripts/random_requests.py", "--count", count],
        "audit": [PYTHON, "scripts/audit.py"],
        "load": [PYTHON, "scripts/load.py"],
        "calendars": ["scripts/nightly.sh"],
        "host": [PYTHON, "scripts/play_host.py"],
        "pages": [*tests, "tests/browser"],
        "mutants": [PYTHON, "scripts/mutants.py"],
    }
    told = {"examples": options.examples, "requests": count}
    return {site_words(f"commands.nightly.parts.{part}", **told): command for part, command in commands.items()}


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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000, help=site_words("commands.nightly.requests"))
    parser.add_argument(
        "--examples", type=int, choices=PROFILES, default=400, help=site_words("commands.nightly.examples")
    )
    parser.add_argument("--only", nargs="*", default=[""], metavar="WORD", help=site_words("commands.nightly.only"))
    sys.exit(1 if main(parser.parse_args()) else 0)
