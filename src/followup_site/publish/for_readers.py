"""Makes the search one for readers: without the pages for hosts and developers, and with advice before tables."""

import json
from pathlib import Path

INDEX = "search/search_index.json"
# Their addresses, from the site's root.
OTHERS = ("hosts/", "developers/")
# Long tables hold every word there is; who asks what to do wants advice first.
TABLES = "evidence/"
TABLES_BOOST = 0.6


def for_readers(site: Path) -> int:
    """Takes the pages for hosts and developers out of the search of a built site; gives how many sections went."""
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    kept = [part for part in index["docs"] if not part["location"].startswith(OTHERS)]
    gone = len(index["docs"]) - len(kept)
    ranked = [{**part, "boost": TABLES_BOOST} if part["location"].startswith(TABLES) else part for part in kept]
    path.write_text(json.dumps({**index, "docs": ranked}, separators=(",", ":")), encoding="utf-8")
    return gone
