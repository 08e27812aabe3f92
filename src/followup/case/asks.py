"""What the reader asked, which of it counts, and in which row (law 3)."""

from dataclasses import replace

from followup.case.called import word_of
from followup.case.facts import Fact
from followup.case.history import History
from followup.case.returned import whom_it_missed, with_writer
from followup.case.standing import ASKING_MORE, FROM_AN_OFFER, NO_EXCHANGE, Ask, Standing
from followup.model.plan import ASKS

# What the reader sends that is an exchange, whether it was owed or not.
ANSWERS = ("answer", "tell-offer", "say-when", "hand-in", "decide", "new-times", "ask-time", "task-time", "ask-back")
# Told once it is closed, these ask a reader who said no to come back; an offer that was refused is not back by them.
ASKS_BACK = ("interest", "next-round", *ASKING_MORE)


def with_exchange(standing: Standing, fact: Fact, history: History) -> Standing:
    """X, and the row: any exchange of theirs sets it back to none (laws 3 and 4)."""
    word = word_of(standing, fact)
    theirs = (fact.is_theirs and word not in NO_EXCHANGE) or word in ("interview-moved", "moved-by-me")
    if theirs:
        standing = replace(standing, exchange=fact.at, fresh=False, row=(), bounced=None)
        standing = with_writer(standing, fact, history)
        # Whoever writes about the case once it is open again has heard of that, and whoever asks the reader back
        # waits for no word that takes the no back.
        asked_back = word in ASKS_BACK and standing.back not in FROM_AN_OFFER
        heard = standing.state != "closed" or asked_back
        standing = replace(standing, declined=None) if heard else standing
    elif fact.step in ANSWERS and not _is_mail_after_no_show(standing, fact):
        standing = replace(standing, exchange=fact.at, fresh=False)
    elif word == "no-show":
        standing = replace(standing, missed=fact, exchange=fact.at, fresh=False, row=(), named=None)
    elif word == "kind-word":
        standing = replace(standing, kind_word=fact.at)
    return standing


def _is_mail_after_no_show(standing: Standing, fact: Fact) -> bool:
    """The email after a no-show, and the call, are one ask (O31)."""
    return standing.missed is not None and fact.step == "new-times"


def with_ask(standing: Standing, fact: Fact, history: History, *, called_for: bool) -> Standing:
    """An ask: of the round, of the state, and in the row while nobody answered it."""
    if standing.missed is not None and fact.step == "new-times":
        ask = Ask(fact=fact, state=standing.state)
        return replace(standing, row=(ask,), made=(*standing.made, ask), stage=(ask,))
    if fact.word in ("bounced", "left"):
        return _without_ask(standing, fact, history)
    if fact.step == "last-question":
        return replace(standing, last_question=fact)
    if not fact.is_ask or _is_agreed_call(standing, fact):
        return standing
    ask = Ask(fact=fact, called_for=called_for, state=standing.state)
    in_round = standing.state in ("held", "ahead", "over")
    # Who tells of the second check-in alone made the first one too.
    skipped = fact.step == "second-check-in" and in_round and not standing.asks
    new = (ask, ask) if skipped else (ask,)
    return replace(
        standing,
        row=_row(standing, new) if fact.is_unanswered else standing.row,
        asks=(*standing.asks, *new) if in_round else standing.asks,
        stage=(*standing.stage, *new),
        made=(*standing.made, *new),
        date_asked=standing.date_asked or ask.called_for,
        owed=(),
        bounced=None,
    )


def _row(standing: Standing, new: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """The asks in a row; the call and the email after a no-show are one (O31)."""
    is_call = standing.state == "no-show" and new[0].fact.step in ("", "call")
    return new if is_call else (*standing.row, *new)


def _is_agreed_call(standing: Standing, fact: Fact) -> bool:
    """The call they asked for is no ask, whoever picks up (law 3)."""
    return standing.call is not None and fact.event is not None and fact.event.kind != "sent" and fact.step == ""


def is_called_for(standing: Standing, fact: Fact) -> bool:
    """A date they named that still stands, is over and was not asked about yet calls for an ask (law 4)."""
    named = standing.named
    if named is None or standing.date_asked or named >= fact.at.date():
        return False
    return standing.fresh or standing.exchange is None or named >= standing.exchange.date()


def _without_ask(standing: Standing, fact: Fact, history: History) -> Standing:
    """The last ask never arrived: it counts nowhere, and somebody else is asked (O40)."""
    last = standing.made[-1] if standing.made else None
    if fact.word == "left" and _is_somebody_else(standing, fact, last, history):
        return replace(standing, gone=(*standing.gone, fact.to), left=(*standing.left, fact.to))
    unreached = whom_it_missed(standing, fact, last.fact if last else None, history)
    gone = (*standing.gone, *unreached)
    standing = replace(standing, left=(*standing.left, *unreached)) if fact.word == "left" else standing
    other = fact.event is not None and fact.event.step not in ("", *ASKS)
    answered = fact.word == "left" and last not in standing.row
    if last is None or other or answered or last.fact.event is None or last.fact.event.kind == "called":
        return replace(standing, gone=gone, contact_gone=True)
    made, asks, stage, row = (tuple(one for one in told if one is not last) for told in _counts(standing))
    # Whoever answered since has read another one of ours: nothing is to be asked again at once.
    bounced = fact if last in standing.row else standing.bounced
    return replace(standing, gone=gone, contact_gone=True, made=made, asks=asks, stage=stage, row=row, bounced=bounced)


def _is_somebody_else(standing: Standing, fact: Fact, last: Ask | None, history: History) -> bool:
    """True where neither the last ask went to whoever left, nor the next one would have."""
    gone = history.named(fact.event)
    contact = history.contact(standing.held or history.meetings, standing.gone)
    asked = history.named(last.fact.event) if last else None
    met = (asked or contact, contact)
    return gone is not None and any(one.to for one in met) and not any(gone.is_among(one.called) for one in met)


def _counts(standing: Standing) -> tuple[tuple[Ask, ...], ...]:
    return standing.made, standing.asks, standing.stage, standing.row
