"""What was done is not asked for again, by a step, by its words or beside them."""

import html
import json

import pytest
from cases import Fields, event, fields, kinds, planned, round_of, step, window
from situations import called, held, reply, sent

from followup import door

NO_SHOW = event("no-show", "2027-01-07T14:20")
RUNG = called("2027-01-07T14:20", "no-answer", step="call")
WRITTEN = sent("2027-01-07T14:30", "new-times")
PAPER = reply("2027-01-12T10:00", "offer-written", deadline="2027-01-20")
SAID = sent("2027-01-12T15:00", "say-when")
ASKED = called("2027-01-13T10:00", "answered", step="ask-time")


def missed(*events: Fields) -> Fields:
    """They did not come at two, and what was done since."""
    return fields(rounds=[round_of("2027-01-07", starts="14:00")], events=[NO_SHOW, *events])


def panel(asked: Fields, now: str) -> str:
    """What the reader sees of it."""
    told = json.loads(door.answer(json.dumps({"tool": "planner", "now": f"{now}:00-05:00", "fields": asked})))
    return html.unescape(told["fragment"])


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        ((), "no-show"),
        ((RUNG,), "no-show-called"),
        ((WRITTEN,), "no-show-written"),
        ((RUNG, WRITTEN), "no-show-written"),
        ((WRITTEN, event("bounced", "2027-01-07T14:31", step="new-times")), "no-show"),
        ((RUNG, WRITTEN, event("bounced", "2027-01-07T14:31", step="new-times")), "no-show-called"),
        ((RUNG, WRITTEN, event("voicemail", "2027-01-08T10:00", step="call")), "no-show-waits"),
    ],
)
def test_after_a_no_show_only_what_is_left_is_asked_for(events: tuple[Fields, ...], kind: str) -> None:
    """The call, the email, and the call of the next day."""
    found = kinds(
        planned(
            missed(*events), "2027-01-08T11:00:00-05:00" if kind == "no-show-waits" else "2027-01-07T14:40:00-05:00"
        )
    )
    assert {kind} == {one for one in found if one.startswith("no-show")}


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        ((), "offer-written"),
        ((SAID,), "offer-written-known"),
        ((SAID, reply("2027-01-14T10:00", "offer-written", deadline="2027-01-29")), "offer-written"),
        ((SAID, ASKED), "offer-written-asked"),
        ((SAID, ASKED, reply("2027-01-14T10:00", "promise", by="2027-01-26")), "offer-written-given"),
    ],
)
def test_who_said_when_or_asked_for_time_is_not_told_to(events: tuple[Fields, ...], kind: str) -> None:
    """With their paper in hand."""
    found = kinds(planned(held("2027-01-07", PAPER, *events), "2027-01-14T11:00:00-05:00"))
    assert {kind} == {one for one in found if one.startswith("offer-written")}


@pytest.mark.parametrize(
    ("told", "now", "says"),
    [
        (missed(RUNG, WRITTEN), "2027-01-08T10:00", "Could you help me find a new time?"),
        (held("2027-01-07", PAPER, SAID), "2027-01-21T10:00", "Does the offer still stand?"),
        (
            held("2027-01-07", PAPER, sent("2027-01-13T10:00", "ask-time")),
            "2027-01-15T10:00",
            "asked for a little more time",
        ),
    ],
    ids=["no-show, the day after", "their day is over", "more time"],
)
def test_a_step_by_phone_shows_what_to_say(told: Fields, now: str, says: str) -> None:
    """And no email that nobody is to send; its gaps are filled on the sheet for the call."""
    said = panel(told, now)
    first = said[: said.index("notices")]
    assert says in first
    assert "Could I speak with" in first
    assert ("Subject" in first, "tools/writer/" in first) == (False, False)
    assert "tools/call-sheet/#step=" in first


def test_a_step_by_email_shows_the_email_as_before() -> None:
    """A call instead of it is another way, and stays one."""
    said = panel(held("2027-01-07"), "2027-01-14T10:00")
    assert ("Subject" in said, "tools/writer/" in said) == (True, True)


def test_thanks_that_went_out_late_put_off_the_question() -> None:
    """They ask when it is decided, so two business days pass before that is asked again (O8)."""
    late = fields(events=[sent("2027-01-13T16:30", "thank-you")])
    assert "Fri 2027-01-15 09:00" == window(step(planned(late, "2027-01-13T17:00:00-05:00"), "check-in"))[0]
    soon = fields(events=[sent("2027-01-08T09:00", "thank-you")])
    assert "Thu 2027-01-14 09:00" == window(step(planned(soon, "2027-01-13T17:00:00-05:00"), "check-in"))[0]


