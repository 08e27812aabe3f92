"""Asks Lighthouse for its marks on three pages of the built site, and keeps them for the page on performance.

For a release: npm fetches Lighthouse, two hundred packages that nothing else here needs.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from followup_site.bench.line import Line, served
from followup_site.publish import chromium
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
DATA = ROOT / "docs" / "developers" / "lighthouse.json"
VERSION = "12.8.2"
PAGES = {"home": "", "guide": "guide/thank-you/", "planner": "tools/planner/"}
# Lighthouse asks the page for its answers; ten minutes would mean that it waits for nothing.
PATIENCE_SECONDS = 600


def main() -> None:
    """Prints the marks, from 0 to 100, and writes them with the day they were given."""
    with served(SITE, Line()) as address:
        marks = {site_words(f"bench.lighthouse.{name}"): of_page(address + path) for name, path in PAGES.items()}
    day = datetime.now().astimezone().date()
    told = {"measured": site_words("bench.lighthouse.measured", version=VERSION, day=day), "pages": marks}
    DATA.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    for name, found in marks.items():
        print(name, found)


def of_page(address: str) -> Mapping[str, int]:
    """Gives the mark of each category, by its name."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        report = Path(folder) / "report.json"
        flags = " ".join(["--headless=new", *chromium.FLAGS])
        command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json"]
        command += [f"--output-path={report}", f"--chrome-flags={flags}"]
        environment = {**os.environ, "CHROME_PATH": chromium.PATH}
        subprocess.run(command, check=True, env=environment, timeout=PATIENCE_SECONDS)
        found = json.loads(report.read_text(encoding="utf-8"))
    return {one["title"]: round(100 * one["score"]) for one in found["categories"].values()}


if __name__ == "__main__":
    main()
