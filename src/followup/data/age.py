"""Whether what the last build made beside this program still belongs to it: after a pull it may not."""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from followup.data import LANGUAGE, TALLIES, is_upstream

# In a host's copy: the sum of our own data that it was laid over.
LAID_OVER = "laid_over.txt"
CALENDARS = ("calendars.txt", "employers.txt", LANGUAGE, "made.txt", "old_zones.txt", "site.txt", TALLIES)


def our_sum() -> str:
    """Gives a sum over our own data files and their names."""
    home = Path(__file__).parent
    found = sorted(path for path in home.rglob("*") if path.suffix in (".toml", ".jinja"))
    told = b"".join(path.relative_to(home).as_posix().encode() + path.read_bytes() for path in found)
    return sha256(told).hexdigest()[:16]


def is_outdated() -> bool:
    """True where calendars are missing, or a host's copy was laid over other data than ours are now."""
    try:
        calendars = files("followup_calendars")
    except ModuleNotFoundError:
        return True
    if not all(calendars.joinpath(name).is_file() for name in CALENDARS):
        return True
    try:
        laid_over = files("followup_host").joinpath(LAID_OVER)
    except ModuleNotFoundError:
        return False
    return not is_upstream() and (not laid_over.is_file() or laid_over.read_text(encoding="utf-8") != our_sum())
