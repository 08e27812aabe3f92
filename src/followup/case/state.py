"""Where a process stands: the facts read one by one, each moving the state as the table of events says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from followup.case.facts import Fact
from followup.case.history import History
from followup.case.meetings import Meeting
from followup.case.moves import BACK, moved
from followup.dates import clock
from followup.model.plan import ASKS
from followup.rules.rulebook import figure

# They wrote or spoke about the case; these words of theirs are none (course.md, Words: Exchange).
NO_EXCHANGE = ("kind-word", "auto", "left", "away", "no-answer")
# What is read or heard elsewhere, and moves nothing.
NEWS = ("heard-advertised", "heard-layoffs", "heard-linkedin", "heard-friend")
# What an answer is owed to, within a business day.
OWED = (
    "question",
    "next-round",
    "called-off",
    "interview-moved",
    "moved-by-me",
    "task",
    "checks",
    "on-hold",
    "runner-up",
    "offer",
)
# An answer to one of these is owed no more once they say something that leads elsewhere.
REPLACED = (
    *("next-round", "called-off", "interview-moved", "moved-by-me", "task", "on-hold", "runner-up", "offer"),
    "first-day",
)
# They end by what was said, not by a day to let go.
ENDED = ("said-no", "closed")
ENDS = (*ENDED, "accepted")
# What the reader sends that is an exchange, whether it was owed or not.
ANSWERS = ("answer", "tell-offer", "say-when", "hand-in", "decide", "new-times", "ask-time", "task-time")
# What asks for more time for a task.
MORE_TIME = ("task-time", "ask-time")
# These open a stage of their own each time they are told: its asks are counted afresh.
OPENING = ("on-hold", "checks", "runner-up", "offer", "offer-written", "task", "next-round", "no-show", "accepted")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """One ask that was made: when, under which action, and whether a date of theirs called for it."""

    fact: Fact
    called_for: bool = False
    # The state it was made in.
    state: str = "held"


@dataclass(frozen=True, kw_only=True, slots=True)
class Returned:
    """A message other than an ask that came back: the word of it, the message, and whom it did not reach."""

    back: Fact
    message: Fact
    unreached: tuple[str, ...]

    @property
    def at(self) -> datetime:
        """When the reader heard of it."""
        return self.back.at

    @property
    def step(self) -> str:
        """What was sent."""
        return self.message.step


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where the process stands after some facts.

    `exchange` is the last one (X), `fresh` while that is the round itself; `named` is the day they named. `row` holds
    the asks unanswered in a row, `asks` those of the round, `stage` those since the state began.
    """

    state: str
    entered: datetime | None = None
    opened_by: Fact | None = None
    back: str = ""
    came_from: str = ""
    reason: str = ""
    held: tuple[Meeting, ...] = ()
    exchange: datetime | None = None
    fresh: bool = True
    named: date | None = None
    date_asked: bool = False
    row: tuple[Ask, ...] = ()
    asks: tuple[Ask, ...] = ()
    stage: tuple[Ask, ...] = ()
    made: tuple[Ask, ...] = ()
    owed: tuple[Fact, ...] = ()
    thanks: Fact | None = None
    no: Fact | None = None
    kind_word: datetime | None = None
    away: date | None = None
    no_contact: bool = False
    other_offer: Fact | None = None
    offer_told: Fact | None = None
    call: Fact | None = None
    checks: Fact | None = None
    task: Fact | None = None
    sent: tuple[Fact, ...] = ()
    gone: tuple[str, ...] = ()
    contact_gone: bool = False
    bounced: Fact | None = None
    returned: Returned | None = None
    # Every one that came back so far.
    lost: tuple[Returned, ...] = ()
    # Who is there no longer, as far as the reader knows; the others among those gone cannot be reached in writing.
    left: tuple[str, ...] = ()
    # The offer that was spoken of, while the paper is to come.
    offered: Fact | None = None
    # Where things stood before the last message, while it may come back.
    before: "Standing | None" = None
    missed: Fact | None = None
    first_day: date | None = None
    deadline: date | None = None
    has_paper: bool = False
    news: tuple[Fact, ...] = ()
    leaving: Fact | None = None
    last_question: Fact | None = None
    reopened: Fact | None = None

    @property
    def last(self) -> Meeting | None:
        """The interview that a check-in counts from; one that was moved may have changed places."""
        last = None
        for one in self.held:
            same_day = last is not None and one.round.date == last.round.date
            if last is None or same_day or clock.instant(one.end) >= clock.instant(last.end):
                last = one
        return last