def test_who_asked_to_move_it_is_not_asked_to_ask() -> None:
    """One row tells both, what was asked and that it was; the other tells that it is to be asked."""
    ahead = fields(rounds=[round_of("2027-01-12", "10:00", starts="09:00")])
    said = panel(ahead, "2027-01-11T09:00")
    told = json.loads(
        said.split("I asked them to move it", 1)[1]
        .split("data-add='", 1)[-1]
        .split('data-add="', 1)[-1]
        .split('">', 1)[0]
    )
    events = [one | {"at": "2027-01-11T09:00"} for one in told["events"]]
    plan = planned(ahead | {"events": events}, "2027-01-13T10:00:00-05:00")
    assert ("invited", "ask-day") == (plan.state, plan.next)
    unsaid = planned(ahead | {"events": events[:1]}, "2027-01-11T09:30:00-05:00")
    assert "new-times" == unsaid.next


def test_a_check_that_a_firm_runs_leaves_no_late_answer() -> None:
    """It may ask nothing of the reader; referees do wait for an answer."""
    firm = reply("2027-01-12T10:00", "checks", reason="firm")
    other = reply("2027-01-12T10:00", "checks")
    now = "2027-01-14T10:00:00-05:00"
    assert "dropped" == step(planned(held("2027-01-07", firm), now), "answer").status
    assert "overdue" == step(planned(held("2027-01-07", other), now), "answer").status


def test_a_no_that_came_back_is_not_passed_over() -> None:
    """The question begins with that, and not with a talk of weeks ago; a round since is spoken of again."""
    back = (
        reply("2027-01-12T10:00", "rejected"),
        reply("2027-02-08T10:00", "interest"),
        sent("2027-02-08T12:00", "answer"),
    )
    said = panel(held("2027-01-07", *back), "2027-02-16T10:00")
    assert "I was glad that you came back to me" in said
    assert "I enjoyed talking" not in said
    again = [round_of("2027-01-07"), round_of("2027-02-11")]
    since = panel(held("2027-01-07", *back, sent("2027-02-12T09:00", "thank-you"), rounds=again), "2027-02-19T10:00")
    assert "you came back to me" not in since


@pytest.mark.parametrize(("part", "met"), [("hr", False), ("hiring-manager", True)])
def test_who_runs_it_is_not_said_to_have_been_in_the_room(part: str, met: bool) -> None:
    """Beside those who asked the questions nobody told whether they were."""
    people = [{"name": "Ute Lang", "part": "interviewer"}, {"name": "Karl Beck", "part": part}]
    thanked = [sent("2027-01-08T09:00", "thank-you")]
    said = panel(fields(rounds=[round_of("2027-01-07", interviewers=people)], events=thanked), "2027-01-15T10:00")
    assert "To Karl Beck" in " ".join(said.replace('<dt>To</dt> <dd translate="no">', "To ").split())
    assert met == any(
        one in said for one in ("I enjoyed talking with you", "It was good to talk with you", "Thank you again")
    )


def test_who_asked_to_come_back_asks_once_more_and_no_oftener() -> None:
    """That was a question too: two in a row are the most (law 3); its day is told."""
    told = (
        event("withdrawn", "2027-01-12T10:00"),
        event("reopened", "2027-01-15T10:00"),
        sent("2027-01-15T12:00", "ask-back"),
    )
    plan = planned(held("2027-01-07", *told), "2027-01-25T11:00:00-05:00")
    asks = [one.id for one in plan.steps if one.is_open and one.action != "let-go"]
    assert (["check-in"], 1) == (asks, plan.touches_left)
    assert "15 January" in panel(held("2027-01-07", *told), "2027-01-25T11:00")


def test_what_was_heard_is_called_what_it_is() -> None:
    """Layoffs in the news are no advertisement."""
    for word in ("advertised", "layoffs", "linkedin", "friend"):
        heard = event("heard", "2027-01-12T10:00", outcome=word)
        assert (word,) == planned(held("2027-01-07", heard), "2027-01-13T10:00:00-05:00").beside


@pytest.mark.parametrize(
    ("pace", "proposed"), [("ordinary", True), ("quick", True), ("public", False), ("university", False)]
)
def test_a_pace_that_is_chosen_is_not_proposed(pace: str, proposed: bool) -> None:
    """Nor a shorter one than was chosen."""
    asked = fields(employer="public", pace=pace, country="CA")
    told = json.loads(door.answer(json.dumps({"tool": "planner", "now": "2027-01-08T10:00:00-05:00", "fields": asked})))
    assert proposed == any(one["field"] == "pace" for one in told["data"]["proposals"])


def test_whoever_passes_thanks_on_and_was_there_decides_themselves() -> None:
    """They are asked when they decide; an organiser is asked when it is decided."""
    there = [{"name": "Ann Cole", "email": "ann@acme.example", "part": "hiring-manager"}, {"name": "Lena Fox"}]
    said = panel(fields(rounds=[round_of("2027-01-07", interviewers=there)]), "2027-01-07T18:00")
    assert ("when you expect to decide" in said, "when a decision is expected" in said) == (True, False)
    there[0]["part"] = "hr"
    said = panel(fields(rounds=[round_of("2027-01-07", interviewers=there)]), "2027-01-07T18:00")
    assert ("when you expect to decide" in said, "when a decision is expected" in said) == (False, True)
