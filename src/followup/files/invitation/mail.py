"""The parts of a saved email: the calendar that it holds, its words, and to whom it was sent."""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from followup.files.invitation.lines import whole_letters

HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*)")
ENCODED_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?\s]*)\?=")
ADDRESS = re.compile(r"[^\s<>,;:\"()]+@[^\s<>,;:\"()]+")
# By one of these a text is known as a saved email; the words of one may begin with the others too.
SIGNS = frozenset(("mime-version", "content-type", "received", "message-id", "return-path", "delivered-to"))
# A line that ends in a blank goes on in the next one (RFC 3676); only that of a signature does not.
FLOWED = re.compile(r"(?<=[^\s>-] )\n(?=[^\s>])")
# What browsers read as Windows' letters too; without a codec of its own, which the frozen image does not hold.
WESTERN = frozenset("windows-1252 cp1252 iso-8859-1 iso8859-1 latin1 latin-1 l1 ansi".split())
WINDOWS = {0x80 + at: sign for at, sign in enumerate("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ")}
# Other encodings that emails are written in; any other name is a slip.
FURTHER = frozenset(
    "utf-16 utf-16le utf-16be iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-9 iso-8859-15 windows-1250 windows-1251"
    " windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 koi8-r koi8-u gb2312 gbk gb18030 big5 shift_jis"
    " iso-2022-jp euc-jp euc-kr ks_c_5601-1987 tis-620".split()
)
DEEPEST = 6
MESSAGE = "message/rfc822"
MOST_PARTS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPart:
    """One part of an email that holds text: what kind it is, and the text."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mail:
    """A saved email: headers by name in small letters, and the parts that hold text."""

    headers: Mapping[str, str]
    parts: tuple[TextPart, ...]

    @property
    def calendar(self) -> str:
        """The calendar in it, or nothing."""
        named = (part.text for part in self.parts if part.kind in ("text/calendar", "application/ics"))
        told = (part.text for part in self.parts if part.kind != MESSAGE and "BEGIN:VCALENDAR" in part.text)
        return next(named, "") or next(told, "")

    @property
    def words(self) -> str:
        """What it says, in plain text where it has that."""
        told = {part.kind: part.text for part in reversed(self.parts)}
        return told.get("text/plain", "") or told.get("text/html", "")

    @property
    def reader(self) -> str:
        """The one address that it was sent to, or nothing where there are several."""
        found = ADDRESS.findall(self.headers.get("delivered-to", "")) or ADDRESS.findall(self.headers.get("to", ""))
        return found[0] if len({address.casefold() for address in found}) == 1 else ""


def mail(text: str) -> Mail | None:
    """The email that a text is, or None where it does not begin with the headers of one."""
    headers, body = _parted(re.sub(r"\r+\n?", "\n", text).lstrip("\ufeff\n \t"))
    return Mail(headers=headers, parts=tuple(_parts(headers, body, 0))) if SIGNS & set(headers) else None


def attached(letter: Mail) -> Mail | None:
    """The first email that is attached to another, as some programs forward one."""
    return next((mail(part.text) for part in letter.parts if part.kind == MESSAGE), None)


def decoded_words(text: str) -> str:
    """A header's text with its encoded words read: "=?UTF-8?Q?Interview_=E2=80=93?=" is "Interview –"."""
    return ENCODED_WORD.sub(_word, re.sub(r"\?=\s+=\?", "?==?", text))


def _word(found: re.Match[str]) -> str:
    charset, how, text = found.groups()
    data = _unquoted(text.replace("_", " ")) if how in "qQ" else _from_base64(text)
    return _decoded(data, charset)


def _parted(text: str) -> tuple[Mapping[str, str], str]:
    """The headers of a text, unfolded, and what stands below them; no headers where the first line is none."""
    head, _, body = text.partition("\n\n")
    found: dict[str, str] = {}
    for line in re.sub(r"\n[ \t]+", " ", head).split("\n"):
        header = HEADER.fullmatch(line)
        if header:
            found.setdefault(header[1].lower(), decoded_words(header[2].strip()))
        elif not found and not line.startswith(("From ", ">From ")):
            return {}, text
    return found, body


def _parts(headers: Mapping[str, str], body: str, depth: int) -> Iterator[TextPart]:
    kind, parameters = _content_type(headers.get("content-type", "text/plain"))
    boundary = parameters.get("boundary", "")
    if kind.startswith("multipart/") and boundary and depth < DEEPEST:
        for inner in body.split(f"--{boundary}")[1 : MOST_PARTS + 1]:
            if not inner.startswith("--"):
                # A part may have no headers, and then begins with an empty line.
                yield from _parts(*_parted(inner.removeprefix("\n")), depth + 1)
    elif kind == MESSAGE and depth < DEEPEST:
        yield TextPart(kind=kind, text=body)
        yield from _parts(*_parted(body.lstrip("\n")), depth + 1)
    elif kind.startswith("text/") or _is_calendar(kind, headers, parameters):
        encoding = headers.get("content-transfer-encoding", "").lower()
        kind = "text/calendar" if _is_calendar(kind, headers, parameters) else kind
        told = _text(body, encoding, parameters.get("charset", "utf-8"))
        yield TextPart(
            kind=kind, text=FLOWED.sub("", told) if parameters.get("format", "").lower() == "flowed" else told
        )


def _is_calendar(kind: str, headers: Mapping[str, str], parameters: Mapping[str, str]) -> bool:
    named = parameters.get("name", "") + headers.get("content-disposition", "")
    return kind in ("text/calendar", "application/ics") or ".ics" in named.lower()


def _content_type(text: str) -> tuple[str, Mapping[str, str]]:
    kind, *given = text.split(";")
    pairs = (each.partition("=") for each in given)
    return kind.strip().lower(), {name.strip().lower(): value.strip().strip('"') for name, _, value in pairs}


def _text(body: str, encoding: str, charset: str) -> str:
    if encoding not in ("quoted-printable", "base64"):
        return body
    return _decoded(_unquoted(body) if encoding == "quoted-printable" else _from_base64(body), charset)


def _unquoted(text: str) -> bytes:
    return binascii.a2b_qp(text.encode("utf-8", "replace"))


def _from_base64(text: str) -> bytes:
    """The bytes, as far as they are whole: a file that was cut off ends anywhere."""
    plain = re.sub(r"[^A-Za-z0-9+/]", "", text)
    return binascii.a2b_base64(plain[: len(plain) // 4 * 4] + _padded(plain[len(plain) // 4 * 4 :]))


def _padded(rest: str) -> str:
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def _decoded(data: bytes, charset: str) -> str:
    name = charset.strip().lower()
    if name in WESTERN:
        return data.decode("latin-1").translate(WINDOWS)
    try:
        if name in FURTHER:
            return data.decode(name)
    except (LookupError, ValueError):
        pass
    return whole_letters(data).decode("utf-8", "replace")
