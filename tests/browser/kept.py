"""What a page has kept: every key of both storages, and the interviews among them."""

import json
from typing import Any

from playwright.sync_api import Page

CASE = "followup:2:case:"


def storages(page: Page) -> dict[str, dict[str, str]]:
    """Gives all keys and texts of the tab and of the browser."""
    found: dict[str, dict[str, str]] = page.evaluate("({tab: {...sessionStorage}, browser: {...localStorage}})")
    return found


def interviews(page: Page, place: str = "") -> list[dict[str, Any]]:
    """Gives the entries in the order they were made, of one place or of both."""
    both = storages(page)
    texts = {key: text for name in both for key, text in both[name].items() if place in ("", name)}
    found = [parsed(text) for key, text in texts.items() if key.startswith(CASE)]
    return sorted((one for one in found if isinstance(one, dict)), key=lambda one: one["made"])


def version1(*cases: object, current: str = "1") -> str:
    """Gives what a page of the first version kept, which later ones take over."""
    kept = {
        str(at): {"name": one.get("company", ""), "fields": one} if isinstance(one, dict) else one
        for at, one in enumerate(cases, 1)
    }
    return json.dumps({"version": 1, "current": current, "cases": kept})


def parsed(text: str) -> Any:
    """Gives what JSON holds; a damaged entry is none."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def names(page: Page, place: str = "") -> list[str]:
    """Gives what they are called."""
    return [one["name"] for one in interviews(page, place)]


def keys(page: Page) -> dict[str, set[str]]:
    """Gives the keys of both storages, each without the number of what it holds; the theme's colours are not ours."""
    both = storages(page)
    return {place: {kind(key) for key in both[place] if not key.endswith("palette")} for place in both}


def kind(key: str) -> str:
    """Gives a key without the number of the interview."""
    return key[: len(CASE)] if key.startswith(CASE) else key
