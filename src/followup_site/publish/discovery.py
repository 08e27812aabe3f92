"""Writes what machines look for beside the pages: llms.txt, the feed of changes to the rules, robots.txt."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape, unescape
from pathlib import Path
from urllib.parse import urlsplit

from followup.rules import changes
from followup_site.publish.for_readers import OTHERS
from followup_site.words.wording import site_words

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
FEED = "changes.xml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page for readers: its place from the site's root, its title and what it is for."""

    place: str
    title: str
    about: str


def public_url() -> str:
    """Gives the address that the host gave the site, ending in a slash, or "" where it gave none of its own."""
    url = os.environ.get("SITE_URL", "")
    return "" if urlsplit(url).hostname in (None, "127.0.0.1", "localhost") else f"{url.rstrip('/')}/"


def write_discovery(site: Path, url: str) -> None:
    """Writes the files that fit the address of the site; `url` is "" where it is not known."""
    (site / "llms.txt").write_text(llms(site, url), encoding="utf-8")
    if url:
        (site / FEED).write_text(feed(url), encoding="utf-8")
    # A robot reads the one at the root of a host, so in a folder it would say nothing.
    if url and urlsplit(url).path == "/":
        (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n", encoding="utf-8")


def llms(site: Path, url: str) -> str:
    """Gives a list of the readers' pages in Markdown, as language models look for it."""
    pages = tuple(readers_pages(site))
    home, rest = pages[0], pages[1:]
    lines = [f"# {home.title}", "", f"> {home.about}"]
    folder = ""
    for page in rest:
        first = page.place.split("/")[0]
        if first != folder:
            folder = first
            lines += ["", f"## {first.capitalize()}", ""]
        lines.append(f"- [{page.title}]({url}{page.place}): {page.about}")
    return "\n".join(lines) + "\n"


def readers_pages(site: Path) -> Iterator[Page]:
    """Gives the pages for readers, the home page first, then by their place."""
    places = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    for place in places:
        address = "" if place == "." else f"{place}/"
        if not address.startswith(OTHERS):
            html = (site / address / "index.html").read_text(encoding="utf-8")
            title, about = TITLE.search(html), DESCRIPTION.search(html)
            yield Page(
                place=address,
                title=unescape(title[1]).strip().rsplit(" - ", 1)[0] if title else address,
                about=unescape(about[1]) if about else "",
            )


def feed(url: str) -> str:
    """Gives the changes to the rules as an Atom feed, newest first."""
    told, url = changes.changes(), escape(url)
    title, author = escape(site_words("publish.feed.title")), escape(site_words("publish.feed.author"))
    entries = "".join(_entry(change, url) for change in told)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{title}</title>\n<id>{url}{FEED}</id>\n"
        f'<link rel="self" href="{url}{FEED}"/>\n<link href="{url}sources/changes/"/>\n'
        f"<updated>{_moment(told[0])}</updated>\n<author><name>{author}</name></author>\n"
        f"{entries}</feed>\n"
    )


def _entry(change: changes.Change, url: str) -> str:
    address = f"{url}sources/changes/#{change.id}"
    return (
        f"<entry><title>{escape(change.title)}</title><id>{address}</id>"
        f'<link href="{address}"/><updated>{_moment(change)}</updated>'
        f"<summary>{escape(change.what)}</summary></entry>\n"
    )


def _moment(change: changes.Change) -> str:
    return datetime.combine(change.on, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
