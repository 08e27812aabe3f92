"""Builds the site and everything beside it, one step after another."""

import fcntl
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, time
from importlib.metadata import version
from pathlib import Path

from followup_site.calendars import calendar_data
from followup_site.host.colours import check_contrast
from followup_site.host.leaving_out import without_links
from followup_site.host.merging import OURS, forget, merge
from followup_site.host.mistakes import HostMistake
from followup_site.host.pages import compose, told_by
from followup_site.host.settings import settings
from followup_site.places.writing import NAME as PLACES
from followup_site.places.writing import place_file
from followup_site.publish.archive import write_archive
from followup_site.publish.build_date import build_date
from followup_site.publish.bundle import make_bundle
from followup_site.publish.compress import BEST, QUICK, compress
from followup_site.publish.discovery import public_url, write_discovery
from followup_site.publish.for_readers import for_readers
from followup_site.publish.icons import size_icons
from followup_site.publish.joining import join_styles, put_first
from followup_site.publish.licences import write_licences
from followup_site.publish.offline import write_offline
from followup_site.publish.open_me import NAME, write_open_me
from followup_site.publish.seal import seal
from followup_site.publish.trim import trim
from followup_site.publish.web_manifest import write_manifest
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
SITE = ROOT / "site"


def main() -> None:
    """Writes `site/`; it takes the place of the one before when it is whole."""
    os.chdir(ROOT)
    os.environ["SOURCE_DATE_EPOCH"] = epoch()
    told = settings()
    check_contrast(told.colours)
    if told.address:
        os.environ.setdefault("SITE_URL", told.address)
    os.environ["RELEASE"] = version("after-the-interview")
    make_data()
    site = mkdocs(BUILD / "next")
    trim(site)
    leave_out(site, told.leave_out)
    for_readers(site)
    write_discovery(site, public_url())
    size_icons(site)
    join_styles(site)
    make_bundle(site)
    put_first(site)
    shutil.copyfile(place_file(BUILD), site / "assets" / "app" / PLACES)
    write_licences(site)
    write_manifest(site, told.logo, told.icon, told.leave_out)
    seal(site)
    write_offline(site)
    # Without an image there is no one file to open, and nothing to hand out.
    if "--quick" in sys.argv or os.environ.get("FREEZE") == "0":
        compress(site, BUILD / "packed", QUICK)
    else:
        shutil.copyfile(write_open_me(site), BUILD / NAME)
        compress(site, BUILD / "packed", QUICK if "--pack-quickly" in sys.argv else BEST)
        write_archive(site, BUILD / "after-the-interview.zip")
    replace(site)


def epoch() -> str:
    """Gives the build's day in seconds, for every tool that would ask the clock."""
    return str(int(datetime.combine(build_date(), time(), UTC).timestamp()))


def make_data() -> None:
    """Writes the calendars, the host's data over ours, and the sums of what both say."""
    forget()
    calendar_data.write(calendar_data.FOLDER, build_date().year)
    if merge() != OURS:
        # A process of its own reads the data as merged; this one has read ours by now.
        subprocess.run([sys.executable, "-m", "followup_site.calendars.tallies"], check=True)


def mkdocs(target: Path) -> Path:
    """Gives the folder with the pages that MkDocs made; a warning stops the build."""
    shutil.rmtree(target, ignore_errors=True)
    # Never --quiet: MkDocs then counts no warnings, and nothing is strict.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", compose(), "-d", target]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and (mistake := told_by(done.stderr)):
        raise mistake
    print(done.stderr, done.stdout, sep="", end="", file=sys.stderr)
    done.check_returncode()
    return target


def leave_out(site: Path, tools: tuple[str, ...]) -> None:
    """Takes out of every page the links to tools that the host leaves out."""
    for page in site.rglob("*.html") if tools else ():
        page.write_text(without_links(page.read_text(encoding="utf-8"), tools), encoding="utf-8")


def replace(site: Path) -> None:
    """Puts a whole site in the place of the one before."""
    before = BUILD / "before"
    shutil.rmtree(before, ignore_errors=True)
    if SITE.exists():
        SITE.rename(before)
    site.rename(SITE)
    shutil.rmtree(before, ignore_errors=True)


if __name__ == "__main__":
    BUILD.mkdir(exist_ok=True)
    # Two builds at once would write into each other's folders.
    with (BUILD / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            main()
        except HostMistake as mistake:
            sys.exit(str(mistake))
        except subprocess.CalledProcessError as failed:
            sys.exit(site_words("commands.site.stopped", command=failed.cmd[1:4]))
