"""Lays a host's rules, letters, words and closures over the engine's data, once, at build time."""

import importlib
import shutil
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from followup import data
from followup.data import LANGUAGE
from followup.data.age import LAID_OVER, our_sum
from followup_site.calendars import language
from followup_site.calendars.calendar_data import YEARS_EACH_SIDE
from followup_site.host.closures import NAME as CLOSURES
from followup_site.host.closures import closures
from followup_site.host.language import spoken
from followup_site.host.leaving_out import without_links
from followup_site.host.letters import Letter, own_letters, write_letters
from followup_site.host.lying import check_folder
from followup_site.host.mistakes import ROOT, HostFile, folder, mistake, tables
from followup_site.host.order import Book
from followup_site.host.records import JOINS
from followup_site.host.rules import checked, joined
from followup_site.host.settings import Settings, settings
from followup_site.host.trial import tried
from followup_site.host.words import replace_words
from followup_site.publish.build_date import build_date
from followup_site.words import wording
from followup_site.words.wording import site_words

OURS = ROOT / "src" / "followup" / "data"
SITE_WORDS = ROOT / "src" / "followup_site" / "words"
MODULE = '"""The engine\'s data as the host of this copy has them; made by the build."""\n'
MERGED = ROOT / "build" / "python" / "followup_host"
WORDS_MODULE = '"""The words of the pages as the host of this copy has them; made by the build."""\n'


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What a host's folder says, read and checked."""

    settings: Settings
    book: Book | None
    letters: tuple[Letter, ...]
    # By the name of the file of ours that it takes the place of.
    words: Mapping[str, Mapping[str, Any]]
    # The same of the site's own words.
    site_words: Mapping[str, Mapping[str, Any]]
    closures: HostFile | None

    @property
    def is_ours(self) -> bool:
        """True where nothing in it touches the engine's data."""
        named = self.settings.name or self.settings.leave_out
        return not (named or self.book or self.letters or self.words or self.closures)


def read_folder() -> Told:
    """Gives what the host's folder says of the engine's data; HostMistake for what cannot be used."""
    check_folder()
    told, own = settings(), tables(folder() / "rules")
    book = _read_rules()
    checked(tuple(one for file in own for one in joined(file, book)), own, book)
    ids = frozenset(one["id"] for one in [*book["rules"]["rule"], *book["defaults"]["default"]])
    sources = frozenset(one["id"] for one in book["sources"]["source"])
    middle = build_date().year
    said = {file.path.name: _said(file) for file in tables(folder() / "words")}
    return Told(
        settings=told,
        book=book if own else None,
        letters=own_letters(OURS / "letters", folder() / "letters", ids, sources),
        words={name: words for name, words in said.items() if name not in _of_the_site()},
        site_words={name: words for name, words in said.items() if name in _of_the_site()},
        closures=closures(range(middle - YEARS_EACH_SIDE, middle + YEARS_EACH_SIDE + 1)),
    )


def forget() -> None:
    """Removes the copy that a build before has made, from this process too: it may be of an older version."""
    for made in (MERGED, MERGED.with_name(wording.OWN)):
        shutil.rmtree(made, ignore_errors=True)
        sys.modules.pop(made.name, None)
    data.folder.cache_clear()
    wording.read_anew()


def merge(target: Path = MERGED) -> Path:
    """Gives the folder that the engine's data are read from: ours, or a copy with the host's own in it."""
    shutil.rmtree(target, ignore_errors=True)
    told = read_folder()
    _write_site_words(target.with_name(wording.OWN), told.site_words)
    if told.is_ours:
        return OURS
    shutil.copytree(OURS, target, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (target / "__init__.py").write_text(MODULE, encoding="utf-8")
    (target / LAID_OVER).write_text(our_sum(), encoding="utf-8")
    _write_name(target, told.settings)
    for name, table in (told.book or {}).items():
        _write(_place(target, name), table)
    write_letters(target / "letters", told.letters)
    for name, said in told.words.items():
        _write(target / "words" / name, said)
    if LANGUAGE in told.words:
        (target / LANGUAGE).write_text(language.text(told.words[LANGUAGE]["locale"]), encoding="utf-8")
    if told.closures:
        (target / CLOSURES).write_text(told.closures.text, encoding="utf-8")
    try:
        tried(target, tuple(letter.name for letter in told.letters))
    except ValueError:
        # What is wrong must not be read by what comes next.
        shutil.rmtree(target, ignore_errors=True)
        raise
    return target


def _read_rules() -> Book:
    return {
        name: tomllib.loads(_place(OURS, name).read_text(encoding="utf-8")) for name in (*JOINS.values(), "defaults")
    }


def _place(root: Path, name: str) -> Path:
    return root / ("evidence" if name == "voices" else "rules") / f"{name}.toml"


def _of_the_site() -> tuple[str, ...]:
    return tuple(f"{room}.toml" for room in wording.FOR_READERS)


def _said(file: HostFile) -> Mapping[str, Any]:
    name = file.path.name
    engine = sorted(each.name for each in (OURS / "words").glob("*.toml"))
    if name not in (*engine, *_of_the_site()):
        known = ", ".join(sorted((*engine, *_of_the_site())))
        raise mistake(file.path, 1, name, site_words("host.words.name", known=known))
    place = (SITE_WORDS if name in _of_the_site() else OURS / "words") / name
    ours: dict[str, Any] = tomllib.loads(place.read_text(encoding="utf-8"))
    locale = ours.get("locale", "")
    replace_words(file, ours, place)
    return spoken(file, ours, locale) if file.path.name == LANGUAGE else ours


def _write_site_words(target: Path, told: Mapping[str, Mapping[str, Any]]) -> None:
    """Writes the host's words for pages, beside those of the engine: the browser's Python has no use for them."""
    shutil.rmtree(target, ignore_errors=True)
    if told:
        target.mkdir(parents=True)
        (target / "__init__.py").write_text(WORDS_MODULE, encoding="utf-8")
        (target / wording.LAID_OVER).write_text(wording.our_sum(), encoding="utf-8")
    for name, said in told.items():
        _write(target / name, said)
    importlib.invalidate_caches()
    wording.read_anew()


def _write_name(target: Path, told: Settings) -> None:
    ours = tomllib.loads((target / "copy.toml").read_text(encoding="utf-8"))
    _write(target / "copy.toml", {"name": told.name or ours["name"], "left_out": list(told.leave_out)})
    for panel in (target / "panels").glob("*.jinja"):
        panel.write_text(without_links(panel.read_text(encoding="utf-8"), told.leave_out), encoding="utf-8")


def _write(place: Path, table: Mapping[str, Any]) -> None:
    place.write_text(tomlkit.dumps(table), encoding="utf-8")
