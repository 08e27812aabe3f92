"""Records tests/exchanges, tests/digests.txt and the tables of pairs; look at every change before you commit it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import days_said
import digests
import pairs
import problems_told
import readings
import remarks
from exchange_files import FOLDER, record
from exchange_requests import REQUESTS

from followup_site.words.wording import site_words


def main() -> None:
    """Writes one file an exchange and removes those that nothing asks for any more."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        if old.stem not in REQUESTS:
            old.unlink()
    for name in REQUESTS:
        record(name)
    digests.record()
    pairs.record(readings.FILE, readings.reading)
    pairs.record(remarks.FILE, remarks.remarks)
    pairs.record(problems_told.FILE, problems_told.told)
    pairs.record(days_said.FILE, days_said.meant)
    print(site_words("commands.record.exchanges", count=len(REQUESTS)))


if __name__ == "__main__":
    main()
