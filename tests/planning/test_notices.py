"""What the plan says beside its dates."""

from typing import Any

from cases import event, fields, planned, round_of


def told(kind: str, now: str = "2027-01-07T18:00:00-05:00", **words: Any) -> list[str]:
    """The notices of that kind."""
    return [notice.text for notice in planned(fields(**words), now).notices if notice.kind == kind]


def test_every_holiday_that_moves_a_plain_week_is_named() -> None:
    """Thursday 25 March 2027 in England: Good Friday and Easter Monday lie between (K20)."""
    rounds = [round_of("2027-03-25", zone="Europe/London")]
    (text,) = told("plain-week", "2027-03-25T18:00:00+00:00", rounds=rounds, country="GB", subdivision="ENG")
    assert text.endswith("because Good Friday and Easter Monday are not counted.")


def test_an_own_closure_is_not_called_by_its_mark() -> None:
    """The reader entered a day without a name."""
    (text,) = told("plain-week", closures=["2027-01-11"])
    assert text.endswith("because a day they are closed is not counted.")


def test_a_working_saturday_of_mine_is_no_weekend() -> None:
    """Saturday 14 February 2026 is worked in China."""
    rounds = [round_of("2026-02-13", zone="Asia/Shanghai")]
    words = {"rounds": rounds, "country": "CN", "my_zone": "Asia/Shanghai"}
    assert not any("14 February" in text for text in told("own-weekend", "2026-02-13T18:00:00+08:00", **words))


def test_the_other_choice_is_offered_until_it_is_over() -> None:
    """Friday 8 January 2027: Monday morning would do as well, until Monday morning is past."""
    rounds = [round_of("2027-01-08")]
    (text,) = told("alternative", "2027-01-11T08:30:00-05:00", rounds=rounds)
    assert "Monday 11 January 2027" in text
    assert [] == told("alternative", "2027-01-11T09:00:00-05:00", rounds=rounds)


def test_an_offer_that_ended_is_not_said_to_end_too_soon() -> None:
    """They could have been reached for days."""
    offer = event("offer-elsewhere", "2027-01-14T10:00", deadline="2027-01-19")
    (text,) = told("offer-past", "2027-01-25T10:00:00-05:00", events=[offer])
    assert text.startswith("The time to tell them about the other offer is over.")


def test_a_notice_tells_the_hour_as_the_reader_reads_it() -> None:
    """Twelve hours in the United States; who lives in London reads twenty-four."""
    rounds = [round_of("2027-01-07", ends="")]
    assert "5:00 pm" in told("end-unknown", rounds=rounds)[0]
    assert "17:00" in told("end-unknown", rounds=rounds, my_zone="Europe/London")[0]


def test_a_country_with_customs_is_told_while_thanks_are_ahead() -> None:
    """The same sentence as in the writer; none where nothing was found or no country is known."""
    rounds = [round_of("2027-01-07", zone="Asia/Tokyo")]
    (text,) = told("custom", "2027-01-07T18:00:00+09:00", rounds=rounds, country="JP")
    assert text.startswith("In Japan")
    assert [] == told("custom")


def test_ontario_dates_the_wait() -> None:
    """45 days from the last interview, by name of the day."""
    rounds = [round_of("2027-01-07", zone="America/Toronto")]
    (text,) = told("law", rounds=rounds, country="CA", subdivision="ON")
    assert "21 February 2027" in text
    assert "O. Reg. 476/24" in text
    (later,) = told("law", "2027-01-31T18:00:00-05:00", rounds=rounds, country="CA", subdivision="ON")
    assert later.endswith("check it before you rely on it.")


def test_a_count_that_ends_on_the_plain_week_needs_no_words() -> None:
    """In China a day they are closed is made up for by Saturday 28 February 2026, which is worked."""
    rounds = [round_of("2026-02-24", zone="Asia/Shanghai")]
    words = {"rounds": rounds, "country": "CN", "closures": ["2026-02-25"]}
    now = "2026-02-24T18:00:00+08:00"
    plan = planned(fields(**words), now)
    assert "2026-03-03" in {one.window.target.date().isoformat() for one in plan.steps if one.action == "check-in"}
    assert [] == told("plain-week", now, **words)
    assert told("plain-week", now, rounds=rounds, country="CN", closures=["2026-02-25", "2026-02-26"])


def test_a_first_day_that_is_a_day_off_there_is_said_to_be_one() -> None:
    """Whoever confirms it can ask; an ordinary Monday needs no word."""
    yes = event("reply", "2027-01-12T10:00", outcome="offer-written"), event("accepted", "2027-01-13T10:00")

    def of(first: str, country: str = "US") -> list[str]:
        day = event("reply", "2027-01-14T10:00", outcome="first-day", by=first)
        return told("first-day-off", "2027-01-14T12:00:00-05:00", events=[*yes, day], country=country)

    (holiday,) = of("2027-02-15")
    assert "Monday 15 February 2027" in holiday
    assert ([], [], 1) == (of("2027-02-08"), of("2027-02-15", "DE"), len(of("2027-02-13")))


def test_a_plan_ends_on_the_first_day_and_not_before() -> None:
    """The last step is a week earlier, and it is open until then (States, accepted)."""
    yes = event("reply", "2027-01-12T10:00", outcome="offer-written"), event("accepted", "2027-01-13T10:00")
    day = event("reply", "2027-01-14T10:00", outcome="first-day", by="2027-02-08")
    plan = planned(fields(events=[*yes, day]), "2027-01-14T12:00:00-05:00")
    assert ("accepted", "2027-02-08") == (plan.state, plan.ends.isoformat() if plan.ends else "")
