"""What a case tells a letter."""

from dataclasses import replace

import pytest
from cases import NEW_YORK, event, fields, planned, promised, round_of

from followup import forms
from followup.case.current import as_it_stands
from followup.letters.prefill import known, told
from followup.model.case import Case
from followup.model.language import listed
from followup.model.plan import Step

RITA = {"name": "Rita Lopez", "email": "rita@example.com", "part": "recruiter", "zone": "America/Chicago"}
DANA = {"name": "Dana Ruiz", "email": "dana@example.com"}
TOM = {"name": "Tom Berg"}


def case(**words: object) -> Case:
    """The plain case, changed as told."""
    value = forms.read(Case, fields(**words)).value  # type: ignore[arg-type]  # the words are JSON
    assert value is not None
    return value


def with_people(*people: dict[str, str]) -> Case:
    """An interview with these people."""
    return case(rounds=[round_of("2027-01-07", interviewers=list(people))])


def first_step(asked: dict[str, object]) -> Step:
    """The first step of the plan."""
    return planned(asked).steps[0]


def test_company_role_date_and_first_name_are_known() -> None:
    """One interviewer, nobody named: the letter is for them."""
    found = known(case(), "check-in", "", None)
    assert ("Acme", "Data Analyst", "2027-01-07") == tuple(
        found.values[name] for name in ("company", "role", "interview_date")
    )
    assert ("Dana", "Dana Ruiz", NEW_YORK) == (found.values["first_name"], found.values["person"], found.zone)


def test_the_person_is_found_by_name_or_address() -> None:
    """A step names somebody without a name by their address."""
    people = with_people(TOM, DANA)
    assert "Dana" == known(people, "check-in", "Dana Ruiz", None).values["first_name"]
    assert "Dana" == known(people, "check-in", "dana@example.com", None).values["first_name"]


def test_somebody_who_is_not_in_the_case_stands_for_themselves() -> None:
    """The reader may write to a person they met later."""
    found = known(case(), "check-in", "Ana Lind", None)
    assert ("Ana", "", NEW_YORK) == (found.values["first_name"], found.address, found.zone)


def test_the_others_are_named_without_the_recruiter() -> None:
    """Those who asked the questions are greeted, who booked the room is not."""
    found = known(with_people(DANA, TOM, RITA), "thank-you-panel", "Dana Ruiz", None)
    assert "Tom Berg" == found.values["others"]
    assert "several" in found.situations


def test_a_recruiter_beside_others_stands_in_between() -> None:
    """The letter speaks to the agency; a recruiter who asked alone is an interviewer."""
    assert "agency" in known(with_people(RITA, DANA), "check-in", "Rita Lopez", None).situations
    assert "agency" not in known(with_people(RITA), "check-in", "Rita Lopez", None).situations


def test_a_person_s_own_zone_comes_first() -> None:
    """Who sits elsewhere reads the letter there."""
    assert "America/Chicago" == known(with_people(RITA, DANA), "check-in", "Rita Lopez", None).zone


def test_thanks_without_an_address_go_to_the_organiser() -> None:
    """The step is for Tom, the letter goes to Rita and names Tom."""
    found = known(with_people(DANA, TOM, RITA), "thank-you-organiser", "Tom Berg", None)
    assert ("Rita", "Tom Berg", "rita@example.com") == (
        found.values["first_name"],
        found.values["others"],
        found.address,
    )
    assert "several" not in found.situations


def test_without_an_organiser_an_interviewer_with_an_address_passes_the_thanks_on() -> None:
    """As the plan says; they arranged nothing, so the letter thanks them for the talk."""
    found = known(with_people(TOM, DANA), "thank-you-organiser", "Tom Berg", None)
    assert ("Dana", "Tom Berg", "dana@example.com") == (
        found.values["first_name"],
        found.values["others"],
        found.address,
    )
    assert "several" in found.situations


def test_thanks_that_nobody_can_be_asked_to_pass_on_have_no_recipient() -> None:
    """Nobody there has an address."""
    found = known(with_people(TOM, {"name": "Ana Lind"}), "thank-you-organiser", "Tom Berg", None)
    assert ("", "", True) == (found.name, found.address, "several" not in found.situations)


def test_a_recruiter_of_an_earlier_round_keeps_address_zone_and_part() -> None:
    """They stand between, and were not in the room."""
    rounds = [round_of("2027-01-04", interviewers=[RITA]), round_of("2027-01-07", interviewers=[TOM])]
    found = known(case(rounds=rounds), "check-in", "Rita Lopez", None)
    assert ("rita@example.com", "America/Chicago") == (found.address, found.zone)
    assert "agency" in found.situations


def test_a_new_date_replaces_the_promised_one() -> None:
    """What they said last holds."""
    said = event("reply", "2027-01-16T09:00", outcome="promise", by="2027-01-22")
    found = known(as_it_stands(case(promise=promised("2027-01-15"), events=[said])), "check-in-date-passed", "", None)
    assert "2027-01-22" == found.values["promised_date"]
    assert "ask_when" not in found.situations


