"""Days off that the library knows in a neighbouring region alone, from anniversaries.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

ANNIVERSARIES = Path(__file__).with_name("anniversaries.toml")


@cache
def shared_days() -> tuple[Mapping[str, Any], ...]:
    """Gives the records of anniversaries.toml: a name, the region that has it in the library, and who keeps it also."""
    return tuple(tomllib.loads(ANNIVERSARIES.read_text(encoding="utf-8"))["shared"])


def borrowed(country: str, subdivision: str) -> dict[str, str]:
    """Gives the names of days that the library knows in another region of that country alone, with that region."""
    kept = (one for one in shared_days() if one["country"] == country and subdivision in one["also"])
    return {one["name"]: one["from"] for one in kept}
