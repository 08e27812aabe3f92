"""The day the build counts from, so that a build can be repeated."""

import os
import subprocess
from datetime import UTC, date, datetime


def build_date() -> date:
    """Gives the day of SOURCE_DATE_EPOCH, else of the last commit, in UTC."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit()
    # A downloaded archive has no history; there the build counts from the day it is made.
    moment = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    return moment.date()


def _last_commit() -> str:
    try:
        done = subprocess.run(["git", "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


if __name__ == "__main__":
    print(build_date().isoformat())
