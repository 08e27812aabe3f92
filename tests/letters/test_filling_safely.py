"""Every letter with words as people type them: nothing doubled, nothing broken, nothing lost."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manners_of_letters import manners

from followup.letters import Letter, Manner, blanks, examples, letters, used_blanks, write

SENT = dt.date(2027, 1, 15)
AWKWARD = {
    "first_name": (
        *("", "Dana", "dana", "DANA RUIZ", "The hiring team", "Captain Jane Doe", "De La Cruz", "Dr. O'Neil", "Judge"),
        *(
            "Engr.",
            "Señora",
            "Dear Dana,",
            "Ruiz-san",
            "J. Smith",
            "Mr and Mrs Smith",
            "Dana & Tom",
            "Ms. Ruiz",
            "Dana.",
            "St. John",
            "Aunt May",
            "N/A",
        ),
    ),
    "title": ("", "Ms", "dr.", "-san", "Engr."),
    "surname": ("", "Ruiz", "DE LA CRUZ", "O'Neil"),
    "person": ("Dana Ruiz", "Dr. Dana Ruiz, PhD", "the hiring team", "Dana Ruiz."),
    "company": (
        "",
        "Acme",
        "Acme Inc.",
        "Yahoo!",
        "eBay",
        "at Acme",
        "Smith & Sons Ltd.",
        "Toys “R” Us",
        "The Gap",
        "Guess?",
        "in Acme",
        "A.B. Volvo",
        "Acme, Inc.",
        "3M",
        "University of Leeds",
        "NHS",
        "7-Eleven",
    ),
    "role": (
        *(
            "Data Analyst",
            "the role of Data Analyst",
            "a nurse role",
            "nurse",
            "Data Analyst role",
            "Engineer position",
        ),
        *(
            "RN",
            "Nurse (RN)",
            "role: Clerk",
            "Head of Sales.",
            "the Data Analyst job",
            "C++ Developer",
            "“Analyst”",
            "Role",
            "position",
            "Nurse (Band 5)",
            "IT support",
        ),
    ),
    "detail": (
        *(
            "how you test",
            "We talked about the lab.",
            "How you test",
            "about the lab",
            "the lab…",
            "I liked the scanners!",
        ),
        *(
            "Kubernetes",
            "you test every part twice",
            "the the lab",
            "discussed pricing",
            "why do you scale?",
            "“the lab”",
        ),
        *(
            "You mentioned that the team is growing",
            "AWS, and how you use it.",
            "our talk about the lab",
            "hearing about it",
            "when we talked about cats",
            "How do you train people?",
            "iOS work",
            "R&D",
            "You said kids come first",
            "to see the lathe",
            "7 new sites",
        ),
    ),
    "fit": ("", "my work on reports", "Weekly reports.", "reports"),
    "others": ("Tom Berg", "Tom Berg, Ana Lind", "Tom & Ana", "Tom Berg and Ana Lind.", "Sam Lee, Jr., Tom"),
    "reason": (
        "",
        "I moved",
        "because I moved.",
        "family illness",
        "due to a strike",
        "Because of snow",
        "since I'm ill",
        "for family reasons",
        "to be near my parents",
        "Illness",
    ),
    "question": (
        "How do you measure it?",
        "how do you measure it",
        "Whether you measure it.",
        "What next?!",
        "I wonder how.",
    ),
    "answer": ("Four weeks", "It is four weeks.", "four weeks,", "See https://example.com/a", "Yes!"),
    "news": ("I passed the exam", "i passed the exam.", "Passed!"),
    "outcome": ("", "they offered me the job", "They said yes."),
    "my_times": ("Monday at 10", "Monday at 10.", "Monday at 10,", "Monday 10:00\nTuesday 9:00", "any day!"),
    "next_round": ("Tuesday at 10:00", "on Tuesday 19 January at 10 a.m.", "Tuesday at 10."),
    "call_back": ("Thursday", "next week", "on Thursday.", "19 January", "In two weeks"),
    "agreed_hour": ("10:00", "at 10", "At noon.", "noon", "10 a.m."),
    "item": ("the dashboard", "The dashboard.", "my references", "“the plan”"),
    "task": ("the sample report", "The sample report.", "Sample project"),
    "sent_what": ("the forms", "The forms."),
    "shared_work": ("our reports", "We worked on reports.", "The weekly reports"),
    "forgotten": ("I have taught", "I have taught.", "My year in sales"),
    "thread": ("", "Re: Interview", "RE: re: Fwd: Interview", "Interview on 7 January"),
    "item_link": ("", "https://example.com/x", "<https://example.com/x>"),
    "slip": ("Mr Berg", "“Mr Berg”", "'Mr Berg'."),
    "put_right": ("Ms Berg", "“Ms Berg”"),
    "my_name": ("Sam Lee", "sam lee", "SAM LEE", "Sam Lee,", "I am Sam Lee"),
    "my_phone": ("", "+44 20 7946 0123"),
    "colleague": ("Priya Shah", "priya shah", "Priya Shah."),
    "new_role": ("Senior Analyst", "the Senior Analyst role"),
    "field": ("retail analytics", "Retail analytics."),
    "topic": ("data cleaning", "How I clean data.", "about data"),
    "asked_about": ("my notice period", "My notice period?", "about my notice period"),
}
DAYS = ("2027-01-07", "2027-01-14", "2027-01-15", "2027-01-18", "2027-03-01", "2026-12-31")
EVERY = [pytest.param(letter, id=name) for name, letter in letters().items()]
MANNERS = {name: [*manners(letter)] for name, letter in letters().items()}
# Marks in a row that belong together: an ellipsis, "?!", an abbreviation before a comma.
DOUBLED_MARK = re.compile(r"(?<!\.)\.\.(?!\.)|[,;:][,;:.]|[!?]\.(?!\w)|,,| [,.;:!?](?:\s|$)|\?\?")
DOUBLED_WORD = re.compile(r"\b([A-Za-z']+) \1\b", re.IGNORECASE)
GREETING = re.compile(r"(?:Hi|Dear|Hello) \S[^\n]*[^\s,:;!?],|Hello,")
CAPITALS = ("Kubernetes", "AWS", "eBay", "RN", "C++", "Acme", "Yahoo!", "Gap", "I'm")


def told(letter: Letter, manner: Manner) -> st.SearchStrategy[dict[str, str]]:
    """Any awkward words in every blank that this letter asks for."""
    asked = used_blanks(letter, manner)
    return st.fixed_dictionaries(
        {one.name: st.sampled_from(DAYS if one.kind == "date" else AWKWARD[one.name]) for one in asked}
    )


@pytest.mark.parametrize("letter", EVERY)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_awkward_word_breaks_a_letter(letter: Letter, data: st.DataObject) -> None:
    """No doubled word or mark, no broken greeting, no small letter at a sentence's head, no template sign."""
    manner = data.draw(st.sampled_from(MANNERS[letter.id]))
    values = data.draw(told(letter, manner))
    written = write(letter, manner, values, SENT)
    for text in (written.subject, written.body):
        assert not DOUBLED_MARK.search(text.replace("...", "…")), text
        typed = " ".join(values.values()).casefold()
        for word in DOUBLED_WORD.findall(text):
            assert f"{word} {word}".casefold() in typed, text
        assert not re.search(r"\{[{%#]|[#%}]\}|[\ue000-\uf8ff]|None", text), text
        assert "  " not in text, text
        assert text == text.strip()
    if letter.kind in ("email", "card", "voicemail"):
        assert GREETING.match(written.body), written.body
    whole = f"{written.subject}\n{written.body}"
    for capital in CAPITALS:
        shown = [name for name, value in values.items() if capital in value and name in _standing(written.places)]
        assert not shown or capital in whole, (capital, written.body)


