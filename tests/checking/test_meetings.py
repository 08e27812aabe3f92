"""Which day in a draft is held against that of the interview: the one thanked for, and no other."""

from datetime import date

import pytest

from followup.checking import Draft, check

WEDNESDAY, THURSDAY, MONDAY = date(2027, 1, 13), date(2027, 1, 14), date(2027, 1, 25)
FACTS = {
    "company": "Harborview Labs",
    "role": "Data Analyst",
    "people": ("Dana Ruiz", "Lee Park", "Ana Silva"),
    "met": (WEDNESDAY,),
}


def told(body: str, letter: str = "thank-you", name: str = "Dana", format: str = "onsite") -> list[str]:
    """The days in a body that the checker calls wrong; the interview was on Wednesday 13 January."""
    text = f"Hi {name},\n\n{body}\n\nBest,\nSam Oduya"
    sent = THURSDAY if letter in ("thank-you", "pass-on") else MONDAY
    draft = Draft(text=text, letter=letter, sent_on=(sent,), format=format, **FACTS)  # type: ignore[arg-type]
    return [text[one.start : one.end] for one in check(draft) if one.check == "other-day"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for the conversation {}.",
        "Thank you for meeting me {}.",
        "Thank you for the interview for the Data Analyst role {}.",
        "Thank you for the interview {}, which I enjoyed.",
        "Many thanks for taking the time to talk to me {} about the depots.",
        "Thank you for the time you took {}.",
        "Thanks so much for having me {}.",
        "Thank you for the warm welcome {}.",
        "Thank you for the tour of the depot {}.",
        "Thank you for the opportunity to interview {}.",
        "Thank you for the interview with you and Lee {}.",
        "It was great to meet you {}.",
        "It was a pleasure to speak with you and your team {}.",
        "It was good to talk {}.",
        "I really enjoyed our conversation {}.",
        "I enjoyed the first talk {} very much.",
        "I was glad that we met {}.",
        "I appreciated the chance to see the depot {}.",
        "Our conversation {} has stayed with me.",
        "My interview {} left me with a good feeling.",
        "In our interview {} the depots struck me most.",
        "What you showed in our conversation {} struck me.",
        "When we spoke {}, the depots struck me most.",
        "As we talked {}, I saw how the desk works.",
        "Talking to you {} was a pleasure.",
    ],
)
def test_a_day_thanked_for_is_told_where_it_is_another(sentence: str) -> None:
    """In whatever words one thanks; and the right day in the same words is left alone."""
    assert told(sentence.format("on Tuesday")) == ["on Tuesday"]
    assert told(sentence.format("on 12 January")) == ["on 12 January"]
    assert told(sentence.format("on Wednesday")) == []
    assert told(sentence.format("yesterday")) == []


@pytest.mark.parametrize(
    "sentence", ["Thank you for {}.", "Thanks again for {}, Dana.", "I enjoyed {}'s conversation."]
)
def test_the_day_itself_may_be_thanked_for(sentence: str) -> None:
    """Without a word between."""
    assert told(sentence.format("Tuesday")) == ["Tuesday"]
    assert told(sentence.format("Wednesday")) == []


OTHERS = [
    "As I said to Ana in our call on Tuesday, I could start in March.",
    "As I told Anna in our meeting on Tuesday, I could start in March.",
    "When I spoke to Ana on Monday she mentioned the depots.",
    "In my first interview on Friday Ana mentioned the depots.",
    "In our earlier conversation on Friday the depots came up.",
    "I met Ana at the careers fair on Saturday.",
    "I met you at the careers fair on Saturday.",
    "I know Lee from the talk he gave on Monday.",
    "It was good to talk to Ana on Monday as well.",
    "It was a pleasure to meet Priya on Friday.",
    "I was glad when Ana called on Monday.",
    "I loved the talk that Lee gave on Monday.",
    "Before our meeting Ana and I had talked on Monday.",
    "At the meetup on Tuesday I heard a talk about depots.",
    "Your meeting on Friday will be a long one.",
    "The meeting on Friday sounds like a good occasion.",
    "My colleague visited the depot on Monday.",
    "I saw the depot on Monday, on my way to work.",
    "I spoke with my old team on Tuesday, and they had the same trouble.",
    "I have an exam on Friday, so I may answer late.",
    "I read your report on Tuesday.",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_the_day_of_something_else_is_left_alone(sentence: str) -> None:
    """Beside a day rightly named, and where none is named."""
    assert told(f"Thank you for the tour of the desk yesterday. {sentence}") == []
    assert told(f"Thank you for the tour of the desk. {sentence}") == []


def test_who_names_the_day_rightly_may_name_others() -> None:
    """They thank for two things, and we know of one."""
    assert told("Thank you for the interview yesterday, and for the talk on Monday.") == []
    assert told("Thank you for the talk on Monday. I also enjoyed the interview on Wednesday.") == []
    assert told("Thank you for the talk on Monday. I also enjoyed the interview.") == ["on Monday"]


def test_a_call_is_no_meeting_at_a_table() -> None:
    """Whoever was met in person may have been called on another day."""
    assert told("Thank you for the call on Monday.") == []
    assert told("Thank you for the call on Monday.", format="phone") == ["on Monday"]
    assert told("Thank you for the call on Monday.", format="") == ["on Monday"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("I met Dana and Lee on Tuesday, 12 January for the Data Analyst role.", ["on Tuesday, 12 January"]),
        ("I interviewed with Dana on 12 January.", ["on 12 January"]),
        ("I was interviewed for the Data Analyst role on 12 January.", ["on 12 January"]),
        ("I enjoyed our interview on 12 January.", ["on 12 January"]),
        ("I met Dana and Lee on 13 January.", []),
        ("I met Priya on 12 January.", []),
        ("I met Dana at the careers fair on 12 January.", []),
        ("When I met Dana on Tuesday she told me of a new date.", []),
        ("As Ana said in our meeting on Monday, it takes time.", []),
        ("In my first interview on Friday the date was open.", []),
        ("I called on Monday, and spoke to Ana on Tuesday.", []),
    ],
)
def test_who_asks_is_told_of_the_day_of_the_interview_alone(sentence: str, days: list[str]) -> None:
    """A talk may have been any, and so may a meeting with somebody whom the case does not know."""
    assert told(f"{sentence} Is there any news?", "check-in", "Ana") == days


def test_on_the_day_of_sending_the_last_interview_may_be_that_of_the_same_day() -> None:
    """By the later of two calendars, where it is tomorrow already; one that is still to come is none."""
    text = "Hi Dana,\n\nThank you for the interview on Monday 11 January.\n\nBest,\nSam Oduya"
    held = (date(2027, 1, 12), THURSDAY, date(2027, 1, 15))
    draft = Draft(text=text, letter="thank-you", sent_on=(WEDNESDAY, THURSDAY), met=held)
    (wrong,) = [one for one in check(draft) if one.check == "other-day"]
    assert "the interview was on Thursday 14 January 2027" in wrong.why
