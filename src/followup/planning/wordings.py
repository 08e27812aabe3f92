"""The words of the notices, from data/words/notices.toml."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from followup.model.plan import Notice


@lru_cache(maxsize=1)
def wordings() -> dict[str, str]:
    """The words of each kind of notice, with the names of what is filled in."""
    text = (files("followup") / "data" / "words" / "notices.toml").read_text(encoding="utf-8")
    return {kind: str(words) for kind, words in tomllib.loads(text).items()}


def notice(kind: str, **words: object) -> Notice:
    """A notice of that kind with its words filled in."""
    return Notice(kind=kind, text=wordings()[kind].format(**words))
