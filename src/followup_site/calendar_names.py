"""Names of countries and subdivisions as an English reader looks for them."""

import holidays
from babel import Locale

# Where English has a name of its own and the library gives the local one.
ENGLISH: dict[str, str] = {}


def country_name(code: str) -> str:
    """Gives the English name of a country.

    >>> country_name("DE")
    'Germany'
    """
    return str(Locale("en").territories[code])


def subdivision_names(country: str, code: str) -> tuple[str, ...]:
    """Gives every name of a subdivision, the one to show first.

    >>> subdivision_names("US", "CA")
    ('California',)
    """
    aliases = getattr(holidays, country).subdivisions_aliases
    # Short forms like "GUA" are understood, but the full name shows.
    local = sorted((alias for alias, meant in aliases.items() if meant == code), key=str.isupper)
    return (*filter(None, [ENGLISH.get(f"{country}-{code}")]), *(local or [code]))
