"""A reader's own wording, kept without the person it was written to and filled for the next."""

import datetime as dt

import pytest
from manners_of_letters import manners

from followup.letters import blanks, examples, filled, kept, letters, own_blanks, write

SENT = dt.date(2027, 1, 8)
LETTER = letters()["thank-you-panel"]
DANA = {
    "first_name": "Dana",
    "company": "Acme Inc.",
    "role": "the role of Nurse",
    "interview_date": "2027-01-07",
    "detail": "We talked about the night ward.",
    "my_name": "Sam Lee",
}
TEXT = """Hi Dana,

Yesterday I came home happy: the night ward at Acme Inc. is just what I hoped for. Thank you for a talk yesterday that
made a nurse of me again.

Sam Lee"""


def test_what_is_known_of_one_person_becomes_a_blank() -> None:
    """As it stands in the letter, not as it was typed."""
    found = kept(TEXT.replace("happy: the night ward", "happy: I like the night ward"), DANA, SENT)
    assert found.startswith("Hi [Their first name],")
    assert "I like [One thing that stayed with you] at [Company] is" in found
    assert found.endswith("[Your name]")
    assert "Dana" not in found


def test_only_the_first_yesterday_is_the_interview() -> None:
    """The word has other uses."""
    assert "[Date of the interview] and yesterday" == kept("yesterday and yesterday", DANA, SENT)


def test_a_label_is_not_looked_into() -> None:
    """A company called "name" must not break the blank of the name."""
    assert "[Your name] of [Company]" == kept("Sam Lee of name", {"my_name": "Sam Lee", "company": "name"}, SENT)


def test_a_word_that_only_contains_a_name_stays() -> None:
    """Dana is not in Danaus."""
    assert "Danaus, [Their first name]" == kept("Danaus, Dana", {"first_name": "Dana"}, SENT)


def test_the_next_person_is_put_in() -> None:
    """With their own greeting, day, and seams."""
    template = kept("Dear Dana,\n\nI came on Thursday for a Nurse role at Acme, by Thursday.", {
        "first_name": "Dana", "role": "Nurse", "company": "Acme", "interview_date": "2027-01-07",
    }, dt.date(2027, 1, 11))  # fmt: skip
    values = {"first_name": "Ms Ruiz", "role": "engineer", "company": "Yahoo!", "interview_date": "2027-01-10"}
    written = filled(LETTER, "", template, values, dt.date(2027, 1, 11))
    assert "Dear Ms Ruiz,\n\nI came yesterday for an engineer role at Yahoo!, by yesterday." == written.body
    assert () == written.missing


def test_what_is_not_known_of_the_next_person_is_marked() -> None:
    """And listed once, in the order in which it stands."""
    written = filled(LETTER, "Re: [Role]", "Hi [Their first name], [Role], [Company], [not ours].", {}, SENT)
    assert ("role",) == written.missing
    assert "Hello, [Role], , [not ours]." != written.body
    assert '<mark data-blank="role">[Role]</mark>' in written.body_html
    assert "[not ours]" in written.body


def test_a_kept_wording_is_text() -> None:
    """Tags and braces in it reach nothing."""
    written = filled(LETTER, "", "{{ 7*7 }} <b>[Company]</b>", {"company": "<i>A</i>"}, SENT)
    assert "{{ 7*7 }} <b><i>A</i></b>" == written.body
    assert "<b>" not in written.body_html


def test_its_blanks_are_asked_for_in_the_order_of_the_form() -> None:
    """Whatever the order in the text."""
    assert ["first_name", "company", "role"] == [
        blank.name for blank in own_blanks("[Role] [Company] [Their first name] [Nobody]")
    ]


def test_no_two_blanks_share_a_label() -> None:
    """A label in brackets must say which blank it is."""
    labels = [blank.label for blank in blanks().values()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("letter", letters().values(), ids=lambda letter: letter.id)
def test_our_own_letters_can_be_kept_and_come_back_the_same(letter: object) -> None:
    """Kept for one person and filled for the same one, every letter reads as before."""
    values = dict(examples(letter))  # type: ignore[arg-type]  # a letter, as the ids above say
    for manner in [*manners(letter)][:6]:  # type: ignore[arg-type]
        written = write(letter, manner, values, letter.example_sent)  # type: ignore[arg-type, attr-defined]
        template = kept(written.body, values, letter.example_sent)  # type: ignore[attr-defined]
        again = filled(letter, "", template, values, letter.example_sent)  # type: ignore[arg-type, attr-defined]
        assert written.body == again.body
