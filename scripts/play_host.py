"""Plays a host from a fresh clone: all changes at once, a check, a build, a server under a path, a new version, again.

Tells how long each part took, and stops at the first that a host could not live with.
"""

import argparse
import contextlib
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from followup_site.publish.ports import free_port
from followup_site.publish.servers import running

ROOT = Path(__file__).parents[1]
EXAMPLE = Path("docs/hosts/example")
PREFIX = "/after"
CASE = {
    "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}],
    "country": "US",
}
# Where a page of the copy stands, and words that only this host's copy has there.
TELLS = {
    "/": "Northfield Career Centre",
    "/guide/our-desk/": "We read your draft with you",
    "/guide/first-check-in/": "eight business days after your last interview day",
    "/guide/waiting-well/": "Now you wait, for eight business days",
    "/sources/disagreements/": "Eight business days from the last interview day",
    "/sources/rules/": "Wait eight business days before you ask",
    "/letters/": "After a talk at the campus fair",
    "/about/": "1 College Road, Northfield",
    "/about/privacy/": "for seven days, to find faults",
    "/about/accessibility/": "15 January 2027",
}
LINKS = re.compile(r'href="[^"]*tools/call-sheet')
IDENTITY = ("-c", "user.name=A host", "-c", "user.email=host@example.org")


def main() -> int:
    """Plays the host; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-check", action="store_true", help="leave out make check, which takes longest")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="host-") as folder:
        upstream, copy = Path(folder) / "upstream", Path(folder) / "copy"
        timed("a fresh clone", lambda: clone(upstream, copy))
        timed("set-up", lambda: run(copy, "make", "setup"))
        timed("all changes at once", lambda: change(copy))
        live(copy, checked=not asked.without_check)
        timed("a new version is pulled", lambda: pull(upstream, copy))
        live(copy, checked=not asked.without_check)
        held = "A date of our own" in (copy / "site" / "index.html").read_text(encoding="utf-8")
        require(held, "the new version's words are on the first page")
    return 0


def timed(name: str, part: Callable[[], object]) -> None:
    """Does one part and says how long it took."""
    begun = time.monotonic()
    part()
    print(f"host: {name:28} {time.monotonic() - begun:4.0f} s", flush=True)


def run(folder: Path, *command: str) -> str:
    """Gives what a command wrote, run there as a host would; what it wrote is shown where it failed."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FOLLOWUP_", "SITE_URL", "VIRTUAL"))}
    done = subprocess.run(command, cwd=folder, env=kept | {"FREEZE": "0"}, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout[-6000:], done.stderr[-6000:], sep="\n", file=sys.stderr)
        sys.exit(f"host: {' '.join(command)} failed")
    return done.stdout


def require(held: bool, what: str) -> None:
    """Ends the play where something does not hold."""
    if not held:
        sys.exit(f"host: not so: {what}")


def clone(upstream: Path, copy: Path) -> None:
    """Makes a repository that stands for ours, and the host's copy of it."""
    run(ROOT, "git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(upstream))
    run(upstream, "git", "checkout", "--quiet", "-B", "main")
    run(upstream, "git", "clone", "--quiet", "--branch", "main", str(upstream), str(copy))


def change(copy: Path) -> None:
    """Puts the filled example into the host's folder, with a page in the place of ours, and commits it."""
    shutil.copytree(copy / EXAMPLE, copy / "host", dirs_exist_ok=True)
    page = copy / "host" / "docs" / "guide" / "waiting-well.md"
    page.write_text((copy / "docs" / "guide" / "waiting-well.md").read_text("utf-8") + "\nAsk at our desk.\n", "utf-8")
    run(copy, "git", "add", "host")
    run(copy, "git", *IDENTITY, "commit", "--quiet", "-m", "Make it ours")


def pull(upstream: Path, copy: Path) -> None:
    """Adds a commit of ours that touches what a host may have changed, and pulls it without a question."""
    for name, old, new in (
        ("docs/index.md", "\n## ", "\nA date of our own.\n\n## "),
        ("src/followup/data/rules/defaults.toml", "the later day presses less", "the later day presses them less"),
        ("overrides/assets/css/tokens.css", "\n}", "\n}\n\n/* A new version. */"),
        ("docs/guide/waiting-well.md", "\n## ", "\nA line of the new version.\n\n## "),
    ):
        text = (upstream / name).read_text(encoding="utf-8")
        require(old in text, f"{name} holds what the new version changes")
        (upstream / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    run(upstream, "git", *IDENTITY, "commit", "--quiet", "-am", "A new version")
    run(copy, "git", *IDENTITY, "pull", "--quiet", "--no-rebase", "--no-edit")


def live(copy: Path, *, checked: bool) -> None:
    """Checks, builds and serves the copy as it stands."""
    if checked:
        timed("make check", lambda: print(run(copy, "make", "check").strip()))
    timed("make site (FREEZE=0)", lambda: run(copy, "make", "site"))
    timed("served under a path", lambda: look(copy))
    timed("the command line", lambda: ask(copy))


def look(copy: Path) -> None:
    """Asks the copy's own server for pages that tell of each change, and for links to the tool that is left out."""
    with served(copy) as port:
        for place, words in TELLS.items():
            status, text = fetched(port, f"{PREFIX}{place}")
            require(status == 200 and words in text, f"{place} says “{words}”")
        require(fetched(port, f"{PREFIX}/tools/call-sheet/")[0] == 404, "the call sheet is gone")
        require(fetched(port, f"{PREFIX}/guide")[0] in (301, 307), "a path without a slash leads on")
    leading = [page for page in (copy / "site").rglob("*.html") if LINKS.search(page.read_text(encoding="utf-8"))]
    require(not leading, f"no page leads to the call sheet: {leading}")


@contextlib.contextmanager
def served(copy: Path) -> Iterator[int]:
    """Gives the port at which the copy's own server serves its site below a path."""
    port = free_port()
    program = (
        "import uvicorn; from pathlib import Path; from followup_site.publish.serving import app; "
        f"uvicorn.run(app(Path('site'), '{PREFIX}/'), host='127.0.0.1', port={port}, log_level='error')"
    )
    with running([copy / ".venv" / "bin" / "python", "-c", program], port, copy):
        yield port


def fetched(port: int, path: str) -> tuple[int, str]:
    """Gives status and text of one address."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, " ".join(answer.read().decode("utf-8").split())


def ask(copy: Path) -> None:
    """Asks the command line for a plan: eight business days, with a holiday between; and around the closure."""
    case = copy / "build" / "case.json"
    for change, expected in (
        ({}, "2027-01-20"),
        ({"approach": "centre"}, "2027-01-20"),
        # Eight business days after 22 March are 1 April, and 2 April where 31 March is a day off.
        ({"subdivision": "CA", "rounds": [CASE["rounds"][0] | {"date": "2027-03-22"}]}, "2027-04-02"),
    ):
        case.write_text(json.dumps({**CASE, **change}), encoding="utf-8")
        now = ("--now", "2027-03-22T20:00:00-04:00" if "rounds" in change else "2027-01-07T18:00:00-05:00")
        told = json.loads(run(copy, ".venv/bin/followup", "plan", str(case), *now, "--format", "json"))
        step = next(step for step in told["data"]["steps"] if step["action"] == "check-in")
        require(step["window"]["target"].startswith(expected), f"{change} plans the check-in for {expected}")


if __name__ == "__main__":
    sys.exit(main())
