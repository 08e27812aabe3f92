"""Asks the public database of faults (osv.dev) about every pinned package, and says so where it could not be asked."""

import json
import re
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
DATABASE = "https://api.osv.dev/v1/querybatch"
AT_ONCE = 500
SECONDS = 20
PYTHON = ("requirements.txt", "requirements-nightly.txt")
NODE = ("package-lock.json", "tests/compare/package-lock.json")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)

type Package = tuple[str, str, str]


def main() -> int:
    """Fails where a known fault is found; a database that does not answer is told and fails nothing."""
    pinned = sorted({*python_packages(), *node_packages()})
    try:
        found = faults(pinned)
    except (OSError, ValueError) as refused:
        print(site_words("commands.audit.silent", count=len(pinned), reason=type(refused).__name__))
        return 0
    for (ecosystem, name, version), names in found.items():
        print(f"{ecosystem} {name} {version}: {', '.join(names)}")
    print(site_words("commands.audit.found", count=len(pinned), faults=len(found)))
    return int(bool(found))


def python_packages() -> Iterator[Package]:
    """What Python's lists pin."""
    for file in PYTHON:
        for name, version in PINNED.findall((ROOT / file).read_text(encoding="utf-8")):
            yield "PyPI", name, version


def node_packages() -> Iterator[Package]:
    """What Node's locks pin."""
    for file in NODE:
        for path, told in json.loads((ROOT / file).read_text(encoding="utf-8"))["packages"].items():
            if path and not told.get("link"):
                yield "npm", told.get("name") or path.rpartition("node_modules/")[2], told["version"]


def faults(pinned: list[Package]) -> dict[Package, list[str]]:
    """The names of the known faults of each package that has any; raises OSError where the database is not reached."""
    found: dict[Package, list[str]] = {}
    for start in range(0, len(pinned), AT_ONCE):
        asked = pinned[start : start + AT_ONCE]
        for package, told in zip(asked, answers(asked), strict=True):
            if names := [one["id"] for one in told.get("vulns", ())]:
                found[package] = names
    return found


def answers(asked: list[Package]) -> list[dict[str, list[dict[str, str]]]]:
    """What the database says of each."""
    queries = [
        {"package": {"ecosystem": ecosystem, "name": name}, "version": version} for ecosystem, name, version in asked
    ]
    request = urllib.request.Request(
        DATABASE, json.dumps({"queries": queries}).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        told: list[dict[str, list[dict[str, str]]]] = json.load(answer)["results"]
        return told


if __name__ == "__main__":
    sys.exit(main())
