"""Opens a page in a browser that knows nothing yet, and tells what its first answer cost."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Playwright

from followup_site.bench.line import Line, served
from followup_site.bench.memory import held
from followup_site.bench.processes import cpu_seconds, group_of, slowed, wait_until_still
from followup_site.publish import chromium

PATIENCE_MS = 240_000
# As long as somebody at least looks at an answer; meanwhile the browser keeps what it compiled, and ours the site.
STAY_MS = 5_000
BUSY_SECONDS = 0.03
MARK = "bench:"
# Told through the console, so that nothing has to ask the page again and again.
WATCH = """new MutationObserver((changes) => {
  for (const { target } of changes) {
    const { state } = target.dataset;
    if (["answered", "problems", "failed"].includes(state)) console.debug(`bench: ${state} ${performance.now()}`);
  }
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
window.benchShift = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.benchShift += one.hadRecentInput ? 0 : one.value;
}).observe({ type: "layout-shift", buffered: true });"""
PAINT = "() => (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Conditions:
    """Under what a page is opened."""

    bits: float = 0
    round_trip: float = 0
    quarter: bool = False
    memory: bool = False
    again: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A page to open: its folder, the path with what the link tells, and the name of the worker with Python in it."""

    folder: Path
    path: str
    worker: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """What the first answer cost; what was not asked for is None."""

    seconds: float
    cpu_seconds: float
    bytes: int
    first_paint: float
    layout_shift: float
    again_seconds: float | None = None
    memory: float | None = None


class NoAnswer(Exception):
    """A page that is measured did not come to an answer."""


def visit(driver: Playwright, target: Target, conditions: Conditions) -> Visit:
    """Gives the cost of the first answer in a new browser, and of a second visit or the memory if asked."""
    line = Line(conditions.bits, conditions.round_trip)
    with (
        served(target.folder, line) as address,
        browser(driver) as (context, group),
    ):
        page = new_page(context)
        wait_until_still(lambda: cpu_seconds(group), BUSY_SECONDS)
        before = cpu_seconds(group)
        with slowed(group) if conditions.quarter else nullcontext():
            seconds = answered(page, address + target.path)
        spent, sent = cpu_seconds(group) - before, line.sent
        return Visit(
            seconds=seconds,
            cpu_seconds=spent,
            bytes=sent,
            first_paint=page.evaluate(PAINT) / 1000,
            layout_shift=page.evaluate("() => window.benchShift"),
            memory=held(page, target.worker) if conditions.memory else None,
            again_seconds=again(page, address + target.path, line, group) if conditions.again else None,
        )


def again(page: Page, address: str, line: Line, group: int) -> float:
    """Gives the seconds to the answer of a second visit in the same tab, once the first one has come to rest."""
    page.wait_for_timeout(STAY_MS)
    wait_until_rest(line, group)
    page.goto("about:blank")
    wait_until_rest(line, group)
    return answered(page, address)


def wait_until_rest(line: Line, group: int) -> None:
    """Comes back when nothing passes over the line any more and the browser has nothing to do."""
    wait_until_still(lambda: line.sent)
    wait_until_still(lambda: cpu_seconds(group), BUSY_SECONDS)


def answered(page: Page, address: str) -> float:
    """Gives the seconds from the start of the navigation to the answer in the page."""
    with page.expect_console_message(_is_end, timeout=PATIENCE_MS) as told:
        page.goto(address, wait_until="commit", timeout=PATIENCE_MS)
    _, state, milliseconds = told.value.text.split()
    if state != "answered":
        raise NoAnswer(f"{address.split('#')[0]}: {state}")
    return float(milliseconds) / 1000


@contextmanager
def browser(driver: Playwright) -> Iterator[tuple[BrowserContext, int]]:
    """Gives a Chromium with a new profile on disk, and the group of its processes."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as profile:
        context = driver.chromium.launch_persistent_context(
            profile, executable_path=chromium.PATH, args=chromium.FLAGS, timeout=PATIENCE_MS
        )
        try:
            yield context, group_of(profile)
        finally:
            context.close()


def new_page(context: BrowserContext) -> Page:
    """Gives a page that tells when an answer stands in it."""
    page = context.new_page()
    page.add_init_script(WATCH)
    return page


def _is_end(message: ConsoleMessage) -> bool:
    return message.text.startswith(MARK)
