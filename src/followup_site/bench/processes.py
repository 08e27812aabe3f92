"""Tells what a group of processes spends, and lets it run for a part of the time only."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
# A quarter of the time, in slices that no reader could tell from a slow processor.
RUN_SECONDS, STOP_SECONDS = 0.010, 0.030
QUIET_SECONDS, QUIET_LIMIT = 0.5, 30.0


def group_of(mark: str) -> int:
    """Gives the group of the process that was started with these words among its arguments."""
    marked = [path for path in _all() if mark.encode() in _read(path / "cmdline")]
    return os.getpgid(min(int(path.name) for path in marked))


def cpu_seconds(group: int) -> float:
    """Gives the processor time that a group has used, in user and system, processes that ended included."""
    return sum(_spent(_read(path / "stat").decode(), group) for path in _all()) / TICKS


def _spent(stat: str, group: int) -> int:
    """Gives the ticks of one process, and of its children that ended; 0 outside the group."""
    # The name, in brackets, may hold blanks; behind it stand the state, the parent and the group.
    fields = stat.rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) if fields and int(fields[2]) == group else 0


@contextmanager
def slowed(group: int) -> Iterator[None]:
    """Gives a group a quarter of the time: page, workers and compilers alike."""
    over = threading.Event()
    pulse = threading.Thread(target=_pulse, args=(group, over))
    pulse.start()
    try:
        yield
    finally:
        over.set()
        pulse.join()


def _pulse(group: int, over: threading.Event) -> None:
    while not over.is_set():
        os.killpg(group, signal.SIGSTOP)
        begun = time.monotonic()
        time.sleep(STOP_SECONDS)
        stopped = time.monotonic() - begun
        os.killpg(group, signal.SIGCONT)
        # A busy machine wakes us late; what it ran follows what it was stopped.
        time.sleep(stopped * RUN_SECONDS / STOP_SECONDS)


def wait_until_still(told: Callable[[], float], slack: float = 0.0) -> None:
    """Comes back when what is told has grown by no more than the slack for half a second; gives up quietly."""
    give_up = time.monotonic() + QUIET_LIMIT
    before = told()
    while time.monotonic() < give_up:
        time.sleep(QUIET_SECONDS)
        now = told()
        if now - before <= slack:
            return
        before = now


def _all() -> list[Path]:
    return [path for path in Path("/proc").iterdir() if path.name.isdigit()]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # It ended meanwhile.
        return b""