def begin(history: History) -> Standing:
    """Before anything happened: the first interview lies ahead, or an invitation is about to come."""
    promise = history.case.promise
    return Standing(
        state="ahead" if history.entered else "invited",
        no_contact=promise.kind == "no-contact",
        named=promise.by if promise.kind != "none" and not history.meetings else None,
    )


def stand(history: History, facts: Iterable[Fact]) -> Standing:
    """Where the process stands once these facts are read."""
    standing = begin(history)
    for fact in facts:
        standing = after(standing, fact, history)
    return standing


def after(standing: Standing, fact: Fact, history: History) -> Standing:
    """Where the process stands after one more fact."""
    if fact.meeting is not None:
        return _held(standing, fact, fact.meeting, history)
    if (back := _returned(standing, fact, history)) is not None:
        return back
    before, standing = standing, _with_state(standing, fact, history)
    # Whether a date called for it depends on the word before it, not on what they say in it.
    called_for = _is_called_for(standing, fact)
    standing = _with_exchange(standing, fact)
    standing = _with_ask(standing, fact, history, called_for=called_for)
    standing = _with_dates(standing, fact)
    standing = _with_conditions(standing, fact)
    return _settled(_remembering(standing, before, fact), fact, history)


def _remembering(standing: Standing, before: Standing, fact: Fact) -> Standing:
    """Where things stood before the last message, as long as nothing but silence followed it: it may come back."""
    if fact.is_message:
        standing = _reached(standing, fact)
        return replace(standing, before=replace(before, before=None), returned=None)
    quiet = fact.word in ("bounced", "no-answer")
    spoken = fact.is_theirs and fact.word not in NO_EXCHANGE
    told = replace(standing, returned=None) if spoken else standing
    return told if quiet else replace(told, before=None)


def _reached(standing: Standing, fact: Fact) -> Standing:
    """A thank-you that went out again and did not come back has found its way: that person can be written to (O40)."""
    back = standing.returned
    if back is None or back.step != "thank-you" or fact.step != back.step or not _is_to(fact, back.unreached):
        return standing
    gone = tuple(word for word in standing.gone if word not in back.unreached)
    return replace(standing, gone=gone, contact_gone=bool(gone))


def _is_to(fact: Fact, people: tuple[str, ...]) -> bool:
    to = fact.event.to.casefold() if fact.event else ""
    return not to or to in people


def _returned(standing: Standing, fact: Fact, history: History) -> Standing | None:
    """Where things stand once a message that was no ask came back: as if it had never gone out (O40); else None."""
    message = _came_back(standing, fact) if fact.word == "bounced" else None
    if message is None or message.is_ask:
        return None
    unreached = _unreached(standing, fact, Ask(fact=message), history)
    back = Returned(back=fact, message=message, unreached=unreached)
    last = next((one for one in reversed(standing.sent) if one.is_message), None)
    told = standing.before if standing.before is not None and message is last else standing
    sent = tuple(one for one in told.sent if one is not message)
    if message.step == "hand-in":
        told = replace(told, owed=tuple(one for one in told.owed if one.word != "task"))
    gone, lost = (*standing.gone, *unreached), (*standing.lost, back)
    return replace(told, gone=gone, contact_gone=True, sent=sent, returned=back, lost=lost)


def _came_back(standing: Standing, fact: Fact) -> Fact | None:
    """The message that came back: the last one of the step that was told, else the last one that went out."""
    step = fact.event.step if fact.event else ""
    if not step and standing.before is None:
        # They spoke since: which message it was is not known.
        return None
    sent = (one for one in reversed(standing.sent) if one.is_message)
    return next((one for one in sent if not step or one.step == step), None)


def word_of(standing: Standing, fact: Fact) -> str:
    """What a fact is called here: a kind word that answers an ask says that they are still deciding (Events).

    A task that was sent by its own button is handed in; past its day that button sends the words for a late one.
    """
    if fact.word == "kind-word" and standing.row:
        return "deciding"
    if fact.word == "sent" and fact.step == "hand-in" and standing.task is not None:
        day = task_day(standing, standing.task)
        return fact.word if day and fact.at.date() > day else "handed-in"
    return fact.word


