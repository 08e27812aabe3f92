"""Situations that people told, in the planner's terms: the facts, today, and the step that is right."""

from datetime import datetime
from typing import Any, NamedTuple

from cases import NEW_YORK, Fields, event, promised, round_of

from followup.dates import clock


class Situation(NamedTuple):
    """One of them: what was told, today in New York, and the state, step and window (earliest, latest) to find."""

    number: str
    says: str
    told: Fields
    now: str
    state: str
    action: str
    window: tuple[str, str] | None
    letter: str = ""
    channel: str = ""

    @property
    def moment(self) -> str:
        """Today with its offset, as a request carries it."""
        wall = datetime.fromisoformat(self.now)
        return clock.local(wall.date(), wall.time(), clock.zone(NEW_YORK)).isoformat()


def reply(at: str, outcome: str, **words: str) -> Fields:
    """What they wrote or said."""
    return event("reply", at, outcome=outcome, **words)


def sent(at: str, step: str) -> Fields:
    """What the reader sent."""
    return event("sent", at, step=step)


def called(at: str, outcome: str, **words: str) -> Fields:
    """A call and what came of it."""
    return event("called", at, outcome=outcome, **words)


def held(date: str, *events: Fields, **words: Any) -> Fields:
    """An interview at 15:00 in New York that was thanked for the next morning, and what happened since."""
    thanked = event("sent", f"{date[:8]}{int(date[8:]) + 1:02}T09:00", step="thank-you")
    return {"rounds": [round_of(date)], "country": "US", "events": [thanked, *events]} | words


def opened(*events: Fields, **words: Any) -> Fields:
    """A case without an interview."""
    return {"rounds": [], "country": "US", "my_zone": "America/New_York", "events": list(events)} | words


