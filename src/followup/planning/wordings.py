"""The words of the notices, from data/words/notices.toml."""

from functools import lru_cache

from followup import data
from followup.model.plan import Notice


@lru_cache(maxsize=1)
def wordings() -> dict[str, str]:
    """The words of each kind of notice, with the names of what is filled in."""
    return {kind: str(words) for kind, words in data.table("words", "notices.toml").items()}


def notice(kind: str, **words: object) -> Notice:
    """A notice of that kind with its words filled in."""
    return Notice(kind=kind, text=wordings()[kind].format(**words))


def capital(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]
