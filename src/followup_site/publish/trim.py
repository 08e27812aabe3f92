"""Drops what the theme brings along and this site never loads."""

import shutil
from pathlib import Path

# Search in English alone asks for none of these; see `search: lang` in mkdocs.yml.
UNUSED = ("assets/javascripts/lunr", "assets/images/favicon.png")


def trim(site: Path) -> int:
    """Removes source maps, search languages and the theme's own icon from a built site; gives the bytes saved."""
    unused = [*site.rglob("*.map"), *(site / name for name in UNUSED)]
    return sum(_removed(path) for path in unused if path.exists())


def _removed(path: Path) -> int:
    if path.is_file():
        size = path.stat().st_size
        path.unlink()
        return size
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    shutil.rmtree(path)
    return size
