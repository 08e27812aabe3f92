"""A host's own English: in which order its dates stand, and how its lists end."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from babel import localedata

from followup_site.calendars import language
from followup_site.host.mistakes import HostFile, Spot
from followup_site.words.wording import site_words

ENGLISH = re.compile(r"en-[A-Z]{2}")


def spoken(file: HostFile, said: Mapping[str, Any], ours: str) -> dict[str, Any]:
    """Gives the words of a host's language.toml; where it has another locale than ours, our own exceptions go.

    HostMistake for a locale that is not English, as every sentence is, or that CLDR does not know.
    """
    locale = said["locale"]
    # Of a country that CLDR does not have, Babel would give English without one.
    if not (ENGLISH.fullmatch(locale) and localedata.exists(locale.replace("-", "_"))):
        raise file.wrong(Spot(key="locale"), locale, site_words("host.language.locale"))
    made = tomllib.loads(language.text(locale))
    if locale == ours:
        return dict(said)
    return {name: file.table.get(name, {}) if name in made else words for name, words in said.items()}
