"""Measures the site against the plain way and prints the performance table."""

import argparse
import base64
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from followup_site.bench import doors, pages, report, requests, typing
from followup_site.bench.figures import FIGURES, Result
from followup_site.bench.report import Singles
from followup_site.bench.rounds import MICROPYTHON, OURS, PLAIN, PYSCRIPT, Samples, measured, needed
from followup_site.bench.visits import Target
from followup_site.publish import chromium
from followup_site.publish.compress import compress
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
BUILD = ROOT / "build"
PAGE_DATA = ROOT / "docs" / "developers" / "performance.json"
NAMES = tuple(figure.name for figure in FIGURES)
MAKERS = {PLAIN: pages.make_plain, PYSCRIPT: pages.make_pyscript, MICROPYTHON: pages.make_micropython}
PACKED = {".br", ".gz"}


def main(runs: int, figures: tuple[str, ...], *, build: bool, write_page: bool) -> None:
    """Prints the table and writes `build/bench.json` and `build/bench-raw.json`."""
    today = datetime.now().astimezone().date()
    found = of_the_site(figures, build=build or not (SITE / "index.html").exists())
    load = [os.getloadavg()[0]]
    with sync_playwright() as driver:
        # The short ones first: what breaks there costs no long run.
        singles = of_the_doors(driver, figures, today) | of_the_keys(driver, figures)
        samples = of_the_visits(driver, figures, runs, today)
    found |= report.results(samples, figures) | report.single_results(singles)
    about = report.About(
        day=today,
        runs=runs,
        browser=version(),
        processors=os.cpu_count() or 1,
        load=(*load, os.getloadavg()[0]),
        spread=report.noise(samples),
    )
    write(BUILD / "bench.json", report.figures_json(found))
    write(BUILD / "bench-raw.json", report.raw_json(samples, singles, about))
    print(report.table(found), about.in_words(), sep="\n\n")
    if write_page:
        write(PAGE_DATA, {"measured": about.in_words(), "figures": report.figures_json(found)})


def of_the_site(figures: tuple[str, ...], *, build: bool) -> dict[str, Result]:
    """Gives the size of the site, and the time to build it if that was to be done."""
    found = {}
    if build:
        # As on a fresh clone: nothing that an earlier build made is taken again.
        for kept in (BUILD / "kept", BUILD / "packed"):
            shutil.rmtree(kept, ignore_errors=True)
        begun = time.monotonic()
        subprocess.run([sys.executable, ROOT / "scripts" / "make_site.py"], check=True)
        found["site_build_time"] = Result(ours=time.monotonic() - begun, runs=1)
    # A site built in haste is packed in haste; the figures are those of a site as it is published.
    compress(SITE, BUILD / "packed")
    sizes = [path.stat().st_size for path in SITE.rglob("*") if path.is_file() and path.suffix not in PACKED]
    found["site_bytes"] = Result(ours=sum(sizes), runs=1)
    return {name: result for name, result in found.items() if name in figures}


def of_the_visits(driver: Playwright, figures: tuple[str, ...], runs: int, today: date) -> Samples:
    """Gives every visit that the figures need."""
    keys = needed(figures)
    case = link(requests.first_case(today))
    targets = {page: Target(folder=MAKERS[page](), path=case) for page in {page for _, page in keys} - {OURS}}
    return measured(driver, {**targets, OURS: planner(today)}, keys, runs)


def of_the_doors(driver: Playwright, figures: tuple[str, ...], today: date) -> Singles:
    """Gives the times of single answers, in the browser and in CPython."""
    asked = {name: text for name, text in requests.door_requests(today).items() if name in figures}
    if not asked:
        return {}
    ours, python = doors.in_browser(driver, planner(today), asked), doors.in_python(asked)
    return {name: {"ours": spent, "baseline": python[name]} for name, spent in ours.items()}


def of_the_keys(driver: Playwright, figures: tuple[str, ...]) -> Singles:
    """Gives the times of single keys in the writer."""
    return {"keystroke": {"ours": typing.keystrokes(driver, SITE)}} if "keystroke" in figures else {}


def planner(today: date) -> Target:
    """Gives the planner's page, opened by a link that holds a case; its Python runs in a worker."""
    return Target(folder=SITE, path=f"tools/planner/{link(requests.first_case(today))}", worker="python")


def link(case: requests.Fields) -> str:
    """Gives the end of an address that holds a case, as the page's own link button writes it."""
    return f"#case={base64.urlsafe_b64encode(json.dumps(case).encode()).decode().rstrip('=')}"


def version() -> str:
    """Gives the name of the browser that was measured."""
    return subprocess.run([chromium.PATH, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def write(path: Path, data: Mapping[str, object]) -> None:
    """Writes JSON for people to compare."""
    path.write_text(json.dumps(data, indent=2) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", default=",".join(NAMES), help=site_words("commands.bench.only"))
    parser.add_argument("--build", action="store_true", help=site_words("commands.bench.build"))
    parser.add_argument("--write-page", action="store_true", help=site_words("commands.bench.page"))
    options = parser.parse_args()
    main(options.runs, tuple(options.only.split(",")), build=options.build, write_page=options.write_page)
