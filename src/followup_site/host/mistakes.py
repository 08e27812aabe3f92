"""Reads a host's TOML files, and says of a mistake where it stands, what was found and what may stand there."""

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup_site.host.left import is_left
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[3]
AT = re.compile(r" \(at line (\d+), column (\d+)\)")
HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
# What was found is told whole where it is short, and by its beginning where it is not.
MOST_FOUND = 70


class HostMistake(ValueError):
    """Something in a host's folder cannot be used; the message is one sentence with file and line."""


def folder() -> Path:
    """Gives the host's folder: `host`, or what FOLLOWUP_HOST names."""
    return ROOT / os.environ.get("FOLLOWUP_HOST", "host")


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A place in a TOML file: a key of the table of that name, of the `nth` of them where there are several."""

    table: str = ""
    nth: int = 0
    key: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HostFile:
    """One TOML file of a host, with its text, by which a mistake finds its line."""

    path: Path
    text: str
    table: Mapping[str, Any]
    # How many lines of the file stand above this text: a letter's facts begin below its first line.
    above: int = 0

    def mistake(self, found: object, may: str, *, near: Iterable[object] = ()) -> HostMistake:
        """Gives the mistake at the line where `near` stand one below the other, or else `found` does."""
        return mistake(self.path, self.above + line_of(self.text, *(near or (found,))), found, may)

    def wrong(self, spot: Spot, found: object, may: str) -> HostMistake:
        """Gives the mistake at a spot."""
        return mistake(self.path, self.above + line_at(self.text, spot), found, may)

    def only(self, found: Iterable[str], known: Iterable[str], what: str, *, near: tuple[object, ...] = ()) -> None:
        """Raises HostMistake for the first that is not known, and names what comes closest."""
        known = tuple(known)
        for one in found:
            if one not in known:
                raise self.mistake(one, among(one, known, what), near=(*near, one))

    def records(self, kind: str) -> list[dict[str, Any]]:
        """Gives the records [[kind]]; raises HostMistake where something else has that name."""
        found = self.table.get(kind, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            spot = Spot(table=kind) if isinstance(found, dict) else Spot(key=kind)
            raise self.wrong(spot, kind, site_words("host.mistake.begins", kind=kind))
        return found


def mistake(path: Path, line: int, found: object, may: str) -> HostMistake:
    """Gives a mistake in one sentence: the file, the line, what was found, and what may stand there."""
    told = site_words("host.mistake.told", file=shown(path), line=line, found=_said(found), may=may)
    return HostMistake(told)


def among(found: object, known: Iterable[str], what: str) -> str:
    """Gives what may stand there: what comes closest, and all that is known."""
    known = tuple(known)
    plain = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(str(found).casefold(), plain, 1)
    all_known = ", ".join(known) or site_words("host.mistake.nothing_known")
    may = site_words("host.mistake.among", what=what, known=all_known)
    return site_words("host.mistake.meant", close=plain[close[0]], among=may) if close else may


def read(path: Path) -> HostFile:
    """Gives a TOML file; HostMistake with its line where it is none."""
    return parsed(path, words(path))


def parsed(path: Path, text: str, above: int = 0) -> HostFile:
    """Gives TOML that stands in a file below so many lines; HostMistake with its line where it is none."""
    try:
        return HostFile(path=path, text=text, table=tomllib.loads(text), above=above)
    except tomllib.TOMLDecodeError as wrong:
        raise _not_toml(path, text, above, str(wrong)) from None
    except RecursionError:
        found, may = site_words("host.found.brackets"), site_words("host.files.value")
        raise mistake(path, above + 1, found, may) from None


def words(path: Path) -> str:
    """Gives the text of a file; HostMistake with its line where it is no UTF-8."""
    if path.is_dir():
        raise mistake(path, 1, site_words("host.found.folder"), site_words("host.files.file", name=path.name))
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        found = site_words("host.found.unreadable", reason=wrong.strerror)
        raise mistake(path, 1, found, site_words("host.files.own_file", name=path.name)) from None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as wrong:
        line = raw[: wrong.start].count(b"\n") + 1
        raise mistake(path, line, site_words("host.found.byte"), site_words("host.files.text")) from None


def _not_toml(path: Path, text: str, above: int, wrong: str) -> HostMistake:
    at = AT.search(wrong)
    lines = text.splitlines()
    number = int(at[1]) if at else max(len(lines), 1)
    found = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    reason = AT.sub("", wrong).removesuffix(" (at end of document)")
    may = site_words("host.files.toml", reason=reason)
    return mistake(path, above + number, found or site_words("host.found.end"), may)


def tables(place: Path) -> tuple[HostFile, ...]:
    """Gives every TOML file of a folder, by name; HostMistake for anything else in it, which nobody would read."""
    return tuple(read(path) for path in listed(place, ".toml"))


def listed(place: Path, ending: str) -> Iterator[Path]:
    """Gives the files of a folder, by name; HostMistake for one with another ending, and where it is no folder."""
    if place.exists() and not place.is_dir():
        raise mistake(place, 1, site_words("host.found.file"), site_words("host.files.folder", name=place.name))
    for path in sorted(place.glob("*")):
        if is_left(path.name):
            continue
        if path.is_dir() or not path.name.endswith(ending):
            found = site_words("host.found.folder") if path.is_dir() else path.name
            raise mistake(path, 1, found, site_words("host.files.endings", name=place.name, ending=ending))
        yield path


def line_of(text: str, *near: object) -> int:
    """Gives the line where the first of `near` stands, then below it the next; 1 where nothing is found."""
    lines, at = text.splitlines(), 0
    for each in near:
        pattern = re.compile(rf"(?<![\w-]){re.escape(_written(each))}(?![\w-])")
        at = next((number for number in range(at, len(lines)) if pattern.search(lines[number])), at)
    return at + 1


def line_at(text: str, spot: Spot) -> int:
    """Gives the line of a spot, or that of its table's header where the key is not there; 1 where nothing is found."""
    seen, header, inside = -1, 0, not spot.table
    key = re.compile(rf'\s*"?{re.escape(spot.key)}"?\s*=')
    for number, line in enumerate(text.splitlines(), 1):
        if (found := HEADER.match(line)) is not None:
            is_table, is_part = found[1] == spot.table, found[1].startswith(f"{spot.table}.")
            # [closure.x] opens the table too where no [closure] stands above it.
            seen += is_table or (is_part and seen < 0)
            inside = seen == spot.nth and (is_table or is_part)
            if inside and (not header or found[1] == f"{spot.table}.{spot.key}"):
                header = number
        elif inside and spot.key and key.match(line):
            return number
    return header or 1


def shown(path: Path) -> str:
    """Gives a path as the host knows it, from the root of the copy."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _said(found: object) -> str:
    told = " ".join(_written(found).split())
    short = told if len(told) <= MOST_FOUND else f"{told[:MOST_FOUND].rstrip()} …"
    return f"“{short}”" if isinstance(found, str) else short
