"""What systems and editors leave in a folder by themselves: the build reads none of it."""

from collections.abc import Iterable

# Beside hidden files and names that end in ~, as editors call a copy.
LEFT = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})


def is_left(name: str) -> bool:
    """True for the name of a file or a folder that nobody has put there."""
    return name in LEFT or name.startswith(".") or name.endswith("~")


def left(_: str, names: Iterable[str]) -> set[str]:
    """Gives those of some names that a copy of a folder does without, as shutil.copytree asks."""
    return {name for name in names if is_left(name)}
