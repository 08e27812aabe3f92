"""Writes the page for double-clicks: the handbook and its tools in one file that needs no server."""

import base64
import gzip
import hashlib
import html
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from followup_site.forms.form_html import environment
from followup_site.publish.bundle import WORK as RUNTIME
from followup_site.publish.joining import joined
from followup_site.publish.python_archive import ROOT

NAME = "open-me.html"
SCRIPT = ROOT / "overrides" / "assets" / "offline" / "open-me.js"
WORK = ROOT / "build" / "open-me"
LEFT_OUT = ("developers/", "hosts/")
# A letter inside the page is an article too: the last end is the page's own.
ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
# What follows from the policy: nothing from outside, one script, one sheet, Python's worker.
POLICY = (
    "default-src 'none'; script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{style}'; "
    "img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'"
)


class NotInlined(ValueError):
    """The page for double-clicks would need something from outside; it stops the build."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page of the site: its path from the root, its title and what it says."""

    path: str
    title: str
    article: Markup


def write_open_me(site: Path) -> Path:
    """Gives the page for double-clicks after writing it into the root of the built site."""
    home = (site / "index.html").read_text(encoding="utf-8")
    style, script = _style(site, home), _script()
    whole = (
        environment()
        .get_template("open_me.html.jinja")
        .render(
            title=html.unescape(_first(TITLE, home)).partition(" - ")[0],
            pages=tuple(pages(site)),
            python=Markup(_python(site)),
            style=Markup(style),
            script=Markup(script),
            policy=POLICY.format(script=_sha256(script), style=_sha256(style)),
        )
    )
    (site / NAME).write_text(whole, encoding="utf-8")
    return site / NAME


def pages(site: Path) -> Iterator[Page]:
    """Gives the pages for readers, home first; an article ends up in a template, so its ids meet no other's."""
    for path in sorted(site.rglob("index.html"), key=lambda path: path.parent.relative_to(site).parts):
        folder = path.parent.relative_to(site).as_posix()
        name = "" if folder == "." else f"{folder}/"
        if not name.startswith(LEFT_OUT):
            text = path.read_text(encoding="utf-8")
            title = html.unescape(_first(TITLE, text)).partition(" - ")[0]
            yield Page(path=name, title=title, article=Markup(_first(ARTICLE, text).strip()))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    if found is None:
        raise NotInlined(f"a page without {pattern.pattern}")
    return found[1]


def _style(site: Path, home: str) -> str:
    sheets = [(site / address).read_text(encoding="utf-8") for address in SHEET.findall(home)]
    style = re.sub(r"/\*#? ?sourceMappingURL.*?\*/", "", "\n".join(sheets))
    if re.search(r"url\((?!['\"]?(?:data:|#))", style) or "@import" in style or "</style" in style:
        raise NotInlined("a style sheet asks for another file")
    # Inside a page CRLF would become LF, and the hash would no longer fit.
    return style.replace("\r\n", "\n")


def _script() -> str:
    # Beside each other as in the sources, with the manifest that is filled now.
    shutil.copytree(RUNTIME / "app", WORK / "app", dirs_exist_ok=True)
    (WORK / "offline").mkdir(exist_ok=True)
    source = Path(shutil.copyfile(SCRIPT, WORK / "offline" / SCRIPT.name))
    # A classic script has no address of its own; nothing is fetched from this one.
    address = '--define:import.meta.url="file:///open-me/assets/app/runtime.js"'
    script = joined(source, address, "--format=iife", "--charset=utf8")
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _python(site: Path) -> str:
    images = list((site / "assets" / "runtime").glob("*/image.wasm"))
    if len(images) != 1:
        raise NotInlined("this page needs Python's image, and the site has none")
    return base64.b64encode(gzip.compress(images[0].read_bytes(), compresslevel=9, mtime=0)).decode()


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
