"""What the reader did before, or they said, by which a letter may not go as if it had not been."""

from collections.abc import Iterator, Mapping

from followup.case.facts import Fact
from followup.case.standing import Standing, told_since
from followup.letters.situation import standing_of
from followup.model.case import Case
from followup.model.plan import Step

# What a call goes back to, by the letter it says.
CALLS_AFTER: Mapping[str, str] = {"more-time": "ask-time", "no-show": "new-times"}


def done_before(case: Case, letter: str, step: Step | None) -> Iterator[str]:
    """Gives what is so of a letter by what went before it."""
    standing = standing_of(case)
    if letter == "does-it-stand" and asked_for_time(standing):
        yield "asked_time"
    if letter == "warn-referee" and names_sent(standing):
        yield "given"
    if letter == "offer-taken-back" and standing.no and standing.no.word != "taken-back":
        yield "plain_no"
    if step and step.action == "call" and letter in CALLS_AFTER and not _is_written(standing, CALLS_AFTER[letter]):
        yield "unwritten"


def asked_for_time(standing: Standing) -> Fact | None:
    """Gives how the reader last asked for time to answer their offer, while nobody answered that."""
    if standing.state != "offer-written" or standing.opened_by is None or not standing.deadline or standing.other_offer:
        return None
    asked = told_since(standing, standing.opened_by, "ask-time")
    return asked[-1] if asked and standing.exchange == asked[-1].at else None


def names_sent(standing: Standing) -> Fact | None:
    """Gives the answer that named the referees they asked for."""
    answers = told_since(standing, standing.checks, "answer") if standing.checks else ()
    return next(iter(answers), None)


def _is_written(standing: Standing, step: str) -> bool:
    since = standing.missed or standing.opened_by
    told = told_since(standing, since, step) if since else ()
    return any(fact.event is not None and fact.event.kind == "sent" for fact in told)
