"""Whatever is pasted, the checker answers."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from followup import door
from followup.checking import Draft, check, counts, guess, likeness

PIECES = st.sampled_from(
    (
        *(
            "Hi Dana,",
            "Dear ,",
            "\n",
            "\r\n",
            "\n\n",
            "Thank you for ",
            "[Name]",
            "{",
            "}",
            "<b>",
            ">",
            "> quoted\n",
            "Acmee ",
        ),
        *(
            "Best,\nSam",
            "-- \n",
            "ASAP ",
            "!",
            "?",
            "I expect ",
            "the Data Analyst role ",
            "at Globex ",
            "On 1 May wrote:\n",
        ),
        *(
            "P.S. ",
            "Subject: ",
            "e\u0301",
            "🚚",
            "İ",
            "ß",
            "\u00a0",
            "“",
            "’",
            " ",
            "a.m. ",
            "- ",
            "XXX",
            "___",
            "another offer ",
        ),
    )
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))


@settings(deadline=None)
@given(text=TEXTS, subject=TEXTS, other=TEXTS)
def test_every_text_is_answered_with_spans_inside_it(text: str, subject: str, other: str) -> None:
    """No text makes it stumble, and no span leaves the text."""
    draft = Draft(
        text=text,
        subject=subject,
        company="Acme",
        role="Data Analyst",
        people=("Dana Ruiz", "Élodie"),
        promise="date",
        promised_by=date(2027, 1, 15),
        items=("the plan",),
        others=(other,),
        other_offer=False,
    )
    for finding in check(draft):
        assert 0 <= finding.start <= finding.end <= len(text)
    assert counts(text).words >= 0
    assert 0 <= likeness(text, other).share <= 1
    assert guess(draft)


@settings(deadline=None)
@given(
    text=TEXTS,
    letter=st.sampled_from(["", "check-in", "voicemail", "card-after-rejection", "thank-you-phone", "competing-offer"]),
)
def test_every_text_is_answered_at_the_door(text: str, letter: str) -> None:
    """With data or with a problem, and the same bytes each time."""
    fields = {"draft": text, "letter": letter}
    request = json.dumps({"tool": "checker", "now": "2027-01-08T09:00:00+00:00", "fields": fields})
    answer = door.answer(request)
    assert answer == door.answer(request)
    assert bool(json.loads(answer)["data"]) != bool(json.loads(answer)["problems"])
