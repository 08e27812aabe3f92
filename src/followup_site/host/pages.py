"""Lays a host's pages over ours: a folder of Markdown and a mkdocs.yml that inherits ours, for the build to read."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from followup_site.host.colours import style_sheet
from followup_site.host.leaving_out import without_markdown_links
from followup_site.host.left import left
from followup_site.host.lying import markdown_pages
from followup_site.host.mistakes import ROOT, HostMistake, folder, line_of, mistake, words
from followup_site.host.settings import Settings, settings
from followup_site.words.wording import site_words

COPY = ROOT / "build" / "copy"
OURS = "After the Interview"
# These tell of the project, which keeps its name.
PROJECT = ("developers/", "hosts/")
LOGO = "assets/images/mark"
ICON = "assets/images/mark-180.png"
WARNED = re.compile(r"Doc file '([^']+)' contains a link '([^']+)'")
MISSED = re.compile(
    r"Doc file '([^']+)' contains a link '[^']+', but the doc '([^']+)' does not contain an anchor '(#[^']+)'"
)
FAILED = re.compile(r"Error (?:building|reading) page '([^']+)'")
# What a message about a tag or a citation names of it.
SPOKEN = re.compile(r"[A-Z]\d+|<followup-[a-z-]+|\[\[[^\]]*\]\]")

type Nav = list[Any]


def compose(target: Path = COPY) -> Path:
    """Gives the mkdocs.yml of the copy, written beside its pages; HostMistake where a page cannot be used."""
    told, own = settings(), folder() / "docs"
    shutil.rmtree(target, ignore_errors=True)
    docs = target / "docs"
    shutil.copytree(ROOT / "docs", docs)
    for page in docs.rglob("*.md"):
        _adapt(page, page.relative_to(docs).as_posix(), told)
    new = _lay_over(own, docs) if own.exists() else []
    for tool in told.leave_out:
        (docs / "tools" / f"{tool}.md").unlink(missing_ok=True)
    _draw(told, docs)
    # JSON is YAML too.
    written = target / "mkdocs.yml"
    written.write_text(json.dumps(_configuration(told, new, docs), ensure_ascii=False, indent=1), "utf-8")
    return written


def _adapt(page: Path, place: str, told: Settings) -> None:
    text = without_markdown_links(page.read_text(encoding="utf-8"), told.leave_out)
    if told.name and not place.startswith(PROJECT):
        text = text.replace(OURS, told.name)
    page.write_text(text, encoding="utf-8")


def own_pages(own: Path) -> dict[str, str]:
    """Gives the host's pages by their place below `docs`, with their titles; HostMistake for one without."""
    return {path.relative_to(own).as_posix(): _title(path) for path in markdown_pages(own)}


def _lay_over(own: Path, docs: Path) -> list[tuple[str, str]]:
    """Gives the new pages with their titles; each page of the host takes the place of ours."""
    titles = own_pages(own)
    new = [(place, title) for place, title in titles.items() if not (docs / place).exists()]
    _check_addresses(own, titles, docs)
    shutil.copytree(own, docs, dirs_exist_ok=True, ignore=left)
    return new


def _check_addresses(own: Path, places: Iterable[str], docs: Path) -> None:
    """Raises HostMistake for a page at the address of another: a reader would find one of both."""
    taken = {_address(place): place for place in (page.relative_to(docs).as_posix() for page in docs.rglob("*.md"))}
    for place in places:
        other = taken.setdefault(_address(place), place)
        if other != place:
            may = site_words("host.pages.address", other=other)
            raise mistake(own / place, 1, place, may)


def _address(place: str) -> str:
    parts = place.removesuffix(".md").split("/")
    return "/".join(parts[:-1] if parts[-1] in ("index", "README") else parts)


def _title(path: Path) -> str:
    text = words(path)
    _, meta = get_data(text)
    for key in ("title", "description"):
        if not isinstance(meta.get(key), str) or not meta[key].strip():
            lines = text.splitlines() or [site_words("host.found.nothing")]
            line = next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), 0)
            found = lines[line] or site_words("host.found.empty_line")
            raise mistake(path, line + 1, found, site_words("host.pages.front"))
    return str(meta["title"])


