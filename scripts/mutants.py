"""Changes the engine in small ways, one at a time, and sees whether a test minds: `scripts/mutants.py --help`."""

import argparse
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import resource
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, ModuleType

import mutant_changes
import pytest
from mutant_changes import Change

ROOT = Path(__file__).parents[1]
ENGINE = Path("src/followup")
ROOMS = ("planning", "case", "checking", "dates", "files")
EXCHANGES = "tests/test_exchanges.py"
# Tests that measure time answer for the machine and not for a change.
LEFT_OUT = ("tests/checking/test_speed.py",)
ALIKE = ROOT / "tests" / "mutants_alike.toml"
REPORT = ROOT / "build" / "mutants.json"
SEED, COUNT, PARTS, WANTED = 20270107, 300, 5, 0.9
# As many times what its room takes unchanged, and in processor time, so that a busy machine kills nothing.
PATIENCE = 3
SPARE_SECONDS = 20
MEMORY = 3 << 30


@dataclass(kw_only=True, slots=True)
class Map:
    """Which tests run which lines, how long each takes, and how long a room takes."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    rooms: dict[str, float] = field(default_factory=dict)


def main() -> int:
    """Runs the sample; fails where fewer than nine of ten changes were noticed."""
    told = arguments()
    every = [change for room in told.rooms for change in changes_of(room)]
    picked = random.Random(told.seed).sample(every, min(told.count, len(every)))
    if told.part:
        picked = picked[told.part - 1 :: PARTS]
    if told.match:
        picked = [change for change in picked if any(words in change.key for words in told.match)]
    print(f"{len(picked)} of {len(every)} changes, seed {told.seed}", flush=True)
    prepare()
    tests = mapped(told.rooms)
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
        "--part", type=int, default=0, choices=range(PARTS + 1), help=f"one of {PARTS} parts of the sample"
    )
    parser.add_argument("--match", nargs="+", default=(), help="only changes whose name contains one of these")
    return parser.parse_args()


def changes_of(room: str) -> list[Change]:
    """Every change of one room's modules."""
    paths = sorted(path.relative_to(ROOT) for path in (ROOT / ENGINE / room).rglob("*.py"))
    return [change for path in paths for change in mutant_changes.of_file(path, ROOT)]


