"""The small rules of the checker, each by itself: blanks, slips, words made comparable, and when a draft is sent."""

from datetime import date, datetime

import pytest

from followup.checking import Draft, check
from followup.checking.blanks import is_blank
from followup.checking.phrases import phrases
from followup.checking.spans import fold
from followup.checking.words import bare, is_near
from followup.model.answer import Finding
from followup.model.plan import Window

BLANK = [
    *("[Name]", "[your\nname]", "{name}", "{{ name }}", "<<name>>", "<Company Name>", "%NAME%", "____", "XX", "xxx"),
    *("«name»", "......", "Mr./Ms.", "(company name)", "(date)", "$FIRST_NAME", "Your Name", "Hiring Manager's Name"),
    *("DD/MM/YYYY", "Job Title", "So-and-So"),
]
NO_BLANK = [
    *(
        "[1]",
        "[...]",
        "[sic]",
        "[x]",
        "[text](https://example.com)",
        "<b>",
        "<dana@example.com>",
        "100%",
        "__",
        "X",
        "xx",
    ),
    *(".....", "$40,000", "your name", "(a date)", "(Acme)", "a_long_name", "_" * 20, "XXL"),
]


@pytest.mark.parametrize("text", BLANK)
def test_what_stands_for_words_to_come_is_a_blank(text: str) -> None:
    """In the signs that sample letters use, and in their bare words."""
    assert is_blank(f"Thank you for the talk about {text} today.")


@pytest.mark.parametrize("text", NO_BLANK)
def test_a_footnote_a_link_and_a_size_are_no_blanks(text: str) -> None:
    """Nor is a line that a mail program draws."""
    assert not is_blank(f"Thank you for the talk.\n{text}\nIt was good.")


def test_a_blank_has_an_end() -> None:
    """300 signs in square brackets, 60 in pointed ones."""
    assert is_blank(f"[{'a' * 300}]")
    assert not is_blank(f"[{'a' * 301}]")
    assert is_blank(f"<{'A' * 60}>")
    assert not is_blank(f"<{'A' * 61}>")
    assert not is_blank("_" * 20)
    assert is_blank("_" * 19)
    assert is_blank("Call " + "_" * 20)


def test_what_is_to_be_said_may_have_directions_and_what_is_sent_has_none() -> None:
    """On the phone "[if they ask]" tells whoever speaks what to do; in an email or its subject it is a blank."""
    call = (
        "Hi, this is Sam Lee about the Data Analyst role. [if they ask] I am free on Monday. My number is 555 010 0199."
    )
    assert found(call, "blank", letter="call-opening") == []
    assert [call[one.start : one.end] for one in found(call, "blank", letter="check-in")] == ["[if they ask]"]
    assert is_blank("[when they pick up]")
    in_subject = found(letter("Is there any news?"), "blank", letter="check-in", subject="[once it is known]")
    assert [one.why for one in in_subject] == ["“[once it is known]” is a blank that was never filled."]


def letter(body: str) -> str:
    """A letter with that body."""
    return f"Hi Dana,\n\n{body}\n\nBest,\nSam Lee"


def found(text: str, name: str, **facts: object) -> list[Finding]:
    """What one check says of a draft."""
    return [one for one in check(Draft(text=text, **facts)) if one.check == name]  # type: ignore[arg-type]


def marked(body: str, name: str) -> list[str]:
    """The words that one check marks."""
    text = letter(body)
    return [text[one.start : one.end] for one in found(text, name)]


def test_a_word_that_stands_twice_is_found() -> None:
    """Unless it does so in good English, or each stands in a line of its own."""
    assert ["the the"] == marked("Thank you for the the tour.", "doubled-word")
    assert [] == marked("I know that that was long, and you had had a day.", "doubled-word")
    assert [] == marked("I saw a a note.", "doubled-word")


