"""Who can be reached: in time while somebody is away (O27, K9), and whoever writes that nobody knew before."""

from typing import Any

import pytest
from cases import Fields, event, kinds, planned, round_of
from situations import held, reply, sent

NOON = "T12:00:00-05:00"
DANA, TOM = {"name": "Dana Ruiz", "part": "hr"}, {"name": "Tom Berg"}
PAPER = reply("2027-01-14T11:00", "offer-written", deadline="2027-01-22")
OTHER = event("offer-elsewhere", "2027-01-19T10:00", deadline="2027-01-22")


def plan_of(*events: Fields, people: tuple[Fields, ...] = (DANA,), now: str = f"2027-01-20{NOON}") -> Any:
    """The plan of an interview on 7 January with these people, and of what happened since."""
    return planned({**held("2027-01-07", *events), "rounds": [round_of("2027-01-07", interviewers=[*people])]}, now=now)


def by_id(plan: Any, id: str) -> Any:
    """The step of that id."""
    return next(one for one in plan.steps if one.id == id)


def away(by: str, outcome: str = "auto", at: str = "2027-01-18T10:00", **more: str) -> Fields:
    """Their word that they are back on that day."""
    return reply(at, outcome, by=by, **more)


@pytest.mark.parametrize("told", [away("2027-01-25"), away("2027-01-25", "away", to="Dana Ruiz")], ids=["auto", "told"])
@pytest.mark.parametrize(("opened", "step"), [(PAPER, "decide"), (OTHER, "tell-offer")])
def test_what_cannot_wait_for_who_is_away_goes_to_the_next_person(told, opened, step):
    """They are back after the deadline: the next one is written to, and the page says why."""
    plan = plan_of(told, opened, people=(DANA, TOM))
    found = by_id(plan, step)
    assert (("Tom Berg",), "email", True) == (found.to, found.channel, "away-another" in kinds(plan))


@pytest.mark.parametrize(("opened", "step"), [(PAPER, "decide"), (OTHER, "tell-offer")])
def test_where_nobody_else_is_known_it_goes_by_the_number_of_the_company(opened, step):
    """There is nobody to write to before that day, and the page says why."""
    plan = plan_of(away("2027-01-25"), opened)
    found = by_id(plan, step)
    assert ((), "phone", True) == (found.to, found.channel, "away-number" in kinds(plan))


@pytest.mark.parametrize(
    "told",
    [
        (away("2027-01-22"),),
        (away("2027-01-21"),),
        (away("2027-01-25", at="2027-01-15T10:00"), reply("2027-01-18T10:00", "question")),
        (away("2027-01-25", "away", to="Tom Berg"),),
        (reply("2027-01-18T10:00", "away"),),
    ],
    ids=["back that day", "back before", "wrote since", "somebody else", "no day"],
)
@pytest.mark.parametrize(("opened", "step"), [(PAPER, "decide"), (OTHER, "tell-offer")])
def test_who_can_still_be_reached_in_time_is_written_to(told, opened, step):
    """The next person is for those alone who are back too late."""
    plan = plan_of(*told, opened, people=(DANA, TOM))
    assert ("Dana Ruiz",) == by_id(plan, step).to
    assert {"away-another", "away-number"}.isdisjoint(kinds(plan))


@pytest.mark.parametrize("deadline", [{"deadline": "2027-02-12"}, {}], ids=["later", "none"])
def test_what_can_wait_waits_for_who_is_away(deadline):
    """Word of an offer that ends long after their return goes to them."""
    plan = plan_of(away("2027-01-25"), event("offer-elsewhere", "2027-01-19T10:00", **deadline), people=(DANA, TOM))
    assert ("Dana Ruiz",) == by_id(plan, "tell-offer").to


def test_who_cannot_come_tells_somebody_who_is_there():
    """The interview is tomorrow, and whoever runs the process is away until next week."""
    rounds = [round_of("2027-01-07", interviewers=[DANA, TOM]), round_of("2027-01-21", starts="10:00", ends="11:00")]
    events = away("2027-01-25"), event("moved-by-me", "2027-01-20T11:00")
    plan = planned({**held("2027-01-07", *events), "rounds": rounds}, now=f"2027-01-20{NOON}")
    assert ("Tom Berg",) == by_id(plan, "new-times").to


@pytest.mark.parametrize(
    ("back", "expected"),
    [
        ("2027-01-19", ("2027-01-19T09:00", "2027-01-22T17:00")),
        ("2027-01-25", ("2027-01-25T09:00", "2027-02-02T17:00")),
        ("2027-01-22", ("2027-01-22T09:00", "2027-02-01T17:00")),
    ],
    ids=["Tuesday, within its window", "Monday, after it", "Friday, its last day"],
)
def test_a_check_in_after_an_absence_is_not_late_the_day_after(back, expected):
    """A window that was over before they came back is as long as before, and begins with their return (O27)."""
    window = by_id(plan_of(away(back, at="2027-01-14T10:00"), now=f"2027-01-14{NOON}"), "check-in").window
    assert expected == (window.earliest.isoformat()[:16], window.latest.isoformat()[:16])


@pytest.mark.parametrize("now", ["2027-01-24", "2027-01-25", "2027-01-26"])
def test_nobody_is_away_once_they_are_back(now):
    """It is said until the day of their return, and not from then on."""
    plan = plan_of(away("2027-01-25", at="2027-01-14T10:00"), now=f"{now}{NOON}")
    is_away = now < "2027-01-25"
    assert (is_away, is_away) == ("away" in plan.beside, "away" in kinds(plan))


@pytest.mark.parametrize("name", ["Anna Fox", "anna@example.com"])
def test_who_writes_and_was_in_no_interview_is_answered(name):
    """It was not the interviewer who asked; the next question is for those who were met (K9)."""
    plan = plan_of(reply("2027-01-19T10:00", "question", to=name))
    assert ((name,), ("Dana Ruiz",)) == (by_id(plan, "answer").to, by_id(plan, "check-in").to)


def test_part_of_a_name_means_the_only_one_who_has_it():
    """Dana is Dana Ruiz, and nobody new."""
    plan = plan_of(reply("2027-01-19T10:00", "question", to="Dana"), people=(DANA, TOM))
    assert ("Dana Ruiz",) == by_id(plan, "answer").to
    two = plan_of(reply("2027-01-19T10:00", "question", to="Dana"), people=(DANA, {"name": "Dana Berg"}))
    assert ("Dana",) == by_id(two, "answer").to


@pytest.mark.parametrize("asked", [(), (sent("2027-01-14T10:00", "check-in"),)], ids=["nothing asked", "asked"])
def test_who_left_and_was_not_written_to_changes_nothing(asked):
    """Anna is gone, Dana is there: the ask to her arrived, and the next one goes to her."""
    plan, before = (
        plan_of(*asked, *more, now=f"2027-01-19{NOON}")
        for more in ((reply("2027-01-18T10:00", "left", to="Anna Fox"),), ())
    )
    assert "contact-gone" not in plan.beside
    assert [(one.id, one.to, one.window, one.status) for one in before.steps] == [
        (one.id, one.to, one.window, one.status) for one in plan.steps
    ]


def test_whoever_wrote_is_asked_where_nobody_else_is_left():
    """She is a person of their side, and known by name."""
    told = reply("2027-01-12T10:00", "question", to="Anna Fox"), sent("2027-01-13T10:00", "answer")
    plan = plan_of(*told, reply("2027-01-14T10:00", "left", to="Dana Ruiz"), now=f"2027-01-15{NOON}")
    assert (("Anna Fox",), "email") == (by_id(plan, "check-in").to, by_id(plan, "check-in").channel)
