"""A host's own letters pass the checker too, in every tone and situation."""

import os

import pytest
from test_our_letters import draft, filled, mixtures

from followup import letters
from followup.checking import check
from followup.words.letter_files import ENDING
from followup_site.host.mistakes import folder

# The data are the host's as soon as the copy was built with them.
OWN = sorted(path.name.removesuffix(ENDING) for path in (folder() / "letters").glob(f"*{ENDING}"))
MEANT = [name for name in OWN if name in letters.letters()]


@pytest.mark.skipif(os.environ.get("FOLLOWUP_DATA") == "upstream", reason="the host's data are left aside")
def test_every_letter_of_the_host_is_in_the_copy() -> None:
    """What lies in host/letters is built in."""
    assert OWN == MEANT


@pytest.mark.parametrize("name", MEANT or [""], ids=lambda name: name or "none")
def test_a_letter_of_the_host_gets_no_warning(name: str) -> None:
    """Our checker would tell a reader of the copy otherwise; our own copy has no letter of a host."""
    own = [letter for id, letter in letters.letters().items() if id == name]
    assert len(own) == bool(name)
    for letter in own:
        for manner in mixtures(letter):
            warnings = [one for one in check(draft(letter, manner, filled(letter, manner))) if one.level == "warning"]
            assert [] == warnings, manner
