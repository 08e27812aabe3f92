"""Asks axe-core what is wrong with a page as it is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from night import EVERY
from playwright.sync_api import Page, expect

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text()
# The second palette changes nothing else.
COLOUR_RULES = ("color-contrast", "link-in-text-block")
# Each rule that found something, with the first places.
FOUND = """async (chosen) => (await axe.run(chosen)).violations
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target }) => target)])"""

type Faults = dict[tuple[int, str], list[tuple[str, Any]]]


def faults_of(page: Page, *widths: int) -> Faults:
    """Gives what is wrong by width and palette; colours are looked at where a page is widest, by night everywhere."""
    page.evaluate(AXE)
    return {key: found for key, found in _asked(page, *widths) if found}


def _asked(page: Page, *widths: int) -> Iterator[tuple[tuple[int, str], list[tuple[str, Any]]]]:
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        _choose(page, "light")
        for_colours = EVERY or width == max(widths)
        left_out = {rule: {"enabled": False} for rule in COLOUR_RULES if not for_colours}
        yield (width, "light"), _violations(page, {"rules": left_out})
        if for_colours:
            _choose(page, "dark")
            yield (width, "dark"), _violations(page, {"runOnly": COLOUR_RULES})


def _choose(page: Page, palette: str) -> None:
    """Lets the device prefer a palette, and waits until the page follows."""
    page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
    shown = "slate" if palette == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)


def _violations(page: Page, chosen: dict[str, object]) -> list[tuple[str, Any]]:
    found: list[list[Any]] = page.evaluate(FOUND, {"resultTypes": ["violations"], **chosen})
    return [(rule, places) for rule, places in found]