def _standing(places: tuple[object, ...]) -> set[str]:
    return {place.blank for place in places}  # type: ignore[attr-defined]  # a place, as the writer gives it


@pytest.mark.parametrize("letter", EVERY)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_a_blank_left_open_is_marked_and_nothing_else_is(letter: Letter, data: st.DataObject) -> None:
    """Any part of the blanks filled: what is missing stands in brackets under its label, and in the list."""
    manner = data.draw(st.sampled_from(MANNERS[letter.id]))
    filled = data.draw(told(letter, manner))
    some = data.draw(st.sets(st.sampled_from(sorted(filled)))) if filled else set()
    written = write(letter, manner, {name: filled[name] for name in some}, SENT)
    labels = {f"[{blanks()[name].label}]" for name in written.missing}
    assert labels == set(re.findall(r"\[[^\[\]]+\]", written.body + written.subject))
    assert {place.blank for place in written.places if place.missing} <= set(written.missing)


def test_a_reply_that_has_its_subject_misses_nothing_for_one() -> None:
    """The role stands in the line of a new email alone: whoever answers in the thread is not asked for it."""
    told = {"thread": "Re: Interview", "asked_about": "my notice period", "answer": "Four weeks", "my_name": "Sam Lee"}
    manner = Manner(tone="formal", reply=True)
    missing = write(letters()["answer-question"], manner, told, SENT).missing
    assert () == missing
    assert ("role",) == write(letters()["answer-question"], manner, told | {"thread": ""}, SENT).missing


