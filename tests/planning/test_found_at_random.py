"""Histories that a machine told at random and that broke a law once; each is told again and looked at."""

from cases import event, fields, planned, step


def test_a_step_that_a_new_interview_brought_back_is_done_by_its_button() -> None:
    """The reader said no, an interview four weeks later is entered, and they are told of the other offer (O39)."""
    told = [
        event("declined", "2027-01-08T11:00"),
        event("offer-elsewhere", "2027-02-05T11:01"),
        event("interview-moved", "2027-02-05T11:02", by="2027-02-14"),
    ]
    before = planned(fields(events=told), now="2027-02-05T11:03:00-05:00")
    assert ("ahead", "tell-offer", "due") == (before.state, before.next, step(before, "tell-offer").status)
    told.append(event("sent", "2027-02-05T11:03", step="tell-offer"))
    after = planned(fields(events=told), now="2027-02-05T11:04:00-05:00")
    assert ("ahead", "done") == (after.state, step(after, "tell-offer").status)
