"""Times the keys of somebody who writes a letter, each until the letter that holds it is painted."""

from pathlib import Path

from playwright.sync_api import Playwright

from followup_site.bench.line import Line, served
from followup_site.bench.processes import cpu_seconds, wait_until_still
from followup_site.bench.visits import BUSY_SECONDS, browser

WRITER = "followup-tool[name=writer]"
WORDS = "how the night shift sorts what came in late "
WARMING = 3
LETTER = "thank-you-onsite"
# Each key waits for the one before it; the task after a frame's callbacks runs when that frame is painted.
TYPE = """async (words) => {
  const [field, answer] = ["[name='blanks.detail']", "[data-part=answer]"].map((one) => document.querySelector(one));
  const spent = [];
  for (const letter of words) {
    const painted = new Promise((done) => new MutationObserver((_, watch) => {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(done));
    }).observe(answer, { childList: true }));
    const begun = performance.now();
    field.value += letter;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await painted;
    spent.push(performance.now() - begun);
  }
  return spent;
}"""


def keystrokes(driver: Playwright, site: Path) -> list[float]:
    """Gives the milliseconds from a key to its letter in a page that is awake and has compiled what it runs."""
    with served(site, Line()) as address, browser(driver) as (context, group):
        page = context.new_page()
        page.goto(f"{address}tools/writer/#letter={LETTER}")
        page.locator(f"{WRITER}[data-state=answered]").wait_for()
        # What the page brings home for a time without network is not part of a key.
        wait_until_still(lambda: cpu_seconds(group), BUSY_SECONDS)
        page.evaluate(TYPE, WORDS * WARMING)
        spent: list[float] = page.evaluate(TYPE, WORDS)
        return spent
