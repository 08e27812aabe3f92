"""Short names of the steps, from data/words/actions.toml."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from followup.model.plan import Step


@lru_cache(maxsize=1)
def actions() -> Mapping[str, str]:
    """What each action is called, with {name} where the person stands."""
    text = (files("followup") / "data" / "words" / "actions.toml").read_text(encoding="utf-8")
    return {action: str(words) for action, words in tomllib.loads(text).items()}


def summary(step: Step) -> str:
    """The step in a few words: "Thank Dana Ruiz"."""
    return actions()[step.action].replace("{name}", ", ".join(step.to) or "them")


@lru_cache(maxsize=1)
def entry_words() -> Mapping[str, Any]:
    """The words of a calendar entry, from data/words/calendar_file.toml."""
    text = (files("followup") / "data" / "words" / "calendar_file.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1)
def site_address() -> str:
    """Where this site is served, with a slash at its end; empty where the build was not told."""
    return (files("followup_calendars") / "site.txt").read_text(encoding="utf-8").strip()


def way_to_words(step: Step) -> str:
    """The address of the page that has the words for a step."""
    return site_address() + (writer_page(step) if step.letter and step.channel != "phone" else _page(step))


def writer_page(step: Step) -> str:
    """The way to the letter of a step, from the root of the site: whatever the writer was asked before gives way."""
    return f"tools/writer/#step={quote(step.id, safe='')}&letter={step.letter}&to=&text=&subject="


def _page(step: Step) -> str:
    return "tools/call-sheet/" if step.channel == "phone" else "tools/planner/"
