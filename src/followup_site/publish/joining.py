"""Joins the pages' scripts and style sheets with esbuild: each file of its own costs a reader a way to the server."""

import hashlib
import re
import subprocess
from pathlib import Path

from followup_site.publish.python_archive import ROOT, clear

COMMANDS = ROOT / "node_modules" / ".bin"
ESBUILD, PURGECSS = COMMANDS / "esbuild", COMMANDS / "purgecss"
# Where a class is named that a page may have: the site itself, the scripts, and what Python answers.
NAMING = ("**/*.html", "assets/app/*.js", "assets/look/*.js", "assets/javascripts/**/*.js")
ANSWERS = ROOT / "src" / "followup" / "data" / "panels" / "*.jinja"
STYLES = ROOT / "build" / "styles.css"
THEME = "assets/stylesheets"
# A page has one Python, so its side of it is a script of its own.
MODULE = ("--format=esm", "--external:./runtime.js")
# This one waits for no file, not even its own: it stands in the page, behind a link beside which it would lie.
AT_ONCE = ("--format=iife", "--define:import.meta.url=document.currentScript.previousElementSibling.href")
FIRST = re.compile(r'(<link rel="modulepreload" [^>]*>)<script async src="[^"]*preload\.js"></script>')
SCRIPTS = {"main.js": MODULE, "python/runtime.js": MODULE, "python/preload.js": AT_ONCE}
SHEET = re.compile(r'\s*<link rel="stylesheet" href="([^"]*?)(assets/[^"]+)">')


class NotJoined(ValueError):
    """Two pages ask for different style sheets; it stops the build."""


def joined(source: Path, *options: str, folder: Path = ROOT) -> str:
    """Gives a script or a style sheet with all it imports, as small as may be; options may name files in a folder."""
    command = [str(ESBUILD), str(source), "--bundle", "--minify", *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout


def join_scripts(sources: Path, target: Path) -> None:
    """Writes the scripts of the pages into an empty folder."""
    clear(target)
    for name, options in SCRIPTS.items():
        # Beside each other in the site, as they are seen from this folder.
        script = joined(sources / name, *options, folder=sources / "python")
        (target / Path(name).name).write_text(script, encoding="utf-8")


def put_first(site: Path) -> None:
    """Puts the script that wakes Python into the pages that name it, and takes its file away."""
    script = site / "assets" / "app" / "preload.js"
    text = script.read_text(encoding="utf-8").strip().replace("</script", "<\\/script").replace("<!--", "<\\!--")
    for page in site.rglob("*.html"):
        told = page.read_text(encoding="utf-8")
        put, count = FIRST.subn(lambda found: f"{found[1]}<script>{text}</script>", told)
        if count:
            page.write_text(put, encoding="utf-8")
    script.unlink()


def join_styles(site: Path) -> Path:
    """Gives the one style sheet after writing it; every page of the site asks for it alone."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    asked = {tuple(sheet for _, sheet in SHEET.findall(page)) for page in pages.values()}
    if len(asked) != 1:
        raise NotJoined(str(asked))
    _leave_out_unused(site)
    STYLES.write_text("".join(f'@import "{site / sheet}";\n' for sheet in asked.pop()), encoding="utf-8")
    text = joined(STYLES)
    target = site / THEME / f"site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.min.css"
    clear(target.parent)
    clear(site / "assets" / "css").rmdir()
    target.write_text(text, encoding="utf-8")
    for path, page in pages.items():
        path.write_text(_with_one(page, target.relative_to(site).as_posix()), encoding="utf-8")
    return target


def _leave_out_unused(site: Path) -> None:
    """Takes out of the theme's sheets what nothing names; a browser weighs each rule against each part of a page."""
    content = [*(f"{site}/{names}" for names in NAMING), str(ANSWERS)]
    command = [str(PURGECSS), "--css", f"{site / THEME}/*.css", "--content", *content, "--output", str(site / THEME)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def _with_one(page: str, sheet: str) -> str:
    """Gives the page with this sheet in the first place of the others."""
    first = SHEET.search(page)
    if first is None:
        raise NotJoined("a page without a style sheet")
    before, after = page[: first.start()], page[first.end() :]
    return f'{before}\n<link rel="stylesheet" href="{first[1]}{sheet}">{SHEET.sub("", after)}'
