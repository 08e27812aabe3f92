"""A host's own words for the tools and the pages, in place of ours, sentence by sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError

from followup_site.host.mistakes import ROOT, HostFile, HostMistake, Spot, among, folder
from followup_site.host.templates import broken, template_names
from followup_site.words.wording import site_words

# By these our program finds a record and what belongs to it; they are no words.
NAMES = frozenset(
    "id kind outcome group reason channel step asks tries rings told told_as until written actions letters notices"
    " states likely moments tried reports business_days".split()
)
# In this file the values are pages.
PAGES = "guide_pages.toml"
TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
BLANK = re.compile(r"\{([^{}]*)\}")
# What a page would read as markup.
MARKUP = re.compile(r"[<&]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where some words of a host stand: below the tables of those names, or in one record."""

    file: HostFile
    near: tuple[str, ...] = ()
    record: Spot | None = None
    # What a template in this file may name.
    names: frozenset[str]
    # The file of ours that holds what is replaced.
    ours: Path

    @property
    def is_of_pages(self) -> bool:
        """True for words that stand between the tags of a page, where lists are heads, and no blank is a figure."""
        return "followup_site" in self.ours.parts

    def wrong(self, key: str, found: object, may: str) -> HostMistake:
        """Gives the mistake at one key."""
        if self.record:
            return self.file.wrong(replace(self.record, key=key), found, may)
        return self.file.mistake(found, may, near=(*self.near, key))


def replace_words(file: HostFile, ours: dict[str, Any], place: Path) -> None:
    """Puts what a file says in the place of ours, which were read from that place.

    HostMistake for words that nobody says, or an unknown blank.
    """
    named = {name for text in _texts(ours) if TEMPLATE.search(text) for name in template_names(text)}
    _replace_table(Place(file=file, names=frozenset(named), ours=place), ours, file.table)


def _replace_table(place: Place, ours: dict[str, Any], found: Mapping[str, Any]) -> None:
    for key, value in found.items():
        if key not in ours:
            raise place.wrong(key, key, among(key, ours, site_words("host.names.words")))
        if value == ours[key]:
            continue
        if key == "id":
            raise place.wrong(key, value, site_words("host.words.sentence"))
        if isinstance(ours[key], dict) and isinstance(value, dict):
            _replace_table(replace(place, near=(*place.near, key)), ours[key], value)
        elif isinstance(ours[key], list) and isinstance(ours[key][0], dict):
            _replace_records(place, key, ours[key], value)
        elif isinstance(ours[key], str) or (isinstance(ours[key], list) and place.is_of_pages):
            ours[key] = _checked(place, key, ours[key], value)
        else:
            raise place.wrong(key, key, site_words("host.words.sentence"))


def _replace_records(place: Place, kind: str, ours: list[dict[str, Any]], found: object) -> None:
    """Puts words into the records that a host names, as the host's record says by their names."""
    table = ".".join((*place.near, kind))
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise place.wrong(kind, kind, site_words("host.words.records", table=table))
    for nth, told in enumerate(found):
        here = replace(place, record=Spot(table=table, nth=nth))
        mine = _named(here, ours, told)
        # Words that another record has can be added to this one.
        known = {key: one[key] for one in (*ours, mine) for key in one if key not in NAMES}
        for key, value in told.items():
            if key in known:
                mine[key] = _checked(here, key, known[key], value)
            elif key not in NAMES:
                raise here.wrong(key, key, among(key, known, site_words("host.names.words")))


