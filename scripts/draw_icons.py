"""Draws the small pictures of the mark, for browsers and phones that take no SVG, and the one that shared links show.

Run it when the mark has changed.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from followup_site.publish import chromium
from followup_site.words.wording import site_list, site_words

IMAGES = Path(__file__).parents[1] / "overrides" / "assets" / "images"
# The name of a picture, its side and the share of it that stays free around the mark; a phone cuts the corners off.
ICONS = (("mark-32.png", 32, 0.0), ("mark-180.png", 180, 0.14))
PAPER = "#f7f9f9"
# As wide and high as the sites that show a shared link want it.
SHARED = ("share.png", 1200, 630)
# Days after the interview on which something goes out.
DAYS = (0, 1, 7, 21, 35)


def page(mark: str, side: int, free: float) -> str:
    """Gives a page that shows nothing but the mark, on paper where something stays free around it."""
    paper = PAPER if free else "transparent"
    style = (
        f"body {{ margin: 0; background: {paper} }}"
        f"svg {{ display: block; box-sizing: border-box; width: {side}px; padding: {round(side * free)}px }}"
    )
    return f"<style>{style}</style>{mark}"


def shared(mark: str) -> str:
    """Gives a page with the mark, what the site is about, and the course of a plan as a line of dots."""
    _, width, height = SHARED
    left, right, line = 90, width - 90, 470
    steps = zip(DAYS, site_list("commands.share.steps"), strict=True)
    places = [(left + (right - left) * number / (len(DAYS) - 1), *step) for number, step in enumerate(steps)]
    days = {day: site_words(f"commands.share.{'later' if day else 'first'}", day=day) for day in DAYS}
    dots = "".join(
        f'<circle cx="{x}" cy="{line}" r="16" fill="#0b5d66"/>'
        f'<text class="day" x="{x}" y="{line - 40}">{days[day]}</text>'
        f'<text class="word" x="{x}" y="{line + 60}">{word}</text>'
        for x, day, word in places
    )
    return (
        f"<style>body {{ margin: 0; background: {PAPER}; font-family: 'DejaVu Sans', sans-serif; color: #17302f }}"
        "div { position: absolute; top: 70px; left: 90px; width: 120px } div svg { width: 120px; height: 120px }"
        "h1 { position: absolute; top: 62px; left: 250px; margin: 0; font-size: 60px; line-height: 1.25 }"
        "text { text-anchor: middle; fill: #17302f } .day { font-size: 30px; font-weight: bold }"
        ".word { font-size: 28px }"
        f"</style><div>{mark}</div><h1>{'<br>'.join(site_list('commands.share.about'))}</h1>"
        f'<svg width="{width}" height="{height}">'
        f'<line x1="{left}" x2="{right}" y1="{line}" y2="{line}" stroke="#0b5d66" stroke-width="5"/>{dots}</svg>'
    )


def main() -> int:
    """Writes the pictures beside the mark; gives the exit status."""
    mark = (IMAGES / "mark.svg").read_text(encoding="utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium.PATH, args=chromium.FLAGS)
        for name, side, free in ICONS:
            screen = browser.new_page(viewport={"width": side, "height": side})
            screen.set_content(page(mark, side, free))
            screen.screenshot(path=IMAGES / name, omit_background=True)
        name, width, height = SHARED
        screen = browser.new_page(viewport={"width": width, "height": height})
        screen.set_content(shared(mark))
        screen.screenshot(path=IMAGES / name)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
