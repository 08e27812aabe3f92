"""A host's own words for the tools, in place of ours, sentence by sentence."""

import re
from collections.abc import Mapping
from typing import Any

from followup_site.host.mistakes import HostFile

BLANK = re.compile(r"\{(\w+)\}")


def replaced(file: HostFile, ours: dict[str, Any], found: Mapping[str, Any], *near: str) -> None:
    """Puts what a file says in the place of ours; HostMistake for words that nobody says, or an unknown blank."""
    file.only(found, ours, "words here", near=near)
    for key, value in found.items():
        if isinstance(ours[key], dict) and isinstance(value, dict):
            replaced(file, ours[key], value, *near)
        elif not (isinstance(value, str) and isinstance(ours[key], str)):
            raise file.mistake(key, "only a sentence may be put in the place of a sentence", near=(*near, key))
        else:
            known = set(BLANK.findall(ours[key]))
            for blank in BLANK.findall(value):
                if blank not in known:
                    may = f"a blank here may be {', '.join(sorted(known)) or 'none at all'}"
                    raise file.mistake(f"{{{blank}}}", may, near=(*near, key))
            ours[key] = value
