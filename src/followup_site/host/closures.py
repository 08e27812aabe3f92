"""A host's closures: days off that no calendar knows, such as a founder's day."""

import datetime as dt

from followup_site.calendars.calendar_source import codes
from followup_site.host.mistakes import HostFile, HostMistake, Spot, among, folder, read

KEYS = ("country", "subdivision", "date", "name")
NAME = "closures.toml"


def closures(years: range) -> HostFile | None:
    """Gives the host's closures.toml, None where there is none; HostMistake for one that cannot be used."""
    path = folder() / NAME
    if not path.exists():
        return None
    file = read(path)
    file.only(file.table, ("closure",), "a table")
    for nth, record in enumerate(file.records("closure")):
        _check(file, nth, record, years)
    return file


def _check(file: HostFile, nth: int, record: dict[str, object], years: range) -> None:
    def wrong(key: str, found: object, may: str) -> HostMistake:
        return file.wrong(Spot(table="closure", nth=nth, key=key), found, may)

    for key in record:
        if key not in KEYS:
            raise wrong(key, key, among(key, KEYS, "of a closure"))
    for key in ("country", "date", "name"):
        if not record.get(key):
            raise wrong(key, "a closure", f"it may not go without {key}: add it")
    for key in ("country", "subdivision", "name"):
        if not isinstance(record.get(key, ""), str) or "\n" in str(record.get(key, "")):
            raise wrong(key, record[key], f"{key} may be words in quotation marks")
    country, subdivision, day = str(record["country"]), str(record.get("subdivision", "")), record["date"]
    if country not in codes():
        raise wrong("country", country, "country may be a code of two letters that the calendars know, like US")
    if subdivision and subdivision not in codes()[country]:
        raise wrong("subdivision", subdivision, among(subdivision, codes()[country], f"a subdivision of {country}"))
    if type(day) is not dt.date:
        raise wrong("date", day, "date may be a day like 2027-03-31, without quotation marks")
    if day.year not in years:
        raise wrong("date", day, f"date may be a day from {years[0]} to {years[-1]}, which the calendars cover")
