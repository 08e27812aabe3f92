"""What nobody can know yet: swapped days of later years, and how far a day of the moon may move."""

from datetime import date

from holidays.holiday_base import HolidayBase

# Their governments swap working days around holidays by an announcement of each year.
SWAPPING = frozenset({"AZ", "BY", "CN", "HU", "KG", "KZ", "LV", "RU", "UZ", "VN"})
# A day that follows the moon may come a day sooner or later; these cabinets move it towards a weekend besides.
# AE: Cabinet Resolution 27 of 2024, article 2; EG: decrees of the prime minister, by custom since 2021.
MOVING_DAYS = {"AE": 3, "EG": 3}
BY_A_DAY = 1
# The library takes the computed calendar as certain; the court announces these days when the moon was seen.
SIGHTED = {"SA": ("Eid al-Fitr", "Eid al-Adha", "Arafat")}


def unannounced(country: str, known: HolidayBase, years: range) -> str:
    """Writes by how many days a day of the moon may move, and the last year whose swaps the library knows: "1 2026".

    The year stands only where a government swaps days each year.
    """
    swapped = [day.year for day in known.weekend_workdays if day.year in years and known.is_weekend(day)]
    until = f" {max(swapped)}" if country in SWAPPING and swapped else ""
    return f"{MOVING_DAYS.get(country, BY_A_DAY)}{until}"


def is_sighted(country: str, name: str, day: date, built: int) -> bool:
    """True for a day that waits for the moon to be seen, in a year after that of the build."""
    return day.year > built and name.startswith(SIGHTED.get(country, ("\n",)))
