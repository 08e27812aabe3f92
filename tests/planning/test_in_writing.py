"""An interview held in writing: one thank-you to whoever asked, and no letter that speaks of a talk (O46)."""

import json
import re

import pytest
from cases import Fields, event, fields, planned, round_of, step, steps, window

from followup import door
from followup.letters import letters
from followup.model.wording import choices

TALKED = re.compile(
    r"\btalk(ed|ing)|\b(our|the|a|such a good) (talk|call|conversation)\b|\bspoke\b|\bspeak(ing)? with you|\bmet\b|"
    r"\bhear(d|ing)? (so much )?about|\bmeeting you|hung up|\bon screen|you told me about|touched on",
    re.IGNORECASE,
)
PEOPLE = [{"name": "Dana Ruiz", "email": "dana@acme.com"}, {"name": "Ken Ito", "email": "ken@acme.com"}]
WRITTEN = fields(rounds=[round_of("2027-01-07", format="written", interviewers=PEOPLE)], company="Acme", role="Cook")
# They speak of an interview in the office, of a call, or of another one to come.
OF_OTHERS = ("thank-you-onsite", "thank-you-phone", "thank-you-video", "thank-you-panel", "thank-you-organiser")


def body(letter: str, tone: str, told: Fields = WRITTEN) -> str:
    """The letter as the writer fills it from the case, a week on."""
    asked = {"letter": letter, "variant": tone, "case": told, "to": "Dana Ruiz"}
    answer = json.loads(
        door.answer(json.dumps({"tool": "writer", "now": "2027-01-14T10:00:00-05:00", "fields": asked}))
    )
    assert [] == answer["problems"]
    return re.sub(r"\[[^\]]*\]", "", str(answer["data"]["body"]))


def test_everybody_who_asked_is_thanked_the_next_morning_in_words_of_its_own() -> None:
    """As after any interview, however many asked; nobody needs to have met."""
    found = steps(planned(WRITTEN), "thank-you")
    assert {("thank-you-written", "Fri 2027-01-08 09:00")} == {(one.letter, window(one)[1]) for one in found}
    assert [("Dana Ruiz",), ("Ken Ito",)] == [one.to for one in found]


def test_a_late_one_has_words_for_it() -> None:
    """The next business day after the day of thanks, before the check-in."""
    plan = planned(WRITTEN, now="2027-01-11T12:00:00-05:00")
    assert {"thank-you-late"} == {one.letter for one in steps(plan, "thank-you")}
    assert "questions you sent me" in body("thank-you-late", "plain")


@pytest.mark.parametrize("tone", [tone for tone, _ in choices("tones")])
@pytest.mark.parametrize(
    "letter",
    [
        *("thank-you-written", "thank-you-late", "check-in", "check-in-date-passed", "second-check-in"),
        *("third-check-in", "last-question", "reply-to-rejection", "card-after-rejection", "stay-in-touch", "withdraw"),
        *("close-after-silence", "competing-offer", "decline-offer", "call-opening", "voicemail", "talking-points"),
        *("hold-note", "still-interested", "colleague-left", "answer-deciding"),
    ],
)
def test_no_letter_after_it_speaks_of_a_talk(letter: str, tone: str) -> None:
    """Nobody talked, so nothing was heard, and nobody was met."""
    text = body(letter, tone)
    assert not TALKED.search(text), text


def test_its_letter_is_never_dealt_to_another_format() -> None:
    """It is for an interview in writing alone, and those of other formats are not for it."""
    assert ["written"] == [*letters()["thank-you-written"].formats]
    assert not {id for id, one in letters().items() if id in OF_OTHERS and "written" in one.formats}


def test_the_wait_for_the_check_in_is_that_of_any_interview() -> None:
    """From the day on which the last answers went out."""
    told = {**WRITTEN, "events": [event("sent", "2027-01-08", step="thank-you")]}
    assert "Thu 2027-01-14 09:00" == window(step(planned(told), "check-in"))[1]
