"""Gives the requests that the build asks the engine, so that all it needs is awake and proven."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from followup.dates import clock
from followup.door import TOOLS
from followup_site.training import invented
from followup_site.training.odd import made_odd

NOW = "2027-01-07T16:00:00-05:00"
ROUND = {"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}
PERSON = {"name": "Dana Ruiz", "email": "dana@example.com", "part": "interviewer", "zone": ""}
CASE = {
    "company": "Acme",
    "role": "Data Analyst",
    "rounds": [{**ROUND, "interviewers": [PERSON]}],
    "promise": {"kind": "none", "by": "", "from": ""},
    "country": "US",
    "my_zone": "Europe/London",
    "approach": "balanced",
    "events": [],
}
A_FEW, SOME, ODD = 24, 160, 300
APPROACHES = ("balanced", "patient", "staffing", "primer", "checklist", "resume", "formats")


def build_requests(exchanges: Path) -> tuple[str, ...]:
    """Gives what is asked first, every invented request and every stored exchange."""
    return (*first_requests(), *_invented(), *filter(_is_shallow, _stored(exchanges)), "", "[]")


def first_requests() -> tuple[str, ...]:
    """Gives the worked case in every approach, an empty form for every tool, and each tool asked a few times."""
    plans = [request("planner", CASE | {"approach": approach}) for approach in APPROACHES]
    empty = [request(tool, {}) for tool in TOOLS]
    return (*plans, *empty, *islice(_invented(), A_FEW))


def more_requests() -> tuple[str, ...]:
    """Gives many more, one for every zone, and odd ones: what none of all calls or enters is left out of the image."""
    return (*_invented(len(clock.zone_names()), seed=1), *made_odd(_invented(ODD, seed=2)))


def _invented(count: int = SOME, seed: int = 0) -> Iterator[str]:
    found = invented.invented(count, seed)
    return (request(tool, fields, invented.NOW) for tool, fields in found)


def request(tool: str, fields: Mapping[str, object], now: str = NOW) -> str:
    """Gives the text of one request."""
    return json.dumps({"tool": tool, "now": now, "fields": fields}, ensure_ascii=False)


def _stored(exchanges: Path) -> list[str]:
    found = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(exchanges.glob("*.json")))
    return [_text(exchange.get("request", "")) for exchange in found]


def _is_shallow(text: str) -> bool:
    # A thousand brackets in a row end any WebAssembly stack before Python counts them.
    return "[" * 1000 not in text.replace(" ", "")


def _text(stored: object) -> str:
    # Half a character cannot stand in a text that travels; its escape can.
    written = stored if isinstance(stored, str) else json.dumps(stored, ensure_ascii=False)
    return written if not _HALVES.search(written) else json.dumps(stored)


_HALVES = re.compile("[\ud800-\udfff]")