def test_two_stops_and_a_space_before_one_are_found() -> None:
    """Three are meant, and so is a cut."""
    assert [".."] == marked("Thank you for the tour.. It was good.", "doubled-stop")
    assert [] == marked("Thank you for the tour... It was good.", "doubled-stop")
    assert ["!,"] == marked("Thank you for the tour. It was good!, and so on.", "doubled-stop")
    assert [" ."] == marked("Thank you for the tour . It was good.", "space-before-stop")
    assert [] == marked("Thank you for the tour at . It was good.", "space-before-stop")


@pytest.mark.parametrize(("words", "count"), [(40, 0), (41, 1)])
def test_a_sentence_of_more_than_forty_words_is_long(words: int, count: int) -> None:
    """Forty are not."""
    told = ["thank", *["you", "for", "the", "tour", "and"] * 10][: words - 1]
    assert count == len(marked(f"I {' '.join(told)}.", "long-sentence"))


def test_where_one_can_take_breath_a_sentence_is_not_long() -> None:
    """Two halves of thirty words are read in two breaths."""
    half = "word " * 29 + "word"
    assert marked(f"Thank you. {half}: {half}.", "long-sentence") == []
    assert marked(f"Thank you. {half}; {half}.", "long-sentence") == []
    assert len(marked(f"Thank you. And {half} {half}.", "long-sentence")) == 1


@pytest.mark.parametrize("row", ["yes??", "off?!", "job ???"])
def test_question_marks_in_a_row_are_found_behind_any_word(row: str) -> None:
    """One question mark is none too many."""
    assert marked(f"Is it a {row} Thank you.", "question-marks") == [row]
    assert marked("Is it a yes? Thank you.", "question-marks") == []


@pytest.mark.parametrize("loud", ["YES", "NOT", "NOW", "GOOOO", "PLEASE"])
def test_a_word_is_shouted_however_short_or_drawn_out(loud: str) -> None:
    """An abbreviation of a trade is not."""
    assert marked(f"I say {loud} to it. Thank you.", "capitals") == [loud]
    assert marked("I know the ICU and the NMC well. Thank you.", "capitals") == []


@pytest.mark.parametrize("verb", ["hear", "work", "know", "be"])
def test_forward_to_wants_the_ing_of_any_verb(verb: str) -> None:
    """A thing may follow as it is."""
    assert len(marked(f"Thank you. I look forward to {verb} with you.", "forward-to-hear")) == 1
    assert marked("Thank you. I look forward to the work.", "forward-to-hear") == []


def test_who_has_not_answered_another_firm_reproaches_nobody() -> None:
    """Only they can leave somebody waiting."""
    assert marked("Thank you. I haven't answered them.", "still-waiting") == []
    assert len(marked("Thank you. You haven't answered.", "still-waiting")) == 1


def test_what_presses_is_no_detail_of_the_talk() -> None:
    """Nor is what asks for money."""
    body = "Thank you for the interview. Please answer ASAP about the petrol, parking and lodgings."
    assert [one.check for one in found(letter(body), "nothing-specific", letter="thank-you-onsite")]


@pytest.mark.parametrize(
    ("opening", "is_told"),
    [
        ("Thank you for the offer on the phone.", False),
        ("I was so glad of your offer.", False),
        ("Is there any news of the role?", True),
        ("I have an offer elsewhere, and the offer runs out on Friday.", True),
    ],
)
def test_who_was_offered_the_job_may_speak_of_pay(opening: str, is_told: bool) -> None:
    """Before that it weighs on the letter; an offer of somebody else's changes nothing."""
    money = ("money", "money-plain", "money-asked", "talks-money", "perks-asked", "sounds-money")
    for asked in ("what the starting salary would be", "what the pay range is"):
        text = letter(f"{opening} Could you tell me {asked}?")
        assert is_told == any(found(text, name, letter="check-in") for name in money)


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("I loved the depots.", False),
        ("I enjoyed the talk about forecasts.", False),
        ("It was good to hear about the greenhouse.", False),
        ("You showed me the kiln.", False),
        ("The kiln stays with me.", False),
        ("The kiln was a highlight.", False),
        ("The opportunity stays with me.", True),
        ("I enjoyed the interview.", True),
        ("I enjoyed the talk about the role.", True),
        ("I enjoyed our conversation about the opportunity.", True),
        ("My greenhouse is here.", True),
        ("My greenhouse is here, and I enjoyed the talk.", True),
    ],
)
def test_one_thing_that_was_liked_is_a_detail(body: str, is_told: bool) -> None:
    """In a word that is the reader's own, behind the liking."""
    told = found(letter(f"Thank you for the interview. {body}"), "nothing-specific", letter="thank-you-onsite")
    assert is_told == bool(told)


