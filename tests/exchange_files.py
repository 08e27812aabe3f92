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
    data = _with_short_reasons(answered["data"])
    return {"request": _readable(REQUESTS[name]), "data": data, "problems": answered["problems"]}


def _with_short_reasons(data: Any) -> Any:
    """The data with the reasons of each bound on one line: rule, source and stance."""
    if isinstance(data, list):
        return [_with_short_reasons(one) for one in data]
    if not isinstance(data, dict):
        return data
    return {key: _short(value) if key == "because" else _with_short_reasons(value) for key, value in data.items()}


def _short(reasons: Any) -> Any:
    bounds = dict.fromkeys(one["bound"] for one in reasons)
    return {
        bound: "; ".join(f"{one['rule']} {one['source']} {one['stance']}" for one in reasons if one["bound"] == bound)
        for bound in bounds
    }


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
