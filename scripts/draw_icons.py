"""Draws the mark as the small pictures for browsers and phones that take no SVG; run it when the mark has changed."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from followup_site.publish import chromium

IMAGES = Path(__file__).parents[1] / "overrides" / "assets" / "images"
# The name of a picture, its side and the share of it that stays free around the mark; a phone cuts the corners off.
ICONS = (("mark-32.png", 32, 0.0), ("mark-180.png", 180, 0.14))
PAPER = "#f7f9f9"


def page(mark: str, side: int, free: float) -> str:
    """Gives a page that shows nothing but the mark, on paper where something stays free around it."""
    paper = PAPER if free else "transparent"
    style = (
        f"body {{ margin: 0; background: {paper} }}"
        f"svg {{ display: block; box-sizing: border-box; width: {side}px; padding: {round(side * free)}px }}"
    )
    return f"<style>{style}</style>{mark}"


def main() -> int:
    """Writes the pictures beside the mark; gives the exit status."""
    mark = (IMAGES / "mark.svg").read_text(encoding="utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium.PATH, args=chromium.FLAGS)
        for name, side, free in ICONS:
            screen = browser.new_page(viewport={"width": side, "height": side})
            screen.set_content(page(mark, side, free))
            screen.screenshot(path=IMAGES / name, omit_background=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