def test_words_are_compared_without_capitals_accents_and_a_genitive() -> None:
    """Whatever quote was typed."""
    assert ["jose", "jose", "boss", "muller"] == [bare(word) for word in ("José’s", "JOSE'S", "boss'", "Müller")]


@pytest.mark.parametrize("other", ["ruizz", "rui", "ruix", "riuz", "xruiz", "uiz"])
def test_one_slip_apart_is_near(other: str) -> None:
    """A letter too many, too few, wrong, or two swapped."""
    assert is_near("ruiz", other)
    assert is_near(other, "ruiz")


@pytest.mark.parametrize("other", ["ruiz", "ruizzz", "ru", "rxyz", "zuir", "urzi"])
def test_the_same_or_two_slips_apart_is_not(other: str) -> None:
    """Nor is another name."""
    assert not is_near("ruiz", other)


OPENS, BEST, CLOSES = (datetime.fromisoformat(f"2027-01-{day}T09:00:00-05:00") for day in ("14", "15", "21"))
PLANNED = Window(earliest=OPENS, target=BEST, latest=CLOSES)
CITED = [
    ("thank-you-onsite", {}, "K1"),
    ("thank-you-onsite", {"format": "phone"}, "K3"),
    ("check-in", {}, "K4"),
    ("check-in", {"format": "phone"}, "K4"),
    ("check-in", {"promised_by": OPENS.date()}, "K5"),
    ("second-check-in", {}, "K6"),
    ("second-check-in", {"promised_by": OPENS.date()}, "K6"),
    ("competing-offer", {}, "O4"),
]


@pytest.mark.parametrize(("name", "facts", "rule"), CITED)
@pytest.mark.parametrize(("sent", "says"), [("2027-01-14T08:59", "sent-early"), ("2027-01-21T09:01", "sent-late")])
def test_what_is_sent_outside_its_days_names_the_rule_of_its_kind(
    name: str, facts: dict[str, object], rule: str, sent: str, says: str
) -> None:
    """A thank-you after a call has a rule of its own, and so has a check-in after a promised day."""
    text = letter("Thank you for the tour.")
    early = found(text, says, letter=name, window=PLANNED, sent_at=datetime.fromisoformat(f"{sent}:00-05:00"), **facts)
    assert [rule] == [one.rule for one in early]


@pytest.mark.parametrize("sent", [OPENS, CLOSES])
def test_the_first_and_the_last_moment_are_within(sent: datetime) -> None:
    """Both bounds belong to the days."""
    told = {"letter": "check-in", "window": PLANNED, "sent_at": sent}
    assert [] == [*found(letter("Thank you."), "sent-early", **told), *found(letter("Thank you."), "sent-late", **told)]


def test_the_promised_day_itself_is_too_soon_to_ask() -> None:
    """The day after is not, and nobody is asked about what was not promised."""
    day = BEST.date()
    for sent, count in ((BEST, 1), (BEST.replace(day=16), 0)):
        told = found(letter("Is there news?"), "before-the-date", letter="check-in", promised_by=day, sent_at=sent)
        assert count == len(told)
    assert [] == found(
        letter("Thank you."), "before-the-date", letter="thank-you-onsite", promised_by=day, sent_at=BEST
    )


@pytest.mark.parametrize(("words", "told"), [(80, []), (81, ["long-paragraph"])])
def test_a_paragraph_of_a_check_in_has_eighty_words(words: int, told: list[str]) -> None:
    """One more is too many to take in at once."""
    body = " ".join(["forecasts"] * (words - 8)) + " and how do things stand with you now?"
    draft = Draft(text=letter(body), letter="check-in")
    assert told == [one.check for one in check(draft) if one.check == "long-paragraph"]