def task_day(standing: Standing, task: Fact) -> date | None:
    """The day for the task: the last one that the reader named in an answer since, else theirs; None for none."""
    since = told_since(standing, task, "answer", *MORE_TIME)
    mine = [one.event.by for one in since if one.event and one.event.by]
    return mine[-1] if mine else task.event.by if task.event else None


def told_since(standing: Standing, since: Fact, *steps: str) -> tuple[Fact, ...]:
    """The steps of these names that were done since something happened."""
    return tuple(one for one in standing.sent if one.step in steps and clock.instant(one.at) >= clock.instant(since.at))


def _held(standing: Standing, fact: Fact, meeting: Meeting, history: History) -> Standing:
    """A round that took place: it sets back every count (law 3), unless the course had ended before it (O12)."""
    state = moved(standing.state, "held")
    # What was planned for before they spoke of an offer never takes place; an invitation after it does.
    if standing.state == "offer-coming" or (is_ended(standing) and not begins_anew(standing, fact.at)):
        return standing
    if is_ended(standing):
        standing, state = replace(standing, no=None, reason="", leaving=None, owed=()), "held"
    if standing.state in ("offer-written", "accepted"):
        owed = _without_invitation(standing.owed)
        return replace(standing, exchange=meeting.end, fresh=False, row=(), owed=owed)
    if standing.state == "ahead" and standing.back == "offer-coming":
        state = "offer-coming"
    promise, is_last = history.case.promise, not _ahead(history, fact.at)
    named = promise.by if promise.kind != "none" and is_last else None
    standing = replace(standing, held=(*standing.held, meeting), owed=_without_invitation(standing.owed))
    last = standing.last or meeting
    # After a talk the offer is as old as it was.
    offered = standing.offered if state == "offer-coming" else None
    opened = offered or fact
    standing = replace(
        standing,
        state=state or standing.state,
        entered=opened.at,
        exchange=last.end,
        fresh=True,
        named=named,
        date_asked=False,
        row=(),
        asks=(),
        stage=(),
        thanks=None,
        call=None,
        missed=None,
        opened_by=standing.opened_by if not state else opened,
        offered=offered,
        back="" if state == "held" else standing.back,
    )
    return _settled(standing, fact, history)


def is_ended(standing: Standing) -> bool:
    """True after a no, and where it was closed."""
    return standing.state in ENDED


def begins_anew(standing: Standing, at: datetime) -> bool:
    """True for an interview so long after the end that it cannot have been planned before it: they applied again."""
    wait = timedelta(days=figure("O39", "last_calendar_days"))
    return standing.entered is not None and clock.instant(at) >= clock.instant(standing.entered + wait)