def told_by(output: str) -> HostMistake | None:
    """Gives what MkDocs said of a page of the host, as a mistake in one sentence; None where it spoke of none."""
    for found in WARNED.finditer(output):
        if (path := folder() / "docs" / found[1]).exists():
            return mistake(path, line_of(words(path), found[2]), found[2], site_words("host.pages.link"))
    for linking, place, anchor in MISSED.findall(output):
        if (path := folder() / "docs" / place).exists():
            may = site_words("host.pages.anchor", anchor=anchor, linking=linking)
            return mistake(path, 1, site_words("host.found.heading", anchor=anchor), may)
    failed = FAILED.search(output)
    if failed is None or not (path := folder() / "docs" / failed[1]).exists():
        return None
    reason = output.strip().splitlines()[-1].partition(": ")[2]
    lines = words(path).splitlines()
    spoken = [one for one in SPOKEN.findall(reason) if one]
    held = [number for number, line in enumerate(lines) if "[[" in line or line.startswith("<followup-")]
    number = next((at for at in held if any(one in lines[at] for one in spoken)), (held or [0])[0])
    may = reason.rstrip(".") or site_words("host.pages.whole")
    return mistake(path, number + 1, lines[number], may)


def _draw(told: Settings, docs: Path) -> None:
    (docs / LOGO).parent.mkdir(parents=True, exist_ok=True)
    if told.logo:
        logo = folder() / told.logo
        shutil.copyfile(logo, (docs / LOGO).with_suffix(logo.suffix))
    if told.icon:
        shutil.copyfile(folder() / told.icon, docs / ICON)
    if told.colours:
        (docs / "assets" / "css").mkdir(parents=True, exist_ok=True)
        (docs / "assets" / "css" / "host.css").write_text(style_sheet(told.colours), encoding="utf-8")


def _configuration(told: Settings, new: list[tuple[str, str]], docs: Path) -> Mapping[str, Any]:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        ours = yaml_load(file)
    made: dict[str, Any] = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(docs),
        "theme": {"name": "material", "custom_dir": str(ROOT / "overrides")},
        "nav": _with_new(list(_kept(ours["nav"], told.leave_out)), new),
        "extra": {
            "host": {
                "name": told.name,
                "operator": told.operator,
                "contact": told.contact,
                "contact_link": told.contact_link,
                "imprint": told.imprint_place,
                "logo": told.logo,
                "icon": told.icon,
                "paper": told.colours.get("light", {}).get("paper", ""),
            }
        },
    }
    if told.name:
        # The theme puts it into tags and attributes as it is.
        made["site_name"] = escape(told.name)
    if told.address:
        made["site_url"] = told.address
    if told.logo:
        drawn = f"{LOGO}{Path(told.logo).suffix}"
        made["theme"] |= {"logo": drawn, "favicon": drawn}
    if told.colours:
        made["extra_css"] = [*ours["extra_css"], "assets/css/host.css"]
    return made


def _kept(nav: Nav, tools: tuple[str, ...]) -> Iterator[Any]:
    gone = {f"tools/{tool}.md" for tool in tools}
    for one in nav:
        page = next(iter(one.values())) if isinstance(one, dict) else one
        if isinstance(page, list):
            yield {next(iter(one)): list(_kept(page, tools))}
        elif page not in gone:
            yield one


def _with_new(nav: Nav, new: list[tuple[str, str]]) -> Nav:
    """Puts each new page at the end of the section whose pages lie in its folder, or into a section of its own."""
    for place, title in new:
        home = next((section for section in nav if _lies_in(section, place)), None)
        if home is None:
            head, slash, _ = place.partition("/")
            home = {head.replace("-", " ").capitalize() if slash else title: []}
            nav.append(home)
        next(iter(home.values())).append({title: place})
    return nav


def _lies_in(section: object, place: str) -> bool:
    pages = next(iter(section.values())) if isinstance(section, dict) else None
    if not isinstance(pages, list):
        return False
    here = place.rpartition("/")[0]
    found = [next(iter(page.values())) if isinstance(page, dict) else page for page in pages]
    return any(isinstance(page, str) and page.rpartition("/")[0] == here for page in found)
