"""Reads a host's TOML files, and says of a mistake where it stands, what was found and what may stand there."""

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
AT = re.compile(r" \(at line (\d+), column (\d+)\)")


class HostMistake(ValueError):
    """Something in a host's folder cannot be used; the message is one sentence with file and line."""


def folder() -> Path:
    """Gives the host's folder: `host`, or what FOLLOWUP_HOST names."""
    return ROOT / os.environ.get("FOLLOWUP_HOST", "host")


@dataclass(frozen=True, kw_only=True, slots=True)
class HostFile:
    """One TOML file of a host, with its text, by which a mistake finds its line."""

    path: Path
    text: str
    table: Mapping[str, Any]

    def mistake(self, found: object, may: str, *, near: Iterable[object] = ()) -> HostMistake:
        """Gives the mistake at the line where `near` stand one below the other, or else `found` does."""
        line = line_of(self.text, *(near or (found,)))
        return HostMistake(f"{shown(self.path)}, line {line}: found {_said(found)}; {may}.")

    def only(self, found: Iterable[str], known: Iterable[str], what: str, *, near: tuple[object, ...] = ()) -> None:
        """Raises HostMistake for the first that is not known, and names what comes closest."""
        known = tuple(known)
        for one in found:
            if one not in known:
                close = difflib.get_close_matches(str(one), known, 1)
                meant = f"did you mean {close[0]}? " if close else ""
                raise self.mistake(one, f"{meant}{what} may be {', '.join(known)}", near=(*near, one))


def read(path: Path) -> HostFile:
    """Gives a TOML file; HostMistake with its line where it is none."""
    text = path.read_text(encoding="utf-8")
    try:
        return HostFile(path=path, text=text, table=tomllib.loads(text))
    except tomllib.TOMLDecodeError as wrong:
        raise HostMistake(_not_toml(path, text, str(wrong))) from None


def _not_toml(path: Path, text: str, wrong: str) -> str:
    at = AT.search(wrong)
    lines = text.splitlines()
    number = int(at[1]) if at else len(lines)
    found = lines[number - 1].strip() if 0 < number <= len(lines) else "the end of the file"
    reason = AT.sub("", wrong).removesuffix(" (at end of document)")
    return f'{shown(path)}, line {number}: found {found}; TOML says: {reason}; write key = "text", or [name].'


def tables(place: Path) -> tuple[HostFile, ...]:
    """Gives every TOML file of a folder, by name."""
    return tuple(read(path) for path in sorted(place.glob("*.toml")))


def line_of(text: str, *near: object) -> int:
    """Gives the line where the first of `near` stands, then below it the next; 1 where nothing is found."""
    lines, at = text.splitlines(), 0
    for each in near:
        pattern = re.compile(rf"(?<![\w-]){re.escape(_written(each))}(?![\w-])")
        at = next((number for number in range(at, len(lines)) if pattern.search(lines[number])), at)
    return at + 1


def shown(path: Path) -> str:
    """Gives a path as the host knows it, from the root of the copy."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _said(found: object) -> str:
    return f"“{found}”" if isinstance(found, str) else _written(found)