SITUATIONS = [
    Situation(
        "1",
        "five people in a day, a decision in a day or two, asked once, a week of nothing",
        held("2027-01-05", sent("2027-01-11T10:00", "check-in"), promise=promised("2027-01-07")),
        "2027-01-18T12:00",
        "held",
        "second-check-in",
        ("Tue 2027-01-19 09:00", "Mon 2027-02-01 17:00"),
    ),
    Situation(
        "2",
        "by Wednesday, and it is Thursday",
        held("2027-01-07", promise=promised("2027-01-13")),
        "2027-01-14T12:00",
        "held",
        "check-in",
        ("Thu 2027-01-14 09:00", "Thu 2027-01-21 17:00"),
        "check-in-date-passed",
    ),
    Situation(
        "3",
        "two rounds in August, a kind word, two months of nothing, never asked",
        held(
            "2027-08-05",
            reply("2027-08-09T10:00", "kind-word"),
            rounds=[round_of("2027-08-05"), round_of("2027-08-11")],
        ),
        "2027-10-12T12:00",
        "over",
        "last-question",
        ("Thu 2027-09-16 09:00", ""),
        "last-question",
    ),
    Situation(
        "5",
        "top candidate, everything on hold for 30 days",
        held("2027-01-07", reply("2027-01-13T10:00", "on-hold", by="2027-02-12")),
        "2027-01-13T12:00",
        "on-hold",
        "answer",
        ("Wed 2027-01-13 10:00", "Thu 2027-01-14 17:00"),
        "on-hold-thanks",
    ),
    Situation(
        "5b",
        "and a month later",
        held("2027-01-07", reply("2027-01-13T10:00", "on-hold", by="2027-02-12"), sent("2027-01-13T15:00", "answer")),
        "2027-02-17T12:00",
        "on-hold",
        "hold-note",
        ("Tue 2027-02-16 09:00", "Mon 2027-02-22 17:00"),
        "hold-note",
    ),
    Situation(
        "7",
        "offer by phone before New Year, no paper a week later",
        held("2026-12-21", reply("2026-12-29T10:00", "offer"), sent("2026-12-29T11:00", "answer")),
        "2027-01-06T12:00",
        "offer-coming",
        "ask-paper",
        ("Wed 2027-01-06 09:00", "Wed 2027-01-13 17:00"),
        "when-paper",
    ),
    Situation(
        "8",
        "offered on the phone, letter by the end of the week, two weeks gone",
        held("2027-01-05", reply("2027-01-12T10:00", "offer", by="2027-01-15"), sent("2027-01-12T11:00", "answer")),
        "2027-01-22T12:00",
        "offer-coming",
        "ask-paper",
        ("Tue 2027-01-19 09:00", "Mon 2027-01-25 17:00"),
        "when-paper",
    ),
    Situation(
        "11",
        "the offer promised for Monday, then for Wednesday; it is Thursday",
        held(
            "2027-01-05",
            reply("2027-01-13T10:00", "offer", by="2027-01-25"),
            sent("2027-01-13T11:00", "answer"),
            called("2027-01-26T10:00", "promise", by="2027-01-27"),
        ),
        "2027-01-28T12:00",
        "offer-coming",
        "ask-paper",
        ("Thu 2027-01-28 09:00", "Wed 2027-02-03 17:00"),
        "when-paper",
    ),
    Situation(
        "13",
        "references asked for and sent the same day; a week of nothing",
        held(
            "2027-01-05",
            reply("2027-01-12T10:00", "checks"),
            sent("2027-01-12T11:00", "warn-referee"),
            sent("2027-01-12T12:00", "answer"),
        ),
        "2027-01-20T12:00",
        "checks",
        "checks-note",
        ("Wed 2027-01-20 09:00", "Wed 2027-01-27 17:00"),
        "references-reached",
    ),
    Situation(
        "14",
        "a sample project instead of an interview, handed in, a couple of weeks, four months",
        opened(
            reply("2026-09-01T10:00", "task", by="2026-09-08"),
            event("handed-in", "2026-09-07T10:00"),
            reply("2026-09-08T10:00", "promise", by="2026-09-22"),
        ),
        "2027-01-07T12:00",
        "over",
        "last-question",
        ("Fri 2026-10-23 09:00", ""),
        "last-question-unmet",
    ),
    Situation(
        "15",
        "the agreed call never came",
        {
            "rounds": [round_of("2027-01-12", "", starts="14:00", format="phone")],
            "country": "US",
            "events": [event("no-show", "2027-01-12T14:10")],
        },
        "2027-01-12T14:16",
        "no-show",
        "call",
        ("Tue 2027-01-12 14:15", "Tue 2027-01-12 14:20"),
    ),
    Situation(
        "15b",
        "and the email, the same day",
        {
            "rounds": [round_of("2027-01-12", "", starts="14:00", format="phone")],
            "country": "US",
            "events": [
                event("no-show", "2027-01-12T14:10"),
                called("2027-01-12T14:17", "no-answer"),
                event("voicemail", "2027-01-12T14:18"),
            ],
        },
        "2027-01-12T14:30",
        "no-show",
        "new-times",
        ("Tue 2027-01-12 14:20", "Tue 2027-01-12 20:00"),
        "no-show",
    ),
    Situation(
        "16",
        "told of a second interview; HR does not schedule it",
        held("2027-01-05", reply("2027-01-12T10:00", "next-round"), sent("2027-01-12T11:00", "answer")),
        "2027-01-20T12:00",
        "invited",
        "ask-day",
        ("Wed 2027-01-20 09:00", "Wed 2027-01-27 17:00"),
        "ask-day-again",
    ),
    Situation(
        "17",
        "invited again, date to be confirmed, three weeks, two emails unanswered",
        held(
            "2027-01-05",
            reply("2027-01-12T10:00", "next-round"),
            sent("2027-01-12T11:00", "answer"),
            sent("2027-01-20T10:00", "ask-day"),
            sent("2027-01-28T10:00", "ask-day"),
        ),
        "2027-02-02T12:00",
        "invited",
        "let-go",
        ("Thu 2027-02-11 09:00", "Thu 2027-02-11 09:00"),
    ),
    Situation(
        "19",
        "call me Monday if you hear nothing; called; Tuesday or Wednesday; it is Thursday",
        held(
            "2027-01-05",
            reply("2027-01-07T10:00", "call-back", by="2027-01-11"),
            called("2027-01-11T10:00", "promise", by="2027-01-13"),
        ),
        "2027-01-14T12:00",
        "held",
        "check-in",
        ("Thu 2027-01-14 09:00", "Thu 2027-01-21 17:00"),
        "check-in-date-passed",
    ),
    Situation(
        "22",
        "a week, no thank-you sent",
        {"rounds": [round_of("2027-01-07")], "country": "US", "events": []},
        "2027-01-14T12:00",
        "held",
        "check-in",
        ("Thu 2027-01-14 09:00", "Fri 2027-01-22 17:00"),
        "check-in",
    ),
    Situation(
        "25",
        "campus visit at the end of November, never asked, January",
        held("2026-11-23", pace="university"),
        "2026-12-22T12:00",
        "held",
        "check-in",
        ("Tue 2026-12-22 09:00", "Wed 2026-12-30 17:00"),
        "check-in",
    ),
    Situation(
        "26",
        "state job, two interviews",
        held("2027-01-07", pace="public"),
        "2027-01-22T12:00",
        "held",
        "check-in",
        ("Fri 2027-01-22 09:00", "Fri 2027-01-29 17:00"),
        "check-in",
    ),
    Situation(
        "27",
        "an offer elsewhere, the decision here three weeks off",
        held(
            "2027-01-05",
            event("offer-elsewhere", "2027-01-12T10:00", deadline="2027-01-20"),
            promise=promised("2027-02-02"),
        ),
        "2027-01-12T10:30",
        "held",
        "tell-offer",
        ("Tue 2027-01-12 10:00", "Tue 2027-01-19 17:00"),
        "competing-offer",
    ),
    Situation(
        "29",
        "three rounds, the recruiter says: delays",
        held(
            "2027-01-05",
            reply("2027-01-12T10:00", "deciding", to="Rae Poe"),
            rounds=[
                round_of("2027-01-05", interviewers=[{"name": "Dana Ruiz"}, {"name": "Rae Poe", "part": "recruiter"}])
            ],
        ),
        "2027-01-20T12:00",
        "held",
        "check-in",
        ("Wed 2027-01-20 09:00", "Wed 2027-01-27 17:00"),
        "check-in",
    ),
    Situation(
        "31",
        "a call promised by Wednesday before Christmas, it is the 23rd",
        held("2026-12-15", promise=promised("2026-12-23")),
        "2026-12-23T12:00",
        "held",
        "check-in",
        ("Thu 2026-12-24 09:00", "Thu 2026-12-31 17:00"),
        "check-in-date-passed",
    ),
    Situation(
        "32",
        "they said early November, asked once",
        held(
            "2026-10-20",
            sent("2026-11-12T10:00", "check-in"),
            promise={"kind": "said", "said": "early November"},
        ),
        "2026-11-20T12:00",
        "held",
        "second-check-in",
        ("Thu 2026-11-19 09:00", "Fri 2026-12-04 17:00"),
        "second-check-in",
    ),
    Situation(
        "32b",
        "and before that: the day after its last day",
        held("2026-10-20", promise={"kind": "said", "said": "early November"}),
        "2026-11-09T12:00",
        "held",
        "check-in",
        ("Thu 2026-11-12 09:00", "Wed 2026-11-18 17:00"),
        "check-in-date-passed",
    ),
    Situation(
        "34",
        "text messages are the only channel",
        held("2027-01-07", channel="message"),
        "2027-01-14T12:00",
        "held",
        "check-in",
        ("Thu 2027-01-14 09:00", "Fri 2027-01-22 17:00"),
        "check-in",
        "message",
    ),
    Situation(
        "37",
        "the post is advertised again after the interview",
        held("2027-01-07", event("heard", "2027-01-11T10:00", outcome="advertised")),
        "2027-01-12T12:00",
        "held",
        "check-in",
        ("Thu 2027-01-14 09:00", "Fri 2027-01-22 17:00"),
        "check-in",
    ),
    Situation(
        "48",
        "internal candidate, five weeks, own manager on the panel",
        held("2027-01-07", candidate="internal"),
        "2027-02-10T12:00",
        "held",
        "check-in",
        ("Thu 2027-01-14 09:00", "Fri 2027-01-22 17:00"),
        "check-in",
    ),
    Situation(
        "38",
        "a phoned word of the other offer, on that step's button",
        held(
            "2027-01-05",
            event("offer-elsewhere", "2027-01-12T10:00", deadline="2027-01-19"),
            called("2027-01-12T11:00", "answered", step="tell-offer"),
        ),
        "2027-01-20T12:00",
        "held",
        "check-in",
        ("Wed 2027-01-20 09:00", "Wed 2027-01-27 17:00"),
        "check-in",
    ),
    Situation(
        "39",
        "they asked something on Wednesday at 16:00, answered at once",
        held("2027-01-05", reply("2027-01-13T16:00", "question"), sent("2027-01-13T16:20", "answer")),
        "2027-01-14T12:00",
        "held",
        "check-in",
        ("Thu 2027-01-21 09:00", "Thu 2027-01-28 17:00"),
        "check-in",
    ),
    Situation(
        "40",
        "after a no: feedback asked as planned, they write back with a question",
        held(
            "2027-01-05",
            reply("2027-01-12T10:00", "rejected"),
            sent("2027-01-13T09:00", "ask-feedback"),
            reply("2027-01-14T10:00", "question"),
        ),
        "2027-01-14T12:00",
        "said-no",
        "answer",
        ("Thu 2027-01-14 10:00", "Fri 2027-01-15 17:00"),
        "answer-question",
    ),
    Situation(
        "41",
        "nine months after an answered rejection",
        held("2027-01-05", reply("2027-01-12T10:00", "rejected"), sent("2027-01-13T09:00", "ask-feedback")),
        "2027-10-12T12:00",
        "closed",
        "",
        None,
    ),
    Situation(
        "42",
        "a year-old interview, nothing told",
        {"rounds": [round_of("2027-01-07")], "country": "US", "events": []},
        "2028-01-10T12:00",
        "over",
        "last-question",
        ("Thu 2027-02-11 09:00", ""),
        "last-question",
    ),
    Situation(
        "43",
        "an interview next March",
        {"rounds": [round_of("2027-03-10")], "country": "US", "events": []},
        "2027-01-07T12:00",
        "ahead",
        "thank-you",
        ("Wed 2027-03-10 17:00", "Thu 2027-03-11 15:00"),
    ),
    Situation(
        "44",
        "first interview called off before it was held",
        {"rounds": [round_of("2027-01-20")], "country": "US", "events": [reply("2027-01-12T10:00", "called-off")]},
        "2027-01-12T12:00",
        "invited",
        "answer",
        ("Tue 2027-01-12 10:00", "Wed 2027-01-13 17:00"),
        "called-off-times",
    ),
    Situation(
        "45",
        "answered call after answered call, each naming a new date",
        held(
            "2027-01-05",
            *(
                called(f"2027-01-{day}T10:00", "promise", by=f"2027-01-{by}")
                for day, by in ((12, 14), (19, 20), (22, 25), (27, 28))
            ),
            called("2027-02-01T10:00", "promise", by="2027-02-04"),
        ),
        "2027-02-05T12:00",
        "held",
        "fourth-check-in",
        ("Fri 2027-02-05 09:00", "Thu 2027-02-11 17:00"),
        "check-in-date-passed",
    ),
    Situation(
        "46",
        "on hold, asked to wait until after the budget in two months",
        held("2027-01-05", reply("2027-01-12T10:00", "on-hold", by="2027-03-12"), sent("2027-01-12T11:00", "answer")),
        "2027-01-20T12:00",
        "on-hold",
        "hold-note",
        ("Mon 2027-03-15 09:00", "Fri 2027-03-19 17:00"),
        "hold-note",
    ),
    Situation(
        "47",
        "interviewer said in the room: away all next week",
        held("2027-01-07", reply("2027-01-07T15:00", "away", by="2027-01-19")),
        "2027-01-14T12:00",
        "held",
        "check-in",
        ("Tue 2027-01-19 09:00", "Fri 2027-01-22 17:00"),
        "check-in",
    ),
    Situation(
        "49",
        "a round agreed for today; this morning an email: filled, so it is cancelled",
        held(
            "2027-01-05", reply("2027-01-14T08:00", "filled"), rounds=[round_of("2027-01-05"), round_of("2027-01-14")]
        ),
        "2027-01-14T12:00",
        "said-no",
        "ask-feedback",
        ("Thu 2027-01-14 08:00", "Tue 2027-01-19 17:00"),
        "reply-to-rejection",
    ),
    Situation(
        "50",
        "forms for a background check sent back the same day; two weeks of nothing",
        held("2027-01-05", reply("2027-01-12T10:00", "checks"), event("handed-in", "2027-01-12T15:00")),
        "2027-01-27T12:00",
        "checks",
        "checks-note",
        ("Wed 2027-01-27 09:00", "Wed 2027-02-03 17:00"),
        "anything-missing",
    ),
    Situation(
        "51",
        "offer accepted; the first day moved by a week, then by two more without a reason",
        held(
            "2027-01-05",
            reply("2027-01-12T10:00", "offer-written", deadline="2027-01-20"),
            event("accepted", "2027-01-14T10:00"),
            reply("2027-01-15T10:00", "first-day", by="2027-02-01"),
            sent("2027-01-15T12:00", "answer"),
            reply("2027-01-26T10:00", "first-day", by="2027-02-15"),
        ),
        "2027-01-26T12:00",
        "accepted",
        "answer",
        ("Tue 2027-01-26 10:00", "Wed 2027-01-27 17:00"),
        "start-day",
    ),
    Situation(
        "52",
        "rejected, answered; a month later the recruiter rings: still keen?",
        held(
            "2027-01-05",
            reply("2027-01-12T10:00", "rejected"),
            sent("2027-01-13T09:00", "ask-feedback"),
            reply("2027-02-16T10:00", "interest"),
        ),
        "2027-02-16T12:00",
        "held",
        "answer",
        ("Tue 2027-02-16 10:00", "Wed 2027-02-17 17:00"),
        "asked-back-after-no",
    ),
    Situation(
        "53",
        "an update promised after Monday's meeting; on Monday a follow on LinkedIn; it is Tuesday",
        held("2027-01-07", reply("2027-01-25T15:00", "kind-word"), promise=promised("2027-01-25")),
        "2027-01-26T12:00",
        "held",
        "check-in",
        ("Wed 2027-01-27 09:00", "Mon 2027-02-01 17:00"),
        "check-in-date-passed",
    ),
    Situation(
        "54",
        "they rang back; then a voicemail and an email, both unanswered; layoffs in the news",
        held(
            "2027-01-05",
            reply("2027-01-20T10:00", "promise", by="2027-01-21"),
            event("voicemail", "2027-01-26T10:00"),
            sent("2027-02-04T10:00", "second-check-in"),
            event("heard", "2027-02-12T10:00", outcome="advertised"),
            promise=promised("2027-01-19"),
        ),
        "2027-02-12T12:00",
        "held",
        "let-go",
        ("Fri 2027-02-19 09:00", "Fri 2027-02-19 09:00"),
    ),
    Situation(
        "55",
        "referred by a friend inside; we are thinking whether and how; eight days since",
        held("2027-01-05", reply("2027-01-12T10:00", "deciding")),
        "2027-01-22T12:00",
        "held",
        "check-in",
        ("Wed 2027-01-20 09:00", "Wed 2027-01-27 17:00"),
        "check-in",
    ),
    Situation(
        "56",
        "told in the open: somebody else has the offer, you are next",
        held("2027-01-05", reply("2027-01-12T10:00", "runner-up")),
        "2027-01-12T12:00",
        "runner-up",
        "answer",
        ("Tue 2027-01-12 10:00", "Wed 2027-01-13 17:00"),
        "still-interested",
    ),
    Situation(
        "56b",
        "and then ten business days",
        held("2027-01-05", reply("2027-01-12T10:00", "runner-up"), sent("2027-01-12T12:00", "answer")),
        "2027-01-13T12:00",
        "runner-up",
        "still-interested",
        ("Wed 2027-01-27 09:00", "Wed 2027-02-03 17:00"),
        "still-interested",
    ),
]
