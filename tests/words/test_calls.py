"""Every kind of call has words of its own, and each step that is made by phone has a kind."""

import datetime as dt
import re
from collections import Counter

import pytest

from followup import letters
from followup.checking.counting import counts
from followup.data import table
from followup.rules.rulebook import figure
from followup.words.calls import Call, call_for, calls, frames, told_as

ALL = tuple(calls().values())
EXAMPLES = {name: blank.example for name, blank in letters.blanks().items()}
# What is asked in each of these is the same: where things stand.
ALIKE = ("check-in", "tell-offer")
# Nothing is said by phone in these: a thank-you, a card, the day to stop.
NO_CALL = ("thank-you", "card", "let-go")


def said(words: str, kind: letters.LetterKind = "phone") -> letters.Written:
    """The words with every blank's example in them."""
    return letters.write(letters.of_words(words.strip(), kind), letters.Manner(), EXAMPLES, dt.date(2027, 1, 14))


@pytest.mark.parametrize("call", ALL, ids=lambda call: call.id)
def test_a_call_says_all_that_is_asked_of_it(call: Call) -> None:
    """A reason, an opening, a question, a yes, a no and a "later", a voicemail, what to leave alone, when to stop."""
    assert all((call.about, call.purpose, call.why, call.questions, call.avoid, call.stop))
    assert call.opening or "opening" in call.written
    assert call.voicemail or "voicemail" in call.written
    assert len(call.replies) >= 3 or "later" in call.written


@pytest.mark.parametrize("call", [one for one in ALL if one.voicemail], ids=lambda call: call.id)
def test_its_voicemail_keeps_the_band(call: Call) -> None:
    """50 to 75 words, 20 to 30 seconds, with nothing left to fill (O15)."""
    written = said(frames()["voicemail"].replace("{words}", call.voicemail), "voicemail")
    assert () == written.missing
    size = counts(written.body, spoken=True)
    assert figure("O15", "message_words_min") <= size.words <= figure("O15", "message_words_max")
    assert figure("O15", "message_seconds_min") <= size.reading_seconds <= figure("O15", "message_seconds_max")


def test_no_two_calls_open_or_ask_alike() -> None:
    """A reader who withdraws hears no check-in; more time is asked for in the same words, of two employers."""
    openings = Counter(one.opening for one in ALL if one.opening)
    questions = Counter(one.questions for one in ALL if one.id not in ALIKE)
    assert [] == [opening for opening, count in openings.items() if count > 1]
    twice = [asked for asked, count in questions.items() if count > 1]
    assert [("Could I have until {{ answer_by.day }} to decide?",)] == twice


def test_every_action_has_a_call_or_is_none_to_call_for() -> None:
    """A new action of a plan is told by phone, or is named here."""
    titles = table("words", "steps.toml")["actions"]
    acted = {action for one in ALL for action in one.actions}
    assert {*titles} - {*NO_CALL} <= acted


@pytest.mark.parametrize(
    ("action", "letter", "expected"),
    [
        ("check-in", "check-in", "check-in"),
        ("check-in", "did-it-arrive", "did-it-arrive"),
        ("tell-offer", "call-opening", "tell-offer"),
        ("call", "call-opening", "agreed"),
        ("call", "no-show-call", "no-show"),
        ("call", "does-it-stand", "does-it-stand"),
        ("call", "more-time", "more-time"),
        ("ask-time", "more-time", "other-time"),
        ("withdraw", "back-out", "back-out"),
        ("withdraw", "withdraw", "withdraw"),
        ("answer", "still-interested", "runner-up"),
        ("still-interested", "still-interested", "still-interested"),
        ("first-day", "anything-missing", "checks"),
        ("hand-in", "hand-in", ""),
        ("answer", "answer-deciding", ""),
        ("thank-you", "thank-you-onsite", ""),
    ],
)
def test_the_kind_of_a_call_comes_from_the_step_and_its_letter(action: str, letter: str, expected: str) -> None:
    """The narrowest record that fits."""
    found = call_for(action, letter)
    assert expected == (found.id if found else "")


def test_any_call_finishes_the_one_they_agreed_to_and_not_the_one_about_their_offer() -> None:
    """An agreed call and one after a no-show carry no step; the others name theirs."""
    assert ["", "", "call", "call", "tell-offer"] == [
        told_as(*one)
        for one in (
            ("call", "call-opening"),
            ("call", "no-show-call"),
            ("call", "more-time"),
            ("call", "does-it-stand"),
            ("tell-offer", "call-opening"),
        )
    ]


def test_its_words_name_no_blank_that_does_not_exist() -> None:
    """A blank that is misspelt would stop the sheet, not the build."""
    known = {*letters.blanks(), "greeting"}
    for call in ALL:
        replies = (one.say for one in call.replies)
        words = " ".join((call.opening, call.voicemail, call.points, *call.questions, *replies))
        assert set(re.findall(r"\{\{ (\w+)", words)) <= known


# How an order to the reader begins, or words that are to be quoted.
ORDER = re.compile(r"(?:^|[.;] )(?:Say|Answer|Name|Tell|Give|Ask|One honest sentence|What went well)\b|“")


def test_nothing_to_say_is_an_order_to_the_reader() -> None:
    """What to do stands beside the words, and a time that was typed stands in a sentence."""
    spoken = {one.id: [reply.say for reply in one.replies] for one in ALL}
    assert {} == {id: found for id, says in spoken.items() if (found := [say for say in says if ORDER.search(say)])}
    assert any(reply.do and ORDER.search(reply.do) for one in ALL for reply in one.replies)
    bare = [say for says in spoken.values() for say in says if re.search(r"\. \{\{ my_times \}\}", say)]
    assert [] == bare