@pytest.mark.parametrize(
    ("letter", "values", "expected"),
    [
        ("check-in", {"company": "Acme Inc."}, "role at Acme Inc. I'm still"),
        ("check-in", {"company": "Yahoo!"}, "role at Yahoo! I'm still"),
        ("check-in", {"role": "the role of Data Analyst"}, "about the Data Analyst role at"),
        ("check-in", {"role": "a nurse role"}, "about the nurse role at"),
        ("thank-you-onsite", {"detail": "We talked about the lab."}, "I keep thinking about the lab."),
        ("thank-you-onsite", {"detail": "How you test"}, "I keep thinking about how you test."),
        ("thank-you-onsite", {"detail": "Kubernetes"}, "I keep thinking about Kubernetes."),
        ("thank-you-onsite", {"detail": "you test twice"}, "I keep thinking about how you test twice."),
        ("thank-you-question", {"question": "how do you measure it"}, "How do you measure it?"),
        ("thank-you-question", {"question": "Whether you measure it."}, "Could you tell me whether you measure it?"),
        ("called-off-times", {"my_times": "Monday at 10"}, "These times suit me: Monday at 10."),
        ("called-off-times", {"my_times": "Mon 10\nTue 9"}, "These times suit me:\nMon 10\nTue 9\n"),
        ("withdraw", {"reason": "because I moved."}, "application, because I moved."),
        ("withdraw", {"reason": "for family reasons"}, "application, because of family reasons."),
        ("withdraw", {"reason": "For my health."}, "application, because of my health."),
        ("withdraw", {"reason": "to be near my parents"}, "application, because I want to be near my parents."),
        ("withdraw", {"reason": "Illness"}, "application, because of illness."),
        ("check-in", {"company": "in Acme"}, "role at Acme. I'm still"),
        ("thank-you-onsite", {"detail": "How do you train people?"}, "I keep thinking about how you train people."),
        ("thank-you-onsite", {"detail": "when we talked about cats"}, "I keep thinking about cats."),
        ("withdraw", {"reason": "family illness"}, "application, because of family illness."),
        ("no-show", {"agreed_hour": "10:00"}, "today at 10:00 for"),
        ("correction", {"slip": "“Mr Berg”"}, "I wrote “Mr Berg”, and"),
        ("thank-you-item", {"item": "The dashboard."}, "I have attached the dashboard."),
        ("colleague-left", {"colleague": "priya shah"}, "Until now Priya Shah was"),
    ],
)
def test_what_people_type_reads_as_one_would_write_it(letter: str, values: dict[str, str], expected: str) -> None:
    """The kinds of fills that went wrong before."""
    written = write(letters()[letter], Manner(), {"company": "Acme", "interview_date": "2027-01-15", **values}, SENT)
    assert expected in written.body


@pytest.mark.parametrize(
    ("blank", "typed", "said"),
    [
        ("company", "University of Leeds", "at the University of Leeds."),
        ("company", "NHS", "at the NHS."),
        ("company", "Bank of America", "at Bank of America."),
        ("role", "vacancy", "about the role at"),
        ("detail", "You said kids come first", "how kids come first"),
        ("detail", "to your drivers this is their depot", "because of to your drivers"),
        ("detail", "you said nice things", "because of nice things"),
        ("first_name", "Jane St. John", "Hi Jane,"),
    ],
)
def test_what_is_typed_goes_on_in_the_sentence(blank: str, typed: str, said: str) -> None:
    """An article where one says it, a bare word for the job once, and what somebody said as how it is."""
    letter = letters()["check-in"]
    values = {**examples(letter), blank: typed}
    assert said in write(letter, Manner(), values, SENT).body
