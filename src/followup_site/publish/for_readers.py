"""Keeps the pages for hosts and developers out of what readers search."""

import json
from pathlib import Path

INDEX = "search/search_index.json"
# Their addresses, from the site's root.
OTHERS = ("hosts/", "developers/")


def for_readers(site: Path) -> int:
    """Takes the pages for hosts and developers out of the search of a built site; gives how many sections went."""
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    kept = [part for part in index["docs"] if not part["location"].startswith(OTHERS)]
    gone = len(index["docs"]) - len(kept)
    path.write_text(json.dumps({**index, "docs": kept}, separators=(",", ":")), encoding="utf-8")
    return gone
