"""The letters: every one, in every variant, with every kind of words in it."""

import datetime as dt
import itertools
from typing import Literal

import pytest
from jinja2.exceptions import SecurityError
from manners_of_letters import manners, tried
from strides import some

from followup.checking import Draft, check, counts
from followup.letters import (
    SITUATIONS,
    TONES,
    Letter,
    Manner,
    blanks,
    examples,
    first_blanks,
    groups,
    is_needed,
    letters,
    measured,
    used_blanks,
    write,
)
from followup.letters.writing import _compiled
from followup.rules.rulebook import record, sources

EXAMPLE = {name: blank.example for name, blank in blanks().items()}

ACTIONS = {
    "thank-you",
    "check-in",
    "second-check-in",
    "call",
    "tell-offer",
    "ask-feedback",
    "stay-in-touch",
    "card",
    "answer",
    "let-go",
    "ask-day",
    "new-times",
    "hold-note",
    "checks-note",
    "still-interested",
    "ask-paper",
    "say-when",
    "decide",
    "ask-time",
    "task-time",
    "warn-referee",
    "hand-in",
    "ask-arrived",
    "ask-back",
    "first-day",
    "withdraw",
    "last-question",
    "third-check-in",
    "fourth-check-in",
}
COURSE = set(
    """accept-and-ask-day ask-day-again called-off-times could-not-come no-show on-hold-thanks hold-note warn-referee
    references-reached anything-missing thank-referee thank-recommender still-interested when-paper got-offer more-time
    accept-offer decline-offer withdraw back-out start-day first-day offer-taken-back accept-task hand-in late-with-task
    did-it-arrive correction asked-back-after-no applying-again last-question colleague-left does-it-stand decline-round
    third-check-in""".split()
)
SENT = dt.date(2027, 1, 8)
ODD = ("{{ 7*7 }}", "{% for x in y %}", "{# no #}", "<b>bold</b>", "a & b", "x\r\nBcc: y@example.com", "\u2028z")


EVERY = [pytest.param(letter, id=name) for name, letter in letters().items()]


def test_there_is_every_letter_of_the_plan() -> None:
    """Each letter stands in exactly one group, under its own name, and those of the course are all there."""
    listed = [name for group in groups() for name in group.letters]
    assert len(listed) == len(set(listed)) == len(letters())
    assert COURSE <= set(listed)
    assert [letter.id for letter in letters().values()] == listed


@pytest.mark.parametrize("letter", EVERY)
def test_front_matter_names_only_what_exists(letter: Letter) -> None:
    """Actions, formats, situations, sources and rules are those of the project."""
    assert set() == set(letter.actions) - ACTIONS
    assert set() == set(letter.formats) - {"onsite", "phone", "video", "recorded", "written"}
    assert set() == set(letter.situations) - set(SITUATIONS)
    assert set() == set(letter.sources) - set(sources())
    assert set() == (set(letter.optional) | set(letter.needed)) - set(blanks())
    assert all(record(rule) for rule in letter.rules)
    assert all(limit.rule == "ours" or record(limit.rule) for limit in letter.limits)


@pytest.mark.parametrize("letter", EVERY)
def test_every_variant_is_whole_and_under_120_words(letter: Letter) -> None:
    """No gap is left by a branch not taken, and no blank is missing when all are filled."""
    for manner in tried(letter):
        written = write(letter, manner, examples(letter), letter.example_sent)
        assert () == written.missing
        assert len(written.body.split()) < 120
        for gap in ("  ", " ,", " .", " ;", "..", "[", "\n\n\n", "None"):
            assert gap not in written.body.replace("...", ""), (manner, gap)
        assert bool(written.subject) == (letter.kind == "email" and manner.form == "email")


@pytest.mark.parametrize("letter", EVERY)
def test_every_variant_keeps_its_own_limits(letter: Letter) -> None:
    """We hold our letters to the figures we show beside them."""
    for manner in tried(letter):
        written = write(letter, manner, examples(letter), letter.example_sent)
        size = counts(written.body, spoken=letter.kind in ("phone", "voicemail"))
        sizes = {"words": size.words, "sentences": size.sentences, "paragraphs": size.paragraphs}
        sizes = {**sizes, "seconds": size.reading_seconds, "characters": len(written.body)}
        for one in measured(letter, sizes, manner):
            assert one.ok, (manner, one)


# What a letter is told before it goes out, and what a short form has no room for; in an application the role is new.
REMINDERS = {"attachment", "no-contact-details", "no-date-question", "role-differs"}


@pytest.mark.parametrize("letter", EVERY)
def test_our_own_checker_has_nothing_to_say_of_any_variant(letter: Letter) -> None:
    """Our letters pass the checker, with all blanks filled and with the optional ones left empty."""
    full = examples(letter)
    needed = {name: full[name] for name, blank in blanks().items() if is_needed(letter, blank)}
    for manner, values in itertools.product(some(tried(letter), check=30, test=60), (full, needed)):
        written = write(letter, manner, values, letter.example_sent)
        promise: Literal["none", ""] = "none" if "ask_when" in manner.situations else ""
        draft = Draft(
            text=written.body,
            subject=written.subject,
            letter=letter.id,
            company="Acme",
            role="Data Analyst",
            people=("Dana Ruiz",) if values is full else (),
            promise=promise,
        )
        assert set() == {one.check for one in check(draft)} - REMINDERS, manner


