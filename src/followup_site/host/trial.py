"""Asks the engine a few things with a host's data, so that data which cannot be used stop the build and no reader."""

import os
import subprocess
import sys
from pathlib import Path

from followup_site.host.mistakes import HostMistake, folder, shown
from followup_site.words.wording import site_words

PROGRAM = """
import json, sys
from followup.door import answer
from followup.letters import letters
from followup.letters.letter import blanks
from followup.planning.approaches import approaches
from followup.words.calls import calls

def ask(tool, fields, now="2027-01-20T12:00:00-05:00"):
    answer(json.dumps({"tool": tool, "now": now, "fields": fields}))

rounds = [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}]
called = [{"format": "phone", "date": "2027-01-08", "ends": "11:00", "zone": "America/New_York"}]
waits = ({}, {"promise": {"kind": "date", "by": "2027-01-15"}})
for approach in approaches():
    for held in (rounds, called):
        for wait in waits:
            case = {"rounds": held, "country": "US", "approach": approach, **wait}
            for now in ("2027-01-08T12:00:00-05:00", "2027-02-20T12:00:00-05:00"):
                ask("planner", case, now)
company = {"company": "Acme", "role": "Data Analyst", "rounds": rounds, "country": "US"}
for about in ("", *calls()):
    fields = {"my_name": "Sam Lee", "my_phone": "+1 212 555 0123", "about": about, "case": company}
    ask("call-sheet", fields)
cases = [{"id": "1", "name": "Acme", "case": company}, {"id": "2", "name": "Half", "case": {"company": "Half"}}]
ask("interviews", {"cases": cases})
ask("what-now", {"answers": {"where": "silence", "followed-up": "once"}, "case": company})
filled = {name: blank.example for name, blank in blanks().items()}
for name in [one for one in letters() if one in sys.argv[1:]]:
    for tone in ("plain", "warm", "formal"):
        fields = {"letter": name, "variant": tone, "blanks": filled, "case": {"rounds": rounds, "country": "US"}}
        ask("writer", fields)
"""


def with_data(data: Path) -> dict[str, str]:
    """Gives the environment of a process whose engine reads the data of that folder, called followup_host."""
    kept = {key: value for key, value in os.environ.items() if key != "FOLLOWUP_DATA"}
    return kept | {"PYTHONPATH": str(data.parent)}


def tried(data: Path, letters: tuple[str, ...]) -> None:
    """Raises HostMistake where the engine fails with those data."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *letters],
        env=with_data(data),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip() or site_words("host.found.nothing")).splitlines()[-1]
        raise HostMistake(site_words("host.trial.plan", folder=shown(folder()), last=last))
