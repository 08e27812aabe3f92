"""What the reader owes an answer to, or what else holds beside the state, after one more fact."""

from dataclasses import replace
from datetime import date

from followup.case.called import says_later
from followup.case.facts import Fact
from followup.case.moves import BACK, STAYS
from followup.case.standing import ENDS, MORE_TIME, Standing
from followup.dates import clock

# What is read or heard elsewhere, and moves nothing.
NEWS = ("heard-advertised", "heard-layoffs", "heard-linkedin", "heard-friend")
# What was said of a round to come, with its day or without.
INVITATIONS = ("next-round", "called-off", "interview-moved", "moved-by-me")
# What an answer is owed to, within a business day.
OWED = (*INVITATIONS, "question", "interest", "task", "checks", "on-hold", "runner-up", "offer")
# An answer to one of these is owed no more once they say something that leads elsewhere.
REPLACED = (*INVITATIONS, "task", "on-hold", "runner-up", "offer", "first-day")
# With one of these they go on themselves: a wish for no contact was for the time before it (O21).
TURNS_TO = ("next-round", "task", "checks", "offer", "offer-written")
# Whoever says one of these is not waiting any more for a call that they asked for before it.
WAITS_NO_MORE = ("no-contact", "on-hold", "rejected", "filled", "taken-back")


def without_invitation(owed: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """An invitation that was not answered is answered by coming."""
    return tuple(one for one in owed if one.word not in INVITATIONS)


def still_owed(standing: Standing, word: str, to: str) -> tuple[Fact, ...]:
    """Their last word takes the place of what they said before it; an end leaves nothing to answer."""
    if to in ENDS and to != standing.state:
        return owed_after_yes(standing.owed) if to == "accepted" else ()
    if to == STAYS and word in REPLACED:
        # Told again, it is the last word that is answered; a first day that is put off is no day any more.
        days = ("first-day", "on-hold") if standing.state == "accepted" else ()
        moot = days if word in days else (word,)
        return tuple(one for one in standing.owed if one.word not in moot)
    if word in ("no-show", "moved-by-me", "called-off", "interview-moved"):
        return without_invitation(standing.owed)
    again = to == standing.state and word not in REPLACED
    if to in (STAYS, BACK, "over") or again:
        return standing.owed
    return tuple(one for one in standing.owed if one.word not in REPLACED)


def _owed_after(owed: tuple[Fact, ...], fact: Fact) -> tuple[Fact, ...]:
    """What is left after an answer to their offer, or after new times were sent."""
    if fact.step == "new-times":
        return without_invitation(owed)
    return owed_after_yes(owed) if fact.word in ("accepted", "sent") else ()


def owed_after_yes(owed: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Whoever says yes still owes what a check needs."""
    return tuple(one for one in owed if one.word == "checks")


def with_conditions(standing: Standing, fact: Fact) -> Standing:
    """What holds beside the state, and what is owed."""
    word = fact.word
    if word in OWED and not _is_settled_at_once(fact):
        standing = replace(standing, owed=(*standing.owed, fact))
    if word == "first-day" and standing.state == "accepted":
        standing = replace(standing, owed=(*standing.owed, fact))
    standing = _without_call(standing, fact)
    if word in TURNS_TO:
        standing = replace(standing, no_contact=False)
    match word:
        case "deciding" | "answered":
            standing = replace(standing, thanks=fact if word == "deciding" else None)
        case "call-back":
            standing = replace(standing, call=fact)
        case "no-contact":
            standing = replace(standing, no_contact=True)
        case "offer-elsewhere":
            standing = replace(standing, other_offer=fact)
        case "auto" | "away" if fact.event and fact.event.by:
            standing = replace(standing, away=fact.event.by, away_told=fact)
        case "checks":
            standing = replace(standing, checks=fact, cleared=None)
        case "cleared":
            owed = tuple(one for one in standing.owed if one.word != "checks")
            standing = replace(standing, checks=None, cleared=fact, owed=owed, thanks=None)
        case "task":
            standing = replace(standing, task=fact)
        case news if news in NEWS:
            standing = replace(standing, news=(*standing.news, fact))
        case "reopened":
            standing = replace(standing, reopened=fact)
    return _without_done(standing, fact)


def _without_call(standing: Standing, fact: Fact) -> Standing:
    """Their last word governs: a call they asked for is off with it, unless they asked for it in that very word."""
    call = standing.call
    is_off = call is not None and fact.word in WAITS_NO_MORE and clock.instant(call.at) < clock.instant(fact.at)
    return replace(standing, call=None) if is_off else standing


def with_first_day(standing: Standing, fact: Fact, day: date | None) -> Standing:
    """The first day that stands; one that is put off without a new one, as a hold does too, is none (Events)."""
    was_known = fact.word == "on-hold" or standing.first_day is not None or standing.put_off is not None
    return replace(standing, first_day=day, put_off=fact if day is None and was_known else None)


def _is_settled_at_once(fact: Fact) -> bool:
    """A day that the reader named needs no answer of theirs, and an offer heard in a call was thanked for in it."""
    if fact.event is None:
        return False
    moved_to = fact.word == "moved-by-me" and fact.event.by is not None
    return moved_to or (fact.word == "offer" and fact.event.kind == "called")


def _without_done(standing: Standing, fact: Fact) -> Standing:
    """What the reader did is owed no more; one answer is for all that one person asked."""
    step = fact.step
    if step == "answer":
        standing = replace(standing, owed=_left(standing.owed, fact), thanks=None)
    elif step in ("decide", "new-times"):
        standing = replace(standing, owed=_owed_after(standing.owed, fact))
    elif step in MORE_TIME or says_later(standing, fact):
        # Whoever says that it comes later has said yes to it; the task itself stays (O38).
        standing = replace(standing, owed=tuple(one for one in standing.owed if one.word != "task"))
    elif step == "hand-in":
        standing = _handed_in(standing, fact)
    if (step == "call" or fact.is_ask) and fact.word != "call-back":
        standing = replace(standing, call=None)
    if fact.word == "accepted":
        standing = replace(standing, deadline=None)
    return replace(standing, sent=(*standing.sent, fact)) if step or fact.is_ask else standing


def _left(owed: tuple[Fact, ...], answer: Fact) -> tuple[Fact, ...]:
    return tuple(one for one in owed if one.to and answer.to and one.to != answer.to)


def _handed_in(standing: Standing, fact: Fact) -> Standing:
    """A task handed in is as a round held: every count begins afresh from it (law 3). Else it is a check's forms."""
    what = "task" if standing.task is not None or standing.entered == fact.at else "checks"
    owed = tuple(one for one in standing.owed if one.word != what)
    standing = replace(standing, task=None, owed=owed)
    if standing.state != "held" or standing.entered != fact.at:
        return standing
    return replace(standing, row=(), asks=(), stage=(), named=None)