@pytest.mark.parametrize("letter", EVERY)
def test_what_the_reader_types_stays_text(letter: Letter) -> None:
    """Template signs, tags and line ends in any blank are words, in text and in HTML."""
    manner = Manner(situations=frozenset(letter.situations))
    lines = [blank.name for blank in used_blanks(letter, manner) if blank.kind != "date"]
    for name, odd in itertools.product(lines, ODD):
        written = write(letter, manner, {**EXAMPLE, name: odd}, letter.example_sent)
        assert "49" not in written.subject
        assert "7*7" in written.body + written.subject or "7*7" not in odd
        assert "<b>" not in written.body_html + written.subject_html
        assert 1 == len(written.subject.splitlines() or [""])


def test_the_form_asks_only_what_the_variant_uses() -> None:
    """The branches not taken ask for nothing."""
    onsite = letters()["thank-you-onsite"]
    alone = {blank.name for blank in used_blanks(onsite, Manner())}
    several = {blank.name for blank in used_blanks(onsite, Manner(situations=frozenset({"several"})))}
    agency = {blank.name for blank in used_blanks(onsite, Manner(situations=frozenset({"agency", "several"})))}
    reply = {blank.name for blank in used_blanks(onsite, Manner(reply=True))}
    assert {"others"} == several - alone
    assert {"others"} & (alone | agency) == set()
    assert {"thread"} == reply - alone


@pytest.mark.parametrize("letter", EVERY)
def test_the_form_begins_with_the_blanks_of_a_plain_letter(letter: Letter) -> None:
    """To somebody who did not say when they decide."""
    plain = used_blanks(letter, Manner(situations=frozenset({"ask_when"})))
    assert {blank.name for blank in plain} == first_blanks(letter)


@pytest.mark.parametrize("letter", EVERY)
def test_every_blank_asked_for_is_known(letter: Letter) -> None:
    """A letter cannot invent a name for a blank."""
    for manner in tried(letter):
        assert used_blanks(letter, manner)
        assert write(letter, manner, {}, SENT).body


def test_missing_blanks_are_marked_in_place() -> None:
    """The label stands in brackets in the text, and in a mark in the page."""
    written = write(letters()["thank-you-onsite"], Manner(), {"interview_date": "2027-01-07"}, SENT)
    assert ("role", "detail", "my_name") == written.missing
    assert "[One thing that stayed with you]" in written.body
    assert '<mark data-blank="detail">[One thing that stayed with you]</mark>' in written.body_html
    assert "Thank you: [Role] interview" == written.subject


def test_an_unknown_first_name_is_greeted_without_one() -> None:
    """Nobody is called "Hi [Name]"."""
    for tone in TONES:
        assert write(
            letters()["check-in"], Manner(tone=tone), EXAMPLE | {"first_name": "", "surname": ""}, SENT
        ).body.startswith("Hello,\n")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("2027-01-07", "meeting me today about"),
        ("2027-01-08", "meeting me yesterday about"),
        ("2027-01-09", "meeting me on Thursday about"),
        ("2027-01-13", "meeting me on Thursday about"),
        ("2027-01-14", "meeting me on 7 January about"),
        ("2027-12-01", "meeting me on 7 January 2027 about"),
    ],
)
def test_the_day_is_said_as_it_is_true_on_the_day_of_sending(sent: str, words: str) -> None:
    """Thursday 7 January 2027, told from later and later days."""
    letter = letters()["thank-you-onsite"]
    assert words in write(letter, Manner(), EXAMPLE, dt.date.fromisoformat(sent)).body


def test_no_source_sells_after_a_phone_interview() -> None:
    """K10: the phone letter has no place for what one is good at."""
    letter = letters()["thank-you-phone"]
    assert all("fit" not in {blank.name for blank in used_blanks(letter, manner)} for manner in manners(letter))


def test_a_phone_letter_does_not_go_back_to_the_talk() -> None:
    """K21: it thanks, offers to answer questions and looks forward, in every form."""
    letter = letters()["thank-you-phone"]
    assert all("detail" not in {blank.name for blank in used_blanks(letter, manner)} for manner in manners(letter))


def test_the_date_is_asked_for_only_when_none_was_given() -> None:
    """K15: whoever was told the day does not ask for it."""
    letter = letters()["thank-you-onsite"]
    asking = write(letter, Manner(situations=frozenset({"ask_when"})), EXAMPLE, SENT).body
    assert "when you expect to decide" in asking
    assert "when" not in write(letter, Manner(), EXAMPLE, SENT).body


def test_a_clause_loses_its_full_stop_and_a_company_keeps_it() -> None:
    """What goes on inside a sentence must not end it; "Acme Inc." is a name."""
    written = write(
        letters()["thank-you-onsite"], Manner(), EXAMPLE | {"detail": "the lab.", "company": "Acme Inc."}, SENT
    )
    assert "about the lab, which" in written.body
    assert "at Acme Inc." in written.body


@pytest.mark.parametrize(
    "source", ["{{ ''.__class__.__mro__ }}", "{{ [].append(1) }}", "{{ company.format.__globals__ }}"]
)
def test_a_letter_reaches_nothing_of_python(source: str) -> None:
    """Whoever proposes a letter proposes words: its source runs in Jinja's sandbox and changes nothing."""
    with pytest.raises(SecurityError):
        _compiled(source).render(company="Acme")


@pytest.mark.parametrize("tone", ["plain", "warm", "formal"])
def test_a_late_thank_you_names_no_days_that_have_not_passed(tone: str) -> None:
    """After a call it is late on the same evening."""
    body = write(letters()["thank-you-late"], Manner(tone=tone), EXAMPLE, dt.date(2027, 1, 7)).body
    assert "today" in body
    assert "days" not in body
