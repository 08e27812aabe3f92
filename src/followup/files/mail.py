"""A letter as something a mail program opens: a mailto link and an .eml file."""

import re
from binascii import b2a_base64, b2a_qp
from collections.abc import Iterator
from urllib.parse import quote

from followup.files import domains

# Longer links are cut off or refused by common mail programs.
MAILTO_LIMIT = 1_800
NAME_LIMIT = 200
# A line of a header holds so many signs (RFC 5322), 76 where a word in it is encoded (RFC 2047): beside "Subject: "
# that is the base64 of so many bytes.
LINE, WORD = 78, 39
# What a display name may hold without quotes (RFC 5322, an atom), and what an address may hold before its @.
BARE = re.compile(r"[\w!#$%&'*+/=?^`{|}~ -]*", re.ASCII)
LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
# What a mail server takes for a domain, once it is in ASCII.
DOMAIN = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


def mailto(address: str, subject: str, body: str) -> str:
    """Gives the link that opens the letter in the mail program, or nothing when it is too long for one.

    >>> mailto("dana@example.com", "Thank you", "Hi Dana,")
    'mailto:dana@example.com?subject=Thank%20you&body=Hi%20Dana%2C'
    """
    crlf = "\r\n".join(body.splitlines())
    link = f"mailto:{_coded(address, keep='@')}?subject={_coded(_line(subject))}&body={_coded(crlf)}"
    return link if len(link) <= MAILTO_LIMIT else ""


def sms(body: str) -> str:
    """Gives the link that opens a short message on a phone, with nobody's number in it.

    >>> sms("Hi Dana,")
    'sms:?&body=Hi%20Dana%2C'
    """
    # Apple reads what follows "&", Android what follows "?": both take the two together.
    return f"sms:?&body={_coded(body)}"


def eml(name: str, address: str, subject: str, body: str) -> str:
    """Gives the letter as a file that mail programs open as a draft, with CRLF line ends and ASCII only."""
    # X-Unsent tells the mail program that this is a draft to be edited and sent.
    return (
        f"X-Unsent: 1\r\n{_to(_line(name)[:NAME_LIMIT].strip(), address)}Subject: {_subject(_line(subject))}\r\n"
        'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        f"MIME-Version: 1.0\r\n\r\n{_printable(body)}"
    )


def _subject(text: str) -> str:
    """A subject in ASCII, folded between words; one with other signs or endless words is encoded."""
    lines = [""]
    for word in f"Subject: {text}".split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if len(longer) <= LINE:
            lines[-1] = longer
        else:
            lines.append(f" {word}")
    folded = "\r\n".join(lines).removeprefix("Subject: ")
    # A first word that finds no room beside the header's name would leave that line empty.
    is_plain = text.isascii() and max(map(len, lines)) <= LINE and lines[0].startswith("Subject: ")
    return folded if is_plain and text else _encoded(text)


def _encoded(text: str) -> str:
    """Text as encoded words, one a line."""
    return "\r\n ".join(f"=?utf-8?b?{b2a_base64(part, newline=False).decode()}?=" for part in _parts(text))


def _parts(text: str) -> Iterator[bytes]:
    """The bytes of a text in pieces that fit an encoded word; no sign is cut in two."""
    piece = b""
    for sign in text:
        more = sign.encode(errors="replace")
        if len(piece + more) > WORD:
            yield piece
            piece = b""
        piece += more
    if piece:
        yield piece


def _printable(body: str) -> str:
    text = "\n".join(body.splitlines()) + "\n"
    return b2a_qp(text.encode(errors="replace"), istext=True).decode().replace("\n", "\r\n")


def _to(name: str, address: str) -> str:
    """The line that names the recipient, or nothing where no mail server would take the address.

    Written here, not by the standard library: CPython 3.13.0 drops the quotes of a long name while it folds the
    line, and each comma in it then begins another recipient.
    """
    local, _, domain = address.rpartition("@")
    if not LOCAL.fullmatch(local):
        return ""
    try:
        plain = domains.ascii_domain(domain)
    except domains.Unwritable:
        return ""
    return f"To: {_phrase(name)}<{local}@{plain}>\r\n" if DOMAIN.fullmatch(plain) else ""


def _phrase(name: str) -> str:
    """A display name in ASCII that holds one recipient whatever signs are in it; a long one is not folded in quotes."""
    if not name:
        return ""
    if name.isascii():
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f"{name} " if BARE.fullmatch(name) else f'"{escaped}" '
    return f"{_encoded(name)} "


def _line(text: str) -> str:
    """Gives text that cannot begin another header: whatever ends a line becomes a space."""
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    # What looks like an encoded word would be decoded by the reader's mail program into something else.
    return words.replace("=?", "= ?")


def _coded(text: str, keep: str = "") -> str:
    return quote(text, safe=keep, errors="replace")