def prepare() -> None:
    """What each run needs and no change touches is imported once, before the runs part."""
    os.chdir(ROOT)
    os.environ |= {"HYPOTHESIS_PROFILE": "mutants", "FOLLOWUP_DATA": "upstream"}
    for name in ("hypothesis.stateful", "icalendar", "jinja2", "numpy", "holidays", "hypothesis.extra._array_helpers"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def room_of(change: Change) -> str:
    """The room of a change."""
    return change.path.relative_to(ENGINE).parts[0]


def pytest_run(room: str, *plugins: object) -> int:
    """Runs a room's tests and the exchanges, to the first that fails."""
    ignored = [f"--ignore={name}" for name in LEFT_OUT]
    quiet = [*("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "--tb=line"), *ignored]
    return int(pytest.main([*quiet, f"tests/{room}", EXCHANGES], plugins=list(plugins)))


def mapped(rooms: Sequence[str]) -> Map:
    """Runs every room once unchanged, and writes down which test runs which line."""
    found = Map()
    for room in rooms:
        path = REPORT.with_name(f"mutants-{room}.json")
        waited(forked(lambda room=room, path=path: written(room, path), None, path.with_suffix(".log")))
        told = json.loads(path.read_text())
        found.seconds |= told["seconds"]
        found.rooms[room] = told["whole"]
        for line, names in told["lines"].items():
            found.lines.setdefault(line, []).extend(names)
    return found


def written(room: str, path: Path) -> int:
    """The map of one room, in a file; its tests must pass before anything is changed."""
    path.unlink(missing_ok=True)
    begun, watching = time.process_time(), Watching()
    code = pytest_run(room, watching)
    told = {"lines": watching.lines, "seconds": watching.seconds, "whole": time.process_time() - begun}
    if code == 0:
        path.write_text(json.dumps(told))
    return code


class Watching:
    """A plugin that notes the engine's lines that each test runs."""

    def __init__(self) -> None:
        self.lines: dict[str, list[str]] = {}
        self.seconds: dict[str, float] = {}
        self.test = ""
        self.watched = {str(ROOT / ENGINE / room) + "/" for room in ROOMS}
        sys.monitoring.use_tool_id(sys.monitoring.COVERAGE_ID, "mutants")
        sys.monitoring.register_callback(sys.monitoring.COVERAGE_ID, sys.monitoring.events.LINE, self.seen)
        sys.monitoring.set_events(sys.monitoring.COVERAGE_ID, sys.monitoring.events.LINE)

    def seen(self, code: CodeType, line: int) -> object:
        """A line ran; it is told of again in the next test."""
        if self.test and any(code.co_filename.startswith(folder) for folder in self.watched):
            self.lines.setdefault(f"{Path(code.co_filename).relative_to(ROOT)}:{line}", []).append(self.test)
        return sys.monitoring.DISABLE

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Each test begins with every line unseen."""
        begun, self.test = time.process_time(), item.nodeid
        sys.monitoring.restart_events()
        given = yield
        self.seconds[item.nodeid] = time.process_time() - begun
        return given


@dataclass(kw_only=True, slots=True)
class Ordering:
    """A plugin that asks the tests that run the changed line first, and of each kind the quick ones."""

    first: set[str]
    seconds: dict[str, float]

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The order of the run."""
        items.sort(key=lambda item: (item.nodeid not in self.first, self.seconds.get(item.nodeid, 0.0)))


def run_all(picked: Sequence[Change], tests: Map, workers: int) -> list[str]:
    """What came of each change: killed, slow or alive."""
    outcomes, running = [""] * len(picked), dict[int, int]()
    for number, change in enumerate(picked):
        if len(running) == workers:
            settle(running, outcomes, picked)
        limit = int(tests.rooms[room_of(change)] * PATIENCE + SPARE_SECONDS)
        running[forked(lambda change=change: tried(change, tests), limit)] = number
    while running:
        settle(running, outcomes, picked)
    return outcomes


def settle(running: dict[int, int], outcomes: list[str], picked: Sequence[Change]) -> None:
    """Waits for one run to end and writes down what came of it."""
    child, status = os.wait()
    number = running.pop(child)
    outcomes[number] = outcome = (
        "slow" if os.WIFSIGNALED(status) else "killed" if os.waitstatus_to_exitcode(status) else "alive"
    )
    if outcome != "killed":
        print(f"{outcome}  {picked[number].path}:{picked[number].line}  {picked[number].key}", flush=True)


def tried(change: Change, tests: Map) -> int:
    """Runs the tests with one change made."""
    sys.meta_path.insert(0, Finder(change))
    touched = set(tests.lines.get(f"{change.path}:{change.line}", ()))
    return pytest_run(room_of(change), Ordering(first=touched, seconds=tests.seconds))


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


def forked(work: object, seconds: int | None, log: Path | None = None) -> int:
    """Does the work in a process of its own, with no more processor time than told, and gives its number."""
    if child := os.fork():
        return child
    code = 1
    try:
        sink = os.open(log or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        if seconds:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        code = work()
    finally:
        os._exit(code)


def waited(child: int) -> None:
    """Ends with the child, which must have done well."""
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit("the tests fail before anything is changed; see build/mutants-*.log")


def report(picked: Sequence[Change], outcomes: Sequence[str], seed: int, seconds: float) -> int:
    """Keeps what came of it, and says it in one line at the end."""
    alike = tomllib.loads(ALIKE.read_text())["alike"] if ALIKE.exists() else {}
    alive = [change for change, outcome in zip(picked, outcomes, strict=True) if outcome == "alive"]
    told = [{"key": change.key, "line": change.line, "alike": alike.get(change.key, "")} for change in alive]
    REPORT.write_text(json.dumps({"seed": seed, "count": len(picked), "alive": told}, indent=2) + "\n")
    killed, listed = len(picked) - len(alive), sum(change.key in alike for change in alive)
    share = killed / max(len(picked), 1)
    print(
        f"{killed} of {len(picked)} changes were noticed ({share:.1%}), {outcomes.count('slow')} of them by time; "
        f"{len(alive)} live, {listed} of those cannot be told apart; seed {seed}, {seconds / 60:.0f} minutes"
    )
    return int(share < WANTED)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
