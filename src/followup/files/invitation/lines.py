"""The lines of a calendar file (RFC 5545), as events: unfolded, split and unescaped, whatever is broken in them."""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# A name, its parameters with quoted values, and the rest; what stands between delimiters cannot hold one.
LINE = re.compile(r'([A-Za-z0-9-]+)((?:;(?:"[^"\n]*"|[^":;\n])*)*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"\n]*"|[^";\n])*)')
# Lines are folded by their bytes (RFC 5545, 3.1), and so within a letter of several.
FOLDED_LETTER = re.compile(r"(?<=[\x80-\xff])\r*\n[ \t](?=[\x80-\xbf])")
ESCAPED = re.compile(r"\\([nN,;:\\])")
CARETS = {"^n": "\n", "^'": '"', "^^": "^"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One property: its name in capitals, its parameters by name in capitals, its value as it stands."""

    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text, unescaped."""
        return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value).strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One event, or one description of a zone: its own lines in the order in which they stand."""

    lines: tuple[Line, ...]

    def all(self, name: str) -> tuple[Line, ...]:
        """Every line of that name."""
        return tuple(line for line in self.lines if line.name == name)

    def first(self, name: str) -> Line | None:
        """The first line of that name that says anything."""
        return next((line for line in self.all(name) if line.value.strip()), None)

    def text(self, name: str) -> str:
        """The text of that line, or nothing."""
        line = self.first(name)
        return line.text if line else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarFile:
    """What a file holds: the lines of the calendar itself, its events and its descriptions of zones."""

    own: Block
    events: tuple[Block, ...]
    zones: tuple[Block, ...]


@dataclass(slots=True)
class _Open:
    """Blocks while they are read; a block that is never closed ends where the next begins."""

    own: list[Line] = field(default_factory=list)
    events: list[list[Line]] = field(default_factory=list)
    zones: list[list[Line]] = field(default_factory=list)
    at: list[str] = field(default_factory=list)

    def begin(self, kind: str) -> None:
        if kind in ("VEVENT", "VTIMEZONE"):
            self.at = [kind]
            (self.events if kind == "VEVENT" else self.zones).append([])
        elif kind != "VCALENDAR":
            self.at.append(kind)

    def end(self, kind: str) -> None:
        if kind in self.at:
            del self.at[self.at.index(kind) :]
        elif kind in ("VEVENT", "VTIMEZONE", "VCALENDAR"):
            self.at.clear()

    def add(self, line: Line) -> None:
        if not self.at:
            self.own.append(line)
        elif self.at[0] == "VTIMEZONE":
            self.zones[-1].append(line)
        elif self.at == ["VEVENT"]:
            self.events[-1].append(line)


def calendar(text: str) -> CalendarFile | None:
    """What a calendar file holds, or None where the text is none; a damaged line is passed over."""
    found = _Open()
    for line in map(split, unfolded(text)):
        if line is None:
            continue
        kind = line.value.strip().upper()
        if line.name == "BEGIN":
            found.begin(kind)
        elif line.name == "END":
            found.end(kind)
        else:
            found.add(line)
    # Where the line that begins an event is lost, its lines seem to be the calendar's own.
    events = found.events or ([found.own] if any(line.name == "DTSTART" for line in found.own) else [])
    if not events and "BEGIN:VCALENDAR" not in text.upper():
        return None
    return CalendarFile(own=_block(found.own), events=tuple(map(_block, events)), zones=tuple(map(_block, found.zones)))


def whole_letters(data: bytes) -> bytes:
    """The bytes of a file in UTF-8 without the folds that stand within a letter."""
    # Byte by byte as signs, for the frozen image knows no patterns of bytes.
    return FOLDED_LETTER.sub("", data.decode("latin-1")).encode("latin-1")


def unfolded(text: str) -> Iterator[str]:
    """The lines as they were before they were folded; empty ones are left out."""
    plain = re.sub(r"\r+\n?", "\n", text)
    return (line for line in re.sub(r"\n[ \t]", "", plain).split("\n") if line.strip())


def split(text: str) -> Line | None:
    """One line as a property, or None where it is none; a quote that is never closed does not hide the value."""
    line = text.strip().lstrip("\ufeff")
    found = LINE.match(line) or LINE.match(line.replace('"', ""))
    if found is None:
        return None
    name, parameters, value = found.groups()
    told = dict(_parameters(parameters))
    # Calendars of the first version spell what is not ASCII out.
    if told.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = binascii.a2b_qp(value.encode("utf-8", "replace")).decode("utf-8", "replace")
    return Line(name=name.upper(), parameters=told, value=value)


def _parameters(text: str) -> Iterator[tuple[str, str]]:
    for name, value in PARAMETER.findall(text):
        yield name.upper(), re.sub(r"\^[n'^]", lambda found: CARETS[found[0]], value.replace('"', "")).strip()


def _block(lines: list[Line]) -> Block:
    return Block(lines=tuple(lines))