@pytest.mark.parametrize(
    ("kind", "count"), [("voicemail", 0), ("call-opening", 0), ("talking-points", 0), ("check-in", 1), ("thank-you", 1)]
)
def test_a_direction_is_no_blank_in_what_is_said(kind: str, count: int) -> None:
    """Whoever writes down a call notes what to do when; in an email it is left over."""
    assert count == len(found(letter("It is about the role. [pause] When will you decide?"), "blank", letter=kind))


@pytest.mark.parametrize(("day", "count"), [("Monday 4 January", 0), ("Tuesday 4 January", 1), ("Sunday 4 January", 1)])
def test_a_day_without_a_year_is_the_closest_one(day: str, count: int) -> None:
    """Four days before the end of a year, 4 January lies in the next."""
    body = letter(f"Could we talk on {day}?")
    assert count == len(found(body, "other-weekday", sent_on=(date(2026, 12, 28),)))


def test_odd_signs_are_read_as_plain_ones_and_none_moves() -> None:
    """Quotes of every kind, and blanks and hyphens that break no line."""
    odd = "\u2018A\u2019 \u201cB\u201d \u02bc\u00a0\t\u2011\u202f"
    assert fold(odd) == "'a' \"b\" '  - "
    assert len(fold(odd)) == len(odd)


def test_a_gap_is_found_however_the_text_begins() -> None:
    """A line that broke off may be the first one."""
    for text in ("at .\n\nThank you", "Thank you for the role at ."):
        (gap,) = found(text, "gap", letter="check-in")
        assert text[gap.start : gap.end] == "at ."


GATEWAYS = [
    "EXT",
    "External",
    "EXTERNAL EMAIL",
    "External sender",
    "external message",
    "Possible spam",
    "suspected bulk",
]
MARKED = ["internal", "Caution", "Warning", "Encrypt", "Encrypted", "Secure", "Secured", "Confidential", "Private"]
CLASSED = [
    "Official",
    "OFFICIAL-SENSITIVE",
    "Official Sensitive",
    "Unclassified",
    "Public",
    "Urgent",
    "Fw",
    "fwd",
    "List",
]


@pytest.mark.parametrize("word", [*GATEWAYS, *MARKED, *CLASSED])
@pytest.mark.parametrize("brackets", ["[{}]", "[ {} ]", "<{}>", "{{{}}}", "<<{}>>"])
def test_what_a_gateway_puts_into_a_subject_is_no_blank(brackets: str, word: str) -> None:
    """In whatever brackets; a word more, and it stands for words to come."""
    for subject, count in ((brackets.format(word), 0), (brackets.format(f"{word} role"), 1)):
        blanks = found(letter("Is there any news?"), "blank", letter="check-in", subject=f"{subject} Data Analyst")
        assert count == len(blanks)


OF_ONESELF = (
    "settled-already, talks-money, best-of-all, above-others, own-need, gift-sent, pleads, pleads-again,"
    " confidential-shared, between-us, treats, pulls-strings, not-true, looks, private-life, perks-asked"
)


@pytest.mark.parametrize("name", OF_ONESELF.split(", "))
def test_what_sells_begs_or_speaks_of_them_is_no_detail_of_the_talk(name: str) -> None:
    """However much of one's own stands in such a sentence: nothing in it was learnt in the interview."""
    said = next(phrase.finds[0] for phrase in phrases() if phrase.id == name).rstrip(".!?,")
    # What begins with "I" is about the writer as it is.
    for words, count in ((f"There and then {said}", 1), ("That day I saw you", 0)):
        body = f"Thank you for the interview. {words} with a kiln, barley and herons."
        assert count == len(found(letter(body), "nothing-specific", letter="thank-you-onsite"))


SOUNDS = {
    "boasts": "To remind you, I led a team of nine and cut costs by a fifth.",
    "needs": "I pray every night that you take me.",
    "money": "The other place pays four thousand more.",
    "granted": "When do I pick up my uniform?",
    "gossip": "A friend in your accounts team told me what the last person was on.",
    "private": "My therapist thinks this job would be good for me.",
    "flatters": "You are the kindest person I have met in my whole life.",
}


