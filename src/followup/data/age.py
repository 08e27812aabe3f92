"""Whether what the last build made beside this program still belongs to it: after a pull it may not."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from followup.data import LANGUAGE, TALLIES, is_upstream

# In a host's copy: the sum of our own data that it was laid over.
LAID_OVER = "laid_over.txt"
CODE = (".py", ".pyc")
CALENDARS = ("calendars.txt", "employers.txt", LANGUAGE, "made.txt", "old_zones.txt", "site.txt", TALLIES)


def our_sum() -> str:
    """Gives a sum over our own data files and their names."""
    found = sorted(_data(files(__package__)), key=lambda one: one[0])
    told = b"".join(name.encode() + file.read_bytes() for name, file in found)
    return sha256(told).hexdigest()[:16]


def _data(folder: Traversable, below: str = "") -> Iterator[tuple[str, Traversable]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _data(one, f"{below}{one.name}/")
        elif not one.name.endswith(CODE):
            yield below + one.name, one


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
