"""Names of countries and subdivisions as an English reader looks for them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import holidays
from babel import Locale

FILE = Path(__file__).with_name("names.toml")


@cache
def _names() -> Mapping[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def english_names() -> Mapping[str, Mapping[str, str]]:
    """Gives the English names of regions by country and the code of the region, from names.toml."""
    regions: Mapping[str, Mapping[str, str]] = _names()["regions"]
    return regions


def swapped_with(day: str) -> str:
    """Gives what stands behind the name of a day off that was swapped with a working day, told in words.

    >>> swapped_with("Sunday 26 January 2025")
    '(swapped with Sunday 26 January 2025)'
    """
    return str(_names()["swapped"]).format(day=day)


def country_name(code: str) -> str:
    """Gives the English name of a country.

    >>> country_name("DE")
    'Germany'
    """
    return str(Locale("en").territories[code])


def subdivision_names(country: str, code: str) -> tuple[str, ...]:
    """Gives every name of a subdivision, the one to show first.

    >>> subdivision_names("DE", "BY")
    ('Bavaria', 'Bayern')
    """
    aliases = getattr(holidays, country).subdivisions_aliases
    # Short forms like "GUA" are understood, but the full name shows.
    local = sorted((alias for alias, meant in aliases.items() if meant == code), key=str.isupper)
    return (*filter(None, [english_names().get(country, {}).get(code)]), *(local or [code]))