def test_without_a_date_the_letter_asks_for_one() -> None:
    """K15; those who asked not to be contacted are not asked."""
    assert "ask_when" in known(case(), "thank-you-onsite", "", None).situations
    assert "ask_when" not in known(case(promise={"kind": "no-contact"}), "thank-you-onsite", "", None).situations


def test_the_deadline_of_another_offer_is_known() -> None:
    """C13: the letter about it names the day."""
    offer = event("offer-elsewhere", "2027-01-12T09:00", deadline="2027-01-20")
    assert "2027-01-20" == known(case(events=[offer]), "competing-offer", "", None).values["offer_deadline"]


def test_after_a_call_there_is_no_earlier_mail() -> None:
    """A voicemail spends the first touch as well; a silent try says nothing."""
    message = event("voicemail", "2027-01-14T10:00", step="check-in")
    silent = event("called", "2027-01-14T10:00", step="check-in", outcome="no-answer")
    mail = event("sent", "2027-01-15T10:00", step="check-in")
    assert "called" in known(case(events=[message]), "second-check-in", "", None).situations
    assert "called" not in known(case(events=[silent]), "second-check-in", "", None).situations
    assert "called" not in known(case(events=[message, mail]), "second-check-in", "", None).situations


def test_a_step_tells_round_and_person() -> None:
    """The second interview's step speaks of the second interview."""
    rounds = [round_of("2027-01-05"), round_of("2027-01-12", interviewers=[TOM])]
    step = replace(first_step(fields(rounds=rounds)), round=2, to=("Tom Berg",))
    found = known(case(rounds=rounds), "thank-you-onsite", "", step)
    assert ("Tom", "2027-01-12") == (found.values["first_name"], found.values["interview_date"])


@pytest.mark.parametrize(
    ("names", "words"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_names_are_listed_as_one_says_them(names: tuple[str, ...], words: str) -> None:
    """Commas, and "and" before the last."""
    assert words == listed(names)


def test_a_name_alone_gives_the_greeting() -> None:
    """Without a case the form's name is enough."""
    assert "Dana" == told("Dana Ruiz").values["first_name"]


def test_a_letter_to_a_referee_greets_nobody_of_the_interview() -> None:
    """The case does not know who speaks for the reader."""
    found = known(with_people(DANA), "warn-referee", "", None)
    assert ("", "", "Acme") == (found.values["first_name"], found.address, found.values["company"])
    assert "Ana" == known(with_people(DANA), "thank-referee", "Ana Lind", None).values["first_name"]


def test_who_made_the_other_offer_is_not_this_company() -> None:
    """The wish for more time goes to them, and the case knows only their deadline."""
    asked = fields(events=[event("offer-elsewhere", "2027-01-08T10:00", deadline="2027-01-20")])
    step = next(one for one in planned(asked).steps if one.action == "ask-time")
    value = forms.read(Case, asked).value
    assert value is not None
    found = known(as_it_stands(value), "more-time", "", step)
    assert ("2027-01-20", None, None) == tuple(found.values.get(name) for name in ("offer_deadline", "company", "role"))


def test_the_days_that_were_told_stand_in_their_blanks() -> None:
    """The day they named, the first day, the day a task was handed in."""
    named = event("reply", "2027-01-11T10:00", outcome="on-hold", by="2027-03-01")
    first = event("reply", "2027-01-12T10:00", outcome="first-day", by="2027-04-05")
    moved = event("reply", "2027-01-13T10:00", outcome="first-day", by="2027-04-12")
    handed = event("handed-in", "2027-01-14T10:00")
    found = known(case(events=[named, first, moved, handed]), "did-it-arrive", "", None)
    assert ("2027-03-01", "2027-04-12", "2027-01-14") == tuple(
        found.values[name] for name in ("named_day", "first_day", "sent_date")
    )
    assert "moved" in found.situations


@pytest.mark.parametrize("letter", ["did-it-arrive", "anything-missing"])
@pytest.mark.parametrize("told", [{"kind": "handed-in"}, {"kind": "sent", "step": "hand-in"}], ids=["news", "button"])
def test_the_day_of_a_task_is_known_however_it_was_told(told: dict[str, str], letter: str) -> None:
    """By the step's own button too."""
    handed = told | {"at": "2027-01-14T10:00"}
    assert "2027-01-14" == known(case(events=[handed]), letter, "", None).values["sent_date"]


def test_a_title_in_the_case_reaches_a_formal_letter() -> None:
    """ "Ms Dana Ruiz" is greeted by her title there and by her first name elsewhere."""
    found = known(with_people({"name": "Ms Dana Ruiz"}), "check-in", "", None)
    assert ("Dana", "Ms", "Ruiz") == tuple(found.values[name] for name in ("first_name", "title", "surname"))