@pytest.mark.parametrize("tone", SOUNDS)
def test_a_sentence_that_sounds_so_is_no_detail_of_the_talk(tone: str) -> None:
    """As it was learnt, where no phrase tells it."""
    body = f"Thank you for the interview. {SOUNDS[tone]}"
    assert len(found(letter(body), f"sounds-{tone}", letter="thank-you-onsite")) == 1
    assert len(found(letter(body), "nothing-specific", letter="thank-you-onsite")) == 1


@pytest.mark.parametrize(("words", "is_told"), [("AI, QA and Go", True), ("SQL and ETL", False)])
def test_a_word_of_the_readers_own_has_three_letters(words: str, is_told: bool) -> None:
    """Shorter ones are mostly no words."""
    body = f"Thank you for the interview. We spoke of {words}."
    assert is_told == bool(found(letter(body), "nothing-specific", letter="thank-you-onsite"))


@pytest.mark.parametrize(
    ("subject", "is_loud"), [("JOB", False), ("ROLE", True), ("Role", False), ("NEWS, please", False)]
)
def test_a_subject_is_loud_from_a_word_of_four_letters_on(subject: str, is_loud: bool) -> None:
    """A shorter one may be an abbreviation; and all its words have to be loud."""
    assert is_loud == bool(found(letter("Is there any news?"), "subject-loud", letter="check-in", subject=subject))


def test_whoever_presses_is_not_told_to_ask() -> None:
    """They have asked, and hear what is wrong with how; whoever tells nothing but that they wait is told to ask."""
    subject = "Following up on my application"
    waits = letter("I was interviewed on 3 May for the Buyer role and have heard nothing since.")
    presses = letter(
        "I was interviewed on 3 May for the Buyer role. Guess nobody over there checks email."
        " If this is how you run a shop I can only imagine how you run a job."
    )
    assert len(found(waits, "no-status-question", subject=subject)) == 1
    assert found(presses, "no-status-question", subject=subject) == []
    assert {"sounds-blames", "sounds-hurt"} & {one.check for one in check(Draft(text=presses, subject=subject))}


@pytest.mark.parametrize(
    "before",
    [
        "My first day has been moved to 15 February.",
        "I hear that my start was put back again.",
        "You have just moved my start date by two weeks.",
        "Since I signed the contract I have heard nothing.",
    ],
)
@pytest.mark.parametrize("done", ["I have already given notice.", "I have handed in my notice at the bank."])
def test_who_has_said_yes_takes_no_job_for_granted(before: str, done: str) -> None:
    """Whoever only hopes for it does, also where a first day is spoken of."""
    text = f"Hi Dana,\n\n{{}} {done} Could you tell me where things stand?\n\nBest wishes,\nSam"
    names = ("settled-already", "assumes-the-job")
    hopes = "I hope that my first day will be soon."
    told = [any(found(text.format(one), name, letter="check-in") for name in names) for one in (before, hopes)]
    assert [False, True] == told


def test_a_yes_to_an_offer_may_speak_of_notice() -> None:
    """They have offered it."""
    text = "Hi Dana,\n\nI accept your offer with pleasure, and I have already given notice.\n\nBest wishes,\nSam"
    assert not found(text, "settled-already", letter="accept-offer")


LETTER = "Dear Dana,\n\nThank you for {}. I keep thinking about your night shift.\n\nBest,\nSam"


@pytest.mark.parametrize(
    ("words", "blank"),
    [
        ("the interview on DATE", "DATE"),
        ("the talk at COMPANY", "COMPANY"),
        ("seeing me at the ORGANIZATION NAME", "ORGANIZATION NAME"),
        ("the interview for the JOB TITLE post", "JOB TITLE"),
        ("the talk about a ROLE at Acme", "ROLE"),
        ("meeting with Hiring Manager Name", "Hiring Manager Name"),
    ],
)
def test_a_blank_in_capitals_alone_was_never_filled(words: str, blank: str) -> None:
    """As sample letters leave it; what shouts it tells once."""
    text = LETTER.format(words)
    told = [(one.check, text[one.start : one.end]) for one in check(Draft(text=text))]
    assert ("blank", blank) in told
    assert "capitals" not in {name for name, _ in told}


