"""Gives the theme's icons a size of their own, so that a page reads even where its style sheet does not come."""

from pathlib import Path

BARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
SIZED = BARE.replace("<svg ", '<svg width="24" height="24" ')


def size_icons(site: Path) -> int:
    """Writes a size into every icon of the built pages that has none; gives how many there were.

    Without one, and without a style sheet, an icon is as wide as the window.
    """
    return sum(_sized(page) for page in site.rglob("*.html"))


def _sized(page: Path) -> int:
    text = page.read_text(encoding="utf-8")
    if found := text.count(BARE):
        page.write_text(text.replace(BARE, SIZED), encoding="utf-8")
    return found
