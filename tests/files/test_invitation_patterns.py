"""No pattern of the reader begins with a loop that runs over line ends: from each of so many it would run anew."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from followup.files import invitation
from followup.files.invitation.words import MARGIN

PARSER: Any = import_module("re._parser")
COMPILER: Any = import_module("re._compiler")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of the reader's modules, those in a list of several too, by its place."""
    for module in pkgutil.iter_modules(invitation.__path__, f"{invitation.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            several = value if isinstance(value, tuple) else (value,)
            each = (one for part in several for one in (part if isinstance(part, tuple) else (part,)))
            found = (one for one in each if isinstance(one, re.Pattern))
            yield from ((f"{module.name.rpartition('.')[2]}.{name}", one) for one in found)


def begins_with_a_run(pattern: re.Pattern[str]) -> bool:
    """True where it may be begun at each of many line ends and reads on from there over all of them."""
    parts = PARSER.parse(pattern.pattern, pattern.flags)
    is_anchored = str(parts[0][0]) == "AT" and not pattern.flags & re.MULTILINE
    return not is_anchored and _runs(parts, pattern.flags)


def _runs(parts: Any, flags: int) -> bool:
    """True where the first thing that takes a sign takes any number of line ends."""
    for kind, value in parts:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inner = value
            if (most is PARSER.MAXREPEAT and _takes_line_end(inner, flags)) or _runs(inner, flags):
                return True
            if least == 0:
                continue
        inner = value[1] if name == "BRANCH" else [value[-1]] if name == "SUBPATTERN" else []
        if any(_runs(each, flags) for each in inner):
            return True
        if name not in ("AT", "ASSERT", "ASSERT_NOT"):
            return False
    return False


def _takes_line_end(parts: Any, flags: int) -> bool:
    """True where a loop over these parts goes on over line ends alone."""
    return COMPILER.compile(parts, flags & ~re.MULTILINE).fullmatch("\n") is not None


PATTERNS = {f"{place} {at}": one for at, (place, one) in enumerate(patterns())}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_no_pattern_runs_over_line_ends_from_each_of_them(pattern: re.Pattern[str]) -> None:
    """It would take the square of so many empty lines, and an email in HTML has thousands."""
    assert not begins_with_a_run(pattern)


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        (r"^[>\s]*from:", True),
        (rf"^{MARGIN}from:", False),
        (r"\s*[|:]", True),
        (r"(?:x|\s+and)", True),
        (r"x?\s+y", True),
        (r"\s{0,9}early", False),
        (r"x\s*y", False),
    ],
)
def test_such_a_pattern_is_told(text: str, is_run: bool) -> None:
    """Wherever the loop stands, as long as nothing has to come before it."""
    assert is_run == begins_with_a_run(re.compile(text, re.MULTILINE))
