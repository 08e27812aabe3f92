"""What answers them: a reply to a question, an invitation or a rejection, and word of another offer."""

from datetime import date, datetime, time, timedelta

from followup.case.history import Happened, Person, Story
from followup.dates import clock
from followup.dates.calendars import Calendar, add_business_days
from followup.model.plan import Action, Window
from followup.planning import stances, windows
from followup.planning.steps import Draft, done, dropped
from followup.rules.rulebook import figure

ANSWERS = {"question": "answer-question", "next-round": "answer-next-round", "offer": ""}


def answer(story: Story, calendar: Calendar) -> tuple[Draft, ...]:
    """The answer to their last question, invitation or offer: by the end of the next business day (O2)."""
    asked = [one for one in story.happened if one.outcome in ANSWERS]
    if not asked:
        return ()
    return (_marked(story, _answer(story, asked[-1], calendar), asked[-1]),)


def _answer(story: Story, asked: Happened, calendar: Calendar) -> Draft:
    person = _writer(story, asked)
    at = asked.at.astimezone(person.zone)
    evening = windows.closing(
        add_business_days(at.date(), figure("O2", "deadline_business_days"), calendar), person.zone
    )
    window = Window(
        earliest=at, target=windows.next_hour(at, windows.send_hours(), person.zone, calendar), latest=evening
    )
    return _draft(story, "answer", person, window, "O2", ANSWERS[asked.outcome])


def after_rejection(story: Story, rejected: Happened, calendar: Calendar) -> tuple[Draft, ...]:
    """The reply to a rejection, a card, and a talk in the next few weeks (K19, R1 to R4)."""
    feedback = _feedback(story, rejected, calendar)
    card = _card(story, rejected, feedback.window.target.date(), calendar)
    talk = _talk(story, rejected, calendar)
    return tuple(_marked(story, draft, rejected) for draft in (feedback, card, talk))


def _feedback(story: Story, rejected: Happened, calendar: Calendar) -> Draft:
    person = _writer(story, rejected)
    at = rejected.at.astimezone(person.zone)
    latest = add_business_days(at.date(), figure("O3", "deadline_business_days"), calendar)
    window = Window(
        earliest=at,
        target=windows.opening(add_business_days(at.date(), 1, calendar), person.zone),
        latest=windows.closing(latest, person.zone),
    )
    return _draft(story, "ask-feedback", person, window, "O3", "reply-to-rejection")


def _card(story: Story, rejected: Happened, reply_day: date, calendar: Calendar) -> Draft:
    at = rejected.at.astimezone(story.contact.zone)
    window = Window(
        earliest=at,
        target=windows.opening(add_business_days(reply_day, 1, calendar), story.contact.zone),
        latest=windows.closing(
            add_business_days(reply_day, figure("O25", "card_business_days"), calendar), story.contact.zone
        ),
    )
    return _draft(story, "card", story.contact, window, "O25", "card-after-rejection", post=True)


def _talk(story: Story, rejected: Happened, calendar: Calendar) -> Draft:
    zone = story.contact.zone
    day = rejected.at.astimezone(zone).date()
    first = windows.opening(add_business_days(day, figure("O25", "talk_business_days_min"), calendar), zone)
    last = windows.closing(add_business_days(day, figure("O25", "talk_business_days_max"), calendar), zone)
    window = Window(earliest=first, target=first, latest=last)
    return _draft(story, "stay-in-touch", story.contact, window, "O25", "stay-in-touch")


def tell_offer(story: Story, calendar: Calendar) -> tuple[Draft, ...]:
    """Word of another offer, worked back from its deadline (C13, O4); a call if there is a business day or less.

    Dropped where nobody can be reached before the deadline.
    """
    return tuple(
        unless_past(story, _marked(story, _tell(story, offer, calendar), offer), offer.at) for offer in _offers(story)
    )


def unless_past(story: Story, draft: Draft, now: datetime) -> Draft:
    """The word of another offer, dropped once its deadline is past."""
    end = _end_of_offer(_offers(story)[-1], story.contact)
    moment = max(draft.window.target, now, key=clock.instant)
    return dropped(draft) if end and clock.instant(moment) >= clock.instant(end) else draft


def _offers(story: Story) -> list[Happened]:
    """The last offer told of, if there is one."""
    return [one for one in story.happened if one.event.kind == "offer-elsewhere"][-1:]


def _tell(story: Story, offer: Happened, calendar: Calendar) -> Draft:
    person = story.contact
    at = offer.at.astimezone(person.zone)
    target = windows.next_hour(at, windows.send_hours(), person.zone, calendar)
    latest = _lead(offer, target, person, calendar)
    # One business day or less is left: there is no other day to tell them on.
    hurry = latest.date() <= target.date()
    if hurry:
        target = windows.next_hour(at, windows.call_hours(), person.zone, calendar)
        latest = windows.closing(target.date(), person.zone)
    window = Window(earliest=at, target=target, latest=latest)
    return Draft(
        id="tell-offer",
        action="tell-offer",
        round=story.last.number,
        person=person,
        window=window,
        grounds=stances.tell_offer(at, _end_of_offer(offer, person) or latest),
        channel="phone" if hurry else "email",
        letter="call-opening" if hurry else "competing-offer",
    )


def _lead(offer: Happened, target: datetime, person: Person, calendar: Calendar) -> datetime:
    """The last evening before the deadline; with no deadline told, the next business day's."""
    lead = figure("O4", "lead_business_days")
    if offer.event.deadline is None:
        return windows.closing(add_business_days(target.date(), lead, calendar), person.zone)
    return windows.closing(add_business_days(offer.event.deadline, -lead, calendar), person.zone)


def _end_of_offer(offer: Happened, person: Person) -> datetime | None:
    """The end of the deadline's day, where the recipient lives; None if no deadline was told."""
    deadline = offer.event.deadline
    return clock.local(deadline + timedelta(days=1), time(), person.zone) if deadline else None


def _draft(
    story: Story, action: Action, person: Person, window: Window, rule: str, letter: str, post: bool = False
) -> Draft:
    return Draft(
        id=action,
        action=action,
        round=story.last.number,
        person=person,
        window=windows.settle(window),
        grounds=stances.silent(rule, dict.fromkeys(stances.BOUNDS, rule)),
        channel="post" if post else "email",
        letter=letter,
    )


def _writer(story: Story, one: Happened) -> Person:
    """Who wrote to us: the person named, else whom a check-in would go to."""
    return story.named(one) or story.contact


def _marked(story: Story, draft: Draft, since: Happened) -> Draft:
    """Done if the reader said after it that it was sent."""
    sent = [one for one in story.happened if one.event.kind == "sent" and one.event.step == draft.action]
    after = [one for one in sent if clock.instant(one.at) >= clock.instant(since.at)]
    return done(draft, after[0].at) if after else draft