def _named(place: Place, ours: list[dict[str, Any]], told: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the one record of ours that has the names a host tells."""
    names = {key: value for key, value in told.items() if key in NAMES}
    found = [one for one in ours if names and all(one.get(key) == value for key, value in names.items())]
    if len(found) == 1:
        return found[0]
    known = [one["id"] for one in ours if "id" in one]
    if "id" in names or (known and not names):
        said = names.get("id", site_words("host.found.no_id"))
        raise place.wrong("id", said, among(said, known, "id"))
    said = ", ".join(map(str, names.values())) or site_words("host.found.no_name")
    may = site_words("host.words.one_record", file=place.ours.relative_to(ROOT))
    raise place.wrong(next(iter(names), ""), said, may)


def _checked(place: Place, key: str, ours: object, value: object) -> object:
    """Gives words of the same shape as ours: a sentence, a list of them, or a list of replies."""
    if value == ours:
        return value
    if place.file.path.name == PAGES:
        _check_page(place, key, value)
    elif isinstance(ours, str):
        _check_texts(place, key, (value,), (ours,), site_words("host.words.like", key=key, ours=" ".join(ours.split())))
    elif isinstance(ours, list) and isinstance(ours[0], str):
        may = site_words("host.values.list", key=key)
        if place.is_of_pages and len(_listed(place, key, value, may)) != len(ours):
            raise place.wrong(key, value, site_words("host.words.row", key=key, count=len(ours)))
        _check_texts(place, key, _listed(place, key, value, may), ours, may)
    elif isinstance(ours, list):
        keys = ", ".join(f'{each} = "..."' for each in ours[0])
        may = site_words("host.words.replies", key=key, keys=keys)
        told = _listed(place, key, value, may)
        needed, allowed = set.intersection(*map(set, ours)), set().union(*ours)
        if not all(isinstance(one, dict) and needed <= set(one) <= allowed for one in told):
            raise place.wrong(key, value, may)
        _check_texts(place, key, [text for one in told for text in one.values()], [*_texts(ours)], may)
    else:
        raise place.wrong(key, key, site_words("host.words.sentence"))
    return value


def _listed(place: Place, key: str, value: object, may: str) -> list[Any]:
    if not isinstance(value, list):
        raise place.wrong(key, value, may)
    return value


def _check_texts(place: Place, key: str, told: Iterable[object], ours: Iterable[str], may: str) -> None:
    blanks = {blank for text in ours for blank in BLANK.findall(TEMPLATE.sub("", text))}
    known = {form for blank in blanks for form in _forms(blank, of_pages=place.is_of_pages)}
    allow_empty = "" in ours
    for text in told:
        if not isinstance(text, str) or not (text.strip() or allow_empty):
            raise place.wrong(key, text, may)
        _check_template(place, key, text)
        plain = TEMPLATE.sub("", text)
        for blank in BLANK.findall(plain):
            if blank not in known:
                allowed = ", ".join(f"{{{one}}}" for one in sorted(known)) or site_words("host.names.no_figure")
                raise place.wrong(key, f"{{{blank}}}", site_words("host.words.blank", known=allowed))
        if set("{}") & set(BLANK.sub("", plain)):
            raise place.wrong(key, text, site_words("host.words.brace"))
        if place.is_of_pages and MARKUP.search(plain):
            raise place.wrong(key, text, site_words("host.words.markup"))


def _check_template(place: Place, key: str, text: str) -> None:
    if not TEMPLATE.search(text):
        return
    try:
        unknown = sorted(template_names(text) - place.names)
    except TemplateSyntaxError as wrong:
        raise place.wrong(key, text, broken(wrong)) from None
    for name in unknown:
        raise place.wrong(
            key, f"{{{{ {name} }}}}", among(name, sorted(place.names), site_words("host.names.template_blank"))
        )


def _check_page(place: Place, key: str, value: object) -> None:
    homes = (ROOT / "docs", folder() / "docs")
    if not isinstance(value, str) or not any((home / f"{value}.md").is_file() for home in homes):
        raise place.wrong(key, value, site_words("host.words.page", key=key))


def _forms(blank: str, *, of_pages: bool) -> set[str]:
    """Gives the ways to write a blank of ours: a figure also as a number."""
    bare = blank.partition(":")[0]
    return {blank, bare, f"{bare}:number"} if "." in bare and not of_pages else {blank, bare}


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(one)
