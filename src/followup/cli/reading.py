"""Reads what the command line is given: files of JSON, drafts, and what other programs wrote."""

import json
import sys
from pathlib import Path
from typing import Any

from followup import door
from followup.files.invitation.lines import whole_letters
from followup.model.wording import view_words


class Refused(Exception):
    """What was given on the command line cannot be used."""


def json_file(path: str) -> Any:
    """Gives what a JSON file holds; Refused where it cannot be read."""
    try:
        return json.loads(text(path), object_pairs_hook=door.once)
    except door.Doubled as doubled:
        raise Refused(view_words("command.doubled", path=path, name=doubled)) from None
    except RecursionError:
        raise Refused(view_words("command.deep", path=path)) from None
    except ValueError as error:
        raise Refused(view_words("command.no_json", path=path, error=error)) from None


def text(path: str) -> str:
    """Gives a text in UTF-8; Refused where it is none."""
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(view_words("command.no_text", path=path)) from None


def any_text(path: str) -> str:
    """The text of a file that another program wrote, in whatever encoding."""
    data = _bytes(path)
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16") if marked else whole_letters(data).decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _bytes(path: str) -> bytes:
    try:
        if not path:
            raise Refused(view_words("command.no_name"))
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise Refused(view_words("command.unreadable", path=path, reason=error.strerror)) from None
