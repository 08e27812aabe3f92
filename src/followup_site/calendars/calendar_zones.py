"""What time zones tell of places: the region a zone lies in, and the present name of an old one."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

REGIONS = Path(__file__).with_name("regions.toml")
# The database links these to a zone that kept the same time, in another country; here is their own.
ELSEWHERE = {
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas",
    "Atlantic/Jan_Mayen": "Arctic/Longyearbyen",
    "Iceland": "Atlantic/Reykjavik",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
}
# Names of a time and of no place.
PLACELESS = frozenset({"CET", "EET", "EST", "HST", "MET", "MST", "WET", "Antarctica/South_Pole"})


@cache
def regions() -> Mapping[str, Mapping[str, str]]:
    """Gives, by country, the region of each zone that lies in one."""
    return tomllib.loads(REGIONS.read_text(encoding="utf-8"))


def old_names() -> str:
    """Writes a line for each zone name that no country's list has: the old name and the present one.

    >>> "Asia/Calcutta Asia/Kolkata" in old_names()
    True
    """
    folder = resources.files("tzdata") / "zoneinfo"
    placed = {line.split("\t")[2] for line in _lines(folder / "zone.tab")}
    links = (line.split()[1:] for line in _lines(folder / "tzdata.zi") if line.startswith("L "))
    named = {old: ELSEWHERE.get(old, new) for new, old in links if old not in placed | PLACELESS}
    return "\n".join([*(f"{old} {new}" for old, new in sorted(named.items()) if new in placed), ""])


def _lines(file: resources.abc.Traversable) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
