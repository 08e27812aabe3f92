"""What one tap puts in the place of what a finding points at."""

import datetime as dt

import pytest

from followup.checking import Draft, judge, read
from followup.tools.checker.mends import mend

HEAD = "Hi Dana,\n\nThank you for the tour of the depot. "
FOOT = "\n\nBest,\nSam Lee"


def mended(words: str, letter: str = "check-in") -> str:
    """Gives what stands between head and foot after the first change that is offered has been taken."""
    reading = read(Draft(text=f"{HEAD}{words}{FOOT}", letter=letter))
    made = next(made for finding in judge(reading) if (made := mend(reading, finding)))
    text = reading.draft.text[: made.start] + made.text + reading.draft.text[made.end :]
    assert text.startswith(HEAD.rstrip())
    assert text.endswith(FOOT)
    return text[len(HEAD.rstrip()) : -len(FOOT)].strip()


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("The the scanners stayed with me. Is there any news?", "The scanners stayed with me. Is there any news?"),
        ("I still haven't heard back from you. The scanners stayed with me.", None),
        ("Is there any news? I would be glad to hear .", "Is there any news? I would be glad to hear."),
        ("Is there any news??", "Is there any news?"),
        (
            "Is there any news? I look forward to hear from you.",
            "Is there any news? I look forward to hearing from you.",
        ),
        ("Is there any news? What a waste of my time.", "Is there any news?"),
        ("What a waste of my time. Is there any news?", "Is there any news?"),
        ("Is there any news on the **Data Analyst** role?", "Is there any news on the Data Analyst role?"),
        ("Is there any news? Feel free to customize this to your voice.", "Is there any news?"),
    ],
)
def test_a_change_leaves_a_whole_letter(words: str, then: str | None) -> None:
    """Nothing around it is touched, and no gap is left."""
    expected = then or "Is there any news on the timeline? The scanners stayed with me."
    assert expected == mended(words)


def test_what_is_missing_is_put_behind_the_last_sentence() -> None:
    """With a space before it."""
    assert "I remain interested in the role. Could you tell me where things stand?" == mended(
        "I remain interested in the role."
    )


def test_a_greeting_keeps_its_own_stop() -> None:
    """No full stop is put behind it."""
    text = f"Hi Dana!!!\n\nIs there any news on the depot?{FOOT}"
    reading = read(Draft(text=text, letter="check-in"))
    (made,) = (made for one in judge(reading) if one.check == "exclamation-marks" and (made := mend(reading, one)))
    assert "Hi Dana!" == text[: made.start] + made.text + text[made.end : text.index("\n")]


def test_own_words_are_left_to_the_reader() -> None:
    """A blank can only be filled by whoever knows what belongs there."""
    reading = read(Draft(text=f"{HEAD}Is there any news on [role]?{FOOT}", letter="check-in"))
    assert [None] == [mend(reading, finding) for finding in judge(reading)]


def test_the_only_sentence_is_not_taken_out() -> None:
    """An empty letter is no better one."""
    reading = read(Draft(text=f"Hi Dana,\n\nThis is unacceptable.{FOOT}", letter="rejection-reply"))
    assert [None] == [mend(reading, finding) for finding in judge(reading)]


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("Thank you for meeting me on the 6th of January.", "Thank you for meeting me yesterday."),
        ("I enjoyed the talk at Monday's interview.", None),
        ("I enjoyed the talk at the Tuesday interview.", None),
        ("Thank you for the time at our Tuesday session.", None),
        ("Thank you for your time in the 6 January interview.", None),
    ],
)
def test_another_day_is_offered_only_where_it_can_stand(words: str, then: str | None) -> None:
    """The words "yesterday" and "on Thursday" stand for a day alone, and not for a part of something."""
    held, sent = dt.date(2027, 1, 7), dt.date(2027, 1, 8)
    reading = read(Draft(text=f"{HEAD}{words}{FOOT}", letter="thank-you", met=(held,), sent_on=(sent,)))
    (finding,) = (one for one in judge(reading) if one.check == "other-day")
    made = mend(reading, finding)
    text = made and reading.draft.text[: made.start] + made.text + reading.draft.text[made.end :]
    assert (then and f"{HEAD}{then}{FOOT}") == text


@pytest.mark.parametrize("letter", ["rejection-reply", "accept-offer", "decline-offer", "withdraw"])
def test_after_the_answer_nobody_is_told_to_ask_for_news(letter: str) -> None:
    """The sentence goes out; in a check-in it becomes the question."""
    blaming = "You never bothered to answer. The scanners stayed with me."
    assert "news" not in mended(blaming, letter)
    assert "Is there any news on the timeline?" in mended(blaming, "check-in")
    reading = read(Draft(text=f"{HEAD}{blaming}{FOOT}", letter=letter))
    assert not any("news" in finding.instead for finding in judge(reading))


def test_an_apostrophe_is_put_in() -> None:
    """With the capital of "I"."""
    assert mended("I dont mind. Is there any news?") == "I don't mind. Is there any news?"
    assert mended("im glad. Is there any news?") == "I'm glad. Is there any news?"
