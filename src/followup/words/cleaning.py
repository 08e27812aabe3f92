"""Makes typed text harmless: no character in it can break a line, a header or a file."""

import re
import unicodedata

from followup.forms.values import TURNING


def without_marks(text: str) -> str:
    """Gives text with plain letters in place of those with marks above or below them.

    >>> without_marks("José, Nguyễn")
    'Jose, Nguyen'
    """
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def clean_line(text: str) -> str:
    """Gives text on one line: what could break a line or a mail header becomes a space."""
    return " ".join(_harmless(text, keep="").split())


def clean_text(text: str) -> str:
    """Gives text with plain line ends and without control characters."""
    lines = _harmless(re.sub(r"\r\n?", "\n", text), keep="\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _harmless(text: str, keep: str) -> str:
    return "".join(_harmless_character(character, keep) for character in TURNING.sub("", text))


def _harmless_character(character: str, keep: str) -> str:
    if character in keep:
        return character
    category = unicodedata.category(character)
    # A lone surrogate cannot be written to any file.
    if category == "Cs":
        return "\ufffd"
    return " " if category in ("Cc", "Zl", "Zp") else character
