"""How many cases of a long table are tried: few in `make check`, more in `make test`, each in `make nightly`."""

import itertools
import math
import os
from collections.abc import Iterable


def stride(*, check: int, test: int) -> int:
    """Gives the step from one case to the next."""
    return {"check": check, "nightly": 1}.get(os.environ.get("HYPOTHESIS_PROFILE", ""), test)


def some[T](cases: Iterable[T], *, check: int, test: int) -> list[T]:
    """Gives about as many of a long row as are told, taken evenly, and all of it in `make nightly`.

    The step shares no factor with the row's length, so that it never keeps pace with what repeats in it.
    """
    row = [*cases]
    most = stride(check=check, test=test)
    if most == 1 or len(row) <= most:
        return row
    step = next(one for one in itertools.count(math.ceil(len(row) / most)) if math.gcd(one, len(row)) == 1)
    return row[::step]
