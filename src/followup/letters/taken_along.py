"""What a letter takes along because nothing was sent before it: an answer to their question, or thanks for the talk."""

from collections.abc import Iterator

from followup.case.facts import MEANS
from followup.case.history import moment_of, place_of
from followup.case.interview_end import end_of
from followup.dates import clock
from followup.letters.news_day import is_from_another
from followup.letters.situation import UNHEARD, standing_of
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.plan import ASKS, Step

# The first ask after an interview is the one into which thanks go that were not sent (O18).
FIRST = ("check-in",)


def taken_along(case: Case, held: Round | None, person: Interviewer, step: Step | None) -> Iterator[str]:
    """Gives what an answer or a due ask to a person carries; a question of somebody else is answered to them."""
    if step is None or (step.action not in ASKS and step.action != "answer"):
        return
    asked = [fact.event for fact in standing_of(case).owed if fact.word == "question" and fact.event]
    owes = bool(asked) and not is_from_another(case, asked[-1], person)
    if step.action == "answer":
        yield from ("asked_too",) if owes else ()
        return
    if step.status not in ("due", "overdue"):
        return
    if owes:
        yield "owes_answer"
    if held and step.action in FIRST and person in held.interviewers and _is_silent_since(case, held):
        yield "late_thanks"


def _is_silent_since(case: Case, held: Round) -> bool:
    """True where the reader, as far as they told, has said nothing since a talk."""
    end, there = end_of(held), place_of(case)
    return held.format not in UNHEARD and not any(
        _reaches_them(one) and clock.instant(moment_of(one, there, case)) >= clock.instant(end) for one in case.events
    )


def _reaches_them(event: Event) -> bool:
    return event.kind in MEANS and event.outcome != "no-answer" and event.step != "warn-referee"
