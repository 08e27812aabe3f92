"""Names as one says them in a sentence: of one person, or of several that were typed together."""

import re

from followup.words.family_names import are_two_people, is_given
from followup.words.name_asides import without_asides, without_pronouns
from followup.words.name_case import unshouted
from followup.words.name_order import in_order
from followup.words.name_words import GROUPS, JOBS, PARTICLES, SUFFIXES, is_one_of

_SEPARATED = re.compile(r"\s*(?:[,/]|\s(?:and|&|\+)\s)\s*", re.IGNORECASE)
# Where these part people, a comma turns a name round.
_BY_SEMICOLON = re.compile(r"\s*(?:[;\n]|\s(?:and|&|\+)\s)\s*", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:the|an?|your|my|our|their|all|both|every\w*|others?|more|most|two|three|four|five|six|some|several)\b",
    re.IGNORECASE,
)


def people_in(name: str) -> tuple[str, ...]:
    """Gives what stands in one field for a name as one says it, given name first: one person, or each of two.

    >>> people_in("van der Berg, Jan"), people_in("TOM BERG, CTO"), people_in("Dana, Tom")
    (('Jan van der Berg',), ('Tom Berg',), ('Dana', 'Tom'))
    """
    bare = without_asides(name).strip(" ,;:!?")
    first, _, second = (part.strip() for part in bare.partition(","))
    if are_two_people(first, second) or (" " in first and " " in second and is_given(second.split()[0])):
        return tuple(map(_cased, (first, second)))
    said = in_order(bare)
    return (_cased(said),) if said else ()


def names_listed(text: str) -> tuple[str, ...]:
    """Gives each of several people typed into one field, as one says their names.

    >>> names_listed("priya shah, CTO, van der Berg, Jan and Tom"), names_listed("Berg, Jan; Shah, Priya")
    (('Priya Shah', 'Jan van der Berg', 'Tom'), ('Jan Berg', 'Priya Shah'))
    """
    bare = without_pronouns(text)
    if ";" in bare or "\n" in bare:
        return tuple(name for part in _BY_SEMICOLON.split(bare) for name in people_in(part))
    found: list[str] = []
    for part in map(str.strip, _SEPARATED.split(bare)):
        name = re.sub(r"^(?:and|&) ", "", part)
        if found and is_one_of(name, SUFFIXES):
            found[-1] += f", {name}"
        elif found and _is_family_alone(found[-1].split()) and name and " " not in name:
            found[-1] = _cased(in_order(f"{found[-1]}, {name}"))
        elif name and not (found and _is_job(name)):
            found.append(_cased(name))
    return tuple(found)


def _is_family_alone(words: list[str]) -> bool:
    """True for a family name of several words with nothing before it: "van der Berg"."""
    return len(words) > 1 and words[0].islower() and is_one_of(words[0], PARTICLES)


def _is_job(name: str) -> bool:
    """True for what somebody does, as it stands behind a name: "CTO", "Head of Data"; "the recruiter" is somebody."""
    return not _NO_NAME.match(name) and any(is_one_of(word, JOBS) for word in name.split())


def _cased(name: str) -> str:
    """Gives a name as names are written; words that are no name stay as they were typed."""
    words = name.split()
    return name if _NO_NAME.match(name) or any(is_one_of(word, GROUPS) for word in words) else unshouted(name)
