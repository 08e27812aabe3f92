"""A host's closures: days off that no calendar knows, such as a founder's day."""

import datetime as dt

from followup_site.calendars.calendar_source import codes
from followup_site.host.mistakes import HostFile, Spot, among, folder, read
from followup_site.host.values import DAY, LINE, check_names, check_needed, check_value
from followup_site.words.wording import site_words

KEYS = {"country": LINE, "subdivision": LINE, "date": DAY, "name": LINE}
NEEDED = ("country", "date", "name")
NAME = "closures.toml"


def closures(years: range) -> HostFile | None:
    """Gives the host's closures.toml, None where there is none; HostMistake for one that cannot be used."""
    path = folder() / NAME
    if not path.exists():
        return None
    file = read(path)
    file.only(file.table, ("closure",), site_words("host.names.table"))
    for nth, record in enumerate(file.records("closure")):
        _check(file, nth, record, years)
    return file


def _check(file: HostFile, nth: int, record: dict[str, object], years: range) -> None:
    def at(key: str) -> Spot:
        return Spot(table="closure", nth=nth, key=key)

    for key, value in record.items():
        if key not in KEYS:
            raise file.wrong(at(key), key, among(key, KEYS, site_words("host.names.of_record", kind="closure")))
        check_value(file, at(key), value, KEYS[key])
    check_needed(file, at(""), record, NEEDED, site_words("host.found.closure"))
    country, subdivision, day = str(record["country"]), str(record.get("subdivision", "")), record["date"]
    if country not in codes():
        raise file.wrong(at("country"), country, site_words("host.closures.country"))
    what = site_words("host.names.subdivision", country=country)
    check_names(file, at("subdivision"), filter(None, (subdivision,)), codes()[country], what)
    if isinstance(day, dt.date) and day.year not in years:
        may = site_words("host.closures.date", first=years[0], last=years[-1])
        raise file.wrong(at("date"), day, may)
