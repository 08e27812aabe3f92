"""Builds the site of the present commit twice, in two clones that share nothing, and compares the two to the byte."""

import filecmp
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from followup_site.publish.build_date import last_commit
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
# A path that gets into a file would show, even by its length.
PLACES = ("a", "a/much/longer/path")
MADE = ("site", "build/after-the-interview.zip", "build/open-me.html")


def main() -> None:
    """Prints what differs, and ends with 1 if anything does."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", last_commit())
    with tempfile.TemporaryDirectory() as folder:
        one, other = (built(Path(folder) / place / "clone") for place in PLACES)
        differing = [name for made in MADE for name in differences(one / made, other / made)]
        count = sum(path.is_file() for path in (one / "site").rglob("*"))
    print("\n".join(differing) or site_words("commands.twice.same", count=count))
    sys.exit(bool(differing))


def built(clone: Path) -> Path:
    """Gives a clone of this repository, set up and built by its own make."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], check=True)
    subprocess.run(["make", "--no-print-directory", "site"], cwd=clone, check=True)
    return clone


def differences(one: Path, other: Path) -> Iterator[str]:
    """Gives each file that only one build has, or that the two have differently."""
    if one.is_file() and other.is_file():
        yield from () if filecmp.cmp(one, other, shallow=False) else (one.name,)
        return
    names = {path.relative_to(side) for side in (one, other) for path in side.rglob("*") if path.is_file()}
    _, different, missing = filecmp.cmpfiles(one, other, sorted(map(str, names)), shallow=False)
    # A file or folder that neither build has is no agreement.
    yield from (*different, *missing) if names else (one.name,)


if __name__ == "__main__":
    main()
