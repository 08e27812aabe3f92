"""A letter as something a mail program opens: a mailto link and an .eml file."""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

# Longer links are cut off or refused by common mail programs.
MAILTO_LIMIT = 1_800
NAME_LIMIT = 200


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
    # Tells the mail program that this is a draft to be edited and sent.
    message["X-Unsent"] = "1"
    recipient = _recipient(name, address)
    if recipient:
        message["To"] = recipient
    message["Subject"] = _line(subject)
    message.set_content("\n".join(body.splitlines()) + "\n", cte="quoted-printable")
    return message.as_bytes().decode("ascii")


def _recipient(name: str, address: str) -> Address | None:
    local, _, domain = address.rpartition("@")
    try:
        plain = f"{local}@{domain.encode('idna').decode('ascii')}"
        return Address(display_name=_line(name)[:NAME_LIMIT], addr_spec=plain) if local else None
    # The standard library's parser meets odd addresses with either family of errors.
    except (ValueError, IndexError, MessageError):
        return None


def _line(text: str) -> str:
    """Gives text that cannot begin another header: whatever ends a line becomes a space."""
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    # What looks like an encoded word would be decoded by the reader's mail program into something else.
    return words.replace("=?", "= ?")


def _coded(text: str, keep: str = "") -> str:
    return quote(text, safe=keep, errors="replace")