@pytest.mark.parametrize(
    "words",
    ["the piece in TIME", "the DATE project", "what you told me of JOB-share", "the talk on D-DAY", "the IT ROLES"],
)
def test_capitals_that_name_a_thing_are_no_blank(words: str) -> None:
    """A word before it that wants a day, a name or a job makes the difference."""
    assert not found(LETTER.format(words), "blank")


def test_a_greeting_to_a_blank_is_told() -> None:
    """A letter in capitals throughout greets nobody's blank."""
    assert found(LETTER.format("yesterday").replace("Dana", "NAME"), "blank")
    assert not found("DEAR DANA,\n\nTHANKS FOR THE TALK ON THE DAY.\n\nSAM", "blank")


VAGUE = (
    "Hi, Hello, Hey, Follow up, Following up, Follow-up, Followup email, Follow up mail, Checking in, Interview,"
    " Thank you, Thanks, Thank you so much, Update, Status, Question, Application, Job, News, Quick question,"
    " Important, No subject, (no subject), Just checking in, My interview, Interview!"
)


@pytest.mark.parametrize("subject", VAGUE.split(", "))
def test_a_subject_that_could_be_anybodys_is_vague(subject: str) -> None:
    """With the role beside it, or behind the sign of an answer, it is none."""
    body = letter("The kiln and the barley were a joy.")
    for line, count in ((subject, 1), (f"{subject} barley", 0), (f"Re: {subject}", 0)):
        assert count == len(found(body, "subject-vague", letter="answer", subject=line))


@pytest.mark.parametrize(
    "sign", ["Re:", "RE :", "Fw:", "Fwd:", "AW:", "WG:", "SV:", "Antw:", "TR:", "Re: Fwd:", "[EXT] Re:"]
)
def test_what_answers_or_passes_on_begins_no_thread_of_its_own(sign: str) -> None:
    """In the words of any mail program; another word with a colon does."""
    body = letter("The kiln and the barley were a joy.")
    for line, count in ((f"{sign} Our talk", 0), ("About: Our talk", 0), ("Our talk", 1)):
        told = found(body, "subject-reused", letter="answer", subject=line, earlier_subjects=("Re: Our talk",))
        assert count == len(told)


THANKS = (
    "Thank you for the tour., Thanks for the tour., I am thankful for the tour., I am grateful for the tour.,"
    " All my gratitude for the tour., I appreciate the tour., I appreciated the tour.,"
    " All my appreciation for the tour., It was kind of you to show me the kiln.,"
    " Thx for the tour., Cheers for the tour., Ta for the tour."
)
WARM = (
    "I enjoyed the tour., It was a treat to see the kiln., What a pleasure to see the kiln., It was such a joy.,"
    " It was a delight., Good to meet you., Great meeting you., Lovely to see you., Nice to talk to you.,"
    " Nice talking to you., Pleasure to speak to you., Good chatting to you., Great seeing you., Nice to chat to you."
)


@pytest.mark.parametrize("words", THANKS.split(", "))
def test_people_thank_in_many_words(words: str) -> None:
    """A letter of ours that has none of them is told, and one that has them late."""
    for body, name in ((words, ""), ("The kiln is hot.", "no-thanks"), (f"The kiln is hot. {words}", "thanks-late")):
        told = [one.check for one in check(Draft(text=letter(body), letter="thank-you-onsite"))]
        assert [name] == [*({"no-thanks", "thanks-late"} & {*told} or {""})]


@pytest.mark.parametrize("words", WARM.split(", "))
def test_a_warm_word_opens_a_letter_of_thanks_as_well(words: str) -> None:
    """A pasted one; of ours thanks are expected."""
    body = letter(f"{words} The kiln stays with me.")
    assert found(body, "no-thanks", letter="thank-you-onsite")
    assert [] == found(body, "no-thanks", subject="Thank you for the interview")