def _without_invitation(owed: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """An invitation that was not answered is answered by coming."""
    return tuple(one for one in owed if one.word not in ("next-round", "called-off", "interview-moved", "moved-by-me"))


def _ahead(history: History, at: datetime) -> tuple[Meeting, ...]:
    """The interviews that lie after a moment and were not called off."""
    return tuple(one for one in history.known_at(at) if not one.cancelled and not one.is_before(at))


def _with_state(standing: Standing, fact: Fact, history: History) -> Standing:
    word = word_of(standing, fact)
    if fact.is_wish_to_leave:
        return replace(standing, leaving=fact)
    to = moved(standing.state, word)
    standing = replace(standing, owed=_still_owed(standing, word, to))
    if not to:
        return standing
    if to == BACK:
        to = standing.back or "held"
    opening = word in OPENING or to != standing.state
    if to == "said-no":
        # With the offer go its paper and its days, and what was checked for it.
        standing = replace(standing, first_day=None, deadline=None, has_paper=False, checks=None)
    return replace(
        standing,
        state=to,
        entered=fact.at if opening else standing.entered,
        opened_by=fact if opening else standing.opened_by,
        back=_back(standing, to),
        offered=fact if word == "offer" else standing.offered,
        came_from=standing.state if to != standing.state else standing.came_from,
        reason=_reason(fact) if to == "closed" else standing.reason,
        stage=() if opening else standing.stage,
        no=fact if to == "said-no" and standing.state != to else standing.no if to in ENDED else None,
        # What was checked, or set as a task, before they spoke of an offer is done with it.
        checks=None if standing.state == "checks" else standing.checks,
        # A task outlives an invitation: nobody said that it is not wanted any more.
        task=None if standing.state == "task" and to != "invited" else standing.task,
        # After their no, and once it is closed, there is nothing left to withdraw from.
        leaving=None if to in ENDED else standing.leaving,
    )


def _still_owed(standing: Standing, word: str, to: str) -> tuple[Fact, ...]:
    """Their last word takes the place of what they said before it; an end leaves nothing to answer."""
    if to in ENDS and to != standing.state:
        return _owed_after_yes(standing.owed) if to == "accepted" else ()
    if to == "" and word in REPLACED:
        # Told again, it is the last word that is answered; a first day that is put off is no day any more.
        days = ("first-day", "on-hold") if standing.state == "accepted" else ()
        moot = days if word in days else (word,)
        return tuple(one for one in standing.owed if one.word not in moot)
    if word in ("no-show", "moved-by-me", "called-off", "interview-moved"):
        return _without_invitation(standing.owed)
    again = to == standing.state and word not in REPLACED
    if to in ("", BACK, "over") or again:
        return standing.owed
    return tuple(one for one in standing.owed if one.word not in REPLACED)


def _owed_after(owed: tuple[Fact, ...], fact: Fact) -> tuple[Fact, ...]:
    """What is left after an answer to their offer, or after new times were sent."""
    if fact.step == "new-times":
        return _without_invitation(owed)
    return _owed_after_yes(owed) if fact.word in ("accepted", "sent") else ()


def _owed_after_yes(owed: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Whoever says yes still owes what a check needs."""
    return tuple(one for one in owed if one.word == "checks")


def _back(standing: Standing, to: str) -> str:
    """Where to go back to: from what was closed or over, and from a talk while an offer is coming."""
    if to in ("closed", "over"):
        return standing.state if standing.state not in ("closed", "over") else standing.back
    if to == "invited" and "offer-coming" in (standing.state, standing.back):
        return "offer-coming"
    return ""


def _reason(fact: Fact) -> str:
    if fact.event is not None and fact.event.kind == "closed":
        return fact.event.reason or "gave-up"
    return {"declined": "declined", "withdrawn": "withdrew"}.get(fact.word, "")


def _with_exchange(standing: Standing, fact: Fact) -> Standing:
    """X, and the row: any exchange of theirs sets it back to none (laws 3 and 4)."""
    word = word_of(standing, fact)
    theirs = (fact.is_theirs and word not in NO_EXCHANGE) or word in ("interview-moved", "moved-by-me")
    if theirs:
        standing = replace(standing, exchange=fact.at, fresh=False, row=(), bounced=None)
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


def _with_ask(standing: Standing, fact: Fact, history: History, *, called_for: bool) -> Standing:
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


def _is_called_for(standing: Standing, fact: Fact) -> bool:
    """A date they named that still stands, is over and was not asked about yet calls for an ask (law 4)."""
    named = standing.named
    if named is None or standing.date_asked or named >= fact.at.date():
        return False
    return standing.fresh or standing.exchange is None or named >= standing.exchange.date()


def _without_ask(standing: Standing, fact: Fact, history: History) -> Standing:
    """The last ask never arrived: it counts nowhere, and somebody else is asked (O40)."""
    last = standing.made[-1] if standing.made else None
    unreached = _unreached(standing, fact, last, history)
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


def _unreached(standing: Standing, fact: Fact, last: Ask | None, history: History) -> tuple[str, ...]:
    """Name and address of whom it did not reach: as told, else whom the last ask went to."""
    told = [event.to for event in (fact.event, last.fact.event if last else None) if event and event.to]
    if told:
        return (told[0].casefold(),)
    person = history.contact(standing.held or history.meetings, standing.gone)
    return tuple(word.casefold() for word in (person.name, person.email) if word)


def _counts(standing: Standing) -> tuple[tuple[Ask, ...], ...]:
    return standing.made, standing.asks, standing.stage, standing.row


def _with_dates(standing: Standing, fact: Fact) -> Standing:
    """The day they named: the last one stands, and means what the state says (Events)."""
    by = fact.event.by if fact.event and fact.is_theirs else None
    word = fact.word
    if word == "offer-written" or (word == "promise" and standing.state == "offer-written"):
        named = (fact.event.deadline if fact.event else None) or by
        return replace(standing, deadline=named, has_paper=True, named=None)
    if word == "first-day" or (word == "promise" and standing.state == "accepted"):
        return replace(standing, first_day=by)
    given = fact.event is not None and fact.event.reason == "more-time" and standing.task is not None
    if word == "promise" and by and (given or has_asked_for_time(standing)):
        return replace(standing, task=fact)
    if word in ("on-hold", "checks", "runner-up", "offer"):
        told = replace(standing, named=by, date_asked=False)
        return replace(told, first_day=None) if standing.state == "accepted" and word == "on-hold" else told
    if word in ("promise", "deciding", "question", "no-contact", "answered") and by:
        return replace(standing, named=by, date_asked=False)
    if word in ("next-round", "called-off", "interview-moved", "moved-by-me"):
        return replace(standing, named=None)
    return standing


def has_asked_for_time(standing: Standing) -> bool:
    """True while a task is open for which the reader asked for more time: the day they name next is its own."""
    return standing.task is not None and bool(told_since(standing, standing.task, *MORE_TIME))


def _with_conditions(standing: Standing, fact: Fact) -> Standing:
    """What holds beside the state, and what is owed."""
    word = fact.word
    if word in OWED and not _is_settled_at_once(fact):
        standing = replace(standing, owed=(*standing.owed, fact))
    if word == "first-day" and standing.state == "accepted":
        standing = replace(standing, owed=(*standing.owed, fact))
    match word:
        case "deciding" | "answered":
            standing = replace(standing, thanks=fact if word == "deciding" else None)
        case "call-back":
            standing = replace(standing, call=fact)
        case "no-contact":
            standing = replace(standing, no_contact=True)
        case "offer-elsewhere":
            standing = replace(standing, other_offer=fact, offer_told=None)
        case "auto" | "away" if fact.event and fact.event.by:
            standing = replace(standing, away=fact.event.by)
        case "checks":
            standing = replace(standing, checks=fact)
        case "task":
            standing = replace(standing, task=fact)
        case news if news in NEWS:
            standing = replace(standing, news=(*standing.news, fact))
        case "reopened":
            standing = replace(standing, reopened=fact)
    return _without_done(standing, fact)


def _is_settled_at_once(fact: Fact) -> bool:
    """A round that was moved to a new day needs no answer, and an offer heard in a call was thanked for in it."""
    if fact.event is None:
        return False
    moved_to = fact.word in ("called-off", "interview-moved", "moved-by-me") and fact.event.by is not None
    return moved_to or (fact.word == "offer" and fact.event.kind == "called")


def _without_done(standing: Standing, fact: Fact) -> Standing:
    """What the reader did is owed no more; one answer is for all that one person asked."""
    step = fact.step
    if step == "answer":
        standing = replace(standing, owed=_left(standing.owed, fact), thanks=None)
    elif step in ("decide", "new-times"):
        standing = replace(standing, owed=_owed_after(standing.owed, fact))
    elif step == "hand-in":
        standing = _handed_in(standing, fact)
    elif step == "tell-offer":
        standing = replace(standing, offer_told=fact)
    if step == "call" or (fact.is_ask and fact.event is not None and fact.event.kind != "reply"):
        standing = replace(standing, call=None) if fact.word != "call-back" else standing
    if fact.event is not None and fact.word == "accepted" and fact.step == "decide":
        standing = replace(standing, has_paper=standing.has_paper, deadline=None)
    return replace(standing, sent=(*standing.sent, fact)) if step or fact.is_ask else standing


def _left(owed: tuple[Fact, ...], answer: Fact) -> tuple[Fact, ...]:
    to = answer.event.to.casefold() if answer.event else ""
    if not to:
        return ()
    return tuple(one for one in owed if one.event and one.event.to and one.event.to.casefold() != to)


def _handed_in(standing: Standing, fact: Fact) -> Standing:
    """A task handed in is as a round held: every count begins afresh from it (law 3). Else it is a check's forms."""
    what = "task" if standing.task is not None or standing.entered == fact.at else "checks"
    owed = tuple(one for one in standing.owed if one.word != what)
    standing = replace(standing, task=None, owed=owed)
    if standing.state != "held" or standing.entered != fact.at:
        return standing
    return replace(standing, row=(), asks=(), stage=(), named=None, date_asked=False)


def _settled(standing: Standing, fact: Fact, history: History) -> Standing:
    """A round that lies in the future: the process is ahead of it, whatever was said of a day (States)."""
    if standing.state not in ("held", "invited", "ahead"):
        return standing
    ahead = bool(_ahead(history, fact.at))
    if ahead:
        return replace(standing, state="ahead")
    return replace(standing, state="invited") if standing.state == "ahead" else standing
