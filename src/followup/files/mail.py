"""A letter as something a mail program opens: a mailto link and an .eml file."""

import re
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import quote as escaped
from urllib.parse import quote

from followup.files import domains

# Longer links are cut off or refused by common mail programs.
MAILTO_LIMIT = 1_800
NAME_LIMIT = 200
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


def eml(name: str, address: str, subject: str, body: str) -> str:
    """Gives the letter as a file that mail programs open as a draft, with CRLF line ends and ASCII only."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _line(subject)
    message.set_content("\n".join(body.splitlines()) + "\n", cte="quoted-printable")
    # X-Unsent tells the mail program that this is a draft to be edited and sent.
    return f"X-Unsent: 1\r\n{_to(_line(name)[:NAME_LIMIT].strip(), address)}{message.as_bytes().decode('ascii')}"


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
        return f"{name} " if BARE.fullmatch(name) else f'"{escaped(name)}" '
    return Header(name, charset="utf-8", header_name="To").encode(linesep="\r\n") + " "


def _line(text: str) -> str:
    """Gives text that cannot begin another header: whatever ends a line becomes a space."""
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    # What looks like an encoded word would be decoded by the reader's mail program into something else.
    return words.replace("=?", "= ?")


def _coded(text: str, keep: str = "") -> str:
    return quote(text, safe=keep, errors="replace")
