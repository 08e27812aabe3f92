"""Which tests run which lines of the engine, as one run of all of them with nothing changed has found it."""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType

import mutant_changes
import pytest
from mutant_changes import Change

from followup_site.words.wording import site_words

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
# Tests that measure time answer for the machine and not for a change.
LEFT_OUT = ("tests/checking/test_speed.py",)
REPORT = ROOT / "build" / "mutants.json"
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
        print(site_words("commands.mutants.failing", tests=", ".join(found.failing)), flush=True)
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
