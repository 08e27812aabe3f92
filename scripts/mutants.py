"""Changes the engine in small ways, one at a time, and sees whether a test minds: `scripts/mutants.py --help`."""

import argparse
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from types import CodeType, ModuleType

import mutant_changes
import pytest
from mutant_changes import Change
from mutant_map import (
    ENGINE,
    EXCHANGES,
    REPORT,
    ROOMS,
    ROOT,
    Map,
    file_of,
    forked,
    is_of,
    mapped,
    pytest_run,
    room_of,
)

from followup_site.words.wording import site_words

BY_OTHERS = 10
ALIKE = ROOT / "tests" / "mutants_alike.toml"
SEED, COUNT, PARTS, WANTED = 20270107, 300, 5, 0.9


def main() -> int:
    """Runs the sample; fails where fewer than nine of ten changes were noticed."""
    told = arguments()
    every = [change for room in told.rooms for change in changes_of(room)]
    picked = drawn(every, told.seed)[: told.count]
    if told.part:
        picked = picked[told.part - 1 :: PARTS]
    if told.match:
        picked = [change for change in picked if any(words in change.key for words in told.match)]
    print(site_words("commands.mutants.asked", picked=len(picked), every=len(every), seed=told.seed), flush=True)
    prepare()
    tests = mapped(again=not told.mapped)
    begun = time.monotonic()
    outcomes = run_all(picked, tests, told.workers)
    return report(picked, outcomes, told.seed, time.monotonic() - begun)


def arguments() -> argparse.Namespace:
    """How many, from which seed, of which rooms, on how many workers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--workers", type=int, default=2, choices=(1, 2))
    parser.add_argument("--rooms", nargs="+", default=ROOMS, choices=ROOMS)
    parser.add_argument(
        "--part", type=int, default=0, choices=range(PARTS + 1), help=site_words("commands.mutants.part", parts=PARTS)
    )
    parser.add_argument("--mapped", action="store_true", help=site_words("commands.mutants.mapped"))
    parser.add_argument("--match", nargs="+", default=(), help=site_words("commands.mutants.match"))
    return parser.parse_args()


def changes_of(room: str) -> list[Change]:
    """Every change of one room's modules."""
    paths = sorted(path.relative_to(ROOT) for path in (ROOT / ENGINE / room).rglob("*.py"))
    return [change for path in paths for change in mutant_changes.of_file(path, ROOT)]


def drawn(every: Sequence[Change], seed: int) -> list[Change]:
    """All changes as a seed mixes them: each has a lot of its own, so that code written elsewhere moves none."""
    times, lots = Counter[str](), {}
    for change in every:
        times[change.key] += 1
        lots[change] = sha256(f"{seed} {change.key} {times[change.key]}".encode()).digest()
    return sorted(every, key=lots.__getitem__)


