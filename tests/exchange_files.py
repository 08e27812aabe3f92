"""Reads and writes tests/exchanges: a request with its data and problems, the wording around them left out."""

import json
from pathlib import Path
from typing import Any

from exchange_requests import REQUESTS

from followup import door

FOLDER = Path(__file__).parent / "exchanges"


def exchange(name: str) -> dict[str, Any]:
    """One exchange as it is today, the request as an object where it is one."""
    answered = json.loads(door.answer(REQUESTS[name]))
    return {"request": _readable(REQUESTS[name]), "data": answered["data"], "problems": answered["problems"]}


def _readable(text: str) -> Any:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return read if json.dumps(read, ensure_ascii=False) == text else text


def recorded(name: str) -> Any:
    """The exchange as it was recorded."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def record(name: str) -> None:
    """Writes the exchange as it is today."""
    # Text that no file can hold, such as half a surrogate pair, stays escaped.
    text = json.dumps(exchange(name), indent=1)
    (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
