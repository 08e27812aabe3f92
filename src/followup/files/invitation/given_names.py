"""Who is met by a given name alone, where what they do or somebody else beside them shows that they are people."""

import re
from collections.abc import Iterator

from followup.files.invitation.jobs import is_job
from followup.files.invitation.people import Attendee
from followup.files.invitation.spoken_names import AND_OR, IN_BRACKETS
from followup.files.invitation.words import CAPITAL, LETTER
from followup.words.known_names import is_given_name

NAME = rf"({CAPITAL}{LETTER}+)"
# "Julie (manager)", "Stephanie, our shop manager".
WITH_JOB = re.compile(
    rf"{NAME}(?:\s*\(([^()\n]{{2,40}})\)|,\s(?:our|the|my|your|unsere?[rm]?|die|der|dem|le|el|il|notre"
    r"|il nostro|la nostra|nuestr[oa]|noss[oa]|onze|de|vår|vores|nasz[aą]?)\s([^,.;:!?()\n]{2,40}))"
)
ME_AND = re.compile(rf"^(?:me|myself|mir|moi|mí|mim|mij|mig|meg)(?:,\s|\s{AND_OR})")
# "Julie and Tom", "Julie, Tom and Ann", and no family name behind them.
SEVERAL = re.compile(rf"{NAME}((?:,\s(?:{AND_OR})?{NAME}|\s{AND_OR}{NAME})+)(?!\s?{CAPITAL})")


def by_given_name(said: str, *, is_open: bool) -> Iterator[Attendee]:
    """Who stands at the beginning of what is said; `is_open` where a company may be meant too: "with Max and Co"."""
    said = ME_AND.sub("", said.lstrip())
    found = WITH_JOB.match(said)
    if found and is_given_name(found[1]) and is_job(found[2] or found[3]):
        yield Attendee(name=found[1], is_guessed=True)
        return
    several = None if is_open else SEVERAL.match(IN_BRACKETS.sub("", said))
    names = re.findall(NAME, several[0]) if several else []
    if all(map(is_given_name, names)):
        yield from (Attendee(name=name, is_guessed=True) for name in names)
