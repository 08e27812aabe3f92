"""What a frozen image of the engine is told: what to make ready before it is written, and what to forget.

The image holds Python's memory as it was while the site was built. What a plan remembers of the case it was made for
belongs to one reader, so it goes before the image is written; what every reader needs is made before.
"""

import sys
from collections.abc import Callable, Iterator
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
    """Makes ready what every reader needs and no single request would: data that is read once, panels and letters."""
    for function in [*_read_once(), *_warming]:
        function()


def _read_once() -> Iterator[Callable[[], object]]:
    """Every cache of the modules that are awake that is asked without arguments: it holds what a file says."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == __package__:
            yield from [one for one in vars(module).values() if callable(one) and _asks_nothing(one)]


def _asks_nothing(function: Callable[..., object]) -> bool:
    code = getattr(getattr(function, "__wrapped__", None), "__code__", None)
    return hasattr(function, "cache_clear") and code is not None and code.co_argcount + code.co_kwonlyargcount == 0


def forget() -> None:
    """Lets go of all that is remembered of single requests."""
    for clear in _forgetting:
        clear()
