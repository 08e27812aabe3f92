"""What came back, and whom it did not reach (O40)."""

from collections.abc import Iterator
from dataclasses import replace

from followup.case.facts import OWN_NO, Fact
from followup.case.history import History
from followup.case.owed import owed_after_yes
from followup.case.standing import NO_EXCHANGE, Returned, Standing, is_ended


def remembering(standing: Standing, before: Standing, fact: Fact) -> Standing:
    """Where things stood before the last message, as long as nothing but silence followed it: it may come back."""
    if fact.is_message:
        standing = _reached(standing, fact)
        return replace(standing, before=replace(before, before=None), returned=None)
    quiet = fact.word in ("bounced", "no-answer")
    spoken = fact.is_theirs and fact.word not in NO_EXCHANGE
    told = replace(standing, returned=None) if spoken else standing
    return told if quiet or told.before is None else replace(told, before=None)


def without_returned(standing: Standing, fact: Fact, history: History) -> Standing | None:
    """Where things stand once a message that was no ask came back: as if it had never gone out (O40); else None."""
    message = _came_back(standing, fact, history) if fact.word == "bounced" else None
    if message is None or message.is_ask:
        return None
    if message.is_elsewhere:
        # It is to be done again; nobody here was missed.
        sent = tuple(one for one in standing.sent if one is not message)
        return replace(standing, sent=sent, returned=Returned(back=fact, message=message, unreached=()))
    unreached = whom_it_missed(standing, fact, message, history)
    back = Returned(back=fact, message=message, unreached=unreached)
    last = next(_messages(standing), None)
    told = standing.before if standing.before is not None and message is last else standing
    sent = tuple(one for one in told.sent if one is not message)
    if message.step == "hand-in":
        told = replace(told, owed=tuple(one for one in told.owed if one.word != "task"))
    if message.word == "accepted":
        told = replace(told, owed=owed_after_yes(told.owed))
    if message.word in OWN_NO:
        told = _with_wish(told, message)
    gone, lost = (*standing.gone, *unreached), (*standing.lost, back)
    return replace(told, gone=gone, contact_gone=True, sent=sent, returned=back, lost=lost)


def _with_wish(standing: Standing, message: Fact) -> Standing:
    """Nobody has read the reader's own no: it stands as the wish to leave, which they are still to hear of (Events)."""
    if standing.state == "closed":
        standing = replace(standing, state=standing.back or "held")
    return standing if is_ended(standing) else replace(standing, leaving=message)


def whom_it_missed(standing: Standing, fact: Fact, message: Fact | None, history: History) -> tuple[str, ...]:
    """Name and address of whom it did not reach: as told, else whom the message went to."""
    told = fact.to or (message.to if message else "")
    return (told,) if told else history.contact(standing.held or history.meetings, standing.gone).called


def with_writer(standing: Standing, fact: Fact, history: History) -> Standing:
    """Whoever writes can be reached: an answer to them goes out, whatever came back before (O40)."""
    bounced = [word for word in standing.gone if word not in standing.left]
    if not bounced or not fact.is_theirs:
        return standing
    wrote = history.named(fact.event)
    if wrote is None and history.contact(standing.held or history.meetings, standing.gone).to:
        # Nobody told who wrote, and somebody else is there to be asked.
        return standing
    again = [word for word in bounced if wrote is None or word in wrote.called]
    if not again:
        return standing
    gone = tuple(word for word in standing.gone if word not in again)
    return replace(standing, gone=gone, contact_gone=bool(gone))


def _reached(standing: Standing, fact: Fact) -> Standing:
    """A thank-you that went out again and did not come back has found its way: that person can be written to (O40)."""
    back = standing.returned
    if back is None or back.step != "thank-you" or fact.step != back.step or not fact.may_concern(back.unreached):
        return standing
    gone = tuple(word for word in standing.gone if word not in back.unreached)
    return replace(standing, gone=gone, contact_gone=bool(gone))


def _came_back(standing: Standing, fact: Fact, history: History) -> Fact | None:
    """The message that came back: the last one of the step that was told, else the last one that went out.

    Where it is told whom it did not reach, the last one to that person is meant.
    """
    step = fact.event.step if fact.event else ""
    last = next(_messages(standing, elsewhere=True), None)
    if not step and last is not None and last.is_elsewhere:
        return last
    if not step and standing.before is None:
        # They spoke since: which message it was is not known.
        return None
    fitting = [one for one in _messages(standing, elsewhere=True) if not step or one.step == step]
    person = history.named(fact.event) if fact.event and fact.to else None
    theirs = [one for one in fitting if one.may_concern(person.called)] if person else []
    return next(iter(theirs or fitting), None)


def _messages(standing: Standing, *, elsewhere: bool = False) -> Iterator[Fact]:
    """What went out in writing, the last first: to them, and to others as well where it is wanted."""
    return (one for one in reversed(standing.sent) if one.is_message and (elsewhere or not one.is_elsewhere))
