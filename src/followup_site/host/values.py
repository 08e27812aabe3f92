"""What may stand behind a key of a host's file, and the words that say so: the same for settings, rules and letters."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from followup_site.host.mistakes import HostFile, Spot, among
from followup_site.words.wording import site_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of value: its name in the words of host.values, and whether something is of it."""

    name: str
    holds: Callable[[object], bool]

    def may(self, key: str) -> str:
        """Gives what may stand behind that key."""
        return site_words(f"host.values.{self.name}", key=key)


def _is_line(value: object) -> bool:
    return isinstance(value, str) and "\n" not in value


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) and each for each in value.values())


def _is_of_sides(value: object) -> bool:
    return isinstance(value, dict) and {*value.values()} <= {"ahead", "behind"}


def _is_count(value: object) -> bool:
    return isinstance(value, dict) and all(type(each) in (int, float) and 0 <= each <= MOST for each in value.values())


# Behind a word: another scheme than the web's would run in the page.
WEB = re.compile(r"https?://[^\s/]+\S*")
# No answer of a source counts more days, times or hours.
MOST = 1000
WORDS = Kind(holds=lambda value: isinstance(value, str), name="words")
LINE = Kind(holds=_is_line, name="line")
LIST = Kind(holds=_is_list, name="list")
TOOLS = Kind(holds=_is_list, name="tools")
FLAG = Kind(holds=lambda value: isinstance(value, bool), name="flag")
DAY = Kind(holds=lambda value: type(value) is dt.date, name="day")
ADDRESS = Kind(
    holds=lambda value: isinstance(value, str) and WEB.fullmatch(value) is not None,
    name="address",
)
COUNTRY = Kind(
    holds=lambda value: isinstance(value, str) and re.fullmatch(r"[A-Z]{2}", value) is not None,
    name="country",
)
SAYINGS = Kind(holds=_is_table, name="sayings")
EXAMPLES = Kind(holds=_is_table, name="examples")
SIDES = Kind(holds=_is_of_sides, name="sides")
NUMBERS = Kind(holds=_is_count, name="numbers")


def check_value(file: HostFile, spot: Spot, value: object, kind: Kind) -> None:
    """Raises HostMistake at the spot for a value that is not of that kind."""
    if not kind.holds(value):
        raise file.wrong(spot, value, kind.may(spot.key))


def check_names(file: HostFile, spot: Spot, found: Iterable[str], known: Iterable[str], what: str) -> None:
    """Raises HostMistake at the spot for the first name that is not known, and names what comes closest."""
    known = tuple(known)
    for name in found:
        if name not in known:
            raise file.wrong(spot, name, among(name, known, what))


def check_needed(file: HostFile, spot: Spot, record: Mapping[str, object], needed: Iterable[str], found: str) -> None:
    """Raises HostMistake where a record of the spot's table goes without a key, or has nothing behind it."""
    for key in needed:
        if not record.get(key):
            where = Spot(table=spot.table, nth=spot.nth, key=key)
            raise file.wrong(where, found, site_words("host.mistake.needed", key=key))
