"""The ways through What now?, as a reader goes them: facts that fit each other, and what the door answers."""

import base64
import json
import re
from collections.abc import Mapping
from typing import Any

from followup import door
from followup.tools.what_now import flow

# Facts that fit each other: an interview on Thursday 7 January 2027 in New York.
FACTS = {
    "interview": "2027-01-07",
    "ended": "15:00",
    "begins": "14:00",
    "zone": "America/New_York",
    "country": "",
    "promised": "2027-01-12",
    "promised-said": "",
    "named-said": "",
    "new-day-said": "",
    "moved-to": "",
    "back-on": "2027-02-08",
    "said-yes": "2027-01-12",
    "first-on": "2027-03-01",
    "handed": "2027-01-14",
    "sent": "2027-01-14",
    "sent-again": "2027-01-28",
    "heard": "2027-01-13",
    "call-on": "2027-02-10",
    "deadline": "2027-02-12",
    "next-on": "2027-02-09",
    "named": "2027-02-10",
    "new-day": "2027-01-27",
    "answered": "2027-01-14",
    "asked": "2027-01-21",
    "asked-last": "",
    "back": "2027-01-28",
    "called": "2027-01-29",
    "said-no": "2027-01-12",
    "set-on": "2027-01-12",
    "due-on": "2027-02-04",
    "offered": "2027-01-12",
    "until": "2027-02-08",
    "asked-time": "",
    "given-on": "2027-02-12",
    "closed-on": "2027-01-29",
    "told-no": "2027-01-29",
}
LATER = "2027-02-01T10:00:00-05:00"
SAME_DAY = "2027-01-07T16:00:00-05:00"


def asked(answers: Mapping[str, str], now: str = LATER, **words: Any) -> dict[str, Any]:
    """Gives the door's whole answer."""
    request = {"tool": "what-now", "now": now, "fields": {"answers": dict(answers), **words}}
    answer: dict[str, Any] = json.loads(door.answer(json.dumps(request)))
    return answer


def data(answers: Mapping[str, str], now: str = LATER, **words: Any) -> dict[str, Any]:
    """Gives the data of an answer without problems."""
    answer = asked(answers, now, **words)
    assert [] == answer["problems"]
    found: dict[str, Any] = answer["data"]
    return found


def facts(end: flow.Ending) -> dict[str, str]:
    """Gives the facts that an ending asks for."""
    names = [part.name for fact in end.asks for part in flow.flow().facts[fact].parts]
    return {name: FACTS[name] for name in names}


def case_in(fragment: str) -> dict[str, Any]:
    """Gives the case that the link to the planner carries."""
    (text,) = re.findall(r"tools/planner/#case=([\w-]+)", fragment)
    told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return told


def planner(told: Mapping[str, Any], now: str) -> dict[str, Any]:
    """Gives what the planner answers to a case."""
    request = {"tool": "planner", "now": now, "fields": told}
    found: dict[str, Any] = json.loads(door.answer(json.dumps(request)))["data"]
    return found
