"""What is asked so that some answer reads every figure: approaches, paces, and states that seldom come."""

from collections.abc import Iterator, Mapping
from typing import Any

from cases import Fields, event, promised, round_of
from exchange_requests import ASKED, ASKED_TWICE, THANKED, held, plan, reply, request, since

LATER = "2027-01-13T12:00:00-05:00"
YEAR_LATER = "2028-01-13T12:00:00-05:00"
INVITED = reply("2027-01-12T10:00", "next-round")
LONG = f"""Dear Dana,

Thank you for your time today. {"It was good to hear how your team works and what it needs this spring. " * 12}

Best regards,
Sam"""
SHORT = """Dear Dana,

Thank you for the call this morning. I liked what you said about the spring release. It is the work I want to do.
My notes on testing are on their way to you. I look forward to hearing from you.

Best regards,
Sam"""
ANSWERED = event("sent", "2027-01-12T11:00", step="answer")


def _chosen() -> Iterator[tuple[str, str]]:
    """Every approach and every pace: on site, at the weekend, by phone, after a date, and late in the day."""
    for word in ("approach", "pace"):
        names = APPROACHES if word == "approach" else PACES
        for name in names:
            told = {word: name}
            yield f"{name} thursday", plan(**told)
            yield f"{name} friday", plan("2027-01-08T16:00:00-05:00", date="2027-01-08", **told)
            yield f"{name} phone", held([round_of("2027-01-07", format="phone")], **told)
            yield f"{name} late", held([round_of("2027-01-08", "18:30")], "2027-01-08T19:00:00-05:00", **told)
            yield f"{name} promised", plan(promise=promised("2027-01-15"), **told)
            yield f"{name} asked", since("2027-01-15T12:00:00-05:00", THANKED, ASKED, **told)
            yield f"{name} asked twice", since("2027-02-01T12:00:00-05:00", THANKED, ASKED, ASKED_TWICE, **told)


APPROACHES = ("balanced", "patient", "prompt", "staffing", "primer", "checklist", "resume", "formats")
PACES = ("quick", "long-wait", "public", "university")


def after(*told: Fields, now: str = LATER, **words: Any) -> str:
    """A plan after a thank-you and what they said."""
    return since(now, THANKED, *told, **words)


SELDOM: Mapping[str, str] = {
    "invited and answered": after(INVITED, ANSWERED),
    "invited for a day they named": after(reply("2027-01-12T10:00", "next-round", by="2027-01-20"), ANSWERED),
    "invited, and they named a day to call": after(
        INVITED, ANSWERED, reply("2027-01-12T15:00", "promise", by="2027-01-15"), now="2027-01-14T12:00:00-05:00"
    ),
    "withdrawn and opened again": after(event("withdrawn", "2027-01-08T10:00"), event("reopened", "2027-01-12T10:00")),
    "on hold": after(reply("2027-01-12T10:00", "on-hold"), ANSWERED),
    "offer spoken": after(reply("2027-01-12T10:00", "offer"), ANSWERED),
    "offer written": after(reply("2027-01-12T10:00", "offer-written")),
    "accepted": after(reply("2027-01-12T10:00", "offer-written"), event("accepted", "2027-01-13T10:00")),
    "accepted, and the day is known": after(
        reply("2027-01-12T10:00", "offer-written"),
        event("accepted", "2027-01-13T10:00"),
        reply("2027-01-13T11:00", "first-day", by="2027-02-15"),
    ),
    "task without a day": after(reply("2027-01-12T10:00", "task")),
    "task with a day": after(reply("2027-01-12T10:00", "task", by="2027-01-22")),
    "withdrawing": after(INVITED, event("declined", "2027-01-13T10:00", step="withdraw")),
    "an answer that came back": after(
        reply("2027-01-12T10:00", "question"), ANSWERED, event("bounced", "2027-01-13T10:00", step="answer")
    ),
    "said no, and hardly to be answered any more": after(
        reply("2027-01-12T10:00", "rejected"), now="2027-01-27T12:00:00-05:00"
    ),
    "said no, long ago": after(reply("2027-01-12T10:00", "rejected"), now=YEAR_LATER),
    "over, and it is early for a last question": after(ASKED, ASKED_TWICE, now="2027-02-15T12:00:00-05:00"),
    "third ask": after(
        ASKED,
        reply("2027-01-15T10:00", "deciding"),
        event("sent", "2027-01-25T10:00", step="check-in"),
        reply("2027-01-26T10:00", "deciding"),
        now="2027-01-27T12:00:00-05:00",
    ),
    "fourth ask": after(
        ASKED,
        reply("2027-01-15T10:00", "deciding"),
        event("sent", "2027-01-25T10:00", step="check-in"),
        reply("2027-01-26T10:00", "deciding"),
        event("sent", "2027-02-10T10:00", step="check-in"),
        event("sent", "2027-02-26T10:00", step="check-in"),
        now="2027-02-27T12:00:00-05:00",
    ),
    "late on a friday": held([round_of("2027-01-08", "18:30")], "2027-01-08T19:00:00-05:00"),
    "an evening": held([round_of("2027-01-07", "19:30")], "2027-01-07T19:40:00-05:00"),
    "a note with too many words": request("checker", {"draft": LONG}),
    "five sentences after a call": request("checker", {"draft": SHORT, "letter": "thank-you-phone"}),
    "a late call": held([round_of("2027-01-07", "19:40", format="phone")], "2027-01-07T19:50:00-05:00"),
}
SAID = ("early February", "mid February", "a couple of days", "a few days", "a couple of weeks", "a few weeks")
IN_WORDS = {
    f"said {words}": after(reply("2027-01-12T10:00", "promise", said=words))
    for words in (*SAID, "in a week", "early next week", "mid next week", "within a week", "2 weeks")
}
FURTHER: Mapping[str, str] = {**SELDOM, **dict(_chosen()), **IN_WORDS}
