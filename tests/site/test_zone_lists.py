"""The lists of zone names in git are those of today's CLDR and time zone database."""

from followup.dates import clock, zone_countries
from followup_site.calendars import zone_lists


def test_the_lists_are_up_to_date() -> None:
    """`python -m followup_site.calendars.zone_lists` writes them anew."""
    for name, text in zone_lists.lists().items():
        assert text == (zone_lists.FOLDER / name).read_text(encoding="utf-8")


def test_what_outlook_shows_is_a_name_of_windows() -> None:
    """The table of ours names no zone that the CLDR does not know, and leaves out none."""
    rows = (zone_lists.FOLDER / "display.tsv").read_text(encoding="utf-8").splitlines()
    assert set(zone_lists.windows_names()) == {row.split("\t")[0] for row in rows}


def test_every_zone_of_windows_has_rules_and_most_have_a_country() -> None:
    """A name leads to a zone that can be counted in."""
    zones = {zone for names in zone_lists.windows_names().values() for zone in names}
    assert zones <= clock.zone_names()
    assert {"Etc"} >= {zone.split("/")[0] for zone in zones if not zone_countries.country_of(zone) and zone != "UTC"}
