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
# What the door answers: an exchange shows dates and problems, a digest moves with every byte of the same answers.
EXCHANGES = ("tests/test_exchanges.py", "tests/test_digests.py")
# Other rooms' tests are asked too, those alone that run the changed function, and what they notice is counted apart.
OTHERS = (
    *("tests/tools", "tests/words", "tests/letters", "tests/forms", "tests/render", "tests/rules"),
    *("tests/test_door.py", "tests/test_cli.py", "tests/test_cli_invitation.py", "tests/test_cliffs.py"),
)
BY_OTHERS = 10
# Tests that measure time answer for the machine and not for a change.
LEFT_OUT = ("tests/checking/test_speed.py",)
ALIKE = ROOT / "tests" / "mutants_alike.toml"
REPORT = ROOT / "build" / "mutants.json"
SEED, COUNT, PARTS, WANTED = 20270107, 300, 5, 0.9
# As many times what its tests take unchanged, and in processor time, so that a busy machine kills nothing.
PATIENCE = 3
SPARE_SECONDS = 20
MEMORY = 3 << 30


@dataclass(kw_only=True, slots=True)
class Map:
    """Which tests run which lines, how long each takes, and those that fail with nothing changed."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    failing: list[str] = field(default_factory=list)

    def running(self, change: Change) -> set[str]:
        """The tests that run something of the changed function; of what runs once alone, something of its module.

        A table at the top of a module and a function whose answer is kept run within no test, or the first alone.
        """
        lines = mutant_changes.around(change, ROOT)
        return self.within(f"{change.path}:", lines) or self.within(f"{change.path.parent}/")

    def within(self, place: str, lines: range | None = None) -> set[str]:
        """The tests that run one of these lines there, or any."""
        return {
            test
            for each, tests in self.lines.items()
            if each.startswith(place) and (lines is None or int(each.rpartition(":")[2]) in lines)
            for test in tests
        }

    def limit(self, change: Change) -> int:
        """How much processor time the tests that are asked may take when something is changed."""
        room, files = room_of(change), {file_of(test) for test in self.running(change)}
        whole = sum(spent for name, spent in self.seconds.items() if is_of(name, room) or file_of(name) in files)
        return int(whole * PATIENCE + SPARE_SECONDS)


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
        "--part", type=int, default=0, choices=range(PARTS + 1), help=f"one of {PARTS} parts of the sample"
    )
    parser.add_argument("--mapped", action="store_true", help="which test runs which line, as the last run found it")
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


def is_of(test: str, room: str) -> bool:
    """A test of the room, or an exchange."""
    return test.startswith((f"tests/{room}/", *EXCHANGES))


def file_of(test: str) -> str:
    """The file of a test."""
    return test.partition("::")[0]


def pytest_run(paths: Sequence[str], *plugins: object) -> int:
    """Runs these tests."""
    ignored = [f"--ignore={name}" for name in LEFT_OUT]
    quiet = [*("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "--tb=line"), *ignored]
    return int(pytest.main([*quiet, *paths], plugins=list(plugins)))


def mapped(*, again: bool) -> Map:
    """Runs every test once unchanged, and writes down which test runs which line; or takes what was written before."""
    path = REPORT.with_name("mutants-map.json")
    if again or not path.exists():
        path.unlink(missing_ok=True)
        child = forked(lambda: written(path), None, path.with_suffix(".log"))
        os.waitpid(child, 0)
    found = Map(**json.loads(path.read_text()))
    if found.failing:
        print(f"left out, for they fail with nothing changed: {', '.join(found.failing)}", flush=True)
    return found


def written(path: Path) -> int:
    """The map, in a file."""
    watching = Watching()
    code = pytest_run([*(f"tests/{room}" for room in ROOMS), *EXCHANGES, *OTHERS], watching)
    told = {"lines": watching.lines, "seconds": watching.seconds, "failing": watching.failing}
    path.write_text(json.dumps(told))
    return code


class Watching:
    """A plugin that notes the engine's lines that each test runs."""

    def __init__(self) -> None:
        self.lines: dict[str, list[str]] = {}
        self.seconds: dict[str, float] = {}
        self.failing: list[str] = []
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

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keeps a test that fails as things are."""
        if report.failed:
            self.failing.append(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Each test begins with every line unseen."""
        begun, self.test = time.process_time(), item.nodeid
        sys.monitoring.restart_events()
        given = yield
        self.seconds[item.nodeid] = time.process_time() - begun
        return given


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
        print(f"alive  {picked[number].path}:{picked[number].line}  {picked[number].key}", flush=True)


OUTCOMES = {0: "alive", BY_OTHERS: "by others"}


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


def report(picked: Sequence[Change], outcomes: Sequence[str], seed: int, seconds: float) -> int:
    """Keeps what came of it, and says it in one line at the end."""
    alike = tomllib.loads(ALIKE.read_text())["alike"] if ALIKE.exists() else {}
    alive = [change for change, outcome in zip(picked, outcomes, strict=True) if outcome == "alive"]
    told = [{"key": change.key, "line": change.line, "alike": alike.get(change.key, "")} for change in alive]
    REPORT.write_text(json.dumps({"seed": seed, "count": len(picked), "alive": told}, indent=2) + "\n")
    killed, listed = len(picked) - len(alive), sum(change.key in alike for change in alive)
    share = killed / max(len(picked), 1)
    apart = f"{outcomes.count('by others')} by another room alone, {outcomes.count('slow')} by time"
    print(
        f"{killed} of {len(picked)} changes were noticed ({share:.1%}), {apart}; "
        f"{len(alive)} live, {listed} of them cannot be told apart; seed {seed}, {seconds / 60:.0f} minutes"
    )
    return int(share < WANTED)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
