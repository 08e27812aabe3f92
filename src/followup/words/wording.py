"""Short names of the steps, from data/words/actions.toml."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from followup.model.plan import Step


@lru_cache(maxsize=1)
def actions() -> Mapping[str, str]:
    """What each action is called, with {name} where the person stands."""
    text = (files("followup") / "data" / "words" / "actions.toml").read_text(encoding="utf-8")
    return {action: str(words) for action, words in tomllib.loads(text).items()}


def summary(step: Step) -> str:
    """The step in a few words: "Thank Dana Ruiz"."""
    return actions()[step.action].replace("{name}", ", ".join(step.to) or "them")
