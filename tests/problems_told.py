"""What the planner finds wrong in a case, on one line, or where it stands; asked is what differs from a plain case."""

import json
from copy import deepcopy
from itertools import pairwise
from pathlib import Path

from cases import fields
from exchange_requests import request

from followup import door

FILE = Path(__file__).parent / "case" / "problems_told.txt"
NOW = "2027-02-01T12:00:00-05:00"


def told(changes: str) -> str:
    """The problems of a case with these changes, as JSON with paths for keys: {"rounds.0.ends": "14:00"}."""
    case = deepcopy(fields())
    for path, value in json.loads(changes).items():
        _put(case, path.split("."), value)
    answer = json.loads(door.answer(request("planner", case, NOW)))
    found = [f"{one['field']}: {one['message']}" for one in answer["problems"]]
    return " | ".join(found) if found else f"{answer['data']['state']}, next {answer['data']['next'] or 'nothing'}"


def _put(where: object, path: list[str], value: object) -> None:
    """Puts a value at a path; lists grow by one where they are asked to."""
    for step, following in pairwise(path):
        where = _at(where, step, [] if following.isdigit() else {})
    if isinstance(where, list):
        _at(where, path[-1], value)
        where[int(path[-1])] = value
    elif isinstance(where, dict):
        where[path[-1]] = value


def _at(where: object, step: str, empty: object) -> object:
    if isinstance(where, list):
        if int(step) == len(where):
            where.append(empty)
        return where[int(step)]
    assert isinstance(where, dict)
    return where.setdefault(step, empty)
