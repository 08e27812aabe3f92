"""The day the build counts from, so that a build can be repeated."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime


def build_date() -> date:
    """Gives the day of SOURCE_DATE_EPOCH, else today, in UTC."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    return moment.date()


def last_commit() -> str:
    """Gives the moment of the last commit in seconds, or nothing where there is no history: in a downloaded archive.

    Tests, releases and `make twice` take it as SOURCE_DATE_EPOCH, so that what they build can be built again.
    """
    try:
        done = subprocess.run(["git", "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


if __name__ == "__main__":
    print(last_commit() if "--last-commit" in sys.argv else build_date().isoformat())
