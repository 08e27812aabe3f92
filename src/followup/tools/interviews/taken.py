"""After a yes in one application the others are told: one proposal, and a button for each of them (O37, O47)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from followup.case.standing import ENDS
from followup.letters.situation import standing_of
from followup.model.case import Case
from followup.model.language import listed
from followup.model.plan import Plan
from followup.model.wording import view_words
from followup.tools.interviews.closing import Deed

# Where the reader wants out, which is a step until it is told as done (Events).
WISH = json.dumps({"kind": "declined", "step": "withdraw"})


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedApplication:
    """One application that has a plan, under the reader's own name for it."""

    name: str
    id: str
    case: Case
    plan: Plan

    @property
    def is_leaving(self) -> bool:
        """True while the reader's word that they withdraw is still to be sent."""
        return any(step.action == "withdraw" and step.is_open for step in self.plan.steps)

    @property
    def is_put_off(self) -> bool:
        """True where the first day was put off after the yes."""
        return bool(standing_of(self.case).put_off)

    @property
    def is_safe(self) -> bool:
        """True for a yes to an offer that was on paper, where nothing is checked or put off any more."""
        on_paper = any(event.outcome == "offer-written" for event in self.case.events)
        return on_paper and "checks" not in self.plan.beside and not self.is_put_off


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawal:
    """What is proposed, of which applications, and the button for each; there are none while a yes is not safe.

    Where it is, `row` says what is to be done in each of them: nobody there is asked for news any more.
    """

    ids: tuple[str, ...]
    says: str
    deeds: tuple[tuple[str, Deed], ...]
    row: str

    def is_for(self, id: str) -> bool:
        """True for an application that is to be told now."""
        return bool(self.row) and id in self.ids


def withdrawal(places: Iterable[PlannedApplication]) -> Withdrawal | None:
    """The proposal for those that are still open beside the one yes; nothing after two, for which one stands is open.

    While the yes is not safe the others are kept: nothing is called off for an offer that may still fall through.
    """
    known = [one for one in places if not one.is_leaving]
    taken = [one for one in known if one.plan.state == "accepted"]
    # Where nothing has ended they may still be counting on the reader.
    others = [one for one in known if one.plan.state not in (*ENDS, "over")]
    if len(taken) != 1 or not others:
        return None
    yes, names = taken[0], listed([*dict.fromkeys(one.name for one in others)])
    return Withdrawal(
        ids=tuple(one.id for one in others),
        says=_says(yes, names),
        row=view_words("interviews.withdraw_row", taken=yes.name) if yes.is_safe else "",
        deeds=tuple((one.id, _deed(one)) for one in others if one.id and yes.is_safe),
    )


def _says(yes: PlannedApplication, names: str) -> str:
    if yes.is_safe:
        return view_words("interviews.withdraw", taken=yes.name, names=names)
    return view_words(
        "interviews.withdraw_put_off" if yes.is_put_off else "interviews.withdraw_later", taken=yes.name, names=names
    )


def _deed(one: PlannedApplication) -> Deed:
    return Deed(words=view_words("interviews.withdraw_from", name=one.name), told=WISH)
