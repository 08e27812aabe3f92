"""Letters about an hour that was moved or missed, a first day put off again, and an old talk taken up again."""

import pytest

from followup.checking import Draft, check, guess

# In good letters of these kinds nothing is to be mended.
GOOD = {
    "asked back": (
        "Yes, I am still interested in the Data Analyst role. When would it suit you to talk?",
        "You ask whether I am still interested: I am. I have learnt some SQL since, and would be glad to come again.",
        "I am still looking, and the position still appeals to me. My number is the same.",
        "It was good to hear that the post is open again. I would be happy to talk on Thursday or Friday.",
        "What a nice surprise. I still think of the talk with Lee about the ferry timetable, and would like to go on.",
        "I am glad that you thought of me. In December you chose somebody else; I am still available and still keen.",
    ),
    "moved": (
        "Thank you for moving our interview to Friday. I will be there at 10.",
        "Thanks for shifting the call! Speak at 4.",
        "Thank you for putting the interview back by a week; it gives me time to finish my exams. See you on the 19th.",
        "I appreciate that you moved the meeting for me. Wednesday at noon works.",
        "Thank you for being so understanding about my mother. I will be at your office on Monday at 11.",
    ),
    "first day moved": (
        "Thank you for telling me that my first day moves again, to 1 March. I will be there.",
        "The new first day, 8 March, suits me. Shall I still send the forms this week?",
        "I have handed in my notice, and my last day here is Friday. With the start moved to April I will be five weeks"
        " without pay. Would an earlier day be possible?",
        "I see that my start date has been pushed back again. I have given my notice. Could you confirm the new date?",
    ),
    "they did not come": (
        "I waited in the meeting from 2 until 2.30 today, but nobody came. Did I have the right link?",
        "You did not join at 3, so I may have mistaken the day. I would be happy to try again on Friday.",
        "We were to speak at 4 today; I think we missed each other. Any time tomorrow works for me.",
    ),
    "asked what to be paid": (
        "You asked what salary I have in mind: between 45,000 and 50,000 a year, depending on the rest.",
        "My hourly rate is 65 euros, as you asked, and I am free from April.",
    ),
    "told of their date": ("He mentioned a decision by the end of last week. Could you tell me where things stand?",),
    "stops waiting": ("I have not heard from you since 1 December, so I will stop waiting. Thank you for your time.",),
    "late": (
        "I was ill after the 5th, and did not want to let it pass without thanking you for the hour in the archive.",
    ),
    "a referee": ("My referee Jo Marsh wrote to me that nobody has called her yet. Shall I give you another number?",),
}
REPROACHES = [
    "You never showed up. When will the interview take place?",
    "You stood me up. I was in the room at 10 sharp.",
    "This is the second time that nobody turned up. Tell me when you are really available.",
    "It is really disappointing that you did not join the call after I had moved my shift. Please name another time.",
    "Your manager did not come. I wasted two hours and 20 euros on the train.",
    "I understand that things come up, but not even a message? I stood in the rain for forty minutes.",
    "Nobody came today. You could at least have told me. Please let me know what happened.",
]


def letter(body: str) -> str:
    """A letter with that body."""
    return f"Hi Dana,\n\n{body}\n\nBest wishes,\nSam Okoro"


@pytest.mark.parametrize(("what", "body"), [(what, body) for what, bodies in GOOD.items() for body in bodies])
def test_a_good_letter_that_nobody_told_the_kind_of_is_left_alone(what: str, body: str) -> None:
    """Whatever it is taken for: it neither lacks thanks or a question, nor blames, boasts or takes for granted."""
    assert [] == [(what, one.check) for one in check(Draft(text=letter(body)))]


@pytest.mark.parametrize("body", REPROACHES)
def test_who_did_not_come_is_not_reproached(body: str) -> None:
    """Nobody knows yet why they did not."""
    assert "not-coming-blamed" in {one.check for one in check(Draft(text=letter(body)))}


@pytest.mark.parametrize("body", [*GOOD["moved"][:1], *GOOD["moved"][3:], GOOD["they did not come"][0]])
def test_a_moved_or_missed_hour_is_known(body: str) -> None:
    """Thanks for another day are no thanks for the interview."""
    assert "reschedule" == guess(Draft(text=letter(body)))


def test_small_letters_behind_a_greeting_are_a_habit_of_others() -> None:
    """One sentence goes on behind the comma of a greeting; two sentences, or a small greeting, are written in haste."""
    one = "thank you for the talk yesterday; the story of the flooded archive made me want to start at once"
    two = "thank you for the talk yesterday. the story of the flooded archive made me want to start at once"
    for greeting, body, count in (
        ("Hi Dana,", one, 0),
        ("Hi Dana,", two, 1),
        ("hi dana,", one, 1),
        ("Hi Dana", one, 1),
    ):
        found = check(Draft(text=f"{greeting}\n\n{body}.\n\nBest,\nSam"))
        assert count == sum(each.check == "small-letters" for each in found)
