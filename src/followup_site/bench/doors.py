"""Times single answers: in this Python, and in the reader's browser once it is loaded."""

import sys
import time
from collections.abc import Mapping

from playwright.sync_api import Error, Page, Playwright

from followup.door import answer
from followup_site.bench.line import Line, served
from followup_site.bench.visits import Target, answered, browser, new_page

TIMES = {"plan_at_door": 40, "check_at_door": 8, "write_at_door": 40}
# Through the page's own script and its worker, as a keystroke in a form would go.
ASK = """async ([script, text, times]) => {
  const { ask } = await import(script);
  const spent = [];
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now();
    await ask(text);
    spent.push(performance.now() - begun);
  }
  return spent;
}"""


def in_python(requests: Mapping[str, str]) -> dict[str, list[float]]:
    """Gives the milliseconds of each answer in this process, by figure."""
    return {name: [_spent(text) for _ in range(TIMES[name])] for name, text in requests.items()}


def in_browser(driver: Playwright, target: Target, requests: Mapping[str, str]) -> dict[str, list[float]]:
    """Gives the milliseconds of each answer, there and back, on a page that has answered before."""
    with served(target.folder, Line()) as address, browser(driver) as (context, _):
        page = new_page(context)
        answered(page, address + target.path)
        script = f"{address}assets/app/runtime.js"
        found = {name: _asked(page, script, text, TIMES[name]) for name, text in requests.items()}
        return {name: spent for name, spent in found.items() if spent}


def _asked(page: Page, script: str, text: str, times: int) -> list[float]:
    """Gives the milliseconds of each answer, or nothing when Python failed: the other figures still count."""
    try:
        spent: list[float] = page.evaluate(ASK, [script, text, times])
    except Error as failed:
        print(f"at the door: {failed}", file=sys.stderr)
        return []
    return spent


def _spent(text: str) -> float:
    begun = time.perf_counter()
    answer(text)
    return 1000 * (time.perf_counter() - begun)
