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
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from followup_site.publish.ports import free_port
from followup_site.publish.servers import running
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
# The filled example, and above it everything else that a host can change.
FOLDERS = (Path("docs/hosts/example"), Path("tests/hosts/everything"))
PREFIX = "/after"
CASE = {
    "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}],
    "country": "US",
}
PLAYED = tomllib.loads((ROOT / "tests" / "hosts" / "played.toml").read_text("utf-8"))
GONE = ("call-sheet", "checker", "calendar-file")
LINKS = re.compile(rf'href="[^"]*tools/(?:{"|".join(GONE)})[/"#]')
IDENTITY = ("-c", f"user.name={PLAYED['git']['name']}", "-c", "user.email=host@example.org")


def main() -> int:
    """Plays the host; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-check", action="store_true", help=site_words("commands.host.without_check"))
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="host-") as folder:
        upstream, copy = Path(folder) / "upstream", Path(folder) / "copy"
        timed("clone", lambda: clone(upstream, copy))
        timed("setup", lambda: run(copy, "make", "setup"))
        timed("change", lambda: change(copy))
        live(copy, checked=not asked.without_check)
        timed("pull", lambda: pull(upstream, copy))
        live(copy, checked=not asked.without_check)
        held = PLAYED["next"]["shows"] in (copy / "site" / "index.html").read_text(encoding="utf-8")
        require(held, "new_words")
    print(site_words("commands.host.held", name=PLAYED["next"]["shows"]))
    return 0


def timed(name: str, part: Callable[[], object]) -> None:
    """Does one part and says how long it took, and how much of the processor: a busy machine makes the first longer."""
    begun, used = time.monotonic(), processor()
    part()
    took = {"seconds": time.monotonic() - begun, "processor": processor() - used}
    print(site_words("commands.host.took", part=site_words(f"commands.host.{name}"), **took), flush=True)


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
        sys.exit(site_words("commands.host.failed", command=" ".join(command)))
    return done.stdout


def require(held: bool, what: str, **facts: object) -> None:
    """Ends the play where something does not hold, and says what."""
    if not held:
        sys.exit(site_words("commands.host.wrong", what=site_words(f"commands.host.{what}", **facts)))


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
    (host / "docs" / "guide" / "waiting-well.md").write_text(f"{page}\n{PLAYED['added']['page']}\n", "utf-8")
    letter = (copy / "src" / "followup" / "data" / "letters" / "check-in.txt.jinja").read_text("utf-8")
    (host / "letters" / "check-in.txt.jinja").write_text(f"{letter.rstrip()}\n\n{PLAYED['added']['letter']}\n", "utf-8")
    run(copy, "git", "add", "host")
    run(copy, "git", *IDENTITY, "commit", "--quiet", "-m", PLAYED["git"]["ours"])


def pull(upstream: Path, copy: Path) -> None:
    """Adds a commit of ours that touches what a host may have changed, and pulls it without a question."""
    for one in PLAYED["next"]["changes"]:
        text = (upstream / one["file"]).read_text(encoding="utf-8")
        require(one["old"] in text, "holds", file=one["file"])
        (upstream / one["file"]).write_text(text.replace(one["old"], one["new"], 1), encoding="utf-8")
    run(upstream, "git", *IDENTITY, "commit", "--quiet", "-am", PLAYED["git"]["next"])
    run(copy, "git", *IDENTITY, "pull", "--quiet", "--no-rebase", "--no-edit")


def live(copy: Path, *, checked: bool) -> None:
    """Checks, builds and serves the copy as it stands."""
    if checked:
        timed("check", lambda: print(run(copy, "make", "check").strip()))
    timed("site", lambda: run(copy, "make", "site"))
    timed("served", lambda: look(copy))
    timed("cli", lambda: ask(copy))


def look(copy: Path) -> None:
    """Asks the copy's own server for pages that tell of each change, and for links to tools that are left out."""
    with served(copy) as port:
        for place, words in PLAYED["tells"].items():
            status, text = fetched(port, f"{PREFIX}{place}")
            require(status == 200 and words in text, "says", page=place, words=words)
        for tool in GONE:
            require(fetched(port, f"{PREFIX}/tools/{tool}/")[0] == 404, "gone", tool=tool)
        require(fetched(port, f"{PREFIX}/guide")[0] in (301, 307), "leads_on")
    leading = [page for page in (copy / "site").rglob("*.html") if LINKS.search(page.read_text(encoding="utf-8"))]
    require(not leading, "no_link", pages=leading)


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
        require(step["window"]["target"].startswith(expected), "plans", change=change, day=expected)


if __name__ == "__main__":
    sys.exit(main())
