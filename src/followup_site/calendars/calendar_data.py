"""Writes the calendars of all countries into one small text file that the engine reads."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from followup.data import LANGUAGE, TALLIES, table
from followup_site.calendars import calendar_employers, calendar_names, language, tallies
from followup_site.calendars.calendar_anniversaries import ANNIVERSARIES
from followup_site.calendars.calendar_majority import majority
from followup_site.calendars.calendar_names import country_name, subdivision_names
from followup_site.calendars.calendar_source import Entry, Region, codes, covered, entity, region
from followup_site.calendars.calendar_unannounced import unannounced
from followup_site.calendars.calendar_zones import REGIONS, old_names, regions
from followup_site.publish.build_date import build_date
from followup_site.publish.whole_files import write_whole

FOLDER = Path("build/python/followup_calendars")
YEARS_EACH_SIDE = 6
MODULE = """\
'''Public holidays and weekends of all countries, {} to {}, from holidays {}; made by the build.'''

MADE = "{}"
"""


def write(folder: Path, year: int) -> Path:
    """Gives the path of the data for the years around `year`, made with its package unless it stands already."""
    years = range(year - YEARS_EACH_SIDE, year + YEARS_EACH_SIDE + 1)
    data, package = folder / "calendars.txt", folder / "__init__.py"
    module = MODULE.format(years[0], years[-1], version("holidays"), _maker())
    # The package is written last, so it vouches for whole data.
    if not (data.exists() and package.exists()) or package.read_text(encoding="utf-8") != module:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(data, text(years))
        write_whole(folder / "employers.txt", calendar_employers.text(years))
        write_whole(package, module)
    write_whole(folder / "made.txt", build_date().isoformat())
    write_whole(folder / "site.txt", _site())
    write_whole(folder / TALLIES, tallies.text())
    write_whole(folder / LANGUAGE, language.text(table("words", LANGUAGE)["locale"]))
    write_whole(folder / "old_zones.txt", old_names())
    return data


def text(years: range) -> str:
    """Gives the whole file: the years, then a section for each country.

    A section begins "=GB|United Kingdom|years|weekends|worked|entries|mostly|zones|late"; `mostly` is what most regions
    have off, `zones` the region of each time zone that lies in one, "Australia/Sydney=NSW", `late` what is not
    announced. A line below is a subdivision, "ENG|England|weekends|worked|changes", where an empty field is as the
    country has it. Entries stand between semicolons: "Christmas Day=1225", "~Eid al-Fitr=..." as an estimate; the
    change "-3" takes the country's fourth entry away.
    """
    sections = (_nation(country, subdivisions, years).section() for country, subdivisions in codes().items())
    return "\n".join([f"{years[0]} {years[-1]}", *sections, ""])


@dataclass(frozen=True, kw_only=True, slots=True)
class _Nation:
    """A country as a whole and each of its subdivisions."""

    years: str
    whole: Region
    parts: tuple[Region, ...]
    mostly: str
    late: str

    def section(self) -> str:
        whole = self.whole
        entries = sorted(whole.entries)
        zones = ";".join(f"{zone}={code}" for zone, code in regions().get(whole.code, {}).items())
        head = (whole.code, country_name(whole.code), self.years, whole.weekends, whole.worked)
        fields = (*head, _line(entries), self.mostly, zones, self.late)
        return "\n".join(["=" + "|".join(fields), *(self._part(part, entries) for part in self.parts)])

    def _part(self, part: Region, entries: list[Entry]) -> str:
        removed = [f"-{place}" for place, entry in enumerate(entries) if entry not in part.entries]
        changes = [*removed, _line(sorted(part.entries.difference(entries)))]
        weekends = "" if part.weekends == self.whole.weekends else part.weekends
        worked = "" if part.worked == self.whole.worked else part.worked or "-"
        names = ";".join(subdivision_names(self.whole.code, part.code))
        return "|".join([part.code, names, weekends, worked, ";".join(filter(None, changes))])


def _site() -> str:
    """Gives the address that the pages will have, which calendar entries link to; empty if nobody told."""
    address = os.environ.get("SITE_URL", "").strip()
    return f"{address.rstrip('/')}/" if address else ""


def _maker() -> str:
    """Gives a sum over everything but the holidays library that shapes the data."""
    sources = [
        *sorted(Path(__file__).parent.glob("calendar_*.py")),
        ANNIVERSARIES,
        REGIONS,
        calendar_employers.FILE,
        calendar_names.FILE,
    ]
    return sha256(b"".join([version("babel").encode(), *(source.read_bytes() for source in sources)])).hexdigest()[:16]


def _line(entries: Iterable[Entry]) -> str:
    return ";".join(f"{'~' if entry.estimated else ''}{entry.name}={entry.pattern}" for entry in entries)


def _nation(country: str, subdivisions: list[str], years: range) -> _Nation:
    own = covered(country, years)
    return _Nation(
        years="" if own == years else f"{own.start} {own.stop - 1}",
        whole=region(country, "", years),
        parts=tuple(region(country, subdivision, years) for subdivision in _by_name(country, subdivisions)),
        mostly=majority(country, subdivisions, years) if subdivisions else "",
        late=unannounced(country, entity(country, "", years), own),
    )


def _by_name(country: str, subdivisions: list[str]) -> list[str]:
    return sorted(subdivisions, key=lambda subdivision: subdivision_names(country, subdivision)[0])


if __name__ == "__main__":
    # A host's copy may be of an older version, and nothing here is a host's.
    os.environ["FOLLOWUP_DATA"] = "upstream"
    print(write(FOLDER, build_date().year))