def prepare() -> None:
    """What each run needs and no change touches is imported once, before the runs part."""
    os.chdir(ROOT)
    os.environ |= {"HYPOTHESIS_PROFILE": "mutants", "FOLLOWUP_DATA": "upstream"}
    for name in ("hypothesis.stateful", "icalendar", "jinja2", "numpy", "holidays", "hypothesis.extra._array_helpers"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


class Ordering:
    """A plugin that asks the tests that run the changed line first, and of each kind the quick ones."""

    def __init__(self, room: str, touched: set[str], tests: Map) -> None:
        self.room, self.touched, self.seconds, self.failing = room, touched, tests.seconds, {*tests.failing}
        # What one test of a file has made, such as a table, another compares.
        self.files = {file_of(name) for name in touched}
        self.failed = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The order of the run: the room's own, then what others have to say of the line."""
        asked = [item for item in items if is_of(item.nodeid, self.room) or file_of(item.nodeid) in self.files]
        items[:] = [item for item in asked if item.nodeid not in self.failing]
        items.sort(key=self.place)

    def place(self, item: pytest.Item) -> tuple[bool, bool, float]:
        """Where a test stands in the run."""
        name = item.nodeid
        return not is_of(name, self.room), name not in self.touched, self.seconds.get(name, 0.0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keeps the test that minded."""
        if report.failed:
            self.failed = report.nodeid


def run_all(picked: Sequence[Change], tests: Map, workers: int) -> list[str]:
    """What came of each change: killed, slow or alive."""
    outcomes, running = [""] * len(picked), dict[int, int]()
    for number, change in enumerate(picked):
        if len(running) == workers:
            settle(running, outcomes, picked)
        limit = tests.limit(change)
        running[forked(lambda change=change: tried(change, tests), limit)] = number
    while running:
        settle(running, outcomes, picked)
    return outcomes


def settle(running: dict[int, int], outcomes: list[str], picked: Sequence[Change]) -> None:
    """Waits for one run to end and writes down what came of it."""
    child, status = os.wait()
    number = running.pop(child)
    code = 1 if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
    outcomes[number] = outcome = "slow" if os.WIFSIGNALED(status) else OUTCOMES.get(code, "killed")
    if outcome == "alive":
        place = f"{picked[number].path}:{picked[number].line}"
        print(site_words("commands.mutants.alive", place=place, key=picked[number].key), flush=True)


OUTCOMES = {0: "alive", BY_OTHERS: "by-others"}


def tried(change: Change, tests: Map) -> int:
    """Runs the tests with one change made."""
    sys.meta_path.insert(0, Finder(change))
    room, touched = room_of(change), tests.running(change)
    others = {file_of(name) for name in touched if not is_of(name, room)}
    ordering = Ordering(room, touched, tests)
    code = pytest_run(["-x", f"tests/{room}", *EXCHANGES, *sorted(others)], ordering)
    return BY_OTHERS if code == 1 and not is_of(ordering.failed, room) else code


class Finder(importlib.abc.MetaPathFinder):
    """Finds the changed module in place of the one on disk."""

    def __init__(self, change: Change) -> None:
        parts = change.path.relative_to("src").with_suffix("").parts
        self.name = ".".join(parts).removesuffix(".__init__")
        self.change = change

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> object:
        """Says where the changed module is."""
        if name != self.name:
            return None
        file = str(ROOT / self.change.path)
        folders = [str(Path(file).parent)] if file.endswith("__init__.py") else None
        loader = Loader(name, file, self.change)
        return importlib.util.spec_from_file_location(name, file, loader=loader, submodule_search_locations=folders)


class Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with one change in it, and writes no bytecode."""

    def __init__(self, name: str, file: str, change: Change) -> None:
        super().__init__(name, file)
        self.change = change

    def get_code(self, fullname: str) -> CodeType:
        """The code of the changed tree."""
        return compile(mutant_changes.changed(self.change, ROOT), self.path, "exec")


def report(picked: Sequence[Change], outcomes: Sequence[str], seed: int, seconds: float) -> int:
    """Keeps what came of it, and says it in one line at the end."""
    alike = tomllib.loads(ALIKE.read_text())["alike"] if ALIKE.exists() else {}
    alive = [change for change, outcome in zip(picked, outcomes, strict=True) if outcome == "alive"]
    told = [{"key": change.key, "line": change.line, "alike": alike.get(change.key, "")} for change in alive]
    REPORT.write_text(json.dumps({"seed": seed, "count": len(picked), "alive": told}, indent=2) + "\n")
    killed, listed = len(picked) - len(alive), sum(change.key in alike for change in alive)
    share = killed / max(len(picked), 1)
    said = site_words(
        "commands.mutants.found",
        killed=killed,
        all=len(picked),
        share=share,
        others=outcomes.count("by-others"),
        slow=outcomes.count("slow"),
        alive=len(alive),
        alike=listed,
        seed=seed,
        minutes=seconds / 60,
    )
    print(said)
    return int(share < WANTED)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
