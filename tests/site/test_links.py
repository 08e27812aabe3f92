"""Every link of the built site leads somewhere, down to the heading it names."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

LYCHEE = Path(sys.executable).with_name("lychee")
# It holds the same pages in one file, and its script finds them.
ALL_IN_ONE = r"/open-me\.html$"
# What follows the sign in #letter=voicemail tells a tool something and names no heading.
TOLD_TO_A_TOOL = r"^(file:[^#]*)#[^#]*=.*$ $1"


def address(folder: Path) -> str:
    """Gives the address that a site was built for, by its first page; a host's settings or SITE_URL told it."""
    told = re.search(r'rel="canonical" href="([^"]*)"', (folder / "index.html").read_text(encoding="utf-8"))
    return told[1] if told else ""


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """Gives what lychee says of every link between the pages of a folder; it asks no other host."""
    options = ["--offline", "--include-fragments", "--no-ignore", "--no-progress", "--mode", "plain"]
    places = [
        "--root-dir",
        str(folder),
        "--index-files",
        "index.html",
        "--extensions",
        "html",
        "--exclude-path",
        ALL_IN_ONE,
    ]
    # The "not found" page names addresses from the server's root.
    below = urlsplit(address(folder)).path.rstrip("/")
    known = ["--remap", rf"^(file://{folder}){below}(/.*)?$ $1$2"] if below else []
    command = [str(LYCHEE), *options, *places, *known, "--remap", TOLD_TO_A_TOOL, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_link_leads_to_a_page_and_every_fragment_to_a_place_in_it(built: Path) -> None:
    """Also from a citation to its rule, and from a tool's answer to its letter."""
    done = checked(built)
    assert 0 == done.returncode, done.stdout + done.stderr


def test_the_not_found_page_is_looked_at_below_the_address_of_the_copy(tmp_path: Path) -> None:
    """Whoever told it: SITE_URL, as the files for automatic builds set it, or the settings."""
    (tmp_path / "index.html").write_text('<link rel="canonical" href="https://example.org/jobs/after/">')
    (tmp_path / "404.html").write_text('<a href="/jobs/after/">Home</a> <a href="/jobs/after/gone/">Gone</a>')
    done = checked(tmp_path)
    assert (1, True) == (done.stdout.count("[ERROR]"), "gone" in done.stdout), done.stdout


def test_a_link_to_a_page_or_a_place_that_is_not_there_is_found(tmp_path: Path) -> None:
    """The check itself sees what it is there to see."""
    links = '<a href="gone/"></a> <a href="#gone"></a> <a href="here/#there"></a> <a href="here/#letter=x"></a>'
    (tmp_path / "here").mkdir()
    (tmp_path / "index.html").write_text(links)
    (tmp_path / "here" / "index.html").write_text('<p id="there"></p>')
    done = checked(tmp_path)
    assert 2 == done.stdout.count("[ERROR]"), done.stdout
