"""A sentence of a host's rules: the figures that it may name, and the braces around them."""

from collections.abc import Iterator, Mapping
from typing import Any

from followup.rules.sayings import FIGURE, PLACE
from followup_site.host.mistakes import HostFile, Spot
from followup_site.words.wording import site_words

BRACES = frozenset("{}")


def check_sentence(
    file: HostFile, spot: Spot, said: object, record: Mapping[str, Any], others: Mapping[str, Mapping[str, Any]]
) -> None:
    """Raises HostMistake for no sentence, a lone brace, and a figure neither of the record nor of one of `others`."""
    if not isinstance(said, str) or not said.strip():
        raise file.wrong(spot, said, site_words("host.rules.said", key=spot.key))
    known = ", ".join(f"{{{key}}}" for key in record if FIGURE.fullmatch(key)) or site_words("host.names.no_figure")
    for wrong in _wrong(said, record, others):
        raise file.wrong(spot, wrong, site_words("host.rules.figure", known=known))


def _wrong(said: str, record: Mapping[str, Any], others: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for place in PLACE.finditer(said):
        holder = others.get(place["id"], {}) if place["id"] else record
        if place["key"] not in holder or not FIGURE.fullmatch(place["key"]):
            yield place[0]
    for sentence in PLACE.sub("", said).split(". "):
        if BRACES & set(sentence):
            yield sentence
