"""Times single answers: in this Python, and in the reader's browser once it is loaded."""

import sys
import time
from collections.abc import Mapping, Sequence

from playwright.sync_api import Error, Page, Playwright

from followup.door import answer
from followup_site.bench.line import Line, served
from followup_site.bench.processes import cpu_seconds, wait_until_still
from followup_site.bench.visits import BUSY_SECONDS, Target, answered, browser, new_page
from followup_site.words.wording import site_words

# Told of the browser as it starts; every other figure of it once it has compiled what Python runs on.
FIRST = "plan_first"
WARMING = 100
# Through the page's own script and its worker, as a keystroke in a form would go.
ASK = """async ([script, texts]) => {
  const { ask } = await import(script);
  const spent = [];
  for (const text of texts) {
    const begun = performance.now();
    await ask(text);
    spent.push(performance.now() - begun);
  }
  return spent;
}"""


def in_python(requests: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
    """Gives the milliseconds of each answer in this process, by figure."""
    return {name: [_spent(text) for text in texts] for name, texts in requests.items()}


def in_browser(driver: Playwright, target: Target, requests: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
    """Gives the milliseconds of each answer, there and back, on a page that has answered before."""
    with served(target.folder, Line()) as address, browser(driver) as (context, group):
        page = new_page(context)
        answered(page, address + target.path)
        # What the page brings home for a time without network is not part of an answer.
        wait_until_still(lambda: cpu_seconds(group), BUSY_SECONDS)
        script = f"{address}assets/app/runtime.js"
        found = {FIRST: _asked(page, script, requests.get(FIRST, ()))}
        _asked(page, script, [text for texts in requests.values() for text in texts[:1]] * WARMING)
        found |= {name: _asked(page, script, texts) for name, texts in requests.items() if name != FIRST}
        return {name: spent for name, spent in found.items() if spent}


def _asked(page: Page, script: str, texts: Sequence[str]) -> list[float]:
    """Gives the milliseconds of each answer, or nothing when Python failed: the other figures still count."""
    try:
        spent: list[float] = page.evaluate(ASK, [script, list(texts)])
    except Error as failed:
        print(site_words("bench.report.door", failed=failed), file=sys.stderr)
        return []
    return spent


def _spent(text: str) -> float:
    begun = time.perf_counter()
    answer(text)
    return 1000 * (time.perf_counter() - begun)
