"""Every manner in which a letter reads differently."""

from collections.abc import Iterator
from itertools import combinations, product

from strides import some

from followup.letters import TONES, Form, Letter, Manner
from followup.letters.manner import whole


def manners(letter: Letter) -> Iterator[Manner]:
    """Gives every manner in which the letter reads differently: as a new email, a reply and a message."""
    known = letter.situations
    each = (one for count in range(len(known) + 1) for one in combinations(known, count))
    chosen = [*dict.fromkeys(whole(one) & {*known} for one in each)]
    forms: list[tuple[Form, bool]] = [("email", False), ("email", True)]
    if letter.message:
        forms.append(("message", False))
    for tone, situations, (form, reply) in product(TONES, chosen, forms):
        # A reply has another subject and, but for a letter that points below itself, the same text.
        is_dealt = letter.is_dealt and form == "email" and (letter.knows_replies or not reply)
        for position in range(9 if is_dealt else 1):
            yield Manner(tone=tone, situations=situations, reply=reply, form=form, position=position)


def tried(letter: Letter) -> list[Manner]:
    """Gives the manners of a letter that are tried: some have thousands."""
    return some(manners(letter), check=100, test=100)
