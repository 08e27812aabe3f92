"""One line for each exchange and each stored draft: what the whole answer is, part by part, as digests.

An exchange shows dates and problems; a digest moves with every byte that a page, a file or the command line would show.
A pure move changes none. Where one changes, the commit says what a reader now sees.
"""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from exchange_requests import REQUESTS

sys.path.insert(1, str(Path(__file__).parent / "checking"))

from stored_drafts import stored_drafts

from followup import door

FILE = Path(__file__).parent / "digests.txt"
PARTS = ("data", "fragment", "files", "problems")
NOW = "2027-01-07T18:00:00-05:00"


def requests() -> Iterator[tuple[str, str]]:
    """Every request by its name: the exchanges as they are, the drafts as somebody pastes them."""
    yield from REQUESTS.items()
    for stored in stored_drafts():
        fields = {"draft": stored.draft.text}
        yield f"draft/{stored.name}", json.dumps({"tool": "checker", "now": NOW, "fields": fields})


def digest(request: str) -> str:
    """The parts of one answer, eight digits each."""
    answered = json.loads(door.answer(request))
    return " ".join(sha256(json.dumps(answered[part]).encode()).hexdigest()[:8] for part in PARTS)


def digests() -> list[str]:
    """All lines as they are today, under a line that names the parts."""
    return [f"# {' '.join(PARTS)}", *(f"{digest(request)} {name}" for name, request in requests())]


def record() -> None:
    """Writes the lines as they are today."""
    FILE.write_text("\n".join([*digests(), ""]), encoding="utf-8")
