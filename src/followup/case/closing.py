"""What they say of a closed case: a no of the reader's stands, and who only stopped waiting is asked back (Events)."""

from followup.case.facts import Fact
from followup.case.moves import STAYS, moved
from followup.case.standing import ASKING_MORE, FROM_AN_OFFER, Standing

# Closed for one of these it is closed by a no of the reader's.
OWN_NO = ("withdrew", "declined", "other-job")
# By these a closed case stays closed.
RESTS = (*ASKING_MORE, "on-hold")


def has_said_no(standing: Standing) -> bool:
    """True where the reader ended it: they told them no, or took another job."""
    return standing.declined is not None or standing.reason in OWN_NO


def led_to(standing: Standing, word: str) -> str:
    """Where a word leads from here, as the table of events says; where it is closed, by who ended it."""
    if standing.state != "closed":
        return moved(standing.state, word)
    if has_said_no(standing):
        # Nobody who said no, or took another job, is set to work or kept waiting.
        return STAYS if word in RESTS else moved("closed", word)
    # As after a day to let go: they think of somebody who only waited no more.
    return moved(standing.back or "over", word) if word == "next-round" else moved("closed", word)


def asked_for(standing: Standing) -> Fact | None:
    """What they asked for once it was closed, and is still to be done: the reader who opens it goes on with it."""
    if standing.state != "closed" or standing.declined is not None or standing.back in FROM_AN_OFFER:
        return None
    wanted = [one for one in standing.owed if one.word in ASKING_MORE or _has_no_day(one)]
    return next((one for one in reversed(wanted) if moved(standing.back, one.word) != STAYS), None)


def _has_no_day(fact: Fact) -> bool:
    return fact.word == "next-round" and fact.event is not None and not fact.event.by
