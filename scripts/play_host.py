"""Plays a host from a fresh clone: all changes at once, a check, a build, a server under a path, a new version, again.

Tells how long each part took, and stops at the first that a host could not live with.
"""

import argparse
import contextlib
import http.client
import json
import os
import re
import resource
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
# The filled example, and above it everything else that a host can change.
FOLDERS = (Path("docs/hosts/example"), Path("tests/hosts/everything"))
PREFIX = "/after"
CASE = {
    "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}],
    "country": "US",
}
# Where a page of the copy stands, and words that only this host's copy has there.
TELLS = {
    "/": "Smith &amp; Sons &quot;Careers&quot;",
    "/contact/": "Write to us at the address below",
    "/campus/": "The union waits nine days, we wait eight business days",
    "/guide/our-desk/": "We read your draft with you",
    "/guide/waiting-well/": "Ask at our desk",
    "/guide/first-check-in/": "eight business days after your last interview day",
    "/sources/disagreements/": "Eight business days from the last interview day",
    "/sources/rules/": "Ask after nine days, and again after 20 days",
    "/letters/": "After a talk at the campus fair",
    "/guide/recorded/": "Our career centre helped me to write this",
    "/tools/planner/": "At their place",
    "/about/": "2 Mill Lane, Leeds",
    "/about/privacy/": "a count of visits, for thirty days",
    "/about/accessibility/": "1 February 2027",
}
GONE = ("call-sheet", "checker", "calendar-file")
LINKS = re.compile(rf'href="[^"]*tools/(?:{"|".join(GONE)})[/"#]')
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
    """Does one part and says how long it took, and how much of the processor: a busy machine makes the first longer."""
    begun, used = time.monotonic(), processor()
    part()
    print(
        f"host: {name:28} {time.monotonic() - begun:5.0f} s, {processor() - used:5.0f} s of the processor", flush=True
    )


def processor() -> float:
    """Gives the seconds of processor that all commands so far have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
    """Puts all changes at once into the host's folder, with a page and a letter in the place of ours, and commits."""
    host = copy / "host"
    for folder in FOLDERS:
        shutil.copytree(copy / folder, host, dirs_exist_ok=True)
    shutil.copyfile(copy / "overrides" / "assets" / "images" / "mark-180.png", host / "icon.png")
    page = (copy / "docs" / "guide" / "waiting-well.md").read_text("utf-8")
    (host / "docs" / "guide" / "waiting-well.md").write_text(f"{page}\nAsk at our desk.\n", "utf-8")
    letter = (copy / "src" / "followup" / "data" / "letters" / "check-in.txt.jinja").read_text("utf-8")
    own = "\nOur career centre helped me to write this.\n"
    (host / "letters" / "check-in.txt.jinja").write_text(f"{letter.rstrip()}\n{own}", "utf-8")
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
    """Asks the copy's own server for pages that tell of each change, and for links to tools that are left out."""
    with served(copy) as port:
        for place, words in TELLS.items():
            status, text = fetched(port, f"{PREFIX}{place}")
            require(status == 200 and words in text, f"{place} says “{words}”")
        for tool in GONE:
            require(fetched(port, f"{PREFIX}/tools/{tool}/")[0] == 404, f"the tool {tool} is gone")
        require(fetched(port, f"{PREFIX}/guide")[0] in (301, 307), "a path without a slash leads on")
    leading = [page for page in (copy / "site").rglob("*.html") if LINKS.search(page.read_text(encoding="utf-8"))]
    require(not leading, f"no page leads to a tool that is left out: {leading}")


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
        # Nine days are Sat 16 January, and Monday is Martin Luther King's day.
        ({"approach": "union"}, "2027-01-19"),
        ({"approach": "calm"}, "2027-01-20"),
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
