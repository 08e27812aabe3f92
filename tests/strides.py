"""How many cases of a long table are tried: few in `make check`, more in `make test`, each in `make nightly`."""

import os


def stride(*, check: int, test: int) -> int:
    """Gives the step from one case to the next."""
    return {"check": check, "nightly": 1}.get(os.environ.get("HYPOTHESIS_PROFILE", ""), test)
