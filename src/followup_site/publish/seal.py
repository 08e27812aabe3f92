"""Seals every built page: a policy that lets in this site alone, and inline only the theme's own scripts."""

import base64
import hashlib
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from followup_site.words.wording import site_words

HEAD = '<meta charset="utf-8">'
REFERRER = '<meta name="referrer" content="no-referrer">'
# A block of data between script tags is not run, so it needs no hash.
DATA_TYPES = {"application/json", "application/ld+json", "text/plain"}
FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data", "embed": "src"}
FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}


class Unsealed(ValueError):
    """A page holds what the policy would refuse; it stops the build."""


@dataclass
class Finds(HTMLParser):
    """What a page holds that concerns its policy."""

    scripts: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    inside: str = ""

    def __post_init__(self) -> None:
        """Prepares the reader of HTML."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes inline scripts to come, and what the policy would refuse."""
        given = {name: value or "" for name, value in attrs}
        own_script = tag == "script" and "src" not in given and given.get("type", "") not in DATA_TYPES
        self.inside = "script" if own_script else ""
        self.faults += [f"<{tag} {name}=...>" for name in given if name == "style" or name.startswith("on")]
        self.faults += ["<style>"] if tag == "style" else []
        fetched = [address for address in [_fetched(tag, given)] if _elsewhere(address)]
        self.faults += [site_words("mistakes.policy.fetched", tag=tag, address=address) for address in fetched]

    def handle_data(self, data: str) -> None:
        """Keeps the text of an inline script, which the parser gives whole."""
        if self.inside:
            self.scripts.add(data)
            self.inside = ""


def seal(site: Path) -> str:
    """Gives the policy after writing it into every page; raises `Unsealed` where a page would break it."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    found = {path: finds(page) for path, page in pages.items()}
    faults = [f"{path.relative_to(site)}: {fault}" for path, find in found.items() for fault in find.faults]
    if faults:
        raise Unsealed("\n".join(faults))
    # One policy for all pages: instant navigation runs a page's inline scripts under the policy of the one before.
    whole = policy({script for find in found.values() for script in find.scripts})
    for path, page in pages.items():
        path.write_text(sealed(page, whole), encoding="utf-8")
    return whole


def finds(page: str) -> Finds:
    """Gives what a page holds that concerns its policy."""
    found = Finds()
    found.feed(page)
    found.close()
    return found


def sealed(page: str, whole: str) -> str:
    """Gives the page with the policy before everything that it binds."""
    if page.count(HEAD) != 1:
        raise Unsealed(f"expected one {HEAD} in a page, found {page.count(HEAD)}")
    return page.replace(HEAD, f'{HEAD}<meta http-equiv="Content-Security-Policy" content="{whole}">{REFERRER}')


def policy(scripts: set[str]) -> str:
    """Gives the policy for pages whose inline scripts are these."""
    hashes = sorted(f"'sha256-{_sha256(script)}'" for script in scripts)
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {' '.join(hashes)}".strip(),
            "style-src 'self'",
            # The theme's icons stand as data in its stylesheet.
            "img-src 'self' data:",
            "connect-src 'self'",
            # Started from a blob, Python's worker and the search's inherit this policy; from an address they would have
            # none. The service worker has to start from one.
            "worker-src 'self' blob:",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _fetched(tag: str, given: dict[str, str]) -> str:
    if tag == "link":
        return given.get("href", "") if FETCHED_LINKS & set(given.get("rel", "").split()) else ""
    return given.get(FETCHED.get(tag, ""), "")


def _elsewhere(address: str) -> bool:
    return address.startswith(("http:", "https:", "//"))
