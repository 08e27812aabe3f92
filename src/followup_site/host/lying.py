"""What lies in a host's folder: what it may hold, and what in it nobody can read."""

import os
from collections.abc import Iterator
from pathlib import Path

from followup_site.host.closures import NAME as CLOSURES
from followup_site.host.left import is_left
from followup_site.host.mistakes import folder, mistake
from followup_site.words.wording import site_words

KNOWN = ("README.md", "settings.toml", CLOSURES, "docs", "rules", "words", "letters")
PICTURES = (".svg", ".png", ".jpg", ".webp")
PAGE = ".md"
OTHER_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".MD")


def markdown_pages(own: Path) -> Iterator[Path]:
    """Gives the pages below a folder, by their place."""
    return (path for path in _below(own) if path.name.endswith(PAGE))


def check_folder() -> None:
    """Raises HostMistake for what the folder may not hold, and for what in it cannot be read."""
    home = folder()
    if not home.is_dir() and (home.exists() or "FOLLOWUP_HOST" in os.environ):
        found = site_words(f"host.found.{'file' if home.exists() else 'nothing'}")
        raise mistake(home, 1, found, site_words("host.files.home"))
    for path in _below(home):
        _check_readable(path)
        at_top = path.parent == home
        if at_top and path.name not in KNOWN and path.suffix not in PICTURES:
            raise mistake(path, 1, path.name, site_words("host.files.holds", known=", ".join(KNOWN)))
        if path.suffix in OTHER_PAGES and path.is_relative_to(home / "docs"):
            raise mistake(path, 1, path.name, site_words("host.files.page", ending=PAGE))
    if (docs := home / "docs").is_file():
        raise mistake(docs, 1, site_words("host.found.file"), site_words("host.files.folder", name="docs"))


def _check_readable(path: Path) -> None:
    if path.is_symlink() and not path.exists():
        raise mistake(path, 1, site_words("host.found.lost_link"), site_words("host.files.link"))
    if _leads_in_circles(path):
        raise mistake(path, 1, site_words("host.found.circle"), site_words("host.files.other_folder"))
    if not (path.is_dir() or path.is_file()):
        raise mistake(path, 1, site_words("host.found.neither"), site_words("host.files.file", name=path.name))
    if not os.access(path, os.R_OK):
        raise mistake(path, 1, site_words("host.found.not_allowed"), site_words("host.files.own_file", name=path.name))


def _leads_in_circles(path: Path) -> bool:
    return path.is_dir() and path.parent.resolve().is_relative_to(path.resolve())


def _below(place: Path) -> Iterator[Path]:
    """Gives all below a folder, by name; a link that leads in circles is given, and not followed."""
    for path in sorted(place.iterdir()) if place.is_dir() and os.access(place, os.R_OK | os.X_OK) else ():
        if is_left(path.name):
            continue
        yield path
        if path.is_dir() and not _leads_in_circles(path):
            yield from _below(path)
