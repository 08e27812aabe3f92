"""With an offer on paper in one application the others are told of it: one proposal, a button for each (C13, O4)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup.case.standing import ENDS, Standing
from followup.dates import clock
from followup.letters.situation import standing_of
from followup.model.language import listed
from followup.model.wording import view_words
from followup.tools.interviews.closing import Deed
from followup.tools.interviews.taken import PlannedApplication

# Nobody hurries those whose offer is on paper, and nothing is to be won where it is over (course.md, conditions).
NOT_TOLD = (*ENDS, "over", "accepted", "offer-written")


@dataclass(frozen=True, kw_only=True, slots=True)
class WordOfOffer:
    """Which applications are to be told, in a sentence, and the button for each: it plans the word there."""

    ids: tuple[str, ...]
    says: str
    deeds: tuple[tuple[str, Deed], ...]


def word_of_offer(places: Iterable[PlannedApplication], today: date) -> WordOfOffer | None:
    """The proposal while an offer waits for an answer, of several the first to end; nothing past its last day."""
    known = tuple(places)
    offers = [(_deadline(one), one) for one in known if one.plan.state == "offer-written" and not one.is_leaving]
    waiting = [(day, one) for day, one in offers if day is None or day >= today]
    if not waiting:
        return None
    day, made = min(waiting, key=lambda told: told[0] or date.max)
    others = [one for one in known if one.plan.state not in NOT_TOLD and not one.is_leaving and not _knows(one, made)]
    if not others:
        return None
    names = listed([*dict.fromkeys(one.name for one in others)])
    facts = {"made": made.name, "names": names, "day": clock.spoken_day(day) if day else ""}
    told = json.dumps({"kind": "offer-elsewhere", **({"deadline": day.isoformat()} if day else {})})
    return WordOfOffer(
        ids=tuple(one.id for one in others),
        says=view_words("interviews.tell_offer" if day else "interviews.tell_offer_no_day", **facts),
        deeds=tuple(
            (one.id, Deed(words=view_words("interviews.tell_offer_to", name=one.name), told=told))
            for one in others
            if one.id
        ),
    )


def _deadline(one: PlannedApplication) -> date | None:
    return standing_of(one.case).deadline


def _knows(one: PlannedApplication, made: PlannedApplication) -> bool:
    """True where another offer was noted since this one came, or one with its deadline."""
    noted, offer = standing_of(one.case).other_offer, standing_of(made.case)
    if noted is None or noted.event is None:
        return False
    is_same = noted.event.deadline is not None and noted.event.deadline == offer.deadline
    return is_same or _came_before(offer, noted.at.date())


def _came_before(offer: Standing, day: date) -> bool:
    return offer.opened_by is not None and offer.opened_by.at.date() <= day
