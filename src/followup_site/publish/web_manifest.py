"""Writes the web app manifest: with it the site can stand on a home screen, where a phone keeps what is kept in it."""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from followup_site.host.pictures import size
from followup_site.words.wording import site_words

NAME = "manifest.webmanifest"
# As the theme's header, in light.
COLOUR = "#f7f9f9"
INVITATION = "tools/invitation/"
INVITATIONS = ("text/calendar", "message/rfc822", ".ics", ".eml")
# What is shared or opened with this site goes to the page that reads invitations; the service worker answers.
SHARING: Mapping[str, Any] = {
    "share_target": {
        "action": INVITATION,
        "method": "POST",
        "enctype": "multipart/form-data",
        "params": {"text": "text", "files": [{"name": "file", "accept": [*INVITATIONS, "text/plain", ".txt"]}]},
    },
    "file_handlers": [
        {"action": INVITATION, "accept": {"text/calendar": [".ics"], "message/rfc822": [".eml"]}},
    ],
}
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def write_manifest(site: Path, logo: str = "", icon: str = "", left_out: tuple[str, ...] = ()) -> Path:
    """Gives the manifest after writing it into the site's root; its name is that of the first page.

    A host's `logo` and `icon` stand where our mark would, and our PNG goes where there is a logo alone.
    """
    found = TITLE.search((site / "index.html").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("the first page has no title")
    name = html.unescape(found[1]).partition(" - ")[0].strip()
    pictures = [_measured(site, each) for each in icons(logo, icon)]
    (site / NAME).write_text(
        json.dumps(manifest(name, pictures, left_out), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return site / NAME


def _measured(site: Path, picture: Mapping[str, str]) -> Mapping[str, str]:
    """Gives a picture with the size that it has: a host's icon may be larger than ours."""
    path = site / picture["src"]
    if path.suffix != ".png" or not path.is_file():
        return picture
    width, height = size(path)
    return {**picture, "sizes": f"{width}x{height}"}


def icons(logo: str = "", icon: str = "") -> list[Mapping[str, str]]:
    """Gives the pictures by which a phone knows the site."""
    ending = Path(logo).suffix or ".svg"
    kind = "image/svg+xml" if ending == ".svg" else "image/png"
    drawn = {"src": f"assets/images/mark{ending}", "sizes": "any", "type": kind}
    small = {"src": "assets/images/mark-180.png", "sizes": "180x180", "type": "image/png"}
    return [drawn, small] if icon or not logo else [drawn]


def manifest(name: str, pictures: list[Mapping[str, str]], left_out: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """Gives what the manifest says; addresses count from where it lies, so that the site works at any path."""
    return {
        "name": name,
        "short_name": name,
        "description": site_words("publish.manifest.about"),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": COLOUR,
        "theme_color": COLOUR,
        "icons": pictures,
        **({} if "invitation" in left_out else SHARING),
    }
