"""What a frozen image of the engine is told: what to make ready before it is written, and what to forget.

The image holds Python's memory as it was while the site was built. What a plan remembers of the case it was made for
belongs to one reader, so it goes before the image is written; what every reader needs is made before.
"""

from collections.abc import Callable
from functools import lru_cache

_forgetting: list[Callable[[], None]] = []
_warming: list[Callable[[], None]] = []


def remembered[**P, T](size: int | None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Remembers what a function gave for that many requests' arguments (None: for all), until `forget`.

    For what depends on a reader's case; data that is the same for all readers is kept with `functools.cache`.
    """

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        made = lru_cache(maxsize=size)(function)
        _forgetting.append(made.cache_clear)
        return made  # type: ignore[return-value]  # It is called as the function is, which typeshed does not say.

    return keep


def warmed(function: Callable[[], None]) -> Callable[[], None]:
    """Notes a function that makes ready what every reader needs; `warm` calls it."""
    _warming.append(function)
    return function


def warm() -> None:
    """Makes ready what every reader needs and no single request would: all panels and letters, compiled."""
    for function in _warming:
        function()


def forget() -> None:
    """Lets go of all that is remembered of single requests."""
    for clear in _forgetting:
        clear()
