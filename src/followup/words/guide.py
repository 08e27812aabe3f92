"""Which page of the guide treats a step, from data/words/guide_pages.toml."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from followup import data


@lru_cache(maxsize=1)
def _pages() -> Mapping[str, Mapping[str, Any]]:
    return data.table("words", "guide_pages.toml")


def page(action: str, state: str) -> str:
    """Gives the page for an action in a state, from the root of the site and without its last slash.

    >>> page("answer", "runner-up")
    'guide/second-choice'
    """
    told = _pages()
    own = told["within"].get(state, {}).get(action)
    return str(own or told["actions"].get(action) or told["states"][state])
