"""What further sources say on the question behind a step, in a sentence: counted, and never mixed into the plan."""

from dataclasses import dataclass
from datetime import timedelta

from followup.dates import calendars
from followup.model.case import Case
from followup.model.plan import Step
from followup.planning.approaches import approaches
from followup.planning.bounds import days
from followup.rules.rulebook import figure
from followup.rules.tallies import Bar, tally

# The asks and the limit that the voices were counted on; a third ask waits longer than any of them says.
COUNTED = {
    "thank-you": ("K1",),
    "check-in": ("K4", "K5"),
    "ask-arrived": ("K4", "K5"),
    "second-check-in": ("K6",),
    "let-go": ("K7",),
}
# Their sentences tell of our own default, so they stand beside no plan that follows one source alone.
OF_OURS = ("K1", "K7")
WEEK, HOURS = timedelta(days=7), 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Voices:
    """The question with a bar for each answer, the sum in a sentence, and the page of all (from the site's root)."""

    asked: str
    bars: tuple[Bar, ...]
    says: str
    page: str


def voices(step: Step, case: Case) -> Voices | None:
    """Gives what further sources say on a step, or None where nothing was counted on its question."""
    question = step.question if step.question in COUNTED.get(step.action, ()) else ""
    counted = tally(question)
    if counted is None or (question in OF_OURS and approaches()[case.approach].is_source):
        return None
    ours = _ours(question, case)
    return Voices(asked=counted.title, bars=counted.bars(ours), says=counted.says(ours), page=counted.page)


def _ours(question: str, case: Case) -> float:
    """The plan's own figure in the unit of the question; a wait as the plain days of weeks without holidays."""
    if question == "K1":
        return figure("K1", "deadline_hours") / HOURS
    if question == "K7":
        return figure("O29", "in_row_count")
    plain = calendars.calendar_for("")
    monday = plain.first + timedelta(days=-plain.first.weekday() % WEEK.days)
    return (days(question, monday, case.approach, case.pace, plain).target - monday).days
